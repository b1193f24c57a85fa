// Row 11: the longest task of the page's main thread for what users do.
import { inFreshPage } from "../browser.mjs";
import { median, milliseconds } from "../figures.mjs";
import { beginStep, beginStepWithPage, tasksOf } from "../trace.mjs";

const LONGEST_TASK = 50;

const HOLDER = "bench-files";

/** How long nothing happens on a page that is ready, in milliseconds: longer than the ranks' worker takes. */
const QUIET = 1200;

/** In the page: follows its first link to this page, by the beginning of the address. */
const follow = (address) => document.querySelector(`a[href^="${address}"]`)?.click();

/** In the page: takes the last choice of a list. */
function chooseLast(id) {
  const list = document.getElementById(id);
  list.value = [...list.options].findLast((choice) => !choice.disabled && !choice.selected)?.value;
  list.dispatchEvent(new Event("change", { bubbles: true }));
}

/** In the page: takes the choice of this name and value. */
const take = ([name, value]) => document.querySelector(`input[name=${name}][value=${value}]`)?.click();

/** Takes the file of all figures, which is made in turns. */
async function takeAllFigures(page) {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "All figures of the year (CSV)" }).click();
  await coming;
}

/** What users do, one after the other on one page. */
const STEPS = [
  { name: "a trust file dropped", act: (page) => page.evaluate((id) => bench.drop(document.getElementById(id)), HOLDER) },
  { name: "measure", act: (page) => page.evaluate(chooseLast, "measure") },
  { name: "pupils", act: (page) => page.evaluate(take, ["group", "gap"]) },
  { name: "context", act: (page) => page.evaluate(take, ["adjusted", "context"]) },
  { name: "Trusts", act: (page) => page.evaluate(follow, "#trusts") },
  { name: "All figures", act: takeAllFigures },
  { name: "a trust", act: (page) => page.evaluate(follow, "#trust/") },
  { name: "Trusts again", act: (page) => page.evaluate(follow, "#trusts") },
  { name: "Combined", act: (page) => page.evaluate(follow, "#combined") },
  { name: "Top ten", act: (page) => page.evaluate(follow, "#top-ten") },
  { name: "Years", act: (page) => page.evaluate(follow, "#trend") },
  { name: "Robustness", act: (page) => page.evaluate(follow, "#robustness") },
  { name: "Regions", act: (page) => page.evaluate(follow, "#regions") },
];

/** Row 11. */
export async function tasksRow(browser, address, trusts, { runs }) {
  const seen = [];
  for (let run = 0; run < runs; run += 1) {
    const steps = await inFreshPage(browser, (page) => tasksOf(browser, page, () => useAll(page, address, trusts)));
    seen.push(steps);
  }
  const names = [...seen[0].keys()].filter((name) => name !== "");
  const longest = names.map((name) => ({ name, time: median(seen.map((steps) => steps.get(name)?.[0] ?? 0)) }));
  const most = longest.reduce((worst, one) => (one.time > worst.time ? one : worst));
  return {
    what: "11. the longest task of the page's thread, in processor time",
    target: `at most ${LONGEST_TASK} ms`,
    measured: `${milliseconds(most.time)}, ${most.name}`,
    pass: most.time <= LONGEST_TASK,
    note: `medians of ${runs} runs: ${longest.map(({ name, time }) => `${name} ${milliseconds(time)}`).join(", ")}.`,
  };
}

async function useAll(page, address, trusts) {
  await beginStepWithPage(page, "opening");
  await page.goto(`${address}/site/`);
  await page.locator("#program svg.picture").first().waitFor();
  await page.waitForTimeout(2 * QUIET);
  // Not a step of a user's.
  await beginStep(page, "");
  await page.evaluate((id) => {
    const input = Object.assign(document.createElement("input"), { type: "file", multiple: true, id });
    document.body.append(input);
  }, HOLDER);
  await page.locator(`#${HOLDER}`).setInputFiles(trusts);
  for (const { name, act } of STEPS) {
    await beginStep(page, name);
    await act(page);
    await page.waitForTimeout(QUIET);
  }
}
