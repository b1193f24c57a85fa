// A visit by keyboard only: from the first page to a printed and downloaded comparison.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { dataFile } from "./support/data.ts";
import { TRUST_FILE, finding, marks, open } from "./support/page.ts";

/** Presses Tab until something has the keyboard, as who does not know how far it is. */
async function tabTo(page: Page, what: Locator): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press("Tab");
    if ((await what.count()) === 1 && (await what.evaluate((element) => element === document.activeElement))) break;
  }
  await expect(what).toBeFocused();
}

/** Where the keyboard is can be seen: there is a ring around it, and it is in the window. */
async function expectVisibleFocus(page: Page): Promise<void> {
  const ring = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement ?? document.body);
    return style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
  });
  expect(ring).toBe(true);
}

test("by keyboard alone from the first visit to an exported comparison", async ({ page }) => {
  // Waits from the start, because waiting only when the key is pressed may be too late.
  const chooser = page.waitForEvent("filechooser");
  const problems = await open(page);
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const link = (name: string | RegExp): Locator => page.getByRole("main").getByRole("link", { name }).first();

  // The first Tab reaches the link that skips the header.
  await press("Tab");
  await expect(page.getByRole("link", { name: "Skip to main content" })).toBeFocused();
  await press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  // The file is chosen with the button, and a message says when it has been read.
  const add = page.getByRole("button", { name: "Add files" });
  await tabTo(page, add);
  await expectVisibleFocus(page);
  await press("Enter");
  await (await chooser).setFiles(dataFile(TRUST_FILE));
  await expect(page.getByRole("status").first()).toContainText("216 trusts");
  await expect(finding(page)).toContainText("London");

  // Moves along the gap chart's marks to London. Enter opens the region.
  const gap = marks(page.locator("section.regional-gap"));
  await tabTo(page, gap);
  await expectVisibleFocus(page);
  await press("ArrowRight");
  await expect(gap).toHaveAttribute("aria-valuetext", /^London: /);
  await press("Enter");
  await expect(finding(page)).toHaveText("London");
  await expect(page.getByRole("main")).toBeFocused();

  // To the list of all trusts: search, tick two.
  const trusts = page.getByRole("navigation").getByRole("link", { name: "Trusts", exact: true });
  await trusts.focus();
  await press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Every trust");
  const search = page.getByLabel("Search by name");
  await tabTo(page, search);
  await page.keyboard.type("learning trust");
  const ticks = page.getByRole("main").getByRole("table").getByRole("checkbox");
  await expect(ticks.nth(1)).toBeVisible();
  for (const place of [0, 1]) {
    await tabTo(page, ticks.nth(place));
    await expectVisibleFocus(page);
    await press("Space");
    await expect(ticks.nth(place)).toBeChecked();
  }
  // Back past the start of the table to the link for comparing.
  const compare = link(/^Compare/);
  for (let step = 0; step < 60; step += 1) {
    await press("Shift+Tab");
    if (await compare.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(compare).toBeFocused();
  await press("Enter");
  await expect(page).toHaveURL(/#compare\/\d+,\d+/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  // Downloads the comparison's figures by keyboard.
  const csv = page.getByRole("button", { name: /^Download .*\.csv$/ }).first();
  await tabTo(page, csv);
  await expectVisibleFocus(page);
  const coming = page.waitForEvent("download");
  await press("Enter");
  const file = await coming;
  const text = readFileSync(await file.path(), "utf8");
  expect(text.split("\n").length).toBeGreaterThan(3);
  expect(text).toMatch(/Learning Trust/i);
  expect(problems).toEqual([]);
});
