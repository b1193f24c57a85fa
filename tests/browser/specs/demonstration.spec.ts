import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { drop, finding, go, open, topTenLine, trustFile } from "./support/page.ts";

/** The way to the files. */
const GUIDANCE = "the Department for Education's download page";
const DOWNLOADS = /^https:\/\/www\.compare-school-performance\.service\.gov\.uk\//;

/** What has to be in the same place before the program draws and after. */
const PLACES = [".finding", ".choices", ".regional-gap", ".regional-gap .frame"];

/** Where these parts of the first page are. */
const boxes = (page: Page) =>
  Promise.all(PLACES.map(async (place) => ({ place, box: await page.locator(place).first().boundingBox() })));

/** What a picture is made of: each element's name, its attributes but for ids, and its words. */
const drawn = (page: Page, picture: string): Promise<unknown[]> =>
  page
    .locator(picture)
    .filter({ visible: true })
    .evaluate((svg) =>
      [...svg.querySelectorAll("*")].map((element) => ({
        name: element.tagName,
        attributes: [...element.attributes]
          .filter(({ name }) => name !== "id")
          .map(({ name, value }) => `${name}=${value}`)
          .sort(),
        words: element.textContent,
      })),
    );

/** Keeps the page's program from coming. */
const block = (page: Page): Promise<unknown> => page.route(/\/trust-gap-page[^/]*\.wasm/, () => new Promise(() => {}));

test("the page opens on a demonstration that is labelled as made up", async ({ page }) => {
  const problems = await open(page);
  await expect(finding(page)).toContainText(/London|region/);
  await expect(page.getByText("Made-up demonstration data", { exact: true })).toBeVisible();
  await expect(page.getByText("These trusts are made up, to show what the page does.")).toBeVisible();
  await expect(page.getByRole("link", { name: GUIDANCE })).toHaveAttribute("href", DOWNLOADS);
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
  await expect(page.locator(".finding").getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".finding").getByRole("heading", { level: 1 })).toHaveText(/London|region/);
  await expect(page.locator(".regional-gap svg.picture").filter({ visible: true })).toHaveCount(1);
  await expect(page.getByText("These trusts are made up, to show what the page does.")).toBeVisible();
  await expect(page.getByRole("link", { name: GUIDANCE })).toBeVisible();
  await expect(page.getByRole("link", { name: GUIDANCE })).toHaveAttribute("href", DOWNLOADS);
  const notice = page.locator("noscript p");
  await expect(notice).toBeVisible();
  await expect(notice).toContainText("To use your own files, switch JavaScript on for this page and reload it.");
  await expect(page.locator("#loading")).toBeHidden();
  await expect(page.locator("#crash")).toBeHidden();
  await context.close();
});

for (const width of [1280, 375]) {
  test(`the first page is shown before any program, and the program draws the same, ${width} px`, async ({ page, context }) => {
    await page.setViewportSize({ width, height: 800 });
    await block(page);
    await page.goto("./");
    await expect(page.locator("#first-page")).toBeVisible();
    await expect(page.locator("#loading")).toBeHidden();
    const before = await boxes(page);
    const made = await drawn(page, ".regional-gap .first-picture svg");
    expect(made.length).toBeGreaterThan(50);
    for (const { place, box } of before) expect(box, place).not.toBeNull();
    // On a phone the first chart begins on the first screen.
    const frame = before.find(({ place }) => place.endsWith(".frame"));
    if (width === 375) expect(frame?.box?.y).toBeLessThan(800);

    const other = await context.newPage();
    await other.setViewportSize({ width, height: 800 });
    const problems = await open(other);
    await expect(other.locator(".regional-gap .frame > svg")).toBeVisible();
    await expect(other.locator("#first-page")).toHaveCount(0);
    expect(await drawn(other, ".regional-gap .frame > svg")).toEqual(made);
    expect(await boxes(other)).toEqual(before);
    expect(problems).toEqual([]);
  });
}

test("the chart never leaves the screen while the program takes over", async ({ page }) => {
  // So slow that the program draws in several tasks, between which the browser paints.
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await page.addInitScript(() => {
    const frames = { seen: 0, lost: 0 };
    Object.assign(globalThis, { frames });
    const look = (): void => {
      const pictures = [...document.querySelectorAll(".regional-gap svg.picture")];
      const isThere = pictures.some((picture) => picture.checkVisibility({ visibilityProperty: true }));
      if (isThere) frames.seen += 1;
      else if (frames.seen > 0) frames.lost += 1;
      requestAnimationFrame(look);
    };
    look();
  });
  await page.goto("./");
  await expect(page.locator("#first-page")).toHaveCount(0);
  await expect(page.locator(".top-ten")).toHaveCount(9);
  const frames = await page.evaluate(() => (globalThis as unknown as { frames: { seen: number; lost: number } }).frames);
  expect(frames.seen).toBeGreaterThan(2);
  expect(frames.lost).toBe(0);
});

