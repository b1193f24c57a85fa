// Where a file allows another reading: the notice, the list on Data, another reading chosen, the link.
import { expect, test } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { card, drop, go, open, published, ranked, settled, topTen, written } from "./support/page.ts";

const MIXED = "15-mixed-percent.csv";

/** Percentages and fractions in one column. */
const mixed = () => published(`doubtful/${MIXED}`);

/** The top ten of the South West. */
const southWest = async (page: Page): Promise<string[]> => ranked(await topTen(page, "South West"));

/** The row of a file's column in the list of readings in doubt. */
const reading = (page: Page, file: string, column: string): Locator =>
  page
    .getByRole("table", { name: "Readings in doubt" })
    .locator("tbody tr")
    .filter({ hasText: file })
    .filter({ has: page.getByRole("cell", { name: column, exact: true }) });

const BOTH_25 = ["1Eldercote Trust25.0", "1Rowanside Trust25.0"];
const ONE_BELOW_1 = ["1Rowanside Trust25.0", expect.stringMatching(/^2Eldercote Trust0\.[23]$/)];

test("a doubtful reading is named after the drop, and another is chosen on Data", async ({ page, context }) => {
  const problems = await open(page);
  await drop(page, mixed());
  const notice = page.locator(".remarks li").filter({ hasText: MIXED });
  await expect(notice).toHaveCount(1);
  await expect(notice).toContainText("whether shares are percentages or fractions");
  await expect.poll(() => southWest(page)).toEqual(BOTH_25);

  await notice.getByRole("link", { name: "See Data" }).click();
  const row = reading(page, MIXED, "em5_disadvantaged");
  await expect(row).toContainText("line 5");
  await expect(row).toContainText("0.25");
  const choose = row.getByRole("button", { name: /^Read as percentages \(25 is 25%\) instead/ });
  await choose.click();
  await expect(page.locator(".remarks li")).toHaveText([`${MIXED} was read again, as you chose.`]);
  await expect(row).toContainText("your choice");
  await expect(page).toHaveURL(/assume=share-unit%3A15-mixed-percent\.csv%3Aem5_disadvantaged%3Dpercent/);
  await go(page, "Regions");
  await expect.poll(() => southWest(page)).toEqual(ONE_BELOW_1);

  // The link keeps the choice, even before its file is open.
  const again = await context.newPage();
  await again.goto(page.url());
  await settled(again);
  await expect(again.locator(".remarks")).toContainText("This link was made with 15-mixed-percent.csv");
  await drop(again, mixed());
  await expect(again.locator(".remarks li").filter({ hasText: MIXED })).toContainText("Read as you chose");
  await expect.poll(() => southWest(again)).toEqual(ONE_BELOW_1);
  await expect(again).toHaveURL(/assume=share-unit/);

  // The choice can be undone and redone.
  const undo = page.getByRole("button", { name: "Undo" });
  await expect(undo).toHaveAccessibleDescription("Undo: how a file is read");
  await undo.click();
  await expect.poll(() => southWest(page)).toEqual(BOTH_25);
  await expect(page).not.toHaveURL(/assume=/);
  await page.getByRole("button", { name: "Redo" }).click();
  await expect.poll(() => southWest(page)).toEqual(ONE_BELOW_1);
  expect(problems).toEqual([]);
});

test("a file read as part of the country is a doubt beside the trust file, and one click makes it the whole", async ({ page }) => {
  const trusts =
    "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TIME_PERIOD,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n" +
    "5,FIVE,South West,202223,31%\n6,SIX,London,202223,29%\n";
  const school = (urn: number) => `1,908,${urn},School ${urn},ACC,100,40,25%,`;
  const schools =
    "RECTYPE,LEA,URN,SCHNAME,NFTYPE,TPUP,TFSM6CLA1A,PTFSM6CLA1ABASICS_95,ATT8SCR_22\n" +
    [1, 2, 3].map((urn) => `${school(urn)}\n`).join("");
  const links =
    "URN,Group UID,Group Name,Group Type,Joined date\n" +
    [1, 2, 3].map((urn) => `${urn},5,FIVE,Multi-academy trust,01-09-2015\n`).join("");
  const file = "england_ks4final_2022-23.csv";
  await open(page);
  await drop(page, written("mats.csv", trusts), written(file, schools), written("links.csv", links));
  const notice = page.locator(".remarks li").filter({ hasText: "whether the file covers the whole country" });
  await expect(notice).toContainText(file);
  await expect.poll(() => southWest(page)).toEqual([expect.stringMatching(/^1.*31$/)]);
  await go(page, "Data");
  const row = reading(page, file, "the whole file");
  await expect(row).toContainText("1 of the 2 trusts in the trust file");
  await row.getByRole("button", { name: /^Read as the whole country instead/ }).click();
  await expect(row).toContainText("your choice");
  await expect(page).toHaveURL(/assume=coverage%3A/);
  await go(page, "Regions");
  await expect.poll(() => southWest(page)).toEqual([expect.stringMatching(/^1.*25\.0$/)]);
});

test("a month of 15 decides how dates are read, and Data and the methods say so", async ({ page }) => {
  await open(page);
  await drop(
    page,
    published("doubtful/12-us-dates/england_ks4final_2022-23.csv"),
    published("doubtful/12-us-dates/group_links.csv"),
  );
  const notice = page.locator(".remarks li").filter({ hasText: "group_links.csv" });
  await expect(notice).toContainText("whether the day or the month comes first in Joined date: month first");
  await go(page, "Data");
  const row = reading(page, "group_links.csv", "Joined date");
  await expect(row).toContainText("month first (9/1/2015 is 1 September)");
  await expect(row).toContainText("9/15/2016");
  await go(page, "Method");
  await expect(card(page, "Methods paragraph")).toContainText(
    "A decision was needed on whether the day or the month comes first: month first (9/1/2015 is 1 September) in group_links.csv, Joined date",
  );
});

test("a table that was explained is read again by its own mapping, and keeps its stated year", async ({ page }) => {
  await open(page);
  await drop(page, written("chains.csv", "Chain,GOR,EM5 PP\nBirch,South West,40%\nLarch,South West,0.3\nElm,South West,20%\n"));
  await page.getByRole("button", { name: "Say what its columns are" }).click();
  await page.getByLabel("Trust", { exact: true }).selectOption("Chain");
  await page.getByLabel("Region", { exact: true }).selectOption("GOR");
  await page.getByLabel("Academic year of all rows").selectOption("2018/19");
  await page.getByRole("button", { name: "Use this file" }).click();
  await expect(page.locator(".file-counts")).toContainText("2018/19 · 3 eligible trusts");
  await expect.poll(() => southWest(page)).toEqual(["1Birch40", "2Larch30", "3Elm20"]);

  await go(page, "Data");
  await reading(page, "chains.csv", "EM5 PP")
    .getByRole("button", { name: /^Read as percentages \(25 is 25%\) instead/ })
    .click();
  await expect(page.locator(".remarks li")).toHaveText(["chains.csv was read again, as you chose."]);
  await go(page, "Regions");
  await expect(page.locator(".file-counts")).toContainText("2018/19 · 3 eligible trusts");
  await expect.poll(() => southWest(page)).toEqual(["1Birch40", "2Elm20", "3Larch0.3"]);
});
