// Tables on a phone: the figure beside the name, other columns by choice, and a sign where there is more.
import { expect, test } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { over, violations } from "./support/access.ts";
import { card, go, open, openWithTrustFile } from "./support/page.ts";

/** The heads of the columns that are shown. */
const shown = (table: Locator): Promise<string[]> =>
  table.locator("thead th").evaluateAll((heads) => heads.filter((head) => head.checkVisibility()).map((head) => head.textContent ?? ""));

async function bestOfEngland(page: Page): Promise<Locator> {
  await go(page, "Method");
  const best = card(page, "The ten best of England under these rules");
  await best.locator("summary").first().click();
  await expect(best.getByRole("table")).toBeVisible();
  return best;
}

test("a phone shows name and figure, and by choice the other columns", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  const problems = await openWithTrustFile(page);
  const best = await bestOfEngland(page);
  const table = best.getByRole("table");
  expect(await shown(table)).toEqual(["Trust", "Grade 5+, %"]);
  // Names wrap.
  const cut = await table.locator("tbody th").evaluateAll((names) => names.filter((name) => name.scrollWidth > name.clientWidth).length);
  expect(cut).toBe(0);

  const columns = best.getByText("Columns", { exact: true });
  await columns.focus();
  await page.keyboard.press("Enter");
  const region = best.getByRole("group", { name: "Columns to show" }).getByRole("checkbox", { name: "Lead region" });
  await expect(region).not.toBeChecked();
  await region.focus();
  await page.keyboard.press("Space");
  await expect.poll(() => shown(table)).toEqual(["Trust", "Lead region", "Grade 5+, %"]);
  expect(await violations(page)).toEqual([]);
  expect(await over(page)).toBeLessThanOrEqual(0);

  // The choice outlasts another rule.
  await page.getByLabel("Regional figure").selectOption("pupils");
  await expect(page).toHaveURL(/regional=pupils/);
  await expect.poll(() => shown(table)).toEqual(["Trust", "Lead region", "Grade 5+, %"]);
  expect(problems).toEqual([]);
});

test("a wide window shows every column and no choice", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page);
  const best = await bestOfEngland(page);
  expect((await shown(best.getByRole("table"))).length).toBe(6);
  await expect(best.getByText("Columns", { exact: true })).toBeHidden();
});

test("on a phone the list of trusts has other columns by choice, and a shadow at the side where there is more", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await openWithTrustFile(page);
  await go(page, "Trusts");
  const list = page.getByRole("region", { name: "Trusts", exact: true });
  const table = list.getByRole("table");
  await expect(list.locator("tbody tr").first()).toBeVisible();
  const isWider = (): Promise<boolean> => list.evaluate((list) => list.scrollWidth > list.clientWidth);
  expect((await shown(table)).slice(1)).toEqual(["Trust", "Grade 5+, %"]);
  expect(await isWider()).toBe(false);

  await page.getByText("Columns", { exact: true }).click();
  const columns = page.getByRole("group", { name: "Columns to show" }).getByRole("checkbox");
  await expect(columns).toHaveCount(7);
  for (const column of await columns.all()) await column.check();
  expect((await shown(table)).length).toBe(9);
  expect(await isWider()).toBe(true);
  await expect(list).toHaveCSS("background-attachment", "local, local, scroll, scroll");
  expect(await violations(page)).toEqual([]);
  expect(await over(page)).toBeLessThanOrEqual(0);
});
