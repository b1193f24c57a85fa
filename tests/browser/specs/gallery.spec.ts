// Every component and chart in the debug page's component gallery, compared with the pictures in references. To change
// a picture, use `--update-snapshots` and look at the result (CONTRIBUTING.md).
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { over, violations } from "./support/access.ts";

const FONT = "Gallery";

/** The browser that drew the references: another draws edges and letters its own way. */
const DRAWN_WITH = "156";

/** The weights of letters that there are: the page's others are drawn with the nearest. */
const WEIGHTS = [400, 700];

/** Components without a box of their own, and why. */
const SHOWN_ELSEWHERE = new Map([
  ["mod", "names the others"],
  ["pointing", "has no look of its own: it lights marks of charts beside a table"],
  ["picture_view", "is in every chart's card"],
  ["parts", "are what all the others are made of"],
]);

/** Boxes of which no picture is taken: they hold little but text, whose words other tests read. */
const TEXT_ALONE = ["caution-open", "footer-usual", "glossary-usual", "guidance-open", "methods-card-usual", "notices-in-doubt"];

/** Boxes that are pictured in the dark and in a narrow window, too, beside the usual state of each chart. */
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

// The page's policy allows neither our own font nor a style. Each pixel covers two by two of the page's, so that the
// references are small and small differences in how browsers smooth edges do not matter.
test.use({ bypassCSP: true, deviceScaleFactor: 0.5, viewport: { width: 1280, height: 900 } });

test.skip(process.platform !== "linux", "the references were drawn on Linux: other systems draw letters their own way");

const ofProject = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** The font as a style sheet. Nothing lies over anything else, and no box is wider than it need be. */
function style(): string {
  const { resolve } = createRequire(import.meta.url);
  const faces = WEIGHTS.map((weight) => {
    const file = readFileSync(resolve(`@fontsource/arimo/files/arimo-latin-${weight}-normal.woff2`));
    const address = `data:font/woff2;base64,${file.toString("base64")}`;
    return `@font-face { font-family: ${FONT}; font-weight: ${weight}; src: url(${address}); }`;
  });
  return `${faces.join("\n")}
    * { font-family: ${FONT} !important; }
    .gallery-shown { display: flow-root; max-width: 640px; padding: 4px; }
    .tour, .found { position: static !important; }`;
}

