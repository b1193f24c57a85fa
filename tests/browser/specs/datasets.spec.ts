// A hosted copy with data sets and their list beside the page. They are the demonstration's files.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { violations } from "./support/access.ts";
import { card, download, drop, finding, go, open, settled, trustFile } from "./support/page.ts";

const demo = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../../target/demo/${name}`, import.meta.url)));

const TRUSTS = "2018-2019/england_ks4-mats-performance.csv";
const SCHOOLS = "2022-2023/england_ks4final.csv";
const LINKS = "group_links.csv";

const PUBLISHED = {
  title: "Trusts as published",
  year: "2018/19",
  source: "Department for Examples",
  licence: "Open Example Licence",
  file: TRUSTS,
};
const COMPUTED = {
  title: "Schools and links",
  year: "2022/23",
  source: "Another publisher",
  licence: "Another licence.",
  file: [SCHOOLS, LINKS],
};
const CREDIT = "Trusts as published, 2018/19; source: Department for Examples; licence: Open Example Licence";

/** Puts a list and files next to the page; gives what was asked of the page's folder, from then on. */
async function host(page: Page, list: unknown, ...files: string[]): Promise<string[]> {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url().replace(/^.*\/some\/sub-path\//, "")));
  const body = typeof list === "string" ? list : JSON.stringify(list);
  await page.route("**/datasets.json", (route) => route.fulfill({ contentType: "application/json", body }));
  for (const file of files) {
    await page.route(`**/some/sub-path/${file}`, (route) => route.fulfill({ contentType: "text/csv", body: demo(file) }));
  }
  return asked;
}

const offered = (page: Page): Locator => page.getByRole("table", { name: "Data sets offered here" });

const use = (page: Page, { title, year }: { title: string; year: string }): Locator =>
  page.getByRole("button", { name: `Use ${title}, ${year}`, exact: true });

const notUsed = (page: Page): Locator => page.getByRole("alert").filter({ hasText: "not used" });

test("the built page offers nothing, and requests the list once, after its charts are drawn", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const list = page.waitForRequest(/\/some\/sub-path\/datasets\.json$/);
  const drawn = list.then(() => page.locator("svg.picture").count());
  const problems = await open(page);
  expect(await drawn).toBe(2);
  expect((await (await list).response())?.status()).toBe(200);
  await page.waitForLoadState("networkidle");
  expect(asked.filter((url) => /datasets/.test(url))).toHaveLength(1);
  await go(page, "Data");
  await expect(page.getByText("offered here")).toHaveCount(0);
  // It is not requested again when the demonstration's earlier years arrive.
  await expect(page.getByText("demonstration, schools 2018/19").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(asked.filter((url) => /datasets/.test(url))).toHaveLength(1);
  expect(problems).toEqual([]);
});

test("a chosen data set changes the finding, and every page shows its source", async ({ page }) => {
  const asked = await host(page, [PUBLISHED, COMPUTED], TRUSTS);
  const problems = await open(page);
  const before = await finding(page).locator("..").textContent();
  await page.getByRole("link", { name: "2 data sets offered here" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The data" })).toBeVisible();
  await expect(offered(page).locator("tbody tr").first()).toContainText(
    `Trusts as published2018/19Department for ExamplesOpen Example Licence${TRUSTS}`,
  );
  await expect(page.locator(".file-name")).toHaveText("Demonstration: made-up trusts");
  expect(asked).not.toContain(TRUSTS);

  await use(page, PUBLISHED).click();
  await expect(page.locator(".file-name")).toHaveText(TRUSTS);
  await expect(page.getByRole("status").first()).toContainText(`${TRUSTS} read, `);
  await expect(offered(page).locator("tbody tr").first()).toContainText("In use");
  expect(asked.filter((name) => name === TRUSTS)).toHaveLength(1);
  for (const name of ["Regions", "Trusts", "Method", "Data"] as const) {
    await go(page, name);
    await expect(page.locator(".file-bar")).toContainText(CREDIT);
  }

  await go(page, "Regions");
  expect(await finding(page).locator("..").textContent()).not.toBe(before);
  await expect(page.locator(".file-counts").first()).toContainText("2018/19");
  await expect(page.locator(".card-foot").first()).toContainText(`${CREDIT}.`);
  const svg = await download(page, "regional-gap.svg");
  expect(svg.replace(/<\/text>\s*<text[^>]*>/g, " ")).toContain("Open Example Licence");
  expect(problems).toEqual([]);
});

test("a data set of several files is used as a whole, and another can be added", async ({ page }) => {
  await host(page, [PUBLISHED, COMPUTED], TRUSTS, SCHOOLS, LINKS);
  const problems = await open(page);
  await go(page, "Data");
  await use(page, COMPUTED).click();
  await expect(page.getByRole("table", { name: "Files in use" }).locator("tbody th")).toHaveText([SCHOOLS, LINKS]);
  await expect(page.locator(".file-bar")).toContainText(
    "Schools and links, 2022/23; source: Another publisher; licence: Another licence",
  );
  await use(page, PUBLISHED).click();
  await expect(page.getByRole("table", { name: "Files in use" }).locator("tbody th")).toHaveText([SCHOOLS, LINKS, TRUSTS]);
  await expect(page.locator(".file-bar")).toContainText(CREDIT);
  await go(page, "Regions");
  await expect(page.getByLabel("Year").locator("option")).toHaveText(["2022/23", "2018/19"]);
  await page.getByLabel("Year").selectOption("2022/23");
  // This is about what is on the screen.
  await expect(page.locator(".file-bar")).not.toContainText("Trusts as published");
  expect(problems).toEqual([]);
});

test("a visitor's own file has no source", async ({ page }) => {
  await host(page, [PUBLISHED], TRUSTS);
  await open(page);
  await go(page, "Data");
  await use(page, PUBLISHED).click();
  await expect(page.locator(".file-bar")).toContainText(CREDIT);
  // It has the same name and year, so it replaces the offered file.
  await drop(page, { name: TRUSTS, bytes: demo(TRUSTS) });
  await expect(page.locator(".remarks")).toContainText("was read again");
  await expect(page.locator(".file-bar")).not.toContainText("licence");
  await expect(use(page, PUBLISHED)).toBeVisible();
});

test("remembered files keep their source", async ({ page }) => {
  await host(page, [PUBLISHED], TRUSTS);
  const problems = await open(page);
  await go(page, "Data");
  await use(page, PUBLISHED).click();
  await expect(page.locator(".file-name")).toHaveText(TRUSTS);
  await page.getByLabel("Remember these files on this device").check();
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const opening = indexedDB.open("trust-gap-remembers");
        const database = await new Promise<IDBDatabase>((tell) => (opening.onsuccess = () => tell(opening.result)));
        const asking = database.transaction("files").objectStore("files").get("credits");
        const credits = await new Promise((tell) => (asking.onsuccess = () => tell(asking.result)));
        database.close();
        return credits;
      }),
    )
    .toEqual([CREDIT]);
  await page.unroute(`**/some/sub-path/${TRUSTS}`);
  await page.reload();
  await settled(page);
  await expect(page.locator(".file-name")).toHaveText(TRUSTS);
  await expect(page.locator(".file-bar")).toContainText(CREDIT);
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(page.locator(".file-name")).toHaveText("Demonstration: made-up trusts");
  await expect(page.locator(".file-bar")).not.toContainText(CREDIT);
  await expect(use(page, PUBLISHED)).toBeVisible();
  expect(problems).toEqual([]);
});

test("a table without a known layout can be explained, and keeps its source", async ({ page }) => {
  await host(page, [{ ...PUBLISHED, file: "heads 2018-19.csv" }]);
  const table = "Ref,Chain,GOR,Stint,Heads,EM5 PP\n1,Birch,London,5,30,40%\n2,Birch,London,5,30,30%\n3,Birch,London,5,30,20%\n";
  await page.route("**/heads%202018-19.csv", (route) => route.fulfill({ contentType: "text/csv", body: table }));
  await open(page);
  await go(page, "Data");
  await use(page, PUBLISHED).click();
  await page.getByRole("button", { name: "Say what its columns are" }).click();
  for (const [what, column] of [
    ["School number (URN)", "Ref"],
    ["Trust", "Chain"],
    ["Region", "GOR"],
    ["Years in the trust", "Stint"],
    ["Pupils, disadvantaged", "Heads"],
    ["Grade 5+ in English and maths, disadvantaged", "EM5 PP"],
  ] as const) {
    await page.getByLabel(what, { exact: true }).selectOption(column);
  }
  await page.getByRole("button", { name: "Use this file" }).click();
  await expect(page.locator(".file-name")).toHaveText("heads 2018-19.csv");
  await expect(page.locator(".file-bar")).toContainText(CREDIT);
});

test("a missing file is named, with what to do, and nothing changes", async ({ page }) => {
  await host(page, [COMPUTED], SCHOOLS);
  await open(page);
  await go(page, "Data");
  await use(page, COMPUTED).click();
  await expect(notUsed(page)).toContainText(`${LINKS}: this copy of the page does not have it (the server answered 404).`);
  await expect(notUsed(page)).toContainText("Whoever hosts the page must put the file where datasets.json says");
  await expect(notUsed(page)).toBeFocused();
  await expect(page.locator(".file-name")).toHaveText("Demonstration: made-up trusts");
  await expect(use(page, COMPUTED)).not.toHaveAttribute("aria-disabled", "true");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Close" }).click();
  await expect(notUsed(page)).toHaveCount(0);
});

test("without a network a choice fails with a message, and can be repeated", async ({ page, context }) => {
  await host(page, [PUBLISHED]);
  await open(page);
  await go(page, "Data");
  await expect(use(page, PUBLISHED)).toBeVisible();
  await context.setOffline(true);
  await use(page, PUBLISHED).click();
  await expect(notUsed(page)).toContainText(`${TRUSTS} could not be fetched.Check your connection, and choose it again.`);
  await context.setOffline(false);
  await page.route(`**/some/sub-path/${TRUSTS}`, (route) => route.fulfill({ body: demo(TRUSTS) }));
  await use(page, PUBLISHED).click();
  await expect(page.locator(".file-name")).toHaveText(TRUSTS);
  await expect(notUsed(page)).toHaveCount(0);
});

test("a server that returns another page instead of a file is detected", async ({ page }) => {
  await host(page, [PUBLISHED]);
  await page.route(`**/some/sub-path/${TRUSTS}`, (route) => route.fulfill({ body: "<!doctype html><p>Not found" }));
  await open(page);
  await go(page, "Data");
  await use(page, PUBLISHED).click();
  await expect(notUsed(page)).toContainText(`${TRUSTS}: The file is a web page`);
  await expect(page.locator(".file-name")).toHaveText("Demonstration: made-up trusts");
});

test("faulty entries are named for the host, and their files are not requested", async ({ page }) => {
  const faulty = [
    "https://example.org/a.csv",
    "//example.org/a.csv",
    "/a.csv",
    "../a.csv",
    "%2e%2e/a.csv",
    "a.csv?x",
    "a.html",
    ["a.csv", "a.csv"],
  ].map((file) => ({ ...PUBLISHED, file }));
  const { licence: _, ...unlicensed } = PUBLISHED;
  const asked = await host(page, [...faulty, unlicensed, COMPUTED]);
  const problems = await open(page);
  await go(page, "Data");
  const faults = card(page, "Data sets offered here").locator(".error-summary li");
  await expect(faults).toHaveCount(9);
  await expect(faults.first()).toContainText(
    "datasets.json, entry 1 (“Trusts as published”), is not offered: “https://example.org/a.csv” is outside the page's folder.",
  );
  await expect(faults.first()).toContainText("Put the file next to the page");
  await expect(faults.last()).toContainText("entry 9 (“Trusts as published”), is not offered: it does not give a licence.");
  await expect(offered(page).locator("tbody tr")).toHaveCount(1);
  await expect(page.locator(".file-name")).toHaveText("Demonstration: made-up trusts");
  expect(asked.filter((name) => /a\.(csv|html)/.test(name))).toEqual([]);
  expect(await violations(page)).toEqual([]);
  expect(problems).toEqual([]);
});

for (const [name, body, words] of [
  ["no JSON", "title: Trusts", "could not be read: expected ident at line 1 column 2."],
  ["an object", "{}", "could not be read: invalid type: map, expected a list in square brackets at line 1 column 0."],
  ["a wrong type", '[{"title": 7}]', "could not be read: invalid type: integer `7`, expected a string at line 1 column 12."],
] as const) {
  test(`a list that is ${name} is reported, and the page continues`, async ({ page }) => {
    await host(page, body);
    const problems = await open(page);
    await go(page, "Data");
    await expect(card(page, "Data sets offered here")).toContainText(words);
    await expect(card(page, "Data sets offered here")).toContainText("is a JSON list of entries in square brackets");
    await expect(page.getByRole("link", { name: "offered here" })).toHaveCount(0);
    await go(page, "Regions");
    await expect(page.locator("svg.picture")).toHaveCount(2);
    expect(problems).toEqual([]);
  });
}

test("a server that refuses the list is reported; one without a list offers nothing", async ({ page }) => {
  await page.route("**/datasets.json", (route) => route.fulfill({ status: 403 }));
  await open(page);
  await go(page, "Data");
  await expect(card(page, "Data sets offered here")).toContainText("could not be fetched: the server answered with status 403.");
  await page.route("**/datasets.json", (route) => route.fulfill({ status: 404 }));
  await page.reload();
  await settled(page);
  await expect(page.getByRole("heading", { level: 1, name: "The data" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expect(card(page, "Data sets offered here")).toHaveCount(0);
});

test("a hostile list is shown as text only", async ({ page }) => {
  await host(page, [{ ...PUBLISHED, title: "<img src=x onerror=alert(1)>", source: "javascript:alert(1)" }]);
  const problems = await open(page);
  await go(page, "Data");
  await expect(offered(page)).toContainText("<img src=x onerror=alert(1)>");
  await expect(offered(page).locator("img, a")).toHaveCount(0);
  expect(problems).toEqual([]);
});

test("a data set is found and chosen by keyboard, and the focus stays", async ({ page }) => {
  await host(page, [PUBLISHED], TRUSTS);
  await open(page);
  await page.keyboard.press("Tab");
  const link = page.getByRole("link", { name: "1 data set offered here" });
  await expect(link).toBeVisible();
  await page.getByRole("button", { name: "Add files" }).focus();
  await page.keyboard.press("Tab");
  await expect(link).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "The data" })).toBeVisible();
  await page.getByRole("region", { name: "Data sets offered here" }).focus();
  await page.keyboard.press("Tab");
  await expect(use(page, PUBLISHED)).toBeFocused();
  await page.keyboard.press("Enter");
  const again = page.getByRole("button", { name: `Use again ${PUBLISHED.title}, ${PUBLISHED.year}` });
  await expect(again).toBeVisible();
  await expect(again).toBeFocused();
  await expect(page.locator(".file-name")).toHaveText(TRUSTS);
});

test("while files are fetched the page says so, and a second choice waits", async ({ page }) => {
  await host(page, [PUBLISHED, COMPUTED], SCHOOLS, LINKS);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**/some/sub-path/${TRUSTS}`, async (route) => {
    await held;
    await route.fulfill({ body: demo(TRUSTS) });
  });
  await open(page);
  await go(page, "Data");
  await use(page, PUBLISHED).click();
  await expect(page.getByRole("button", { name: `Fetching… ${PUBLISHED.title}` })).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByRole("status").first()).toContainText("Reading 1 file");
  await expect(use(page, COMPUTED)).toHaveAttribute("aria-disabled", "true");
  await use(page, COMPUTED).dispatchEvent("click");
  release();
  await expect(page.locator(".file-name")).toHaveText(TRUSTS);
  await expect(page.getByRole("table", { name: "Files in use" }).locator("tbody th")).toHaveText([TRUSTS]);
});

