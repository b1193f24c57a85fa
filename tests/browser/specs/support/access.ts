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
