// A browser and the servers of the sites: what a file of tests opens once.
//
//   const stage = await openStage();
//   await stage.visit({ site: "tunnel", path: "index.html" }, {}, async (page, seen) => { … });
//
// Each visit has a context of its own, so no test sees what another has left. What the page has asked
// for, been refused, or complained of is in `seen`.

import { chromium } from "playwright-core";
import { after } from "node:test";

import { openDetails, showAll } from "./look.mjs";
import { browserPath } from "./machine.mjs";
import { serveSite } from "./server.mjs";
import { siteNamed } from "./sites.mjs";

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
export const NARROW = { width: 320, height: 640 };

/** How long a test waits for what it expects, in ms. */
const PATIENCE = 10_000;

/** Launches the browser; all is closed when the tests of the file have ended. */
export async function openStage() {
  const browser = await chromium.launch({ executablePath: browserPath() });
  const servers = new Map();
  after(async () => {
    await browser.close();
    for (const server of servers.values()) (await server).close();
  });

  const serverOf = (name) => {
    if (!servers.has(name)) servers.set(name, serveSite(siteNamed(name)));
    return servers.get(name);
  };

  const visit = async ({ site, path, query = "" }, options, look) => {
    const server = await serverOf(site);
    const context = await browser.newContext({ viewport: DESKTOP, colorScheme: "light", ...options });
    context.setDefaultTimeout(PATIENCE);
    try {
      const page = await context.newPage();
      const seen = await watch(page, server.origin);
      await page.goto(server.address(path) + query, { waitUntil: "load" });
      await page.evaluate(() => document.fonts.ready.then(() => true));
      return await look(page, seen, server);
    } finally {
      await context.close();
    }
  };

  return { browser, visit, serverOf };
}

/** Opens all that is folded away, and shows all entries. */
export async function unfold(page) {
  await page.evaluate(showAll);
  await page.evaluate(openDetails);
}

/** Notes what a page asks for, and each complaint of the browser. */
async function watch(page, origin) {
  const seen = { requests: [], foreign: [], complaints: [], settled: () => settled(pending, page) };
  const pending = new Set();
  page.on("request", (request) => {
    if (request.url().startsWith("data:")) return;
    pending.add(request);
    seen.requests.push(request);
    if (new URL(request.url()).origin !== origin) seen.foreign.push(request.url());
  });
  page.on("requestfinished", (request) => pending.delete(request));
  page.on("requestfailed", (request) => pending.delete(request));
  page.on("requestfailed", (request) => seen.complaints.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on("response", (response) => {
    if (response.status() >= 400) seen.complaints.push(`${response.url()}: status ${response.status()}`);
  });
  page.on("pageerror", (error) => seen.complaints.push(`script: ${error.message}`));
  page.on("dialog", (dialog) => {
    seen.complaints.push(`a dialog was opened: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) seen.complaints.push(`console: ${message.text()}`);
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      const where = `${event.sourceFile || document.URL}:${event.lineNumber}`;
      console.error(`blocked by the policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample} at ${where}`);
    }, true);
  });
  return seen;
}

/** Waits until two frames have been drawn and no request is under way. */
export async function settled(pending, page) {
  const drawn = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  do await drawn();
  while (pending.size > 0);
}
