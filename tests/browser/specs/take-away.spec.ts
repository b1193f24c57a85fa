// Downloads: pictures, tables, methods, reports, links, and files remembered on this device.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import {
  card,
  download,
  drop,
  finding,
  go,
  open,
  openWithTrustFile,
  settled,
  topTen,
  trustFile,
  written,
} from "./support/page.ts";

/** Presses a button that hands out a file; gives the file's bytes. */
async function downloadBytes(page: Page, name: string): Promise<Buffer> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: `Download ${name}`, exact: true }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe(name);
  return readFileSync(await file.path());
}

/** The size that a PNG file's header states. */
function pngSize(bytes: Buffer): [number, number] {
  expect(bytes.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const today = (): string =>
  new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "Europe/London" });

const told = (page: Page) => page.locator("#told");

const address = (page: Page): string => new URL(page.url()).hash;

test("a chart's SVG is complete on its own, and its PNG is twice as large", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  const svg = await download(page, "regional-gap.svg");
  const parsed = await page.evaluate((svg) => {
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
    return {
      isWellFormed: parsed.querySelector("parsererror") === null,
      root: parsed.documentElement.localName,
      words: Array.from(parsed.querySelectorAll("text"), (text) => text.textContent).join(" "),
      size: [parsed.documentElement.getAttribute("width"), parsed.documentElement.getAttribute("height")].map(Number),
    };
  }, svg);
  expect(parsed.isWellFormed).toBe(true);
  expect(parsed.root).toBe("svg");
  expect(svg.replace("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|href|url\(/);
  expect(parsed.words).toContain("Source: Department for Education, key stage 4 trust file 2022/23.");
  expect(parsed.words).toContain("Simple mean of trusts");
  expect(parsed.words).toContain(`Made on ${today()}`);

  const png = await downloadBytes(page, "regional-gap.png");
  expect(pngSize(png)).toEqual(parsed.size.map((pixels) => pixels * 2));
  // It is not blank: a picture of one colour would compress to very few bytes.
  expect(png.length).toBeGreaterThan(20_000);
  expect(problems).toEqual([]);
});

test("pictures and tables are copied where the browser allows it", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const problems = await open(page);
  await page.getByRole("button", { name: "Copy picture regional-gap" }).click();
  await expect(told(page)).toHaveText("The picture can be pasted now.");
  const kinds = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
  expect(kinds).toContain("image/png");

  await page.getByRole("button", { name: "Copy figures regional-gap" }).click();
  await expect(told(page)).toHaveText("The figures can be pasted now.");
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const rows = text.trimEnd().split("\n").map((line) => line.split("\t"));
  expect(rows.length).toBe(12);
  expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  expect(rows.map((row) => row[0])).toContain("South West");
  expect(problems).toEqual([]);
});

test("where the browser has no clipboard for pages, the page says so", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  const problems = await open(page);
  await page.getByRole("button", { name: "Copy picture regional-gap" }).click();
  await expect(told(page)).toContainText("Download the PNG instead");
  expect(problems).toEqual([]);
});

test("a table's CSV parses back to the figures on the screen", async ({ page }) => {
  await openWithTrustFile(page);
  const csv = await download(page, "regional-gap.csv");
  const lines = csv.trimEnd().split("\n");
  const gap = page.locator("section.regional-gap");
  await gap.getByRole("button", { name: "Table", exact: true }).click();
  const shown = await gap.getByRole("table").locator("tbody tr").evaluateAll((rows) =>
    rows.map((row) => Array.from(row.querySelectorAll("th, td"), (cell) => cell.textContent ?? "")),
  );
  expect(lines.length).toBe(shown.length + 1);
  for (const [place, cells] of shown.entries()) {
    const row = (lines[place + 1] ?? "").split(",");
    expect(row[0]).toBe(cells[0]);
    expect(Math.abs(Number(row[1]) - Number.parseFloat(cells[1] ?? ""))).toBeLessThan(0.051);
  }
});

test("the methods paragraph follows the rules and can be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const problems = await open(page);
  await go(page, "Method");
  const methods = card(page, "Methods paragraph");
  await expect(methods).toContainText("Wilson");
  const before = await methods.locator("p").first().textContent();
  await page.getByLabel("Maximum years counted").selectOption("1");
  await expect(methods.locator("p").first()).not.toHaveText(before ?? "");
  await methods.getByRole("button", { name: "Copy methods paragraph" }).click();
  await expect(told(page)).toHaveText("The paragraph can be pasted now.");
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain((await methods.locator("p").first().textContent()) ?? "-");
  expect(problems).toEqual([]);
});

