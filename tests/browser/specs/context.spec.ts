// Figures adjusted for context: the switch on Regions, what comes of it, and every choice of context on Robustness.
import { expect, test } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { over, violations } from "./support/access.ts";
import {
  card,
  download,
  drop,
  finding,
  go,
  open,
  openWithTrustFile,
  row,
  settled,
  topTen,
  trustFile,
  written,
} from "./support/page.ts";

const PARTS = ["disadvantaged", "eal", "sen", "prior_attainment", "sponsored"];

const HEADLINE = /^London is the only region/;

const address = (page: Page): string => decodeURIComponent(new URL(page.url()).hash);

const published = (page: Page): Locator => page.getByRole("radio", { name: "As published" });
const adjusted = (page: Page): Locator => page.getByRole("radio", { name: "Adjusted for context" });

/** What comes of the switch, in sentences. */
const moved = (page: Page): Locator => page.locator(".moved");

const moves = (page: Page): Locator => card(page, /^The South West is/);

/** Turns the switch to the figures adjusted for every part that the file offers, by keyboard. */
async function adjust(page: Page): Promise<void> {
  await published(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(adjusted(page)).toBeChecked();
}

test("the South West as published and adjusted, by keyboard, with the range over all choices", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await expect(published(page)).toBeChecked();
  await expect(moves(page)).toHaveCount(0);
  // Also while figures are as published.
  const chip = page.locator(".check", { hasText: "choices of context" });
  await expect(chip).toHaveText(
    "South West lowest: holds in 6 of 32 choices of context. Not once first language or prior attainment is counted. " +
      "See Robustness",
  );
  const headline = await finding(page).textContent();
  expect(headline).toMatch(HEADLINE);

  await adjust(page);
  await expect.poll(() => address(page)).toContain(`adjust=${PARTS.join(",")}`);
  await expect(moved(page)).toContainText(
    "The South West has 20.1% unadjusted: 9th of 9 regions. Adjusted for context it has 25.0%: it is 2nd, and could be " +
      "1st to 7th. Depending on what is adjusted for, the South West is anywhere from 9th to 2nd of 9 regions.",
  );
  await expect(moved(page)).toContainText("over 212 trusts");
  await expect(moved(page)).toContainText("Adjusting can take away what a trust did itself");
  // An adjusted figure is never the headline, and the published chart stays.
  await expect(finding(page)).toHaveText(headline ?? "");
  await expect(card(page, /^The gap is smallest/)).toHaveCount(1);
  await expect(moves(page).getByRole("heading")).toHaveText(
    "The South West is 9th of 9 unadjusted, and 2nd adjusted for context",
  );

  await moves(page).getByRole("button", { name: "Table" }).click();
  const figures = await row(moves(page).getByRole("table"), "South West");
  expect(figures.slice(0, 11)).toEqual([
    "South West", "20.1", "9", "25.0", "23.6", "26.4", "22.8", "27.3", "2", "1", "7",
  ]);
  const csv = await download(page, "moved-regions.csv");
  expect(csv).toContain("Adjusted for");
  expect(csv).toMatch(/South West,20\.1,9,25\.0,.*"disadvantaged, eal, sen, prior_attainment, sponsored"/);
  const svg = await download(page, "moved-regions.svg");
  expect(svg.replace(/<\/text>\s*<text[^>]*>/g, " ")).toContain("Adjusted for the share of disadvantaged pupils");

  expect(await violations(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test("parts are ticked by keyboard, undone, and reopened by the link in a fresh page", async ({ page, context }) => {
  const problems = await openWithTrustFile(page);
  await adjust(page);
  const sen = page.getByRole("checkbox", { name: "Special educational needs" });
  await expect(sen).toHaveAccessibleDescription(/as if all had the same share of pupils with special educational needs/);
  await expect(page.locator(".parts").getByRole("checkbox")).toHaveCount(5);
  await expect(page.locator(".adjusting")).toContainText(
    "The files do not have selection by ability and single-sex schools.",
  );
  await sen.focus();
  await page.keyboard.press("Space");
  await expect(sen).not.toBeChecked();
  await expect.poll(() => address(page)).toContain("adjust=disadvantaged,eal,prior_attainment,sponsored");
  const words = await moved(page).locator("p").first().textContent();

  const other = await context.newPage();
  await other.goto(page.url());
  await settled(other);
  await expect(other.locator("#loading")).toHaveCount(0);
  await drop(other, trustFile());
  await expect(moved(other).locator("p").first()).toHaveText(words ?? "");
  await expect(other.getByRole("checkbox", { name: "Special educational needs" })).not.toBeChecked();
  await other.close();

  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(sen).toBeChecked();
  // Off is a link without it.
  await adjusted(page).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(published(page)).toBeChecked();
  await expect.poll(() => address(page)).not.toContain("adjust");
  await expect(moves(page)).toHaveCount(0);
  expect(problems).toEqual([]);
});

/** Goes to a page with the choices that are in the address. */
const visit = (page: Page, hash: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash + (/\?.*/.exec(location.hash)?.[0] ?? "");
  }, hash);

test("strip, top tens, a region's page and Compare follow the switch; headlines do not", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  const list = await topTen(page, "South West");
  const strip = page.locator("section.trusts-by-region");
  await expect(list).toContainText(/tenth or better; \d+ could/);
  const published = await list.getByRole("rowheader").allTextContents();
  await expect(strip).not.toContainText("adjusted for context");

  await adjust(page);
  const subtitle = strip.locator(".subtitle");
  await expect(subtitle).toContainText("adjusted for context.");
  await expect(strip.locator(".card-foot")).toContainText("Adjusted for the share of disadvantaged pupils");
  await expect(list.getByRole("columnheader", { name: /%, adjusted/ })).toHaveCount(1);
  await expect(list).toContainText(/tenth or better; \d+ could/);
  expect(await list.getByRole("rowheader").allTextContents()).not.toEqual(published);
  expect(await download(page, "top-ten-south-west.csv")).toMatch(/"disadvantaged, eal, sen, prior_attainment, sponsored"/);

  await expect.poll(() => address(page)).toContain("adjust=");

  // The region's page has its own switch.
  await visit(page, "#region/south-west");
  await expect(finding(page)).toHaveText("South West");
  const said = page.locator("ul.sentences, ol.sentences").first();
  await expect(said).toContainText("Adjusted for context it has 25.0%: it is 2nd, and could be 1st to 7th.");
  await expect(page.locator(".lead")).toContainText("20.1%");
  const trusts = card(page, "Trusts in the South West");
  await expect(trusts.getByRole("columnheader", { name: /%, adjusted/ })).toHaveCount(1);
  await expect(page.locator("section.rank-ranges .subtitle")).toContainText("adjusted for context");
  const rules = card(page, "Its figure under each regional rule");
  await expect(rules.getByRole("columnheader", { name: /%, adjusted/ })).toHaveCount(1);
  expect((await row(rules.getByRole("table"), "Simple mean")).slice(1, 3)).toEqual(["25.0", "2"]);
  const parts = page.getByRole("link", { name: "Choose what is adjusted for" });
  await expect(parts).toHaveAttribute("href", /adjust=/);
  expect(await violations(page)).toEqual([]);
  await adjusted(page).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(trusts.getByRole("columnheader", { name: /%, adjusted/ })).toHaveCount(0);
  await expect.poll(() => address(page)).not.toContain("adjust");

  // And that on top tens.
  await visit(page, "#top-ten/south-west");
  await expect(page.locator("section.rank-ranges .subtitle")).not.toContainText("adjusted for context");
  const headline = await finding(page).textContent();
  await adjust(page);
  await expect(page.locator("section.rank-ranges .subtitle")).toContainText("adjusted for context");
  await expect(finding(page)).toHaveText(headline ?? "");

  await expect.poll(() => address(page)).toContain("adjust=");
  await visit(page, "#compare/5132,2939");
  await expect(page.getByRole("cell", { name: /^disadvantaged pupils, adjusted for the share of/ }).first()).toBeVisible();
  expect(problems).toEqual([]);
});

test("Robustness says what kind of choice breaks a headline", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await page.locator(".check", { hasText: "choices of context" }).getByRole("link", { name: "See Robustness" }).click();
  const section = page.locator(".in-context");
  await expect(section.locator(".check", { hasText: "South West" })).toHaveText(
    "South West lowest: holds in 6 of 64 combinations of context and rules. Not once first language or prior attainment " +
      "is counted.",
  );
  const headlines = card(page, "Headlines under every choice of context").getByRole("table");
  expect((await row(headlines, "South West lowest")).slice(1, 5)).toEqual(["6", "32", "6", "64"]);
  await expect(card(page, /^Trusts of the South West under every choice/).getByRole("table").locator("tbody tr")).toHaveCount(28);
  expect(await violations(page)).toEqual([]);
  expect(problems).toEqual([]);
});

/** A trust file with this many trusts in two regions, each with a context, of the year that ends in `ends`. */
function trusts(count: number, head = "PFSM6CLA1A_MATPTINC", cell = (index: number) => `${20 + ((index * 7) % 23)}%`): string {
  const lines = [`TRUST_UID,TRUST_NAME,TRUST_LEADREGION,NUMINST_MATPTINC,TPUP_MATPTINC,${head},PTL2BASICS_95_WGTAVG_FSM6CLA1A`];
  for (let index = 0; index < count; index++) {
    const region = index % 2 ? "London" : "South West";
    lines.push(`${index + 1},TRUST ${index + 1},${region},4,900,${cell(index)},${20 + ((index * 5) % 31)}%`);
  }
  return `${lines.join("\n")}\n`;
}

test("the list of trusts and Spread follow the switch, and their headlines do not", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await visit(page, "#trusts");
  const list = page.locator("section.listed");
  const figures = list.getByRole("columnheader", { name: /, %/ }).first();
  await expect(figures).toHaveText(/, %$/);
  await expect(list.getByRole("row", { name: /Greenshaw/ })).toContainText("34");
  await adjust(page);
  await expect(figures).toHaveText(/, %, adjusted$/);
  // Greenshaw's move from 28th to 4th is the method's.
  const greenshaw = list.getByRole("row", { name: /Greenshaw/ });
  await expect(greenshaw.getByRole("cell").nth(1)).toContainText("36.2");
  await expect(greenshaw.getByRole("cell").nth(3)).toHaveText("4");
  await expect(list.locator(".card-foot")).toContainText("Adjusted for the share of disadvantaged pupils");
  await expect(page.locator(".adjusting")).toContainText("Adjusting can take away what a trust did itself");
  const csv = await download(page, "trusts.csv");
  expect(csv.split("\n")[0]).toMatch(/, %, adjusted.*Adjusted for/);
  expect(csv).toMatch(/Greenshaw.*\b36\.2\d*,.*"disadvantaged, eal, sen, prior_attainment, sponsored"/i);
  expect(await violations(page)).toEqual([]);

  await expect.poll(() => address(page)).toContain("adjust=");
  await visit(page, "#spread");
  const strip = page.locator("section.trusts-by-region");
  await expect(strip.locator(".subtitle")).toContainText("adjusted for context");
  await expect(strip.locator(".card-foot")).toContainText("Adjusted for the share of disadvantaged pupils");
  expect(await download(page, "spread.csv")).toContain("Adjusted for");
  const headline = (await finding(page).textContent()) ?? "";
  await adjusted(page).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(strip.locator(".subtitle")).not.toContainText("adjusted for context");
  await expect(finding(page)).toHaveText(headline);
  expect(await download(page, "spread.csv")).not.toContain("Adjusted for");
  expect(problems).toEqual([]);
});

