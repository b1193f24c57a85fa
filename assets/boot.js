// Starts the page's WebAssembly. It is a separate file because the page's policy forbids inline scripts, and Trunk's own
// loader is an inline script.
const tag = document.querySelector("script[data-wasm]");
const address = (of) => new URL(of, document.baseURI).href;
const glue = address(tag.dataset.js);

// Applies a chosen light or dark theme before the first paint (src/theme.rs).
try {
  const media = localStorage.getItem("trust-gap-dark");
  if (media) document.getElementById("dark").media = media;
} catch {
  // Without storage no theme was chosen.
}

// A panic shows its own message (src/crash.rs). This shows every other error.
function report(reason) {
  const notice = document.getElementById("crash");
  if (!notice || !notice.hidden) return;
  document.getElementById("crash-detail").textContent = String(reason);
  notice.hidden = false;
}

addEventListener("error", (event) => report(event.message));
addEventListener("unhandledrejection", (event) => report(event.reason));

// Until the program has drawn the page (index.html has its picture), its controls do nothing, and files that are dropped
// wait for the program: the browser would open them in place of the page.
for (const control of document.querySelectorAll("#first-page :is(button, select, input)")) control.inert = true;
const early = [];
const hold = (event) => {
  event.preventDefault();
  if (event.type === "drop") early.push(...event.dataTransfer.files);
};
for (const type of ["dragover", "drop"]) addEventListener(type, hold);
// Called when the page listens itself (src/hooks/use_dropped_files.rs).
globalThis.takeEarlyFiles = () => {
  for (const type of ["dragover", "drop"]) removeEventListener(type, hold);
  return early.splice(0);
};

// Compiles a program that is being fetched.
async function compile(coming) {
  const answer = await coming;
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  // Without this content type, the program cannot be compiled while it arrives.
  return answer.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.compileStreaming(answer)
    : WebAssembly.compile(await answer.arrayBuffer());
}

// The first page is in index.html, and is painted before its program is compiled. The program is on its way meanwhile:
// index.html preloads it. A page that is opened in the background is painted when somebody looks at it.
const painted = document.hidden
  ? Promise.resolve()
  : new Promise((then) => requestAnimationFrame(() => setTimeout(then)));

const program = painted.then(() => compile(fetch(address(tag.dataset.wasm))));

// The files without a hash in their names, each with the hash of its bytes (`cargo xtask stamp`).
const OWN = "OWN-FILES";

// Their addresses carry the build's id, so that a browser never takes a file of another build from its cache. The
// server may have a newer build by now: its file does not have the hash, and is refused.
async function fetchFile(name) {
  const file = address(`${name}?${tag.dataset.build}`);
  const integrity = OWN[name];
  // The cache may hold such a file while the server has the right one again.
  return fetch(file, { integrity }).catch(() => fetch(file, { integrity, cache: "no-cache" }));
}

// Fetches the first part of the demonstration while the program loads (src/demonstration.rs).
const FIRST = "demonstration.bin";
const fetchBytes = async (name) => (await fetchFile(name)).arrayBuffer();
const begun = new Map([[FIRST, painted.then(() => fetchBytes(FIRST))]]);
// The error is handled where the part is used.
begun.get(FIRST).catch(() => {});
let latestPart;
globalThis.fetchOwn = (name) => {
  latestPart = begun.get(name) ?? fetchBytes(name);
  begun.delete(name);
  return latestPart;
};

// The worker's program and the address of its scripts. They are fetched once for all workers: a later worker needs no
// network, and is of the same build as the page whatever the server has by then.
async function fetchWorker() {
  const text = async (name) => (await fetchFile(name)).text();
  const [program, ...scripts] = await Promise.all([
    compile(fetchFile("trust-gap-worker_bg.wasm")),
    text("trust-gap-worker.js"),
    text("worker.js"),
  ]);
  // A policy in a page's head does not bind a worker that is loaded from a file. A worker that is started from a blob
  // inherits the policy, so it can reach only the page's own folder.
  const script = new Blob([scripts.join("\n")], { type: "text/javascript" });
  return { program, start: URL.createObjectURL(script) };
}

// After an error, the next worker fetches them again.
let parts;
function workerParts() {
  parts ??= fetchWorker().catch((reason) => {
    parts = undefined;
    throw reason;
  });
  return parts;
}

// A worker that is closed, or that runs out of memory, ends without an event. It holds a lock for as long as it runs,
// however slow it is, so whoever gets that lock knows that it has ended. Browsers provide locks to pages that came by
// HTTPS or from this machine.
function watch(worker, lock) {
  const ended = () =>
    worker.dispatchEvent(new ErrorEvent("error", { message: "it ended by itself", cancelable: true }));
  worker.addEventListener("message", ({ data: [what] }) => {
    if (what === "alive") navigator.locks.request(lock, ended);
  });
}

// Starts a worker and sends it its compiled program (src/worker.rs, crates/worker), or fails if its parts cannot be
// fetched.
let workers = 0;
globalThis.startWorker = async () => {
  const coming = workerParts();
  keepWhenAtRest(coming);
  const { program, start } = await coming;
  const worker = new Worker(start);
  // src/worker.rs reports the error to whoever is waiting for an answer. It is not an error of the page.
  worker.addEventListener("error", (event) => event.preventDefault());
  workers += 1;
  const lock = `${glue} ${performance.timeOrigin} ${Math.random()} ${workers}`;
  watch(worker, lock);
  worker.postMessage({ program, lock });
  return worker;
};

// Has the page's own files kept for use without a network (service-worker.js), and says when a newer build has come
// (src/hooks/use_newer_version.rs).
let registration;
async function keepOwnFiles() {
  registration = await navigator.serviceWorker.register(address("service-worker.js"));
  const announce = () => {
    // The first that comes waits for nothing.
    if (registration.active && registration.waiting) dispatchEvent(new Event("newer-version"));
  };
  const watchComing = () => registration.installing?.addEventListener("statechange", announce);
  registration.addEventListener("updatefound", watchComing);
  watchComing();
  announce();
  // A page can be open for days.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) registration.update().catch(() => {});
  });
}

// The worker and the demonstration's later part are the last that the page fetches. After them it is done from the
// browser's cache where it can be, and slows nothing down. Where the browser refuses, as in some private windows, the
// page is as it is without.
let isKept = false;
async function keepWhenAtRest(coming) {
  if (isKept) return;
  isKept = true;
  await Promise.allSettled([coming, latestPart]);
  (globalThis.requestIdleCallback ?? setTimeout)(() => keepOwnFiles().catch(() => {}));
}

// Reloads the page, in its newer version if one waits. This is the only way to it while the page is open.
globalThis.reloadPage = () => {
  const waiting = registration?.waiting;
  if (!waiting) return location.reload();
  waiting.addEventListener("statechange", () => {
    if (waiting.state !== "activating") location.reload();
  });
  waiting.postMessage("use this version");
};

await painted;
const { default: begin } = await import(glue);
await begin({ module_or_path: await program });
