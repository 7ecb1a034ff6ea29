// Searches the events of the site by the index beside the page of search, which is made and described in
// src/render/search of Dateline's sources. Without it, or with no script, the page lists the events itself.

// Words are read as the index reads them; a test holds both to it.
const SAME = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i", ς: "σ", ـ: "" };
const SPACELESS = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005\\u3040-\\u30ff\\u3400-\\u9fff\\u{20000}-\\u{3ffff}";
const PARTS = new RegExp(`[${SPACELESS}]+|[^${SPACELESS}]+`, "gu");
const PIECES = new RegExp(`[${SPACELESS}]|(?:(?![${SPACELESS}])[\\p{Alphabetic}\\p{N}\\p{M}])+`, "gu");
const isSpaceless = (text) => new RegExp(`^[${SPACELESS}]`, "u").test(text);

const fold = (text) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøłđıςـ]/g, (letter) => SAME[letter])
    .replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt() & 15);

const parts = (text) => (fold(text).match(/[\p{Alphabetic}\p{N}]+/gu) ?? []).flatMap((run) => run.match(PARTS));

const pairs = (part) => [...part].map((letter, at, all) => letter + (all[at + 1] ?? ""));

const terms = (text) => parts(text).flatMap((part) => (isSpaceless(part) ? pairs(part) : [part]));

// What a query asks for: terms, of which the last word, and a lone letter of a script without spaces, may go on.
const asked = (query) =>
  parts(query).flatMap((part, at, all) => {
    if (!isSpaceless(part)) return [{ term: part, open: at === all.length - 1 && part.length > 1 }];
    const found = pairs(part);
    return (found.length > 1 ? found.slice(0, -1) : found).map((term) => ({ term, open: true }));
  });

// The same with the ends of its longer words left open, for there is no stemmer: `landing` finds what landed.
const loosened = (wanted) =>
  wanted.map((word) => {
    const isLong = word.term.length > 5 && !isSpaceless(word.term) && !/\p{N}/u.test(word.term);
    return isLong ? { term: word.term.slice(0, Math.max(4, word.term.length - 3)), open: true } : word;
  });

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const numbers = (text) => {
  const all = [];
  let [number, shift] = [0, 0];
  for (const letter of text) {
    const digit = DIGITS.indexOf(letter);
    number |= (digit & 31) << shift;
    shift += 5;
    if (digit > 31) continue;
    all.push(number);
    [number, shift] = [0, 0];
  }
  return all;
};

const places = (text) => {
  let at = 0;
  return numbers(text).map((distance) => (at += distance));
};

// Each file is asked for once; one that did not come is asked for again.
const loaded = new Map();
const load = (path, options) => {
  const get = async () => {
    const answer = await fetch(path, options);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return path.includes(".json") ? answer.json() : answer.text();
  };
  if (!loaded.has(path)) loaded.set(path, get().catch((fault) => (loaded.delete(path), Promise.reject(fault))));
  return loaded.get(path);
};

const begin = async () => {
  const index = await load("index.json", { cache: "no-cache" });
  return { ...index, file: (path) => load(`${path}?${index.build}`) };
};

// The events that have a term, with what it weighs there.
const having = async (index, { term, open }) => {
  const after = open ? term + "\uffff" : term;
  const from = Math.max(index.terms.findLastIndex((first) => first <= term), 0);
  const files = [];
  for (let at = from; at < index.terms.length && index.terms[at] <= after; at++) files.push(index.file(`terms/${at}.txt`));
  const found = new Map();
  for (const line of (await Promise.all(files)).join("").split("\n")) {
    const [known, list] = line.split(" ");
    if (known !== term && !(open && known.startsWith(term))) continue;
    let at = 0;
    for (const number of numbers(list)) {
      at += number >> 2;
      const weight = (1 << (number & 3)) * (known === term ? 1 : 0.75);
      found.set(at, Math.max(found.get(at) ?? 0, weight));
    }
  }
  return found;
};

// The numbers of the events that have all that is asked, the best first; `chosen` maps a facet to its value.
const find = async (index, wanted, chosen) => {
  const all = await Promise.all(wanted.map((word) => having(index, word)));
  const facets = Object.keys(chosen).length ? await index.file("facets.json") : {};
  const sets = Object.keys(chosen).map((facet) => new Set(places(facets[facet][chosen[facet]])));
  const key = new Set(places(index.key));
  const score = (number) => {
    const weights = all.map((found) => found.get(number) * Math.log(1 + index.events / found.size));
    return weights.reduce((sum, weight) => sum + weight, 0) * (key.has(number) ? 1.3 : 1);
  };
  const least = [...all, ...sets].reduce((a, b) => (b.size < a.size ? b : a));
  return [...least.keys()]
    .filter((number) => [...all, ...sets].every((found) => found.has(number)))
    .map((number) => [score(number), number])
    .sort((a, b) => b[0] - a[0] || a[1] - b[1])
    .map(([, number]) => number);
};

