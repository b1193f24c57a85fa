// A trust on a page: verdict, every measure, schools, similar trusts; the rest folded; one side of A4.
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { violations } from "./support/access.ts";
import {
  GROUP_LINKS,
  SCHOOL_FILE,
  card,
  download,
  finding,
  marks,
  open,
  openWith,
  openWithTrustFile,
  published,
  row,
  trustFile,
  visit,
} from "./support/page.ts";

/** The sides of paper that the page takes in print. */
async function sides(page: Page): Promise<number> {
  const margin = { top: "1cm", right: "1cm", bottom: "1cm", left: "1cm" };
  const pdf = await page.pdf({ format: "A4", margin });
  return [...pdf.toString("latin1").matchAll(/\/Type\s*\/Page\b/g)].length;
}

test("a trust's page answers in a sentence and one picture, and folds the rest", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await visit(page, "#trust/2939");
  await expect(finding(page)).toHaveText("Dixons Academies Trust");
  await expect(page.locator("p.lead")).toHaveText(
    "37% of disadvantaged pupils reach grade 5 in English and maths: joint first of 28 trusts in Yorkshire and the Humber.",
  );
  await expect(page.locator(".finding")).toContainText(
    "Allowing for chance, it could be 1st to 7th: clearly above 21 of them and not distinguishable from 6.",
  );
  const cards = page.locator(".one-side > .cards > section.card");
  await expect(cards).toHaveCount(6);
  await expect(cards.nth(5)).toBeVisible();
  await expect(cards.getByRole("heading", { level: 2 })).toHaveText([
    "Dixons Academies Trust: clearly better than the mean of Yorkshire and the Humber in all 7 measures",
    "Beside trusts with such an intake",
    "Its schools",
    "Trusts in similar contexts that do better",
    "What if?",
    "Dixons Academies Trust has more than 99 chances in 100 of being in Yorkshire and the Humber’s top ten",
  ]);
  const measures = card(page, "Every measure, compared with region and country");
  await expect(measures).toBeHidden();

  const spine = page.locator("section.trust-spine");
  await marks(spine).focus();
  await page.keyboard.press("Home");
  await expect(marks(spine)).toHaveAttribute(
    "aria-valuetext",
    /^Grade 5\+ in English and maths: 37% \(95% interval 33% to 42%\), clearly better than its region’s mean \(23\.2%\); trusts there 16 to 37; England’s mean \(24\.0%\); joint first of 28 in its region$/,
  );
  const csv = await download(page, "trust-spine.csv");
  expect(csv).toMatch(/^"Grade 5\+ in English and maths, disadvantaged pupils, %",37,/m);

  await page.getByText("All figures", { exact: true }).click();
  await expect(measures).toBeVisible();
  expect((await row(measures.getByRole("table"), "disadvantaged pupils, %"))[5]).toBe("joint first of 28");
  expect(await violations(page)).toEqual([]);

  // Of a gap the smallest is first, and better is to the right all the same.
  await page.getByLabel("Gap", { exact: true }).check({ force: true });
  await expect(page.locator("p.lead")).toContainText(/^The gap in Grade 5\+ in English and maths is \d+ percentage points: .*smallest of 28 trusts in /);
  expect(problems).toEqual([]);
});

test("a trust without a figure gives the reason instead of a verdict", async ({ page }) => {
  await openWithTrustFile(page);
  await visit(page, "#trusts");
  const withheld = page.getByRole("table").getByRole("row", { name: /suppressed/ }).first();
  await page.getByRole("columnheader", { name: /grade 5/i }).getByRole("button").click();
  await page.getByRole("region", { name: "Trusts", exact: true }).evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await withheld.getByRole("link").click();
  await expect(page.locator("p.lead")).toHaveText("It has no figure to be ranked by: suppressed.");
  await expect(page.locator(".finding")).not.toContainText("By chance");
});

test("similar trusts that do better are named with the measures in which they do", async ({ page }) => {
  await openWithTrustFile(page);
  await visit(page, "#trust/16503");
  const similar = card(page, "Trusts in similar contexts that do better");
  const better = similar.locator("> ul.neighbours > li");
  await expect(better).toHaveCount(5);
  await expect(better.first()).toHaveText(/^Dudley Academies Trust: 17% \(distinguishable\), better in all 7 measures$/);
  await expect(better.nth(2)).toContainText("better in 5 of 7 measures: Grade 5+, Attainment 8, Progress 8,");
  await better.first().getByRole("link").click();
  await expect(finding(page)).toHaveText("Dudley Academies Trust");
});

test("ranks as published and schools as computed are on one page, and it prints on one side", async ({ page }) => {
  await openWith(page, trustFile(), published(SCHOOL_FILE), published(GROUP_LINKS));
  await visit(page, "#trust/16049");
  await expect(page.locator("p.lead")).toContainText(/: .* of 28 trusts in the South West\.$/);
  const schools = page.locator("section.why-it-is-here");
  await expect(schools).toContainText("Its schools only add detail.");
  await expect(schools.getByRole("img").locator("circle")).toHaveCount(5);
  await expect(card(page, "Beside trusts with such an intake")).toBeVisible();
  expect(await sides(page)).toBe(1);

  await page.emulateMedia({ media: "print" });
  for (const shown of ["p.lead", "section.trust-spine .picture", "section.why-it-is-here .picture", "ul.neighbours"]) {
    await expect(page.locator(shown).first()).toBeVisible();
  }
  await expect(page.getByText("All figures", { exact: true })).toBeHidden();
  await expect(card(page, "Beside trusts with such an intake")).toBeHidden();
});

test("a trust's page on the demonstration has its years and prints on one side", async ({ page }) => {
  await open(page);
  await visit(page, "#trusts");
  await page.getByRole("rowheader").getByRole("link").first().click();
  await expect(page.locator("p.lead")).toContainText(" trusts in ");
  await expect(page.locator("section.trend-of-trust svg.picture")).toBeVisible();
  await expect(page.locator("section.rank-chances svg.picture")).toBeVisible();
  expect(await sides(page)).toBe(1);
});