test("a trend is adjusted year by year, and a year without a part is a gap with its reason", async ({ page }) => {
  const problems = await open(page);
  const cell = (index: number): string => `${20 + ((index * 7) % 23)}%,${95 + ((index * 5) % 13)}`;
  const withPrior = (ends: number): string =>
    trusts(40, "PFSM6CLA1A_MATPTINC,KS2ASS_MATPTINC", (index) => cell(index * index + index * ends));
  const last = "mats_2024-25.csv";
  await drop(page, written("mats_2022-23.csv", withPrior(3)), written("mats_2023-24.csv", withPrior(4)), written(last, trusts(40)));
  await visit(page, "#trend");
  // No longer the demonstration's nine.
  await expect(finding(page)).toContainText("of 2 regions");
  const regions = page.locator("section.trend-regions");
  await expect(regions.locator(".subtitle")).not.toContainText("adjusted");
  const headline = (await finding(page).textContent()) ?? "";
  await page.getByLabel("Year", { exact: true }).selectOption("2023/24");
  await adjust(page);
  await expect(regions.locator(".subtitle")).toContainText("adjusted for context by year");
  await expect(regions.locator(".subtitle")).toContainText("2024/25 is left out: the files do not have prior attainment.");
  await expect(regions.locator(".subtitle")).toContainText("the tests of 2020 and 2021 were cancelled");
  await expect(regions.locator("svg.picture")).toContainText("not adjusted");
  await expect(regions.locator(".card-foot")).toContainText("Each year is adjusted by the files of that year");
  await expect(finding(page)).toHaveText(headline);
  expect(await download(page, "trend.csv")).toMatch(/2022\/23, %, adjusted/);
  expect(await violations(page)).toEqual([]);

  // The last year alone has no prior attainment. What it offers, all years have.
  await page.getByLabel("Year", { exact: true }).selectOption("2024/25");
  await expect(regions.locator(".subtitle")).not.toContainText("left out");
  await expect(regions.locator(".card-foot")).toContainText("Adjusted for the share of disadvantaged pupils. Each year");
  await adjusted(page).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(regions.locator(".subtitle")).not.toContainText("adjusted");
  expect(problems).toEqual([]);
});

