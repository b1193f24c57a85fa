// Starts the worker's program. The page sends it compiled, and this script after the program's own script
// (assets/boot.js), which defines `wasm_bindgen`, so nothing is fetched here.
//
// The page receives errors as events, but not rejected promises.
addEventListener("unhandledrejection", (event) => postMessage(["stopped", String(event.reason)]));

addEventListener(
  "message",
  async ({ data: { program, lock } }) => {
    // Held for as long as this worker runs: the page waits for the lock (assets/boot.js).
    navigator.locks?.request(lock, () => {
      postMessage(["alive"]);
      return new Promise(() => {});
    });
    globalThis.wasm = await wasm_bindgen({ module_or_path: program });
  },
  { once: true },
);
