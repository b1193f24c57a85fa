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

async function compile() {
  const answer = await fetch(address(tag.dataset.wasm));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  // Without this content type, the program cannot be compiled while it arrives.
  return answer.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.compileStreaming(answer)
    : WebAssembly.compile(await answer.arrayBuffer());
}

const program = compile();

// A policy in a page's head does not bind a worker that is loaded from a file. A worker that is started from a blob
// inherits the policy, so it can reach only the page's own folder. The worker's file has no hash in its name, so the
// hash of the glue identifies its build.
const worker = `${address("worker.js")}?${glue.slice(glue.lastIndexOf("-") + 1)}`;
const inherits = URL.createObjectURL(new Blob([`import ${JSON.stringify(worker)};`], { type: "text/javascript" }));

// A worker that is closed, or that runs out of memory, ends without an event. It holds a lock for as long as it runs,
// however slow it is, so whoever gets that lock knows that it has ended. Browsers provide locks to pages that came by
// HTTPS or from this machine.
function watch(worker, lock) {
  const ended = () => worker.dispatchEvent(new ErrorEvent("error", { message: "it ended by itself", cancelable: true }));
  worker.addEventListener("message", ({ data: [what] }) => {
    if (what === "alive") navigator.locks.request(lock, ended);
  });
}

// Starts a worker with the same program, already compiled (src/worker).
let workers = 0;
globalThis.startWorker = () => {
  const worker = new Worker(inherits, { type: "module" });
  // src/worker reports the error to whoever is waiting for an answer. It is not an error of the page.
  worker.addEventListener("error", (event) => event.preventDefault());
  workers += 1;
  const lock = `${glue} ${performance.timeOrigin} ${Math.random()} ${workers}`;
  watch(worker, lock);
  program.then((program) => worker.postMessage({ program, glue, lock }), report);
  return worker;
};

const { default: start } = await import(glue);
await start({ module_or_path: await program });
