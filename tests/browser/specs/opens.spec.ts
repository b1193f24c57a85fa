import { expect, test } from "@playwright/test";

test("the page opens below a path and shows its heading", async ({ page }) => {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));

  await page.goto("./");

  // The heading is in index.html too: that what loads has gone shows that the WebAssembly ran.
  await expect(page.locator("#loading")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "Trust Gap Explorer" })).toBeVisible();
  await expect(page.locator("#crash")).toBeHidden();
  expect(problems).toEqual([]);
});
