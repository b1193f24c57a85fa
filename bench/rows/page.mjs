// Rows 4 and 5: the built page, from a drop and from a rule to what is on the screen.
import { inFreshPage } from "../browser.mjs";
import { median, milliseconds } from "../figures.mjs";

const MOST_AFTER_ENGINE = 250;
const LONGEST_TASK = 50;
const MOST_FOR_RULE = 34;

/** What shows the results: a change elsewhere, such as in a notice, is no chart painted. */
const CHARTS = "svg.picture, section.card";

const HOLDER = "bench-files";

/** Opens the page with the clock in it, waits until the demonstration is whole, and gives it an input with the files. */
export async function openWithFiles(page, address, files) {
  await page.goto(`${address}/site/`);
  await page.locator("svg.picture").first().waitFor();
  await page.evaluate((id) => {
    const input = Object.assign(document.createElement("input"), { type: "file", multiple: true, id });
    document.body.append(input);
  }, HOLDER);
  await page.locator(`#${HOLDER}`).setInputFiles(files);
  // The demonstration's earlier years are made after its first charts.
  await page.waitForTimeout(1500);
}

/** Drops the files; gives milliseconds to the last chart, and the longest task that the browser tells of. */
function timeDrop(page) {
  return page.evaluate(
    async ([id, where]) => {
      let longest = 0;
      const tasks = new PerformanceObserver((list) => {
        for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
      });
      tasks.observe({ type: "longtask" });
      const input = document.getElementById(id);
      const time = await bench.painted({ act: () => bench.drop(input), shown: bench.showsFiles, where });
      tasks.disconnect();
      return { time, longest };
    },
    [HOLDER, CHARTS],
  );
}

/** Rows 4 and 5. */
export async function pageRows(browser, address, files, { runs, realJob }) {
  const drops = [];
  for (let run = 0; run <= runs; run += 1) {
    const drop = await inFreshPage(browser, async (page) => {
      await openWithFiles(page, address, files);
      return timeDrop(page);
    });
    // The first fills the browser's caches.
    if (run > 0) drops.push(drop);
  }
  const traced = await inFreshPage(browser, (page) => longestTraced(browser, page, address, files));
  const rules = await inFreshPage(browser, (page) => ruleChanges(page, address, files));
  return [dropRow(drops, traced, realJob), ruleRow(rules)];
}

function dropRow(drops, traced, realJob) {
  const row = {
    what: "4. from drop to charts painted, both files",
    target: `engine + ${MOST_AFTER_ENGINE} ms, no task over ${LONGEST_TASK} ms`,
  };
  const times = drops.map(({ time }) => time).filter((time) => time !== null && time !== undefined);
  if (times.length === 0) return { ...row, note: "no chart of the files came." };
  const time = median(times);
  const longest = Math.max(traced, ...drops.map(({ longest }) => longest));
  const after = time - (realJob ?? 0);
  return {
    ...row,
    measured: `${milliseconds(time)}, longest task ${milliseconds(longest)}`,
    other: realJob === undefined ? undefined : `${milliseconds(realJob)}, row 3`,
    ratio: `+${milliseconds(after)}`,
    pass: after <= MOST_AFTER_ENGINE && longest <= LONGEST_TASK,
    note: `each drop in a fresh page; painted is the first task after the animation frame that follows the last change of a chart.`,
  };
}

/** The longest task of the page's main thread from drop to charts, by a trace: it tells of every task. */
async function longestTraced(browser, page, address, files) {
  await openWithFiles(page, address, files);
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"] });
  // Marks the page's thread in the trace.
  await page.evaluate(() => console.timeStamp("bench"));
  await timeDrop(page);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const ours = traceEvents.find(({ name, args }) => name === "TimeStamp" && args?.data?.message === "bench");
  const tasks = traceEvents.filter(
    ({ name, pid, tid, ts }) => name.endsWith("RunTask") && ours && pid === ours.pid && tid === ours.tid && ts > ours.ts,
  );
  return tasks.reduce((longest, { dur = 0 }) => Math.max(longest, dur / 1000), 0);
}

/** The controls whose changes are timed, with the page that has them. */
const CONTROLS = [
  { name: "measure", page: "Regions", selector: "#measure" },
  { name: "pupils", page: "Regions", selector: "input[name=group]" },
  { name: "regional figure", page: "Regions", selector: "#regional" },
  { name: "cap of years", page: "Method", selector: "#cap" },
  { name: "fewest years", page: "Method", selector: "#min-years" },
];

const CHANGES = 20;

/** Milliseconds of each control's changes. */
async function ruleChanges(page, address, files) {
  await openWithFiles(page, address, files);
  await timeDrop(page);
  const outcomes = [];
  for (const { name, page: place, selector } of CONTROLS) {
    await page.getByRole("link", { name: place, exact: true }).first().click();
    await page.waitForTimeout(300);
    const times = await page.evaluate(changeOften, [selector, CHANGES, CHARTS]);
    outcomes.push({ name, times });
  }
  return outcomes;
}

/** In the page: goes through a control's choices; a change that changes no chart gives no time. */
async function changeOften([selector, changes, where]) {
  const times = [];
  const isList = document.querySelector(selector)?.matches("select");
  const choices = () => (isList ? [...document.querySelector(selector).options] : [...document.querySelectorAll(selector)]);
  const open = () => choices().filter((choice) => !choice.disabled);
  const choose = (choice) => {
    if (!isList) {
      choice.click();
      return;
    }
    const list = choice.closest("select");
    list.value = choice.value;
    list.dispatchEvent(new Event("change", { bubbles: true }));
  };
  if (open().length < 2) return times;
  for (let change = 0; change < changes; change += 1) {
    const now = open().findIndex((choice) => choice.selected || choice.checked);
    const next = open()[(now + 1) % open().length];
    const time = await bench.painted({ act: () => choose(next), where, quiet: 120, limit: 3000 });
    if (time !== undefined) times.push(time);
  }
  return times;
}

function ruleRow(outcomes) {
  const row = { what: "5. from a rule changed to charts painted", target: `at most ${MOST_FOR_RULE} ms` };
  const timed = outcomes.filter(({ times }) => times.length > 0).map(({ name, times }) => ({ name, time: median(times) }));
  if (timed.length === 0) return { ...row, note: "no control changed a chart." };
  const slowest = timed.reduce((worst, one) => (one.time > worst.time ? one : worst));
  return {
    ...row,
    measured: `${milliseconds(slowest.time)}, ${slowest.name}`,
    pass: slowest.time <= MOST_FOR_RULE,
    note: `medians of up to ${CHANGES} changes: ${timed.map(({ name, time }) => `${name} ${milliseconds(time)}`).join(", ")}; the wait for an animation frame is up to 17 ms of each.`,
  };
}
