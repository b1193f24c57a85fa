// What run.mjs calls in the browser: `bench.engine(…)` and `bench.peers(…)`.
import start, { columns_15, load, read_15, real_job, scan_separators } from "/wasm/trust_gap_bench.js";
import { peers } from "./peers.js";

const files = ["england_ks4final.csv", "group_links.csv"];

/**
 * Times tasks by turns, so that whatever else the machine does slows all of them alike, after each has been done twice,
 * so that its code is compiled for good. Gives each task's times under its name.
 */
async function timed(runs, tasks) {
  const times = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  for (let run = -2; run < runs; run += 1) {
    for (const [name, task] of Object.entries(tasks)) {
      const started = performance.now();
      await task();
      if (run >= 0) times[name].push(performance.now() - started);
    }
  }
  return times;
}

/** A structure in wasm memory as an object, its own memory given back. */
function taken(found, ...names) {
  if (!found) throw new Error("the engine could not read the file");
  const object = Object.fromEntries(names.map((name) => [name, found[name]]));
  found.free();
  return object;
}

const sumsOf = (file) => taken(read_15(file), "rows", "groups", "numbers", "sum", "means");

async function fetched() {
  const buffers = files.map(async (name) => (await fetch(`/files/${name}`)).arrayBuffer());
  return Promise.all(buffers);
}

/** Times the engine's jobs and the scans beside them. */
async function engine(runs) {
  await start({ module_or_path: "/wasm/trust_gap_bench_bg.wasm" });
  const [schoolBytes, linkBytes] = await fetched();
  const schools = load(new Uint8Array(schoolBytes));
  const links = load(new Uint8Array(linkBytes));
  return {
    columns: columns_15(),
    sums: sumsOf(schools),
    ranked: taken(real_job(schools, links), "analyses", "ranks"),
    ...(await timed(runs, {
      scan: () => scan_separators(schools),
      read: () => sumsOf(schools),
      withCopy: () => {
        const file = load(new Uint8Array(schoolBytes));
        sumsOf(file);
        file.free();
      },
      scanBoth: () => scan_separators(schools) + scan_separators(links),
      realJob: () => taken(real_job(schools, links), "analyses"),
    })),
  };
}

/** Times each peer at the same job: from an ArrayBuffer to counts and means, decoding included. */
async function timesOfPeers(columns, runs) {
  const [bytes] = await fetched();
  const outcomes = {};
  for (const [name, prepare] of Object.entries(peers)) {
    try {
      const started = performance.now();
      const { job, stop } = await prepare(columns);
      const start = performance.now() - started;
      const sums = await job(bytes);
      const { times } = await timed(runs, { times: () => job(bytes) });
      outcomes[name] = { start, sums, times };
      await stop?.();
    } catch (error) {
      outcomes[name] = { error: String(error) };
    }
  }
  return outcomes;
}

globalThis.bench = { engine, peers: timesOfPeers };
