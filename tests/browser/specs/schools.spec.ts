// One school's page, and what if on a trust's page, by keyboard.
import { expect, test } from "@playwright/test";
import { over, violations } from "./support/access.ts";
import { card, download, finding, go, open, openWithTrustFile, visit } from "./support/page.ts";

test("a school is reached from its region, with its ranks, its part in its trust's figure and every measure", async ({ page }) => {
  const problems = await open(page);
  await page.goto("./#region/south-west");
  const schools = card(page, /^Schools of eligible trusts in the South West/);
  const first = schools.getByRole("rowheader").first().getByRole("link");
  const name = (await first.textContent()) ?? "-";
  const trust = (await schools.getByRole("row").nth(1).getByRole("cell").nth(1).textContent()) ?? "-";
  await first.focus();
  await page.keyboard.press("Enter");
  await expect(finding(page)).toHaveText(name);
  await expect(page).toHaveTitle(new RegExp(`^${name}`));
  const said = page.locator(".finding .sentences li");
  await expect(said.nth(0)).toHaveText(/^Share of disadvantaged pupils with grade 5.*: \d+% \(95% interval \d+% to \d+%\)\.$/);
  await expect(said.nth(1)).toHaveText(/^It is (joint )?first of \d+ schools of eligible trusts in the South West, and could be 1st to \d+\w\w\.$/);
  await expect(said.nth(2)).toHaveText(/^Among its trust’s schools it is (joint )?first of \d+\.$/);
  await expect(said.nth(3)).toHaveText(
    /^It carries \d+\.\d% of the weight in its trust’s figure of \d+\.\d%\. Without it, the figure would be \d+\.\d%\.$/,
  );
  await expect(card(page, "Every measure of this school").getByRole("table").locator("tbody tr")).not.toHaveCount(0);
  await expect(card(page, /^Its years/).getByRole("rowheader").first()).toHaveText("2022/23");
  expect(await violations(page)).toEqual([]);
  expect(await over(page)).toBe(0);
  await page.locator(".finding").getByRole("link", { name: trust, exact: true }).click();
  await expect(finding(page)).toHaveText(trust);
  expect(problems).toEqual([]);
});

test("a region's schools have the ranks that chance allows, once they are worked out, and in the file", async ({ page }) => {
  const problems = await open(page);
  await page.goto("./#region/south-west");
  const schools = card(page, /^Schools of eligible trusts in the South West/);
  const first = schools.getByRole("row").nth(1).getByRole("cell");
  // Number, trust, rank, best and worst possible rank.
  await expect(first.nth(3)).toHaveText("1", { timeout: 60_000 });
  await expect(page.locator("main").getByText("being worked out")).toHaveCount(0);
  const worst = (await first.nth(4).textContent()) ?? "-";
  expect(Number(worst)).toBeGreaterThan(1);
  const [heads, row] = (await download(page, "region-schools.csv")).split("\n");
  expect(heads).toContain(",Rank,Best possible rank,Worst possible rank,");
  expect(row).toContain(`,1,1,${worst},`);
  // Its own page says the same.
  await schools.getByRole("rowheader").first().getByRole("link").click();
  await expect(page.locator(".finding .sentences li").nth(1)).toHaveText(new RegExp(`could be 1st to ${worst}\\w\\w\\.$`));
  // Another region's schools have their own ranks.
  await visit(page, "#region/london");
  const london = card(page, /^Schools of eligible trusts in London/);
  await expect(london.getByRole("row").nth(1).getByRole("cell").nth(3)).toHaveText("1", { timeout: 60_000 });
  expect(problems).toEqual([]);
});

test("a school that is not there, or files without schools, give the reason", async ({ page }) => {
  const problems = await open(page);
  await page.goto("./#school/999999");
  await expect(finding(page)).toHaveText("This school is not shown");
  await expect(page.locator(".finding .lead")).toHaveText(/^No school in the files has the number 999999\./);
  await openWithTrustFile(page);
  await page.goto("./#school/100000");
  await expect(finding(page)).toHaveText("Schools need school files and group links");
  expect(problems).toEqual([]);
});

test("what if: a school left out, and pupils moved, with figure, interval and ranks at once", async ({ page }) => {
  const problems = await open(page);
  await go(page, "Trusts");
  await page.getByRole("rowheader").getByRole("link").first().click();
  const supposing = card(page, "What if?");
  const said = supposing.getByRole("status");
  await expect(said).toHaveText("Change something to see its figure, interval and ranks.");
  const school = supposing.getByRole("checkbox").first();
  await school.focus();
  await page.keyboard.press("Space");
  await expect(said.getByRole("listitem").nth(0)).toHaveText(/^Supposed: \d+\.\d% \(95% interval .*\), .* in England\.$/);
  await expect(said.getByRole("listitem").nth(1)).toHaveText(/^Now: \d+\.\d% \(95% interval .*\), .* in England\.$/);
  await page.keyboard.press("Space");
  await expect(said).toHaveText("Change something to see its figure, interval and ranks.");
  const pupils = supposing.getByLabel("Extra disadvantaged pupils who reach it (minus for fewer)");
  // What is no whole number is refused by the browser, and nothing is supposed.
  await pupils.fill("2.5");
  await pupils.press("Enter");
  await expect(said).toHaveText("Change something to see its figure, interval and ranks.");
  await pupils.fill("5");
  await pupils.press("Enter");
  const figure = async (row: number): Promise<number> =>
    Number(/(\d+\.\d)%/.exec((await said.getByRole("listitem").nth(row).textContent()) ?? "")?.[1]);
  await expect(said.getByRole("listitem")).toHaveCount(2);
  expect(await figure(0)).toBeGreaterThan(await figure(1));
  await supposing.getByLabel(/^Take in a school of/).selectOption({ index: 1 });
  await expect(said.getByRole("listitem").first()).toHaveText(/^Supposed: /);
  expect(await violations(page)).toEqual([]);
  // Nothing is supposed of another trust.
  const here = page.url();
  await visit(page, "#trusts");
  await page.getByRole("rowheader").getByRole("link").nth(1).click();
  await expect(said).toHaveText("Change something to see its figure, interval and ranks.");
  await page.goto(here);
  await expect(supposing).toBeVisible();
  // A supposition is neither printed nor downloaded.
  await expect(supposing.getByRole("button")).toHaveCount(0);
  await page.emulateMedia({ media: "print" });
  await expect(supposing).toBeHidden();
  expect(problems).toEqual([]);
});
