// The head of every page: the navigation by question, the menu of a narrow screen, and the search.
import { expect, test } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { over, violations } from "./support/access.ts";
import { card, drop, finding, go, open, openWithTrustFile, settled, trustFile } from "./support/page.ts";

const search = (page: Page): Locator =>
  page.getByRole("combobox", { name: "Search for a trust, a region or a school" });
const options = (page: Page): Locator => page.getByRole("listbox", { name: "Found" }).getByRole("option");
const entries = (page: Page): Locator => page.getByRole("navigation", { name: "Pages" });

/** The option that the focus is at, by what the box says of it. */
async function marked(page: Page): Promise<string> {
  const id = await search(page).getAttribute("aria-activedescendant");
  return id === null ? "" : ((await page.locator(`#${id}`).textContent()) ?? "");
}

test("by keyboard, the search leads from the first page to a trust, which stays marked in charts", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await search(page).focus();
  await page.keyboard.type("ted wr");
  await expect(options(page)).toHaveCount(1);
  await expect(options(page)).toHaveText(/^The Ted Wragg Multi Academy TrustSouth West$/);
  await expect(search(page)).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => marked(page)).toMatch(/^The Ted Wragg/);
  await expect(options(page)).toHaveAttribute("aria-selected", "true");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(finding(page)).toContainText("Ted Wragg");
  await expect(page.getByRole("main")).toBeFocused();
  await expect(search(page)).toHaveValue("");
  await expect(options(page)).toHaveCount(0);

  // One trust after another, on the same page.
  await search(page).fill("greenshaw");
  await search(page).press("Enter");
  await expect(finding(page)).toHaveText("Greenshaw Learning Trust");
  await expect(page.getByRole("main")).toBeFocused();
  await expect(page).toHaveURL(/highlight=\d+/);

  await go(page, "Funnel");
  await expect(page.locator("section.funnel .subtitle")).toContainText("The large dot is Greenshaw Learning Trust.");
  await go(page, "Regions");
  const strip = page.locator("section.trusts-by-region");
  await expect(strip).toContainText("The large dot is Greenshaw Learning Trust.");
  await expect(strip.locator("svg.picture .ink-far-outside")).toHaveCount(1);
  await page.reload();
  await settled(page);
  // The link keeps it, for whoever has the file.
  await drop(page, trustFile());
  await expect(strip).toContainText("The large dot is Greenshaw Learning Trust.");
  expect(problems).toEqual([]);
});

test("the mark of a trust can be removed", async ({ page }) => {
  await openWithTrustFile(page);
  await search(page).fill("greenshaw");
  await search(page).press("Enter");
  await expect(finding(page)).toHaveText("Greenshaw Learning Trust");
  await go(page, "Regions");
  const strip = page.locator("section.trusts-by-region");
  await strip.getByRole("button", { name: "Stop highlighting the trust" }).click();
  await expect(strip.locator("svg.picture .ink-far-outside")).toHaveCount(0);
  await expect(page).not.toHaveURL(/highlight/);
});

test("regions, areas and trusts that are left out are found, and what is not there is said", async ({ page }) => {
  await openWithTrustFile(page);
  await search(page).fill("south");
  // A name that starts with the letters comes first. Eight are in sight, and the rest is counted.
  await expect(options(page).first()).toHaveText(/^South (East|West)region$/);
  await expect(options(page)).toHaveCount(8);
  await expect(page.getByText(/^The first 8 of \d+\. Type more of the name\.$/)).toBeVisible();
  const last = await options(page).last().boundingBox();
  expect((last?.y ?? 9999) + (last?.height ?? 0)).toBeLessThan(page.viewportSize()?.height ?? 0);
  // Backwards from the first is the last.
  await search(page).press("ArrowDown");
  await search(page).press("ArrowUp");
  await expect(options(page).last()).toHaveAttribute("aria-selected", "true");
  await options(page).filter({ hasText: /^South West/ }).click();
  await expect(finding(page)).toHaveText("South West");

  await search(page).fill("no such name");
  await expect(page.getByText("Nothing here is called “no such name”.")).toBeVisible();
  await expect(search(page)).toHaveAttribute("aria-expanded", "false");
  expect(await violations(page)).toEqual([]);
  await search(page).press("Escape");
  await expect(page.getByText("Nothing here is called")).toHaveCount(0);
  await expect(search(page)).toBeFocused();

  // It closes when the focus goes elsewhere.
  await search(page).fill("trust");
  await expect(options(page)).toHaveCount(8);
  await page.getByRole("button", { name: "Add files" }).focus();
  await expect(options(page)).toHaveCount(0);
});

