#!/usr/bin/env python3
"""How many right and wrong readings each rule makes on a corpus, and how far its confidence can be trusted.

    dateline extract --input jsonl --format jsonl < CORPUS > READ
    tests/accuracy/by_rule.py CORPUS READ [CORPUS READ ...]

A corpus is JSON lines, `{"id", "timexes": [{"start", "end", "value", "type"}]}`, offsets in code points. A reading is
right when an expression of the corpus overlaps it and has the same value; `false` counts those that overlap
none. The second table says, of the readings at or above each confidence, how many have the right value: those that
overlap an expression of the corpus, and all of them.
"""

import collections
import json
import sys

LEVELS = (0.95, 0.9, 0.85, 0.8, 0.7, 0.5, 0.0)


def documents(path):
    with open(path, encoding="utf-8") as lines:
        return {it["id"]: it for it in map(json.loads, filter(str.strip, lines))}


def partner(reading, expressions):
    """The expression that shares most characters with the reading, if one shares any."""
    def shared(it):
        return min(it["end"], reading["end"]) - max(it["start"], reading["start"])
    best = max(expressions, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None


def judged(pairs):
    """Each reading with `right`, `wrong` or `false`."""
    for corpus, read in pairs:
        answers = documents(read)
        for name, document in documents(corpus).items():
            for reading in answers.get(name, {}).get("timexes", []):
                expression = partner(reading, document["timexes"])
                if expression is None:
                    yield reading, "false"
                else:
                    same = expression.get("value") == reading["value"]
                    yield reading, "right" if same else "wrong"


def main():
    paths = sys.argv[1:]
    if not paths or len(paths) % 2:
        sys.exit(__doc__)
    readings = list(judged(zip(paths[::2], paths[1::2])))
    by_rule = collections.defaultdict(collections.Counter)
    confidence = collections.defaultdict(float)
    for reading, verdict in readings:
        by_rule[reading["rule"]][verdict] += 1
        confidence[reading["rule"]] += reading["confidence"]
    print(f"{'rule':24}{'right':>7}{'wrong':>7}{'false':>7}{'right %':>9}{'stated %':>10}")
    for rule, count in sorted(by_rule.items(), key=lambda it: -it[1].total()):
        total = count.total()
        print(f"{rule:24}{count['right']:7}{count['wrong']:7}{count['false']:7}"
              f"{100 * count['right'] / total:9.1f}{100 * confidence[rule] / total:10.1f}")
    print(f"\n{'confidence':>10}{'readings':>10}{'share %':>9}{'right, of those in the corpus %':>34}{'of all %':>10}")
    for level in LEVELS:
        above = [verdict for reading, verdict in readings if reading["confidence"] >= level]
        right = above.count("right")
        known = right + above.count("wrong")
        print(f"{level:10.2f}{len(above):10}{100 * len(above) / max(1, len(readings)):9.1f}"
              f"{100 * right / max(1, known):34.1f}{100 * right / max(1, len(above)):10.1f}")


if __name__ == "__main__":
    main()
