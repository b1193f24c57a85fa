// Arrow keys move through every chart and the map of the regions.
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { card, marks, open, topTenLine } from "./support/page.ts";

/** Charts by the page that shows them, with what is told at the first mark of each. */
const CHARTS: Record<string, [string, RegExp][]> = {
  "#regions": [
    ["regional-gap", /^London: .*gap 18\.8 percentage points; gap 95% interval .* to .*, smallest of 9 gaps$/],
    ["trusts-by-region", /^London: .*95% interval .*highest of 9 regions$/],
  ],
  "#top-ten/south-west": [["rank-ranges", /%.*95% interval .*, (joint )?(first|\d+\w\w) \((ranks \d+ to \d+|no other rank) possible\)/]],
  "#funnel": [["funnel", /%.*effective pupils.*limit.*; 95% interval .*, (joint )?(first|\d+\w\w) of \d+ in its region$/]],
  "#robustness": [
    ["specification-curve", /%.*; (joint )?lowest of \d+ combinations$/],
    ["rank-ranges-under-all-rules", /: (joint )?(first|\d+\w\w) under the rules in force.*its figure under the rules in force is \d+/],
  ],
  "#trend": [["trend-regions", /, 2018\/19: .*%.* to .*highest of 9 lines$/]],
};

/** Walks to the first mark of a chart. */
async function first(page: Page, id: string): Promise<void> {
  const walk = marks(page.locator(`section.${id}`));
  await walk.focus();
  await page.keyboard.press("ArrowRight");
}

for (const [address, charts] of Object.entries(CHARTS)) {
  test(`the charts of ${address} read out figure, interval and rank by arrow keys`, async ({ page }) => {
    await open(page);
    await page.goto(`./${address}`);
    for (const [id, told] of charts) {
      const section = page.locator(`section.${id}`);
      const walk = marks(section);
      await expect(walk).toBeVisible({ timeout: 60_000 });
      await first(page, id);
      await expect(walk).toHaveAttribute("aria-valuetext", told);
      await expect(section.locator(".tip")).toHaveText(told);
      await expect(section.locator(".ring")).toHaveCount(1);
      if (address.startsWith("#top-ten")) {
        // Ranks come first, then the answer about pairs: the chart stays, with the keyboard's mark.
        const answer = card(page, "Are two trusts distinguishable?").locator("p[aria-live]");
        await expect(answer).toContainText(/distinguishable/, { timeout: 60_000 });
        await expect(walk).toHaveAttribute("aria-valuetext", told);
      }
      await page.keyboard.press("End");
      await expect(walk).toHaveAttribute("aria-valuenow", (await walk.getAttribute("aria-valuemax")) ?? "-");
      await page.keyboard.press("Escape");
      await expect(walk).toHaveAttribute("aria-valuenow", "0");
    }
  });
}

test("a chart that is drawn anew keeps the mark that the user is at", async ({ page }) => {
  await open(page);
  await page.getByLabel("Measure").selectOption("Attainment 8");
  const section = page.locator("section.trusts-by-region");
  const walk = marks(section);
  await walk.focus();
  await page.keyboard.press("ArrowRight");
  await expect(walk).toHaveAttribute("aria-valuetext", /^London: \d+\.\d points /);
  await page.keyboard.press("Control+z");
  await expect(walk).toHaveAttribute("aria-valuetext", /^London: \d+\.\d%/);
  await expect(section.locator(".tip")).toHaveText(/^London: /);
  await expect(section.locator(".ring")).toHaveCount(1);
});

test("arrow keys also move through a trust's and a comparison's charts", async ({ page }) => {
  await open(page);
  await page.goto("./#trusts");
  const links = page.getByRole("rowheader").getByRole("link");
  await expect(links.first()).toBeVisible();
  const addresses = await links.evaluateAll((links) => links.slice(0, 2).map((link) => link.getAttribute("href") ?? ""));
  const numbers = addresses.map((address) => /\/(\w+)/.exec(address)?.[1]);
  await page.goto(`./#trust/${numbers[0]}`);
  const spine = page.locator("section.trust-spine");
  await marks(spine).focus();
  await page.keyboard.press("ArrowRight");
  await expect(marks(spine)).toHaveAttribute("aria-valuetext", /95% interval .* its region’s mean .*; trusts there .*; England’s mean .*; (joint )?(first|\d+\w\w) of \d+ in its region$/);
  const schools = page.locator("section.why-it-is-here");
  await marks(schools).focus();
  await page.keyboard.press("ArrowRight");
  await expect(marks(schools)).toHaveAttribute("aria-valuetext", /\d/);
  await page.keyboard.press("End");
  await expect(marks(schools)).toHaveAttribute("aria-valuetext", /; (joint )?(\d+\w\w )?highest of \d+ schools$/);
  await page.goto(`./#compare/${numbers.join(",")}`);
  const compared = page.locator("section.card", { has: page.getByRole("slider") }).first();
  await marks(compared).focus();
  await page.keyboard.press("ArrowRight");
  await expect(marks(compared)).toHaveAttribute("aria-valuetext", /95% interval .*, (joint )?(first|\d+\w\w) of \d+ in its region/);
});

test("a region is chosen on the map by arrow keys", async ({ page }) => {
  await open(page);
  const map = card(page, "The gap by region");
  const tile = (name: string) => map.getByRole("link", { name: new RegExp(`^${name}:`) });
  await tile("North East").focus();
  await expect(map.getByRole("status")).toHaveText(/^North East: gap 95% interval .*, \d\w\w smallest of 9 gaps$/);
  for (const [key, name] of [
    ["ArrowDown", "Yorks & Humber"],
    ["ArrowLeft", "North West"],
    ["ArrowUp", "North West"],
    ["ArrowDown", "West Midlands"],
    ["ArrowDown", "South West"],
    ["ArrowRight", "London"],
    ["ArrowRight", "South East"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(tile(name)).toBeFocused();
  }
  await expect(map.getByRole("status")).toHaveText(/^South East: .*, 9th smallest of 9 gaps$/);
  await page.keyboard.press("Enter");
  await expect(topTenLine(page, "South East")).toBeFocused();
  await expect(page.getByRole("table", { name: "South East: top ten" })).toBeVisible();
});

for (const width of [1280, 375]) {
  test(`nothing moves under the user's hand once the page is drawn, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const rest = page.waitForResponse(/datasets\.json/);
    await open(page);
    await expect(page.locator(".top-ten")).toHaveCount(9);
    const places = () =>
      page.locator("nav a, main button, main select, main summary, main h1, main h2, svg.picture").evaluateAll((all) =>
        all
          .filter((element) => element.checkVisibility())
          .map((element) => `${element.textContent?.slice(0, 20)}: ${Math.round(element.getBoundingClientRect().top)}`),
      );
    const before = await places();
    // The list of a host's data sets has arrived.
    await (await rest).finished();
    await page.mouse.move(20, 20);
    expect(await places()).toEqual(before);
    // Nor does the button that undoes a change push the page down.
    const top = (await page.locator("main").boundingBox())?.y;
    if (width < 560) await page.getByText("Choose what is shown").click();
    await page.getByLabel("Measure").selectOption("Attainment 8");
    await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
    expect((await page.locator("main").boundingBox())?.y).toBe(top);
  });
}
