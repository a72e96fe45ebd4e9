"""Overlays on the invented pack of a kitchen, for tests of what they change and where they disagree."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from checker.domain.pack import Expectation, Rule, RuleBook
from checker.stages.packs import load_rule_book

HEADER = """\
schema: pack/1
id: {id}
title: What {id} expects
version: "0.1.0"
engine: ">=0.1,<1"
framework: kitchens
extends: [{extends}]
"""
WEIGHT = "override:\n  - {{rule: fresh-food.recent, weight: {weight}, because: So it is.}}\n"
MONTHS = "override:\n  - {{default_rule: recent, expects: {{months: {months}}}, because: So it is.}}\n"
TITLE = "override:\n  - {{expectation: fresh-food, title: {title}, because: So it is.}}\n"
OFF = "disable:\n  - {rule: fresh-food.recent, because: Nobody asks.}\n"


def an_overlay(kitchen: Any, id: str, overlay: str, extends: str = "village-kitchen") -> Path:
    folder: Path = kitchen.folder / id
    folder.mkdir()
    (folder / "pack.yaml").write_text(HEADER.format(id=id, extends=extends), encoding="utf-8")
    (folder / "overlay.yaml").write_text(overlay, encoding="utf-8")
    return folder


def loaded(kitchen: Any, *overlays: Path) -> RuleBook:
    if not (kitchen.folder / "kitchen").exists():
        kitchen.pack()
    criteria = {name: dict(schema) for name, schema in kitchen.criteria.items()}
    criteria["recent_enough"] |= {"properties": {"months": {"type": "integer", "x-stricter": "lower"}}}
    return load_rule_book([kitchen.folder / "kitchen", *overlays], criteria=criteria)


def rule_of(book: RuleBook, name: str) -> Rule:
    return next(rule for rule in book.rules if rule.id == name)


def expectation_of(book: RuleBook, name: str) -> Expectation:
    return next(one for one in book.expectations if one.id == name)
