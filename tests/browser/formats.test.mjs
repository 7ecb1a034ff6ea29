// The machine formats, read by libraries that others wrote: feeds, calendars, and the real TimelineJS3.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";

import { parseAtomFeed } from "feedsmith";
import ICAL from "ical.js";

import { assertNone } from "./lib/assert.mjs";
import { addressOnHost, fileOf, inventoryOf } from "./lib/inventory.mjs";
import { SUITE } from "./lib/machine.mjs";
import { serve } from "./lib/server.mjs";
import { BASE, WALKED_SITES, eventsOf, siteNamed, textOf } from "./lib/sites.mjs";
import { openStage } from "./lib/stage.mjs";

const stage = await openStage();

/** The stories whose formats are read: a site, and the story's folder in it. */
const STORIES = [["sample", "clemency"], ["sample", "moon-race"], ["tunnel", ""], ["comet", ""], ["suez", ""], ["hostile", ""], ["disputed", ""]];
const inFolder = (story, file) => path.posix.join(story, file);
const titled = (site, story) => (story ? `${site}/${story}` : site);

describe("feeds", () => {
  for (const name of WALKED_SITES) {
    test(`those of ${name} are Atom, each with an id, a date and entries that lead to pages`, () => {
      const site = siteNamed(name);
      const feeds = site.files.filter((file) => /(^|\/)feed\.xml$/.test(file));
      for (const file of feeds) {
        const feed = parseAtomFeed(textOf(site, file));
        assert.ok(feed.id && feed.title && feed.updated, `${file} has an id, a title and a date`);
        const entries = feed.entries ?? [];
        const ids = entries.map((entry) => entry.id);
        assert.equal(new Set(ids).size, ids.length, `the ids of ${file} are each another's`);
        const faults = entries.flatMap((entry) => {
          const link = entry.links?.find(({ rel }) => !rel || rel === "alternate")?.href;
          const leads = link && site.files.includes(fileOf(new URL(link, BASE)));
          const dated = !Number.isNaN(Date.parse(entry.updated));
          return entry.title && dated && leads ? [] : [`${entry.id}: title ${entry.title}, updated ${entry.updated}, link ${link}`];
        });
        assertNone(faults, `each entry of ${file} has a title, a date and a page`);
      }
    });
  }

  test("there are some for the site, each story, and a person and a tag", () => {
    const { files } = siteNamed("sample");
    const wanted = ["feed.xml", "clemency/feed.xml", "moon-race/feed.xml", "people/neil-armstrong/feed.xml", "tags/apollo-11/feed.xml"];
    assertNone(wanted.filter((file) => !files.includes(file)), "each of the feeds is there");
  });
});

describe("calendars", () => {
  // What is known to a year or no closer, or about, would fill days on which it did not happen.
  const isForCalendars = ({ date }) =>
    ["half", "season", "quarter", "month", "week", "day", "time"].includes(date.precision) && !date.approximate && date.start >= "0001";
  const dayAfter = (day) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

  for (const [name, story] of STORIES) {
    test(`that of ${titled(name, story)} has each event of known days, all day long`, () => {
      const site = siteNamed(name);
      const calendar = new ICAL.Component(ICAL.parse(textOf(site, inFolder(story, "events.ics"))));
      const found = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
      const events = eventsOf(site, story);
      const wanted = events.filter(isForCalendars);
      const line = (start, after, headline) => `${String(start).padStart(10, "0")} until ${String(after).padStart(10, "0")}: ${headline}`;
      assert.deepEqual(
        found.map((event) => line(event.startDate, event.endDate, event.summary)).sort(),
        wanted.map(({ date, headline }) => line(date.start, dayAfter(date.end), headline)).sort(),
      );
      assertNone(found.filter((event) => !event.startDate.isDate).map((event) => event.summary), "no event has a time of the clock");
      const ids = found.map((event) => event.uid);
      assert.equal(new Set(ids).size, ids.length, "no two events have the same UID");
      const leftOut = events.length - wanted.length;
      const said = calendar.getFirstPropertyValue("x-wr-caldesc") ?? "";
      assert.ok(leftOut === 0 || said.includes(leftOut), `it says that ${leftOut} are left out: "${said}"`);
    });
  }
});

describe("TimelineJS3", () => {
  const PAGE = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/timelinejs/css/timeline.css">
    <div id="timeline" style="width: 1000px; height: 700px"></div><script src="/timelinejs/js/timeline.js"></script>`;

  for (const [name, story] of STORIES) {
    test(`shows each event of ${titled(name, story)}`, async () => {
      const site = siteNamed(name);
      const library = path.join(SUITE, "node_modules/@knight-lab/timelinejs/dist");
      const { origin, close } = await serve({ "/timelinejs/": library, [BASE.pathname]: site.folder }, {});
      const context = await stage.browser.newContext({ viewport: { width: 1000, height: 700 } });
      try {
        const page = await context.newPage();
        const complaints = [];
        page.on("pageerror", (error) => complaints.push(error.message));
        page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
        // It would load its fonts from elsewhere; nothing but this server is asked.
        await page.route((url) => url.origin !== origin, (route) => route.fulfill({ status: 200, body: "" }));
        await page.route(`${origin}/`, (route) => route.fulfill({ contentType: "text/html", body: PAGE }));
        await page.goto(`${origin}/`);
        const data = JSON.parse(textOf(site, inFolder(story, "timeline.json")));
        await page.evaluate((given) => new Promise((loaded) => {
          const timeline = new TL.Timeline("timeline", given, { font: null, script_path: "/timelinejs/js/" });
          timeline.on("loaded", loaded);
        }), data);
        const slides = await page.locator(".tl-slide").count();
        const markers = await page.locator(".tl-timemarker").count();
        const message = await page.locator(".tl-message-content").allInnerTexts();
        const events = eventsOf(site, story).length;
        assert.equal(markers, events, `markers on the axis (${message.join(" ")})`);
        assert.equal(slides, events + (data.title ? 1 : 0), `slides (${message.join(" ")})`);
        assertNone(complaints, `TimelineJS3 shows ${titled(name, story)} without an error`);
      } finally {
        await context.close();
        close();
      }
    });
  }
});

describe("alternates", () => {
  for (const [name, story] of STORIES) {
    test(`${titled(name, story)} names each of its formats`, async () => {
      const site = siteNamed(name);
      const documents = await inventoryOf(stage.browser, { ...site, pages: [inFolder(story, "index.html")] });
      const { alternates } = documents.get(inFolder(story, "index.html"));
      const files = alternates.map(({ address }) => fileOf(new URL(address, addressOnHost(inFolder(story, "index.html")))));
      assertNone(files.filter((file) => !site.files.includes(file)), "each alternate is there");
      const wanted = ["feed.xml", "events.json", "events.csv", "events.ics", "timeline.json"].map((file) => inFolder(story, file));
      assertNone(wanted.filter((file) => !files.includes(file)), "each format is named by the timeline");
    });
  }

  test("events.csv has a line for each event, under a line of names", () => {
    for (const [name, story] of STORIES) {
      const site = siteNamed(name);
      // A quoted field may hold line ends: those outside of quotes end a line.
      const text = readFileSync(path.join(site.folder, inFolder(story, "events.csv")), "utf8");
      const lines = text.replace(/"(?:[^"]|"")*"/g, "").trim().split(/\r?\n/);
      assert.match(lines[0], /\bdate\b.*\bheadline\b/, `${titled(name, story)}: the names of its fields`);
      assert.ok(lines.length > eventsOf(site, story).length, `${titled(name, story)}: ${lines.length} lines`);
    }
  });
});
