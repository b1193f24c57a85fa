import { chromium } from "@playwright/test";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const p = await b.newPage({ viewport: { width: 1280, height: 900 } });
p.on("pageerror", (e) => console.log("ERR", e.message));
await p.goto("http://127.0.0.1:8099/#data"); await p.waitForSelector("#loading", { state: "detached" });
const t0=Date.now();
await p.locator("input[type=file]").first().setInputFiles(["/tmp/full/england_ks4final.csv","/tmp/full/group_links.csv"]);
await p.waitForFunction(() => document.querySelector(".file-counts")?.textContent.includes("203"), null, {timeout:60000});
console.log("ms", Date.now()-t0, await p.textContent(".file-counts"));
for (const h of ["#regions","#method","#data"]) { const t=Date.now(); await p.goto("http://127.0.0.1:8099/"+h); await p.waitForTimeout(50); console.log(h, Date.now()-t); }
const t = await p.evaluate(async () => { location.hash="#method"; await new Promise(r=>setTimeout(r,500)); const out=[]; for (const v of ["1","3","none","5"]) { const s=document.querySelector("#cap"); const t0=performance.now(); s.value=v; s.dispatchEvent(new Event("change",{bubbles:true})); await new Promise((r)=>requestAnimationFrame(()=>setTimeout(r,0))); out.push(Math.round(performance.now()-t0)); } return out; });
console.log("cap changes", t); await b.close();
