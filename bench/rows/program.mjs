// Row 10: the whole native program beside scripts in Python that read the same two files and make one measure of them,
// without intervals. bench/peers has the scripts and the versions that they need.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { median, milliseconds, times } from "../figures.mjs";

const MOST = 0.25;

/** The row, of the built program, the Python that has both packages, and the two files. */
export function programRow({ program, python, peers, files, runs }) {
  const row = { what: "10. the whole program, both files, beside a polars script", target: `at most ${MOST} x polars` };
  if (!existsSync(program)) return { ...row, note: "`cargo build --release -p trust-gap` makes the program." };
  const script = (name) => [python, [join(peers, `${name}_trusts.py`), ...files]];
  const commands = { engine: [program, ["analyse", ...files]], polars: script("polars"), pandas: script("pandas") };
  const taken = { engine: [], polars: [], pandas: [] };
  try {
    // They take turns, so that a busy moment is nobody's own; the first turn warms up.
    for (let run = 0; run <= runs; run += 1) {
      for (const [name, command] of Object.entries(commands)) {
        const time = timed(command);
        if (run > 0) taken[name].push(time);
      }
    }
  } catch (error) {
    const first = String(error).split("\n")[0];
    return { ...row, note: `\`pip install -r bench/peers/requirements.txt\` has what the scripts need (${first}).` };
  }
  const [engine, polars, pandas] = [taken.engine, taken.polars, taken.pandas].map(median);
  return {
    ...row,
    measured: milliseconds(engine),
    other: `${milliseconds(polars)}, polars`,
    ratio: times(engine / polars),
    pass: engine <= MOST * polars,
    note: `pandas ${milliseconds(pandas)}. Ours has intervals of every figure and the ranks that each trust can have.`,
  };
}

function timed([program, options]) {
  const start = performance.now();
  execFileSync(program, options, { stdio: ["ignore", "pipe", "pipe"], maxBuffer: 64e6 });
  return performance.now() - start;
}
