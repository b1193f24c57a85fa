// Rows 1 to 3: the engine beside a scan of the same bytes, and beside other readers.
import { inFreshPage } from "../browser.mjs";
import { median, milliseconds, times } from "../figures.mjs";

const MOST_OF_SCAN = 0.4;
const LEAST_OF_PEERS = 30;
const MOST_OF_SCAN_BOTH = 0.8;

/**
 * Times the engine and its peers in one page.
 *
 * @returns the rows, and the milliseconds of the real job
 */
export async function engineRows(browser, address, { runs, peerRuns }) {
  const { engine, peers } = await inFreshPage(browser, async (page) => {
    await page.goto(`${address}/page/`);
    await page.waitForFunction(() => globalThis.bench?.engine);
    const engine = await page.evaluate((runs) => bench.engine(runs), runs);
    const peers = await page.evaluate(([columns, runs]) => bench.peers(columns, runs), [engine.columns, peerRuns]);
    return { engine, peers };
  });
  const realJob = median(engine.realJob);
  return { rows: [besideScan(engine), besidePeers(engine, peers), wholeJob(engine)], realJob };
}

function besideScan({ read, scan }) {
  const [ours, other] = [median(read), median(scan)];
  return {
    what: "1. read 15 of 515 columns and group by one, bytes in wasm memory",
    target: `at most ${MOST_OF_SCAN} x the scan`,
    measured: milliseconds(ours),
    other: `${milliseconds(other)}, memchr3 scan`,
    ratio: times(ours / other),
    pass: ours <= MOST_OF_SCAN * other,
  };
}

function besidePeers({ withCopy, sums }, peers) {
  const ours = median(withCopy);
  const all = Object.entries(peers);
  const ran = all.filter(([, { times }]) => times).map(([name, peer]) => ({ name, time: median(peer.times), ...peer }));
  ran.sort((a, b) => a.time - b.time);
  const words = all.map(([name, { error, times, sums: theirs, start }]) => {
    if (error) return `${name}: ${error}`;
    const slow = start > 50 ? ` after ${milliseconds(start)} to start` : "";
    return `${name} ${milliseconds(median(times))}${slow}${differ(sums, theirs)}`;
  });
  // The fastest counts, even if its figures differ.
  const fastest = ran[0];
  const row = {
    what: "2. the same with the copy into wasm memory",
    target: `at least ${LEAST_OF_PEERS} x as fast as any other`,
    measured: milliseconds(ours),
    note: `${words.join("; ")}. All from an ArrayBuffer, decoding included; ${sums.rows} rows, ${sums.groups} groups, ${sums.numbers} numbers.`,
  };
  if (!fastest) return row;
  const ratio = fastest.time / ours;
  return { ...row, other: `${milliseconds(fastest.time)}, ${fastest.name}`, ratio: times(ratio), pass: ratio >= LEAST_OF_PEERS };
}

/** Nothing where two readers came to the same, else in which figures they differ. */
function differ(ours, theirs) {
  const names = Object.keys(ours).filter((name) => Math.abs(ours[name] - theirs[name]) > 1e-9 * Math.abs(ours[name]));
  const words = names.map((name) => `${name} ${theirs[name]} for ${ours[name]}`);
  return words.length ? ` (NOT THE SAME: ${words.join(", ")})` : "";
}

function wholeJob({ realJob, scanBoth, ranked }) {
  const [ours, other] = [median(realJob), median(scanBoth)];
  return {
    what: "3. the real job: both files read, joined, weighted, ranked",
    target: `at most ${MOST_OF_SCAN_BOTH} x the scan`,
    measured: milliseconds(ours),
    other: `${milliseconds(other)}, memchr3 scan of both`,
    ratio: times(ours / other),
    pass: ours <= MOST_OF_SCAN_BOTH * other,
    note: `${ranked.analyses} analyses with ${ranked.ranks} ranks.`,
  };
}
