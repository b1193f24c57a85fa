// Actions of the specs on the page, as a person would do them.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { dataFile } from "./data.ts";

export const TRUST_FILE = "2022-2023/england_ks4-mats-performance.csv";

export const SCHOOL_FILE = "2022-2023/england_ks4final_header_and_sample_rows.csv";
export const OLDER_SCHOOL_FILE = "2017-2018/320_ks4revised.csv";
export const GROUP_LINKS = "gias/group_links_2022-03.csv";

export interface Dropped {
  name: string;
  bytes: Buffer;
}

/** Opens the page; what goes wrong in it is collected in the list that comes back. */
export async function open(page: Page): Promise<string[]> {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await page.goto("./");
  await settled(page);
  return problems;
}

/** Waits until the program's page has replaced the one in index.html. Until then both are in the document. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator("#loading")).toHaveCount(0);
}

/** Drops files anywhere on the page. */
export async function drop(page: Page, ...files: Dropped[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, base64: bytes.toString("base64") }));
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of files) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type: "text/csv" }));
    }
    return transfer;
  }, given);
  await page.dispatchEvent("main", "dragover", { dataTransfer: transfer });
  await page.dispatchEvent("main", "drop", { dataTransfer: transfer });
}

/** A published file, as it is. */
export function published(name: string): Dropped {
  const path = dataFile(name);
  return { name: basename(path), bytes: readFileSync(path) };
}

/** The Department's trust file of 2022/23, as published. */
export const trustFile = (): Dropped => published(TRUST_FILE);

/** A file of these words. */
export const written = (name: string, text: string): Dropped => ({ name, bytes: Buffer.from(text) });

/** Opens the page and drops the trust file. */
export async function openWithTrustFile(page: Page): Promise<string[]> {
  const file = trustFile();
  const problems = await open(page);
  await drop(page, file);
  await expect(page.locator(".file-name")).toHaveText(file.name);
  return problems;
}

/** Opens the page and drops files together. */
export async function openWith(page: Page, ...files: Dropped[]): Promise<string[]> {
  const problems = await open(page);
  await drop(page, ...files);
  await expect(page.getByRole("status").first()).toContainText(" read, ");
  return problems;
}

/** The entries of the navigation. */
type Entry = "Regions" | "Trusts" | "Compare" | "Years" | "How sure?" | "Data" | "Method";

/** The pages beneath an entry, in the row of links that its page has. */
const BENEATH = {
  "Top ten": "How sure?",
  Funnel: "How sure?",
  Robustness: "How sure?",
  Spread: "How sure?",
  "Own score": "Trusts",
} as const;

/** Goes to a page by its link, on a narrow screen from the menu. */
export async function go(page: Page, name: Entry | keyof typeof BENEATH): Promise<void> {
  const isBeneath = (name: string): name is keyof typeof BENEATH => name in BENEATH;
  // A menu closes behind the link.
  const includeHidden = true;
  const navigation = page.getByRole("navigation", { includeHidden });
  const link = navigation.getByRole("link", { name, exact: true, includeHidden });
  const menu = page.getByRole("button", { name: "Menu", exact: true });
  if (isBeneath(name)) await go(page, BENEATH[name]);
  else if (await menu.isVisible()) await menu.click();
  await link.click();
  await expect(link.and(page.locator("[aria-current=page]"))).toHaveCount(1);
}

/** Goes to a page within the one that is open, by its address. */
export const visit = (page: Page, address: string): Promise<void> =>
  page.evaluate((address) => {
    location.hash = address;
  }, address);

/** The card under a heading. */
export const card = (page: Page, heading: string | RegExp): Locator =>
  page.locator("section.card", { has: page.getByRole("heading", { level: 2, name: heading }) });

/** The line on the first page under which a region's top ten is folded. */
export const topTenLine = (page: Page, region: string): Locator =>
  page.locator("details.top-ten > summary").filter({ has: page.getByText(region, { exact: true }) }).first();

/** A region's top ten on the first page, unfolded. */
export async function topTen(page: Page, region: string): Promise<Locator> {
  const line = topTenLine(page, region);
  await expect(line).toBeVisible();
  const fold = line.locator("..");
  if ((await fold.getAttribute("open")) === null) await line.click();
  return fold;
}

/** A top ten as rank, name and figure, without the intervals. */
export const ranked = (list: Locator): Promise<string[]> =>
  list.locator("tbody tr").evaluateAll((rows) =>
    rows.map((row) => {
      const plain = row.cloneNode(true) as Element;
      for (const interval of plain.querySelectorAll(".interval")) interval.remove();
      return plain.textContent ?? "";
    }),
  );

/** The slider that walks along the marks of the chart in a card. */
export const marks = (card: Locator): Locator => card.getByRole("slider");

/** Presses a button that hands out a file; gives the file's text. */
export async function download(page: Page, name: string): Promise<string> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: `Download ${name}`, exact: true }).click();
  const file = await coming;
  const csv = name.endsWith(".csv") ? name.slice(0, -".csv".length) : undefined;
  if (csv === undefined) {
    expect(file.suggestedFilename()).toBe(name);
  } else {
    // A table's file may say measure, pupils and year after its own name.
    expect(file.suggestedFilename()).toMatch(new RegExp(`^${csv}(_[a-z0-9-]+)*\\.csv$`));
  }
  // The byte order mark is for spreadsheets.
  return readFileSync(await file.path(), "utf8").replace(/^\ufeff/, "");
}

export const finding = (page: Page): Locator => page.getByRole("heading", { level: 1 });

/** The figures of a table's row, by the words in its first cells. */
export async function row(table: Locator, head: string): Promise<string[]> {
  const row = table.locator("tr", { hasText: head }).first();
  await row.waitFor({ state: "attached" });
  return row.locator("th, td").allTextContents();
}