test("a region's report is complete, and prints with its charts", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await topTen(page, "South West");
  await page.getByRole("link", { name: /^report ?, South West$/ }).click();
  await expect(finding(page)).toContainText("South West: ");
  await expect.poll(() => address(page)).toMatch(/^#report\/south-west\?file=[^&]+&files=[0-9a-f]{8}$/);
  for (const heading of ["Methods paragraph", "Rules in force", "Files", "Read with care"]) {
    await expect(card(page, heading)).toBeVisible();
  }
  await expect(card(page, "Files")).toContainText(/england_ks4-mats-performance\.csv: .*, fingerprint [0-9a-f]{16}/);
  await expect(card(page, "Rules in force")).toContainText("Simple mean of trusts");
  await expect(page.locator(".report .picture").first()).toBeVisible();
  await expect(page.locator(".report table").first()).toBeVisible();

  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".report .picture").first()).toBeVisible();
  await expect(page.getByRole("navigation")).toBeHidden();
  await expect(page.getByRole("button", { name: "Print or save as PDF" })).toBeHidden();
  const pdf = await page.pdf({ format: "A4" });
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  // A page with vector charts and tables is far larger than one with a few words.
  expect(pdf.length).toBeGreaterThan(30_000);
  expect(problems).toEqual([]);
});

test("a trust's report names the trust, every measure and what not to conclude", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await page.goto("./#report/nobody1");
  await expect(finding(page)).toHaveText("No report");
  const uid = /^(\w+),/m.exec(await firstUid(page))?.[1] ?? "";
  await page.goto(`./#report/${uid}`);
  await expect(finding(page)).toContainText(", 2022/23");
  await expect(card(page, "The trust on every measure")).toBeVisible();
  await expect(card(page, "Read with care")).toContainText("A higher rank does not mean better teaching.");
  expect(problems).toEqual([]);
});

/** The published file's first eligible trust, by its number. */
async function firstUid(page: Page): Promise<string> {
  const rows = trustFile().bytes.toString("utf8").split(/\r?\n/);
  const column = (rows[0] ?? "").split(",").findIndex((name) => name.replace(/"|\uFEFF/g, "") === "TRUST_UID");
  expect(column).toBeGreaterThanOrEqual(0);
  const uids = rows.slice(1).map((row) => row.split(",")[column] ?? "");
  // Any trust that has a report.
  for (const uid of uids.filter((uid) => /^\w+$/.test(uid)).slice(0, 40)) {
    await page.goto(`./#report/${uid}`);
    await expect(finding(page)).not.toHaveText("");
    if ((await finding(page).textContent())?.includes("2022/23")) return `${uid},`;
  }
  throw new Error("no trust of the file has a report");
}

test("a link names its files, and says when others are open", async ({ page, context }) => {
  const problems = await openWithTrustFile(page);
  await go(page, "Method");
  await page.getByLabel("Minimum schools that count").selectOption("4");
  await expect.poll(() => page.url()).toMatch(/#method\?min-schools=4&file=[^&]+&files=[0-9a-f]{8}$/);
  const link = page.url();

  // Opened elsewhere: the page says what is missing, and the address still names it.
  const other = await context.newPage();
  await other.goto(link);
  await settled(other);
  await expect(other.getByRole("status").first()).toContainText(
    "This link was made with england_ks4-mats-performance.csv, 2022/23. Add it here to see what the link shows.",
  );
  expect(other.url()).toBe(link);
  // With the same file there is nothing more to say, and the address is the same.
  await drop(other, trustFile());
  await expect(other.locator(".file-name")).toHaveText("england_ks4-mats-performance.csv");
  await expect(other.getByRole("status").first()).not.toContainText("This link");
  expect(other.url()).toBe(link);

  // With another file the page says so, once.
  const third = await context.newPage();
  await third.goto(link);
  await settled(third);
  await expect(third.getByRole("status").first()).toContainText(
    "This link was made with england_ks4-mats-performance.csv, 2022/23. Add it here to see what the link shows.",
  );
  const changed = trustFile();
  await drop(third, { ...changed, bytes: Buffer.concat([changed.bytes, Buffer.from("\n")]) });
  await expect(third.getByRole("status").first()).toContainText("This link was made with other files");
  await drop(third, trustFile());
  await expect(third.getByRole("status").first()).toContainText("was read again");
  await expect(third.getByRole("status").first()).not.toContainText("This link");
  expect(problems).toEqual([]);
});

test("a partly broken link is followed as far as possible", async ({ page }) => {
  await page.goto("./#method?cap=1&colour=red&min-years=many");
  await expect(page.getByRole("status").first()).toContainText("colour=red and min-years=many");
  await expect(page.getByLabel("Maximum years counted")).toHaveValue("1");
  await page.goto("./#nowhere");
  await expect(page.getByRole("status").first()).toContainText("no part called “nowhere”");
  await expect(page.getByRole("link", { name: "Regions", exact: true })).toHaveAttribute("aria-current", "page");
});

test("starting over forgets files and choices", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await go(page, "Method");
  await go(page, "Data");
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(page.locator(".file-name")).toHaveText("Demonstration: made-up trusts");
  await expect(page.getByRole("status").first()).toContainText("All files and choices are forgotten");
  await expect.poll(() => address(page)).toBe("#data");
  await expect(page.getByRole("button", { name: "Start over" })).toHaveCount(0);
  expect(problems).toEqual([]);
});

test("files are remembered only if the user asks for it, and can be forgotten", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await page.reload();
  await settled(page);
  await expect(page.locator(".file-name")).toHaveText("Demonstration: made-up trusts");

  await drop(page, trustFile());
  await expect(page.locator(".file-name")).toHaveText("england_ks4-mats-performance.csv");
  await go(page, "Data");
  await page.getByLabel("Remember these files on this device").check();
  await expect.poll(() => page.evaluate(() => localStorage.getItem("trust-gap-remembers"))).toBe("yes");
  await expect.poll(() => kept(page)).toBe(1);
  await page.reload();
  await settled(page);
  await expect(page.locator(".file-name")).toHaveText("england_ks4-mats-performance.csv");
  await expect(page.getByLabel("Remember these files on this device")).toBeChecked();

  await page.getByLabel("Remember these files on this device").uncheck();
  await expect.poll(() => kept(page)).toBe(0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.reload();
  await settled(page);
  await expect(page.locator(".file-name")).toHaveText("Demonstration: made-up trusts");

  // Starting over forgets them too.
  await drop(page, trustFile());
  await expect(page.locator(".file-name")).toHaveText("england_ks4-mats-performance.csv");
  await page.getByLabel("Remember these files on this device").check();
  await expect.poll(() => kept(page)).toBe(1);
  await page.getByRole("button", { name: "Start over" }).click();
  await expect.poll(() => kept(page)).toBe(0);
  expect(problems).toEqual([]);
});

/** How many files the browser's database holds. */
async function kept(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((tell, fail) => {
        const opening = indexedDB.open("trust-gap-remembers");
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          if (!database.objectStoreNames.contains("files")) return tell(-1);
          const asking = database.transaction("files").objectStore("files").get("files");
          asking.onsuccess = () => {
            database.close();
            tell((asking.result as unknown[] | undefined)?.length ?? 0);
          };
        };
      }),
  );
}

