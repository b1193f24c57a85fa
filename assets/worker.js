// Starts the worker's program. The page sends it compiled, so that nothing is loaded twice.
//
// The page hears of an error by itself, but not of a promise that fails.
addEventListener("unhandledrejection", (event) => postMessage(["stopped", String(event.reason)]));

addEventListener(
  "message",
  async ({ data: { glue, program, lock } }) => {
    // Held for as long as this lives: the page waits for it (assets/boot.js).
    navigator.locks?.request(lock, () => {
      postMessage(["alive"]);
      return new Promise(() => {});
    });
    const { default: start } = await import(glue);
    globalThis.wasm = await start({ module_or_path: program });
  },
  { once: true },
);
