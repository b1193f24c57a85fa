// Every page, with the demonstration and with the real file, in one visit: axe in both colours, 320 px, 400% zoom,
// forced colours.
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { over, tooWide, violations } from "./support/access.ts";
import { GROUP_LINKS, SCHOOL_FILE, drop, open, openWith, published, trustFile } from "./support/page.ts";
import { EVERY_PAGE } from "./support/pages.ts";

/** A window of 1280 by 1024 px at 400%. */
const MAGNIFIED = { width: 320, height: 256 };

const WIDE = { width: 1280, height: 800 };

/** Two trusts of each data set, whose pages are looked at, too. */
const OPENINGS: [name: string, open: (page: Page) => Promise<unknown>][] = [
  ["the demonstration", open],
  [
    "the trust file",
    async (page) => {
      await open(page);
      const file = trustFile();
      await drop(page, file);
      await expect(page.locator(".file-name")).toHaveText(file.name);
    },
  ],
];

/** The numbers of the first two trusts in the list of all. */
async function trusts(page: Page): Promise<string[]> {
  await page.evaluate(() => (location.hash = "#trusts"));
  const links = page.locator('main table a[href^="#trust/"]');
  await expect(links.nth(1)).toBeVisible();
  const addresses = await Promise.all([0, 1].map((place) => links.nth(place).getAttribute("href")));
  return addresses.map((address) => /#trust\/(\w+)/.exec(address ?? "")?.[1] ?? "-");
}

async function goTo(page: Page, hash: string, there: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#${hash}`);
  await expect(page.locator(there).first()).toBeVisible({ timeout: 60_000 });
}

async function everywhere(page: Page, look: (hash: string) => Promise<void>): Promise<void> {
  const [one = "-", two = "-"] = await trusts(page);
  const chosen: typeof EVERY_PAGE = [
    [`trust/${one}`, "section.rank-ranges, section.comparison svg.picture, main section.card svg.picture"],
    [`compare/${one},${two}`, "main section.card svg.picture"],
    [`report/${one}`, ".report"],
  ];
  for (const [hash, there] of [...EVERY_PAGE, ...chosen]) {
    await goTo(page, hash, there);
    await look(hash);
  }
}

for (const [name, opening] of OPENINGS) {
  test(`every page with ${name}: axe finds nothing, and nothing overflows`, async ({ page }) => {
    test.slow();
    await opening(page);
    await everywhere(page, async (hash) => {
      expect.soft(await violations(page), hash).toEqual([]);
      expect.soft(await tooWide(page), hash).toEqual([]);
      for (const size of [MAGNIFIED, { width: 375, height: 800 }]) {
        await page.setViewportSize(size);
        expect.soft(await over(page), `${hash}, ${size.width} px`).toBeLessThanOrEqual(0);
      }
      await page.setViewportSize(WIDE);
    });
  });
}

test("with schools beside the trust file, no table is wider than its card", async ({ page }) => {
  test.slow();
  await page.setViewportSize(WIDE);
  await openWith(page, trustFile(), published(SCHOOL_FILE), published(GROUP_LINKS));
  await everywhere(page, async (hash) => {
    expect.soft(await tooWide(page), hash).toEqual([]);
  });
});

test("at 400%, the focused element is visible, and the requested page is reached", async ({ page }) => {
  await page.setViewportSize(MAGNIFIED);
  await open(page);
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press("Tab");
    const place = await page.evaluate(() => {
      const focused = document.activeElement;
      const { top, bottom, height } = focused?.getBoundingClientRect() ?? new DOMRect();
      const words = focused?.textContent?.slice(0, 30);
      return { words, seen: height > innerHeight ? top < innerHeight && bottom > 0 : top >= -1 && bottom <= innerHeight + 1 };
    });
    expect(place.seen, `step ${step}: ${place.words}`).toBe(true);
  }
});

test("in forced colours, marks, choices and focus remain distinguishable", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await open(page);
  const styles = (selector: string, name: string): Promise<string> =>
    page.locator(selector).first().evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);
  const paper = await styles("body", "background-color");
  const one = await styles(".regional-gap circle.ink-disadvantaged", "fill");
  const two = await styles(".regional-gap circle.ink-other", "fill");
  expect(new Set([paper, one, two]).size, `${paper}, ${one}, ${two}`).toBe(3);
  // The chosen and the focused element.
  const chosen = await styles(".segments input:checked + span", "background-color");
  const other = await styles(".segments input:not(:checked) + span", "background-color");
  expect(chosen).not.toBe(other);
  await page.getByLabel("Measure").focus();
  await expect(page.getByLabel("Measure")).not.toHaveCSS("outline-style", "none");
  await expect(page.locator(".tile-map a").first()).not.toHaveCSS("border-style", "none");
});
