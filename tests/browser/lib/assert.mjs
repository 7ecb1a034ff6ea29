// Assertions whose failures say what, where and which element.

import assert from "node:assert/strict";

const SHOWN = 20;

/** Fails with the list of `faults`, if there are any. */
export function assertNone(faults, claim) {
  if (faults.length === 0) return;
  const shown = faults.slice(0, SHOWN).map((fault) => `\n  - ${fault}`);
  const more = faults.length > SHOWN ? `\n  and ${faults.length - SHOWN} more` : "";
  assert.fail(`${claim}, but:${shown.join("")}${more}`);
}

/** Fails where `actual` is more than `most`. */
export function assertAtMost(actual, most, what) {
  assert.ok(actual <= most, `${what}: ${actual}, at most ${most} allowed`);
}
