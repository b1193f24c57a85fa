// The part of the program that comes later (src/later.rs, xtask/parts).
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { violations } from "./support/access.ts";
import { drop, finding, go, open, settled, trustFile } from "./support/page.ts";

const PART = /later-[0-9a-f]+\.wasm$/;

/** The files of the later part that the browser asks for. */
function asked(page: Page): string[] {
  const names: string[] = [];
  page.on("request", (request) => {
    const name = PART.exec(request.url());
    if (name) names.push(name[0]);
  });
  return names;
}

test("the first page and the list of trusts need no later part, which comes once and before it is needed", async ({ page }) => {
  const names = asked(page);
  let arrive = (): void => {};
  const gate = new Promise<void>((open) => (arrive = open));
  await page.route(PART, async (route) => {
    await gate;
    await route.continue();
  });
  await open(page);
  await expect(finding(page)).toContainText(/London|region/);
  await go(page, "Trusts");
  await expect(page.locator("#trusts-heading")).toBeVisible();
  await expect.poll(() => names.length).toBe(1);
  // Another page says that it is on its way, and is there when it has come.
  await go(page, "Compare");
  await expect(page.getByRole("status").filter({ hasText: "Loading this page" })).toBeVisible();
  arrive();
  await expect(finding(page)).toBeVisible();
  await settled(page);
  await go(page, "Method");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(names.length).toBe(1);
});

test("a later part that does not come is reported, what was opened stays, and it can be asked for again", async ({ page }) => {
  await page.route(PART, (route) => route.abort());
  await open(page);
  await drop(page, trustFile());
  await expect(finding(page)).toContainText("London");
  await go(page, "Compare");
  const alert = page.getByRole("alert").filter({ hasText: "This page could not be loaded" });
  await expect(alert).toContainText("What you opened is still here.");
  expect(await violations(page)).toEqual([]);
  await alert.getByRole("button", { name: "Try again" }).click();
  // It fails again, and is reported again.
  await expect(alert).toBeVisible();
  await page.unroute(PART);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(finding(page)).toBeVisible();
  await expect(page.locator(".file-name")).toHaveText("england_ks4-mats-performance.csv");
  await expect(page.locator("#crash")).toBeHidden();
});

test("an address of another page opens with the later part, without a message before it", async ({ page }) => {
  await page.goto("./#method");
  await settled(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Loading this page")).toHaveCount(0);
});
