// Looks at a page, as functions that the browser runs: each is whole in itself and gives back plain data.

/** An entry of a timeline, by its structure: an item of a list that holds an article. */
export const ENTRY = "main li:has(> article)";

/**
 * The texts that can be read on the page, in order: a list for each element that `within` selects, without
 * what stands inside `without`, and without what is only there for those who hear the page.
 */
export function textsOfEach({ within, without = "none" }) {
  const isClipped = (element) => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const { overflow, display } = getComputedStyle(at);
      if (overflow !== "visible" && display !== "inline" && at.clientWidth <= 1 && at.clientHeight <= 1) return true;
    }
    return false;
  };
  return [...document.querySelectorAll(within)].map((root) => {
    const texts = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      const text = walker.currentNode.data.replace(/\s+/g, " ").trim();
      if (!text || element.closest("script, style, template, noscript")) continue;
      if (element.closest(without) || !element.checkVisibility({ visibilityProperty: true })) continue;
      if (!isClipped(element)) texts.push(text);
    }
    return texts;
  });
}

/** What is wider than the window, by the elements that stick out of it. */
export function stickingOut() {
  const view = document.scrollingElement;
  if (view.scrollWidth <= innerWidth) return [];
  const scrollsItself = (element) => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(at).overflowX)) return true;
    }
    return false;
  };
  const wide = [...document.body.querySelectorAll("*")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1) && !scrollsItself(element);
  });
  const innermost = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
  const named = innermost.map((element) => {
    const { left, right } = element.getBoundingClientRect();
    return `${element.outerHTML.slice(0, 120)} reaches from ${Math.round(left)} to ${Math.round(right)} px`;
  });
  return [`the page is ${view.scrollWidth} px wide in a window of ${innerWidth} px`, ...named];
}

/** Shows all entries, where a timeline begins with its key events. */
export function showAll() {
  [...document.querySelectorAll("main form input[type=radio]")].at(-1)?.click();
}

/** Opens each `details`. */
export function openDetails() {
  for (const details of document.querySelectorAll("details")) details.open = true;
}
