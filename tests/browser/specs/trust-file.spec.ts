// The main job: dropping the real trust file shows the published figures.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { dataFile } from "./support/data.ts";
import { TRUST_FILE, drop, finding, open, openWithTrustFile, row, topTen, topTenLine, trustFile } from "./support/page.ts";

test("dropping the trust file shows the finding, the chart, the table and the top tens", async ({ page }) => {
  const problems = await openWithTrustFile(page);

  await expect(finding(page)).toHaveText(
    "London is the only region where more than a third of disadvantaged pupils reach grade 5 in English and maths",
  );
  await expect(page.locator(".lead")).toHaveText(
    "37.2% in London against 24.0% across all trusts. The South West is lowest at 20.1%, then the South East at 21.8%.",
  );
  await expect(page.locator(".check")).toHaveText([
    "London alone above a third: holds under 2 of 2 regional rules",
    "South West lowest: holds under 1 of 2 regional rules. Weighted by pupils, the South East is lowest (19.7%)",
    "Top tens are mostly noise: 27 of the South West’s 28 trusts could be in its top ten",
    "South West lowest: holds in 6 of 32 choices of context. Not once first language or prior attainment is counted. " +
      "See Robustness",
  ]);
  await expect(page.locator(".file-counts")).toHaveText("2022/23 · 216 eligible trusts · 4 of 216 trusts suppressed");
  await expect(page.getByText("Made-up demonstration data", { exact: true })).toHaveCount(0);

  const gap = page.getByRole("region", { name: /^The gap is smallest in London, 19\.4 percentage points/ });
  const chart = gap.getByRole("img");
  for (const figure of ["37.2", "56.5", "19.4", "20.1", "46.6", "21.8", "51.7", "29.9"]) {
    await expect(chart.locator("text", { hasText: new RegExp(`^${figure.replace(".", "\\.")}$`) }).first()).toBeVisible();
  }
  await gap.getByRole("button", { name: "Table" }).click();
  const table = gap.getByRole("table");
  await expect(table).toBeVisible();
  // Each figure has its interval beside it.
  const figures = async (region: string): Promise<string[]> =>
    (await row(table, region)).map((cell) => cell.replace(/\s\(.*\)$/, ""));
  expect(await figures("London")).toEqual(["London", "37.2", "56.5", "19.4", "19", "20"]);
  expect(await figures("South West")).toEqual(["South West", "20.1", "46.6", "26.5", "28", "29"]);
  expect(await figures("South East")).toEqual(["South East", "21.8", "51.7", "29.9", "21", "21"]);
  expect(await figures("All trusts")).toEqual(["All trusts", "24.0", "49.6", "25.6", "212", "216"]);

  const line = topTenLine(page, "South West");
  await expect(line).toHaveText("South West: 27 of 28 trusts could be in its top ten");
  // Folded until somebody asks for it.
  await expect(page.locator(".top-ten table")).toHaveCount(0);
  const southWest = await topTen(page, "South West");
  await expect(southWest.getByText("10 of 28 rank tenth or better; 27 could")).toBeVisible();
  await expect(southWest.locator("tbody tr")).toHaveCount(10);
  await expect(southWest.locator("tbody tr").first()).toHaveText("1Greenshaw Learning Trust3430–38");
  const london = await topTen(page, "London");
  await expect(london.locator("tbody tr")).toHaveCount(11);
  await expect(london.locator("tbody tr td:first-child")).toHaveText(
    ["1", "2", "2", "4", "4", "4", "7", "7", "9", "9", "9"],
  );
  expect(problems).toEqual([]);
});

test("every trust is a dot, the extremes are named, and the letters are right", async ({ page }) => {
  await openWithTrustFile(page);
  const trusts = page.getByRole("region", { name: /^Trusts differ more within every region/ });
  const chart = trusts.getByRole("img");
  await expect(chart.locator("circle")).toHaveCount(212);
  await expect(chart.locator("text", { hasText: /^Twyford Church of England/ })).toBeVisible();
  await expect(chart.locator("text", { hasText: /^60$/ })).toBeVisible();
  await expect(chart.locator("text", { hasText: /^Greenshaw Learning Trust$/ })).toBeVisible();
  await expect(chart.locator("text", { hasText: /^34$/ }).first()).toBeVisible();
  await expect(chart.locator("text", { hasText: /^5$/ })).toBeVisible();
  // Shortened to its column; whole in the table and in what is read out.
  await expect(chart.locator("text", { hasText: /^Lowest: Reach South Academy/ })).toBeVisible();
  await trusts.getByRole("button", { name: "Table" }).click();
  const table = trusts.getByRole("table");
  await expect(table.locator("tbody tr")).toHaveCount(216);
  expect((await row(table, "Areté"))[1]).toBe("Areté Learning Trust");
  expect(await row(table, "Girls' Learning Trust")).toEqual(["London", "Girls' Learning Trust", "suppressed", "–", "–", "–", "–"]);
});

