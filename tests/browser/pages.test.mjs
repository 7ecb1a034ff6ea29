// What holds for each kind of page: it asks nothing of others and is refused nothing by a strict policy; it
// keeps the rules of axe by day and by night (WCAG 2.0 to 2.2 A and AA, and best practice), with all that
// is folded away opened; a finger can hit its targets; and it fits a window of 320 px.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, test } from "node:test";

import { assertNone } from "./lib/assert.mjs";
import { KINDS, pageOf } from "./lib/kinds.mjs";
import { stickingOut } from "./lib/look.mjs";
import { NARROW, PHONE, openStage, unfold } from "./lib/stage.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const BY_DAY = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
// Night changes nothing but colours.
const BY_NIGHT = { type: "rule", values: ["color-contrast", "link-in-text-block"] };
const ON_A_PHONE = { type: "rule", values: ["target-size"] };

const stage = await openStage();

/** The violations of some rules, one a line: the rule, the element, and what is wrong with it. */
async function violations(page, runOnly) {
  const results = await page.evaluate((rules) => axe.run(document, { resultTypes: ["violations"], runOnly: rules }), runOnly);
  const line = (rule, node) => `${rule.id} (${rule.impact}): ${node.target.join(" ")}\n      ${node.failureSummary.replace(/\s+/g, " ")}`;
  return results.violations.flatMap((rule) => rule.nodes.map((node) => line(rule, node)));
}

describe("a page of the kind", { concurrency: 2 }, () => {
  for (const kind of KINDS) {
    test(kind.name, async (t) => {
      await stage.visit(pageOf(kind), {}, async (page, seen) => {
        await unfold(page);
        await seen.settled();

        await t.test("asks no other host, and is refused nothing", () => {
          assertNone(seen.foreign, `"${kind.name}" asks its own host only`);
          assertNone(seen.complaints, `the browser complains of nothing on "${kind.name}"`);
        });

        await page.evaluate(AXE);
        await t.test("keeps the rules of axe when light", async () => {
          assertNone(await violations(page, BY_DAY), `"${kind.name}" keeps the rules`);
        });
        await t.test("keeps the rules of axe when dark", async () => {
          await page.emulateMedia({ colorScheme: "dark" });
          assertNone(await violations(page, BY_NIGHT), `"${kind.name}" keeps the rules`);
        });
        await t.test("has targets of 24 by 24 px on a phone, or room around them", async () => {
          await page.setViewportSize(PHONE);
          assertNone(await violations(page, ON_A_PHONE), `"${kind.name}" has targets that a finger can hit`);
        });
        await t.test("does not scroll sideways in a window of 320 px", async () => {
          await page.setViewportSize(NARROW);
          assertNone(await page.evaluate(stickingOut), `"${kind.name}" fits`);
        });
      });
    });
  }
});
