// The browser in which everything is timed.
import { chromium } from "playwright-core";

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
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}
