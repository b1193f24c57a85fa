import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { drop, open, openWithTrustFile, trustFile } from "./support/page.ts";

test("no request leaves the page's own folder, and none carries data", async ({ page, baseURL }) => {
  const requests: { url: string; method: string }[] = [];
  page.on("request", (request) => requests.push({ url: request.url(), method: request.method() }));
  await openWithTrustFile(page);
  // Both workers have started: one for files, one that ranks. The whole program is here.
  await expect(page.locator(".check").last()).toContainText("Top tens are mostly noise");
  const loaded = requests.length;
  await page.getByLabel("Measure").selectOption("Attainment 8");
  await page.getByRole("link", { name: "Data", exact: true }).click();
  await page.getByRole("link", { name: "Regions", exact: true }).click();
  await drop(page, trustFile());
  await expect(page.locator(".remarks")).toBeVisible();
  expect(requests.length).toBeGreaterThan(3);
  for (const { url, method } of requests) {
    // The worker starts from a blob of the page's own.
    const own = [baseURL ?? "-", `blob:${new URL(baseURL ?? "http://-").origin}/`];
    expect(own.some((start) => url.startsWith(start)), url).toBe(true);
    expect(method).toBe("GET");
  }
  // The browser itself looks at the tab's icon again when the address changes, and a worker that is started anew asks
  // for its two scripts again.
  const again = /^blob:|\/icon-|\/worker\.js|\/trust-gap-page-\w+\.js/;
  const later = requests.slice(loaded).map(({ url }) => url).filter((url) => !again.test(url));
  expect(later).toEqual([]);
  const parts = requests.map(({ url }) => /(\w+)-\w+\.wasm$/.exec(url)?.[1]).filter((part) => part !== undefined);
  expect([...new Set(parts)].sort()).toEqual(["first", "later", "pages"]);
});

test("with the whole program here, the page needs no network", async ({ page, context }) => {
  const pages = page.waitForResponse((response) => /\/pages-\w+\.wasm$/.test(response.url()));
  await open(page);
  await page.mouse.move(100, 100);
  await (await pages).finished();
  await context.setOffline(true);
  await drop(page, trustFile());
  await expect(page.locator(".check").last()).toContainText("Top tens are mostly noise");
  await page.getByRole("link", { name: "Top ten", exact: true }).click();
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

test("nothing of the page breaks its own policy", async ({ page }) => {
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

/** A server elsewhere: another origin that counts who asks. */
async function elsewhere(): Promise<{ address: string; asked: () => string[]; close: () => void }> {
  const asked: string[] = [];
  const server = createServer((request, answer) => {
    asked.push(request.url ?? "");
    answer.setHeader("Access-Control-Allow-Origin", "*").setHeader("Content-Type", "text/javascript").end("0");
  });
  server.on("upgrade", (request, socket) => {
    asked.push(request.url ?? "");
    socket.destroy();
  });
  await new Promise<void>((listens) => server.listen(0, "127.0.0.1", listens));
  const { port } = server.address() as AddressInfo;
  return { address: `127.0.0.1:${port}`, asked: () => asked, close: () => server.close() };
}

/** Tries every way out that there is where it runs; says of each whether it was let through. */
async function tryAll(address: string): Promise<string[]> {
  const passed: string[] = [];
  const let_through = (way: string) => passed.push(way);
  await fetch(`http://${address}/fetch`).then(() => let_through("fetch"), () => undefined);
  await new Promise<void>((done) => {
    try {
      const socket = new WebSocket(`ws://${address}/socket`);
      socket.onopen = () => (let_through("WebSocket"), done());
      socket.onerror = socket.onclose = () => done();
    } catch {
      done();
    }
  });
  await new Promise<void>((done) => {
    const request = new XMLHttpRequest();
    request.onload = () => (let_through("XMLHttpRequest"), done());
    request.onerror = () => done();
    request.open("GET", `http://${address}/request`);
    request.send();
  });
  await new Promise<void>((done) => {
    try {
      const events = new EventSource(`http://${address}/events`);
      events.onopen = () => (let_through("EventSource"), done());
      events.onerror = () => (events.close(), done());
    } catch {
      done();
    }
  });
  await import(/* @vite-ignore */ `http://${address}/module.js`).then(() => let_through("import"), () => undefined);
  const scope = globalThis as unknown as { importScripts?: (address: string) => void };
  try {
    if (scope.importScripts) {
      scope.importScripts(`http://${address}/script.js`);
      let_through("importScripts");
    }
  } catch {
    // Refused, as it should be.
  }
  // What a beacon returns says only that it was queued: the server tells.
  navigator.sendBeacon?.(`http://${address}/beacon`, "figures");
  if ("Image" in globalThis) {
    await new Promise<void>((done) => {
      const image = new Image();
      image.onload = () => (let_through("image"), done());
      image.onerror = () => done();
      image.src = `http://${address}/image.svg`;
    });
  }
  return passed;
}

test("neither the page nor the worker that reads files can connect elsewhere", async ({ page }) => {
  const other = await elsewhere();
  try {
    await openWithTrustFile(page);
    const workers = page.workers();
    expect(workers.length).toBeGreaterThan(0);
    expect(await page.evaluate(tryAll, other.address)).toEqual([]);
    for (const worker of workers) expect(await worker.evaluate(tryAll, other.address)).toEqual([]);
    // The worker still has its own files.
    const own = await workers[0].evaluate(
      (address) => fetch(address).then((answer) => answer.ok),
      new URL("datasets.json", page.url()).href,
    );
    expect(own).toBe(true);
    // The page has been idle long enough for what was queued when a request of its own has come back.
    expect(other.asked()).toEqual([]);
  } finally {
    other.close();
  }
});
