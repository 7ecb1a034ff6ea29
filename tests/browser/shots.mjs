#!/usr/bin/env node
// Pictures of every kind of page, for looking at: on a desktop, on a phone, by night and on paper.
//
//   node tests/browser/shots.mjs OUT [SITE]
//
// OUT is a folder; SITE is one of the suite's sites (`lib/sites.mjs`) or a folder that Dateline has built:
// of such a folder, one page of each depth and name is taken. Paper is written as PDF, and as PNG where
// pdftoppm (poppler-utils) is on the machine. The program is DATELINE_BIN, else target/debug/dateline.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

import { chromium } from "playwright-core";

import { KINDS, pageOf } from "./lib/kinds.mjs";
import { browserPath, runs } from "./lib/machine.mjs";
import { serveSite } from "./lib/server.mjs";
import { SITE_NAMES, siteAt, siteNamed } from "./lib/sites.mjs";
import { DESKTOP, PHONE } from "./lib/stage.mjs";

const LOOKS = [
  { name: "desktop", viewport: DESKTOP },
  { name: "dark", viewport: DESKTOP, colorScheme: "dark" },
  { name: "phone", viewport: PHONE, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
];

/** The pages to take, each with a name for its files: those of a site, else one of each kind. */
function pagesToShow(wanted) {
  if (!wanted || SITE_NAMES.includes(wanted)) {
    const kinds = KINDS.filter(({ site }) => !wanted || site === wanted);
    return kinds.flatMap((kind) => {
      try {
        const { site, path: file } = pageOf(kind);
        return [{ name: kind.name, site: siteNamed(site), file }];
      } catch (error) {
        console.error(error.message);
        return [];
      }
    });
  }
  const site = siteAt(wanted);
  const shapes = new Map();
  for (const file of site.pages) {
    const shape = file.split("/").slice(0, -2).join("/");
    if (!shapes.has(shape)) shapes.set(shape, { name: file.replace(/\/?index\.html$/, "") || "home", site, file });
  }
  return [...shapes.values()];
}

function toPictures(pdf) {
  if (runs("pdftoppm")) execFileSync("pdftoppm", ["-r", "80", "-png", pdf, pdf.replace(/\.pdf$/, "")]);
}

async function take(browser, { name, site, file }, out) {
  const server = await serveSite(site);
  const target = path.join(out, name.replace(/[^\w.-]+/g, "-"));
  for (const { name: look, ...options } of LOOKS) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(server.address(file));
    await page.evaluate(() => document.fonts.ready.then(() => true));
    await page.screenshot({ path: `${target}-${look}.png`, fullPage: look !== "dark" });
    if (look === "desktop") {
      const pdf = `${target}-print.pdf`;
      writeFileSync(pdf, await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: true }));
      toPictures(pdf);
    }
    await context.close();
  }
  server.close();
}

const [out, wanted] = process.argv.slice(2);
if (!out || (wanted && !SITE_NAMES.includes(wanted) && !existsSync(wanted))) {
  console.error(`usage: shots.mjs OUT [SITE]\nSITE is a folder, or one of ${SITE_NAMES.join(", ")}`);
  process.exit(2);
}
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: browserPath() });
for (const shown of pagesToShow(wanted)) {
  console.error(`${shown.name}: ${shown.file}`);
  await take(browser, shown, out);
}
await browser.close();
