// Row 6: a file far larger than any published one, and what memory it takes.
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inFreshPage } from "../browser.mjs";
import { megabytes, milliseconds } from "../figures.mjs";
import { openWithFiles } from "./page.mjs";

const MOST_MEMORY = 250e6;
const MOST_TO_CANCEL = 200;

/** A smaller file than this tells of a miss, but not that the target is met. */
const SIZE = 1e9;

/** How long to wait for a file, for each of its megabytes. */
const PATIENCE = 300;

/** Between two looks at the memory. */
const PAUSE = 100;

const FIRST_URN = 100_000;

/** Row 6. */
export async function largeRow(browser, address, schoolFile, bytes) {
  const row = {
    what: `6. a school file of ${megabytes(bytes)}: worker's wasm and both heaps, cancelling`,
    target: `at most ${megabytes(MOST_MEMORY)} (at 1 GB), ${MOST_TO_CANCEL} ms`,
  };
  const folder = mkdtempSync(join(tmpdir(), "trust-gap-bench-"));
  try {
    const path = join(folder, "england_ks4final.csv");
    await write(path, schoolFile, bytes);
    const read = await inFreshPage(browser, (page) => watched(page, address, path, (bytes / 1e6) * PATIENCE));
    const cancelled = await inFreshPage(browser, (page) => timeCancel(page, address, path));
    const outcome = told(read, cancelled);
    if (outcome.pass && bytes < SIZE) outcome.pass = undefined;
    return { ...row, ...outcome };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function told(read, cancelled) {
  const { outcome, peak, progress } = read;
  const time = cancelled === undefined ? "no cancelling" : milliseconds(cancelled);
  const within = peak.wasm !== undefined && peak.all <= MOST_MEMORY;
  return {
    measured: `${megabytes(peak.all)}, ${time}`,
    pass: outcome === "read" && within && progress && cancelled !== undefined && cancelled <= MOST_TO_CANCEL,
    note:
      `${outcome}; progress ${progress ? "was" : "was not"} shown; at most wasm ` +
      `${peak.wasm === undefined ? "not told by the page" : megabytes(peak.wasm)}, ` +
      `the page's heap ${megabytes(peak.page)}, the worker's ${megabytes(peak.worker)}, array buffers included.`,
  };
}

/** Writes the rows of schools over and over, each time with new numbers, until the file is so large; then the totals. */
async function write(path, model, bytes) {
  const [header, ...rows] = readFileSync(model, "latin1").trimEnd().split("\n");
  const isSchool = (row) => /^[12],/.test(row);
  const schools = rows.filter(isSchool);
  const file = createWriteStream(path, { encoding: "latin1" });
  let urn = FIRST_URN;
  let written = 0;
  const put = async (text) => {
    written += text.length;
    if (!file.write(text)) await once(file, "drain");
  };
  await put(`${header}\n`);
  while (written < bytes) {
    const renamed = schools.map((row) => row.replace(/^(\d+,\d*,\d*,)\d+/, (_, before) => before + urn++));
    await put(`${renamed.join("\n")}\n`);
  }
  await put(`${rows.filter((row) => !isSchool(row)).join("\n")}\n`);
  file.end();
  await once(file, "finish");
}

/** Drops the file and looks at the memory until the page has read or refused it. */
async function watched(page, address, path, patience) {
  const heaps = await heapsOf(page);
  await openWithFiles(page, address, [path]);
  const before = await page.evaluate(() => document.querySelectorAll("[role=alert]:not([hidden])").length);
  await page.evaluate(() => bench.drop(document.getElementById("bench-files")));
  const peak = { all: 0, wasm: undefined, page: 0, worker: 0 };
  let progress = false;
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const [state, { own, workers }, memory] = await Promise.all([page.evaluate(stateOf), heaps(), workerMemory(page)]);
    progress ||= state.progress;
    note(peak, memory, own, workers);
    if (state.shown.includes("england_ks4final.csv")) return { outcome: "read", peak, progress };
    if (state.alerts.length > before) return { outcome: `refused: ${state.alerts.at(-1)}`, peak, progress };
    await page.waitForTimeout(PAUSE);
  }
  return { outcome: `not read in ${milliseconds(patience)}`, peak, progress };
}

/** The bytes of the worker's wasm memory (assets/worker.js keeps what the program exports, under names as short as
 * the optimiser makes them); nothing where none is there. */
async function workerMemory(page) {
  const [worker] = page.workers();
  const size = () =>
    Object.values(globalThis.wasm ?? {}).find((one) => one instanceof WebAssembly.Memory)?.buffer.byteLength;
  return worker?.evaluate(size).catch(() => undefined);
}

/** Notes what was seen. The browser tells of heaps and array buffers; wasm memory is neither. */
function note(peak, told, own, workers) {
  const held = ({ usedSize, backingStorageSize }) => usedSize + backingStorageSize;
  const worker = workers.reduce((all, heap) => all + held(heap), 0);
  if (told !== undefined) peak.wasm = Math.max(peak.wasm ?? 0, told);
  peak.page = Math.max(peak.page, held(own));
  peak.worker = Math.max(peak.worker, worker);
  peak.all = Math.max(peak.all, (told ?? peak.wasm ?? 0) + held(own) + worker);
}

/** In the page: what it shows of its work. */
function stateOf() {
  const bar = document.querySelector("[role=progressbar], progress");
  return {
    progress: Boolean(bar?.checkVisibility()),
    shown: document.querySelector(".file-name")?.textContent ?? "",
    alerts: [...document.querySelectorAll("[role=alert]:not([hidden])")].map((alert) => alert.textContent.slice(0, 200)),
  };
}

/** Gives what asks the browser for the heaps of the page and of its workers. */
async function heapsOf(page) {
  const session = await page.context().newCDPSession(page);
  const workers = new Set();
  const answers = new Map();
  let number = 0;
  session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type === "worker") workers.add(sessionId);
  });
  session.on("Target.detachedFromTarget", ({ sessionId }) => workers.delete(sessionId));
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result } = JSON.parse(message);
    answers.get(id)?.(result);
    answers.delete(id);
  });
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const ofWorker = async (sessionId) => {
    const id = (number += 1);
    const answer = new Promise((resolve) => {
      answers.set(id, resolve);
      // A busy worker answers only when it has finished.
      setTimeout(resolve, 2000);
    });
    await session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method: "Runtime.getHeapUsage" }) });
    return answer;
  };
  return async () => {
    const own = await session.send("Runtime.getHeapUsage");
    const theirs = await Promise.all([...workers].map((worker) => ofWorker(worker).catch(() => undefined)));
    return { own, workers: theirs.filter(Boolean) };
  };
}

/** Milliseconds from the press on Cancel to the end of the progress; nothing where there is no such button. */
async function timeCancel(page, address, path) {
  await openWithFiles(page, address, [path]);
  await page.evaluate(() => bench.drop(document.getElementById("bench-files")));
  const button = page.getByRole("button", { name: "Cancel" });
  const came = await button.waitFor({ timeout: 5000 }).then(
    () => true,
    () => false,
  );
  if (!came) return undefined;
  return button.evaluate(async (button) => {
    const started = performance.now();
    button.click();
    while (document.querySelector("[role=progressbar], progress")?.checkVisibility()) {
      if (performance.now() - started > 10_000) return undefined;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return performance.now() - started;
  });
}
