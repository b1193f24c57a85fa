// The page Method: rules change the figures, and the address keeps rules and areas.
import { expect, test } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import {
  GROUP_LINKS,
  SCHOOL_FILE,
  card,
  finding,
  go,
  open,
  openWith,
  published,
  row,
  settled,
  trustFile,
} from "./support/page.ts";

/** The figures of the regions under the rules in force. */
async function regions(page: Page): Promise<string[]> {
  return card(page, "Regions under these rules").locator("tbody tr").allTextContents();
}

/** How many trusts are eligible. */
async function eligible(page: Page): Promise<number> {
  const words = await page.locator(".file-counts").textContent();
  return Number(/([\d,]+) eligible/.exec(words ?? "")?.[1]?.replace(",", "") ?? NaN);
}

/** Opens the page Method on the demonstration, or on what stands in the address. */
async function openMethod(page: Page): Promise<string[]> {
  const problems = await open(page);
  await go(page, "Method");
  await expect(page.locator("section.regional-gap svg.picture")).toBeVisible();
  return problems;
}

test("a rule is beside what it changes, which stays in sight", async ({ page }) => {
  await openMethod(page);
  const chart = page.locator("section.regional-gap svg.picture");
  const outcome = page.locator(".outcome h2").first();
  for (const box of await page.locator(".workbench .controls :is(select, input)").all()) {
    await box.focus();
    await expect(chart).toBeInViewport();
    await expect(outcome).toBeInViewport();
  }
  // On a phone the controls are below.
  await page.setViewportSize({ width: 375, height: 800 });
  const bottom = async (of: Locator): Promise<number> => {
    const box = await of.boundingBox();
    return (box?.y ?? 9999) + (box?.height ?? 0);
  };
  const controls = page.locator(".workbench .controls");
  await expect.poll(async () => (await bottom(chart)) < ((await controls.boundingBox())?.y ?? 0)).toBe(true);
});

const address = (page: Page): string => decodeURIComponent(new URL(page.url()).hash);
const reset = (page: Page) => page.getByRole("button", { name: "Back to the Department’s rules" });

test("another cap changes the figures, and the Department's rules restore them", async ({ page }) => {
  const problems = await openMethod(page);
  const before = await regions(page);
  const trusts = await eligible(page);
  expect(before.length).toBe(11);
  await expect(reset(page)).toHaveCount(0);
  await page.getByLabel("Maximum years counted").selectOption("1");
  await expect.poll(() => regions(page)).not.toEqual(before);
  expect(await eligible(page), "the cap makes no trust eligible").toBe(trusts);
  await expect.poll(() => address(page)).toBe("#method?cap=1");
  const capped = await regions(page);
  await page.getByLabel("Maximum years counted").selectOption("No cap");
  await expect.poll(() => regions(page)).not.toEqual(capped);
  await expect.poll(() => address(page)).toBe("#method?cap=none");

  // The first page shows the same figures.
  await page.getByLabel("Maximum years counted").selectOption("1");
  await expect.poll(() => regions(page)).toEqual(capped);
  await go(page, "Regions");
  const gap = page.locator("#regional-gap, .regional-gap").first();
  await gap.getByRole("button", { name: "Table" }).click();
  expect(await gap.getByRole("table").locator("tbody tr").allTextContents()).toEqual(capped);

  await go(page, "Method");
  await reset(page).click();
  await expect.poll(() => regions(page)).toEqual(before);
  await expect(page.getByLabel("Maximum years counted")).toHaveValue("5");
  await expect(reset(page)).toHaveCount(0);
  await expect.poll(() => address(page)).toBe("#method");
  expect(problems).toEqual([]);
});

test("the cap changes the Roseland trust's figure according to its schools' years", async ({ page }) => {
  await openWith(page, published(SCHOOL_FILE), published(GROUP_LINKS));
  await go(page, "Method");
  const best = card(page, "The ten best of England under these rules").locator("table");
  const figure = async (): Promise<string | undefined> => (await row(best, "Roseland"))[3];
  await expect.poll(figure).toBe("21.6");
  // 43 of 28%, 18 of 33% and 44 of 11%: by pupils alone.
  await page.getByLabel("Maximum years counted").selectOption("1");
  await expect.poll(figure).toBe(((43 * 28 + 18 * 33 + 44 * 11) / (43 + 18 + 44)).toFixed(1));
  await page.getByLabel("Weight of a school").selectOption("Every school equally");
  await expect.poll(figure).toMatch(/^24(\.0)?$/);
  await expect(page.getByLabel("Maximum years counted")).toHaveCount(0);
  await page.getByLabel("Weight of a school").selectOption("Pupils");
  await expect.poll(figure).toBe("21.7");
});

