// The browser in which everything is timed.
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

/** What each page has before its own programs: the means of telling when something is painted. */
const PAINTED = { path: fileURLToPath(new URL("./page/painted.js", import.meta.url)) };

/** Starts it without a window. The switches are those of tests/browser/playwright.config.ts, and exact figures of memory. */
export function start(executablePath) {
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--enable-precise-memory-info",
    ],
  });
}

/** Opens a page in a context of its own, which shares no cache with others; `use` does something with it. */
export async function inFreshPage(browser, use) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    // It would fetch the page's files once more, while others are timed.
    serviceWorkers: "block",
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(PAINTED);
    return await use(page);
  } finally {
    await context.close();
  }
}
