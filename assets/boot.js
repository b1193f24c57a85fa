// Starts the page's WebAssembly. A file of its own, because the page's policy forbids inline scripts.
//
// The program comes in two parts (xtask/src/split): what the first chart takes, and all else, which is fetched when
// that chart is drawn, or when something in it is called before. A build for trying out is whole: `later` is `wasm`.
const tag = document.querySelector("script[data-wasm]");
const address = (part) => new URL(tag.dataset[part], document.baseURI);
const isWhole = tag.dataset.later === tag.dataset.wasm;
const startsElsewhere = /^#\/?(data|method)\b|\?/.test(location.hash);

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

let later;

// The first part calls this when it needs the later one at once (src/app/later.rs).
globalThis.loadLaterPart = (exports) => {
  later ??= compileNow("later");
  new WebAssembly.Instance(later, { p: exports });
};

// The page marks it; where there is no chart to draw, some seconds must do.
const firstChart = () =>
  new Promise((drawn) => {
    setTimeout(drawn, 5000);
    new PerformanceObserver((marks) => {
      if (marks.getEntriesByName("first-chart").length) drawn();
    }).observe({ type: "mark", buffered: true });
  });

// A worker on the same program, which it gets compiled (src/app/reading/desk.rs). The name of its file bears no hash,
// so its address bears the glue's. What asks for it is in the later part, so both parts are here.
globalThis.startWorker = () => {
  const { href } = address("js");
  const worker = new Worker(new URL(`worker.js?${href.slice(href.lastIndexOf("-") + 1)}`, document.baseURI), {
    type: "module",
  });
  first.then((first) => worker.postMessage({ first, later, glue: href }), tell);
  return worker;
};

// What need not be at once waits for the later part, and does not fetch it (src/app/later.rs).
let laterIsHere;
const waited = new Promise((here) => (laterIsHere = here));
globalThis.whenLaterIsHere = (act) => waited.then(act);

const first = compile("wasm");
const [{ default: start }] = await Promise.all([
  import(address("js")),
  startsElsewhere && !isWhole && compile("later").then((module) => (later = module)),
]);
const exports = await start({ module_or_path: await first });

async function fetchLater() {
  if (!later) {
    await firstChart();
    later ??= await compile("later");
  }
  await WebAssembly.instantiate(later, { p: exports });
}

// Should the later part not come, the first call into it asks for it once more, and tells.
(isWhole ? Promise.resolve() : fetchLater()).then(laterIsHere, () => {});
