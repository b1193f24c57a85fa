import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
// usage: node shot.local.mjs hash tag file...
const [hash, tag, ...files] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const [w, scheme] of [[1280, "light"], [375, "dark"]]) {
  const p = await b.newPage({ viewport: { width: w, height: 900 }, colorScheme: scheme });
  p.on("pageerror", (e) => console.log("ERR", e.message)); p.on("console", (m) => m.type() === "error" && console.log("CON", m.text()));
  await p.goto("http://127.0.0.1:8099/" + hash);
  await p.waitForSelector("#loading", { state: "detached" });
  if (files.length) {
    const given = files.map((f) => ({ name: basename(f), base64: readFileSync(f).toString("base64") }));
    const t = await p.evaluateHandle((fs) => { const t = new DataTransfer(); for (const f of fs) { t.items.add(new File([Uint8Array.from(atob(f.base64), (c) => c.charCodeAt(0))], f.name)); } return t; }, given);
    await p.dispatchEvent("main", "drop", { dataTransfer: t });
    await p.waitForTimeout(1500);
  }
  await p.waitForTimeout(300);
  console.log(await p.evaluate(() => [document.documentElement.scrollWidth, innerWidth, document.querySelector("h1")?.textContent, location.hash, document.querySelector(".file-counts")?.textContent, [...document.querySelectorAll(".remarks li, .error-summary li")].map((x) => x.textContent)].join(" | ")));
  await p.screenshot({ path: `/tmp/shots/${tag}-${w}.png`, fullPage: true });
  await p.close();
}
await b.close();
