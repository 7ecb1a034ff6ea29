// What the pages of a site say of themselves, read by the browser's own parser (no page is opened).

import { pathToFileURL } from "node:url";
import path from "node:path";

import { BASE, textOf } from "./sites.mjs";

/** Reads one document: runs in the browser. */
function readDocument(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const all = (selector) => [...page.querySelectorAll(selector)];
  const addresses = all("[href], [src], [action]").flatMap((element) =>
    ["href", "src", "action"].filter((name) => element.hasAttribute(name)).map((name) => ({
      address: element.getAttribute(name),
      text: element.outerHTML.slice(0, 160),
    })),
  );
  const sources = all("[srcset]").flatMap((element) =>
    element.getAttribute("srcset").split(",").map((part) => ({ address: part.trim().split(/\s+/)[0], text: element.outerHTML.slice(0, 160) })),
  );
  return {
    language: page.documentElement.lang,
    direction: page.documentElement.dir || "ltr",
    ids: all("[id]").map((element) => element.id),
    links: [...addresses, ...sources],
    alternates: all("link[rel=alternate]").map((element) => ({ type: element.type, address: element.getAttribute("href") })),
    canonical: page.querySelector("link[rel=canonical]")?.getAttribute("href") ?? null,
    isListed: !/noindex/.test(page.querySelector("meta[name=robots]")?.content ?? ""),
    meta: Object.fromEntries(all("meta[content]").map((element) => [element.getAttribute("property") ?? element.name, element.content])),
    jsonLd: all("script[type='application/ld+json']").map((element) => element.textContent),
  };
}

/** What each page of a site says: a map from its path. */
export async function inventoryOf(browser, site) {
  const page = await browser.newPage();
  try {
    const documents = new Map();
    for (const file of site.pages) documents.set(file, await page.evaluate(readDocument, textOf(site, file)));
    return documents;
  } finally {
    await page.close();
  }
}

/** The file that an address leads to under the site's own path, or nothing where it leads elsewhere. */
export function fileOf(address) {
  if (address.origin !== BASE.origin || !address.pathname.startsWith(BASE.pathname)) return null;
  const file = decodeURIComponent(address.pathname.slice(BASE.pathname.length));
  return file === "" || file.endsWith("/") ? `${file}index.html` : file;
}

/** The address of a file under the site's path, and that of the same file on a disk. */
export const addressOnHost = (file) => new URL(file.split("/").map(encodeURIComponent).join("/"), BASE);
export const addressOnDisk = (site, file) => pathToFileURL(path.join(site.folder, file));
