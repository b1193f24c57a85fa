// Files are read in a worker, as streams. The page shows progress, can cancel, and survives a crash.
import { closeSync, linkSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import {
  drop,
  finding,
  go,
  open,
  openWithTrustFile,
  published,
  row,
  trustFile,
  GROUP_LINKS,
  SCHOOL_FILE,
} from "./support/page.ts";

const MEGABYTE = 1024 * 1024;

let folder: string;

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "trust-gap-"));
});

test.afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A file of schools as wide as the published one, of so many bytes; gives its path and its schools. */
function largeFile(name: string, bytes: number): { path: string; schools: number } {
  const filler = Array.from({ length: 480 }, (_, place) => `X${place}`);
  const head = ["RECTYPE", "LEA", "URN", "SCHNAME", "NFTYPE", "TPUP", "ATT8SCR", "ATT8SCR_FSM6CLA1A"];
  const path = join(folder, name);
  const file = openSync(path, "w");
  const rest = filler.map((_, place) => (place % 3 ? "12%" : "SUPP")).join(",");
  let written = writeSync(file, `${[...head, ...filler].join(",")}\n`);
  let schools = 0;
  while (written < bytes) {
    let rows = "";
    for (let many = 0; many < 1_000; many += 1, schools += 1) {
      rows += `1,908,${200_000 + schools},School ${schools},ACC,150,46.${schools % 10},SUPP,${rest}\n`;
    }
    written += writeSync(file, rows);
  }
  closeSync(file);
  return { path, schools };
}

