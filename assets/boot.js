// Starts the page's WebAssembly. A file of its own, because the page's policy forbids inline scripts.
//
// The program is one file, so all of its parts are `wasm`: what is left of the parts is that the style of the other
// pages, and the list of a host's data sets, come when the user begins to do something.
const PARTS = ["wasm", "later", "pages"];
const tag = document.querySelector("script[data-wasm]");
const address = (part) => new URL(tag.dataset[part], document.baseURI);
const isWhole = tag.dataset.later === tag.dataset.wasm;
const startsElsewhere = /^#\/?(?!regions)\w|\?/.test(location.hash);

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

async function compile(part) {
  const answer = await fetch(address(part));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  // Without its type a program can be compiled when all of it is here, not while it arrives.
  return answer.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.compileStreaming(answer)
    : WebAssembly.compile(await answer.arrayBuffer());
}

function compileNow(part) {
  const request = new XMLHttpRequest();
  request.open("GET", address(part), false);
  // A request that is waited for gives nothing but text: here a letter is a byte.
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status !== 200) throw new Error(`${request.responseURL}: ${request.status}`);
  return new WebAssembly.Module(Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0)));
}

// The parts by number: compiled, on their way, and how many are in the program beside the first.
const compiled = [];
const coming = [];
let added = 0;
let tellPages;
const hasPages = new Promise((pages) => (tellPages = pages));

function add(part, exports) {
  while (added < part) {
    added += 1;
    new WebAssembly.Instance(compiled[added], { p: exports });
  }
}

// The program calls this when it needs a part at once (src/app/parts.rs).
globalThis.loadPart = (part, exports) => {
  for (let each = added + 1; each <= part; each += 1) compiled[each] ??= compileNow(PARTS[each]);
  add(part, exports);
};

// Names without a hash are told from those of another build by the glue's.
const beside = (name) => {
  const { href } = address("js");
  return new URL(`${name}?${href.slice(href.lastIndexOf("-") + 1)}`, document.baseURI);
};

// What pages look like comes with them.
const fetchStyle = () =>
  new Promise((done, fail) => {
    const style = document.createElement("link");
    Object.assign(style, { rel: "stylesheet", href: beside("pages.css"), onload: done, onerror: fail });
    document.head.append(style);
  });

// A part that has not come can be asked for again.
const fetchPart = (part) =>
  (coming[part] ??= Promise.all([compile(PARTS[part]), part === 2 && fetchStyle()]).then(
    ([module]) => {
      compiled[part] ??= module;
      if (part === 2) tellPages(compiled[part]);
    },
    (reason) => {
      coming[part] = undefined;
      throw reason;
    },
  ));

// The page marks it; where there is no chart to draw, some seconds must do.
const firstChart = () =>
  new Promise((drawn) => {
    setTimeout(drawn, 5000);
    new PerformanceObserver((marks) => {
      if (marks.getEntriesByName("first-chart").length) drawn();
    }).observe({ type: "mark", buffered: true });
  });

// A policy in a page's head does not bind a worker that is loaded from a file. One that is started from a blob inherits
// it, and so can reach nothing but the page's own folder, either.
const inherits = URL.createObjectURL(
  new Blob([`import ${JSON.stringify(beside("worker.js").href)};`], { type: "text/javascript" }),
);

// A worker that is closed, or for which there is no memory left, ends without an event. It holds a lock for as long as
// it lives, however slow it is: whoever gets that lock after it knows. Browsers have locks for pages that came by HTTPS
// or from this machine.
let workers = 0;
function watch(worker, lock) {
  const ended = () => worker.dispatchEvent(new ErrorEvent("error", { message: "it ended by itself", cancelable: true }));
  worker.addEventListener("message", ({ data: [what] }) => {
    if (what === "alive") navigator.locks.request(lock, ended);
  });
}

// A worker on the same program, which it gets compiled (src/app/reading/desk.rs). What asks for it is in the later
// part, so that is here.
globalThis.startWorker = () => {
  const worker = new Worker(inherits, { type: "module" });
  // Whoever has asked for something is told by src/app/worker; it is no fault of the page.
  worker.addEventListener("error", (event) => event.preventDefault());
  workers += 1;
  const lock = `${address("js").href} ${performance.timeOrigin} ${Math.random()} ${workers}`;
  watch(worker, lock);
  const { href } = address("js");
  const pages = address("pages").href;
  first.then((first) => worker.postMessage({ parts: [first, compiled[1], compiled[2]], pages, glue: href, lock }), tell);
  if (!compiled[2]) hasPages.then((late) => worker.postMessage({ late }));
  return worker;
};

let hasStarted;
const started = new Promise((exports) => (hasStarted = exports));
const drawn = startsElsewhere ? Promise.resolve() : firstChart();

async function bring(part) {
  const exports = await started;
  if (!isWhole) {
    if (part === 1) await drawn;
    await Promise.all(PARTS.slice(1, part + 1).map((_, before) => fetchPart(before + 1)));
    add(part, exports);
  } else if (part === 2) {
    await (coming[part] ??= fetchStyle());
    tellPages();
  }
  if (part === 2) dispatchEvent(new Event("pages"));
}

// What need not be at once waits for a part (src/app/parts.rs): it has it fetched, or lets others ask for the pages'.
globalThis.whenPartIsHere = (part, isAskedFor, act) =>
  Promise.resolve(isAskedFor || hasPages)
    .then(() => bring(part))
    .then(
      () => act(true),
      () => act(false),
    );

const first = compile("wasm");
const [{ default: start }] = await Promise.all([
  import(address("js")),
  ...(startsElsewhere && !isWhole ? [fetchPart(1), fetchPart(2)] : []),
]);
hasStarted(await start({ module_or_path: await first }));

// Should a part not come, the first call into it asks for it once more, and tells.
const bringIfItComes = (part) => void bring(part).catch(() => {});
bringIfItComes(1);

// Whoever begins to do something will want all of it: also without a network, and before there is a file.
for (const deed of ["pointermove", "pointerdown", "keydown", "wheel", "dragenter"])
  addEventListener(deed, () => drawn.then(() => bringIfItComes(2)), { once: true, passive: true });
