// Row 9: time and memory of a million schools beside ten thousand, natively. benches/growth.rs measures them.
import { existsSync, readFileSync } from "node:fs";
import { milliseconds, times } from "../figures.mjs";

const MOST = 1.3;

/** Fewer schools than these tell of a miss, but not that the target is met. */
const SCHOOLS = 1_000_000;

export function growthRow(path) {
  const row = { what: "9. each of many schools beside each of few, natively", target: `at most ${MOST} x time and memory` };
  if (!path || !existsSync(path)) return { ...row, note: "`cargo xtask bench --native` measures it." };
  const { from, to, time_ratio: time, memory_ratio: memory, nanoseconds, bytes } = JSON.parse(readFileSync(path, "utf8"));
  const peak = bytes === null ? "" : `, ${bytes.toFixed(0)} bytes`;
  const met = time <= MOST && (memory === null || memory <= MOST);
  return {
    ...row,
    measured: `${milliseconds(nanoseconds / 1e6)}${peak} a school`,
    other: `${to.toLocaleString("en-GB")} schools to ${from.toLocaleString("en-GB")}`,
    ratio: memory === null ? times(time) : `${times(time)}, ${times(memory)}`,
    pass: met && to < SCHOOLS ? undefined : met,
    note: to < SCHOOLS ? "a short run." : undefined,
  };
}
