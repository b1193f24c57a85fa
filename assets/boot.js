// Starts the page's WebAssembly. A file of its own, because the page's policy forbids inline scripts.
const tag = document.querySelector("script[data-wasm]");

// A panic tells its own story (src/app/crash.rs); this is for what it cannot tell.
function tell(reason) {
  const notice = document.getElementById("crash");
  if (!notice || !notice.hidden) return;
  document.getElementById("crash-detail").textContent = String(reason);
  notice.hidden = false;
}

addEventListener("error", (event) => tell(event.message));
addEventListener("unhandledrejection", (event) => tell(event.reason));

const { default: start } = await import(new URL(tag.dataset.js, document.baseURI));
await start({ module_or_path: new URL(tag.dataset.wasm, document.baseURI) });
