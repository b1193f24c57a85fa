// Checks for any page: what axe finds, and what overflows.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What axe finds against WCAG 2.2 AA and its own best practice, in light and in dark. */
export async function violations(page: Page): Promise<string[]> {
  const found = [];
  const before = await page.evaluate(() => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
      .analyze();
    for (const { id, nodes } of violations) {
      found.push(...nodes.map((node) => `${id}: ${node.target.join(" ")}, ${colorScheme}`));
    }
  }
  await page.emulateMedia({ colorScheme: before });
  return found;
}

/** How far the page is wider than the window. */
export const over = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** The tables that are wider than what they are in. All that is folded is opened for this. */
export async function tooWide(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll<HTMLDetailsElement>("main details")) folded.open = true;
    for (const button of document.querySelectorAll<HTMLButtonElement>('main button[aria-expanded="false"][aria-controls]')) button.click();
  });
  await page.waitForFunction(() =>
    [...document.querySelectorAll("main button[aria-expanded][aria-controls]")].every((button) =>
      document.getElementById(button.getAttribute("aria-controls") ?? "")?.querySelector("table"),
    ),
  );
  return page.evaluate(() => {
    const tables = [...document.querySelectorAll<HTMLElement>("main table")].filter((table) => table.offsetWidth > 0);
    const wide = tables.filter((table) => table.scrollWidth > (table.parentElement?.clientWidth ?? 0));
    return wide.map((table) => `${table.parentElement?.ariaLabel}: ${table.scrollWidth} > ${table.parentElement?.clientWidth}`);
  });
}
