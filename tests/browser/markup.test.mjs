// The HTML of every page against the standard, and what the pages tell machines of themselves.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { HtmlValidate } from "html-validate";

import { assertNone } from "./lib/assert.mjs";
import { inventoryOf } from "./lib/inventory.mjs";
import { KINDS, pageOf } from "./lib/kinds.mjs";
import { BASE, SITE_NAMES, WALKED_SITES, siteNamed, textOf } from "./lib/sites.mjs";
import { openStage } from "./lib/stage.mjs";

const stage = await openStage();
const validator = new HtmlValidate({ extends: ["html-validate:standard"] });

/** The pages of a site that differ: one for load repeats the same a thousand times. */
function differingPages(name) {
  const { pages } = siteNamed(name);
  if (WALKED_SITES.includes(name)) return pages;
  const isRepeated = (page) => /(^|\/)(events|volume-\d+)\//.test(page);
  return pages.filter((page) => !isRepeated(page)).concat(pages.filter(isRepeated).slice(0, 10));
}

const inventories = new Map();

/** What the differing pages of a site say of themselves, read once. */
function documentsOf(name) {
  if (!inventories.has(name)) inventories.set(name, inventoryOf(stage.browser, { ...siteNamed(name), pages: differingPages(name) }));
  return inventories.get(name);
}

for (const name of SITE_NAMES) {
  test(`each page of ${name} is valid HTML`, async () => {
    const faults = [];
    for (const page of differingPages(name)) {
      const { results } = await validator.validateString(textOf(siteNamed(name), page));
      for (const { messages, source } of results) {
        const lines = source.split("\n");
        for (const { line, column, ruleId, message } of messages) {
          faults.push(`${page}:${line}:${column} ${ruleId}: ${message}\n      ${lines[line - 1].trim().slice(Math.max(0, column - 40), column + 120)}`);
        }
      }
    }
    assertNone(faults, `the pages of ${name} are valid`);
  });
}

test("a page names its language and the direction of its script", async () => {
  const expected = { sample: ["en-GB", "ltr"], suez: ["ar", "rtl"], mauer: ["de", "ltr"] };
  for (const [name, [language, direction]] of Object.entries(expected)) {
    for (const [file, document] of await documentsOf(name)) {
      assert.deepEqual([document.language, document.direction], [language, direction], `${file} of ${name}`);
    }
  }
});

/** The types in a document of JSON-LD, at its top and in its graph. */
function typesIn(text) {
  const data = JSON.parse(text);
  const things = Array.isArray(data) ? data : (data["@graph"] ?? [data]);
  return things.flatMap((thing) => thing["@type"]);
}

describe("for machines", () => {
  const documentOf = async (kind) => {
    const { site, path } = pageOf(kind);
    return (await documentsOf(site)).get(path);
  };

  for (const kind of KINDS.filter(({ jsonLd }) => jsonLd)) {
    test(`${kind.name} says that it is: ${kind.jsonLd}`, async () => {
      const { jsonLd } = await documentOf(kind);
      assert.ok(jsonLd.length > 0, `"${kind.name}" has no JSON-LD`);
      const types = jsonLd.flatMap(typesIn);
      assert.ok(types.includes(kind.jsonLd), `"${kind.name}" is said to be ${types.join(", ")}`);
    });
  }

  for (const kind of KINDS.filter(({ cards }) => cards)) {
    test(`${kind.name} can be shared`, async () => {
      const { canonical, meta } = await documentOf(kind);
      const { path } = pageOf(kind);
      const address = new URL(path.replace(/index\.html$/, ""), BASE).href;
      const asked = { canonical, "og:url": meta["og:url"] };
      for (const [name, value] of Object.entries(asked)) assert.equal(value, address, `${name} of "${kind.name}"`);
      const needed = ["description", "og:title", "og:type", "og:description", "og:site_name", "twitter:card"];
      assertNone(needed.filter((name) => !meta[name]?.trim()), `"${kind.name}" says what it is in each of its cards`);
      assert.match(meta["twitter:card"], /^(summary|summary_large_image)$/);
    });
  }

  for (const name of SITE_NAMES) {
    test(`the JSON-LD of each page of ${name} can be read`, async () => {
      const faults = [];
      for (const [file, { jsonLd }] of await documentsOf(name)) {
        for (const text of jsonLd) {
          try {
            if (JSON.parse(text)["@context"] !== "https://schema.org") faults.push(`${file}: no @context of schema.org`);
            if (typesIn(text).some((type) => !type)) faults.push(`${file}: a thing without a type`);
          } catch (error) {
            faults.push(`${file}: ${error.message}`);
          }
        }
      }
      assertNone(faults, `the JSON-LD of ${name} can be read`);
    });
  }
});
