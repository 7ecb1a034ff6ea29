// The sites that the tests look at, each built by the program itself into a folder of its own.
//
//   content ──dateline build──▶ a temporary folder ──▶ Site { name, folder, pages, files }
//
// The program is `DATELINE_BIN`, else the one that `cargo build` has left in `target/debug`.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { PROJECT, SUITE } from "./machine.mjs";
import { writeRegister } from "./register.mjs";

/** Where the sites say that they stand. Their server answers under the same path, at another host. */
export const BASE = new URL("https://timelines.test/stories/");

/** Later than every article, so that what is published does not depend on the day of the test. */
const TODAY = "2030-01-01";

const own = (name) => ({ root: path.join(SUITE, "sites", name) });
const register = (events, ...story) => ({
  write: (root) => writeRegister(path.join(root, "content", ...story), events),
});

/** The one place to add a site. */
const PROJECTS = {
  // The sample stories.
  sample: { root: PROJECT },
  // One story at the root, of 12 events.
  tunnel: own("tunnel"),
  // Dates of every kind: before the common era, years, decades, ranges, one ahead.
  comet: own("comet"),
  // Two newspapers that do not agree on a date.
  disputed: own("disputed"),
  // Arabic, from right to left.
  suez: own("suez"),
  mauer: own("mauer"),
  // Content that tries to break out of the page.
  hostile: own("hostile"),
  // Stories without events, and a plain page.
  empty: own("empty"),
  // For load: as many as stand on one page, and more than that.
  thousand: register(1_000),
  long: register(1_600, "register"),
};

export const SITE_NAMES = Object.keys(PROJECTS);

/** The sites whose every page is looked at: those for load repeat one page a thousand times. */
export const WALKED_SITES = SITE_NAMES.filter((name) => !PROJECTS[name].write);

function binary() {
  const program = process.env.DATELINE_BIN ?? path.join(PROJECT, "target/debug/dateline");
  if (!existsSync(program)) throw new Error(`there is no program at ${program}: run cargo build, or set DATELINE_BIN`);
  return program;
}

function filesBelow(folder, at = "") {
  return readdirSync(path.join(folder, at), { withFileTypes: true })
    .flatMap((entry) => {
      const name = path.posix.join(at, entry.name);
      return entry.isDirectory() ? filesBelow(folder, name) : [name];
    })
    .sort();
}

function build(name) {
  const workshop = mkdtempSync(path.join(os.tmpdir(), `dateline-${name}-`));
  process.on("exit", () => rmSync(workshop, { recursive: true, force: true }));
  const project = PROJECTS[name];
  project.write?.(workshop);
  const folder = path.join(workshop, "public");
  const where = ["--root", project.root ?? workshop, "--output", folder];
  const program = binary();
  try {
    execFileSync(program, ["build", "--quiet", ...where, "--base-url", BASE.href, "--today", TODAY], { stdio: "pipe" });
  } catch (error) {
    throw new Error(`the site ${name} was not built:\n${error.stderr ?? error.message}`);
  }
  return siteAt(folder, name);
}

/** A site that stands in a folder, built already. */
export function siteAt(folder, name = folder) {
  const files = filesBelow(folder).filter((file) => !file.startsWith("."));
  return { name, folder: path.resolve(folder), files, pages: files.filter((file) => file.endsWith(".html")) };
}

const built = new Map();

/** The site of that name, built when it is asked for first. */
export function siteNamed(name) {
  if (!built.has(name)) built.set(name, build(name));
  return built.get(name);
}

/** The text of a file of a site. */
export function textOf(site, file) {
  if (!site.files.includes(file)) throw new Error(`${site.name} has no file ${file}`);
  return readFileSync(path.join(site.folder, file), "utf8");
}

/** What a story's `events.json` says. */
export function eventsOf(site, story = "") {
  return JSON.parse(textOf(site, path.posix.join(story, "events.json"))).events;
}
