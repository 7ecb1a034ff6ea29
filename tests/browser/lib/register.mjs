// For load only: the register of a county that does not exist, told in sentences that are all different.
//
// `writeRegister(folder, events)` writes a story of articles, each with the events of some years, one a
// sentence. The same number of events gives the same bytes.

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const FIRST_YEAR = 1850;
const EVENTS_IN_AN_ARTICLE = 25;

const MONTHS = "January February March April May June July August September October November December".split(" ");
const PLACES = (
  "Alderton Brackley Coldmere Dunford Eastwold Farnby Greystoke Haverley Inglesham Kelbrook Lowick Marsham " +
  "Netherby Oakhurst Penrow Quenby Ravensford Saltby Thornwick Upwell Venmoor Westrey Yarlby"
).split(" ");
const WHO = [
  "council", "harbour board", "parish", "railway company", "school board", "county court", "water company",
  "miners' union", "historical society", "bishop", "fire brigade", "hospital board", "tram company", "mayor",
  "chamber of trade", "rowing club", "county library",
];
const DEEDS = [
  ["opened", ["a reading room", "a covered market", "the new bridge", "a night school", "a second platform"]],
  ["closed", ["the old quarry", "the ferry landing", "the toll house", "the cattle yard", "the paper mill"]],
  ["bought", ["a steam pump", "the glebe field", "forty acres of marsh", "a lifeboat", "the corn exchange"]],
  ["rebuilt", ["the sea wall", "the grammar school", "the fish market", "the north gate", "the town clock"]],
  ["founded", ["a cottage hospital", "a savings bank", "a weekly newspaper", "a brass band", "a botanic garden"]],
  ["sold", ["the gasworks", "the common land", "two fishing boats", "the manor house", "the old barracks"]],
  ["lost", ["a lawsuit over the weir", "the records of a century", "its charter", "the northern ferry line", "a granary to fire"]],
];
const ENDS = [
  "after a debate that lasted two evenings",
  "with money that a widow had left for it",
  "against the advice of its own surveyor",
  "before a crowd that filled the square",
  "because the winter had spoiled the road",
  "without a single vote against it",
  "to the surprise of the newspapers",
  "with the help of sixty volunteers",
  "under a law that Parliament had just passed",
  "following a petition of the shopkeepers",
  "despite heavy rain and a strike of the carters",
];

/** The digits of `number` in mixed radix: which item of each list it stands for. */
function choose(number, lists) {
  const chosen = [];
  for (const list of lists) {
    chosen.push(list[number % list.length]);
    number = Math.floor(number / list.length);
  }
  return chosen;
}

/** The `n`th sentence: its year and its words. No two are alike, since the lists' product is never reached. */
function sentence(n, year) {
  const deeds = DEEDS.flatMap(([verb, objects]) => objects.map((object) => [verb, object]));
  const [place, who, [verb, object]] = choose(n * 7_919, [PLACES, WHO, deeds]);
  const [end, month] = choose(n * 31, [ENDS, MONTHS]);
  const day = 1 + ((n * 11) % 28);
  return `On ${day} ${month} ${year}, the ${who} of ${place} ${verb} ${object}, ${end}.`;
}

/** Writes a story of `events` events into `folder`. */
export function writeRegister(folder, events) {
  mkdirSync(folder, { recursive: true });
  const title = "The county register";
  writeFileSync(path.join(folder, "_index.md"), `---\ntitle: ${title}\ndescription: For load only; nothing in it is true.\n---\n`);
  for (let first = 0; first < events; first += EVENTS_IN_AN_ARTICLE) {
    const numbers = Array.from({ length: Math.min(EVENTS_IN_AN_ARTICLE, events - first) }, (_, at) => first + at);
    // Ten events a year: a thousand fill a century.
    const dated = numbers.map((n) => [FIRST_YEAR + Math.floor(n / 10), n]);
    const last = dated.at(-1)[0] + 1;
    const volume = first / EVENTS_IN_AN_ARTICLE + 1;
    const head = `---\ntitle: The register, volume ${volume}\npublisher: Example Register\nurl: https://register.example/${volume}\n---\n\n`;
    const text = dated.map(([year, n]) => sentence(n, year)).join("\n\n");
    writeFileSync(path.join(folder, `${last}-12-31-volume-${volume}.md`), `${head}${text}\n`);
  }
}
