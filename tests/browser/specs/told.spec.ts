// Faults around the page are reported once, and affect nothing else: a browser without memory, clipboard or storage,
// two hundred wrong files, folders, links without their files, very long names.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { drop, finding, go, open, openWithTrustFile, settled, trustFile, written } from "./support/page.ts";

const HEAD = "TIME_PERIOD,TRUST_NAME,TRUST_UID,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A";

const told = (page: Page) => page.locator("#told");

let folder: string;

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "trust-gap-told-"));
});

test.afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Drops what is at a path, a folder too, as the system's own file manager would. */
async function dropPath(page: Page, ...files: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, x: 300, y: 300, data });
  }
}

test("a picture that does not fit into memory is reported", async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.toBlob = (act) => queueMicrotask(() => act(null));
  });
  const problems = await open(page);
  await page.getByRole("button", { name: "Download regional-gap.png" }).click();
  await expect(told(page)).toHaveText("This browser could not make the picture. Download the SVG instead: it shows the same.");
  await page.getByRole("button", { name: "Copy picture regional-gap" }).click();
  await expect(told(page)).toHaveText("This browser does not let the page copy pictures. Download the PNG instead.");
  expect(problems).toEqual([]);
});

test("a clipboard that refuses is reported", async ({ page }) => {
  await page.addInitScript(() => {
    Clipboard.prototype.writeText = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
  });
  const problems = await open(page);
  await page.getByRole("button", { name: "Copy figures regional-gap" }).click();
  await expect(told(page)).toHaveText("This browser does not let the page copy. Download or select it instead.");
  expect(problems).toEqual([]);
});

test("without storage the page still works, and says what it cannot do", async ({ page }) => {
  await page.addInitScript(() => {
    for (const storage of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(window, storage, {
        get() {
          throw new DOMException("refused by the test", "SecurityError");
        },
      });
    }
  });
  const problems = await openWithTrustFile(page);
  await go(page, "Data");
  await page.getByRole("checkbox", { name: /remember/i }).click();
  await expect(page.locator(".remarks")).toContainText(/remember/);
  await expect(page.getByRole("checkbox", { name: /remember/i })).not.toBeChecked();
  await expect(page.getByText("Something went wrong in the page")).toBeHidden();
  expect(problems).toEqual([]);
});

test("two hundred wrong files are one notice, mostly folded", async ({ page }) => {
  await openWithTrustFile(page);
  const wrong = Array.from({ length: 200 }, (_, place) => written(`wrong-${place}.csv`, ""));
  await drop(page, ...wrong);
  const summary = page.getByRole("alert").filter({ hasText: "not used" });
  await expect(summary).toHaveCount(1);
  await expect(summary.getByRole("heading")).toHaveText("200 files were not used");
  await expect(summary.getByText("wrong-4.csv")).toBeVisible();
  await expect(summary.getByText("wrong-5.csv")).toBeHidden();
  await summary.getByText("and 195 more").click();
  await expect(summary.getByText("wrong-199.csv")).toBeVisible();
});

test("a dropped folder is read with its subfolders", async ({ page }) => {
  const data = join(folder, "data");
  mkdirSync(join(data, "2022-23"), { recursive: true });
  writeFileSync(join(data, "2022-23", "trusts.csv"), trustFile().bytes);
  writeFileSync(join(data, "._trusts.csv"), "companion");
  writeFileSync(join(data, "notes.docx"), "no data");
  const problems = await open(page);
  await dropPath(page, data);
  await expect(page.locator(".file-name")).toHaveText("trusts.csv");
  await expect(page.getByRole("alert").filter({ hasText: "not used" })).toHaveCount(0);
  expect(problems).toEqual([]);
});

test("a folder without data is reported as a folder", async ({ page }) => {
  const empty = join(folder, "empty");
  mkdirSync(empty);
  await open(page);
  await dropPath(page, empty);
  await expect(told(page)).toHaveText("The folder empty has no CSV or ZIP files in it.");
});

test("a very long name is shortened where it is shown, and complete in the title", async ({ page }) => {
  const name = "Endless ".repeat(12_500).trim();
  await open(page);
  await drop(page, written("mine.csv", `${HEAD}\n202223,${name},1,London,40%\n202223,TWO,2,London,30%\n`));
  await expect(page.locator(".file-counts")).toContainText("2 eligible");
  await go(page, "Trusts");
  const link = page.getByRole("rowheader").getByRole("link").filter({ hasText: "Endless" });
  expect((await link.textContent())?.length).toBeLessThan(200);
  expect((await link.getAttribute("title"))?.length).toBeGreaterThan(90_000);
  await link.click();
  await expect(finding(page)).toContainText("Endless");
  expect((await finding(page).textContent())?.length).toBeLessThan(200);
  expect((await page.title()).length).toBeLessThan(200);
  // It is also shortened in charts, captions and lists.
  for (const where of ["Regions", "Compare"] as const) {
    await go(page, where);
    await expect(page.locator("main")).toContainText("Endless");
    for (const words of await page.locator("option, caption, svg title, svg desc, svg text").allTextContents()) {
      expect(words.length).toBeLessThan(5_000);
    }
  }
});

test("the title names what is on the screen", async ({ page }) => {
  await openWithTrustFile(page);
  await expect(page).toHaveTitle("Regions – Trust Gap Explorer");
  await go(page, "Trusts");
  await expect(page).toHaveTitle("Trusts – Trust Gap Explorer");
  await page.getByLabel("Search by name").fill("dixons");
  await page.getByRole("rowheader").getByRole("link", { name: /Dixons Academies/ }).click();
  await expect(page).toHaveTitle(/^Dixons Academies .*– Trust Gap Explorer$/);
});

test("Back and Forward restore the scroll position and the search", async ({ page }) => {
  await openWithTrustFile(page);
  for (const late of ["Top tens are mostly noise", "choices of context"]) {
    await expect(page.locator(".check", { hasText: late })).toHaveCount(1);
  }
  const scrolled = () => page.evaluate(() => window.scrollY);
  await page.evaluate(() => window.scrollTo(0, 900));
  await expect.poll(scrolled).toBe(900);
  await page.evaluate(() => {
    location.hash = "#trusts";
  });
  const search = page.getByLabel("Search by name");
  await search.fill("academ");
  expect(await scrolled()).toBe(0);
  const table = page.locator(".long-table");
  await table.evaluate((table) => (table.scrollTop = 440));
  const first = page.getByRole("rowheader").getByRole("link").nth(14);
  await first.click();
  await expect(page.getByLabel("Search by name")).toHaveCount(0);
  await page.goBack();
  await expect(search).toHaveValue("academ");
  await expect.poll(() => table.evaluate((table) => table.scrollTop)).toBe(440);
  await page.goBack();
  await expect.poll(scrolled).toBe(900);
  await page.goForward();
  await expect(search).toHaveValue("academ");
  // A link to the same page starts at the top.
  await go(page, "Regions");
  await go(page, "Trusts");
  await expect(search).toHaveValue("");
});

test("a link opened without its files names them and their year", async ({ page, context }) => {
  await openWithTrustFile(page);
  await expect.poll(() => page.url()).toContain("files=");
  const other = await context.newPage();
  await other.goto(page.url());
  await settled(other);
  await expect(other.getByRole("status").first()).toContainText(
    "This link was made with england_ks4-mats-performance.csv, 2022/23. Add it here",
  );
});
