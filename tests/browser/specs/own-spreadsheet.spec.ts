// The user's own table: columns explained and remembered, own measures, the template.
import { expect, test } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { card, download, drop, finding, go, open, openWith, ranked, row, settled, topTen, written } from "./support/page.ts";

// No name here is a published one. Only the region's and one figure's columns can be guessed.
const HEAD = "Ref,Setting,Chain,GOR,Stint,Heads PP,EM5 PP,Missed PP";
const ROWS = [
  "100007,Ivy,Larch Chain,South West,5,SUPP,SUPP,",
  "100001,Elm,Birch Chain,South West,5,30,40%,9.5",
  "100002,Oak,Birch Chain,South West,4,20,30%,8.5",
  "100003,Ash,Birch Chain,South West,3,10,50%,7.5",
  "100004,Yew,Larch Chain,South West,5,25,20%,5",
  "100005,Fir,Larch Chain,South West,5,25,30%,6",
  "100006,Box,Larch Chain,South West,5,50,25%,7",
];
const SHEET = `${HEAD}\n${ROWS.join("\n")}\n`;

/** Where the keyboard is. */
const focused = (page: Page): Locator => page.locator("*:focus");

/** Presses Tab, or Shift+Tab, until the keyboard is there. */
async function tabTo(page: Page, goal: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press(key);
    if (await goal.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`80 times ${key} do not lead there: ${String(goal)}`);
}

/** Explains the columns that cannot be guessed, with the mouse. */
async function explain(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Say what its columns are" }).click();
  await page.getByLabel("School number (URN)").selectOption("Ref");
  await page.getByLabel("School", { exact: true }).selectOption("Setting");
  await page.getByLabel("Trust", { exact: true }).selectOption("Chain");
  await page.getByLabel("Region", { exact: true }).selectOption("GOR");
  await page.getByLabel("Years in the trust").selectOption("Stint");
  await page.getByLabel("Pupils, disadvantaged").selectOption("Heads PP");
}

/** Says what a measure of the user's own is. */
async function addMissed(page: Page): Promise<void> {
  await page.getByLabel("Its name").fill("Sessions missed");
  await page.getByLabel("Unit", { exact: true }).selectOption("percent of pupils");
  await page.getByLabel("Better is").selectOption("lower");
  await page.getByLabel("Column, disadvantaged pupils").selectOption("Missed PP");
  await page.getByLabel("Column, other pupils").selectOption("no column");
  await page.getByLabel("Column, all pupils").selectOption("no column");
  await page.getByRole("button", { name: "Add the measure" }).click();
}

test("a spreadsheet's columns are explained with the keyboard alone", async ({ page }) => {
  const problems = await open(page);
  await drop(page, written("heads 2022-23.csv", SHEET));
  const summary = page.getByRole("alert").filter({ hasText: "heads 2022-23.csv" });
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("this is a table, but not one this page recognises. You can explain its columns.");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Say what its columns are" })).toBeFocused();
  await page.keyboard.press("Enter");
  const heading = page.getByRole("heading", { level: 1, name: "What do the columns of heads 2022-23.csv hold?" });
  await expect(heading).toBeFocused();

  // Guessed columns are chosen. The page says what is still needed, and disables the button until then.
  await expect(page.getByLabel("Grade 5+ in English and maths, disadvantaged")).toHaveValue("EM5 PP");
  await expect(page.getByRole("button", { name: "Use this file" })).toBeDisabled();
  await expect(page.locator("#columns-fault")).not.toBeEmpty();

  const number = page.getByLabel("School number (URN)");
  await page.keyboard.press("Tab");
  await expect(number).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(number).toHaveValue("Ref");
  await expect(number).toBeFocused();
  // Typing finds a column by its name.
  const choose = async (label: string, column: string): Promise<void> => {
    const list = page.getByLabel(label, { exact: true });
    await tabTo(page, list);
    await page.keyboard.type(column);
    await expect(list).toHaveValue(column);
    await expect(list).toBeFocused();
  };
  await choose("School", "Setting");
  await choose("Region", "GOR");
  await choose("Trust", "Chain");
  await choose("Years in the trust", "Stint");
  await choose("Pupils, disadvantaged", "Heads PP");
  // Back to a field that was passed, and on again.
  await tabTo(page, page.getByLabel("Years in the trust"), "Shift+Tab");
  await page.keyboard.press("Home");
  await expect(page.getByLabel("Years in the trust")).toHaveValue("");
  await page.keyboard.type("Stint");
  await expect(page.getByLabel("Years in the trust")).toHaveValue("Stint");

  const preview = page.getByRole("table", { name: "How the first rows will be read" });
  await expect(preview.locator("tbody tr")).toHaveCount(5);
  await expect(preview.getByRole("columnheader", { name: "School number (URN) Ref" })).toBeVisible();
  await expect(preview.locator("tbody tr").first()).toContainText("SUPPsuppressed");
  await expect(preview.locator("tbody tr").nth(1)).toContainText("South WestSouth West");
  await expect(preview.locator("tbody tr").nth(1)).toContainText(/40%40(\.0)?%/);

  const use = page.getByRole("button", { name: "Use this file" });
  await expect(use).toBeEnabled();
  await tabTo(page, use);
  await page.keyboard.press("Enter");
  await expect(heading).toBeHidden();

  // (30*5*40 + 20*4*30 + 10*3*50) / (30*5 + 20*4 + 10*3) = 38.07…; (25*5*20 + 25*5*30 + 50*5*25) / (100*5) = 25.
  await expect(page.locator(".file-counts")).toHaveText("2022/23 · 2 eligible trusts");
  await expect.poll(async () => ranked(await topTen(page, "South West"))).toEqual(["1Birch Chain38.1", "2Larch Chain25.0"]);
  expect(problems).toEqual([]);
});

