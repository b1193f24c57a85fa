// Starts the page's WebAssembly. A file of its own, because the page's policy forbids inline scripts, as Trunk's own
// loader is one.
const tag = document.querySelector("script[data-wasm]");
const address = (of) => new URL(of, document.baseURI).href;
const glue = address(tag.dataset.js);

// Who chose light or dark has it from the start (src/app/theme.rs).
try {
  const media = localStorage.getItem("trust-gap-dark");
  if (media) document.getElementById("dark").media = media;
} catch {
  // A browser that keeps nothing was told nothing.
}

// A panic tells its own story (src/app/crash.rs); this is for what it cannot tell.
function tell(reason) {
  const notice = document.getElementById("crash");
  if (!notice || !notice.hidden) return;
  document.getElementById("crash-detail").textContent = String(reason);
  notice.hidden = false;
}

addEventListener("error", (event) => tell(event.message));
addEventListener("unhandledrejection", (event) => tell(event.reason));

async function compile() {
  const answer = await fetch(address(tag.dataset.wasm));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  // Without its type a program can be compiled when all of it is here, not while it arrives.
  return answer.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.compileStreaming(answer)
    : WebAssembly.compile(await answer.arrayBuffer());
}

const program = compile();

// A policy in a page's head does not bind a worker that is loaded from a file. One that is started from a blob inherits
// it, and so can reach nothing but the page's own folder, either. The worker's file has no hash in its name, so it is
// told from that of another build by the glue's.
const worker = `${address("worker.js")}?${glue.slice(glue.lastIndexOf("-") + 1)}`;
const inherits = URL.createObjectURL(new Blob([`import ${JSON.stringify(worker)};`], { type: "text/javascript" }));

// A worker that is closed, or for which there is no memory left, ends without an event. It holds a lock for as long as
// it lives, however slow it is: whoever gets that lock after it knows. Browsers have locks for pages that came by HTTPS
// or from this machine.
function watch(worker, lock) {
  const ended = () => worker.dispatchEvent(new ErrorEvent("error", { message: "it ended by itself", cancelable: true }));
  worker.addEventListener("message", ({ data: [what] }) => {
    if (what === "alive") navigator.locks.request(lock, ended);
  });
}

// A worker on the same program, which it gets compiled (src/app/worker).
let workers = 0;
globalThis.startWorker = () => {
  const worker = new Worker(inherits, { type: "module" });
  // Whoever has asked for something is told by src/app/worker; it is no fault of the page.
  worker.addEventListener("error", (event) => event.preventDefault());
  workers += 1;
  const lock = `${glue} ${performance.timeOrigin} ${Math.random()} ${workers}`;
  watch(worker, lock);
  program.then((program) => worker.postMessage({ program, glue, lock }), tell);
  return worker;
};

const { default: start } = await import(glue);
await start({ module_or_path: await program });
