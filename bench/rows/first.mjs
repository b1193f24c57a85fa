// Rows 7, 8 and 12: what a visitor downloads, when there is something to see, and when the page answers on a slow line.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { inFreshPage } from "../browser.mjs";
import { kibibytes, median, milliseconds } from "../figures.mjs";
import { brotli, serve } from "../server.mjs";

const MOST_BYTES = 560 * 1024;
const MOST_TO_PAINT = 1000;
const MOST_TO_CHART = 2000;
const SLOWER = 4;
const MOST_TO_CHART_SLOWLY = 1200;
const MOST_TO_ANSWER = 4000;
/** A slow line, in what the browser's tools measure by: milliseconds, and bytes a second. */
const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 1.6e6 / 8 };
/** When the link is clicked, in milliseconds from the opening; the first is as soon as there is one. */
const CLICKS = [0, 1000, 2000];

/** Row 7: all files of the page, as a server sends them. */
export function sizeRow(dist) {
  const entries = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const all = paths.reduce((sum, path) => sum + brotli(readFileSync(path)).length, 0);
  return {
    what: "7. all files of the page, brotli",
    target: `at most ${kibibytes(MOST_BYTES)}`,
    measured: kibibytes(all),
    pass: all <= MOST_BYTES,
  };
}

/** Row 8: the first painting and the demonstration's first chart on a processor made slower. */
export async function firstRow(browser, address, { runs }) {
  const seen = [];
  for (let run = 0; run < runs; run += 1) seen.push(await inFreshPage(browser, (page) => firstSeen(page, address)));
  const [painted, chart] = [median(seen.map((one) => one.painted)), median(seen.map((one) => one.chart))];
  return {
    what: `8. first painting and first chart, processor ${SLOWER} times slower`,
    target: `${milliseconds(MOST_TO_PAINT)}, ${milliseconds(MOST_TO_CHART)}`,
    measured: `${milliseconds(painted)}, ${milliseconds(chart)}`,
    pass: painted <= MOST_TO_PAINT && chart <= MOST_TO_CHART,
    note: "the chart is that of index.html, which is there before the program.",
  };
}

async function firstSeen(page, address) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector("svg.picture")) return;
      observer.disconnect();
      bench.afterPainting(() => performance.mark("bench-chart"));
    });
    observer.observe(document, { subtree: true, childList: true });
  });
  await page.goto(`${address}/site/`);
  await page.waitForFunction(() => performance.getEntriesByName("bench-chart").length > 0);
  return page.evaluate(() => {
    const at = (name) => performance.getEntriesByName(name)[0]?.startTime;
    return { painted: at("first-contentful-paint"), chart: at("bench-chart") };
  });
}

/** Row 12: on a slow line, the first chart, and the answers to clicks on Trusts. */
export async function slowRow(browser, dist, { runs }) {
  const site = await serve({ "/site/": dist }, { compressed: true });
  // Compressed once, before anything is timed.
  await inFreshPage(browser, (page) => page.goto(`${site.address}/site/`, { waitUntil: "networkidle" }));
  const seen = [];
  for (const click of CLICKS) {
    const times = [];
    for (let run = 0; run < runs; run += 1) {
      times.push(await inFreshPage(browser, (page) => answered(page, site.address, click)));
    }
    seen.push({ chart: median(times.map((one) => one.chart)), answer: median(times.map((one) => one.answer)) });
  }
  site.stop();
  const chart = Math.max(...seen.map((one) => one.chart));
  const answers = seen.map((one) => one.answer);
  return {
    what: `12. on a line of 1.6 Mbit/s and 150 ms, processor ${SLOWER} times slower: first chart; Trusts, clicked at once, after 1 s, after 2 s`,
    target: `${milliseconds(MOST_TO_CHART_SLOWLY)}; ${milliseconds(MOST_TO_ANSWER)} from the opening`,
    measured: `${milliseconds(chart)}; ${answers.map(milliseconds).join(", ")}`,
    pass: chart <= MOST_TO_CHART_SLOWLY && Math.max(...answers) <= MOST_TO_ANSWER,
  };
}

/** When the first chart was painted, and the list of trusts after a click on its link. */
async function answered(page, address, click) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", LINE);
  await page.addInitScript((click) => {
    const painted = (name) => bench.afterPainting(() => performance.mark(name));
    const observer = new MutationObserver(() => {
      if (!document.querySelector("svg.picture")) return;
      observer.disconnect();
      painted("bench-chart");
    });
    observer.observe(document, { subtree: true, childList: true });
    let isClicked = false;
    const look = setInterval(() => {
      const link = document.querySelector('a[href="#trusts"]');
      if (!isClicked && link && performance.now() >= click) {
        isClicked = true;
        link.click();
      }
      if (!document.getElementById("trusts-heading")) return;
      clearInterval(look);
      painted("bench-answer");
    }, 10);
  }, click);
  await page.goto(`${address}/site/`, { waitUntil: "commit" });
  await page.waitForFunction(() => performance.getEntriesByName("bench-answer").length > 0);
  return page.evaluate(() => {
    const at = (name) => performance.getEntriesByName(name)[0]?.startTime;
    return { chart: at("bench-chart"), answer: at("bench-answer") };
  });
}
