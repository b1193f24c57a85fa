// Nothing that leaves the page of a user's own data depends on a figure about few pupils. Tries every button of every
// page and printing, with two own years and two measures; one year and one measure are small for one trust.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { drop, go, open, written } from "./support/page.ts";

/** Figures that rest on fewer than six pupils: a share in grade 5+ and a score in Progress 8. */
interface Few {
  grade5: string;
  progress: string;
}

const ONE: Few = { grade5: "77.7%", progress: "1.77" };
const OTHER: Few = { grade5: "12.3%", progress: "-1.23" };

/** Three schools in each of four trusts, two in London and two in the South West, in the template's columns. Of the
 * older year trust 1 has one disadvantaged pupil in each school; of the newer thirty, of whom two are in Progress 8. */
function own(year: string, few: Few): string {
  const isOld = year === "2021/22";
  const head = [
    "urn", "school", "school_type", "region", "trust_id", "trust", "years_in_trust", "year", "pupils_all",
    "pupils_disadvantaged", "pupils_other", "progress8_pupils_all", "progress8_pupils_disadvantaged",
    "progress8_pupils_other", "em5_disadvantaged", "em5_other", "em5_all", "p8_disadvantaged", "p8_other", "p8_all",
  ];
  const rows = [1, 2, 3, 4].flatMap((trust) =>
    [1, 2, 3].map((school) => {
      const isFew = trust === 1;
      const pupils = isFew && isOld ? 1 : 30;
      const included = isFew ? (isOld ? 1 : 2) : 30;
      return [
        100000 + trust * 10 + school, `School ${trust}${school}`, "ACC", trust < 3 ? "London" : "South West", trust,
        `Trust ${trust}`, 5, year, pupils + 60, pupils, 60, included + 60, included, 60,
        isFew && isOld ? few.grade5 : `${40 + trust}.${school}%`, "55.5%", "50.2%",
        isFew ? few.progress : `-0.${trust}${school}`, "0.21", "0.11",
      ];
    }),
  );
  return [head, ...rows].map((row) => row.join(",")).join("\n") + "\n";
}

/** Every page with figures, and what has to be there before all of it can leave. */
const PAGES: [hash: string, there: string][] = [
  ["regions", ".on-paper .top-ten"],
  ["top-ten/london", ".on-paper section.rank-ranges svg.picture"],
  ["trusts", ".on-paper section.card"],
  ["trust/1", ".on-paper section.why-it-is-here svg.picture"],
  ["school/100011", ".on-paper section.listed table"],
  ["trust/2", ".on-paper section.why-it-is-here svg.picture"],
  ["region/london", ".on-paper section.rank-ranges svg.picture"],
  ["compare/1,2,3", ".on-paper section.compared-measures svg.picture"],
  // A gap has no funnel.
  ["funnel", ".on-paper h1"],
  ["robustness", ".on-paper section.listed table"],
  ["spread", ".on-paper section.trusts-by-region svg.picture"],
  ["trend/1,2", ".on-paper section.trend-trusts svg.picture"],
  ["combined", ".on-paper section.listed table"],
  ["data", ".on-paper section.card"],
  ["method", ".on-paper section.methods"],
  ["report/london", ".report .picture"],
  ["report/1", ".report .picture"],
];

/** The pages whose finding can be quoted. */
const QUOTED = [
  "regions", "top-ten/", "trust/", "region/", "compare/", "robustness", "spread", "trend/", "combined", "school/",
];

/** What a button hands out. */
async function handedOut(page: Page, label: string): Promise<string> {
  const button = page.getByRole("button", { name: label, exact: true }).first();
  if (/^(Download|All figures)/.test(label)) {
    const coming = page.waitForEvent("download");
    await button.click();
    return readFileSync(await (await coming).path()).toString("base64");
  }
  const nothing = "nothing yet";
  await page.evaluate((text) => navigator.clipboard.writeText(text), nothing);
  await button.click();
  await expect(page.locator("#told")).toContainText("can be pasted now");
  let copied = nothing;
  // The page may still confirm an earlier copy.
  await expect
    .poll(async () => {
      copied = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        if (!item) return "";
        const kind = item.types.includes("image/png") ? "image/png" : "text/plain";
        const bytes = new Uint8Array(await (await item.getType(kind)).arrayBuffer());
        return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
      });
      return copied;
    })
    .not.toBe(nothing);
  return copied;
}