test("on the demonstration, schools are found, and it is said that all is made up", async ({ page }) => {
  await open(page);
  await search(page).fill("high school");
  const school = options(page).filter({ hasText: "school, " }).first();
  await expect(school).toBeVisible();
  const name = (await school.locator("span").first().textContent()) ?? "-";
  await expect(page.getByText("These trusts are made up. Where the real ones come from")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await school.click();
  await expect(finding(page)).toHaveText(name);

  // A trust that is left out is found with the reason, and leads to the list of such trusts.
  await go(page, "Data");
  const reasons = card(page, "Trusts left out, and why");
  await expect(reasons.locator("tbody tr").first()).toBeVisible();
  const [leftOut = "-"] = await reasons.locator("tbody th, tbody td").allTextContents();
  await go(page, "Regions");
  await search(page).fill(leftOut);
  await expect(options(page).first()).toContainText(/not eligible: /);
  await options(page).first().click();
  await expect(reasons).toContainText(leftOut);

  await search(page).fill("high school");
  await page.getByRole("link", { name: "Where the real ones come from" }).click();
  await expect(page.getByText("Which files, step by step")).toBeFocused();
  await expect(page.locator(".guidance ol > li").first()).toBeVisible();
  await expect(options(page)).toHaveCount(0);
});

test("on a phone, the menu works by keyboard, and nothing overflows", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 667 });
  const problems = await open(page);
  const menu = page.getByRole("button", { name: "Menu", exact: true });
  await expect(menu).toHaveAttribute("aria-expanded", "false");
  await expect(entries(page)).toBeHidden();
  await menu.focus();
  await page.keyboard.press("Enter");
  await expect(menu).toHaveAttribute("aria-expanded", "true");
  await expect(entries(page).getByRole("link")).toHaveText([
    "Regions",
    "Trusts",
    "Compare",
    "Years",
    "How sure?",
    "Data",
    "Method",
  ]);
  expect(await violations(page)).toEqual([]);
  expect(await over(page)).toBeLessThanOrEqual(0);
  await page.keyboard.press("Tab");
  await expect(entries(page).getByRole("link", { name: "Regions" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu).toHaveAttribute("aria-expanded", "false");
  await expect(menu).toBeFocused();
  await page.keyboard.press("Enter");
  for (let entry = 0; entry < 5; entry += 1) await page.keyboard.press("Tab");
  await expect(entries(page).getByRole("link", { name: "How sure?" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("navigation", { name: "How sure?" }).getByRole("link")).toHaveText([
    "Top ten",
    "Funnel",
    "Robustness",
    "Spread",
  ]);
  await expect(entries(page)).toBeHidden();
  await expect(page.getByRole("main")).toBeFocused();
  expect(await over(page)).toBeLessThanOrEqual(0);
  expect(problems).toEqual([]);
});

test("on a phone the finding is near the top, and the first chart begins on the first screen", async ({ page }) => {
  const window = 812;
  await page.setViewportSize({ width: 375, height: window });
  await openWithTrustFile(page);
  const top = async (what: Locator): Promise<number> => (await what.boundingBox())?.y ?? 9999;
  expect(await top(finding(page))).toBeLessThan(window / 4);
  const chart = page.locator("section.regional-gap svg.picture");
  await expect(chart).toBeVisible();
  expect(await top(chart)).toBeLessThan(window);
  // The bar of files is one line, which opens.
  const bar = page.locator(".file-bar");
  const height = async (): Promise<number> => (await bar.boundingBox())?.height ?? 9999;
  expect(await height()).toBeLessThan(50);
  await expect(bar.getByText("Nothing leaves this browser")).toBeHidden();
  const more = bar.getByRole("button", { name: "More", exact: true });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(more).toHaveAttribute("aria-expanded", "true");
  await expect(bar.getByText("Nothing leaves this browser")).toBeVisible();
  await expect(bar.getByText("216 eligible trusts")).toBeVisible();
  expect(await over(page)).toBeLessThanOrEqual(0);
  await page.keyboard.press("Enter");
  await expect.poll(height).toBeLessThan(50);
});

test("at 1280 px the head is one row, and so is the bar of files", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openWithTrustFile(page);
  const height = async (of: string): Promise<number> => (await page.locator(of).boundingBox())?.height ?? 9999;
  const head = await height(".top-inner");
  expect(head).toBeLessThan(70);
  expect(await height(".file-bar")).toBeLessThan(50);
  await expect(page.locator(".file-bar").getByText("Nothing leaves this browser")).toBeVisible();
  // What can be undone needs no second row.
  await page.getByLabel("Regional figure").selectOption("pupils");
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  expect(await height(".top-inner")).toBe(head);
});

test("on a phone, what is folded before the first chart is opened by keyboard, and nothing of it is lost", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 813 });
  const problems = await open(page);
  const choices = page.getByText("Choose what is shown");
  await expect(page.getByLabel("Measure")).toBeHidden();
  await choices.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Measure")).toBeVisible();
  const checks = page.locator(".some-warn, .all-hold");
  await expect(checks.locator(".check").first()).toBeHidden();
  await checks.locator("summary").press("Enter");
  await expect(checks.locator(".check").first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  // The way to the real files opens all that they are folded under.
  await search(page).fill("high school");
  await page.getByRole("link", { name: "Where the real ones come from" }).click();
  await expect(page.getByText("Which files, step by step")).toBeFocused();
  await expect(page.locator(".guidance ol > li").first()).toBeVisible();
  // Where there is room, all is open.
  await page.setViewportSize({ width: 1280, height: 813 });
  await open(page);
  await expect(page.locator(".narrow-fold > summary").first()).toBeHidden();
  await expect(page.getByLabel("Measure")).toBeVisible();
  await expect(page.locator(".check").first()).toBeVisible();
  expect(problems).toEqual([]);
});

