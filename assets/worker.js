// Starts the worker's program. The page sends it compiled, so nothing is downloaded twice.
//
// The page receives errors as events, but not rejected promises.
addEventListener("unhandledrejection", (event) => postMessage(["stopped", String(event.reason)]));

addEventListener(
  "message",
  async ({ data: { glue, program, lock } }) => {
    // Held for as long as this worker runs: the page waits for the lock (assets/boot.js).
    navigator.locks?.request(lock, () => {
      postMessage(["alive"]);
      return new Promise(() => {});
    });
    const { default: start } = await import(glue);
    globalThis.wasm = await start({ module_or_path: program });
  },
  { once: true },
);