/** All that leaves the page in force: by each button, and by printing. */
async function leaving(page: Page, hash: string, there: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  await page.goto(`./#${hash}`);
  for (const one of [there, there.replace(".on-paper", ".on-screen")]) {
    await page.locator(one).first().waitFor({ state: "attached" });
  }
  // A page fills step by step: lists, ranks and surveys come after charts.
  let former = "";
  await expect
    .poll(
      async () => {
        const now = await page.locator("main").innerHTML();
        const isSame = now === former;
        former = now;
        return isSame;
      },
      { intervals: [500] },
    )
    .toBe(true);
  await expect(page.locator("main progress")).toHaveCount(0);
  // Ranks that a page asks for by itself.
  await expect(page.locator("main").getByText("being worked out")).toHaveCount(0);
  // Figures, and some buttons of a chart, are folded away.
  await page.locator("details").evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  // Top tens are rendered when they are unfolded.
  await expect(page.locator("details.top-ten:not(:has(.card-foot))")).toHaveCount(0);
  const buttons = page.getByRole("button", { name: /^(Download .*\.(csv|svg|png)|Copy .*|Quote this|All figures .*)$/ });
  const labels = await buttons.evaluateAll((all) =>
    all.map((button) => button.getAttribute("aria-label") ?? button.textContent ?? ""),
  );
  for (const label of labels) found.set(`${hash}: ${label}`, await handedOut(page, label));
  for (const of of QUOTED) if (hash.startsWith(of)) expect(labels).toContain("Quote this");
  if (labels.some((label) => label.endsWith(".svg"))) {
    expect(labels.filter((label) => /^Copy (alternative text|HTML) /.test(label)).length).toBeGreaterThan(1);
  }
  await page.emulateMedia({ media: "print" });
  found.set(`${hash} printed`, await page.locator("main").innerText());
  const shown = page.locator("main svg.picture");
  found.set(`${hash} pictures printed`, (await shown.evaluateAll((all) =>
    all.filter((picture) => picture.checkVisibility()).map((picture) => picture.innerHTML),
  )).join("\n"));
  await page.emulateMedia({ media: "screen" });
  return found;
}

/** All that leaves any page under a measure and a group, with these small figures in the files. */
async function all(page: Page, few: Few, choose: string): Promise<Map<string, string>> {
  const problems = await open(page);
  await drop(page, written("mine 2021-22.csv", own("2021/22", few)), written("mine 2022-23.csv", own("2022/23", few)));
  for (const name of ["mine 2021-22.csv", "mine 2022-23.csv"]) {
    await expect(page.getByRole("status").first()).toContainText(`${name} read, `);
  }
  const found = new Map<string, string>();
  for (const [hash, there] of PAGES) {
    for (const [name, text] of await leaving(page, hash + choose, there)) found.set(name, text);
  }
  expect(problems).toEqual([]);
  return found;
}

for (const [about, choose] of [
  ["the newer year in grade 5+", ""],
  ["the newer year's gap, weighted by pupils", "?group=gap&regional=pupils"],
]) {
  test(`no button and no printed page depends on a figure of few pupils: ${about}`, async ({ browser }) => {
    test.setTimeout(600_000);
    const taken: Map<string, string>[] = [];
    for (const few of [ONE, OTHER]) {
      const context = await browser.newContext({
        acceptDownloads: true,
        permissions: ["clipboard-read", "clipboard-write"],
      });
      taken.push(await all(await context.newPage(), few, choose ?? ""));
      await context.close();
    }
    const [one, other] = taken;
    expect(one && [...one.keys()]).toEqual(other && [...other.keys()]);
    for (const [name, text] of one ?? []) {
      // Differences in text are printed. For pictures and files, their names are enough.
      if (name.endsWith(" printed") && !name.endsWith("pictures printed")) expect(other?.get(name), name).toBe(text);
      expect(other?.get(name) === text, name).toBe(true);
    }
    // Texts do not contain the figures themselves. In a picture the same digits may be a position.
    for (const [name, text] of one ?? []) {
      if (name.endsWith(" printed") && !name.endsWith("pictures printed")) expect(text, name).not.toMatch(/77\.7|1\.77/);
    }
  });
}

test("the screen shows all figures, and the printed page says what is withheld", async ({ page }) => {
  const problems = await open(page);
  await drop(page, written("mine 2021-22.csv", own("2021/22", ONE)));
  await expect(page.getByRole("status").first()).toContainText(" read, ");
  await go(page, "Trusts");
  await expect(page.getByRole("row", { name: /Trust 1/ })).toContainText("77.7");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("main")).not.toContainText("77.7", { useInnerText: true });
  await expect(page.locator(".on-paper")).toContainText("Figures for fewer than 6 pupils");
  await page.emulateMedia({ media: "screen" });

  // The user can allow them.
  await go(page, "Data");
  await page.getByLabel("Allow figures for fewer than 6 pupils in downloads, copies and printed pages").first().check();
  await expect(page.locator(".on-paper")).toHaveCount(0);
  expect(problems).toEqual([]);
});
