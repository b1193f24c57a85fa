// Starts the page's wasm in a worker. The page sends it compiled, so that nothing is loaded twice.
const tell = (reason) => postMessage(["stopped", String(reason)]);
addEventListener("error", (event) => tell(event.message));
addEventListener("unhandledrejection", (event) => tell(event.reason));

addEventListener(
  "message",
  async ({ data: { glue, first, later } }) => {
    const { default: start } = await import(glue);
    // The later part is here already: nothing is waited for. The pages' part is for the page.
    globalThis.loadPart = (part, exports) => {
      if (part > 1) throw new Error(`part ${part} is not for a worker`);
      new WebAssembly.Instance(later, { p: exports });
    };
    globalThis.wasm = await start({ module_or_path: first });
  },
  { once: true },
);
