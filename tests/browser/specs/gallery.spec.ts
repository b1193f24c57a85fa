// Every component and chart as it looks, in the component gallery of the debug page, against the pictures in references.
// A picture that is to change: `--update-snapshots`, and look at it (CONTRIBUTING.md).
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { over } from "./support/access.ts";

const FONT = "Gallery";

/** The weights of letters that there are: the page's others are drawn with the nearest. */
const WEIGHTS = [400, 700];

/** Components without a box of their own, and why. */
const SHOWN_ELSEWHERE = new Map([
  ["mod", "names the others"],
  ["opens", "is what caution and guidance open"],
  ["picture_view", "is in every chart's card"],
  ["walk", "lies invisibly over every picture: explore.spec.ts walks"],
]);

/** Boxes that are pictured in the dark and in a narrow window, too; of charts, those of the usual state. */
const CHIEF = [
  "chart-card-table-open",
  "controls-usual",
  "file-bar-reading",
  "guidance-first-page",
  "header-usual",
  "listing-with-a-note",
  "notices-refused",
  "notices-replaced",
  "tile-map-usual",
  "top-tens-one-region",
];

// The page's policy allows no font of ours, and no style.
test.use({ bypassCSP: true, deviceScaleFactor: 0.5 });

// Other systems draw letters their own way.
test.skip(process.platform !== "linux", "the references were drawn on Linux");

const source = (path: string): string => fileURLToPath(new URL(`../../../src/${path}`, import.meta.url));

/** The font as a style sheet. Nothing moves, nothing covers anything, and a box is no wider than it need be. */
function style(): string {
  const { resolve } = createRequire(import.meta.url);
  const faces = WEIGHTS.map((weight) => {
    const file = readFileSync(resolve(`@fontsource/arimo/files/arimo-latin-${weight}-normal.woff2`));
    const address = `data:font/woff2;base64,${file.toString("base64")}`;
    return `@font-face { font-family: ${FONT}; font-weight: ${weight}; src: url(${address}); }`;
  });
  return `${faces.join("\n")}
    * { font-family: ${FONT} !important; scrollbar-width: none; }
    .gallery-shown { display: flow-root; max-width: 640px; padding: 4px; }
    .tour { position: static !important; }`;
}

/** Opens the gallery and waits until all of it is drawn. */
async function openGallery(page: Page): Promise<void> {
  await page.goto("/gallery/#gallery");
  await expect(page.locator(".gallery-box").first()).toBeVisible({ timeout: 60_000 });
  await page.addStyleTag({ content: style() });
  await page.evaluate(async ([font, ...weights]) => {
    await Promise.all(weights.map((weight) => document.fonts.load(`${weight} 16px ${font}`)));
    await document.fonts.ready;
    // Charts are drawn anew to the width that they have now.
    dispatchEvent(new Event("resize"));
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, [FONT, ...WEIGHTS]);
  await expect(page.locator("#gallery-chart-card-table-open table")).toBeVisible();
}

/** The boxes by what they show and in which state. */
const boxes = (page: Page): Promise<string[]> =>
  page.locator(".gallery-box").evaluateAll((all) => all.map(({ id }) => id.replace(/^gallery-/, "")));

/** Looks at each of these boxes; those that differ are all told. */
async function compare(page: Page, names: string[], ending: string): Promise<void> {
  for (const name of names) {
    const box = page.locator(`#gallery-${name} > .gallery-shown`);
    const shown = isChart(name) ? box.locator("svg.picture") : box;
    await expect.soft(shown).toHaveScreenshot(`${name}${ending}.png`, {
      animations: "disabled",
      caret: "hide",
      scale: "device",
      maxDiffPixelRatio: 0.02,
      threshold: 0.2,
    });
  }
}

/** Of a chart its picture alone is compared: the card around it has boxes of its own. */
const isChart = (name: string): boolean => name.includes("-chart-");

const isChief = (name: string): boolean => CHIEF.includes(name) || /-chart-(usual|regions)$/.test(name);

test("every component and chart is in the gallery", async ({ page }) => {
  await openGallery(page);
  const names = await boxes(page);
  const components = readdirSync(source("app/components")).map((file) => file.replace(/\.rs$/, ""));
  const charts = readdirSync(source("chart"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".rs"))
    .flatMap((file) => [...readFileSync(source(`chart/${file}`), "utf8").matchAll(/impl Chart for (\w+)/g)])
    .map(([, type]) => type.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase());
  expect(charts.length).toBeGreaterThan(8);
  const wanted = [...components.filter((file) => !SHOWN_ELSEWHERE.has(file)), ...charts];
  const missing = wanted.map((what) => what.replaceAll("_", "-")).filter((what) => !names.some((name) => name.startsWith(`${what}-`)));
  expect(missing).toEqual([]);
  expect([...SHOWN_ELSEWHERE.keys()].filter((file) => !components.includes(file))).toEqual([]);
  expect(CHIEF.filter((name) => !names.includes(name))).toEqual([]);
});

test("every reference is of a box", async ({ page }) => {
  await openGallery(page);
  const names = await boxes(page);
  expect(new Set(names).size).toBe(names.length);
  const chief = names.filter(isChief);
  const wanted = [...names, ...chief.map((name) => `${name}-dark`), ...chief.map((name) => `${name}-narrow`)];
  const there = readdirSync(fileURLToPath(new URL("../references", import.meta.url)));
  expect(there.sort()).toEqual(wanted.map((name) => `${name}.png`).sort());
});

test.describe("in the light", () => {
  test.use({ viewport: { width: 1280, height: 900 }, colorScheme: "light" });
  test("every box looks as it did", async ({ page }) => {
    await openGallery(page);
    await compare(page, await boxes(page), "");
  });
});

test.describe("in the dark", () => {
  test.use({ viewport: { width: 1280, height: 900 }, colorScheme: "dark" });
  test("charts and chief components look as they did", async ({ page }) => {
    await openGallery(page);
    await compare(page, (await boxes(page)).filter(isChief), "-dark");
  });
});

test.describe("in a narrow window", () => {
  test.use({ viewport: { width: 375, height: 800 }, colorScheme: "light" });
  test("charts and chief components look as they did", async ({ page }) => {
    await openGallery(page);
    expect(await over(page)).toBeLessThanOrEqual(0);
    await compare(page, (await boxes(page)).filter(isChief), "-narrow");
  });
});
