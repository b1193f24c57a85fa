// Starts the page's wasm in a worker. The page sends it compiled, so that nothing is loaded twice.
const tell = (reason) => postMessage(["stopped", String(reason)]);
addEventListener("error", (event) => tell(event.message));
addEventListener("unhandledrejection", (event) => tell(event.reason));

addEventListener(
  "message",
  async ({ data: { glue, first, later } }) => {
    const { default: start } = await import(glue);
    // Both parts are here before anything is asked.
    globalThis.loadLaterPart = () => {};
    globalThis.wasm = await start({ module_or_path: first });
    if (later) new WebAssembly.Instance(later, { p: globalThis.wasm });
  },
  { once: true },
);
