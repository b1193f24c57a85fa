// The user's colours, and undo for every choice.
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { violations } from "./support/access.ts";
import { go, open, settled } from "./support/page.ts";

const paper = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

const LIGHT = "rgb(251, 251, 249)";
const DARK = "rgb(14, 20, 28)";

test("light and dark follow the system or the user's choice, also the next time", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page);
  expect(await paper(page)).toBe(LIGHT);
  await page.getByLabel("Colours").selectOption("Dark");
  await expect.poll(() => paper(page)).toBe(DARK);
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await settled(page);
  await open(page);
  expect(await paper(page)).toBe(DARK);
  await expect(page.getByLabel("Colours").locator("option:checked")).toHaveText("Dark");
  await page.getByLabel("Colours").selectOption("Light");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => paper(page)).toBe(LIGHT);
  await page.getByLabel("Colours").selectOption("System colours");
  await expect.poll(() => paper(page)).toBe(DARK);
  expect(await page.evaluate(() => localStorage.getItem("trust-gap-dark"))).toBeNull();
  // Paper is never dark.
  await page.getByLabel("Colours").selectOption("Dark");
  await page.emulateMedia({ media: "print" });
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--surface"))).toBe("#fff");
});

test("every choice can be undone and redone, by button and by key", async ({ page }) => {
  const problems = await open(page);
  const undo = page.getByRole("button", { name: "Undo" });
  const redo = page.getByRole("button", { name: "Redo" });
  await expect(undo).toHaveCount(0);
  const first = await page.getByRole("heading", { level: 1 }).textContent();
  await page.getByLabel("Measure").selectOption("Attainment 8");
  await expect(undo).toHaveAccessibleDescription("Undo: measure");
  await page.getByRole("radio", { name: "Gap" }).check({ force: true });
  await expect(undo).toHaveAccessibleDescription("Undo: pupils");
  await expect(page).toHaveURL(/measure=att8.*|pupils=gap/);
  await undo.click();
  await expect(page.getByRole("radio", { name: "Disadvantaged" })).toBeChecked();
  await expect(redo).toHaveAccessibleDescription("Redo: pupils");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(first ?? "-");
  await expect(page).not.toHaveURL(/measure/);
  await expect(undo).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Control+Shift+z");
  await expect(page.getByLabel("Measure").locator("option:checked")).toHaveText("Attainment 8");
  await redo.click();
  await expect(page.getByRole("radio", { name: "Gap" })).toBeChecked();
  expect(await violations(page)).toEqual([]);
  // After a new choice, nothing can be redone.
  await undo.click();
  await page.getByLabel("Regional figure").selectOption({ index: 1 });
  await expect(redo).toHaveAttribute("aria-disabled", "true");
  expect(problems).toEqual([]);
});

test("rules and areas are undone on Method, and a text field keeps its own undo", async ({ page }) => {
  await open(page);
  await go(page, "Method");
  const undo = page.getByRole("button", { name: "Undo" });
  await page.getByLabel("Minimum schools that count").selectOption("5");
  await expect(undo).toHaveAccessibleDescription("Undo: rules");
  await page.getByRole("button", { name: "Add the South West peninsula" }).click();
  await page.getByRole("button", { name: "Add the area" }).click();
  await expect(undo).toHaveAccessibleDescription("Undo: areas");
  await page.getByLabel("Name of a new area").focus();
  await page.keyboard.type("North");
  await page.keyboard.press("Control+z");
  await expect(undo).toHaveAccessibleDescription("Undo: areas");
  await undo.click();
  await expect(undo).toHaveAccessibleDescription("Undo: rules");
  await undo.click();
  await expect(page.getByLabel("Minimum schools that count")).toHaveValue("3");
});