test("after the dialogue the focus is in the main part", async ({ page }) => {
  await open(page);
  await drop(page, written("heads 2022-23.csv", SHEET));
  await explain(page);
  await page.getByRole("button", { name: "Use this file" }).press("Enter");
  await expect(page.locator(".file-name")).toHaveText("heads 2022-23.csv");
  await expect.poll(() => focused(page).count(), "something has the keyboard").toBe(1);
});

test("a large spreadsheet is read whole, not only as far as its preview", async ({ page }) => {
  // Of 700 KB, the beginning of 256 KB shows what the columns are. The last chain occurs only at the end.
  const rows = Array.from({ length: 15_000 }, (_, place) => {
    const [chain, figure] = place < 14_990 ? [`Chain ${place % 1_000}`, "40%"] : ["Last Chain", "55%"];
    return `${200_000 + place},School ${place},${chain},South West,5,30,${figure},9`;
  });
  const sheet = `${HEAD}\n${rows.join("\n")}\n`;
  expect(sheet.length).toBeGreaterThan(700_000);
  await open(page);
  await drop(page, written("heads 2022-23.csv", sheet));
  await explain(page);
  await page.getByRole("button", { name: "Use this file" }).click();
  await expect(page.locator(".file-counts")).toHaveText("2022/23 · 1,001 eligible trusts");
  await expect.poll(async () => (await ranked(await topTen(page, "South West")))[0]).toBe("1Last Chain55.0");
  await go(page, "Data");
  expect((await row(page.getByRole("table", { name: "Files in use" }), "heads 2022-23.csv"))[3]).toBe(
    "15,000 rows: 15,000 schools, 15,000 memberships",
  );
});

test("a computed whole number has as many digits as the figures beside it", async ({ page }) => {
  await open(page);
  await drop(page, written("heads 2022-23.csv", SHEET));
  await explain(page);
  await page.getByRole("button", { name: "Use this file" }).click();
  await expect.poll(async () => ranked(await topTen(page, "South West"))).toEqual(["1Birch Chain38.1", "2Larch Chain25.0"]);
});

test("a mapping's faults are reported while it is made", async ({ page }) => {
  await open(page);
  await drop(page, written("heads 2022-23.csv", SHEET));
  await explain(page);
  const fault = page.locator("#columns-fault");
  await expect(fault).toBeEmpty();
  // A trust's name may be its number as well; the pupils of one group are not those of another.
  await page.getByLabel("Trust number").selectOption("Chain");
  await expect(fault).toBeEmpty();
  await page.getByLabel("Trust number").selectOption("no column");
  await page.getByLabel("Pupils, all pupils").selectOption("Heads PP");
  await expect(fault).toContainText("Heads PP");
  await expect(page.getByRole("button", { name: "Use this file" })).toBeDisabled();
  await page.getByLabel("Pupils, all pupils").selectOption("no column");
  await page.getByLabel("Grade 5+ in English and maths, disadvantaged").selectOption("no column");
  await expect(fault).toHaveText("Choose at least one column that holds a figure.");
  // A column of words as a figure: each cell has a problem.
  await page.getByLabel("Attainment 8, disadvantaged").selectOption("Setting");
  const preview = page.getByRole("table", { name: "How the first rows will be read" });
  await expect(preview.locator("td .fault")).toHaveCount(5);
});

