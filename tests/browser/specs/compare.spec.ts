// Trusts side by side: one picture, one family of pairs, a trust and those like it, and a list of one's own.
import { expect, test } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { over, violations } from "./support/access.ts";
import { card, finding, go, marks, open, openWithTrustFile, visit } from "./support/page.ts";

const TWYFORD = "Twyford Church of England Academies Trust";

const chart = (page: Page): Locator => page.locator("section.compared-measures");
const pairs = (page: Page): Locator => card(page, /^Which are distinguishable/);
const chosen = (page: Page): Locator => page.getByRole("list", { name: "Trusts compared" }).getByRole("listitem");

test("a trust is compared with the five most like it in one step from its page", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await page.goto("./#trust/5132");
  await expect(finding(page)).toContainText(TWYFORD);
  await page.getByRole("link", { name: "Compare it with the five trusts most like it" }).press("Enter");
  await expect(page).toHaveURL(/#compare\/5132(,\d+){5}(\?|$)/);
  await expect(chosen(page)).toHaveCount(6);
  await expect(chart(page).locator("svg.picture")).toHaveCount(1);
  await expect(page.locator("main svg.picture")).toHaveCount(1);
  // A row for each of six trusts on seven measures, and a mark for each that has a figure.
  await chart(page).getByRole("button", { name: "Table", exact: true }).press("Enter");
  const rows = chart(page).getByRole("table").locator("tbody tr");
  await expect(rows).toHaveCount(6 * 7);
  const figures = await rows.evaluateAll(
    (rows) => rows.filter((row) => /^\u2212?\d/.test(row.querySelectorAll("th, td")[4]?.textContent ?? "")).length,
  );
  expect(figures).toBeGreaterThan(4 * 7);
  await expect(marks(chart(page))).toHaveAttribute("aria-valuemax", `${figures}`);
  expect(problems).toEqual([]);
});

test("the picture names its measures, units and trusts, and arrow keys go from figure to figure", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await page.goto("./#compare/5132,16503");
  const picture = chart(page).locator("svg.picture");
  for (const words of ["Attainment 8, points", "Progress 8, grades", "Grade 5+ in English and maths, %"]) {
    await expect(picture.locator("text", { hasText: words }).first()).toBeVisible();
  }
  await expect(chart(page)).toContainText(`1 ${TWYFORD}, London`);
  await marks(chart(page)).focus();
  await page.keyboard.press("ArrowRight");
  await expect(marks(chart(page))).toHaveAttribute(
    "aria-valuetext",
    `Grade 5+ in English and maths, ${TWYFORD}: 60% (95% interval 52% to 68%), first of 19 in its region, London 37.2%`,
  );
  await expect(marks(chart(page))).toHaveAttribute("aria-valuemax", "14");
  for (const width of [375, 768]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(picture).toBeVisible();
    await expect.poll(() => over(page)).toBeLessThanOrEqual(0);
  }
  expect(problems).toEqual([]);
});

test("two trusts of a region have one answer: alone, beside another region's, and in England's top ten", async ({ page }) => {
  await open(page);
  await page.goto("./#top-ten/london");
  const two = card(page, "Are two trusts distinguishable?");
  const said = two.locator("p[aria-live]");
  await expect(said).toContainText("among London’s", { timeout: 30_000 });
  const answer = (await said.textContent()) ?? "-";
  const names = await two.getByLabel(/^(One trust|Another)$/).evaluateAll((selects) =>
    selects.map((select) => (select as HTMLSelectElement).selectedOptions[0]?.textContent ?? ""),
  );
  await go(page, "Compare");
  await page.getByLabel("Names or numbers of trusts").fill(names.join("\n"));
  await page.getByRole("button", { name: "Compare these" }).click();
  await expect(pairs(page).getByRole("listitem")).toHaveText([answer], { timeout: 30_000 });
  // A trust of another region.
  await page.getByLabel("Names or numbers of trusts").fill([...names, "Barleyford Academy Trust"].join("\n"));
  await page.getByRole("button", { name: "Compare these" }).click();
  await expect(pairs(page).getByRole("listitem")).toHaveText([answer, /among England’s/, /among England’s/], {
    timeout: 30_000,
  });
  await visit(page, "#top-ten/england");
  await expect(two).toBeVisible({ timeout: 30_000 });
  await two.getByLabel("One trust").selectOption(names[0] ?? "");
  await two.getByLabel("Another").selectOption(names[1] ?? "");
  await expect(said).toHaveText(answer, { timeout: 30_000 });
});

