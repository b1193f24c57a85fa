// How certain results are: ranks with intervals, the funnel, and findings under every combination of rules.
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { card, download, drop, finding, go, marks, open, openWithTrustFile, row, topTen, trustFile } from "./support/page.ts";

const NOISE = "Top tens are mostly noise: 27 of the South West’s 28 trusts could be in its top ten";

/** The table of all regions on Top ten. */
const regions = (page: Page) => card(page, "How many trusts could be in each top ten");

test("the first page says that top tens are mostly noise, and each figure has its interval", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await expect(page.locator(".check", { hasText: "Top tens" })).toHaveText(NOISE);
  const london = await topTen(page, "London");
  await expect(london.getByText("11 of 19 rank tenth or better; 15 could")).toBeVisible();
  await expect(london.locator("tbody tr").first()).toHaveText("1Twyford Church of England Academies Trust6052–68");
  const gap = page.locator("section.regional-gap");
  await gap.getByRole("button", { name: "Table" }).click();
  await expect(gap.getByRole("table")).toContainText("pupil sampling only");
  expect(problems).toEqual([]);
});

test("Top ten counts who could be in it, one at a time or all at once", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await go(page, "Top ten");
  await expect(finding(page)).toHaveText(NOISE);
  expect(await row(regions(page).getByRole("table"), "London")).toEqual(["London", "19", "11", "15", "0"]);
  expect(await row(regions(page).getByRole("table"), "South East")).toEqual(["South East", "21", "11", "21", "0"]);
  await expect(page.locator("p.note").first()).toContainText("For any one trust you pick beforehand, the range contains its true rank");
  const workedOut = page.locator("p.note").nth(1);
  await expect(workedOut).toContainText("The true intervals are wider");
  await expect(workedOut).toBeHidden();
  await page.locator("summary", { hasText: "How this is worked out" }).first().click();
  await expect(workedOut).toBeVisible();

  await page.getByLabel("Top ten of").selectOption("London");
  await expect(page).toHaveURL(/#top-ten\/london/);
  const ranks = card(page, "15 of London’s 19 trusts could be in its top ten");
  await expect(ranks.getByRole("img")).toBeVisible();

  await page.getByLabel("Ranges of ranks").selectOption("The whole list at once (simultaneous)");
  await expect(page).toHaveURL(/ranks=simultaneous/);
  await expect(card(page, "16 of London’s 19 trusts could be in its top ten")).toBeVisible();
  await expect(page.locator("p.note").first()).toContainText("All ranges in the list hold at once");

  await page.getByRole("combobox", { name: "Confidence" }).selectOption("99%");
  await expect(page).toHaveURL(/level=99/);
  await expect(card(page, /of London’s 19 trusts could be in its top ten/)).toBeVisible();
  const csv = await download(page, "rank-ranges.csv");
  expect(csv.split("\n")[0]).toContain("99%");
  expect(problems).toEqual([]);
});

test("an address with settings of intervals opens the same page", async ({ page }) => {
  await page.goto("./#top-ten/south-east?level=90&ranks=simultaneous&shrunken=yes");
  await drop(page, trustFile());
  await expect(page.getByLabel("Top ten of")).toHaveValue("south-east");
  await expect(page.getByRole("combobox", { name: "Confidence" })).toHaveValue("90");
  await expect(page.getByLabel("Ranges of ranks")).toHaveValue("simultaneous");
  await expect(page.getByLabel("Figures", { exact: true })).toHaveValue("yes");
  await expect(card(page, /of the South East’s .*trusts could be in its top ten/)).toContainText(/moved towards|shrunken/i);
});

test("a score's intervals rest on an assumption that can be changed", async ({ page }) => {
  await openWithTrustFile(page);
  await go(page, "Top ten");
  await page.getByLabel("Measure").selectOption("Attainment 8");
  await expect(page.locator("p.note").nth(1)).toContainText("a standard deviation of 20 points between pupils’ scores: this project’s assumption");
  const field = page.getByLabel("Assumed pupil standard deviation");
  await field.fill("nonsense");
  await field.press("Enter");
  await expect(field).toHaveValue("20");
  await field.fill("14.5");
  await field.press("Enter");
  await expect(page.locator("p.note").nth(1)).toContainText("a standard deviation of 14.5 points");
  await expect(page).toHaveURL(/sd-att8=14\.5/);
});

