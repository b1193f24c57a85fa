// Help: which files to get, a tour, explained words, and what not to conclude.
import { expect, test } from "@playwright/test";
import { violations } from "./support/access.ts";
import { card, go, open, openWithTrustFile } from "./support/page.ts";

test("without files, the page says which to get, where, and what to tick", async ({ page }) => {
  await open(page);
  await expect(page.getByText("These trusts are made up, to show what the page does.")).toBeVisible();
  await page.getByText("Which files, step by step").click();
  const steps = page.locator(".guidance ol > li");
  await expect(steps).toHaveCount(6);
  await expect(steps.nth(0)).toContainText("tick key stage 4");
  await expect(steps.nth(0).getByRole("link")).toHaveAttribute("href", /compare-school-performance\.service\.gov\.uk/);
  await expect(steps.nth(1)).toContainText("england_ks4-mats-performance.csv");
  await expect(steps.nth(3).getByRole("link")).toHaveAttribute("href", /get-information-schools\.service\.gov\.uk/);
  expect(await violations(page)).toEqual([]);
});

test("with files there is no such guidance", async ({ page }) => {
  await openWithTrustFile(page);
  await expect(page.locator(".guidance")).toHaveCount(0);
});

test("the first page's tour works by keyboard, points at each part, and ends where it began", async ({ page }) => {
  const problems = await open(page);
  const offer = page.getByRole("button", { name: "New here? Show me around" });
  await offer.focus();
  await page.keyboard.press("Enter");
  const tour = page.getByRole("region", { name: "Tour" });
  await expect(tour.getByRole("button", { name: "Next" })).toBeFocused();
  for (const [part, words] of [
    [".finding", "1 of 6: This sentence says what the figures show"],
    [".choices", "2 of 6: Choose what is shown"],
    [".regional-gap", "3 of 6: This chart compares each region’s"],
    [".tiles", "4 of 6: The same gaps"],
    [".trusts-by-region", "5 of 6: Every trust is a dot"],
    [".file-bar", "6 of 6: Add your own files here"],
  ] as const) {
    await expect(tour.getByRole("status")).toContainText(words);
    await expect(page.locator("[data-pointed-at]")).toHaveCount(1);
    await expect(page.locator(part).first()).toHaveAttribute("data-pointed-at", "");
    await expect(page.locator(part).first()).toBeInViewport();
    if (part === ".tiles") expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Enter");
  }
  // Enter at the last stop starts again; Escape ends the tour.
  await expect(tour.getByRole("status")).toContainText("1 of 6");
  await page.keyboard.press("Escape");
  await expect(tour).toHaveCount(0);
  await expect(page.locator("[data-pointed-at]")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Show me around", exact: true })).toBeFocused();
  await open(page);
  await expect(page.getByRole("button", { name: "Show me around", exact: true })).toBeVisible();
  expect(problems).toEqual([]);
});

test("a word leads to its meaning", async ({ page }) => {
  await open(page);
  await page.locator(".regional-gap .subtitle").getByRole("link").first().click();
  await expect(page).toHaveURL(/#method\/\w+/);
  const words = card(page, "Glossary");
  await expect(words.locator("dt:focus")).toHaveCount(1);
  for (const word of ["Disadvantaged", "Eligible", "Effective size", "Interval"]) {
    await expect(words.locator("dt", { hasText: word })).toBeVisible();
  }
  await page.goBack();
  await expect(page.locator(".regional-gap")).toBeVisible();
});

test("every finding says what not to conclude from it", async ({ page }) => {
  await openWithTrustFile(page);
  const caution = page.locator("details.caution");
  const told: Record<string, string> = {};
  for (const name of ["Regions", "Top ten", "Trusts", "Funnel", "Robustness"] as const) {
    await go(page, name);
    await caution.getByText("What should I not conclude?").click();
    for (const warning of ["Intake:", "Context:", "Small numbers:"]) {
      await expect(caution.locator("li", { hasText: warning })).toBeVisible();
    }
    told[name] = (await caution.locator("li").first().textContent()) ?? "";
  }
  expect(new Set(Object.values(told)).size).toBe(5);
});
