import { expect, test } from "@playwright/test";
import { drop, finding, go, open, trustFile } from "./support/page.ts";

test("the page opens on a demonstration that is labelled as made up", async ({ page }) => {
  const problems = await open(page);
  await expect(finding(page)).toContainText(/London|region/);
  await expect(page.getByText("Made-up demonstration data", { exact: true })).toBeVisible();
  await expect(page.getByText("These trusts are made up, to show what the page does.")).toBeVisible();
  const guidance = page.getByRole("link", { name: "the Department for Education's download page" });
  await expect(guidance).toHaveAttribute("href", /^https:\/\/www\.compare-school-performance\.service\.gov\.uk\//);
  await expect(page.locator("svg.picture")).toHaveCount(2);
  await expect(page.locator(".top-ten")).toHaveCount(9);
  await expect(page.locator("#crash")).toBeHidden();
  expect(problems).toEqual([]);
});

test("the demonstration holds three years", async ({ page }) => {
  await open(page);
  const year = page.getByLabel("Year");
  await expect(year.locator("option")).toHaveText(["2022/23", "2021/22", "2018/19"]);
  const before = await finding(page).locator("..").textContent();
  await year.selectOption("2018/19");
  await expect(page.locator(".file-counts")).toContainText("2018/19");
  expect(await finding(page).locator("..").textContent()).not.toBe(before);
});

test("index.html holds a readable shell before the page has loaded", async ({ request }) => {
  const shell = await (await request.get("./")).text();
  expect(shell).toContain("<title>Trust Gap Explorer</title>");
  expect(shell).toContain("<noscript>");
  expect(shell).toMatch(/How well do disadvantaged pupils do in England's multi-academy trusts\?/);
  expect(shell).not.toMatch(/(src|href)="(https?:)?\/(?!\/www\.compare)/);
  expect(shell).not.toMatch(/<script(?![^>]*src=)/);
});

test("the shell is what a browser without scripts shows", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1, name: "Trust Gap Explorer" })).toBeVisible();
  await context.close();
});

test("an address that names a region leads to its top ten", async ({ page }) => {
  await page.goto("./#regions/south-west");
  await expect(page.getByRole("heading", { name: "South West: top ten" })).toBeFocused();
  await page.goto("./#data");
  await expect(page.getByRole("heading", { level: 1, name: "The data" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "South West: top ten" })).toBeInViewport();
  await page.goto("./#nowhere/atlantis");
  await expect(finding(page)).toBeVisible();
});

for (const part of ["demonstration.bin", "demonstration-earlier.bin"]) {
  test(`${part} that does not come is told, and can be fetched again`, async ({ page }) => {
    await page.route(`**/${part}*`, (route) => route.abort());
    await page.goto("./");
    const told = page.getByText("The demonstration could not be fetched, or only a part of it.");
    await expect(told).toBeVisible();
    await expect(page.locator("#crash")).toBeHidden();
    await page.getByRole("button", { name: "Try again" }).click();
    // Told anew: it still does not come.
    await expect(told).toBeVisible();
    await page.unroute(`**/${part}*`);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(told).toBeHidden();
    await expect(finding(page)).toContainText(/London|region/);
    await go(page, "Data");
    await expect(page.getByText("demonstration, schools 2018/19").first()).toBeVisible();
  });
}

test("without the demonstration a file is read all the same", async ({ page }) => {
  await page.route("**/demonstration.bin*", (route) => route.fulfill({ body: "something else" }));
  await page.goto("./");
  await expect(page.getByText("The demonstration could not be fetched")).toBeVisible();
  await drop(page, trustFile());
  await expect(page.locator(".file-name")).toContainText("mats-performance");
  await expect(page.locator("svg.picture").first()).toBeVisible();
});