test("the next file with the same columns is read at once, with a remark", async ({ page }) => {
  await open(page);
  await drop(page, written("heads 2022-23.csv", SHEET));
  await explain(page);
  await page.getByRole("button", { name: "Use this file" }).click();
  await expect(page.locator(".file-name")).toHaveText("heads 2022-23.csv");

  await drop(page, written("heads 2023-24.csv", SHEET.replaceAll("40%", "60%")));
  await expect(page.locator(".remarks li")).toHaveText(
    "heads 2023-24.csv has the columns that you explained for heads 2022-23.csv, and was read in the same way.",
  );
  await expect(page.getByLabel("Year").locator("option")).toHaveText(["2023/24", "2022/23"]);
  await expect(page.locator(".file-counts")).toHaveText("2023/24 · 2 eligible trusts");
  await expect(await topTen(page, "South West")).toContainText("Birch Chain49.6");

  // With one more column, it is another table.
  await drop(page, written("heads 2024-25.csv", `${HEAD},Note\n${ROWS.map((line) => `${line},-`).join("\n")}\n`));
  await expect(page.getByRole("button", { name: "Say what its columns are" })).toBeVisible();
});

test("the user can state the year of all rows", async ({ page }) => {
  await open(page);
  await drop(page, written("heads.csv", SHEET));
  await explain(page);
  await page.getByLabel("Academic year of all rows").selectOption("2018/19");
  await page.getByRole("button", { name: "Use this file" }).click();
  await expect(page.locator(".file-counts")).toHaveText("2018/19 · 2 eligible trusts");
});

test("a measure of the user's own is offered, and its lowest figure ranks first", async ({ page }) => {
  await open(page);
  await drop(page, written("heads 2022-23.csv", SHEET));
  await explain(page);
  await page.getByRole("button", { name: "Add the measure" }).click();
  await expect(page.locator("#own-fault")).toHaveText("Give the measure a name and at least one column.");
  await addMissed(page);
  await expect(page.locator("#own-fault")).toBeEmpty();
  await expect(page.getByLabel("Sessions missed, disadvantaged")).toHaveValue("Missed PP");
  await page.getByRole("button", { name: "Use this file" }).click();

  await expect(page.getByLabel("Measure").locator("option")).toHaveText(["Grade 5+ in English and maths", "Sessions missed"]);
  await page.getByLabel("Measure").selectOption("Sessions missed");
  // (30*5*9.5 + 20*4*8.5 + 10*3*7.5) / 260 = 8.96…; (5 + 6 + 2*7) / 4 = 6.25.
  await expect.poll(async () => ranked(await topTen(page, "South West"))).toEqual([expect.stringMatching(/^1Larch Chain6\.[23]$/), "2Birch Chain9.0"]);
  await expect(finding(page)).toContainText("South West");
});

test("a measure of the user's own stays chosen when the user looks at another page", async ({ page }) => {
  await open(page);
  await drop(page, written("heads 2022-23.csv", SHEET));
  await explain(page);
  await addMissed(page);
  await page.getByRole("button", { name: "Use this file" }).click();
  await page.getByLabel("Measure").selectOption("Sessions missed");
  await go(page, "Data");
  await expect(page.getByText(/^2022\/23, Sessions missed, disadvantaged$/).first()).toBeVisible();
  await go(page, "Regions");
  await expect(page.getByLabel("Measure").locator("option:checked")).toHaveText("Sessions missed");
});

test("a link describes the user's own measure, and shows it again with the same file", async ({ page, context }) => {
  await open(page);
  await drop(page, written("heads 2022-23.csv", SHEET));
  await explain(page);
  await addMissed(page);
  await page.getByRole("button", { name: "Use this file" }).click();
  await page.getByLabel("Measure").selectOption("Sessions missed");
  await expect(page).toHaveURL(/measure=own\.percent\.lower\.Sessions%2520missed/);
  await expect(await topTen(page, "South West")).toContainText("Sessions missed");
  const before = await ranked(await topTen(page, "South West"));

  const again = await context.newPage();
  await again.goto(page.url());
  await settled(again);
  await expect(again.locator(".remarks")).toContainText("does not give Sessions missed");
  await drop(again, written("heads 2022-23.csv", SHEET));
  await explain(again);
  await addMissed(again);
  await again.getByRole("button", { name: "Use this file" }).click();
  await expect(again.getByLabel("Measure").locator("option:checked")).toHaveText("Sessions missed");
  await expect.poll(async () => ranked(await topTen(again, "South West"))).toEqual(before);
});

