// Everything by keyboard: Tab walks all that can be acted on, in the order of reading; what has the focus
// can be seen and is not covered; and each function works without a pointer.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { assertNone } from "./lib/assert.mjs";
import { kindNamed, pageOf } from "./lib/kinds.mjs";
import { ENTRY, showAll } from "./lib/look.mjs";
import { PHONE, DESKTOP, openStage } from "./lib/stage.mjs";

const stage = await openStage();

/** Numbers all that Tab should reach, in the order of the document, and says how many there are. */
function numberStops() {
  const canFocus = "a[href], button, input, select, textarea, summary, [tabindex]";
  const isStop = (element) => {
    if (element.disabled || element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true })) return false;
    // Of a group of radio buttons Tab reaches the chosen one; arrows reach the others.
    return element.type !== "radio" || element.checked;
  };
  const stops = [...document.querySelectorAll(canFocus)].filter(isStop);
  stops.forEach((element, at) => element.setAttribute("data-stop", at));
  return stops.length;
}

/** What has the focus: its number, and what is wrong with how it is shown. */
async function focused(page) {
  return page.evaluate(async () => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    // What was far away is laid out, and scrolled to, with the next frame.
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const name = `${element.outerHTML.slice(0, 100)} (${element.innerText?.trim().slice(0, 40)})`;
    const faults = [];
    const shownBy = [element, element.closest("label"), ...(element.labels ?? [])].filter(Boolean);
    const ring = shownBy.find((part) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(part);
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !/^rgba.*, 0\)$/.test(outlineColor);
    });
    if (!ring) faults.push(`no outline of 2 px around ${name}`);
    const box = element.getClientRects()[0];
    if (!box || box.width === 0 || box.height === 0) {
      faults.push(`no room for ${name}`);
    } else {
      const x = box.left + box.width / 2;
      const y = box.top + box.height / 2;
      const top = document.elementFromPoint(x, y);
      const isSeen = top && shownBy.some((part) => part.contains(top) || (part !== element && top.contains(element)));
      if (!top) faults.push(`outside the window, at ${Math.round(x)}, ${Math.round(y)}: ${name}`);
      else if (!isSeen) faults.push(`covered by ${top.outerHTML.slice(0, 80)}: ${name}`);
    }
    return { number: Number(element.getAttribute("data-stop") ?? -1), name, faults };
  });
}

/** Walks a page by Tab, from its begin to its end; gives back what went wrong. */
async function walk(page) {
  const stops = await page.evaluate(numberStops);
  const faults = [];
  for (let expected = 0; expected < stops; expected += 1) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (!at) return [...faults, `Tab leaves the page at stop ${expected} of ${stops}`];
    if (at.number !== expected) return [...faults, `Tab comes to stop ${at.number} in place of ${expected}: ${at.name}`];
    faults.push(...at.faults);
  }
  return faults;
}

describe("Tab walks in order, and shows where it is:", { concurrency: 4 }, () => {
  // One of each template, and on a phone those whose layout differs.
  const kinds = [
    "home", "timeline", "timeline at the root", "timeline with a dispute", "timeline from right to left", "chapter",
    "event", "article", "people", "person", "how it was made", "search", "embed", "plain page", "not found",
  ];
  const walks = [...kinds.map((name) => [name, DESKTOP]), ...["timeline", "event", "search"].map((name) => [name, PHONE])];
  for (const [name, viewport] of walks) {
    test(`${name}, ${viewport.width} px`, async () => {
      await stage.visit(pageOf(kindNamed(name)), { viewport }, async (page) => {
        assertNone(await walk(page), `"${name}" can be walked by Tab`);
      });
    });
  }

  test("all events of a timeline", async () => {
    await stage.visit(pageOf(kindNamed("timeline")), {}, async (page) => {
      await page.evaluate(showAll);
      assertNone(await walk(page), "the whole timeline can be walked by Tab");
    });
  });
});

