#!/usr/bin/env node
// Runs all the files of tests, two at a time, and prints what each test says and a summary.
//
// `node --test` does the same one file at a time on two cores: older versions cannot be told otherwise.

import { readdirSync } from "node:fs";
import path from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";

import { SUITE } from "./lib/machine.mjs";

const files = readdirSync(SUITE).filter((file) => file.endsWith(".test.mjs"));
const results = run({ files: files.map((file) => path.join(SUITE, file)), concurrency: 2 });
results.on("test:fail", () => {
  process.exitCode = 1;
});
results.compose(new spec()).pipe(process.stdout);
