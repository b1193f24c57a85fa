// The regions: top tens folded on the first page, a region's page with one chart and one list, the page on a top ten.
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { violations } from "./support/access.ts";
import { card, download, finding, openWithTrustFile, topTen, topTenLine, visit } from "./support/page.ts";

const list = (page: Page, region: string) => page.getByRole("table", { name: `${region}: top ten` });

test("a top ten is unfolded by keyboard, and printed as it is on the screen", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await expect(page.locator("details.top-ten")).toHaveCount(9);
  await expect(page.locator("details.top-ten[open]")).toHaveCount(0);
  const line = topTenLine(page, "London");
  await expect(line).toHaveText("London: 15 of 19 trusts could be in its top ten");
  await line.focus();
  await page.keyboard.press("Enter");
  await expect(list(page, "London").locator("tbody tr")).toHaveCount(11);
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ media: "print" });
  await expect(list(page, "London")).toBeVisible();
  await expect(line).toBeVisible();
  await expect(list(page, "South West")).toHaveCount(0);
  await page.emulateMedia({ media: "screen" });
  await line.press("Enter");
  await expect(list(page, "London")).toHaveCount(0);
  expect(problems).toEqual([]);
});

test("the top ten of a highlighted region is unfolded, and stays so on the way back", async ({ page }) => {
  await openWithTrustFile(page);
  const search = page.getByRole("combobox", { name: "Search for a trust, a region or a school" });
  await search.fill("south west");
  await search.press("Enter");
  await expect(finding(page)).toHaveText("South West");
  await page.getByRole("navigation").getByRole("link", { name: "Regions", exact: true }).click();
  await expect(list(page, "South West")).toBeVisible();
  await expect(page.locator("details.top-ten[open]")).toHaveCount(1);
  await topTen(page, "London");
  await visit(page, "#funnel");
  await page.goBack();
  await expect(page.locator("details.top-ten[open]")).toHaveCount(2);
});

test("a region's page has one chart of its trusts and one list of them", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await visit(page, "#region/south-west");
  await expect(page.locator("section.rank-ranges svg.picture")).toBeVisible();
  await expect(page.locator("main svg.picture")).toHaveCount(1);
  await expect(page.locator("section.rank-ranges .key")).toContainText("The region’s figure: 20.1%");
  const trusts = card(page, "Trusts in the South West");
  await expect(trusts.locator(".subtitle")).toHaveText("10 of 28 rank tenth or better; 27 could");
  await expect(trusts.getByRole("columnheader")).toHaveText([
    "Trust",
    "Grade 5+, %",
    "95% low, %",
    "95% high, %",
    "Rank in region",
    "Best possible rank",
    "Worst possible rank",
    "Could be in the top ten",
    "Rank in England",
  ]);
  const rows = trusts.locator("tbody tr");
  await expect(rows).toHaveCount(29);
  await expect(rows.first()).toContainText("Greenshaw Learning Trust");
  await expect(rows.first().locator("td")).toHaveText(["34", "30", "38", "1", "1", /^\d+$/, "yes", /^\d+$/]);
  // Without a figure comes last, with its reason.
  await expect(rows.last().locator("td").first()).toHaveText("suppressed");
  const csv = await download(page, "region-trusts-list.csv");
  expect(csv.split("\n")[0]).toMatch(
    /^Trust,"Grade 5\+, %","95% low, %","95% high, %",Rank in region,Best possible rank,Worst possible rank,Could be in the top ten,Rank in England,/,
  );
  await rows.first().getByRole("link").click();
  await expect(finding(page)).toHaveText("Greenshaw Learning Trust");
  expect(problems).toEqual([]);
});

test("the headline on a top ten follows what is chosen, and its list is the region's", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await visit(page, "#top-ten");
  await expect(finding(page)).toHaveText(
    "Top tens are mostly noise: 27 of the South West’s 28 trusts could be in its top ten",
  );
  const head = card(page, "Trusts in the South West").getByRole("columnheader");
  const columns = await head.allTextContents();
  const of = page.getByLabel("Top ten of");
  await of.selectOption("London");
  await expect(finding(page)).toHaveText("Top tens are mostly noise: 15 of London’s 19 trusts could be in its top ten");
  const trusts = card(page, "Trusts in London");
  await expect(trusts.locator("tbody tr")).toHaveCount(20);
  expect(await trusts.getByRole("columnheader").allTextContents()).toEqual(columns);
  await of.selectOption("All of England");
  await expect(finding(page)).toHaveText(/^\d+ of England’s 212 trusts could be in its top ten$/);
  await expect(card(page, "Trusts in England").getByRole("columnheader", { name: "Lead region" })).toHaveCount(1);
  await visit(page, "#region/london");
  await expect(trusts.locator("tbody tr")).toHaveCount(20);
  expect(await trusts.getByRole("columnheader").allTextContents()).toEqual(columns);
  expect(problems).toEqual([]);
});

test("a row of a trust beyond the limits lights its dot in the funnel, by mouse and by keyboard", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await visit(page, "#funnel");
  const funnel = page.locator("section.funnel");
  await expect(funnel.locator(".key")).toContainText("Outside the 99.8% limits");
  const above = card(page, /above the upper 99.8% limit/).locator("tbody tr");
  const below = card(page, /below the lower 99.8% limit/).locator("tbody tr");
  const lit = funnel.locator(".ring");
  await expect(lit).toHaveCount(0);

  await above.first().locator("td").first().hover();
  await expect(lit).toHaveCount(1);
  const name = await above.first().getByRole("link").textContent();
  await expect(funnel.locator(".tip")).toContainText(name ?? "-");
  const place = await lit.getAttribute("cx");
  await above.nth(1).locator("td").first().hover();
  await expect(lit).not.toHaveAttribute("cx", place ?? "");
  await page.mouse.move(2, 2);
  await expect(lit).toHaveCount(0);

  await below.first().getByRole("link").focus();
  await expect(lit).toHaveCount(1);
  await expect(funnel.locator(".tip")).toContainText((await below.first().getByRole("link").textContent()) ?? "-");
  await page.keyboard.press("Shift+Tab");
  await expect(lit).toHaveCount(0);
  expect(problems).toEqual([]);
});
