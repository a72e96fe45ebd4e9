"""The files of a new rule pack. Nothing here writes them."""

from __future__ import annotations

AUTHOR = "who answers for the pack"
"""The example of an author, which no pack that is handed on may keep."""

_PACK = """\
schema: pack/1
id: $name
title: "What we expect: $name"
version: "0.1.0"
engine: "$engine"
framework: $framework
edition: $edition
# `checker rules build` asks for these too, before the pack is handed on:
# licence: CC-BY-4.0
# author: who answers for the pack
# date: "2026-03-31"
"""

_STATEMENT = """\
# One expectation to start from: change its words, then run  checker rules test
statement: $statement
expectations:
  - id: $name-newsletter                 # unique over all packs
    title: A newsletter keeps partners informed
    serves: [$serves]
    why: Partners who know what is going on can act on it.
    status: derived
    look_for:                            # each is enough on its own; a|b is either word, ... is a few words between
      - partners|partnership ... newsletter|bulletin
    rules:
      - id: $name-newsletter.evidenced
        title: The newsletter is there
        criterion: evidenced
        expects: {}
        weight: helpful
        why: What nobody can show is easily forgotten.
        remedy: Add an issue of the newsletter, or a passage that says who receives it and how often.
        status: derived
"""

_CASES = """\
# What the words should hit and miss, and what the rule should find:  checker rules test
phrases:
  $name-newsletter:
    hits: ["Partners receive a newsletter every month."]
    misses: ["The newsletter of the leisure centre is popular."]
$name-newsletter.evidenced:
  - case: the newsletter is sent
    given: ["Partners receive a helpful newsletter every month and told us that it works well."]
    outcome: met
    cites: Partners receive
  - case: nothing is said of it
    given: ["The leisure centre opens at nine."]
    outcome: not met
  - case: it is only planned
    given: ["We will send a newsletter to partners next year."]
    outcome: not met
"""

PACK_FILES = {"pack.yaml": _PACK, "$statement.yaml": _STATEMENT, "$statement.cases.yaml": _CASES}
