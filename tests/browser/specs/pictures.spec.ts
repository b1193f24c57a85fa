// Pictures that say by themselves what they show, in three sizes; and what says the same elsewhere: alternative text,
// a figure for a web page, a quotation.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { violations } from "./support/access.ts";
import { download, finding, go, open, openWithTrustFile, visit } from "./support/page.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const SOURCE = "Department for Education, key stage 4 trust file 2022/23";

const told = (page: Page) => page.locator("#told");

/** The texts of an SVG that the browser reads, in one, and its sides. */
async function read(page: Page, svg: string): Promise<{ words: string; sides: number[]; beyond: string[] }> {
  return page.evaluate((svg) => {
    // In the document, so that texts have a width.
    const place = document.createElement("div");
    place.append(document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true));
    document.body.append(place);
    const root = place.querySelector("svg");
    const texts = Array.from(place.querySelectorAll("text"));
    const whole = root?.getBoundingClientRect();
    const beyond = texts.filter((text) => {
      const own = text.getBoundingClientRect();
      return !whole || own.right > whole.right || own.left < whole.left || own.bottom > whole.bottom;
    });
    const found = {
      words: texts.map((text) => text.textContent).join(" "),
      sides: ["width", "height"].map((side) => Number(root?.getAttribute(side))),
      beyond: beyond.map((text) => text.textContent ?? ""),
    };
    place.remove();
    return found;
  }, svg);
}

/** Presses a button and gives what can be pasted then. */
async function copied(page: Page, button: Locator, says: string): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText("nothing yet"));
  await button.click();
  await expect(told(page)).toHaveText(`${says} can be pasted now.`);
  const text = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(text).not.toBe("nothing yet");
  return text();
}

/** Opens what is folded away below a chart's buttons. */
async function unfolded(page: Page, id: string): Promise<Locator> {
  const card = page.locator(`section.${id}`);
  await card.locator("summary", { hasText: "Size, text, HTML" }).click();
  await expect(card.getByLabel("Size of pictures")).toBeVisible();
  return card;
}

test("a picture says what it shows, what its marks mean and where its figures come from, in three sizes", async ({
  page,
}) => {
  const problems = await openWithTrustFile(page);
  const card = await unfolded(page, "regional-gap");
  for (const [size, ending, sides] of [
    ["page", "", [760, 0]],
    ["slide", "-slide", [1280, 720]],
    ["phone", "-phone", [375, 0]],
  ] as const) {
    await card.getByLabel("Size of pictures").selectOption(size);
    const { words, sides: found, beyond } = await read(page, await download(page, `regional-gap${ending}.svg`));
    for (const part of [
      "Grade 5+ in English and maths, disadvantaged and other pupils, 2022/23.",
      "Disadvantaged pupils",
      "The gap between them",
      `Source: ${SOURCE}. Simple mean of trusts.`,
      "Made on ",
    ]) {
      expect(words).toContain(part);
    }
    expect(found[0]).toBe(sides[0]);
    if (sides[1] > 0) expect(found[1]).toBe(sides[1]);
    expect(beyond).toEqual([]);
  }
  // The PNG is the same, at twice its size.
  await card.getByLabel("Size of pictures").selectOption("slide");
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download regional-gap-slide.png" }).click();
  const png = readFileSync(await (await coming).path());
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2560, 1440]);
  expect(problems).toEqual([]);
});

test("the page shows the same key, and a picture names the rules that were changed", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  await expect(page.locator("section.trusts-by-region .key li")).toHaveText(["A trust", "The region\u2019s figure"]);
  expect((await read(page, await download(page, "trusts-by-region.svg"))).words).not.toContain("Rules other than");
  await go(page, "Funnel");
  await expect(page.locator(".key li", { hasText: "Outside the 99.8% limits" })).toBeVisible();
  await page.goto("./#regions?level=90");
  await expect(page.locator("section.trusts-by-region .key")).toBeVisible();
  await expect
    .poll(async () => (await read(page, await download(page, "trusts-by-region.svg"))).words)
    .toContain("Rules other than the usual ones: Level of intervals: 90%");
  expect(problems).toEqual([]);
});