test("a number that is being typed is not lost when ranks arrive", async ({ page }) => {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/worker.js*", async (route) => {
    await released;
    await route.continue();
  });
  await open(page);
  await go(page, "Top ten");
  await page.getByLabel("Measure").selectOption("Attainment 8");
  const field = page.getByLabel("Assumed pupil standard deviation");
  await field.fill("14.5");
  release();
  await expect(page.locator("section.rank-ranges")).toBeVisible({ timeout: 30_000 });
  await expect(field).toHaveValue("14.5");
  await field.press("Enter");
  await expect(page).toHaveURL(/sd-att8=14\.5/);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(field).toHaveValue("20");
});

test("an assumption's field shows the value in force, also while it has the focus", async ({ page }) => {
  await open(page);
  await go(page, "Top ten");
  await page.getByLabel("Measure").selectOption("Attainment 8");
  const field = page.getByLabel("Assumed pupil standard deviation");
  await field.fill("14.5");
  await field.press("Enter");
  await expect(page).toHaveURL(/sd-att8=14\.5/);
  await page.evaluate(() => (location.hash = location.hash.replace("14.5", "18")));
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("18");
  await field.fill("nothing");
  await field.press("Enter");
  await expect(field).toHaveValue("18");
});

test("two trusts are distinguishable or not, at the critical value of their family", async ({ page }) => {
  await openWithTrustFile(page);
  await go(page, "Top ten");
  const pair = card(page, "Are two trusts distinguishable?");
  await expect(pair).toContainText(
    "Greenshaw Learning Trust (34%) and The Athelstan Trust (30%): not distinguishable at 95% among the South West’s 28 trusts",
  );
  await pair.getByLabel("Another").selectOption("Reach South Academy Trust");
  await expect(pair).toContainText(
    "Greenshaw Learning Trust (34%) and Reach South Academy Trust (5%): distinguishable at 95%",
  );
});

test("the ranks are computed in a worker, which shows progress and can be cancelled", async ({ page }) => {
  // If the worker does not start, no ranks are shown: they come only from there.
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let held = 0;
  await page.route("**/worker.js*", async (route) => {
    held += 1;
    await released;
    await route.continue();
  });
  await open(page);
  await go(page, "Top ten");
  await page.getByLabel("Top ten of").selectOption("All of England");
  await page.getByLabel("Ranges of ranks").selectOption("The whole list at once (simultaneous)");
  const bar = page.getByRole("progressbar", { name: /^Ranks with intervals: .* random draws$/ });
  await expect(bar).toBeVisible();
  expect(held).toBeGreaterThan(0);
  await expect(page.locator("section.rank-ranges")).toHaveCount(0);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("Working out the ranks with intervals was cancelled.")).toBeVisible();
  await expect(bar).toHaveCount(0);

  release();
  await page.getByRole("button", { name: "Start again" }).click();
  await expect(page.locator("section.rank-ranges")).toBeVisible({ timeout: 30_000 });
  await expect(bar).toHaveCount(0);
});

test("a worker that stops loses only the ranks, and is restarted", async ({ page }) => {
  await page.addInitScript(() => {
    const broken = new Blob(["throw new Error('no luck')"]);
    globalThis.Worker = class extends Worker {
      constructor(address: string | URL) {
        super("isMended" in globalThis ? address : URL.createObjectURL(broken));
      }
    };
  });
  await open(page);
  await go(page, "Top ten");
  await expect(page.getByText(/The part of this page that works out ranks has stopped \(.*no luck.*\)/)).toBeVisible();
  await expect(page.getByLabel("Measure")).toBeEnabled();
  await page.evaluate(() => Object.assign(globalThis, { isMended: true }));
  await page.getByRole("button", { name: "Start again" }).click();
  await expect(page.locator("section.rank-ranges")).toBeVisible({ timeout: 30_000 });
});

