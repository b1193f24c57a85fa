// Times the page and its engine in a browser and prints one table. `cargo xtask bench` builds both and starts
// this. A miss is printed, but is not a failure.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { start } from "./browser.mjs";
import { engineRows } from "./rows/engine.mjs";
import { firstRow, sizeRow, slowRow } from "./rows/first.mjs";
import { growthRow } from "./rows/growth.mjs";
import { largeRow } from "./rows/large.mjs";
import { pageRows } from "./rows/page.mjs";
import { programRow } from "./rows/program.mjs";
import { tasksRow } from "./rows/tasks.mjs";
import { serve } from "./server.mjs";
import { asMarkdown, asText, putInto } from "./table.mjs";

const HELP = `node run.mjs --browser PROGRAM [options]
  --wasm DIR     the engine with its glue          (target/bench-wasm)
  --files DIR    the full-size files               (target/demo-full)
  --trusts FILE  a trust file                     (target/demo/2022-2023/england_ks4-mats-performance.csv)
  --dist DIR     the built page                    (dist)
  --growth FILE  what benches/growth.rs wrote      (target/bench-growth.json)
  --out FILE     where the table goes as JSON      (target/bench.json)
  --program FILE the built program                (target/release/trust-gap)
  --python FILE  a Python with what bench/peers needs (python3)
  --rows LIST    which parts: engine,page,tasks,large,first,program
  --ci           fewer runs, a file of 200 MB in place of 1 GB
  --write        put the table into BENCHMARKS.md`;

const here = dirname(fileURLToPath(import.meta.url));
const top = resolve(here, "..");

const { values: asked } = parseArgs({
  options: {
    browser: { type: "string" },
    wasm: { type: "string", default: join(top, "target", "bench-wasm") },
    files: { type: "string", default: join(top, "target", "demo-full") },
    trusts: { type: "string", default: join(top, "target/demo/2022-2023/england_ks4-mats-performance.csv") },
    dist: { type: "string", default: join(top, "dist") },
    growth: { type: "string", default: join(top, "target", "bench-growth.json") },
    out: { type: "string", default: join(top, "target", "bench.json") },
    program: { type: "string", default: join(top, "target", "release", "trust-gap") },
    python: { type: "string", default: "python3" },
    rows: { type: "string", default: "engine,page,tasks,large,first,program" },
    ci: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const wanted = asked.rows.split(",");

/** How often each is done; the middle of the times counts. */
const OFTEN = asked.ci
  ? { engine: 7, peers: 2, drops: 3, tasks: 3, first: 3, program: 5, large: 200e6 }
  : { engine: 25, peers: 5, drops: 7, tasks: 5, first: 5, program: 15, large: 1e9 };

if (asked.help || !asked.browser) {
  console.log(HELP);
} else {
  const browser = await start(asked.browser);
  const rows = await measureAll(browser).finally(() => browser.close());
  console.log(`\n${asText(rows)}`);
  report(rows, browser.version());
}

/** The table as JSON, and in BENCHMARKS.md where that is asked for. */
function report(rows, browser) {
  const machine = {
    when: new Date().toISOString().slice(0, 10),
    processor: cpus()[0].model.trim(),
    cores: cpus().length,
    memory: totalmem(),
    browser,
    node: process.versions.node,
  };
  const { packages } = JSON.parse(readFileSync(join(here, "package-lock.json"), "utf8"));
  const peers = Object.keys(packages[""].devDependencies).map((name) => [name, packages[`node_modules/${name}`].version]);
  mkdirSync(dirname(asked.out), { recursive: true });
  writeFileSync(asked.out, `${JSON.stringify({ machine, peers: Object.fromEntries(peers), rows }, null, 2)}\n`);
  if (!asked.write) return;
  const memory = (machine.memory / 2 ** 30).toFixed(0);
  const words =
    `${machine.when}: ${machine.processor}, ${machine.cores} cores, ${memory} GB; ` +
    `Chromium ${browser}, Node ${machine.node}.`;
  putInto(join(top, "BENCHMARKS.md"), `${words}\n\n${asMarkdown(rows)}`);
}

/** Every row that was asked for; a part that fails says so in a row of its own. */
async function measureAll(browser) {
  const timing = await serve(
    { "/page/": join(here, "page"), "/node_modules/": join(here, "node_modules"), "/wasm/": asked.wasm, "/files/": asked.files },
    { alone: true },
  );
  const site = await serve({ "/site/": asked.dist });
  const files = ["england_ks4final.csv", "group_links.csv"].map((name) => join(asked.files, name));
  const rows = [];
  let realJob;
  const part = async (name, make) => {
    if (!wanted.includes(name)) return;
    console.log(`Timing: ${name} …`);
    try {
      rows.push(...(await make()));
    } catch (error) {
      rows.push({ what: name, target: "", note: `went wrong: ${String(error).split("\n")[0]}` });
    }
  };
  await part("engine", async () => {
    const found = await engineRows(browser, timing.address, { runs: OFTEN.engine, peerRuns: OFTEN.peers });
    ({ realJob } = found);
    return found.rows;
  });
  await part("page", () => pageRows(browser, site.address, files, { runs: OFTEN.drops, realJob }));
  await part("tasks", async () => [await tasksRow(browser, site.address, asked.trusts, { runs: OFTEN.tasks })]);
  await part("large", async () => [await largeRow(browser, site.address, files[0], OFTEN.large)]);
  await part("first", async () => [
    sizeRow(asked.dist),
    await firstRow(browser, site.address, { runs: OFTEN.first }),
    await slowRow(browser, asked.dist, { runs: OFTEN.first }),
  ]);
  rows.push(growthRow(asked.growth));
  await part("program", () => {
    const { program, python } = asked;
    return [programRow({ program, python, peers: join(here, "peers"), files, runs: OFTEN.program })];
  });
  timing.stop();
  site.stop();
  return rows;
}
