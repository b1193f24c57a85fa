// Starts the page's WebAssembly. A file of its own, because the page's policy forbids inline scripts, as Trunk's own
// loader is one.
const tag = document.querySelector("script[data-wasm]");
const address = (of) => new URL(of, document.baseURI).href;
const glue = address(tag.dataset.js);

// Who chose light or dark has it from the start (src/theme.rs).
try {
  const media = localStorage.getItem("trust-gap-dark");
  if (media) document.getElementById("dark").media = media;
} catch {
  // A browser that keeps nothing was told nothing.
}

// A panic tells its own story (src/crash.rs); this is for what it cannot tell.
function tell(reason) {
  const notice = document.getElementById("crash");
  if (!notice || !notice.hidden) return;
  document.getElementById("crash-detail").textContent = String(reason);
  notice.hidden = false;
}

addEventListener("error", (event) => tell(event.message));
addEventListener("unhandledrejection", (event) => tell(event.reason));

async function compile(of) {
  const answer = await fetch(of);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  // Without its type a program can be compiled when all of it is here, not while it arrives.
  return answer.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.compileStreaming(answer)
    : WebAssembly.compile(await answer.arrayBuffer());
}

const program = compile(address(tag.dataset.wasm));

// The files of this very build that have no hash in their names: they carry the build's id, so that a browser never
// takes one of another build from its cache.
const own = (name) => address(`${name}?${tag.dataset.build}`);

async function fetchOwn(name) {
  const answer = await fetch(own(name));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer.arrayBuffer();
}

// What the page opens on comes beside its program (src/demonstration.rs).
const FIRST = "demonstration.bin";
const begun = new Map([[FIRST, fetchOwn(FIRST)]]);
// Whoever asks for it hears whether it came.
begun.get(FIRST).catch(() => {});
globalThis.fetchOwn = (name) => {
  const coming = begun.get(name) ?? fetchOwn(name);
  begun.delete(name);
  return coming;
};

// A policy in a page's head does not bind a worker that is loaded from a file. One that is started from a blob inherits
// it, and so can reach nothing but the page's own folder, either.
const start = `import ${JSON.stringify(own("worker.js"))};`;
const inherits = URL.createObjectURL(new Blob([start], { type: "text/javascript" }));

// The worker's program, compiled once for every worker. What did not come is asked for again by the next.
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

// A worker that is closed, or for which there is no memory left, ends without an event. It holds a lock for as long as
// it lives, however slow it is: whoever gets that lock after it knows. Browsers have locks for pages that came by HTTPS
// or from this machine.
function watch(worker, lock) {
  const ended = () => fail(worker, "it ended by itself");
  worker.addEventListener("message", ({ data: [what] }) => {
    if (what === "alive") navigator.locks.request(lock, ended);
  });
}

// A worker, which gets its program compiled (src/worker.rs, crates/worker).
let workers = 0;
globalThis.startWorker = () => {
  const worker = new Worker(inherits, { type: "module" });
  // Whoever has asked for something is told by src/worker.rs; it is no fault of the page.
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
