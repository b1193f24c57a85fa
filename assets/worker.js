// Starts the page's wasm in a worker. The page sends it compiled, so that nothing is loaded twice.
//
// The page hears of an error by itself, but not of a promise that fails.
addEventListener("unhandledrejection", (event) => postMessage(["stopped", String(event.reason)]));

// What few files need is in the pages' part, which the page may not have fetched yet.
function compileNow(address) {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.responseType = "arraybuffer";
  request.send();
  if (request.status !== 200) throw new Error(`${address}: ${request.status}`);
  return new WebAssembly.Module(request.response);
}

addEventListener(
  "message",
  async ({ data: { glue, parts, pages, lock } }) => {
    // Held for as long as this lives: the page waits for it (assets/boot.js).
    navigator.locks?.request(lock, () => {
      postMessage(["alive"]);
      return new Promise(() => {});
    });
    addEventListener("message", ({ data: { late } }) => (parts[2] ??= late));
    const { default: start } = await import(glue);
    let added = 0;
    globalThis.loadPart = (part, exports) => {
      while (added < part) {
        added += 1;
        parts[added] ??= compileNow(pages);
        new WebAssembly.Instance(parts[added], { p: exports });
      }
    };
    globalThis.wasm = await start({ module_or_path: parts[0] });
  },
  { once: true },
);
