// A static server as strict as a careful host: compressed answers, no inline script or style, nothing of
// other origins. A site stands under a path, as on the pages of a code host.

import { createServer } from "node:http";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

import { BASE } from "./sites.mjs";

export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".jpg": "image/jpeg",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};
const COMPRESSED = /^(text|application)\/|svg/;

/** The file of a request, or nothing: a folder is its `index.html`, and no path leads out of it. */
function fileAt(mounts, pathname) {
  const mount = Object.keys(mounts).find((prefix) => pathname.startsWith(prefix));
  if (!mount) return null;
  const root = mounts[mount];
  let file = path.join(root, decodeURIComponent(pathname.slice(mount.length)));
  if (file !== root && !file.startsWith(root + path.sep) && !`${file}${path.sep}`.startsWith(root)) return null;
  if (pathname.endsWith("/")) file = path.join(file, "index.html");
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

/** Serves folders, each under its path. `headers` go with every answer. */
export async function serve(mounts, headers = { "content-security-policy": POLICY }) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = fileAt(mounts, pathname);
    if (!file) {
      response.writeHead(404, { "content-type": "text/plain" }).end("There is nothing here.");
      return;
    }
    const type = TYPES[path.extname(file)] ?? "application/octet-stream";
    const answer = { ...headers, "content-type": type };
    let body = readFileSync(file);
    if (COMPRESSED.test(type) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
      body = gzipSync(body);
      answer["content-encoding"] = "gzip";
    }
    response.writeHead(200, { ...answer, "content-length": body.length }).end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Serves a site under the path that it was built for. */
export async function serveSite(site) {
  const { origin, close } = await serve({ [BASE.pathname]: site.folder });
  const address = (file) => origin + BASE.pathname + file.split("/").map(encodeURIComponent).join("/");
  return { origin, address, close };
}