// A worker may be requested while a test ends.
test.afterEach(async ({ page }) => {
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

/** Goes before the worker's scripts: it says how far it is after each slice, and waits after eight to be let go on. */
const HELD = `
  const goesOn = new Promise((goOn) => Object.assign(globalThis, { goOn }));
  const { arrayBuffer } = Blob.prototype;
  let slices = 0;
  Blob.prototype.arrayBuffer = async function () {
    slices += 1;
    if (slices > 8) await goesOn;
    return arrayBuffer.call(this);
  };
  let time = 0;
  Date.now = () => (time += 1_000);
`;

/** Has a large file read in part until what comes back is called: what a test does meanwhile is never too late. */
async function holdReading(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript((held) => {
    // The page makes no other script.
    globalThis.Blob = class extends Blob {
      constructor(parts: BlobPart[] = [], options?: BlobPropertyBag) {
        super(options?.type === "text/javascript" ? [held, ...parts] : parts, options);
      }
    };
  }, HELD);
  return async () => {
    for (const worker of page.workers()) {
      await worker.evaluate(() => (globalThis as unknown as { goOn: () => void }).goOn());
    }
  };
}

/** A worker's memory, which wasm never gives back, in bytes. Its name is as short as the optimiser makes it. */
async function workerMemory(page: Page): Promise<number> {
  const [worker] = page.workers();
  if (!worker) return 0;
  // A worker that ends during the request has no memory left.
  return worker
    .evaluate(() => {
      const { wasm } = globalThis as unknown as { wasm?: WebAssembly.Exports };
      const memory = Object.values(wasm ?? {}).find((one) => one instanceof WebAssembly.Memory);
      return (memory as WebAssembly.Memory | undefined)?.buffer.byteLength ?? 0;
    })
    .catch(() => 0);
}

test("a file of 200 MB is read as a stream, and the page shows progress", async ({ page }) => {
  const { path, schools } = largeFile("england_ks4final.csv", 200 * MEGABYTE);
  await open(page);
  await page.getByLabel("Files to add").setInputFiles(path);
  const bar = page.getByRole("progressbar", { name: /Reading england_ks4final.csv: \d+ of 2\d\d MB, [\d,]+ rows/ });
  await expect(bar).toBeVisible();
  let most = 0;
  while (await bar.isVisible()) most = Math.max(most, await workerMemory(page));
  expect(most).toBeGreaterThan(MEGABYTE);
  expect(most, "of the file, only what is wanted is held").toBeLessThan(100 * MEGABYTE);
  await go(page, "Data");
  const files = page.getByRole("table", { name: "Files in use" });
  await expect(files).toContainText(`${schools.toLocaleString("en-GB")} schools`, { timeout: 60_000 });
});

test("reading can be cancelled: loaded data stays, and the next file is read", async ({ page }) => {
  const { path } = largeFile("too-much.csv", 200 * MEGABYTE);
  await holdReading(page);
  await openWithTrustFile(page);
  await page.getByLabel("Files to add").setInputFiles(path);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("progressbar")).toBeHidden();
  await expect(page.locator(".remarks")).toContainText(
    "Reading too-much.csv was cancelled. What you had before is still here.",
  );
  await expect(page.locator("main")).toBeFocused();
  await expect(page.locator(".file-name")).toHaveText("england_ks4-mats-performance.csv");
  await drop(page, published(SCHOOL_FILE));
  await expect(page.getByRole("status").first()).toContainText("england_ks4final_header_and_sample_rows.csv read");
});

test("one worker reads every file, and none is read on the page's own thread", async ({ page }) => {
  await page.addInitScript(() => {
    for (const method of ["arrayBuffer", "text", "stream"] as const) {
      Blob.prototype[method] = () => {
        throw new Error("a file was read on the main thread");
      };
    }
    FileReader.prototype.readAsArrayBuffer = () => {
      throw new Error("a file was read on the main thread");
    };
  });
  const problems = await openWithTrustFile(page);
  await drop(page, published(SCHOOL_FILE), trustFile());
  await expect(page.getByRole("status").first()).toContainText("england_ks4final_header_and_sample_rows.csv read");
  // One reads files, and one computes ranks.
  expect(page.workers().length).toBeLessThanOrEqual(2);
  expect(problems).toEqual([]);
});

test("a crash of the worker is reported, and another replaces it", async ({ page }) => {
  const { path } = largeFile("crashing.csv", 200 * MEGABYTE);
  await holdReading(page);
  await openWithTrustFile(page);
  await page.getByLabel("Files to add").setInputFiles(path);
  await expect(page.getByRole("progressbar")).toBeVisible();
  await page.workers()[0].evaluate(() => {
    setTimeout(() => {
      throw new Error("stopped by the test");
    });
  });
  const summary = page.getByRole("alert").filter({ hasText: "not used" });
  await expect(summary).toContainText(
    "crashing.csv: reading it failed before the end (Uncaught Error: stopped by the test).",
  );
  await expect(summary).toBeFocused();
  await expect(finding(page)).toContainText("London is the only region");
  await drop(page, published(SCHOOL_FILE));
  await expect(page.getByRole("status").first()).toContainText("england_ks4final_header_and_sample_rows.csv read");
});

test("a worker that ends silently while reading is noticed, and the next files are read", async ({ page }) => {
  const { path } = largeFile("vanishing.csv", 200 * MEGABYTE);
  await holdReading(page);
  await openWithTrustFile(page);
  await page.getByLabel("Files to add").setInputFiles(path);
  await expect(page.getByRole("progressbar")).toBeVisible();
  // It ends before it can answer.
  for (const worker of page.workers()) void worker.evaluate(() => close()).catch(() => undefined);
  const summary = page.getByRole("alert").filter({ hasText: "not used" });
  await expect(summary).toContainText("vanishing.csv: reading it failed before the end (it ended by itself).");
  await expect(page.getByRole("progressbar")).toBeHidden();
  await expect(page.locator(".file-name")).toHaveText("england_ks4-mats-performance.csv");
  await drop(page, published(SCHOOL_FILE));
  await expect(page.getByRole("status").first()).toContainText("england_ks4final_header_and_sample_rows.csv read");
});

test("a worker's error is reported once, and the page goes on", async ({ page }) => {
  const { path } = largeFile("crashing.csv", 200 * MEGABYTE);
  await holdReading(page);
  await openWithTrustFile(page);
  await page.getByLabel("Files to add").setInputFiles(path);
  await expect(page.getByRole("progressbar")).toBeVisible();
  for (const worker of page.workers()) {
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new Error("stopped by the test");
      });
    });
  }
  await expect(page.getByRole("alert").filter({ hasText: "crashing.csv" })).toBeVisible();
  await drop(page, published(SCHOOL_FILE));
  await expect(page.getByRole("status").first()).toContainText("england_ks4final_header_and_sample_rows.csv read");
  await expect(page.getByText("The page has stopped")).toBeHidden();
});