test("where figures cannot be adjusted the reason is given instead", async ({ page }) => {
  const problems = await open(page);
  const panel = page.locator(".adjusting");
  const chart = page.locator("section.moved-regions");
  await drop(page, written("mats_2022-23.csv", trusts(6)));
  await expect(page.locator(".file-name")).toHaveText("mats_2022-23.csv");
  await adjusted(page).focus();
  await page.keyboard.press("Space");
  await expect(panel).toContainText("6 trusts have a figure and every part, and 10 are needed.");
  await expect(chart).toHaveCount(0);
  expect(await violations(page)).toEqual([]);

  for (const [year, text, reason] of [
    // A figure that follows from the part alone.
    ["2023-24", trusts(60, "PFSM6CLA1A_MATPTINC", (index) => `${30 + ((index * 5) % 31)}%`), "exactly, which chance does not allow"],
    ["2024-25", trusts(60).replaceAll("London", "South West"), "all trusts are in one region"],
  ] as const) {
    await drop(page, written(`mats_${year}.csv`, text));
    await expect(panel).toContainText(reason);
    await expect(chart).toHaveCount(0);
  }
  expect(problems).toEqual([]);
});

test("parts that the files lack, and parts that say nothing new, are named with the reason", async ({ page }) => {
  const problems = await open(page);
  const panel = page.locator(".adjusting");
  const share = (index: number): number => 20 + ((index * index * 7) % 23);
  const three = "PFSM6CLA1A_MATPTINC,PEALGRP2_MATPTINC,PSEN_ALL4_MATPTINC";
  await drop(page, written("mats_2022-23.csv", trusts(60, three, (index) => `${share(index)}%,${2 * share(index)}%,11%`)));
  await expect(page.locator(".file-name")).toHaveText("mats_2022-23.csv");
  await adjusted(page).check();
  await expect(panel).toContainText("One part is not counted, first language: the other parts say the same.");
  await expect(panel).toContainText("One part is not counted, special educational needs: it is the same everywhere.");
  await expect(page.locator("section.moved-regions")).toHaveCount(1);

  // Later pupils took no tests at the end of primary school.
  await drop(page, written("mats_2024-25.csv", trusts(40)));
  await expect(panel).toContainText("the tests of 2020 and 2021 were cancelled");
  expect(problems).toEqual([]);
});

test("on a phone nothing runs over the side", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 720 });
  await openWithTrustFile(page);
  await page.getByText("Choose what is shown").click();
  await adjusted(page).check();
  await expect(moves(page)).toHaveCount(1);
  expect(await over(page)).toBeLessThanOrEqual(0);
});
