"""The files of a new overlay: a pack that changes another one. Nothing here writes them."""

from __future__ import annotations

_PACK = """\
schema: pack/1
id: $name
title: "What we ask otherwise: $name"
version: "0.1.0"
engine: "$engine"
framework: $framework
edition: $edition
extends: [$base]
# `checker rules build` asks for these too, before the pack is handed on:
# licence: CC-BY-4.0
# author: who answers for the pack
# date: "2026-03-31"
"""

_OVERLAY = """\
# What is different from $base: three examples to change. Every change says why.
# `checker rules list` names the rules, `checker rules show RULE` what can be set.
override:
  - rule: $overridden                    # title, why, remedy, cannot_tell, weight, expects, add, remove
    weight: $weight
    because: Our region agreed how much this matters here.
  - expectation: $expectation
    add: {look_for: [lantern bridge scheme]}   # what it is called where you are
    because: This is what our scheme is called.
disable:
  - rule: $disabled
    because: We ask for this in another way.
"""

_CASES = """\
# What the added words should hit and miss:  checker rules test $folder --coverage
phrases:
  $expectation:
    hits: ["The Lantern Bridge scheme is open to everyone."]
    misses: ["The lantern on the bridge was mended."]
"""

_README = """\
# $name

This pack changes the pack `$base`; it copies nothing of it. What it changes stands in `overlay.yaml`, each change with
its reason, and `$expectation.cases.yaml` shows that added words are found.

    checker rules validate $folder              every mistake, with file and line
    checker rules test $folder --coverage       its cases, run on $base as this pack changes it
    checker rules diff $base $folder            every change, old and new
    checker rules show $overridden --why --pack $folder
    checker rules preview $folder --out $name.docx    for sign-off, in words
    checker rules build $folder --out $name.zip       to hand it on; asks for licence, author and date
"""

OVERLAY_FILES = {
    "pack.yaml": _PACK,
    "overlay.yaml": _OVERLAY,
    "$expectation.cases.yaml": _CASES,
    "README.md": _README,
}