test("axe finds nothing where data sets are offered and in use", async ({ page }) => {
  await host(page, [PUBLISHED, COMPUTED], TRUSTS);
  await open(page);
  await expect(page.getByRole("link", { name: "2 data sets offered here" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await go(page, "Data");
  await use(page, PUBLISHED).click();
  await expect(offered(page)).toContainText("In use");
  expect(await violations(page)).toEqual([]);
});

test("320 px wide, nothing overflows", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await host(page, [PUBLISHED, { ...COMPUTED, file: "../a-name-that-is-rather-long-and-leads-out-of-the-folder.csv" }], TRUSTS);
  await open(page);
  await go(page, "Data");
  await use(page, PUBLISHED).click();
  await expect(page.locator(".file-bar")).toContainText(CREDIT);
  for (const name of ["Data", "Regions"] as const) {
    await go(page, name);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over, name).toBeLessThanOrEqual(0);
  }
});

test("the real trust file can be offered like any other", async ({ page }) => {
  const file = trustFile();
  await host(page, [{ ...PUBLISHED, year: "2022/23", file: file.name }]);
  await page.route(`**/some/sub-path/${file.name}`, (route) => route.fulfill({ body: file.bytes }));
  await open(page);
  await go(page, "Data");
  await use(page, { ...PUBLISHED, year: "2022/23" }).click();
  await go(page, "Regions");
  await expect(finding(page)).toContainText("London is the only region where more than a third");
});
