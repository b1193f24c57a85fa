// Runs a program whole and in its parts: both must give the same. Called by tests.rs with the folder they are in.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const module = (name) => new WebAssembly.Module(readFileSync(join(process.argv[2], `${name}.wasm`)));

/** Starts a program; `parts` are those to fetch when it asks for one, by number, with those before it. */
function start(first, parts = []) {
  const told = { fetched: [], seen: [] };
  const imports = {
    __wbg_load_0123456789abcdef: (part) => {
      for (let before = told.fetched.length; before < part; before += 1) {
        told.fetched.push(before + 1);
        new WebAssembly.Instance(parts[before], { p: exports });
      }
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
    results.push(exports.by_table(number, 3), exports.of_page(number));
  }
  return [results, told.seen];
}

const whole = start(module("whole"));
const expected = answers(whole);
assert.deepEqual(expected, [[11, 6, 4, 1, 2, 30, -9, -14, -6, 2, -8, -20], [3, -7]]);

const [first, later, pages] = ["first", "later", "pages"].map(module);

// Fetched by a call by name, then by a call by the table: once each.
const parts = start(first, [later, pages]);
assert.deepEqual(answers(parts), expected);
assert.deepEqual(parts.told.fetched, [1, 2]);

const byTable = start(first, [later, pages]);
assert.equal(byTable.exports.by_table(5, 1), 10);
assert.deepEqual(byTable.told.fetched, []);
assert.equal(byTable.exports.by_table(5, 2), 6);
assert.equal(byTable.exports.direct(5), 15);
assert.deepEqual(byTable.told.fetched, [1]);

// A page's part brings the one before it.
const page = start(first, [later, pages]);
assert.equal(page.exports.by_table(5, 3), 4);
assert.deepEqual(page.told.fetched, [1, 2]);

// There before they are asked for, as in a worker.
const ready = start(first);
for (const part of [later, pages]) new WebAssembly.Instance(part, { p: ready.exports });
assert.deepEqual(answers(ready), expected);
assert.deepEqual(ready.told.fetched, []);