test("the name of a trust beyond the limits leads to its page", async ({ page }) => {
  await openWithTrustFile(page);
  await go(page, "Funnel");
  const above = card(page, /above the upper 99.8% limit$/);
  await above.getByRole("link", { name: "King Edward VI Academy Trust Birmingham" }).press("Enter");
  await expect(page).toHaveURL(/#trust\/\d+/);
  await expect(page.locator("main")).toContainText("King Edward VI Academy Trust Birmingham");
});

test("arrow keys move along the funnel, and tables name the trusts that are outside", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await go(page, "Funnel");
  await expect(finding(page)).toHaveText("55 of 212 trusts are outside the 99.8% limits, more than chance explains");
  const funnel = page.locator("section.funnel");
  const walk = marks(funnel);
  await expect(walk).toHaveAttribute("aria-valuemax", "212");
  await expect(walk).toHaveAttribute("aria-valuetext", "Use the arrow keys to go from mark to mark");
  await walk.focus();
  await page.keyboard.press("ArrowRight");
  const first = await walk.getAttribute("aria-valuetext");
  expect(first).toMatch(/effective pupils/);
  await page.keyboard.press("End");
  await expect(walk).toHaveAttribute("aria-valuenow", "212");
  expect(await walk.getAttribute("aria-valuetext")).not.toBe(first);
  await expect(funnel.locator(".tip")).toHaveText((await walk.getAttribute("aria-valuetext")) ?? "-");
  await page.keyboard.press("Escape");
  await expect(walk).toHaveAttribute("aria-valuenow", "0");

  // A pointer does the same.
  const dot = funnel.locator("circle[data-subject]").first();
  await dot.scrollIntoViewIfNeeded();
  const box = await dot.boundingBox();
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await expect(funnel.locator(".tip")).toContainText("effective pupils");

  const above = card(page, /above the upper 99.8% limit$/);
  const below = card(page, /below the lower 99.8% limit$/);
  await expect(above.getByRole("heading")).toHaveText("25 trusts are above the upper 99.8% limit");
  await expect(above.getByRole("rowheader").first()).toHaveText("King Edward VI Academy Trust Birmingham");
  await expect(above.getByRole("rowheader")).toHaveCount(25);
  await expect(below.getByRole("rowheader")).toHaveCount(30);
  await page.getByLabel("Limits", { exact: true }).selectOption("exact");
  await expect(above.getByRole("rowheader")).toHaveCount(24);
  const words = card(page, "What the limits do not say");
  await page.getByLabel("Limits", { exact: true }).selectOption("over-dispersed");
  await expect(page).toHaveURL(/limits=over-dispersed/);
  const workedOut = words.getByText("lowest and highest tenth winsorised, phi");
  await expect(workedOut).toBeHidden();
  await words.locator("summary", { hasText: "How this is worked out" }).click();
  await expect(workedOut).toBeVisible();
  await expect(finding(page)).not.toContainText("55 of 212");
  await page.getByRole("radio", { name: "Gap" }).check({ force: true });
  await expect(finding(page)).toHaveText("No funnel can be drawn for this");
  await expect(page.getByText("A gap compares two groups")).toBeVisible();
  expect(problems).toEqual([]);
});

test("Robustness on the trust file says what breaks a finding, and that ranks cannot be tested", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await go(page, "Robustness");
  await expect(page.locator("ul.checks").first().locator(".check")).toHaveText([
    "London alone above a third: holds in both combinations of rules.",
    "South West lowest: holds in 1 of 2 combinations of rules. It does not hold when trusts are weighted by pupils: then the South East is lowest (19.7%).",
  ]);
  await expect(page.getByText("Trusts’ ranks cannot be tested with published figures.")).toContainText(
    "add the school performance file and the group links: see Data.",
  );
  await expect(page.getByText("they are not a joint test of significance").first()).toBeVisible();

  // Two combinations are a table, not a curve.
  const combinations = page.getByRole("table", { name: /combinations/ }).first();
  await expect(combinations.locator("tbody tr")).toHaveCount(2);
  await expect(page.locator("section.specification-curve")).toHaveCount(0);
  await page.getByRole("main").getByRole("link", { name: "Data", exact: true }).click();
  await expect(finding(page)).toHaveText("The data");
  expect(problems).toEqual([]);
});

test("with schools every trust's ranks are tried under all rules", async ({ page }) => {
  await open(page);
  await go(page, "Robustness");
  const curve = page.locator("section.specification-curve");
  await expect(curve).toBeVisible({ timeout: 30_000 });
  await expect(marks(curve)).toHaveAttribute("aria-valuemax", "188");
  await expect(page.locator("section.rank-ranges-under-all-rules")).toBeVisible();
  await expect(page.getByRole("region", { name: /^Ranks of the trusts in the South West under every combination of rules/ })).toBeVisible();
  await expect(page.locator("ul.sentences").first().locator("li", { hasText: /It (also holds|does not hold) without selective schools/ })).toHaveCount(2);
  // The results stay while the user is on another page.
  await go(page, "Funnel");
  await go(page, "Robustness");
  await expect(curve).toBeVisible();
});
