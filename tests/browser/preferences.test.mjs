// What a reader's system asks for: its own colours, and no motion.

import { describe, test } from "node:test";

import { assertNone } from "./lib/assert.mjs";
import { kindNamed, pageOf } from "./lib/kinds.mjs";
import { ENTRY } from "./lib/look.mjs";
import { openStage } from "./lib/stage.mjs";

const LONGEST_MOTION = 150;

const stage = await openStage();

/** The entries whose marker cannot be told from the page: no generated box of theirs has another colour. */
function entriesWithoutMarker(entry) {
  const shows = (element, pseudo, paper) => {
    const style = getComputedStyle(element, pseudo);
    if (style.content === "none" || style.content === "normal" || style.display === "none") return false;
    const painted = ["background-color", "border-top-color", "border-left-color", "border-right-color"].filter((side) => {
      const isBorder = side.startsWith("border");
      if (isBorder && parseFloat(style.getPropertyValue(side.replace("color", "width"))) === 0) return false;
      const colour = style.getPropertyValue(side);
      return colour !== paper && !/^rgba.*, 0\)$/.test(colour);
    });
    return painted.length > 0;
  };
  const canvas = document.body.appendChild(document.createElement("i"));
  canvas.style.setProperty("background-color", "Canvas");
  const paper = getComputedStyle(canvas).backgroundColor;
  canvas.remove();
  return [...document.querySelectorAll(entry)]
    .filter((item) => {
      const parts = [item, ...item.querySelectorAll("*")];
      return !parts.some((part) => ["::before", "::after"].some((pseudo) => shows(part, pseudo, paper)));
    })
    .map((item) => item.outerHTML.slice(0, 120));
}

/** The colours of texts, links and markers that are not of the system's palette. */
function coloursOfTheTheme(entry) {
  const names = "Canvas CanvasText LinkText VisitedText ActiveText GrayText ButtonFace ButtonText ButtonBorder Field FieldText Highlight HighlightText SelectedItem SelectedItemText Mark MarkText AccentColor AccentColorText";
  const probe = document.body.appendChild(document.createElement("i"));
  const palette = new Set(names.split(" ").map((name) => {
    probe.style.setProperty("forced-color-adjust", "none");
    probe.style.setProperty("color", name);
    return getComputedStyle(probe).color;
  }));
  probe.remove();
  const isForeign = (colour) => !palette.has(colour) && !/^rgba.*, 0\)$/.test(colour);
  const found = [];
  for (const part of document.querySelectorAll(`${entry}, ${entry} *`)) {
    for (const pseudo of [null, "::before"]) {
      const style = getComputedStyle(part, pseudo);
      if (pseudo && style.content === "none") continue;
      const hasText = !pseudo || style.content !== '""';
      for (const name of [...(hasText ? ["color"] : []), "background-color", "border-top-color"]) {
        const colour = style.getPropertyValue(name);
        if (isForeign(colour)) found.push(`${name} ${colour} of ${part.outerHTML.slice(0, 80)}${pseudo ?? ""}`);
      }
    }
  }
  return found;
}

describe("in forced colours", () => {
  for (const name of ["timeline at the root", "timeline of long spans"]) {
    test(`${name} shows its markers, in the system's colours`, async () => {
      await stage.visit(pageOf(kindNamed(name)), { forcedColors: "active" }, async (page) => {
        assertNone(await page.evaluate(entriesWithoutMarker, ENTRY), "each entry has a marker that can be seen");
        assertNone(await page.evaluate(coloursOfTheTheme, ENTRY), "the system's colours are used");
      });
    });
  }
});

/** What moves for longer than `longest` ms, and the scrolling that is not at once. */
function motions(longest) {
  const milliseconds = (times) => Math.max(...times.split(",").map((time) => parseFloat(time) * (/ms/.test(time) ? 1 : 1_000)));
  const found = [];
  for (const element of document.querySelectorAll("*")) {
    for (const pseudo of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, pseudo);
      for (const name of ["transition-duration", "animation-duration"]) {
        const time = style.getPropertyValue(name);
        if (time && time !== "auto" && milliseconds(time) > longest) found.push(`${name} ${time} of ${element.outerHTML.slice(0, 80)}`);
      }
    }
    if (getComputedStyle(element).scrollBehavior === "smooth") found.push(`smooth scrolling of ${element.tagName}`);
  }
  return found;
}

describe("motion", () => {
  for (const [reducedMotion, longest] of [["reduce", 0], ["no-preference", LONGEST_MOTION]]) {
    for (const name of ["home", "timeline", "event", "article", "search"]) {
      test(`on ${name} lasts no longer than ${longest} ms (prefers-reduced-motion: ${reducedMotion})`, async () => {
        await stage.visit(pageOf(kindNamed(name)), { reducedMotion }, async (page) => {
          assertNone(await page.evaluate(motions, longest), `nothing on "${name}" moves for longer`);
        });
      });
    }
  }
});
