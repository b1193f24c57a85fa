import { chromium } from "@playwright/test";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const [w, scheme] of [[1280,"light"],[375,"dark"]]) {
const p = await b.newPage({ viewport: { width: w, height: 900 }, colorScheme: scheme });
p.on("pageerror", (e) => console.log("ERR", e.message));
await p.goto("http://127.0.0.1:8099/"); await p.waitForSelector("#loading", { state: "detached" });
await p.locator("input[type=file]").first().setInputFiles(["/tmp/mine 2022-23.csv"]);
await p.getByRole("button",{name:"Say what its columns are"}).click();
await p.screenshot({ path: `/tmp/shots/map-${w}.png`, fullPage: true });
console.log(await p.evaluate(()=>[document.documentElement.scrollWidth, ...[...document.querySelectorAll(".mapped select")].filter(s=>s.value).map(s=>s.id+"="+s.value)].join("\n")));
await p.getByRole("button",{name:"Use this file"}).click();
await p.waitForTimeout(500);
console.log(await p.evaluate(()=>[document.querySelector("h1").textContent,document.querySelector(".file-counts")?.textContent, [...document.querySelectorAll(".remarks li, .error-summary li")].map((x) => x.textContent)].join(" | ")));
await p.screenshot({ path: `/tmp/shots/mapped-${w}.png`, fullPage: true });
}
await b.close();
