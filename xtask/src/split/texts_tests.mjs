// Runs a program with texts whole and in its parts: both must say the same. Called by texts_tests.rs with their folder.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const module = (name) => new WebAssembly.Module(readFileSync(join(process.argv[2], `${name}.wasm`)));

/** Starts a program; `parts` are those to fetch when it asks for one, with those before it. */
function start(first, parts = []) {
  let fetched = 0;
  const load = (part) => {
    for (; fetched < part; fetched += 1) new WebAssembly.Instance(parts[fetched], { p: exports });
  };
  const { exports } = new WebAssembly.Instance(first, { w: { load } });
  return exports;
}

const memory = ({ memory }) => Buffer.from(memory.buffer);
const numbers = [...Array(12).keys()];
const whole = start(module("whole"));
const expected = numbers.map(whole.ask);
for (const sum of expected) assert.ok(sum > 30);

const [first, later, pages] = ["first", "later", "pages"].map(module);

// In either order, so that each part is asked for by each of its functions first.
for (const number of numbers) {
  const parts = start(first, [later, pages]);
  assert.equal(parts.ask(number), expected[number]);
  assert.deepEqual(numbers.map(parts.ask), expected);
  assert.ok(memory(parts).equals(memory(whole)));
}

// The first part alone lacks the texts of the others.
assert.ok(!memory(start(first)).equals(memory(whole)));
assert.ok(!memory(start(first)).includes("say alone"));
assert.ok(memory(whole).includes("say alone"));
