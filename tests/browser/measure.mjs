#!/usr/bin/env node
// Measures timelines, the same way every time: a bench, not a test.
//
//   node tests/browser/measure.mjs [--lighthouse] [--runs N] [--slow N] [SITE[:PAGE]]...
//
// SITE is one of the suite's sites (`lib/sites.mjs`) or a folder that Dateline has built, PAGE a page of it
// (index.html without). Without any: the timelines of 12 and of 1,000 events. It prints, as a table:
//
//   requests       what the page asks for, without the icon of the tab
//   KB, font KB    compressed bytes of the bodies (1 KB is 1,024 bytes), without the font, and of the font
//   DOM            elements in the document
//   blocking ms    what long tasks take above 50 ms each, until the page has settled; the median of N loads
//                  (3), with the processor slowed down `--slow` times (4, as Lighthouse does for phones)
//   longest ms     the longest task
//   load ms        until the event `load`, slowed down likewise
//   shift          cumulative layout shift
//
// `--lighthouse` adds the scores for phones: performance, accessibility, best practices, SEO. Lighthouse is not
// among the packages of the suite, as it is large: npm install --no-save --prefix tests/browser lighthouse@12.
// Where a debug build is used for making the sites, what is measured is the same: pages, not the program.

import { existsSync } from "node:fs";

import { chromium } from "playwright-core";

import { browserPath } from "./lib/machine.mjs";
import { serveSite } from "./lib/server.mjs";
import { SITE_NAMES, siteAt, siteNamed } from "./lib/sites.mjs";
import { settled } from "./lib/stage.mjs";

const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

function argumentsOf(argv) {
  const chosen = { lighthouse: false, runs: 3, slow: 4, pages: [] };
  const rest = [...argv];
  while (rest.length > 0) {
    const word = rest.shift();
    if (word === "--lighthouse") chosen.lighthouse = true;
    else if (word === "--runs" || word === "--slow") chosen[word.slice(2)] = Number(rest.shift());
    else if (word.startsWith("--")) throw new Error(`there is no option ${word}`);
    else chosen.pages.push(word);
  }
  if (chosen.pages.length === 0) chosen.pages = ["tunnel", "thousand"];
  return chosen;
}

/** Counts what blocks the page, from its very begin. Runs in the browser. */
function observe() {
  window.measured = { blocking: 0, longest: 0, shift: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      window.measured.blocking += Math.max(0, duration - 50);
      window.measured.longest = Math.max(window.measured.longest, duration);
    }
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.measured.shift += entry.hadRecentInput ? 0 : entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}

async function loadOnce(browser, address, slow) {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const requests = [];
  const pending = new Set();
  page.on("request", (request) => requests.push(request) && pending.add(request));
  for (const end of ["requestfinished", "requestfailed"]) page.on(end, (request) => pending.delete(request));
  await page.addInitScript(observe);
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slow });
  await page.goto(address);
  await settled(pending, page);
  const measured = await page.evaluate(() => ({
    ...window.measured,
    load: performance.getEntriesByType("navigation")[0].loadEventEnd,
    elements: document.getElementsByTagName("*").length,
  }));
  const bytes = { font: 0, rest: 0 };
  for (const request of requests) {
    bytes[request.resourceType() === "font" ? "font" : "rest"] += (await request.sizes()).responseBodySize;
  }
  await context.close();
  return { ...measured, ...bytes, requests: requests.length };
}

async function lighthouseScores(address) {
  const lighthouse = (await import("lighthouse")).default;
  const { launch } = await import("chrome-launcher");
  const chrome = await launch({ chromePath: browserPath(), chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu"], logLevel: "silent" });
  try {
    const { lhr } = await lighthouse(address, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "silent" });
    const scores = CATEGORIES.map((name) => Math.round((lhr.categories[name].score ?? 0) * 100));
    const blocking = Math.round(lhr.audits["total-blocking-time"].numericValue);
    const failed = CATEGORIES.flatMap((name) => lhr.categories[name].auditRefs)
      .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9)
      .map(({ id }) => id);
    return { scores: scores.join("/"), blocking, failed: failed.join(", ") || "-" };
  } finally {
    chrome.kill();
  }
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const kilobytes = (bytes) => (bytes / 1024).toFixed(1);

const { lighthouse, runs, slow, pages } = argumentsOf(process.argv.slice(2));
const browser = await chromium.launch({ executablePath: browserPath() });
const rows = {};
for (const wanted of pages) {
  const [name, file = "index.html"] = existsSync(wanted) ? [wanted] : wanted.split(":");
  const site = SITE_NAMES.includes(name) ? siteNamed(name) : siteAt(name);
  const server = await serveSite(site);
  const address = server.address(file);
  const loads = [];
  for (let run = 0; run < runs; run += 1) loads.push(await loadOnce(browser, address, slow));
  const of = (key) => median(loads.map((load) => load[key]));
  rows[wanted] = {
    requests: of("requests"),
    KB: kilobytes(of("rest")),
    "font KB": kilobytes(of("font")),
    DOM: of("elements"),
    "blocking ms": Math.round(of("blocking")),
    "longest ms": Math.round(of("longest")),
    "load ms": Math.round(of("load")),
    shift: of("shift").toFixed(3),
  };
  if (lighthouse) {
    const { scores, blocking, failed } = await lighthouseScores(address);
    Object.assign(rows[wanted], { Lighthouse: scores, "its blocking ms": blocking, "below 90": failed });
  }
  server.close();
}
await browser.close();
console.table(rows);
