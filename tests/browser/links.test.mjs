// Every link within a site leads somewhere: under a path of a host, and straight from a folder.

import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { assertNone } from "./lib/assert.mjs";
import { addressOnDisk, addressOnHost, fileOf, inventoryOf } from "./lib/inventory.mjs";
import { BASE, SITE_NAMES, siteNamed } from "./lib/sites.mjs";
import { openStage } from "./lib/stage.mjs";

const stage = await openStage();

/** Whether the part of the page that an address names is there. Words of a text are found by the browser. */
function hasTarget(document, hash) {
  const id = decodeURIComponent(hash.slice(1)).replace(/:~:.*$/, "");
  return id === "" || id === "top" || document.ids.includes(id);
}

for (const name of SITE_NAMES) {
  describe(`the site ${name}`, () => {
    const site = siteNamed(name);
    const documents = inventoryOf(stage.browser, site);

    test("has what its links lead to, under its path on a host", async () => {
      const server = await stage.serverOf(name);
      const broken = [];
      const asked = new Map();
      const status = (address) => {
        if (!asked.has(address.pathname)) {
          asked.set(address.pathname, fetch(server.origin + address.pathname, { redirect: "manual" }).then(async (answer) => {
            await answer.arrayBuffer();
            return answer.status;
          }));
        }
        return asked.get(address.pathname);
      };
      for (const [file, { links, canonical }] of await documents) {
        const all = canonical ? [...links, { address: canonical, text: "the canonical address" }] : links;
        for (const { address, text } of all) {
          const target = new URL(address, addressOnHost(file));
          if (target.origin !== BASE.origin) continue;
          const answer = await status(target);
          if (answer !== 200) broken.push(`${file}: ${target.pathname} answers ${answer}: ${text}`);
          const document = (await documents).get(fileOf(target));
          if (document && !hasTarget(document, target.hash)) broken.push(`${file}: no ${target.hash} on ${target.pathname}: ${text}`);
        }
      }
      assertNone(broken, `the links of ${name} lead somewhere`);
    });

    test("has what its links lead to, straight from a folder", async () => {
      const broken = [];
      for (const [file, { links }] of await documents) {
        // Nobody comes to this page but by a server.
        if (file === "404.html") continue;
        for (const { address, text } of links) {
          const target = new URL(address, addressOnDisk(site, file));
          if (target.protocol !== "file:") continue;
          const there = statSync(fileURLToPath(new URL(target.pathname, "file:")), { throwIfNoEntry: false });
          if (!there?.isFile()) broken.push(`${file}: ${address} is ${there ? "a folder" : "not there"}: ${text}`);
        }
      }
      assertNone(broken, `the links of ${name} lead to files`);
    });
  });
}

test("a site can be read straight from a folder", async () => {
  const page = await stage.browser.newPage();
  const complaints = [];
  page.on("requestfailed", (request) => {
    // Chromium refuses to load a font ahead from a disk, and loads it when it is used: that is asked below.
    if (request.resourceType() !== "font") complaints.push(`${request.url()}: ${request.failure()?.errorText}`);
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(addressOnDisk(siteNamed("sample"), "index.html").href);
  const plain = await stage.browser.newPage();
  const font = (tab) => tab.evaluate(() => getComputedStyle(document.body).fontFamily);
  assert.notEqual(await font(page), await font(plain), "the page is styled");
  const unloaded = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter(({ status }) => status === "error").map(({ family }) => family);
  });
  assertNone(unloaded, "the fonts are loaded");
  await page.locator("main a[href*='moon-race/index.html']").first().click();
  await page.waitForURL(/moon-race\/index\.html$/);
  await page.locator("main li article h2 a, main li article h3 a").filter({ visible: true }).first().click();
  await page.waitForURL(/moon-race\/events\/.*\/index\.html$/);
  await page.locator("header a").first().click();
  await page.waitForURL(/public\/index\.html$/);
  assertNone(complaints, "all that the pages ask for is there");
  await page.close();
  await plain.close();
});
