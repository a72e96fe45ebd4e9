"""Reads texts with everything that the project ships, for tests of what is observed and asked about the craft."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from checker.domain.document import DocumentKind
from checker.domain.finding import Finding
from checker.domain.observation import Observation
from checker.domain.pack import RuleBook
from checker.pipeline import load_book, mark_text
from checker.plugin_manager import Plugins
from checker.run.single_assessment import assessment_of_several
from checker.settings import Settings

SELF_ASSESSMENT = DocumentKind.SELF_ASSESSMENT


@lru_cache(maxsize=1)
def shipped() -> tuple[Plugins, RuleBook]:
    """Return the built-in plugins and the packs that they offer."""
    plugins = Plugins.load(Settings())
    return plugins, load_book(plugins)


def observed(text: str, *kinds: str, kind: DocumentKind = SELF_ASSESSMENT) -> list[Observation]:
    """Return what is observed in a document of these kinds of observation."""
    plugins, book = shipped()
    found = mark_text(text, plugins, book, kind=kind.value).observations
    return [one for one in found if one.kind in kinds]


def asked(rule: str, *documents: tuple[str, str, str], as_of: str = "2026-03-31") -> tuple[Finding, ...]:
    """Return the findings of a shipped rule about documents: name, kind and text of each."""
    plugins, book = shipped()
    marked = [mark_text(text, plugins, book, kind=kind, name=name, as_of=as_of) for name, kind, text in documents]
    asked_rule = next(one for one in book.rules if one.id == rule)
    return plugins.evaluate(asked_rule, assessment_of_several(marked, book, as_of))


def told(one: Observation, *names: str) -> Sequence[str]:
    """Return some attributes of an observation; empty where they are not told."""
    return [one.attributes.get(name, "") for name in names]