test("a file that changes before it is read is reported, and loaded data stays", async ({ page }) => {
  const { path } = largeFile("before.csv", 80 * MEGABYTE);
  const changing = join(folder, "changing.csv");
  writeFileSync(changing, trustFile().bytes);
  const goOn = await holdReading(page);
  await openWithTrustFile(page);
  await page.getByLabel("Files to add").setInputFiles([path, changing]);
  await expect(page.getByRole("progressbar")).toBeVisible();
  writeFileSync(changing, "another,table\n1,2\n");
  await goOn();
  const summary = page.getByRole("alert").filter({ hasText: "not used" });
  await expect(summary).toContainText("changing.csv: the browser could not read it");
  await expect(summary).toContainText("It may have been changed, moved or deleted since you chose it");
  await go(page, "Data");
  await expect(page.getByRole("table", { name: "Files in use" })).toContainText("england_ks4-mats-performance.csv");
});

test("files that wait behind a crash are still read", async ({ page }) => {
  const { path } = largeFile("crashing.csv", 200 * MEGABYTE);
  await holdReading(page);
  await open(page);
  await page.getByLabel("Files to add").setInputFiles(path);
  await expect(page.getByRole("progressbar")).toBeVisible();
  await drop(page, trustFile());
  await page.workers()[0].evaluate(() => {
    setTimeout(() => {
      throw new Error("stopped by the test");
    });
  });
  await expect(page.locator(".file-name")).toHaveText("england_ks4-mats-performance.csv");
  await go(page, "Data");
  expect(await row(page.getByRole("table", { name: "Files in use" }), "england_ks4-mats-performance.csv")).toContain("0");
});

test("all waiting files and drops are cancelled together", async ({ page }) => {
  const { path } = largeFile("too-much.csv", 200 * MEGABYTE);
  const again = ["more.csv", "still-more.csv"].map((name) => join(folder, name));
  for (const other of again) linkSync(path, other);
  const links = published(GROUP_LINKS);
  await holdReading(page);
  await openWithTrustFile(page);
  await page.getByLabel("Files to add").setInputFiles([path, ...again]);
  await expect(page.getByRole("progressbar")).toBeVisible();
  await drop(page, links);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("progressbar")).toBeHidden();
  const remarks = page.locator(".remarks");
  for (const name of ["too-much.csv", "more.csv", "still-more.csv", links.name]) {
    await expect(remarks).toContainText(`Reading ${name} was cancelled. What you had before is still here.`);
  }
  await go(page, "Data");
  const names = page.getByRole("table", { name: "Files in use" }).locator("tbody th");
  const waited = names.filter({ hasText: /much\.csv|more\.csv|group_links/ });
  await expect(names.first()).toHaveText("england_ks4-mats-performance.csv");
  await expect(waited).toHaveCount(0);
  // None of them appears later, and cancelled files do not block others.
  await drop(page, links);
  await expect(page.getByRole("status").first()).toContainText(`${links.name} read`);
  await expect(waited).toHaveText([links.name]);
});

test("a drop during another waits its turn, and each replaces only its own target", async ({ page }) => {
  const { path, schools } = largeFile("large.csv", 200 * MEGABYTE);
  const links = published(GROUP_LINKS);
  const goOn = await holdReading(page);
  await openWithTrustFile(page);
  await go(page, "Data");
  await page.getByLabel("Files to add").setInputFiles(path);
  await expect(page.getByRole("progressbar")).toBeVisible();
  // Replacing the first by a bad file loses nothing, and does not disturb the file being read.
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Replace england_ks4-mats-performance.csv" }).click();
  await (await chooser).setFiles({ name: "bad.csv", mimeType: "text/csv", buffer: Buffer.from("%PDF-1.7") });
  await drop(page, links);
  await goOn();
  const names = page.getByRole("table", { name: "Files in use" }).locator("tbody th");
  await expect(names).toHaveText(["england_ks4-mats-performance.csv", "large.csv", links.name], { timeout: 60_000 });
  await expect(page.getByRole("table", { name: "Files in use" })).toContainText(`${schools.toLocaleString("en-GB")} schools`);
  await expect(page.getByRole("alert").filter({ hasText: "bad.csv" })).toBeVisible();
  await expect(page.getByRole("progressbar")).toBeHidden();
});

test("a link leads straight to Data", async ({ page }) => {
  await page.goto("./#data");
  await expect(page.getByRole("heading", { level: 1, name: "The data" })).toBeVisible();
});