const event = async (index, number) => {
  const block = await index.file(`results/${Math.floor(number / index.block)}.json`);
  const [story, address, headline, date, ...sentences] = block[number % index.block];
  const { title, events, language } = index.stories[story];
  const href = /[/#]/.test(address) ? address : `${events}${address}/index.html`;
  return { story: title, language, href, headline, date, sentences: sentences.map((it) => [it].flat()) };
};

const isOf = (piece, { term, open }) => {
  const words = terms(piece);
  return words.some((word) => word === term || (open && word.startsWith(term)) || (isSpaceless(piece) && term.includes(word)));
};

const hits = (text, wanted) => {
  const pieces = [...new Set(text.match(PIECES))];
  return wanted.filter((word) => pieces.some((piece) => isOf(piece, word))).length;
};

// Writes a text into an element, with what was asked for marked.
const write = (element, text, wanted) => {
  let from = 0;
  for (const { 0: piece, index } of text.matchAll(PIECES)) {
    if (!wanted.some((word) => isOf(piece, word))) continue;
    if (index > from || !element.lastElementChild) {
      element.append(text.slice(from, index), document.createElement("mark"));
    }
    element.lastElementChild.append(piece);
    from = index + piece.length;
  }
  element.append(text.slice(from));
};

const form = document.querySelector("form[role=search]");

if (form) {
  const FIRST = 20;
  const language = document.documentElement.lang;
  const status = document.querySelector("[role=status]");
  const results = document.getElementById("results");
  const more = document.getElementById("more");
  const hit = document.getElementById("hit").content.firstElementChild;
  const list = document.querySelector(".every");
  const listed = [...list.querySelectorAll("section li")];
  const selects = [...form.querySelectorAll("select")];
  const plurals = new Intl.PluralRules(language);
  const figures = new Intl.NumberFormat(language);

  const say = (key, n, values) => {
    const forms = JSON.parse(status.dataset[key]);
    const all = { n: figures.format(n), ...values };
    return (forms[plurals.select(n)] ?? forms.other).replace(/\{(\w+)\}/g, (name, key) => all[key] ?? name);
  };

  const show = ({ headline, href, date, story, language, sentences }, wanted) => {
    const row = hit.cloneNode(true);
    const at = (name) => row.querySelector(`[data-fill=${name}]`) ?? document.createElement("p");
    const best = sentences.reduce((a, b) => (hits(b[0], wanted) > hits(a[0], wanted) ? b : a), sentences[0]);
    at("date").textContent = date;
    at("story").textContent = story;
    at("headline").textContent = headline;
    at("headline").href = href;
    if (language) at("headline").lang = language;
    if (!best) at("sentence").parentElement.remove();
    else {
      if (best[1]) at("sentence").lang = best[1];
      write(at("sentence"), best[0], wanted);
    }
    return row;
  };

  const facets = [...form.querySelectorAll(".facet")];
  const offer = (isOffered) => {
    for (const facet of facets) facet.hidden = !isOffered;
    if (!isOffered) for (const select of selects) select.value = "";
  };

  // Without the index, what the page lists can be searched still, but by words alone.
  const sift = (wanted) => {
    for (const row of listed) row.hidden = wanted.length > 0 && hits(row.textContent, wanted) < wanted.length;
    for (const year of list.querySelectorAll("section")) year.hidden = !year.querySelector("li:not([hidden])");
    return listed.filter((row) => !row.hidden).length;
  };

  // What is typed while an answer is on its way makes it stale.
  let turn = 0;
  let rest = async () => {};

  const search = async () => {
    const mine = ++turn;
    const query = form.q.value.trim();
    let wanted = asked(query);
    const chosen = Object.fromEntries(selects.filter(({ value }) => value).map(({ name, value }) => [name, value]));
    const isAsked = query !== "" || Object.keys(chosen).length > 0;
    let found = [];
    let text = "";
    try {
      const index = isAsked && (await begin());
      if (wanted.length || (isAsked && !query)) found = await find(index, wanted, chosen);
      if (wanted.length && !found.length) {
        wanted = loosened(wanted);
        found = await find(index, wanted, chosen);
      }
      const from = (first) => Promise.all(found.slice(first, first + FIRST).map((number) => event(index, number)));
      const events = await from(0);
      if (mine !== turn) return;
      results.replaceChildren(...events.map((it) => show(it, wanted)));
      rest = async () => {
        const first = results.childElementCount;
        const next = (await from(first)).map((it) => show(it, wanted));
        if (mine !== turn) return;
        results.append(...next);
        more.hidden = results.childElementCount >= found.length;
        next[0]?.querySelector("a").focus();
      };
      offer(true);
      sift([]);
      if (found.length) text = say("events", found.length);
      else if (query) text = say("nothing", 0, { query });
      else if (isAsked) text = say("nothingChosen", 0);
    } catch {
      if (mine !== turn) return;
      found = [];
      results.replaceChildren();
      offer(false);
      text = `${say("events", sift(wanted))}. ${say("listOnly", 0)}`;
    }
    results.parentElement.hidden = !found.length;
    list.hidden = found.length > 0;
    more.hidden = found.length <= FIRST;
    status.textContent = text;
  };

  const remember = () => {
    const address = new URL(location.href);
    for (const { name, value } of [form.q, ...selects]) {
      if (value.trim()) address.searchParams.set(name, value.trim());
      else address.searchParams.delete(name);
    }
    try {
      history.replaceState(null, "", address);
    } catch {
      // A page straight from a folder has no address to change in some browsers.
    }
  };

  let timer;
  const soon = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(() => (remember(), search()), wait);
  };

  const recall = () => {
    const from = new URL(location.href).searchParams;
    form.q.value = from.get("q") ?? "";
    for (const select of selects) {
      const value = from.get(select.name) ?? "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    search();
  };

  form.addEventListener("input", () => soon(150));
  form.addEventListener("submit", (event) => (event.preventDefault(), soon(0)));
  more.addEventListener("click", () => rest().catch(() => search()));
  addEventListener("popstate", recall);
  recall();
}