test("a chart can be taken to a web page: as alternative text and as a figure", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  const card = await unfolded(page, "regional-gap");
  const button = (name: string) => card.getByRole("button", { name: `${name} regional-gap` });
  const text = await copied(page, button("Copy alternative text"), "The alternative text");
  for (const part of ["South West", "London", "37.2", SOURCE]) expect(text).toContain(part);

  const html = await copied(page, button("Copy HTML"), "The HTML");
  expect(html.replace("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|href|url\(|<script|src=/);
  // On a page of its own.
  const other = await page.context().newPage();
  await other.setContent(`<!doctype html><html lang="en"><title>Elsewhere</title><main><h1>A</h1>${html}</main></html>`);
  await expect(other.getByRole("img")).toHaveAccessibleName(/gap/);
  await expect(other.locator("svg > desc")).toContainText("South West");
  await expect(other.locator("figcaption")).toContainText(SOURCE);
  expect(await violations(other)).toEqual([]);
  await other.close();
  expect(await violations(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test("a finding can be quoted with figure, year, tie, range and source, and what it does not show", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  const quote = () => copied(page, page.getByRole("button", { name: "Quote this" }), "The quotation");
  const regions = await quote();
  expect(regions).toContain((await finding(page).textContent()) ?? "-");
  for (const part of ["37.2%", "95% interval", "2022/23", SOURCE, "do not show that schools in one region"]) {
    expect(regions).toContain(part);
  }
  await page.goto("./#region/south-west");
  await expect(finding(page)).toHaveText("South West");
  const region = await quote();
  for (const part of ["South West: ", "95% interval", "9 regions", SOURCE]) expect(region).toContain(part);

  // The South West's first trust, with the ranks that it could have once they are computed.
  await page.goto("./#trust/5452");
  await expect(finding(page)).toContainText("Greenshaw");
  await expect.poll(quote).toMatch(/Greenshaw Learning Trust: 34% \(95% interval .*\)\. It ranks .* of 28 in the South West, and could be 1st to \d+/);
  const trust = await quote();
  for (const part of ["2022/23", SOURCE, "They do not show that the trust caused them."]) expect(trust).toContain(part);
  expect(await violations(page)).toEqual([]);
  expect(problems).toEqual([]);
});

/** Each page with a finding: what its quotation says, and the most that it does not show. */
const QUOTED: [address: string, says: (string | RegExp)[]][] = [
  [
    "top-ten/south-west",
    [/^First among the South West’s 28 trusts is Greenshaw Learning Trust: 34% \(95% interval .*\)\. It could be 1st to/, "better than one outside it."],
  ],
  ["funnel", [/^\d+ of 212 trusts are outside the 99.8% limits/, "Farthest above the limits: ", "why a trust is beyond"]],
  ["robustness", ["South West lowest: holds in ", "every combination of rules uses the same results."]],
  [
    "compare/5452,16049",
    ["Greenshaw Learning Trust: 34% (95% interval ", "distinguishable at 95% among", "better off in the trust"],
  ],
  ["spread", [/of the variance between trusts is between regions/, "London (37.2%)", "why trusts differ."]],
  ["combined", [/^Top of your measure: /, "(weight ", "All figures are for 2022/23.", "other weights give other ranks."]],
];

test("the finding of every page can be quoted", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  const quote = () => copied(page, page.getByRole("button", { name: "Quote this" }), "The quotation");
  for (const [address, says] of QUOTED) {
    await visit(page, `#${address}`);
    await expect(page.getByRole("button", { name: "Quote this" })).toBeVisible();
    for (const part of says) {
      if (typeof part === "string") await expect.poll(quote, address).toContain(part);
      else await expect.poll(quote, address).toMatch(part);
    }
    expect(await quote(), address).toContain(SOURCE);
  }
  expect(problems).toEqual([]);
});

test("the findings of years and of a school of the demonstration are quoted as made up", async ({ page }) => {
  const problems = await open(page);
  const quote = () => copied(page, page.getByRole("button", { name: "Quote this" }), "The quotation");
  await page.goto("./#trend");
  await expect(finding(page)).toHaveText(/^Figures of disadvantaged pupils rose /);
  const trend = await quote();
  expect(trend).toContain((await finding(page).textContent()) ?? "-");
  for (const part of ["2021/22", "percentage points", "made-up", "do not show that trusts made the change."]) {
    expect(trend).toContain(part);
  }
  await page.goto("./#region/south-west");
  const schools = page.locator("section.card", { hasText: "Schools of eligible trusts in the South West" });
  await schools.getByRole("rowheader").first().getByRole("link").click();
  await expect(page.locator(".finding .sentences li")).not.toHaveCount(0);
  const school = await quote();
  expect(school).toContain(`${(await finding(page).textContent()) ?? "-"}, a school of `);
  for (const part of ["95% interval", "could be 1st to", "made-up", "teaches better or worse than others."]) {
    expect(school).toContain(part);
  }
  expect(problems).toEqual([]);
});

test("pictures of the demonstration say that the data are made up", async ({ page }) => {
  const problems = await open(page);
  const { words } = await read(page, await download(page, "regional-gap.svg"));
  expect(words).toContain("made-up demonstration data");
  expect(problems).toEqual([]);
});
