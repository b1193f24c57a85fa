// Starts the page's WebAssembly. A file of its own, because the page's policy forbids inline scripts.
const tag = document.querySelector("script[data-wasm]");

function tellThatItFailed(reason) {
  const notice = document.getElementById("crash");
  const detail = document.getElementById("crash-detail");
  if (detail) detail.textContent = String(reason);
  if (notice) notice.hidden = false;
  document.getElementById("loading")?.remove();
}

try {
  const { default: start } = await import(new URL(tag.dataset.js, document.baseURI));
  await start({ module_or_path: new URL(tag.dataset.wasm, document.baseURI) });
} catch (error) {
  // A panic has told its story already (src/app/crash.rs); this is for what fails before it can.
  const notice = document.getElementById("crash");
  if (notice?.hidden !== false) tellThatItFailed(error);
}
