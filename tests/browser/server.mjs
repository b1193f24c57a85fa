// Serves the page that was built, at a free port, below a path: it must work wherever a web server puts it. Below
// another it is compressed, as it is on most; and beside it stands the debug page, which has the component gallery.
import { fileURLToPath } from "node:url";
import compression from "compression";
import express from "express";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const debug = fileURLToPath(new URL("../../target/gallery", import.meta.url));
const path = "/some/sub-path/";

const server = express()
  .use("/compressed/", compression({ filter: () => true }), express.static(dist, { maxAge: "30d" }))
  // Kept for a while, as hosts of static pages have it: a worker that starts anew needs no network.
  .use(path, express.static(dist, { maxAge: "10m" }))
  .use("/gallery/", express.static(debug))
  .listen(0, "127.0.0.1", () => {
    console.log(`Serving at http://127.0.0.1:${server.address().port}${path}`);
  });
