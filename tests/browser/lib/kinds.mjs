// The kinds of pages, each with a page that stands for it: the one place to add a kind.
//
// `path` may have a star for a part of it; the first page that fits is taken. `jsonLd` is the type that
// search engines are told, `cards` is whether the page is one to be shared (canonical, OpenGraph, Twitter).

import { siteNamed } from "./sites.mjs";

export const KINDS = [
  { name: "home", site: "sample", path: "index.html", cards: true },
  { name: "timeline", site: "sample", path: "moon-race/index.html", jsonLd: "ItemList", cards: true },
  { name: "timeline at the root", site: "tunnel", path: "index.html", jsonLd: "ItemList", cards: true },
  { name: "timeline of long spans", site: "comet", path: "index.html", jsonLd: "ItemList", cards: true },
  { name: "timeline from right to left", site: "suez", path: "index.html", jsonLd: "ItemList", cards: true },
  { name: "timeline in German", site: "mauer", path: "index.html", jsonLd: "ItemList", cards: true },
  { name: "timeline of hostile content", site: "hostile", path: "index.html", jsonLd: "ItemList", cards: true },
  { name: "timeline with a dispute", site: "disputed", path: "index.html", jsonLd: "ItemList", cards: true },
  { name: "timeline without events", site: "empty", path: "undated/index.html", cards: true },
  { name: "timeline without articles", site: "empty", path: "unwritten/index.html", cards: true },
  { name: "timeline in chapters", site: "long", path: "register/index.html", jsonLd: "ItemList", cards: true },
  { name: "chapter", site: "long", path: "register/page/*/index.html", jsonLd: "ItemList", cards: true },
  { name: "event", site: "sample", path: "moon-race/events/1969-07-20-*/index.html", jsonLd: "Event", cards: true },
  { name: "event from right to left", site: "suez", path: "events/*/index.html", jsonLd: "Event", cards: true },
  { name: "event of hostile content", site: "hostile", path: "events/2020-01-05-*/index.html", jsonLd: "Event", cards: true },
  { name: "article", site: "sample", path: "moon-race/eight-days/index.html", jsonLd: "NewsArticle", cards: true },
  { name: "article of hostile content", site: "hostile", path: "scripts/index.html", jsonLd: "NewsArticle", cards: true },
  { name: "people", site: "sample", path: "people/index.html", cards: true },
  { name: "places", site: "sample", path: "places/index.html", cards: true },
  { name: "tags", site: "sample", path: "tags/index.html", cards: true },
  { name: "person", site: "sample", path: "people/neil-armstrong/index.html", cards: true },
  { name: "place", site: "sample", path: "places/*/index.html", cards: true },
  { name: "tag", site: "sample", path: "tags/*/index.html", cards: true },
  { name: "how it was made", site: "sample", path: "moon-race/how-it-was-made/index.html", cards: true },
  { name: "corrections", site: "sample", path: "clemency/corrections/index.html", cards: true },
  { name: "search", site: "sample", path: "search/index.html", cards: true },
  { name: "embed", site: "sample", path: "embed/moon-race/index.html" },
  { name: "plain page", site: "empty", path: "about/index.html", cards: true },
  { name: "not found", site: "sample", path: "404.html" },
];

/** The page that stands for a kind. A kind without a page is a fault of the site. */
export function pageOf(kind) {
  const fits = new RegExp(`^${kind.path.replace(/[.]/g, "\\.").replace(/\*/g, "[^/]+")}$`);
  const found = siteNamed(kind.site).pages.find((page) => fits.test(page));
  if (!found) throw new Error(`the site ${kind.site} has no page of the kind "${kind.name}" at ${kind.path}`);
  return { site: kind.site, path: found };
}

/** The kind of that name. */
export function kindNamed(name) {
  const kind = KINDS.find((candidate) => candidate.name === name);
  if (!kind) throw new Error(`there is no kind of page named "${name}"`);
  return kind;
}
