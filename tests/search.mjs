// Runs the search of the theme's script without a browser, for the tests of src/render/search: reads a request
// from standard input, `{"script": path, "files": {path: text}, "texts": […], "queries": [[query, {facet: value}]]}`,
// and writes `{"terms": […], "found": […]}`; where nothing is found, what is found with the ends of words left open.
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";

const { script, files, texts, queries } = JSON.parse(readFileSync(0, "utf8"));

const fetch = async (path) => {
  const text = files[path.split("?")[0]];
  return { ok: text !== undefined, status: 404, text: async () => text, json: async () => JSON.parse(text) };
};
const page = { fetch, document: { querySelector: () => null } };
const parts = "({ terms, asked, loosened, begin, find, event })";
const { terms, asked, loosened, begin, find, event } = runInNewContext(`${readFileSync(script, "utf8")};${parts}`, page);

const search = async ([query, chosen]) => {
  const index = await begin();
  let found = await find(index, asked(query), chosen);
  if (query && !found.length) found = await find(index, loosened(asked(query)), chosen);
  return Promise.all(found.map((number) => event(index, number)));
};
const found = [];
for (const query of queries) found.push(await search(query));
console.log(JSON.stringify({ terms: texts.map(terms), found }));
