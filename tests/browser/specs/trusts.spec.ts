// Searching, sorting and comparing trusts: the list, a trust's page, a comparison, and links.
import { expect, test } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import {
  card,
  drop,
  finding,
  go,
  open,
  openWith,
  openWithTrustFile,
  row,
  settled,
  topTen,
  trustFile,
  written,
} from "./support/page.ts";

const TWYFORD = "Twyford Church of England Academies Trust";
const REACH_SOUTH = "Reach South Academy Trust";
const ARETE = "Areté Learning Trust";

const list = (page: Page): Locator => page.getByRole("region", { name: "Trusts", exact: true });
const rows = (page: Page): Locator => list(page).locator("tbody tr:not(.filler)");
const names = (page: Page): Promise<string[]> => rows(page).locator("th").allTextContents();

async function openTrusts(page: Page): Promise<void> {
  await openWithTrustFile(page);
  await go(page, "Trusts");
  await expect(page.getByRole("heading", { level: 2, name: /eligible/ })).toContainText("216 trusts");
  await expect(page.getByLabel("Size").locator("option:checked")).toHaveText("Any");
}

/** A trust file of so many trusts, of which every tenth has no figure. */
function fileOf(count: number): string {
  const lines = Array.from({ length: count }, (_, at) => {
    const figure = at % 10 === 9 ? "SUPP" : `${10 + (at % 80)}`;
    return `202223,Multi-academy trusts,TRUST ${at},${1000 + at},London,5,500,${figure},${figure}`;
  });
  const columns =
    "TIME_PERIOD,TRUST_GROUP_TYPE,TRUST_NAME,TRUST_UID,TRUST_LEADREGION,INSTITUTIONS_MATPTINC,TPUP_MATPTINC," +
    "PTL2BASICS_95_WGTAVG,PTL2BASICS_95_WGTAVG_FSM6CLA1A";
  return [columns, ...lines].join("\r\n");
}

test("a trust is found whatever its case and accents", async ({ page }) => {
  await openTrusts(page);
  await page.getByLabel("Search by name").fill("arete");
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(ARETE);
  await page.getByLabel("Search by name").fill("no such trust");
  await expect(page.getByRole("heading", { level: 2, name: "No trusts match your search." })).toBeVisible();
});

test("the list is sorted by its headings, and rows without a figure are last both ways", async ({ page }) => {
  await openTrusts(page);
  const head = page.getByRole("columnheader", { name: /grade 5/i });
  const first = (): Locator => rows(page).first();
  await head.getByRole("button").click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  const low = await first().locator("th").textContent();
  await head.getByRole("button").click();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await expect(first()).toContainText(TWYFORD);
  expect(await first().locator("th").textContent()).not.toBe(low);
  await expect(first()).not.toContainText("suppressed");
  const names = page.getByRole("columnheader", { name: "Trust", exact: true });
  await names.getByRole("button").click();
  await expect(first()).toContainText(/^A/);
});

test("of a list of three thousand trusts, few rows are in the page", async ({ page }) => {
  await open(page);
  await drop(page, written("many.csv", fileOf(3000)));
  await expect(page.locator(".file-name")).toHaveText("many.csv");
  await go(page, "Trusts");
  await expect(page.getByRole("heading", { level: 2, name: /eligible/ })).toContainText("3,000 trusts");
  expect(await rows(page).count()).toBeLessThan(200);
  const before = await names(page);
  await list(page).evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
  await expect.poll(async () => (await names(page))[30]).not.toBe(before[30]);
  expect(await rows(page).count()).toBeLessThan(200);
  // Trusts without a figure are at the end, whichever way the figures are sorted.
  const head = page.getByRole("columnheader", { name: /grade 5/i }).getByRole("button");
  for (const _ of ["ascending", "descending"]) {
    await head.click();
    await list(page).evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await expect(rows(page).last()).toContainText("suppressed");
  }
});

