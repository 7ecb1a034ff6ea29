// All the text of a timeline is there without scripts and on paper.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, test } from "node:test";

import { assertAtMost, assertNone } from "./lib/assert.mjs";
import { kindNamed, pageOf } from "./lib/kinds.mjs";
import { ENTRY, showAll, textsOfEach } from "./lib/look.mjs";
import { eventsOf, siteNamed } from "./lib/sites.mjs";
import { openStage } from "./lib/stage.mjs";

// What readers act with rather than read.
const CONTROLS = "form, nav, summary, button, a[href='#content']";

const stage = await openStage();

/** What the one list has and the other has not, each as often as it stands there. */
function missingFrom(those, wanted) {
  const left = new Map();
  for (const text of those) left.set(text, (left.get(text) ?? 0) + 1);
  return wanted.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

describe("without scripts", () => {
  for (const name of ["timeline", "timeline at the root", "timeline from right to left", "search", "article", "home"]) {
    test(`${name} shows the text that it shows with them`, async () => {
      const texts = {};
      for (const javaScriptEnabled of [true, false]) {
        await stage.visit(pageOf(kindNamed(name)), { javaScriptEnabled }, async (page) => {
          [texts[javaScriptEnabled]] = await page.evaluate(textsOfEach, { within: "body", without: CONTROLS });
        });
      }
      assert.ok(texts.true.length > 0, `"${name}" shows no text at all`);
      assertNone(missingFrom(texts.false, texts.true), `"${name}" shows all of it without scripts`);
      assertNone(missingFrom(texts.true, texts.false), `"${name}" shows nothing without scripts that a script would hide`);
    });
  }

  test("a long timeline begins with its key events and shows all of them when asked to", async () => {
    await stage.visit(pageOf(kindNamed("timeline")), { javaScriptEnabled: false }, async (page) => {
      const events = eventsOf(siteNamed("sample"), "moon-race");
      const entries = page.locator(ENTRY).filter({ visible: true });
      const key = await entries.count();
      assert.ok(key > 0 && key < events.length, `${key} of ${events.length} events are shown first`);
      const choices = page.getByRole("main").getByRole("radio");
      assert.equal(await choices.count(), 2, "there is a choice between key events and all");
      await choices.last().check();
      assert.equal(await entries.count(), events.length, "all events are shown");
      await choices.first().check();
      assert.equal(await entries.count(), key, "the key events alone are shown again");
    });
  });

  test("a thousand events are all in the page", async () => {
    await stage.visit({ site: "thousand", path: "index.html" }, { javaScriptEnabled: false }, async (page) => {
      assert.equal(await page.locator(ENTRY).count(), 1_000);
      await page.getByRole("main").getByRole("radio").last().check();
      const texts = new Set((await page.evaluate(textsOfEach, { within: "main" }))[0]);
      const unseen = eventsOf(siteNamed("thousand")).filter((event) => !texts.has(event.headline));
      assertNone(unseen.map((event) => event.headline), "each headline can be read");
    });
  });
});

/** The words of a text run together: what a PDF says does not tell where its lines were broken. */
const joined = (text) => text.normalize("NFKC").replace(/[\s\u00ad]+/g, "").toLowerCase();

/** The text of each page of a PDF, in the order in which it was written. */
function textOfPages(pdf) {
  const text = execFileSync("pdftotext", ["-raw", "-enc", "UTF-8", "-", "-"], { input: pdf, maxBuffer: 1 << 28 }).toString();
  return text.split("\f").slice(0, -1);
}

const printed = (page) => page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: true });

describe("on paper", () => {
  for (const [name, story] of [["timeline at the root", ""], ["timeline", "moon-race"], ["timeline of long spans", ""]]) {
    test(`${name} has all the text that the screen shows`, async () => {
      const kind = kindNamed(name);
      await stage.visit(pageOf(kind), {}, async (page) => {
        await page.evaluate(showAll);
        const [texts] = await page.evaluate(textsOfEach, { within: "main", without: CONTROLS });
        await page.reload();
        const paper = joined(textOfPages(await printed(page)).join(""));
        assertNone(texts.filter((text) => !paper.includes(joined(text))), `"${name}" is whole on paper`);
      });
    });

    test(`${name} spells out the addresses of its sources`, async () => {
      const kind = kindNamed(name);
      const originals = eventsOf(siteNamed(kind.site), story).flatMap((event) => event.citations.map((citation) => citation.original));
      await stage.visit(pageOf(kind), {}, async (page) => {
        const paper = joined(textOfPages(await printed(page)).join(""));
        const unsaid = [...new Set(originals)].filter((address) => address && !paper.includes(joined(address).replace(/^https?:\/\//, "")));
        assertNone(unsaid, `"${name}" says where its sources stand`);
      });
    });

    test(`${name} cuts no entry in two`, async () => {
      await stage.visit(pageOf(kindNamed(name)), {}, async (page) => {
        const pages = textOfPages(await printed(page)).map(joined);
        await page.emulateMedia({ media: "print" });
        const entries = await page.evaluate(textsOfEach, { within: ENTRY, without: CONTROLS });
        const isOnOnePage = (texts) => pages.some((sheet) => texts.every((text) => sheet.includes(joined(text))));
        const cut = entries.filter((texts) => !isOnOnePage(texts)).map((texts) => texts.join(" | ").slice(0, 200));
        assertNone(cut, `each entry of "${name}" stands on one page`);
      });
    });
  }

  test("what sources disagree on is spelled out", async () => {
    await stage.visit(pageOf(kindNamed("timeline with a dispute")), {}, async (page) => {
      const claims = eventsOf(siteNamed("disputed")).flatMap((event) => event.conflicts.map((claim) => claim.date.display));
      assert.ok(claims.length > 0, "there is a dispute");
      const paper = joined(textOfPages(await printed(page)).join(""));
      assertNone(claims.filter((date) => !paper.includes(joined(date))), "each claimed date stands on paper");
    });
  });

  test("12 events take two pages at most", async () => {
    await stage.visit(pageOf(kindNamed("timeline at the root")), {}, async (page) => {
      assert.equal(await page.locator(ENTRY).count(), 12);
      assertAtMost(textOfPages(await printed(page)).length, 2, "pages of A4");
    });
  });
});