test("the least years and schools decide which trusts are eligible", async ({ page }) => {
  await openMethod(page);
  const usual = await eligible(page);
  const years = page.getByLabel("Minimum years in the trust");
  await years.selectOption("0");
  await expect.poll(() => eligible(page)).toBeGreaterThan(usual);
  await years.selectOption("7");
  await expect.poll(() => eligible(page)).toBeLessThan(usual);
  await years.selectOption("3");
  await expect.poll(() => eligible(page)).toBe(usual);
  const schools = page.getByLabel("Minimum schools that count");
  await schools.selectOption("1");
  await expect.poll(() => eligible(page)).toBeGreaterThan(usual);
  await schools.selectOption("4");
  await expect.poll(() => eligible(page)).toBeLessThan(usual);
  const left = card(page, "What is left out under these rules").locator("table");
  await expect(left).toContainText("trusts");
  await schools.selectOption("10");
  await expect.poll(() => eligible(page)).toBeLessThan(usual / 2);
  await expect.poll(() => address(page)).toBe("#method?min-schools=10");
});

test("types, the missing value, the day of joining and the regional figure are rules, too", async ({ page }) => {
  await openMethod(page);
  const usual = await regions(page);
  const trusts = await eligible(page);
  const converter = page.getByRole("checkbox", { name: "converter academy" });
  await converter.uncheck();
  await expect.poll(() => eligible(page)).toBeLessThan(trusts);
  await expect.poll(() => address(page)).toMatch(/^#method\?types=/);
  await converter.check();
  await expect.poll(() => regions(page)).toEqual(usual);
  await expect.poll(() => address(page)).toBe("#method");

  await page.getByLabel("A school without a value").selectOption("Leave out the trust");
  await expect.poll(() => regions(page)).not.toEqual(usual);
  await page.getByLabel("A school without a value").selectOption("Leave out the school");
  await expect.poll(() => regions(page)).toEqual(usual);

  await page.getByLabel("Joined by: month").selectOption("January");
  await expect(page.getByLabel("Joined by: day")).toHaveValue("01-14");
  await expect.poll(() => regions(page)).not.toEqual(usual);
  await page.getByLabel("Joined by: day").selectOption("31 January");
  await expect.poll(() => address(page)).toContain("cut-off=01-31");
  // February has no 31st.
  await page.getByLabel("Joined by: month").selectOption("February");
  await expect(page.getByLabel("Joined by: day").locator("option:checked")).toHaveText(/^\d+ February$/);
  await reset(page).click();
  await expect.poll(() => regions(page)).toEqual(usual);
  await expect(page.getByLabel("Joined by: month").locator("option:checked")).toHaveText("September");
  await expect(page.getByLabel("Joined by: day").locator("option:checked")).toHaveText("14 September");

  await expect(page.getByLabel("Regional figure").locator("option")).toHaveText([
    "Simple mean of trusts",
    "Weighted by pupils",
    "By school",
  ]);
  await page.getByLabel("Regional figure").selectOption("By school");
  await expect.poll(() => regions(page)).not.toEqual(usual);
  await go(page, "Regions");
  await expect(page.getByLabel("Regional figure").locator("option:checked")).toHaveText("By school");
});

test("published figures have no weighting rules", async ({ page }) => {
  await openMethod(page);
  await page.getByLabel("Trusts’ figures").selectOption("As published for trusts");
  await expect(page.getByLabel("Maximum years counted")).toHaveCount(0);
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await expect(page.getByLabel("Minimum schools that count")).toBeVisible();
  await expect.poll(() => address(page)).toBe("#method?basis=published");
  await page.getByLabel("Trusts’ figures").selectOption("Computed from schools");
  await expect(page.getByLabel("Maximum years counted")).toHaveValue("5");
});

test("measure and pupils stay when the rules go back to the Department's", async ({ page }) => {
  await open(page);
  await page.getByLabel("Measure").selectOption("Attainment 8");
  await page.getByRole("radio", { name: "Gap" }).check();
  await go(page, "Method");
  await page.getByLabel("Maximum years counted").selectOption("2");
  await reset(page).click();
  await expect.poll(() => address(page)).toBe("#method?measure=att8&group=gap");
  await go(page, "Regions");
  await expect(page.getByRole("radio", { name: "Gap" })).toBeChecked();
  await expect(page.getByLabel("Measure").locator("option:checked")).toHaveText("Attainment 8");
});

test("rules are kept in the address: a reload, other pages, the browser's way back", async ({ page }) => {
  await openMethod(page);
  await page.getByLabel("Maximum years counted").selectOption("2");
  await page.getByLabel("Minimum years in the trust").selectOption("1");
  const changed = await regions(page);
  await expect.poll(() => address(page)).toBe("#method?cap=2&min-years=1");

  await page.reload();
  await settled(page);
  await expect(page.getByLabel("Maximum years counted")).toHaveValue("2");
  await expect(page.getByLabel("Minimum years in the trust")).toHaveValue("1");
  await expect.poll(() => regions(page)).toEqual(changed);

  await go(page, "Regions");
  await expect.poll(() => address(page)).toBe("#regions?cap=2&min-years=1");
  await page.getByRole("radio", { name: "Gap" }).check();
  await expect.poll(() => address(page)).toBe("#regions?group=gap&cap=2&min-years=1");
  await go(page, "Method");
  await expect(page.getByLabel("Maximum years counted")).toHaveValue("2");
  await page.getByLabel("Maximum years counted").selectOption("7");
  await expect.poll(() => address(page)).toBe("#method?group=gap&cap=7&min-years=1");

  await page.goBack();
  await expect(page.getByRole("radio", { name: "Gap" })).toBeChecked();
  await expect.poll(() => address(page)).toBe("#regions?group=gap&cap=2&min-years=1");
  await page.goForward();
  await expect(page.getByLabel("Maximum years counted")).toHaveValue("7");
  await page.goBack();
  await page.goBack();
  await expect(page.getByLabel("Maximum years counted")).toHaveValue("2");
  await expect.poll(() => regions(page)).toEqual(changed);
});

test("an address with invalid rules opens under the Department's", async ({ page }) => {
  await page.goto("./#method?cap=0&min-years=x&weight=gold&types=&area=Nowhere=1&cut-off=99-99&measure=%E0%A4%A");
  await expect(page.locator("#loading")).toHaveCount(0);
  await expect(page.getByLabel("Maximum years counted")).toHaveValue("5");
  await expect(page.getByLabel("Minimum years in the trust")).toHaveValue("3");
  await expect(page.locator(".card").getByRole("list").filter({ hasText: "Nowhere" })).toHaveCount(0);
  // The page says what was ignored.
  await expect(page.getByRole("status").first()).toContainText(/cap=0.*weight=gold.*area=Nowhere=1/);
});

test("the South West peninsula appears beside the regions, and a link carries it", async ({ page, context }) => {
  await openMethod(page);
  await page.getByRole("button", { name: "Add the South West peninsula" }).click();
  await expect(card(page, "Your areas")).toContainText(/South West peninsula, 5 authorit/);
  await expect(page.getByRole("button", { name: "Add the South West peninsula" })).toHaveCount(0);
  await expect.poll(() => regions(page)).toHaveLength(12);

  const check = async (page: Page): Promise<void> => {
    const areas = card(page, "Your areas").getByRole("table");
    await expect(areas.locator("tbody tr").first()).toContainText("South West peninsula");
    await expect(areas.locator("tbody tr")).toHaveCount(6);
    for (const authority of ["Cornwall", "Isles of Scilly", "Devon", "Plymouth", "Torbay"]) {
      await expect(areas).toContainText(authority);
    }
    const gap = page.locator("#regional-gap, .regional-gap").first();
    await gap.getByRole("button", { name: "Table" }).click();
    await expect(gap.getByRole("table").getByRole("row", { name: /South West peninsula/ })).toBeVisible();
    await expect(gap.getByRole("table").getByRole("row", { name: /England’s state schools/ })).toBeVisible();
  };
  await go(page, "Regions");
  await check(page);
  await expect.poll(() => address(page)).toContain("area=South West peninsula=908,");

  const other = await context.newPage();
  await other.goto(page.url());
  await settled(other);
  await check(other);

  await go(page, "Method");
  await page.getByRole("button", { name: "Remove the area South West peninsula" }).click();
  await expect.poll(() => address(page)).toBe("#method");
  await go(page, "Regions");
  await expect(card(page, "Your areas")).toHaveCount(0);
});

test("the user's own area is made of a name and authorities", async ({ page }) => {
  await openMethod(page);
  const form = card(page, "Your areas");
  const add = form.getByRole("button", { name: "Add the area" });
  await add.click();
  await expect(form.getByRole("alert")).toContainText("The area has no name");
  await form.getByLabel("Name of a new area").fill("Far west");
  await add.click();
  await expect(form.getByRole("alert")).toContainText("The area has no local authority");
  await form.getByLabel(/^Its authorities/).selectOption(["Cornwall", "Isles of Scilly"]);
  await form.getByLabel("Name of a new area").fill("Far;west");
  await add.click();
  await expect(form.getByRole("alert")).toContainText("The area's name contains “;”");
  await expect(form.getByRole("listitem")).toHaveCount(0);
  await form.getByLabel("Name of a new area").fill("Far west");
  await add.click();
  await expect(form.getByRole("alert")).toBeEmpty();
  await expect(form.getByRole("listitem")).toContainText([/^Far west, 2 authorit/]);
  await expect.poll(() => address(page)).toMatch(/^#method\?area=Far west=(908,420|420,908)$/);
  await go(page, "Regions");
  await expect(card(page, "Your areas").getByRole("table")).toContainText("Far west");
});

test("an area's authorities are counted in good English", async ({ page }) => {
  await openMethod(page);
  await page.getByRole("button", { name: "Add the South West peninsula" }).click();
  await expect(card(page, "Your areas").getByRole("listitem")).toContainText("South West peninsula, 5 authorities");
});

test("the advice on a faulty area speaks of the form, not of codes to type", async ({ page }) => {
  await openMethod(page);
  const form = card(page, "Your areas");
  await form.getByRole("button", { name: "Add the area" }).click();
  await expect(form.getByRole("alert")).toContainText("The area has no name. Give it one.");
  await expect(form.getByRole("alert")).not.toContainText(/equals sign|=/);
});

test("a name with a character reserved for addresses is refused", async ({ page }) => {
  await openMethod(page);
  const form = card(page, "Your areas");
  await form.getByLabel("Name of a new area").fill("Far=west");
  await form.getByLabel(/^Its authorities/).selectOption("Cornwall");
  await form.getByRole("button", { name: "Add the area" }).click();
  await expect(form.getByRole("alert")).toContainText("The area's name contains “=”");
});

test("an area of real schools agrees with the Department's figures for its authorities", async ({ page }) => {
  await openWith(page, published(SCHOOL_FILE), published(GROUP_LINKS));
  await go(page, "Method");
  await page.getByRole("button", { name: "Add the South West peninsula" }).click();
  await go(page, "Regions");
  const areas = card(page, "Your areas").getByRole("table");
  expect(await row(areas, "South West peninsula")).toEqual(["South West peninsula", "trusts", "21.6", "13.6", "29.5", "1", "3"]);
  expect((await row(areas, "Cornwall")).slice(1, 3)).toEqual(["all its schools, as published", "19"]);
});

test("a rule that does not fit the files is replaced, and the page says so", async ({ page }) => {
  await page.goto("./#regions?regional=schools");
  await expect(page.locator("#loading")).toHaveCount(0);
  await expect(page.getByLabel("Regional figure").locator("option:checked")).toHaveText("By school");
  const file = trustFile();
  const data = await page.evaluateHandle(
    ([name, base64]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64 ?? ""), (letter) => letter.charCodeAt(0))], name ?? ""));
      return transfer;
    },
    [file.name, file.bytes.toString("base64")],
  );
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
  await expect(page.locator(".remarks")).toContainText("does not have what the regional figure “By school” needs");
  await expect(page.getByLabel("Regional figure").locator("option:checked")).toHaveText("Simple mean of trusts");
  await expect(finding(page)).toContainText("London");
  await expect.poll(() => address(page)).toMatch(/^#regions\?file=[^&]+&files=[0-9a-f]{8}$/);
});
