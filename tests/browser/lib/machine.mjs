// What the suite needs of the machine: a browser, the npm packages, and a reader of PDF files.
//
// As a program, it prints one line that names what is missing and how to get it, and ends with code 1.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);

/** The folder of the suite, and that of the project. */
export const SUITE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
export const PROJECT = path.resolve(SUITE, "../..");

const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser's program: `CHROME_PATH` where it is set, else where systems put it. */
export function browserPath() {
  const candidates = process.env.CHROME_PATH ? [process.env.CHROME_PATH] : BROWSERS;
  return candidates.find((candidate) => existsSync(candidate));
}

/** Whether a program of that name can be run. */
export function runs(program, argument = "-v") {
  try {
    execFileSync(program, [argument], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function isInstalled(name) {
  return require.resolve.paths(name).some((folder) => existsSync(path.join(folder, name, "package.json")));
}

/** What is missing, each with how to get it. */
export function missing() {
  const packages = Object.keys(require("../package.json").devDependencies);
  const absent = packages.filter((name) => !isInstalled(name));
  const found = [
    [browserPath(), "a browser (apt-get install chromium, or set CHROME_PATH)"],
    [absent.length === 0, `the npm packages (npm ci --prefix tests/browser)`],
    [runs("pdftotext"), "pdftotext (apt-get install poppler-utils)"],
  ];
  return found.filter(([there]) => !there).map(([, what]) => what);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lacks = missing();
  if (lacks.length > 0) {
    console.log(`missing: ${lacks.join("; ")}`);
    process.exit(1);
  }
}
