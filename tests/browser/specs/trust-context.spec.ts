// A trust beside trusts with such an intake, the chances of its rank, its gap inside schools; figures against context.
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { violations } from "./support/access.ts";
import {
  GROUP_LINKS,
  SCHOOL_FILE,
  card,
  download,
  drop,
  marks,
  open,
  openWith,
  openWithTrustFile,
  published,
  row,
  written,
  visit,
} from "./support/page.ts";

const INTAKE = "Beside trusts with such an intake";
const GAP = "The gap inside schools and between them";

/** Opens the page with the trust file at the page of Dixons. */
async function openDixons(page: Page): Promise<{ address: string; problems: string[] }> {
  const problems = await openWithTrustFile(page);
  await visit(page, "#trusts");
  const link = page.getByRole("rowheader").getByRole("link", { name: /^Dixons/ });
  const dixons = (await link.getAttribute("href")) ?? "";
  await visit(page, dixons);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Dixons/);
  return { address: dixons, problems };
}

test("a trust is beside trusts with such an intake, with the difference and both ranks", async ({ page }) => {
  const { problems } = await openDixons(page);
  const intake = card(page, INTAKE);
  await expect(intake).toContainText("Trusts with such an intake have 29.0% on average.");
  await expect(intake).toContainText("a difference of 8.0 percentage points (from 3.7 to 12.3)");
  await expect(intake).toContainText("Unadjusted, it is joint 13th of 212 trusts. Adjusted for context it has 32.0% and is 14th of 212.");
  await expect(intake).toContainText("You have not chosen parts of the context");
  await expect(intake).toContainText("it leaves out what no file has");
  await intake.getByText("As a table, with what is adjusted for").click();
  await expect(intake.getByRole("table")).toBeVisible();
  expect((await row(intake.getByRole("table"), "Difference")).slice(0, 4)).toEqual(["Difference", "8.0", "3.7", "12.3"]);
  expect(await download(page, "trust-intake.csv")).toContain("Adjusted for context,32.0");
  await expect(intake).not.toContainText(/expected of|true figure|real figure/);

  // Parts that the address names are the ones that count.
  await visit(page, (await page.evaluate(() => location.hash)).replace(/\?.*|$/, "?adjust=eal"));
  await expect(intake).toContainText("Adjusted for first language, over 212 trusts.");
  await expect(intake).not.toContainText("You have not chosen parts of the context");
  expect(problems).toEqual([]);
});

test("the chances of a trust's rank are a sentence, a picture that is walked, and a table", async ({ page }) => {
  await openDixons(page);
  const chances = page.locator("section.rank-chances");
  const heading = chances.getByRole("heading", { level: 2 });
  await expect(heading).toHaveText(/^Dixons Academies Trust has (about|more than) \d+ chances? in \d+ of being in Yorkshire and the Humber’s top ten$/);
  await expect(chances).toContainText("of being in England’s top ten.");
  await expect(chances).toContainText("They say nothing about why trusts differ.");
  const walk = marks(chances);
  await walk.focus();
  await page.keyboard.press("ArrowRight");
  await expect(walk).toHaveAttribute("aria-valuetext", /^Ranks 1 to 10: (more than )?\d+%/);
  expect(await violations(page)).toEqual([]);
});

test("the scatter has a part, a region and a trust chosen, walks by keyboard, and its link reopens it", async ({ page }) => {
  const { address } = await openDixons(page);
  await card(page, INTAKE).getByRole("link", { name: "Every trust by a part of its context" }).click();
  const scatter = page.locator("section.scatter");
  await expect(scatter.getByRole("heading", { level: 2 })).toHaveText("Trusts with more disadvantaged pupils have neither clearly higher nor lower figures");
  await expect(scatter.getByRole("img").locator("circle")).toHaveCount(212);
  // Found by name: it is named in the picture.
  await expect(scatter.getByRole("img").locator("text", { hasText: /^Dixons/ })).toHaveCount(1);

  await scatter.getByLabel("Part of the context", { exact: true }).selectOption({ label: "Prior attainment (average at key stage 2)" });
  await expect(scatter.getByRole("heading", { level: 2 })).toHaveText("Trusts with higher prior attainment have higher figures on average");
  await scatter.getByLabel("Region to highlight").selectOption("South West");
  await expect(scatter).toContainText("Trusts in the South West are highlighted.");
  const walk = marks(scatter);
  await walk.focus();
  await page.keyboard.press("End");
  await expect(walk).toHaveAttribute("aria-valuenow", "212");
  await expect(walk).toHaveAttribute("aria-valuetext", /: \d+%, prior attainment at key stage 2 .* than the .*% of trusts with such an intake.*95% interval/);
  expect(await violations(page)).toEqual([]);

  const link = await page.evaluate(() => location.hash);
  expect(link).toContain("against=prior_attainment");
  expect(link).toContain("highlight=south-west");
  expect(link).toContain(/\/(\w+)/.exec(address)?.[1] ?? "-");
  const csv = await download(page, "scatter.csv");
  expect(csv).toMatch(/Dixons Academies Trust,Yorkshire and the Humber,\S+,37,/);
});

test("files that figures cannot be adjusted by give the reason instead", async ({ page }) => {
  const rows = Array.from({ length: 24 }, (_, at) => `${at},Trust ${at},${at % 2 > 0 ? "London" : "South West"},400,${10 + 2 * at}%`);
  const head = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PTL2BASICS_95_WGTAVG_FSM6CLA1A";
  await open(page);
  await drop(page, written("mats_2022-23.csv", [head, ...rows].join("\n")));
  await expect(page.locator(".file-name")).toHaveText("mats_2022-23.csv");
  await visit(page, "#trust/3");
  await expect(card(page, INTAKE)).toContainText("Not adjusted for context: ");
  await page.getByText("All figures", { exact: true }).click();
  await expect(card(page, GAP)).toContainText("Trust files do not say what each school has.");
  await visit(page, "#spread");
  await expect(card(page, "Figures by a part of the context")).toContainText("The files do not say who the pupils are");
});

test("school files give the gap inside schools and between them, for a trust and its region", async ({ page }) => {
  await openWith(page, published(SCHOOL_FILE), published(GROUP_LINKS));
  await visit(page, "#trust/16049");
  await page.getByText("All figures", { exact: true }).click();
  const gap = card(page, GAP);
  await expect(gap).toContainText(/of a gap of .* percentage points, .* is inside the same school and .* is between schools/);
  await expect(gap).toContainText("The gap under the rules in force is");
  await expect(gap.getByRole("row", { name: /^All trusts/ })).toHaveCount(1);
  await expect(card(page, INTAKE)).toContainText("Not adjusted for context: these schools are only a part of the country");
  await visit(page, "#region/south-west");
  await expect(card(page, GAP)).toContainText("is inside the same school");
  expect(await violations(page)).toEqual([]);
  await visit(page, "#spread");
  await expect(card(page, GAP)).toContainText("is inside the same school");
  // The file has some of the country's schools.
  await visit(page, "#regions");
  await expect(page.locator(".adjusting")).toContainText("these schools are only a part of the country, so there is no average context");
});
