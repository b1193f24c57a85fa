// What people come for, each from the dropped files to the answer in at most four actions, by keyboard and by mouse.
import { expect, test } from "@playwright/test";
import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { GROUP_LINKS, SCHOOL_FILE, card, download, drop, finding, go, open, published, trustFile } from "./support/page.ts";

const search = (page: Page) => page.getByRole("combobox", { name: "Search for a trust, a region or a school" });

for (const by of ["keyboard", "mouse"] as const) {
  test(`a trust's chief executive: better than others here, which like us do better, which schools pull us down, by ${by}`, async ({
    page,
  }) => {
    const problems = await open(page);
    // 1. Drop.
    await drop(page, trustFile(), published(SCHOOL_FILE), published(GROUP_LINKS));
    await expect(page.getByRole("status").first()).toContainText(" read, ");
    // 2. Search, and 3. choose.
    await search(page).fill("roseland multi");
    if (by === "keyboard") await search(page).press("Enter");
    else await page.getByRole("option").first().click();
    await expect(finding(page)).toHaveText("The Roseland Multi Academy Trust");
    await expect(page.locator("p.lead")).toHaveText(
      /^22% of disadvantaged pupils reach grade 5 in English and maths: 12th of 28 trusts in the South West\.$/,
    );
    await expect(page.locator(".finding")).toContainText(/Allowing for chance, it could be \d+\w\w to \d+\w\w: /);
    await expect(card(page, "Trusts in similar contexts that do better").locator("> ul.neighbours > li").first()).toBeVisible();
    const schools = page.locator("section.why-it-is-here");
    await expect(schools.getByRole("heading", { level: 2 })).toContainText("The Roseland Multi Academy Trust");
    await expect(schools.getByRole("img").locator("circle")).not.toHaveCount(0);
    // 4. Print: one side.
    const pdf = await page.pdf({ format: "A4", margin: { top: "1cm", right: "1cm", bottom: "1cm", left: "1cm" } });
    expect([...pdf.toString("latin1").matchAll(/\/Type\s*\/Page\b/g)]).toHaveLength(1);
    expect(problems).toEqual([]);
  });
}

test("a journalist in Plymouth: the peninsula's figure, and a picture that stands alone", async ({ page }) => {
  const problems = await open(page);
  // 1. Drop.
  await drop(page, trustFile(), published(GROUP_LINKS));
  await expect(page.getByRole("status").first()).toContainText(" read, ");
  // 2. Search for the region, and 3. choose the peninsula beside it.
  await search(page).fill("south west");
  await search(page).press("Enter");
  await expect(finding(page)).toHaveText("South West");
  await page.getByRole("combobox", { name: "Region", exact: true }).selectOption("South West peninsula");
  await expect(finding(page)).toHaveText("South West peninsula");
  await expect(page.locator("p.lead")).toHaveText(/^South West peninsula: 20\.8% \(95% interval .*\), 12 eligible trusts$/);
  await expect.poll(() => decodeURIComponent(page.url())).toContain("#region/area-1?");
  await expect.poll(() => decodeURIComponent(page.url())).toContain("area=South West peninsula=908,");
  // 4. Take the picture away.
  const svg = await download(page, "rank-ranges.svg");
  for (const words of ["South West peninsula", "disadvantaged pupils", "A trust that could be in the top ten", "Department for Education", "2022/23"]) {
    expect(svg).toContain(words);
  }
  expect(problems).toEqual([]);
});