test("the button does what dropping does", async ({ page }) => {
  const path = dataFile(TRUST_FILE);
  await open(page);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Add files" }).click();
  await (await chooser).setFiles(path);
  await expect(finding(page)).toContainText("London is the only region where more than a third");
  await expect(page.getByRole("status").first()).toHaveText("england_ks4-mats-performance.csv read, 216 trusts");
});

test("measure, pupils and regional rule change what is shown", async ({ page }) => {
  await openWithTrustFile(page);
  await page.getByLabel("Regional figure").selectOption("Weighted by pupils");
  await expect(page.locator(".lead")).toContainText("The South East is lowest at 19.7%");
  await page.getByLabel("Regional figure").selectOption("Simple mean of trusts");
  await page.getByRole("radio", { name: "Gap" }).check();
  await expect(finding(page)).toHaveText("The gap is smallest in London and widest in the South East");
  await page.getByRole("radio", { name: "Other" }).check();
  await expect(page.locator(".lead")).toContainText("56.5% in London");
  await page.getByRole("radio", { name: "All" }).check();
  await expect(page.locator(".lead")).toContainText("51.9% in London");
  await page.getByRole("radio", { name: "Disadvantaged" }).check();
  await page.getByLabel("Measure").selectOption("Attainment 8");
  await expect(page.locator(".lead")).toContainText("42.4 points in London against 35.6 points");
});

test("a group that the file lacks is not offered, and the page says what was replaced", async ({ page }) => {
  await open(page);
  await page.getByLabel("Measure").selectOption("Grade 4+ in English and maths");
  await drop(page, trustFile());
  await expect(page.locator(".remarks")).toContainText("does not give Grade 4+ in English and maths");
  await expect(page.getByLabel("Measure").locator("option")).toHaveCount(7);
  await expect(page.getByLabel("Regional figure").locator("option")).toHaveText([
    "Simple mean of trusts",
    "Weighted by pupils",
  ]);
});

test("a tile leads to its region's top ten, unfolded", async ({ page }) => {
  await openWithTrustFile(page);
  const tile = page.getByRole("link", { name: "South West: 26.5 percentage points" });
  const line = topTenLine(page, "South West");
  const list = page.getByRole("table", { name: "South West: top ten" });
  await tile.click();
  await expect(line).toBeFocused();
  await expect(list).toBeInViewport();
  // The address leads there, too, and no other list is open.
  await expect(page).toHaveURL(/#regions\/south-west/);
  await expect(page.locator("details.top-ten[open]")).toHaveCount(1);
  // A second time, although the address is the same.
  await line.press("Enter");
  await expect(list).toHaveCount(0);
  await tile.click();
  await expect(line).toBeFocused();
  await expect(list).toBeInViewport();
});

test("the page Data says what the file is and what is left out", async ({ page }) => {
  await openWithTrustFile(page);
  await page.getByRole("link", { name: "Data", exact: true }).click();
  const files = page.getByRole("table", { name: "Files in use" });
  await expect(files).toContainText("the trust performance file");
  await expect(files).toContainText("Windows-1252");
  const left = page.getByRole("table", { name: "Trusts left out, and why" });
  await expect(left.locator("tbody tr")).toHaveCount(4);
  await expect(left).toContainText("United Learning TrustNorth Westno published figure: suppressed");
});

test("charts and tables can be downloaded", async ({ page }) => {
  await openWithTrustFile(page);
  const take = async (name: string): Promise<string> => {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: `Download ${name}` }).click();
    const file = await download;
    const [stem, ending] = name.split(".");
    const isTable = ending === "csv";
    const said = isTable ? "_grade-5-english-maths_disadvantaged_2022-23" : "";
    expect(file.suggestedFilename()).toBe(`${stem}${said}.${ending}`);
    const text = readFileSync(await file.path(), "utf8");
    expect(text.startsWith("\ufeff")).toBe(isTable);
    return text.replace(/^\ufeff/, "");
  };
  const csv = await take("regional-gap.csv");
  expect(csv.split("\n")[0]).toMatch(/^Region,"Disadvantaged pupils, %",.*,Measure,Pupil group,Year,Source$/);
  expect(csv).toMatch(
    /^London,37\.2,[\d.]+,[\d.]+,56\.5,[\d.]+,[\d.]+,19\.4,[\d.]+,[\d.]+,19,20,Grade 5\+ in English and maths,Disadvantaged,2022\/23,england_ks4-mats-performance\.csv$/m,
  );
  const svg = await take("trusts-by-region.svg");
  expect(svg).toMatch(/^<svg xmlns/);
  expect(svg).toContain("Source: Department for Education, key stage 4 trust file 2022/23.");
  await topTen(page, "South West");
  expect((await take("top-ten-south-west.csv")).split("\n")[1]).toMatch(/^1,Greenshaw Learning Trust,34,[\d.]+,[\d.]+,Grade 5\+/);
});