/** Opens the gallery and waits until all of it is drawn, in the font. */
async function openGallery(page: Page): Promise<void> {
  const answer = await page.goto("/gallery/#gallery");
  expect(answer?.ok(), "`cargo xtask gallery` builds the debug page").toBe(true);
  await expect(page.locator(".gallery-box").first()).toBeVisible({ timeout: 60_000 });
  await page.addStyleTag({ content: style() });
  await page.evaluate(
    async ({ font, weights }) => {
      await Promise.all(weights.map((weight) => document.fonts.load(`${weight} 16px ${font}`)));
      await document.fonts.ready;
      // Redraws charts at their current width.
      dispatchEvent(new Event("resize"));
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
    { font: FONT, weights: WEIGHTS },
  );
  await expect(page.locator("#gallery-chart-card-table-open table")).toBeVisible();
}

/** The boxes by what they show and in which state. */
const boxes = (page: Page): Promise<string[]> =>
  page.locator(".gallery-box").evaluateAll((all) => all.map(({ id }) => id.replace(/^gallery-/, "")));

const isPictured = (name: string): boolean => !TEXT_ALONE.includes(name);

const isChief = (name: string): boolean => CHIEF.includes(name) || /-chart-(usual|regions)$/.test(name);

const isChart = (name: string): boolean => name.includes("-chart-");

/**
 * Leaves nothing on the page but one box, so that it stands at the same place whatever comes to stand above it; of a
 * chart nothing but its picture, since the card around it has boxes of its own.
 */
async function alone(page: Page, name: string): Promise<Locator> {
  const id = `gallery-${name}`;
  await page.evaluate((id) => {
    for (const box of document.querySelectorAll<HTMLElement>(".gallery-box")) box.hidden = box.id !== id;
    // Hidden charts have no width, and are redrawn when they become visible.
    dispatchEvent(new Event("resize"));
  }, id);
  const shown = page.locator(`#${id} > .gallery-shown`);
  if (!isChart(name)) return shown;
  await shown.locator(".card > :not(.frame)").evaluateAll((parts) => parts.forEach((part) => (part.hidden = true)));
  return shown.locator("svg.picture");
}

/** What a user does before a box's picture is taken. */
const BEFORE = new Map<string, (box: Locator) => Promise<void>>([
  ["walk-first-mark", (box) => box.getByRole("slider").press("ArrowRight")],
  ["search-found", (box) => box.getByRole("combobox").fill("trust")],
  ["search-made-up", (box) => box.getByRole("combobox").fill("no such name")],
]);

/** Compares each of these boxes with its reference; all that differ are told. */
async function compare(page: Page, names: string[], ending = ""): Promise<void> {
  const version = page.context().browser()?.version() ?? "unknown";
  test.skip(version.split(".")[0] !== DRAWN_WITH, `drawn with Chromium ${DRAWN_WITH}, and this is ${version}`);
  for (const name of names) {
    const shown = await alone(page, name);
    await BEFORE.get(name)?.(shown);
    await expect.soft(shown).toHaveScreenshot(`${name}${ending}.png`, {
      animations: "disabled",
      caret: "hide",
      scale: "device",
      maxDiffPixelRatio: 0.001,
      threshold: 0.2,
    });
  }
}

/** The components' files and the charts' types, as the gallery's boxes are called. */
function wanted(): string[] {
  const components = readdirSync(ofProject("src/components")).map((file) => file.replace(/\.rs$/, ""));
  expect([...SHOWN_ELSEWHERE.keys()].filter((file) => !components.includes(file))).toEqual([]);
  const files = readdirSync(ofProject("crates/show/src/chart"), { recursive: true, encoding: "utf8" });
  const charts = files
    .filter((file) => file.endsWith(".rs"))
    .map((file) => readFileSync(ofProject(`crates/show/src/chart/${file}`), "utf8"))
    .flatMap((text) => [...text.matchAll(/^impl Chart for (\w+)/gm)])
    .map(([, type]) => type.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase());
  expect(charts.length).toBeGreaterThan(0);
  return [...components.filter((file) => !SHOWN_ELSEWHERE.has(file)), ...charts].map((what) => what.replaceAll("_", "-"));
}

test("every component and every chart has a box", async ({ page }) => {
  await openGallery(page);
  const names = await boxes(page);
  expect(new Set(names).size).toBe(names.length);
  expect(wanted().filter((what) => !names.some((name) => name.startsWith(`${what}-`)))).toEqual([]);
  expect([...TEXT_ALONE, ...CHIEF].filter((name) => !names.includes(name))).toEqual([]);
});

test("no letter uses a font of this machine", async ({ page }) => {
  await openGallery(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("DOM.enable");
  await devtools.send("CSS.enable");
  const { root } = await devtools.send("DOM.getDocument", { depth: 0 });
  const all = { nodeId: root.nodeId, selector: ".gallery-shown :not(circle, line, polygon, polyline, title, desc, option, tr)" };
  const { nodeIds } = await devtools.send("DOM.querySelectorAll", all);
  const found = await Promise.all(nodeIds.map((nodeId) => devtools.send("CSS.getPlatformFontsForNode", { nodeId })));
  const fonts = found.flatMap(({ fonts }) => fonts);
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.filter(({ isCustomFont }) => !isCustomFont)).toEqual([]);
});

test("axe finds nothing in any state", async ({ page }) => {
  await openGallery(page);
  // Here, unlike on a page, several sections have the same name.
  expect((await violations(page)).filter((found) => !found.startsWith("landmark-unique:"))).toEqual([]);
});

test.describe("in light colours", () => {
  test.use({ colorScheme: "light" });
  test("every box looks as before", async ({ page }) => {
    await openGallery(page);
    await compare(page, (await boxes(page)).filter(isPictured));
  });
});

test.describe("in dark colours", () => {
  test.use({ colorScheme: "dark" });
  test("charts and main components look as before", async ({ page }) => {
    await openGallery(page);
    await compare(page, (await boxes(page)).filter(isChief), "-dark");
  });
});

test.describe("in a narrow window", () => {
  test.use({ colorScheme: "light", viewport: { width: 375, height: 800 } });
  test("charts and main components look as before", async ({ page }) => {
    await openGallery(page);
    expect(await over(page)).toBeLessThanOrEqual(0);
    await compare(page, (await boxes(page)).filter(isChief), "-narrow");
  });
});

// Last, so that it sees pictures that were just updated.
test("every reference belongs to a box", async ({ page }) => {
  await openGallery(page);
  const names = await boxes(page);
  const pictures = [
    ...names.filter(isPictured),
    ...names.filter(isChief).flatMap((name) => [`${name}-dark`, `${name}-narrow`]),
  ];
  expect(readdirSync(ofProject("tests/browser/references")).sort()).toEqual(pictures.map((name) => `${name}.png`).sort());
});
