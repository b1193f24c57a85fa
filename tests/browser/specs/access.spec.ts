// What a screen reader reads, what a keyboard reaches, and what fits on a phone.
import { expect, test } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { over, violations } from "./support/access.ts";
import {
  GROUP_LINKS,
  SCHOOL_FILE,
  card,
  drop,
  finding,
  go,
  open,
  openWith,
  openWithTrustFile,
  published,
  trustFile,
  written,
} from "./support/page.ts";

/** A table of which some columns can be guessed, one value is none, and one column is used twice. */
const OWN = "School number,Setting,Chain,GOR,EM5 PP,Missed\n100001,Elm,Birch,London,40%,9\n100002,Oak,Birch,London,30%,8\n";

/** Opens the page with a school file that has a problem, the group links and the trust file. */
async function openWithSchools(page: Page): Promise<void> {
  const schools = published(SCHOOL_FILE);
  const text = schools.bytes.toString("latin1").replace(/^(1,908,4162,)136572,/m, "$1abc,");
  await openWith(page, { ...schools, bytes: Buffer.from(text, "latin1") }, published(GROUP_LINKS), trustFile());
}

/** Opens the dialogue on the columns of a table. */
async function openDialogue(page: Page): Promise<void> {
  await open(page);
  await drop(page, written("heads 2022-23.csv", OWN));
  await page.getByRole("button", { name: "Say what its columns are" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^What do the columns/ })).toBeVisible();
}

test("axe finds nothing on the demonstration", async ({ page }) => {
  await open(page);
  expect(await violations(page)).toEqual([]);
});

test("axe finds nothing with the real file, its tables open", async ({ page }) => {
  await openWithTrustFile(page);
  for (const button of await page.getByRole("button", { name: "Table" }).all()) await button.click();
  expect(await violations(page)).toEqual([]);
});

