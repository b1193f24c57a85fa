import { expect, test } from "@playwright/test";
import { open } from "./support/page.ts";

test("a panic is reported to the user, who can reload", async ({ page }) => {
  await open(page);
  // Yew panics if the browser refuses to make an element.
  await page.evaluate(() => {
    document.createElement = () => {
      throw new Error("refused by the test");
    };
  });
  await page.getByRole("link", { name: "Method", exact: true }).click();
  const message = page.getByRole("alert").filter({ hasText: "Something went wrong in the page" });
  await expect(message).toBeVisible();
  await expect(page.locator("#crash-detail")).toContainText("panicked at");
  await message.getByRole("link", { name: "Reload the page" }).click();
  await expect(message).toBeHidden();
  await expect(page.locator("svg.picture")).toHaveCount(2);
});

test("a page whose program cannot be loaded says so", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("./");
  await expect(page.getByText("Something went wrong in the page")).toBeVisible();
});