test("the form for a measure of the user's own begins with nothing chosen", async ({ page }) => {
  await open(page);
  await drop(page, written("heads 2022-23.csv", SHEET));
  await page.getByRole("button", { name: "Say what its columns are" }).click();
  await expect(page.getByLabel("Its name")).toHaveValue("");
  const shown = page.getByRole("group", { name: "A measure of your own" }).locator("option:checked");
  await expect(shown).toHaveText(["percent of pupils", "higher", "no column", "no column", "no column"]);
});

test("“Leave it out” leaves everything as it was", async ({ page }) => {
  await open(page);
  const before = await finding(page).textContent();
  await drop(page, written("heads 2022-23.csv", SHEET));
  await explain(page);
  await page.getByRole("button", { name: "Leave it out" }).click();
  await expect(finding(page)).toHaveText(before ?? "-");
  await expect(page.getByText("Made-up demonstration data", { exact: true })).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "not used" })).toHaveCount(0);
  // Nothing is remembered.
  await drop(page, written("heads 2023-24.csv", SHEET));
  await expect(page.getByRole("button", { name: "Say what its columns are" })).toBeVisible();
});

test("of two unknown tables one can be left and the other is still offered", async ({ page }) => {
  await open(page);
  await drop(page, written("heads 2022-23.csv", SHEET), written("prices.csv", "day,price\n1,2\n"));
  const offers = page.getByRole("button", { name: "Say what its columns are" });
  await expect(offers).toHaveCount(2);
  await offers.first().click();
  // While a table is being explained, the page does not call it unknown.
  await expect(page.getByRole("alert").filter({ hasText: "not used" })).toHaveCount(0);
  await page.getByRole("button", { name: "Leave it out" }).click();
  await expect(offers).toHaveCount(1);
  await expect(page.getByRole("alert").filter({ hasText: "prices.csv" })).toBeVisible();
});

