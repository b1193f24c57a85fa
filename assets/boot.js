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

async function compile(of) {
  const answer = await fetch(of);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  // Without this content type, the program cannot be compiled while it arrives.
  return answer.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.compileStreaming(answer)
    : WebAssembly.compile(await answer.arrayBuffer());
}

const program = compile(address(tag.dataset.wasm));

// Files without a hash in their names. Their addresses carry the build's id, so that a browser never takes a file of
// another build from its cache.
const own = (name) => address(`${name}?${tag.dataset.build}`);

async function fetchOwn(name) {
  const answer = await fetch(own(name));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer.arrayBuffer();
}

// Fetches the first part of the demonstration while the program loads (src/demonstration.rs).
const FIRST = "demonstration.bin";
const begun = new Map([[FIRST, fetchOwn(FIRST)]]);
// The error is handled where the part is used.
begun.get(FIRST).catch(() => {});
globalThis.fetchOwn = (name) => {
  const coming = begun.get(name) ?? fetchOwn(name);
  begun.delete(name);
  return coming;
};

// A policy in a page's head does not bind a worker that is loaded from a file. A worker that is started from a blob
// inherits the policy, so it can reach only the page's own folder.
const start = `import ${JSON.stringify(own("worker.js"))};`;
const inherits = URL.createObjectURL(new Blob([start], { type: "text/javascript" }));

// The worker's program, compiled once for all workers. After an error, the next worker fetches it again.
let reader;
function workerProgram() {
  reader ??= compile(own("trust-gap-worker_bg.wasm")).catch((reason) => {
    reader = undefined;
    throw reason;
  });
  return reader;
}

function fail(worker, message) {
  worker.dispatchEvent(new ErrorEvent("error", { message, cancelable: true }));
}

// A worker that is closed, or that runs out of memory, ends without an event. It holds a lock for as long as it runs,
// however slow it is, so whoever gets that lock knows that it has ended. Browsers provide locks to pages that came by
// HTTPS or from this machine.
function watch(worker, lock) {
  const ended = () => fail(worker, "it ended by itself");
  worker.addEventListener("message", ({ data: [what] }) => {
    if (what === "alive") navigator.locks.request(lock, ended);
  });
}

// Starts a worker and sends it its compiled program (src/worker.rs, crates/worker).
let workers = 0;
globalThis.startWorker = () => {
  const worker = new Worker(inherits, { type: "module" });
  // src/worker.rs reports the error to whoever is waiting for an answer. It is not an error of the page.
  worker.addEventListener("error", (event) => event.preventDefault());
  workers += 1;
  const lock = `${glue} ${performance.timeOrigin} ${Math.random()} ${workers}`;
  watch(worker, lock);
  workerProgram().then(
    (program) => worker.postMessage({ program, glue: own("trust-gap-worker.js"), lock }),
    (reason) => fail(worker, String(reason)),
  );
  return worker;
};

const { default: begin } = await import(glue);
await begin({ module_or_path: await program });
