// Runs a program whole and in its two parts: both must give the same. Called by tests.rs with the folder they are in.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const module = (name) => new WebAssembly.Module(readFileSync(join(process.argv[2], `${name}.wasm`)));

/** Starts a program; `later` is the part to fetch when it asks, if it is to ask. */
function start(first, later) {
  const told = { fetched: 0, seen: [] };
  const imports = {
    __wbg_load_0123456789abcdef: () => {
      told.fetched += 1;
      new WebAssembly.Instance(later, { p: exports });
    },
    __wbg_seen_0123456789abcdef: (number) => told.seen.push(number),
  };
  const { exports } = new WebAssembly.Instance(first, { w: imports });
  return { exports, told };
}

/** All the program can be asked, twice. */
function answers({ exports, told }) {
  const results = [];
  for (const number of [3, -7]) {
    results.push(exports.direct(number), exports.by_table(number, 1), exports.by_table(number, 2), exports.calls());
  }
  return [results, told.seen];
}

const whole = start(module("whole"));
const expected = answers(whole);
assert.deepEqual(expected, [[11, 6, 4, 1, -9, -14, -6, 2], [3, -7]]);

// Fetched by a call by name, then by a call by the table: once each.
const parts = start(module("first"), module("later"));
assert.deepEqual(answers(parts), expected);
assert.equal(parts.told.fetched, 1);

const byTable = start(module("first"), module("later"));
assert.equal(byTable.exports.by_table(5, 1), 10);
assert.equal(byTable.told.fetched, 0);
assert.equal(byTable.exports.by_table(5, 2), 6);
assert.equal(byTable.exports.direct(5), 15);
assert.equal(byTable.told.fetched, 1);

// There before it is asked for, as in a worker.
const ready = start(module("first"));
new WebAssembly.Instance(module("later"), { p: ready.exports });
assert.deepEqual(answers(ready), expected);
assert.equal(ready.told.fetched, 0);
