// How much a page asks for; and that nothing in the content gets to run.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";

import { assertAtMost, assertNone } from "./lib/assert.mjs";
import { kindNamed, pageOf } from "./lib/kinds.mjs";
import { WALKED_SITES, siteNamed } from "./lib/sites.mjs";
import { openStage } from "./lib/stage.mjs";

const KB = 1024;

const stage = await openStage();

test("no script of the content runs, and no address of it is a script", async () => {
  const { pages } = siteNamed("hostile");
  for (const path of pages) {
    await stage.visit({ site: "hostile", path }, {}, async (page, seen) => {
      assertNone([...seen.foreign, ...seen.complaints], `${path} is harmless`);
      assert.notEqual(await page.title(), "taken", `a script of the content ran on ${path}`);
      const traps = await page.evaluate(() => {
        const addresses = [...document.querySelectorAll("[href], [src], [action]")];
        const isScript = (element) => ["href", "src", "action"].some((name) => /^\s*(javascript|data):/i.test(element.getAttribute(name) ?? ""));
        const handles = (element) => element.getAttributeNames().some((name) => name.startsWith("on"));
        return [...addresses.filter(isScript), ...[...document.querySelectorAll("*")].filter(handles)].map((element) => element.outerHTML.slice(0, 200));
      });
      assertNone(traps, `${path} has no address that is a script, and no handler of events`);
    });
  }
});

/** What a page is made of: the number of its requests, and its compressed bytes with and without fonts. */
async function weigh(seen) {
  await seen.settled();
  const weight = { requests: seen.requests.length, font: 0, rest: 0 };
  for (const request of seen.requests) {
    const { responseBodySize } = await request.sizes();
    weight[request.resourceType() === "font" ? "font" : "rest"] += responseBodySize;
  }
  return weight;
}

describe("budgets", () => {
  test("a timeline of 12 events: 4 requests, 25 KB, and a font of 50 KB", async () => {
    await stage.visit(pageOf(kindNamed("timeline at the root")), {}, async (page, seen) => {
      const weight = await weigh(seen);
      assertAtMost(weight.requests, 4, `requests (${seen.requests.map((request) => request.url()).join(" ")})`);
      assertAtMost(weight.rest, 25 * KB, "bytes without the font");
      assertAtMost(weight.font, 50 * KB, "bytes of the font");
    });
  });

  test("a timeline of 1,000 events: 180 KB with the font", async () => {
    await stage.visit({ site: "thousand", path: "index.html" }, {}, async (page, seen) => {
      const weight = await weigh(seen);
      assertAtMost(weight.rest + weight.font, 180 * KB, "bytes");
    });
  });

  test("all scripts of a site: 10 KB", () => {
    for (const name of WALKED_SITES) {
      const { folder, files } = siteNamed(name);
      const scripts = files.filter((file) => /\.m?js$/.test(file));
      const sizes = scripts.map((file) => gzipSync(readFileSync(path.join(folder, file))).length);
      assertAtMost(sizes.reduce((sum, size) => sum + size, 0), 10 * KB, `bytes of ${scripts.join(", ")} of ${name}`);
    }
  });
});