for (const [name, figure, ofRegion, ofEngland] of [
  [TWYFORD, "60", "first of 19", "first of 212"],
  [REACH_SOUTH, "5", "28th of 28", "212th of 212"],
] as const) {
  test(`the page of ${name} has its published figure and its rank`, async ({ page }) => {
    await openTrusts(page);
    await page.getByLabel("Search by name").fill(name);
    await rows(page).getByRole("link", { name }).click();
    await expect(finding(page)).toHaveText(name);
    await expect(page.locator("p.lead")).toContainText(`${figure}% of disadvantaged pupils reach grade 5`);
    await expect(page.locator("p.lead")).toContainText(`: ${ofRegion} trusts in `);
    await expect(card(page, "Every measure, compared with region and country")).toBeHidden();
    await page.getByText("All figures", { exact: true }).click();
    const measures = card(page, "Every measure, compared with region and country").getByRole("table");
    const cells = await row(measures, "disadvantaged pupils, %");
    expect([cells[1], cells[5], cells[7]]).toEqual([expect.stringMatching(new RegExp(`^${figure}\\s\\(`)), ofRegion, ofEngland]);
    await expect(card(page, "Its context").getByRole("row", { name: /^Disadvantaged pupils/ })).toBeVisible();
    const similar = card(page, /^Trusts in similar contexts/);
    const better = name === TWYFORD ? 0 : 5;
    await expect(similar.getByRole("listitem")).toHaveCount(better);
    await similar.getByText("All of the trusts in similar contexts").click();
    await expect(similar.getByRole("listitem")).toHaveCount(better + 10);
  });
}

test("from a drop to a comparison; a link in a new page shows the same screen", async ({ page, context }) => {
  await openTrusts(page);
  for (const name of [TWYFORD, REACH_SOUTH]) {
    await page.getByLabel("Search by name").fill(name);
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText(name);
    await rows(page).getByRole("checkbox").check();
    await expect(page.locator("main")).toContainText(name === TWYFORD ? "One trust is ticked" : "2 trusts are ticked");
  }
  await page.getByRole("link", { name: /^Compare/ }).last().click();
  await expect(finding(page)).toHaveText("Trusts side by side");
  const pairs = card(page, /^Which are distinguishable/);
  // Trusts of two regions: the pair is one of all England's, as on the page on top tens.
  await expect(pairs.getByRole("listitem")).toHaveCount(1, { timeout: 30_000 });
  await expect(pairs.getByRole("listitem")).toContainText("distinguishable at 95% among England’s 212 trusts");
  const chosen = page.getByRole("list", { name: "Trusts compared" });
  await expect(chosen.getByRole("listitem")).toHaveCount(2);
  const said = await pairs.getByRole("listitem").textContent();
  const link = page.url();

  const anew = await context.newPage();
  await anew.goto(link);
  await settled(anew);
  await expect(anew.locator("#loading")).toHaveCount(0);
  await drop(anew, trustFile());
  await expect(card(anew, /^Which are distinguishable/).getByRole("listitem")).toHaveText([said ?? ""], { timeout: 30_000 });
  expect(anew.url()).toBe(link);
  await anew.close();

  await page.getByRole("button", { name: `Remove ${REACH_SOUTH}` }).press("Enter");
  await expect(chosen.getByRole("listitem")).toHaveCount(1);
  await page.getByLabel("Add a trust").selectOption(ARETE);
  await expect(chosen.getByRole("listitem")).toHaveCount(2);
  await page.goBack();
  await expect(chosen.getByRole("listitem")).toHaveCount(1);
});

test("on a phone the figure is beside the trust's name, without scrolling", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await openWithTrustFile(page);
  await page.goto("./#trusts");
  const row = page.getByRole("table").getByRole("row", { name: /Twyford/ });
  const figure = row.getByRole("cell", { name: /^60/ });
  await expect(figure).toBeVisible();
  const box = await figure.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 9999)).toBeLessThanOrEqual(375);
});

test("a word longer than its column breaks, and the figures of a top ten stay in their card", async ({ page }) => {
  const name = "LLANFAIRPWLLGWYNGYLLGOGERYCHWYRNDROBWLLLLANTYSILIOGOGOGOCH";
  const head = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,NUMINST_MATPTINC,TIME_PERIOD,PTL2BASICS_95_WGTAVG_FSM6CLA1A";
  await openWith(page, written("trusts.csv", `${head}\n1,${name},London,3,202223,40%\n`));
  const list = await topTen(page, "London");
  await list.scrollIntoViewIfNeeded();
  const [card, table] = [await list.boundingBox(), await list.getByRole("table").boundingBox()];
  expect((table?.x ?? 0) + (table?.width ?? 9999)).toBeLessThanOrEqual((card?.x ?? 0) + (card?.width ?? 0));
});
