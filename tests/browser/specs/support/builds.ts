// Serves a copy of the built page that a test can replace by another build, as a deploy does.
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import express from "express";

const DIST = fileURLToPath(new URL("../../../../dist", import.meta.url));

/** A line of the scripts' lists of files (`cargo xtask stamp`). */
const LISTED = /"([^"\n]*)": "sha256-[^"]*"/g;

export interface Site {
  /** Where the page is. */
  address: string;
  folder: string;
  /** What was asked for, from the server's top. */
  asked: string[];
  /** Puts another build in the place of this one. The names of its program are other ones, and all its scripts. */
  deploy: () => void;
  /** The build's id. */
  build: () => string;
  /** Nothing is answered any more. */
  stop: () => Promise<void>;
}

/** Serves a copy of the page, with what is put before its service worker. */
export async function serve(beforeServiceWorker = ""): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "trust-gap-site-"));
  cpSync(DIST, folder, { recursive: true });
  const asked: string[] = [];
  const path = "/a/page/";
  const server = express()
    .use((request, _, next) => {
      asked.push(request.url);
      next();
    })
    .get(`${path}service-worker.js`, (_, response) => {
      response.type("text/javascript").send(`${beforeServiceWorker}${readFileSync(join(folder, "service-worker.js"), "utf8")}`);
    })
    // Cached for a while, as by hosts of static pages.
    .use(path, express.static(folder, { maxAge: "10m" }))
    .listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    folder,
    asked,
    deploy: () => rebuild(folder),
    build: () => buildOf(folder),
    stop: () => stop(server, folder),
  };
}

function stop(server: Server, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  server.closeAllConnections();
  return new Promise((stopped) => server.close(() => stopped()));
}

const buildOf = (folder: string): string =>
  /data-build="?([0-9a-f]{16})/.exec(readFileSync(join(folder, "index.html"), "utf8"))?.[1] ?? "";

const hashOf = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("base64");

/** Makes another build of what is in a folder: other scripts, another program, another id, and hashes that fit. */
function rebuild(folder: string): void {
  const change = (name: string, by: (text: string) => string): void => {
    const path = join(folder, name);
    writeFileSync(path, by(readFileSync(path, "utf8")));
  };
  const reversed = (text: string): string => [...text].reverse().join("");
  const old = buildOf(folder);
  const id = reversed(old);
  const names = readdirSync(folder);
  const hash = (of: RegExp): string => names.map((file) => of.exec(file)?.[1]).find(Boolean) ?? "";
  const [page, later] = [hash(/^trust-gap-page-([0-9a-f]+)\.js$/), hash(/^later-([0-9a-f]+)\.js$/)];
  const renamed = (text: string): string =>
    text.replaceAll(old, id).replaceAll(page, reversed(page)).replaceAll(later, reversed(later));
  for (const file of names.filter((file) => file.includes(page) || file.includes(later))) {
    renameSync(join(folder, file), join(folder, renamed(file)));
  }
  // The program names the script that loads its later part.
  const program = join(folder, `trust-gap-page-${reversed(page)}_bg.wasm`);
  writeFileSync(program, renamed(readFileSync(program, "latin1")), "latin1");
  for (const script of ["worker.js", "trust-gap-worker.js"]) change(script, (text) => `${text}\n// Another build.\n`);
  // A custom section without a name, which programs ignore.
  const worker = join(folder, "trust-gap-worker_bg.wasm");
  writeFileSync(worker, Buffer.concat([readFileSync(worker), Buffer.from([0, 1, 0])]));
  const fitted = (text: string): string =>
    renamed(text).replaceAll(LISTED, (_, address: string) => {
      const file = address.split("?")[0] || "index.html";
      return `"${address}": "sha256-${hashOf(join(folder, file))}"`;
    });
  const scripts = [`trust-gap-page-${reversed(page)}.js`, `later-${reversed(later)}.js`];
  for (const file of [...scripts, "index.html"]) change(file, renamed);
  for (const file of ["boot.js", "service-worker.js"]) change(file, fitted);
}
