import { defineConfig, devices } from "@playwright/test";

// `cargo xtask test` sets the browser, and counts tests from the report: see xtask/src/test.rs.
export default defineConfig({
  testDir: "specs",
  outputDir: "../../target/browser-tests",
  reporter: [["list"], ["json", { outputFile: "../../target/browser-tests.json" }]],
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 10_000 },
  // References are the same on every machine: gallery.spec.ts supplies its font.
  snapshotPathTemplate: "references/{arg}{ext}",
  use: {
    // server.mjs prints its address, which has a path below the server's root.
    baseURL: process.env.PAGE_ADDRESS,
    locale: "en-GB",
    timezoneId: "Europe/London",
    screenshot: "only-on-failure",
    // Requests that a service worker answers cannot be held or refused: offline.spec.ts tries it, on servers of its own.
    serviceWorkers: "block",
  },
  projects: [
    // Measurements run alone on the machine.
    { name: "alone", testMatch: "alone/*.spec.ts", dependencies: ["chromium"] },
    {
      name: "chromium",
      testIgnore: "alone/*.spec.ts",
      use: {
        ...devices["Desktop Chrome"],
        launchOptions: {
          executablePath: process.env.TRUST_GAP_BROWSER,
          args: [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // Letters are drawn the same on every screen.
            "--font-render-hinting=none",
            "--disable-lcd-text",
          ],
        },
      },
    },
  ],
  webServer: {
    command: "node server.mjs",
    // A named group becomes an environment variable in capitals.
    wait: { stdout: /Serving at (?<page_address>\S+)/ },
  },
});
