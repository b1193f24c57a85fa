// Pages on paper: reports on as few sides as they need, no controls, nothing cut off.
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { openWithTrustFile, visit } from "./support/page.ts";

/** The width between margins of 1 cm of A4, in pixels. */
const PAPER = { width: 718, height: 1047 };

/** The sides of paper that the page takes in print. */
async function sides(page: Page): Promise<number> {
  const margin = { top: "1cm", right: "1cm", bottom: "1cm", left: "1cm" };
  const pdf = await page.pdf({ format: "A4", margin });
  return [...pdf.toString("latin1").matchAll(/\/Type\s*\/Page\b/g)].length;
}

/** What is printed that should not be: controls, and what is beyond the right edge. */
async function faults(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(PAPER);
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll("body *")].filter((element) => element.checkVisibility() && !element.closest("svg"));
    const isControl = (element: Element) => element.matches("button, select, input, textarea, summary, nav, label");
    const isCut = (element: Element) => element.getBoundingClientRect().right > innerWidth + 1;
    const name = (element: Element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 30)}`;
    return shown.filter((element) => isControl(element) || isCut(element)).map(name);
  });
}

const PAGES: [hash: string, there: string, most: number | undefined][] = [
  ["report/2939", ".report .picture", 1],
  ["report/south-west", ".report .picture", 2],
  ["compare/2939,16049", "main section.card svg.picture", undefined],
  ["top-ten/south-west", "section.rank-ranges svg.picture", undefined],
  ["region/south-west", "section.rank-ranges svg.picture", undefined],
  ["regions", "section.regional-gap svg.picture", undefined],
];

for (const [hash, there, most] of PAGES) {
  test(`${hash} on paper has no controls, and nothing is cut off`, async ({ page }) => {
    await openWithTrustFile(page);
    await visit(page, `#${hash}`);
    await expect(page.locator(there).first()).toBeVisible();
    if (most !== undefined) {
      expect(await sides(page)).toBeLessThanOrEqual(most);
    }
    expect(await faults(page)).toEqual([]);
    if (hash.startsWith("report")) await expect(page.getByRole("columnheader", { name: /^Rank in/i }).first()).toBeVisible();
  });
}