test("axe finds nothing on an error", async ({ page }) => {
  await open(page);
  await drop(page, { name: "empty.csv", bytes: Buffer.alloc(0) });
  await expect(page.getByRole("alert").filter({ hasText: "empty.csv" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("axe finds nothing when a setting was replaced", async ({ page }) => {
  await openWithTrustFile(page);
  const mine = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TIME_PERIOD,ATT8SCR_WGTAVG_FSM6CLA1A\n1,ONE,London,202223,40";
  await drop(page, { name: "mine.csv", bytes: Buffer.from(mine) });
  await expect(page.locator(".remarks li")).toHaveCount(2);
  await expect(finding(page)).toHaveText("London is the only region with a figure: 40.0 points");
  expect(await violations(page)).toEqual([]);
});

test("axe finds nothing on Data and Method with the real files", async ({ page }) => {
  await openWithSchools(page);
  await go(page, "Data");
  await expect(card(page, "Problems in the files").getByRole("table")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await go(page, "Method");
  await page.getByRole("button", { name: "Add the South West peninsula" }).click();
  await page.getByRole("button", { name: "Add the area" }).click();
  // Three schools are part of the country, so published figures are used until others are requested.
  await page.getByLabel("Trusts’ figures").selectOption("Computed from schools");
  await page.getByLabel("Minimum schools that count").selectOption("2");
  await expect(page.getByRole("button", { name: "Back to the Department’s rules" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await go(page, "Regions");
  await expect(card(page, "Your areas")).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("axe finds nothing in the dialogue on columns", async ({ page }) => {
  await openDialogue(page);
  const first = await violations(page);
  await page.getByRole("button", { name: "Add the measure" }).click();
  await page.getByLabel("Attainment 8, disadvantaged").selectOption("Setting");
  await page.getByLabel("Trust number").selectOption("Setting");
  await expect(page.locator("#columns-fault")).not.toBeEmpty();
  expect([...first, ...(await violations(page))]).toEqual([]);
});

test("axe finds nothing while something is missing", async ({ page }) => {
  await openWith(page, published(SCHOOL_FILE));
  await expect(finding(page)).toContainText("The trust of each school is still missing");
  expect(await violations(page)).toEqual([]);
});

test("every chart has a title that states its finding, a description and a table", async ({ page }) => {
  await openWithTrustFile(page);
  for (const card of await page.locator(".card:has(svg.picture)").all()) {
    const chart = card.getByRole("img");
    const heading = await card.getByRole("heading", { level: 2 }).textContent();
    await expect(chart).toHaveAccessibleName(heading ?? "-");
    await expect(chart).toHaveAccessibleDescription(/South West/);
    const button = card.getByRole("button", { name: "Table" });
    await expect(button).toHaveAttribute("aria-expanded", "false");
    await button.click();
    await expect(button).toHaveAttribute("aria-expanded", "true");
    await expect(card.getByRole("table")).toContainText("South West");
    await button.click();
    await expect(card.getByRole("table")).toBeHidden();
  }
  const before = await page.locator("svg.picture desc").first().textContent();
  await page.getByLabel("Measure").selectOption("Attainment 8");
  await expect(page.locator("svg.picture desc").first()).not.toHaveText(before ?? "-");
});

test("everything can be done with the keyboard", async ({ page }) => {
  await openWithTrustFile(page);
  const press = async (key: string, times = 1): Promise<void> => {
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
  };
  await page.getByRole("link", { name: "Skip to main content" }).focus();
  await press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await press("Tab");
  await expect(page.getByRole("button", { name: "Add files" })).toBeFocused();
  // There are explained words in between.
  const tabTo = async (what: Locator): Promise<void> => {
    for (let step = 0; step < 10; step += 1) {
      await press("Tab");
      if (await what.evaluate((element) => element === document.activeElement)) break;
    }
    await expect(what).toBeFocused();
  };
  await tabTo(page.getByText("What should I not conclude?"));
  // Between them is the switch between figures as published and adjusted.
  await tabTo(page.getByLabel("Measure"));
  await press("Tab");
  await expect(page.getByRole("radio", { name: "Disadvantaged" })).toBeFocused();
  await press("ArrowRight", 3);
  await expect(finding(page)).toHaveText("The gap is smallest in London and widest in the South East");
  await press("Tab");
  await expect(page.getByLabel("Regional figure")).toBeFocused();
  await press("ArrowDown");
  await expect(page.getByLabel("Regional figure")).toHaveValue("pupils");
  // Moves through the gap chart's marks, region by region.
  const walk = page.getByRole("slider").first();
  await tabTo(walk);
  await press("ArrowRight");
  await expect(walk).toHaveAttribute("aria-valuetext", /London/);
  await press("Tab");
  const table = page.getByRole("button", { name: "Table" }).first();
  await expect(table).toBeFocused();
  await press("Enter");
  await expect(page.getByRole("table").first()).toBeVisible();
});

test("320 px wide, nothing overflows with school files, areas and the dialogue", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await openWithSchools(page);
  await go(page, "Method");
  await page.getByRole("button", { name: "Add the South West peninsula" }).click();
  for (const name of ["Method", "Data", "Regions"] as const) {
    await go(page, name);
    expect(await over(page), name).toBeLessThanOrEqual(0);
  }
  await drop(page, written("heads 2022-23.csv", OWN));
  await expect(page.getByRole("button", { name: "Say what its columns are" })).toBeVisible();
  expect(await over(page), "the error").toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "Say what its columns are" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^What do the columns/ })).toBeVisible();
  expect(await over(page), "the dialogue").toBeLessThanOrEqual(0);
});

test("names in narrow tables do not break letter by letter, and a page has no focus ring", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await open(page);
  await page.keyboard.press("Tab");
  await page.goto("./#method");
  await expect(page.locator("main")).toBeFocused();
  await expect(page.locator("main")).toHaveCSS("box-shadow", "none");
  await page.getByText("Regions under these rules").click();
  const name = page.getByRole("rowheader", { name: "London" }).first();
  await expect(name).toBeVisible();
  expect((await name.boundingBox())?.width).toBeGreaterThan(120);
});

test("charts are redrawn when the window's width changes", async ({ page }) => {
  await open(page);
  const chart = page.locator("svg.picture").first();
  const wide = Number(await chart.getAttribute("width"));
  await page.setViewportSize({ width: 375, height: 800 });
  await expect(chart).not.toHaveAttribute("width", String(wide));
  expect(Number(await chart.getAttribute("width"))).toBeLessThan(360);
});