describe("the first stop skips to the content:", () => {
  for (const name of ["home", "timeline", "event", "article", "search", "not found"]) {
    test(name, async () => {
      await stage.visit(pageOf(kindNamed(name)), {}, async (page) => {
        await page.keyboard.press("Tab");
        const target = await page.evaluate(() => document.activeElement.getAttribute("href"));
        assert.match(target ?? "", /^#/, "it is a link within the page");
        await page.keyboard.press("Enter");
        await page.keyboard.press("Tab");
        const isPastTheHead = await page.evaluate(() => {
          const { activeElement: at } = document;
          const main = document.querySelector("main");
          const follows = main.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING;
          return at === document.body || follows !== 0;
        });
        assert.ok(isPastTheHead, "Tab goes on in the content, or after it where it has no links");
      });
    });
  }
});

test("Enter and Space open and close details", async () => {
  await stage.visit({ ...pageOf(kindNamed("timeline at the root")) }, {}, async (page) => {
    const details = page.locator(`${ENTRY} details`).first();
    await details.locator("summary").focus();
    for (const [key, open] of [["Enter", true], ["Enter", false], ["Space", true]]) {
      await page.keyboard.press(key);
      assert.equal(await details.evaluate((element) => element.open), open, `${key} makes details ${open ? "open" : "closed"}`);
    }
  });
});

test("arrows choose between key events and all", async () => {
  await stage.visit(pageOf(kindNamed("timeline")), {}, async (page) => {
    const entries = page.locator(ENTRY).filter({ visible: true });
    const key = await entries.count();
    await page.getByRole("main").getByRole("radio").first().focus();
    await page.keyboard.press("ArrowRight");
    const all = await entries.count();
    assert.ok(all > key, `${key} key events, ${all} in all`);
    assert.match(page.url(), /show=all/, "the choice stands in the address");
  });
});

describe("the choice of a name", () => {
  test("leaves its events, says how many, and can be shared and taken back", async () => {
    await stage.visit(pageOf(kindNamed("timeline")), {}, async (page, seen) => {
      const entries = page.locator(ENTRY).filter({ visible: true });
      const before = await entries.count();
      const select = page.getByRole("main").getByRole("combobox").first();
      await select.focus();
      const wanted = await select.evaluate((element) => element.options[1].value);
      const count = await select.evaluate((element) => Number(element.options[1].text.match(/\((\d+)\)/)[1]));
      await page.keyboard.press("ArrowDown");
      await page.waitForURL((url) => [...url.searchParams.values()].includes(wanted));
      assert.equal(await entries.count(), count, "as many events are shown as the choice says");
      assert.match(await page.getByRole("status").innerText(), new RegExp(`\\b${count}\\b`), "the number is announced");

      await page.reload();
      await seen.settled();
      assert.equal(await entries.count(), count, "the address brings the choice back");

      await page.getByRole("main").getByRole("button").filter({ visible: true }).last().focus();
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => ![...url.searchParams.values()].includes(wanted));
      assert.equal(await entries.count(), before, "the choice is taken back");
    });
  });
});

describe("search", () => {
  const search = () => pageOf(kindNamed("search"));

  test("finds events by what is typed, and announces how many", async () => {
    await stage.visit(search(), {}, async (page) => {
      await page.getByRole("searchbox").focus();
      await page.keyboard.type("Armstrong");
      await page.keyboard.press("Enter");
      const status = page.getByRole("main").getByRole("status");
      await status.filter({ hasText: /[1-9]/ }).waitFor();
      const links = page.getByRole("main").locator("a[href*='/events/'], a[href*='#']").filter({ visible: true });
      assert.ok((await links.count()) > 0, "events are listed");
      assert.ok(!(await links.first().getAttribute("href")).startsWith("http"), "their links stay within the site");
    });
  });

  test("takes what is asked from the address", async () => {
    await stage.visit({ ...search(), query: "?q=Gagarin" }, {}, async (page) => {
      assert.equal(await page.getByRole("searchbox").inputValue(), "Gagarin");
      await page.getByRole("main").getByRole("status").filter({ hasText: /[1-9]/ }).waitFor();
    });
  });

  test("says so where nothing is found", async () => {
    await stage.visit({ ...search(), query: "?q=xyzzyx" }, {}, async (page) => {
      await page.getByText("xyzzyx").first().waitFor();
      const status = await page.getByRole("main").getByRole("status").innerText();
      assert.doesNotMatch(status, /[1-9]/, "no event is counted");
    });
  });

  test("finds words of other scripts", async () => {
    await stage.visit({ site: "suez", path: "search/index.html", query: `?q=${encodeURIComponent("تأميم")}` }, {}, async (page) => {
      await page.locator("main a[href*='1956-07-26']").filter({ visible: true }).first().waitFor();
    });
  });
});
