// Serves the built page at a free port, below a path, because it must work wherever a web server puts it. A second path
// serves it compressed, as most servers do. The debug page with the component gallery is beside it.
import { fileURLToPath } from "node:url";
import compression from "compression";
import express from "express";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const debug = fileURLToPath(new URL("../../target/gallery", import.meta.url));
const path = "/some/sub-path/";

const server = express()
  .use("/compressed/", compression({ filter: () => true }), express.static(dist, { maxAge: "30d" }))
  // Cached for a while, as by hosts of static pages, so that a restarted worker needs no network.
  .use(path, express.static(dist, { maxAge: "10m" }))
  .use("/gallery/", express.static(debug))
  .listen(0, "127.0.0.1", () => {
    console.log(`Serving at http://127.0.0.1:${server.address().port}${path}`);
  });
