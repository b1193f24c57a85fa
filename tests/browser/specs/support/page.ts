// What the specs do with the page, as a person would.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { dataFile } from "./data.ts";

export const TRUST_FILE = "2022-2023/england_ks4-mats-performance.csv";

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
  await expect(page.locator("#loading")).toHaveCount(0);
  return problems;
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

/** The Department's trust file of 2022/23, as published. */
export function trustFile(): Dropped {
  const path = dataFile(TRUST_FILE);
  return { name: basename(path), bytes: readFileSync(path) };
}

/** Opens the page and drops the trust file. */
export async function openWithTrustFile(page: Page): Promise<string[]> {
  const file = trustFile();
  const problems = await open(page);
  await drop(page, file);
  await expect(page.locator(".file-name")).toHaveText(file.name);
  return problems;
}

export const finding = (page: Page): Locator => page.getByRole("heading", { level: 1 });

/** The figures of a table's row, by the words in its first cells. */
export async function row(table: Locator, head: string): Promise<string[]> {
  return table.locator("tr", { hasText: head }).first().locator("th, td").allTextContents();
}
