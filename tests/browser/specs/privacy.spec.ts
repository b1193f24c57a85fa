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
    expect(url.startsWith(baseURL ?? "-")).toBe(true);
    expect(method).toBe("GET");
  }
  // The browser itself looks at the tab's icon again when the address changes, and a worker that is started anew asks
  // for its two scripts again.
  const again = /\/icon-|\/worker\.js|\/trust-gap-page-\w+\.js/;
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
