// The page without a network, and while its server gets a newer build.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { violations } from "./support/access.ts";
import { serve } from "./support/builds.ts";
import type { Site } from "./support/builds.ts";
import { drop, finding, go, settled, trustFile, written } from "./support/page.ts";

const NEWER = "A newer version of this page is ready.";

const NOT_FETCHED = "the part of this page that reads files could not be fetched";

const SMALL = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TIME_PERIOD,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,202223,40%\n";

let site: Site;

// One test runs without it.
test.afterEach(() => site?.stop());

/** Opens the page. */
async function open(page: Page, hash = ""): Promise<void> {
  await page.goto(site.address + hash);
  await expect(page.locator("#loading")).toHaveCount(0);
}

/** Waits until the page's own files are kept. */
const kept = (page: Page): Promise<unknown> => page.waitForFunction(() => navigator.serviceWorker.controller !== null);

/** The addresses of all that is kept, by cache. */
const caches = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(async () => {
    const all: Record<string, string[]> = {};
    for (const name of await window.caches.keys()) {
      const cache = await window.caches.open(name);
      all[name] = (await cache.keys()).map(({ url }) => url);
    }
    return all;
  });

/** The build that runs. */
const running = (page: Page): Promise<string | null> =>
  page.locator("script[data-build]").getAttribute("data-build");

/** Whether a file is read. */
async function reads(page: Page, name: string): Promise<void> {
  await settled(page);
  await drop(page, written(name, SMALL));
  await expect(page.locator(".file-name")).toHaveText(name);
}

/** Has the page look for a newer build, as it does when somebody comes back to it. */
const comeBack = (page: Page): Promise<unknown> =>
  page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

