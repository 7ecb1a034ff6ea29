#!/usr/bin/env python3
"""What each rule brings on a corpus: the readings that would be right, or wrong, without it.

    tests/accuracy/leave_one_out.py DATELINE CORPUS [CORPUS ...]

DATELINE is the program; a corpus is as in by_rule.py. Each rule that `dateline rules` lists, for dates and for
tenses, is left out once. A line says how many right readings the rule adds, how many wrong ones, and the change of
the value F1 of all corpora together, in points; `harms` marks a rule without which that figure would be higher.
Values count as in by_rule.py. A rule is left out only where it stands alone: a date with its time still reads the
weekday inside it, so what such a rule brings is more than its line says.
"""

import collections
import json
import subprocess
import sys

from by_rule import documents, partner


def rules(dateline):
    shown = subprocess.run([dateline, "rules", "--format", "json"], capture_output=True, check=True, text=True)
    return [rule["name"] for rule in json.loads(shown.stdout)]


def read(dateline, corpus, without=()):
    options = [option for rule in without for option in ("--without", rule)]
    command = [dateline, "extract", "--input", "jsonl", "--format", "jsonl", *options]
    with open(corpus, encoding="utf-8") as lines:
        out = subprocess.run(command, stdin=lines, capture_output=True, check=True, text=True).stdout
    return {it["id"]: it["timexes"] for it in map(json.loads, out.splitlines())}


def count(gold, answers):
    """Right and wrong readings, and how many expressions there are and were met."""
    counts = collections.Counter()
    for name, document in gold.items():
        expressions = document["timexes"]
        counts["expressions"] += len(expressions)
        met = set()
        for reading in answers.get(name, []):
            expression = partner(reading, expressions)
            key = expression and expression["start"]
            right = expression is not None and key not in met and expression.get("value") == reading["value"]
            met.add(key)
            counts["right" if right else "wrong"] += 1
    return counts


def value_f1(counts):
    read_in_all = counts["right"] + counts["wrong"]
    return 200 * counts["right"] / max(1, read_in_all + counts["expressions"])


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    dateline, corpora = sys.argv[1], sys.argv[2:]
    gold = {corpus: documents(corpus) for corpus in corpora}

    def counted(without):
        each = (count(gold[corpus], read(dateline, corpus, without)) for corpus in corpora)
        return sum(each, collections.Counter())

    everything = counted(())
    print(f"with all rules: {everything['right']} right, {everything['wrong']} wrong,"
          f" value F1 {value_f1(everything):.2f}\n")
    print(f"{'rule':24}{'right':>7}{'wrong':>7}{'value F1':>10}")
    rows = []
    for rule in rules(dateline):
        less = counted((rule,))
        brings = [everything[key] - less[key] for key in ("right", "wrong")]
        rows.append((value_f1(everything) - value_f1(less), rule, brings))
    for gain, rule, (right, wrong) in sorted(rows, reverse=True):
        print(f"{rule:24}{right:+7}{wrong:+7}{gain:+10.2f}{'  harms' if gain < 0 else ''}")


if __name__ == "__main__":
    main()