test.describe("where nobody can drop a file", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 375, height: 667 } });
  test("nothing is said about dropping", async ({ page }) => {
    await open(page);
    await page.getByText("Made-up trusts: how to see real ones").click();
    await page.getByText("Which files, step by step").click();
    await expect(page.locator(".guidance ol > li").first()).toBeVisible();
    for (const name of ["Regions", "Trusts", "Compare", "Years", "How sure?", "Data", "Method"] as const) {
      await go(page, name);
      expect(await page.locator("body").innerText()).not.toMatch(/\bdrop/i);
    }
  });
});

const OLD_LINKS: [hash: string, heading: RegExp, entry: string, beneath?: string][] = [
  ["regions", /./, "Regions"],
  ["region/south-west", /^South West$/, "Regions"],
  ["trusts", /^Every trust$/, "Trusts", "Every trust"],
  ["combined", /./, "Trusts", "Own score"],
  ["compare", /./, "Compare"],
  ["trend", /./, "Years"],
  ["top-ten/south-west", /top ten/i, "How sure?", "Top ten"],
  ["funnel", /limits/, "How sure?", "Funnel"],
  ["robustness", /./, "How sure?", "Robustness"],
  ["spread", /./, "How sure?", "Spread"],
  ["data", /^The data$/, "Data"],
  ["method", /./, "Method"],
];

test("links of before open the same pages, beneath their questions", async ({ page }) => {
  await open(page);
  for (const [hash, heading, entry, beneath] of OLD_LINKS) {
    await page.evaluate((hash) => (location.hash = hash), hash);
    await expect(entries(page).locator("[aria-current]"), hash).toHaveText(entry);
    await expect(finding(page), hash).toHaveText(heading);
    const row = page.getByRole("navigation", { name: entry });
    if (beneath === undefined) await expect(row, hash).toHaveCount(0);
    else await expect(row.locator("[aria-current=page]"), hash).toHaveText(beneath);
  }
});

test("the search is neither printed nor in a report", async ({ page }) => {
  await open(page);
  await page.evaluate(() => (location.hash = "#report/south-west"));
  await expect(page.locator(".report .picture").first()).toBeVisible();
  await expect(page.locator(".report").getByRole("combobox")).toHaveCount(0);
  await page.emulateMedia({ media: "print" });
  await expect(search(page)).toBeHidden();
});