test("a list of one's own by keyboard: found, not found, ambiguous, and more than six", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await go(page, "Compare");
  const list = page.getByLabel("Names or numbers of trusts");
  await list.focus();
  await page.keyboard.type("5132, reach south\nHarris Federation; Nobody Trust\ndixons\nAcademies");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Compare these" })).toBeFocused();
  await page.keyboard.press("Enter");
  const answer = page.locator("details [role=status]");
  await expect(answer).toContainText("Found: 4 trusts.");
  await expect(answer).toContainText("Not found among the eligible trusts: Nobody Trust.");
  await expect(answer).toContainText(/“Academies” may mean these or \d+ others:/);
  await expect(chosen(page)).toHaveCount(4);
  await expect(page).toHaveURL(/#compare\/5132,16503,\d+,\d+(\?|$)/);
  expect(await violations(page)).toEqual([]);

  // A candidate is added by its link.
  await answer.getByRole("link").first().press("Enter");
  await expect(chosen(page)).toHaveCount(5);

  expect(problems).toEqual([]);
});

test("of more than six trusts six are drawn, and all are in the table", async ({ page }) => {
  await open(page);
  await go(page, "Trusts");
  const links = page.getByRole("rowheader").getByRole("link");
  await expect.poll(() => links.count()).toBeGreaterThan(8);
  const addresses = await links.evaluateAll((links) => links.slice(0, 8).map((link) => link.getAttribute("href") ?? ""));
  await page.goto(`./#compare/${addresses.map((address) => /\/(\w+)/.exec(address)?.[1]).join(",")}`);
  await expect(chart(page)).toContainText("The first 6 of 8 trusts are drawn. All of them are in the table.");
  await chart(page).getByRole("button", { name: "Table", exact: true }).click();
  const rows = chart(page).getByRole("table").locator("tbody tr");
  await expect.poll(async () => (await rows.count()) % 8).toBe(0);
  expect(await rows.count()).toBeGreaterThan(48);
  expect(await violations(page)).toEqual([]);
});

const regions = (page: Page): Locator =>
  page.getByRole("list", { name: "Regions compared" }).getByRole("listitem");

test("regions are compared by mouse: the switch, one more, the table, and the link", async ({ page, context }) => {
  const problems = await openWithTrustFile(page);
  await go(page, "Compare");
  await page.getByLabel("Compare", { exact: true }).selectOption("Regions");
  // It begins with the best region and the worst.
  await expect(finding(page)).toContainText("Regions side by side");
  await expect(regions(page)).toHaveText([/^London/, /^South West/]);
  await page.getByLabel("Add a region").selectOption("Yorkshire and the Humber");
  await expect(page).toHaveURL(/#compare\/london,south-west,yorkshire-and-the-humber(\?|$)/);
  await expect(chart(page).getByRole("heading")).toHaveText(/London is first of these regions on all \d measures/);
  await expect(chart(page)).toContainText("95% interval: sampling of pupils");
  await expect(chart(page)).toContainText("The figure of all of England");
  await expect(pairs(page)).toHaveCount(0);

  // The figures are those of the first page.
  await chart(page).getByRole("button", { name: "Table", exact: true }).click();
  const row = chart(page).getByRole("row", { name: /^Grade 5\+ in English and maths .* South West / });
  await expect(row).toContainText("20.1");
  expect(await violations(page)).toEqual([]);

  // The link shows the same to somebody else; Back and Remove undo a choice.
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(regions(other)).toHaveText([/^London/, /^South West/, /^Yorkshire and the Humber/]);
  await other.close();
  await page.goBack();
  await expect(regions(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Remove South West" }).click();
  await expect(page.getByRole("main")).toContainText("Choose two regions or more.");
  await page.getByLabel("Compare", { exact: true }).selectOption("Trusts");
  await expect(finding(page)).toContainText("Trusts side by side");
  for (const width of [375, 768]) {
    await page.setViewportSize({ width, height: 900 });
    await visit(page, "#compare/london,south-west,north-east,east-midlands,west-midlands,south-east");
    await expect(chart(page).locator("svg.picture")).toBeVisible();
    await expect.poll(() => over(page)).toBeLessThanOrEqual(0);
  }
  expect(problems).toEqual([]);
});

test("a region is compared with others by keyboard from its page, and an area with it", async ({ page }) => {
  const problems = await open(page);
  await page.goto("./#region/north-east");
  await page.getByRole("link", { name: "Compare with other regions" }).press("Enter");
  await expect(regions(page).first()).toContainText("North East");
  // The demonstration says where schools are, so the peninsula is offered with the regions.
  await page.getByLabel("Add a region").press("End");
  await expect(regions(page).last()).toContainText("South West peninsula");
  await expect(page).toHaveURL(/area=/);
  await marks(chart(page)).focus();
  await page.keyboard.press("ArrowRight");
  await expect(marks(chart(page))).toHaveAttribute(
    "aria-valuetext",
    /^Grade 5\+ in English and maths, North East: [\d.]+% \(95% interval .*, pupil sampling only\), \d+ eligible trusts$/,
  );
  expect(await violations(page)).toEqual([]);
  expect(problems).toEqual([]);
});
