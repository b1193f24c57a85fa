// Beyond the first page: Spread, a region, the years and the user's own measure.
import { expect, test } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { over, violations } from "./support/access.ts";
import { card, download, finding, go, marks, open, openWithTrustFile, row, settled, topTen } from "./support/page.ts";

/** Walks along a chart by keyboard to the mark whose words match, and chooses it. */
async function choose(page: Page, chart: Locator, words: RegExp): Promise<void> {
  const walk = marks(chart);
  await walk.focus();
  const last = Number(await walk.getAttribute("aria-valuemax"));
  for (let mark = 0; mark < last; mark += 1) {
    await page.keyboard.press("ArrowRight");
    if (words.test((await walk.getAttribute("aria-valuetext")) ?? "")) break;
  }
  await expect(walk).toHaveAttribute("aria-valuetext", words);
  await page.keyboard.press("Enter");
}

test("Spread says that most differences are within regions, on the trust file", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await go(page, "Spread");
  await expect(finding(page)).toHaveText(
    "24% of the variance between trusts is between regions and 76% within them",
  );
  await expect(page.locator(".sentences")).toContainText(
    "The regional figures are 17.0 percentage points apart, from the South West (20.1%) to London (37.2%).",
  );
  const table = card(page, "How far apart trusts are within each region").getByRole("table");
  expect((await row(table, "South West")).slice(0, 4)).toEqual(["South West", "28", "20.1", "5"]);
  expect(await download(page, "spread.csv")).toContain("South West");
  await page.getByRole("radio", { name: "Gap" }).check({ force: true });
  // 12.5% between, computed independently of this project: see tests/engine/spread.rs.
  await expect(finding(page)).toContainText("12% of the variance");
  expect(problems).toEqual([]);
});

test("a region is reached from the gap chart and from its top ten, by keyboard", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await choose(page, page.locator("section.regional-gap"), /^(The )?South West/);
  await expect(page).toHaveURL(/#region\/south-west/);
  await expect(page.locator("main")).toBeFocused();
  await expect(finding(page)).toHaveText("South West");
  await expect(page.locator(".lead")).toHaveText(
    /^South West: 20\.1% \(95% interval .*, pupil sampling only\), 29 eligible trusts\.?$/,
  );
  await expect(page.locator(".sentences")).toContainText("9th of 9 regions with a figure");
  await expect(page.locator(".sentences")).toContainText("Reach South Academy Trust (5%)");
  await expect(page.locator("section.rank-ranges")).toContainText("27 of the South West’s 28 trusts could be in its top ten");
  const rules = card(page, "Its figure under each regional rule").getByRole("table");
  expect(await row(rules, "Weighted by pupils")).toEqual(["Weighted by pupils", "22.5", "8", "9"]);
  await expect(card(page, "Trusts in the South West").locator("tbody tr")).toHaveCount(29);

  await page.goBack();
  const link = (await topTen(page, "London")).getByRole("link", { name: /all about the region/ });
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#region\/london/);
  await page.getByRole("combobox", { name: "Region", exact: true }).selectOption("North East");
  await expect(finding(page)).toHaveText("North East");
  await page.reload();
  await settled(page);
  await expect(finding(page)).toHaveText("North East");
  expect(problems).toEqual([]);
});

test("with schools, a region lists those in no eligible trust and everything that is left out", async ({ page }) => {
  const problems = await open(page);
  await page.goto("./#region/london");
  const outside = card(page, "State-funded mainstream schools here, inside and outside eligible trusts");
  await expect(outside.getByRole("row")).toHaveCount(3);
  await expect(outside).toContainText("weighted by disadvantaged pupils and not by years in a trust");
  await expect(page.locator(".sentences")).toContainText(/In London, schools in eligible trusts have .* and other state-funded/);
  await expect(card(page, "What is left out in London, and why").getByRole("table")).toContainText("school");
  const rules = card(page, "Its figure under each regional rule").locator("tbody tr");
  await expect(rules).toHaveCount(3);
  expect(problems).toEqual([]);
});