test("an address that names a view has a placeholder until there is a program", async ({ page }) => {
  await block(page);
  await page.goto("./#regions/south-west");
  await expect(page.locator("#loading")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Trust Gap Explorer" })).toBeVisible();
  await expect(page.locator("#first-page")).toBeHidden();
  await expect(page.locator(".finding")).toBeHidden();
});

test("an address that names a region leads to its top ten", async ({ page }) => {
  await page.goto("./#regions/south-west");
  const line = topTenLine(page, "South West");
  await expect(line).toBeFocused();
  await expect(page.getByRole("table", { name: "South West: top ten" })).toBeInViewport();
  await page.goto("./#data");
  await expect(page.getByRole("heading", { level: 1, name: "The data" })).toBeVisible();
  await page.goBack();
  await expect(line).toBeInViewport();
  await page.goto("./#nowhere/atlantis");
  await expect(finding(page)).toBeVisible();
});

for (const part of ["demonstration.bin", "demonstration-earlier.bin"]) {
  test(`${part} that does not arrive is reported, and can be fetched again`, async ({ page }) => {
    await page.route(`**/${part}*`, (route) => route.abort());
    await page.goto("./");
    const told = page.getByText("The demonstration could not be fetched, or only part of it.");
    await expect(told).toBeVisible();
    await expect(page.locator("#crash")).toBeHidden();
    await page.getByRole("button", { name: "Try again" }).click();
    // It fails again, and is reported again.
    await expect(told).toBeVisible();
    await page.unroute(`**/${part}*`);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(told).toBeHidden();
    await go(page, "Regions");
    await expect(finding(page)).toContainText(/London|region/);
    await go(page, "Data");
    await expect(page.getByText("demonstration, schools 2018/19").first()).toBeVisible();
  });
}

/** Opens the page, whose program does not arrive until the answer is called. */
async function openWithoutProgram(page: Page): Promise<() => void> {
  let go = (): void => {};
  const gate = new Promise<void>((open) => (go = open));
  await page.route(/trust-gap-page.*\.wasm/, async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto("./", { waitUntil: "domcontentloaded" });
  await expect(page.locator("#first-page .finding")).toBeVisible();
  return go;
}

test("a link that is followed before the program is there is answered when it is", async ({ page }) => {
  const go = await openWithoutProgram(page);
  await page.getByRole("link", { name: "Skip to main content" }).press("Enter");
  await expect(page.locator("#first-page .finding")).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "Trusts", exact: true }).click();
  await expect(page.locator("#first-page")).toBeHidden();
  await expect(page.locator("#loading")).toBeVisible();
  go();
  await expect(page.locator("#trusts-heading")).toBeVisible();
  await expect(page.locator("#loading")).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe("#trusts");
});

test("a file dropped before the program is there waits for it", async ({ page }) => {
  const go = await openWithoutProgram(page);
  // Controls that do not work yet are inert.
  await expect(page.locator("#first-page select").first()).toHaveJSProperty("inert", true);
  const isHeld = await page.evaluate(() => {
    const dropped = new DataTransfer();
    const text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TIME_PERIOD,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,202223,40%\n";
    dropped.items.add(new File([text], "early.csv"));
    const drop = new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true });
    return !document.body.dispatchEvent(drop);
  });
  expect(isHeld).toBe(true);
  go();
  await expect(page.locator("#first-page")).toHaveCount(0);
  await expect(page.locator(".file-bar")).toContainText("early.csv");
});

test("earlier years are fetched once, after the first drawing", async ({ page }) => {
  const earlier: number[] = [];
  page.on("request", async (request) => {
    if (request.url().includes("demonstration-earlier.bin")) earlier.push(await page.locator("svg.picture").count());
  });
  const problems = await open(page);
  await expect.poll(() => earlier.length).toBe(1);
  expect(earlier[0]).toBeGreaterThan(0);
  await go(page, "Top ten");
  await expect(page.getByLabel("Year").locator("option")).toHaveText(["2022/23", "2021/22", "2018/19"]);
  await go(page, "Data");
  await expect(page.getByText("demonstration, schools 2018/19").first()).toBeVisible();
  expect(earlier).toHaveLength(1);
  expect(problems).toEqual([]);
});

test("without the demonstration, files are still read", async ({ page }) => {
  await page.route("**/demonstration.bin*", (route) => route.fulfill({ body: "something else" }));
  await page.goto("./");
  await expect(page.getByText("The demonstration could not be fetched, or only part of it.")).toBeVisible();
  await drop(page, trustFile());
  await expect(page.locator(".file-name")).toContainText("mats-performance");
  await expect(page.locator("svg.picture").first()).toBeVisible();
});