test("a link to another page leaves the dialogue", async ({ page }) => {
  await open(page);
  await drop(page, written("heads 2022-23.csv", SHEET));
  await page.getByRole("button", { name: "Say what its columns are" }).click();
  await page.getByRole("link", { name: "Data", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The data" })).toBeVisible();
  // The table can still be explained.
  await expect(page.getByRole("button", { name: "Say what its columns are" })).toBeVisible();
});

test("a sheet of trusts needs no school numbers", async ({ page }) => {
  await open(page);
  await drop(page, written("chains 2022-23.csv", "Chain,GOR,EM5 PP\nBirch,London,40\nLarch,South West,30\nElm,London,20\n"));
  await page.getByRole("button", { name: "Say what its columns are" }).click();
  await page.getByLabel("Trust", { exact: true }).selectOption("Chain");
  await page.getByLabel("Region", { exact: true }).selectOption("GOR");
  await page.getByRole("button", { name: "Use this file" }).click();
  await expect(page.locator(".file-counts")).toHaveText("2022/23 · 3 eligible trusts");
  await expect
    .poll(async () => ranked(await topTen(page, "London")))
    .toEqual(["1Birch40", "2Elm20"]);
});

/** The template's columns, as it is handed out on the page Data. */
async function templateColumns(page: Page): Promise<string[]> {
  await open(page);
  await go(page, "Data");
  const template = await download(page, "trust-gap-template.csv");
  expect(template.trim().split("\n")).toHaveLength(1);
  return template.trim().split(",");
}

/** The template with a row for each school, of which only these values are filled in. */
function filledIn(columns: string[], ...schools: Record<string, string>[]): string {
  const rows = schools.map((values) => columns.map((name) => values[name] ?? "").join(","));
  return [columns.join(","), ...rows].join("\n");
}

const school = (urn: string, figures: Record<string, string>): Record<string, string> => ({
  urn,
  school: `School ${urn}`,
  school_type: "ACC",
  region: "South West",
  trust: "Birch Chain",
  years_in_trust: "5",
  year: "2022/23",
  ...figures,
});

test("the template can be downloaded, filled in and read", async ({ page }) => {
  const columns = await templateColumns(page);
  expect(columns.slice(0, 11)).toEqual([
    "urn",
    "school",
    "school_type",
    "authority_code",
    "region",
    "trust_id",
    "trust",
    "joined",
    "years_in_trust",
    "year",
    "schools",
  ]);
  for (const name of ["pupils_all", "pupils_disadvantaged", "progress8_pupils_other", "em5_disadvantaged", "em5_other"]) {
    expect(columns).toContain(name);
  }
  const figures = (em5: string): Record<string, string> => ({
    pupils_all: "100",
    pupils_disadvantaged: "20",
    em5_all: "45",
    em5_disadvantaged: em5,
  });
  const sheet = filledIn(columns, school("100001", figures("30")), school("100002", figures("40")), school("100003", figures("51")));
  await drop(page, written("mine.csv", sheet));
  await expect(page.getByRole("status").first()).toContainText("mine.csv read, 3 schools");
  expect((await row(page.getByRole("table", { name: "Files in use" }), "mine.csv")).slice(0, 4)).toEqual([
    "mine.csv",
    "your own spreadsheet",
    "2022/23",
    "3 rows: 3 schools, 3 memberships",
  ]);
  await expect(card(page, "Problems in the files")).toContainText("None");
  await go(page, "Regions");
  await expect(finding(page)).toHaveText("The South West is the only region with a figure: 40.3%");
});

test("a template with figures of disadvantaged pupils alone is enough", async ({ page }) => {
  const columns = await templateColumns(page);
  const figures = (em5: string): Record<string, string> => ({ pupils_disadvantaged: "20", em5_disadvantaged: em5 });
  const sheet = filledIn(columns, school("100001", figures("30")), school("100002", figures("40")), school("100003", figures("51")));
  await drop(page, written("mine.csv", sheet));
  await go(page, "Regions");
  await expect(finding(page)).toHaveText("The South West is the only region with a figure: 40.3%");
});

test("an empty template is recognised", async ({ page }) => {
  await openWith(page, written("chains.csv", "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TIME_PERIOD,ATT8SCR_WGTAVG\n1,ONE,London,202223,40\n"));
  await go(page, "Data");
  const template = await download(page, "trust-gap-template.csv");
  await drop(page, written("template.csv", template));
  await expect(page.getByRole("alert").filter({ hasText: "template.csv" })).toContainText(
    "this is your own spreadsheet, but it contains only the row of column names",
  );
});

test("figures without pupils to weight by are reported, and a button gives every school the same weight", async ({
  page,
}) => {
  const head = "urn,school,region,trust,years_in_trust,em5_disadvantaged";
  const rows = [41, 70, 20].map((figure, place) => `90000${String(place)},S${String(place)},London,Mine,5,${String(figure)}%`);
  const problems = await open(page);
  await drop(page, written("mine 2022-23.csv", `${head}\n${rows.join("\n")}\n`));
  await go(page, "Regions");
  await expect(finding(page)).toHaveText(
    "The school file has Grade 5+ in English and maths but not the numbers of disadvantaged pupils, which are needed to weight schools",
  );
  await page.getByRole("button", { name: "Give every school the same weight" }).click();
  await expect(finding(page)).toHaveText("London is the only region with a figure: 43.7%");
  expect(problems).toEqual([]);
});

test("trusts without a number have their pages, reports and comparisons, whatever their names", async ({ page }) => {
  const problems = await open(page);
  const names = ["Birch, Elm & Co", "100% \u00c9lan/North+South", "London"];
  const rows = names.flatMap((name, trust) =>
    [1, 2, 3].map((school) => `${100_010 + 10 * trust + school},London,"${name}",5,2022/23,100,${40 + trust},${30 + trust}%`),
  );
  const head = "urn,region,trust,years_in_trust,year,pupils_all,pupils_disadvantaged,em5_disadvantaged";
  await drop(page, written("mine.csv", [head, ...rows].join("\n") + "\n"));
  await expect(page.locator(".file-name")).toHaveText("mine.csv");
  for (const name of names) {
    await go(page, "Trusts");
    await page.locator("main table").getByRole("link", { name, exact: true }).click();
    await expect(finding(page)).toHaveText(name);
    await page.reload();
    await settled(page);
    await drop(page, written("mine.csv", [head, ...rows].join("\n") + "\n"));
    await expect(finding(page)).toHaveText(name);
    await page.getByRole("link", { name: "Report to print" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  }
  await page.goto(`./#compare/${names.map(encodeURIComponent).join(",")}`);
  for (const name of names) await expect(page.locator("main")).toContainText(name);
  await expect(page.locator("main")).not.toContainText(/no eligible trust|not among the eligible trusts/i);
  expect(problems).toEqual([]);
});