test("a user's own area has a page, a top ten, a place in the funnel and a report, like a region", async ({ page }) => {
  const problems = await open(page);
  await page.goto("./#method");
  await page.getByRole("button", { name: "Add the South West peninsula" }).click();
  await go(page, "Regions");
  const strip = page.locator("section.trusts-by-region");
  await expect(marks(strip)).toBeVisible();
  await expect(strip.getByRole("img")).toContainText("South West penin");
  await choose(page, page.locator("section.regional-gap"), /^South West peninsula/);
  await expect(page).toHaveURL(/#region\/area-1\?/);
  await expect(finding(page)).toHaveText("South West peninsula");
  await expect(page.locator(".lead")).toHaveText(/^South West peninsula: .* \(95% interval .*, pupil sampling only\), \d+ eligible trusts?$/);
  await expect(page.locator(".sentences")).toContainText(/Among the \d regions with a figure it would be (joint )?(first|\d\w\w)/);
  await expect(page.locator(".sentences")).toContainText(/In South West peninsula, schools in eligible trusts have .* and other/);
  await expect(page.locator("section.rank-ranges")).toContainText("South West peninsula’s");
  const trusts = card(page, "Trusts in South West peninsula").getByRole("table");
  // The best of the area, with the ranks that it could have there.
  await expect(trusts.locator("tbody tr").first().locator("td").nth(3)).toHaveText("1");
  await expect(trusts.locator("tbody tr").first().locator("td").nth(6)).toHaveText("yes");
  await expect(trusts.locator("thead")).toContainText("Rank in area");
  await expect(card(page, "Its figure under each regional rule").locator("thead")).toContainText("Rank it would have");
  await expect(card(page, "What is left out in South West peninsula, and why")).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.getByRole("combobox", { name: "Region", exact: true }).selectOption("London");
  await expect(finding(page)).toHaveText("London");
  await page.getByRole("combobox", { name: "Region", exact: true }).selectOption("South West peninsula");
  await page.reload();
  await settled(page);
  await expect(finding(page)).toHaveText("South West peninsula");
  await page.getByRole("link", { name: "Report to print" }).click();
  await expect(finding(page)).toContainText("South West peninsula: Grade 5");
  await expect(page.locator("article.report")).toContainText("South West peninsula: every eligible trust, the best first");
  await go(page, "Top ten");
  await page.getByRole("combobox", { name: "Top ten of" }).selectOption("South West peninsula");
  await expect(page.locator("section.rank-ranges")).toContainText("South West peninsula’s");
  await go(page, "Funnel");
  await page.getByRole("combobox", { name: "Trusts to highlight" }).selectOption("South West peninsula");
  await expect(page.locator("section.funnel")).toContainText("Trusts in South West peninsula are highlighted.");
  await go(page, "Years");
  await choose(page, page.locator("section.trend-regions"), /^South West peninsula, 2022/);
  await expect(page).toHaveURL(/#region\/area-1\?/);
  await page.goto("./#region/area-7");
  await expect(finding(page)).toHaveText("No area of yours has this number");
  expect(problems).toEqual([]);
});

test("a trend needs two years, and says which files to add", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await go(page, "Years");
  await expect(finding(page)).toHaveText("No trend yet");
  await expect(page.locator(".lead")).toContainText("A trend needs results from two years with exams; the files have only 2022/23");
  await expect(page.locator(".lead")).toContainText("Add the same kind of file for another year with exams");
  expect(problems).toEqual([]);
});

test("the demonstration's three years: lines of regions and of chosen trusts, like for like", async ({ page }) => {
  const problems = await open(page);
  await expect(page.getByLabel("Year").locator("option")).toHaveCount(3);
  await go(page, "Years");
  const regions = page.locator("section.trend-regions");
  // Earlier years come after the first.
  await expect(async () => {
    expect(await finding(page).textContent()).toBe(await regions.getByRole("heading", { level: 2 }).textContent());
  }).toPass();
  await expect(regions).toContainText("There were no exams in");
  const list = card(page, "Every trust, the most improved first");
  await expect(list.getByRole("row").first()).toContainText("Change");

  const picker = page.getByLabel("Add a trust to the chart");
  await picker.selectOption({ index: 1 });
  await expect(page).toHaveURL(/#trend\/\w+$/);
  await expect(page.locator("section.trend-trusts")).toBeVisible();
  for (let trust = 1; trust < 6; trust += 1) await picker.selectOption({ index: 1 });
  await expect(page.getByText("The chart shows six trusts")).toBeVisible();
  await expect(picker).toHaveCount(0);
  await page.getByRole("button", { name: /^Remove / }).first().click();
  await expect(page.locator(".areas li")).toHaveCount(5);
  await expect(picker).toHaveValue("");

  await page.getByLabel(/^Like for like/).check();
  await expect(page).toHaveURL(/like-for-like=yes/);
  await expect(regions).toContainText("Like for like: only schools that count in the same trust");
  const address = page.url();
  await page.goto("./#data");
  await expect(finding(page)).toHaveText("The data");
  await page.goto(address);
  await expect(page).toHaveURL(address);
  await page.reload();
  await settled(page);
  await expect(page.locator(".areas li")).toHaveCount(5);
  await expect(page.getByLabel(/^Like for like/)).toBeChecked();

  await choose(page, regions, /^London, 2022/);
  await expect(page).toHaveURL(/#region\/london/);
  expect(problems).toEqual([]);
});

test("a combined measure is labelled as the user's own, and its weights stay in the link", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await go(page, "Own score");
  await expect(finding(page)).toContainText("Top of your measure: ");
  await expect(page.locator(".finding")).toContainText("Your own construction");
  await expect(page.locator(".finding")).toContainText("This combined measure is your own");
  await page.getByLabel("Attainment 8", { exact: true }).selectOption("0");
  await page.getByLabel("Progress 8", { exact: true }).selectOption("3");
  await expect(page).toHaveURL(/combined=em5%3A1%2Cp8%3A3/);
  await expect(finding(page)).toContainText(/^Top of your measure: Twyford Church of England Academies Trust/);
  const trusts = card(page, "Trusts by several measures at once");
  await expect(trusts).toContainText("This combined measure is your own");
  expect((await row(trusts.getByRole("table"), "Twyford")).slice(1, 4)).toEqual(["London", "1", "1"]);
  await expect(card(page, "4 eligible trusts without a combined score").locator("tbody tr")).toHaveCount(4);
  const csv = await download(page, "combined-measure.csv");
  expect(csv.trim().split("\n")).toHaveLength(213);

  // Every weight is zero.
  await page.getByLabel("Progress 8", { exact: true }).selectOption("0");
  await page.getByRole("combobox", { name: /^Grade 5/ }).selectOption("0");
  await expect(finding(page)).toHaveText("No measures can be combined");
  await expect(page).toHaveURL(/combined=none/);
  await page.reload();
  await settled(page);
  await expect(page.getByLabel("Attainment 8", { exact: true })).toHaveValue("0");
  expect(problems).toEqual([]);
});

test("320 px wide, nothing overflows", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const hash of ["spread", "region/south-west", "trend", "combined"]) {
    await page.goto(`./#${hash}`);
    await expect(page.locator("section.listed table").first()).toBeVisible();
    expect(await over(page), hash).toBeLessThanOrEqual(0);
  }
});
