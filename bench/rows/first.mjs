// Rows 7 and 8: what a visitor downloads, and when there is something to see.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { inFreshPage } from "../browser.mjs";
import { kibibytes, median, milliseconds } from "../figures.mjs";

const MOST_BYTES = 560 * 1024;
const MOST_TO_PAINT = 1000;
const MOST_TO_CHART = 2000;
const SLOWER = 4;

/** Row 7: all files of the page, as a server sends them. */
export function sizeRow(dist) {
  const entries = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const all = paths.reduce((sum, path) => sum + brotli(readFileSync(path)), 0);
  return {
    what: "7. all files of the page, brotli",
    target: `at most ${kibibytes(MOST_BYTES)}`,
    measured: kibibytes(all),
    pass: all <= MOST_BYTES,
  };
}

function brotli(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

/** Row 8: the first painting and the demonstration's first chart on a processor made slower. */
export async function firstRow(browser, address, { runs }) {
  const seen = [];
  for (let run = 0; run < runs; run += 1) seen.push(await inFreshPage(browser, (page) => firstSeen(page, address)));
  const [painted, chart] = [median(seen.map((one) => one.painted)), median(seen.map((one) => one.chart))];
  const byMark = seen.every((one) => one.marked);
  return {
    what: `8. first painting and first chart, processor ${SLOWER} times slower`,
    target: `${milliseconds(MOST_TO_PAINT)}, ${milliseconds(MOST_TO_CHART)}`,
    measured: `${milliseconds(painted)}, ${milliseconds(chart)}`,
    pass: painted <= MOST_TO_PAINT && chart <= MOST_TO_CHART,
    note: byMark ? "the chart by the page's first mark chart-drawn." : "the chart as seen from outside: two animation frames after its element.",
  };
}

async function firstSeen(page, address) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector("svg.picture")) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("bench-chart")));
    });
    observer.observe(document, { subtree: true, childList: true });
  });
  await page.goto(`${address}/site/`);
  await page.waitForFunction(() => performance.getEntriesByName("bench-chart").length > 0);
  return page.evaluate(() => {
    const at = (name) => performance.getEntriesByName(name)[0]?.startTime;
    const marked = at("chart-drawn");
    return { painted: at("first-contentful-paint"), chart: marked ?? at("bench-chart"), marked: marked !== undefined };
  });
}
