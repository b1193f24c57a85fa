import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { drop, go, open, openWithTrustFile, trustFile } from "./support/page.ts";

test("no request leaves the page's own folder, and none carries data", async ({ page, baseURL }) => {
  const requests: { url: string; method: string }[] = [];
  page.on("request", (request) => requests.push({ url: request.url(), method: request.method() }));
  await openWithTrustFile(page);
  // Both workers have started: one reads files, one computes ranks.
  await expect(page.locator(".check", { hasText: "Top tens" })).toContainText("Top tens are mostly noise");
  const loaded = requests.length;
  await page.getByLabel("Measure").selectOption("Attainment 8");
  await page.getByRole("link", { name: "Data", exact: true }).click();
  await page.getByRole("link", { name: "Regions", exact: true }).click();
  await drop(page, trustFile());
  await expect(page.locator(".remarks")).toBeVisible();
  expect(requests.length).toBeGreaterThan(3);
  // The script that starts a worker is in the browser's memory.
  for (const { url, method } of requests.filter(({ url }) => !url.startsWith("blob:"))) {
    expect(url.startsWith(baseURL ?? "-")).toBe(true);
    expect(method).toBe("GET");
  }
  // The browser requests the tab's icon again when the address changes. A restarted worker requests nothing.
  const again = /^blob:|\/icon\.svg/;
  const later = requests.slice(loaded).map(({ url }) => url).filter((url) => !again.test(url));
  expect(later).toEqual([]);
  // The page's program in two parts, and the workers', each fetched once.
  const programs = requests.map(({ url }) => url).filter((url) => /\.wasm(\?|$)/.test(url));
  expect(programs.filter((url) => url.includes("trust-gap-worker"))).toHaveLength(1);
  expect(new Set(programs).size).toBe(3);
  expect(programs).toHaveLength(3);
  // Files without a hash in their names carry the build's id, so no browser mixes two builds.
  const named = requests.map(({ url }) => new URL(url, baseURL)).filter(({ protocol }) => protocol !== "blob:");
  const bare = /^(|datasets\.json)$|-[0-9a-f]{8,}(_bg)?\.\w+$/;
  const build = named.map(({ search }) => search).find((search) => search !== "");
  for (const { pathname, search } of named.filter(({ pathname }) => !bare.test(pathname.split("/").at(-1) ?? ""))) {
    expect(search, pathname).toBe(build);
  }
});

test("once it is open, the page needs no network", async ({ page, context }) => {
  // The worker is the last file that a page fetches.
  const worker = page.waitForResponse((response) => /\/trust-gap-worker\.js/.test(response.url()));
  await open(page);
  await (await worker).finished();
  await context.setOffline(true);
  await drop(page, trustFile());
  await expect(page.locator(".check", { hasText: "Top tens" })).toContainText("Top tens are mostly noise");
  await go(page, "Top ten");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Top tens are mostly noise");
});

test("the policy forbids every connection elsewhere", async ({ page }) => {
  await open(page);
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy).not.toContain("unsafe-inline");
  const outcome = await page.evaluate(async () => {
    const violation = new Promise((resolve) =>
      addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective)),
    );
    await fetch("https://example.org/").catch(() => undefined);
    return violation;
  });
  expect(outcome).toBe("connect-src");
});

test("the page never violates its own policy", async ({ page }) => {
  await page.addInitScript(() => {
    (window as unknown as { broken: string[] }).broken = [];
    addEventListener("securitypolicyviolation", (event) => {
      (window as unknown as { broken: string[] }).broken.push(event.effectiveDirective);
    });
  });
  await openWithTrustFile(page);
  await page.getByRole("button", { name: "Download regional-gap.svg" }).click();
  await page.getByRole("link", { name: "Method", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The method" })).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { broken: string[] }).broken)).toEqual([]);
});

/** Another server, which counts what comes to it and would let any page in. */
async function elsewhere(): Promise<{ address: string; asked: string[]; close: () => void }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.setHeader("Access-Control-Allow-Origin", "*").end("globalThis.outside = true");
  });
  server.on("upgrade", (request, socket) => {
    asked.push(request.url ?? "");
    socket.destroy();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return { address: `127.0.0.1:${port}`, asked, close: () => server.close() };
}

/** Tries every way out; gives those that were not blocked. Runs in the page, and in a worker. */
async function tryToGetOut(address: string): Promise<string[]> {
  const out: string[] = [];
  const ways: Record<string, () => unknown> = {
    fetch: () => fetch(`http://${address}/fetch`, { mode: "no-cors" }),
    request: () =>
      new Promise((done, fail) => {
        const request = new XMLHttpRequest();
        request.open("POST", `http://${address}/request`);
        Object.assign(request, { onload: done, onerror: fail });
        request.send("figures");
      }),
    socket: () =>
      new Promise((done, fail) => {
        const socket = new WebSocket(`ws://${address}/socket`);
        Object.assign(socket, { onopen: done, onerror: fail });
      }),
    events: () =>
      new Promise((done, fail) => {
        const events = new EventSource(`http://${address}/events`);
        Object.assign(events, { onopen: done, onerror: fail });
      }),
    import: () => import(`http://${address}/import`),
    importScripts: () => (globalThis as unknown as { importScripts: (from: string) => void }).importScripts(`http://${address}/scripts`),
    image: () =>
      new Promise((done, fail) => {
        const image = new Image();
        Object.assign(image, { onload: done, onerror: fail });
        image.src = `http://${address}/image`;
      }),
    beacon: () => {
      // It only says whether it was queued. The server knows whether it arrived.
      navigator.sendBeacon(`http://${address}/beacon`, "figures");
      throw new Error("not known here");
    },
    worker: () =>
      new Promise((done, fail) => {
        const worker = new Worker(`http://${address}/worker`);
        Object.assign(worker, { onmessage: done, onerror: fail });
      }),
  };
  for (const [way, go] of Object.entries(ways)) {
    try {
      await go();
      out.push(way);
    } catch {
      // Blocked, or not available here.
    }
  }
  return out;
}

test("neither the page nor its workers can reach another server", async ({ page, context }) => {
  const { address, asked, close } = await elsewhere();
  await openWithTrustFile(page);
  await expect(page.locator(".check", { hasText: "Top tens" })).toContainText("Top tens are mostly noise");
  const workers = page.workers();
  expect(workers.length).toBeGreaterThan(0);
  for (const worker of workers) {
    // The page's policy applies there only if the worker inherits it.
    expect(worker.url()).toMatch(/^blob:/);
    expect(await worker.evaluate(tryToGetOut, address), worker.url()).toEqual([]);
  }
  expect(await page.evaluate(tryToGetOut, address)).toEqual([]);
  expect(asked).toEqual([]);
  // The server would have counted it.
  const other = await context.newPage();
  await other.goto(`http://${address}/seen`);
  expect(asked).toContain("/seen");
  close();
});
