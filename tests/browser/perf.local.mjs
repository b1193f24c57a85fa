import { chromium } from "@playwright/test";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const rate of [1, 4]) {
  const p = await b.newPage({ viewport: { width: 1280, height: 900 } });
  const c = await p.context().newCDPSession(p); await c.send("Emulation.setCPUThrottlingRate", { rate });
  await p.goto("http://127.0.0.1:8099/"); await p.waitForSelector(".regional-gap svg.picture");
  console.log(rate, await p.evaluate(() => [performance.now(), performance.getEntriesByName("first-contentful-paint")[0]?.startTime, performance.getEntriesByType("longtask").length]));
  const t = await p.evaluate(async () => { const s = document.querySelector("#measure"); const out = []; for (const v of ["att8", "p8", "em5", "em4", "ebacc5"]) { const t0 = performance.now(); s.value = v; s.dispatchEvent(new Event("change", { bubbles: true })); await new Promise((r) => requestAnimationFrame(() => setTimeout(r, 0))); out.push(Math.round(performance.now() - t0)); } return out; });
  console.log("rule changes", t);
  await p.close();
}
await b.close();
