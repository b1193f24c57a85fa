// Keeps the page's own files, so that the page opens without a network once it has been visited.
//
// It answers requests for exactly the files listed here and leaves every other request alone. A file that a user opens
// is no request, so it never comes here. It makes no requests except for these files, and keeps nothing else.
const BUILD = "BUILD-ID";

// The files by their addresses in the page's folder, each with the hash of its bytes (`cargo xtask stamp`).
const FILES = "OWN-FILES";

const FOLDER = new URL("./", location).href;
// Other folders of the same server may hold other copies of the page.
const CACHES = `trust-gap ${FOLDER} `;
const CACHE = CACHES + BUILD;

// The hash keeps two builds from being mixed: a file of another build is refused, and the browser tries again later.
async function fetchFile(address, integrity) {
  const options = { integrity, priority: "low" };
  // Usually the browser has just fetched it for the page. If what it has is of another build, the server is asked.
  return fetch(address, options).catch(() => fetch(address, { ...options, cache: "no-cache" }));
}

async function keepFiles() {
  const cache = await caches.open(CACHE);
  for (const [name, hash] of Object.entries(FILES)) {
    const address = FOLDER + name;
    if (!(await cache.match(address))) await cache.put(address, await fetchFile(address, hash));
  }
}

addEventListener("install", (event) => event.waitUntil(keepFiles()));

// A newer build waits until no page of the older one is open, or until the user asks for it.
addEventListener("message", ({ data }) => {
  if (data === "use this version") skipWaiting();
});

// By now no open page needs an older build's files: a page holds all that it needs once it is at rest.
async function begin() {
  const older = (await caches.keys()).filter((name) => name.startsWith(CACHES) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
  // The page of the first visit counts as open, too, so that a newer build waits for it.
  await clients.claim();
}

addEventListener("activate", (event) => event.waitUntil(begin()));

// The name under which a request's answer is listed above, if it is.
function nameOf({ mode, url }) {
  const address = new URL(url);
  address.hash = "";
  if (mode === "navigate") {
    address.search = "";
    address.pathname = address.pathname.replace(/\/index\.html$/, "/");
  }
  return address.href.startsWith(FOLDER) ? address.href.slice(FOLDER.length) : undefined;
}

async function answer(name, request) {
  const kept = await caches.match(FOLDER + name, { cacheName: CACHE, ignoreVary: true });
  // The browser may have removed it, to make room.
  return kept ?? fetch(request);
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const name = nameOf(request);
  if (request.method === "GET" && Object.hasOwn(FILES, name)) event.respondWith(answer(name, request));
});