for (const by of ["keyboard", "mouse"] as const) {
  test(`an analyst: every figure of the year in one file, by ${by}`, async ({ page }) => {
    // The possible ranks in every measure take a debug build a minute.
    test.setTimeout(240_000);
    const press = (button: Locator) => (by === "keyboard" ? button.press("Enter") : button.click());
    const problems = await open(page);
    // 1. Drop.
    await drop(page, trustFile());
    await expect(page.getByRole("status").first()).toContainText(" read, ");
    // 2. Go to the trusts, and 3. take the file.
    await press(page.getByRole("navigation").getByRole("link", { name: "Trusts", exact: true }));
    await expect(finding(page)).toHaveText("Every trust");
    const coming = page.waitForEvent("download", { timeout: 200_000 });
    await press(page.getByRole("button", { name: "All figures of the year (CSV)" }));
    const file = await coming;
    expect(file.suggestedFilename()).toBe("all-figures_2022-23.csv");
    // The same button is back.
    await expect(page.getByRole("button", { name: "All figures of the year (CSV)" })).toBeVisible();
    const lines = readFileSync(await file.path(), "utf8").replace(/^\ufeff/, "").trimEnd().split("\n");
    // Seven measures of three groups with their gap, of 216 trusts, 9 regions and England.
    expect(lines).toHaveLength(1 + 7 * 4 * 226);
    const heads = (lines[0] ?? "").split(",");
    const row = (start: string) => {
      const cells = (lines.find((line) => line.startsWith(start)) ?? "").split(",");
      return Object.fromEntries(heads.map((head, at) => [head, cells[at]]));
    };
    const of = "em5,Grade 5+ in English and maths,Disadvantaged";
    expect(row(`2022/23,Trust,Greenshaw Learning Trust,5452,South West,${of}`)).toMatchObject({
      Figure: "34",
      Unit: "%",
      "Rank in region": "1",
      "Best possible rank in region": "1",
      "Could be in top ten of region": "true",
      "Why there is no figure": "",
      Source: "england_ks4-mats-performance.csv",
    });
    expect(row(`2022/23,Region,South West,,South West,${of}`)).toMatchObject({
      Figure: "20.1",
      "Trusts with a figure": "28",
      "Rank in region": "",
    });
    expect(row(`2022/23,Trust,Alpha Trust,`)["Why there is no figure"]).toBe("suppressed");
    expect(problems).toEqual([]);
  });
}

test("all figures of the year are on the page Data, too, and making them can be stopped", async ({ page }) => {
  const problems = await open(page);
  const taken: string[] = [];
  page.on("download", (file) => taken.push(file.suggestedFilename()));
  await drop(page, trustFile());
  await expect(page.getByRole("status").first()).toContainText(" read, ");
  await go(page, "Data");
  const all = card(page, "All figures");
  await all.getByRole("button", { name: "All figures of the year (CSV)" }).click();
  await expect(all.getByRole("paragraph")).toContainText("The file is being made");
  await all.getByRole("button", { name: "Stop making the file" }).click();
  await expect(all.getByRole("paragraph")).toContainText("every measure for every group of pupils");
  // One that is left while it is made is not made.
  await all.getByRole("button", { name: "All figures of the year (CSV)" }).click();
  await go(page, "Trusts");
  await expect(page.getByRole("button", { name: "All figures of the year (CSV)" })).toBeVisible();
  expect(taken).toEqual([]);
  expect(problems).toEqual([]);
});

for (const by of ["keyboard", "touch"] as const) {
  test.describe(`on a phone, by ${by}`, () => {
    const height = 813;
    test.use({ viewport: { width: 375, height }, hasTouch: by === "touch", isMobile: by === "touch" });

    /** Searches for some letters and chooses the first that is found: two actions. */
    async function find(page: Page, letters: string): Promise<void> {
      const box = search(page);
      await expect(box).toBeInViewport();
      if (by === "touch") await box.tap();
      else await box.focus();
      await page.keyboard.type(letters);
      const first = page.getByRole("option").first();
      await expect(first).toBeInViewport();
      if (by === "touch") await first.tap();
      else await page.keyboard.press("Enter");
    }

    test("a visitor sees what it is about, and finds a region and a trust", async ({ page }) => {
      const problems = await open(page);
      await expect(finding(page)).toBeInViewport();
      await expect(search(page)).toBeInViewport();
      // The first chart begins a screen below the first at most.
      const chart = page.locator("section.regional-gap svg.picture");
      await expect.poll(async () => (await chart.boundingBox())?.y ?? Infinity).toBeLessThan(2 * height);
      // 1. Search, and 2. choose a region.
      await find(page, "south west");
      await expect(finding(page)).toHaveText("South West");
      await expect(page.locator("p.lead")).toHaveText(/^South West: \d+\.\d% /);
      await expect(page.locator("section.rank-ranges svg.picture")).toBeVisible();
      const trust = card(page, "Trusts in the South West").locator("tbody tr").nth(1).getByRole("link");
      const name = (await trust.textContent()) ?? "-";
      // 3. Search again, and 4. choose a trust.
      await find(page, name);
      await expect(finding(page)).toHaveText(name);
      await expect(page.locator("p.lead")).toContainText("trusts in the South West");
      expect(problems).toEqual([]);
    });
  });
}