test.describe("with a service worker", () => {
  test.use({ serviceWorkers: "allow" });

  test("after one visit the page opens without a network, and reads files", async ({ page, context }) => {
    site = await serve();
    await open(page);
    await kept(page);
    await site.stop();
    const problems: string[] = [];
    const later = await context.newPage();
    later.on("pageerror", (error) => problems.push(error.message));
    await open(later);
    await expect(finding(later)).toContainText(/London|region/);
    await expect(later.getByLabel("Year").locator("option")).toHaveText(["2022/23", "2021/22", "2018/19"]);
    await drop(later, trustFile());
    // Two workers: one has read the file, one has computed ranks.
    await expect(later.locator(".check", { hasText: "Top tens" })).toContainText("Top tens are mostly noise");
    await open(later, "index.html?from=a-link#data");
    await expect(later.getByRole("heading", { level: 1, name: "The data" })).toBeVisible();
    // The page that was already open does so, too.
    await reads(page, "earlier.csv");
    expect(problems).toEqual([]);
  });

  test("only the page's own files are kept, and nothing from a user's file", async ({ page, context }) => {
    site = await serve(`
      const seen = [];
      addEventListener("fetch", ({ request }) => seen.push(request.method + " " + request.url));
      addEventListener("message", ({ data }) => seen.push("message " + JSON.stringify(data)));
    `);
    await open(page);
    await kept(page);
    const build = site.build();
    const own = readdirSync(site.folder).filter((name) => !["datasets.json", "service-worker.js"].includes(name));
    const hashed = /-[0-9a-f]{8,}(_bg)?\.\w+$/;
    const addresses = own.map((name) => {
      if (name === "index.html") return site.address;
      return `${site.address}${name}${hashed.test(name) ? "" : `?${build}`}`;
    });
    const keptNow = { [`trust-gap ${site.address} ${build}`]: addresses.sort() };
    const sorted = async (): Promise<Record<string, string[]>> => {
      const found = await caches(page);
      return Object.fromEntries(Object.entries(found).map(([name, all]) => [name, all.sort()]));
    };
    expect(await sorted()).toEqual(keptNow);
    // From now on the service worker answers.
    const fromThere: string[] = [];
    page.on("response", (response) => {
      if (response.fromServiceWorker()) fromThere.push(response.url());
    });
    await page.reload();
    await expect(page.locator("#loading")).toHaveCount(0);
    await page.waitForLoadState("networkidle");
    await reads(page, "confidential-trusts.csv");
    await page.getByLabel("Measure").selectOption({ index: 0 });
    await go(page, "Data");
    await page.getByLabel("Remember").check();
    await go(page, "Top ten");
    const [worker] = context.serviceWorkers();
    const seen = (await worker?.evaluate("seen")) as string[];
    // It was only asked for addresses in the page's folder, and it ignores the host's list of data sets.
    expect(seen.length).toBeGreaterThan(5);
    expect(seen).toContain(`GET ${site.address}datasets.json`);
    expect(seen.filter((line) => !line.startsWith(`GET ${site.address}`))).toEqual([]);
    expect(seen.filter((line) => /confidential|ONE|message/.test(line))).toEqual([]);
    const answered = new Set(fromThere.map((url) => url.replace(/#.*$/, "")));
    expect(answered).toContain(`${site.address}boot.js?${build}`);
    expect([...answered].filter((url) => !addresses.includes(url))).toEqual([]);
    expect(await sorted()).toEqual(keptNow);
    expect(site.asked.filter((url) => /confidential|ONE/.test(url))).toEqual([]);
  });

  test("files that the browser has fetched for the page are not downloaded again to be kept", async ({ page }) => {
    site = await serve();
    await open(page);
    await kept(page);
    const count = (part: string): number => site.asked.filter((url) => url.includes(part)).length;
    for (const part of ["_bg.wasm", "style-", "boot.js", "demonstration.bin", "demonstration-earlier.bin"]) {
      // Two programs: the page's and the worker's.
      expect(count(part), part).toBe(part === "_bg.wasm" ? 2 : 1);
    }
  });

  test("a deploy does not change an open page until its user asks for the newer version", async ({ page, context }) => {
    site = await serve();
    await open(page);
    await kept(page);
    await reads(page, "before.csv");
    const old = site.build();
    site.deploy();
    expect(site.build()).not.toBe(old);
    await reads(page, "after.csv");
    await expect(page.getByText(NEWER)).toBeHidden();

    await comeBack(page);
    const notice = page.getByRole("status").filter({ hasText: NEWER });
    await expect(notice).toBeVisible();
    await expect(notice).toContainText("A reload keeps your choices but not your files");
    expect(await violations(page)).toEqual([]);
    // It stays while work goes on, and so does the page.
    await reads(page, "meanwhile.csv");
    await expect(notice).toBeVisible();
    const other = await context.newPage();
    await open(other);
    expect(await running(page)).toBe(old);
    expect(await running(other)).toBe(old);
    // The user's own reload changes nothing, because another page is open.
    await other.reload();
    expect(await running(other)).toBe(old);
    await reads(other, "other.csv");

    await page.getByLabel("Measure").selectOption({ index: 0 });
    const address = page.url();
    await page.getByRole("button", { name: "Reload to use it" }).click();
    await expect(page.locator(`script[data-build="${site.build()}"]`)).toHaveCount(1);
    await expect(page.locator("#loading")).toHaveCount(0);
    expect(page.url()).toBe(address);
    await expect(page.getByText(NEWER)).toBeHidden();
    await reads(page, "new.csv");
    expect(Object.keys(await caches(page))).toEqual([`trust-gap ${site.address} ${site.build()}`]);
    // A page whose user did not ask for it keeps the older version, and holds all that it needs.
    expect(await running(other)).toBe(old);
    await reads(other, "goes-on.csv");
    await go(other, "Top ten");
    await expect(other.locator("section.rank-ranges")).toBeVisible();
  });

  test("a newer version is used automatically when no page is open", async ({ page, context }) => {
    site = await serve();
    await open(page);
    await kept(page);
    site.deploy();
    await comeBack(page);
    await expect(page.getByText(NEWER)).toBeVisible();
    await page.getByRole("button", { name: "Close" }).click();
    await expect(page.getByText(NEWER)).toBeHidden();
    await page.close();
    let later = await context.newPage();
    await expect(async () => {
      // A page that is opened before the newer version has taken over keeps the older one from leaving.
      await later.close();
      later = await context.newPage();
      await open(later);
      expect(await running(later)).toBe(site.build());
    }).toPass();
    await expect.poll(async () => Object.keys(await caches(later))).toEqual([`trust-gap ${site.address} ${site.build()}`]);
  });

  test("nothing is kept from a half-finished deploy, and the older version stays", async ({ page }) => {
    site = await serve();
    await open(page);
    await kept(page);
    const old = site.build();
    const worker = join(site.folder, "worker.js");
    const before = readFileSync(worker, "utf8");
    site.deploy();
    const after = readFileSync(worker, "utf8");
    writeFileSync(worker, before);
    const asked = (): number => site.asked.filter((url) => url.endsWith(`/worker.js?${site.build()}`)).length;
    await comeBack(page);
    // From the browser's cache, and then from the server.
    await expect.poll(asked).toBeGreaterThan(1);
    await page.reload();
    expect(await running(page)).toBe(old);
    await reads(page, "meanwhile.csv");
    await expect(page.getByText(NEWER)).toBeHidden();
    writeFileSync(worker, after);
    await comeBack(page);
    await expect(page.getByText(NEWER)).toBeVisible();
    await page.getByRole("button", { name: "Reload to use it" }).click();
    await expect(page.locator(`script[data-build="${site.build()}"]`)).toHaveCount(1);
    await reads(page, "new.csv");
  });

  test("the page can be installed", async ({ page, context }) => {
    site = await serve();
    await open(page);
    await kept(page);
    const browser = await context.newCDPSession(page);
    const { errors, data } = (await browser.send("Page.getAppManifest")) as { errors: unknown[]; data?: string };
    expect(errors).toEqual([]);
    expect(JSON.parse(data ?? "{}")).toMatchObject({ name: "Trust Gap Explorer", start_url: "./" });
    const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
    // Every test has its own private window.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual([]);
  });
});

test("the larger icon is a picture of the icon", async ({ page }) => {
  const assets = join(import.meta.dirname, "../../../assets");
  const svg = readFileSync(join(assets, "icon.svg"), "utf8").replace("<svg ", '<svg width="384" height="288" ');
  const png = readFileSync(join(assets, "icon-512.png")).toString("base64");
  const apart = await page.evaluate(
    async ([svg, png]) => {
      const pixels = async (address: string, ...place: [number, number, number, number]): Promise<Uint8ClampedArray> => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const canvas = document.createElement("canvas");
        canvas.width = canvas.height = 512;
        const context = canvas.getContext("2d") as CanvasRenderingContext2D;
        context.fillStyle = "#fff";
        context.fillRect(0, 0, 512, 512);
        context.drawImage(image, ...place);
        return context.getImageData(0, 0, 512, 512).data;
      };
      const drawn = await pixels(`data:image/svg+xml,${encodeURIComponent(svg)}`, 64, 112, 384, 288);
      const stored = await pixels(`data:image/png;base64,${png}`, 0, 0, 512, 512);
      // Its colours are rounded to a few.
      return drawn.filter((value, place) => Math.abs(value - (stored[place] ?? 0)) > 24).length;
    },
    [svg, png] as const,
  );
  expect(apart).toBeLessThan(512);
});

test.describe("without a service worker", () => {
  test.use({ serviceWorkers: "block" });

  test("after a deploy an open page works with the files that it holds", async ({ page }) => {
    site = await serve();
    const old = site.build();
    const worker = page.waitForResponse(/\/trust-gap-worker\.js/);
    await open(page);
    await (await worker).finished();
    await page.waitForLoadState("networkidle");
    site.deploy();
    await reads(page, "after.csv");
    await go(page, "Top ten");
    await expect(page.locator("section.rank-ranges")).toBeVisible();
    expect(await running(page)).toBe(old);
  });

  test("a page that is opened during a deploy says so, and keeps its data", async ({ page }) => {
    site = await serve();
    const old = site.build();
    let release = (): void => undefined;
    const deployed = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\/(trust-gap-)?worker[._]/, async (route) => {
      await deployed;
      await route.continue();
    });
    // All but the worker's parts.
    const later = page.waitForResponse((response) => /\/later-[0-9a-f]+\.wasm$/.test(response.url()));
    await open(page);
    await (await later).finished();
    await expect(page.getByLabel("Year").locator("option")).toHaveCount(3);
    const before = await finding(page).textContent();
    site.deploy();
    release();
    await drop(page, written("too-late.csv", SMALL), written("later.csv", SMALL));
    const summary = page.getByRole("alert").filter({ hasText: "2 files were not used" });
    await expect(summary).toContainText(`too-late.csv was not read: ${NOT_FETCHED}.`);
    await expect(summary).toContainText("this page may have a newer version on the server");
    await expect(summary).toContainText("What you had before is still here.");
    expect(await violations(page)).toEqual([]);
    // The page has not stopped.
    await expect(page.locator("#crash")).toBeHidden();
    expect(await finding(page).textContent()).toBe(before);
    await go(page, "Top ten");
    await expect(page.getByText(/part of the page could not be fetched: reload it when you are online/)).toBeVisible();
    expect(await running(page)).toBe(old);
    await page.getByRole("button", { name: "Reload the page" }).first().click();
    await expect(page.locator(`script[data-build="${site.build()}"]`)).toHaveCount(1);
    await reads(page, "now.csv");
  });

  test("a file that is dropped before the reader was fetched is read once the network is back", async ({ page }) => {
    site = await serve();
    await page.route(/\/(trust-gap-)?worker[._]/, (route) => route.abort());
    await open(page);
    await drop(page, written("early.csv", SMALL));
    const summary = page.getByRole("alert").filter({ hasText: "A file was not used" });
    await expect(summary).toContainText("You may be offline");
    await page.unrouteAll();
    await reads(page, "early.csv");
    await expect(summary).toBeHidden();
  });
});
