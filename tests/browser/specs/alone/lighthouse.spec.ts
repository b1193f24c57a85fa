// Lighthouse's scores for the built page, compressed as on most servers.
import { expect, test } from "@playwright/test";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

/** What is aimed at, in hundredths. How fast it is depends on the machine: it is printed, not asserted. */
const PERFORMANCE = 95;

const DEVICES = [
  ["a phone, four times slower", undefined],
  ["a desk", desktopConfig],
] as const;

for (const [device, config] of DEVICES) {
  test(`Lighthouse finds no fault with the page on ${device}`, async ({ baseURL }) => {
    const browser = await launch({
      chromePath: process.env.TRUST_GAP_BROWSER,
      chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"],
    });
    try {
      const address = new URL("/compressed/", baseURL).href;
      const run = await lighthouse(address, { port: browser.port, output: "json", logLevel: "silent" }, config);
      const categories = Object.values(run?.lhr.categories ?? {});
      const scores = Object.fromEntries(categories.map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]));
      const audits = Object.values(run?.lhr.audits ?? {});
      const against = audits.filter(({ score }) => score === 0).map(({ id, title }) => `${id}: ${title}`);
      console.log(`Lighthouse on ${device}: ${JSON.stringify(scores)}; aimed at: performance ${PERFORMANCE}`);
      expect(scores, against.join("\n")).toMatchObject({ accessibility: 100, "best-practices": 100 });
      expect(against.filter((audit) => audit.startsWith("label-content-name-mismatch"))).toEqual([]);
    } finally {
      browser.kill();
    }
  });
}