/** A spreadsheet of the user's own in the template's columns: three schools in each of three trusts; in one trust few
 * pupils are disadvantaged. */
function own(): string {
  const head = [
    "urn", "school", "school_type", "region", "trust_id", "trust", "years_in_trust", "year", "pupils_all",
    "pupils_disadvantaged", "pupils_other", "em5_disadvantaged", "em5_other", "em5_all",
  ];
  const rows = [1, 2, 3, 4].flatMap((trust) =>
    [1, 2, 3].map((school) => {
      const few = trust === 1 ? 1 : 20;
      return [
        100000 + trust * 10 + school, `School ${trust}${school}`, "ACC", "London", trust, `Trust ${trust}`, 5, "2022/23",
        few + 60, few, 60, "37%", "50%", "46%",
      ];
    }),
  );
  return [head, ...rows].map((row) => row.join(",")).join("\n") + "\n";
}

test("figures about few pupils are withheld unless the user allows them", async ({ page }) => {
  const problems = await open(page);
  await drop(page, written("mine.csv", own()));
  await expect(page.locator(".file-name")).toHaveText("mine.csv");
  await topTen(page, "London");
  const withheld = await download(page, "top-ten-london.csv");
  expect(withheld).not.toContain("Trust 1,");
  await expect(told(page)).toContainText("fewer than 6 pupils");
  const svg = await download(page, "trusts-by-region.svg");
  expect(svg.replace(/<\/text>\s*<text[^>]*>/g, " ")).toContain("fewer than 6 pupils");

  // Downloads of every list and chart leave them out.
  const withoutFigure = /^Trust 1,.*withheld \(fewer than 6 pupils\)/m;
  await go(page, "Trusts");
  expect(await download(page, "trusts.csv")).toMatch(withoutFigure);
  await page.goto("./#region/london");
  expect(await download(page, "region-trusts-list.csv")).toMatch(/^Trust 1,withheld \(fewer than 6 pupils\)/m);
  await page.goto("./#compare/1,2,3");
  expect(await download(page, "compared-measures.csv")).toContain("withheld (fewer than 6 pupils)");
  await page.goto("./#trust/1");
  expect(await download(page, "why-it-is-here.csv")).not.toContain("37");
  await page.locator(".on-screen").getByText("All figures", { exact: true }).click();
  // The other trusts have 37% as well, so their mean says nothing about this one.
  expect(await download(page, "trust-measures.csv")).toMatch(/disadvantaged pupils, %",withheld \(fewer than 6 pupils\),no interval/);

  await go(page, "Data");
  await page.getByLabel("Allow figures for fewer than 6 pupils in downloads, copies and printed pages").first().check();
  await go(page, "Regions");
  await topTen(page, "London");
  expect(await download(page, "top-ten-london.csv")).toContain("Trust 1,");
  expect(problems).toEqual([]);
});
