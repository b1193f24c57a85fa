// Serves folders of this machine on loopback: nothing that is timed comes from a network.
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const KINDS = {
  ".css": "text/css",
  ".csv": "text/csv",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".bin": "application/octet-stream",
};

// An isolated page may read the clock to 5 microseconds instead of 100.
const ALONE = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

/** The bytes as servers send them that compress ahead of time. */
export function brotli(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params });
}

/**
 * Serves each folder below its path, at a free port; gives the address and how to stop.
 *
 * @param {Record<string, string>} folders such as `{ "/page/": "/somewhere/dist" }`
 * @param {{ alone?: boolean, compressed?: boolean }} options whether pages are to have a process to themselves, and
 *   files are sent by brotli
 */
export async function serve(folders, { alone = false, compressed = false } = {}) {
  const sent = new Map();
  const server = createServer((request, response) => {
    const file = fileFor(folders, new URL(request.url, "http://localhost").pathname);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    const kind = KINDS[extname(file.path)] ?? "application/octet-stream";
    if (compressed) {
      // Once each: a server that compresses has it ready.
      const bytes = sent.get(file.path) ?? brotli(readFileSync(file.path));
      sent.set(file.path, bytes);
      response.writeHead(200, { "Content-Type": kind, "Content-Length": bytes.length, "Content-Encoding": "br" });
      response.end(bytes);
      return;
    }
    response.writeHead(200, { "Content-Type": kind, "Content-Length": file.size, ...(alone ? ALONE : {}) });
    createReadStream(file.path).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function fileFor(folders, asked) {
  const path = decodeURIComponent(asked);
  const below = Object.keys(folders).find((prefix) => path.startsWith(prefix));
  if (!below) return undefined;
  const folder = normalize(folders[below]);
  const file = join(folder, path.slice(below.length) || "index.html");
  // An address may not lead out of its folder.
  if (!file.startsWith(folder + sep)) return undefined;
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? { path: file, size: found.size } : undefined;
}
