"""Method and limits: what the report rests on, and how its words are made."""

from __future__ import annotations

import json
from collections.abc import Iterator

from checker import ExpectationStatus, Override, counted, in_words

from ..wording import OUTCOME_WORDS, STATUS_WORDS, plain, tally
from .lookup import Lookup
from .parts import Facts, Fold, Heading, Items, Line, Paragraph, Part, Strong, Table, words

_STATUSES_EXPLAINED = {
    ExpectationStatus.SUPPORTED: (
        "passages affirm it and none reports a shortfall. It says that evidence was found, not that a duty is met."
    ),
    ExpectationStatus.MIXED: "passages affirm it, and others (or the other half of a sentence) report shortfalls.",
    ExpectationStatus.SHORTFALL: "passages report shortfalls, and none affirms it.",
    ExpectationStatus.ABSENT: (
        "no passage for or against was found by the words looked for. "
        "It may exist in other words, or in a file that was not given."
    ),
    ExpectationStatus.NOT_ASSESSED: "a file, a plugin or a rule failed. This is never good news.",
}
_LIMITS = (
    "Sentences are found by phrases that people wrote down, and judged by cues. Both make mistakes: check each quote.",
    "A plan counts as planned, never as evidence that something is done.",
    "What a council says of itself is not confirmed by saying it again.",
    "Pictures, scans, sound and film are not read by the built-in readers.",
)


def method(look: Lookup) -> Iterator[Part]:
    """Yield versions, settings, how statuses and priorities are made, limits, and what was read, by its hash."""
    yield Heading(level=2, text="Method and limits", anchor="method")
    yield Facts(rows=tuple(_versions(look)))
    yield Heading(level=3, text="What the words mean")
    explained = (
        (Strong(f"{STATUS_WORDS[status]} ({status.value}): "), text) for status, text in _STATUSES_EXPLAINED.items()
    )
    yield Items(items=tuple(explained))
    yield Heading(level=3, text="Limits")
    yield Items(items=tuple(words(line) for line in _LIMITS))
    yield from _tailoring(look)
    if look.report.summary.formula:
        yield Paragraph(line=(Strong("How the order of gaps is made: "), plain(look.report.summary.formula)))
    yield from _hashes(look)


def _versions(look: Lookup) -> Iterator[tuple[str, Line]]:
    run = look.report.run
    framework = look.report.framework
    yield "Checker", words(f"version {plain(run.checker)}")
    yield "Framework", words(plain(f"{framework.title}, {framework.publisher}; edition {framework.edition.label}"))
    yield "As of", words(in_words(run.as_of))
    yield "Rule packs", words(plain("; ".join(f"{one.name} {one.version}" for one in run.packs)) or "None")
    plugins = "; ".join(f"{one.name} {one.version} ({one.origin})" for one in run.plugins)
    yield "Plugins", words(plain(plugins) or "None")
    settings = (
        f"{key}: {json.dumps(value, ensure_ascii=False, default=str)}" for key, value in sorted(run.settings.items())
    )
    yield "Settings", words(plain("; ".join(settings)) or "None")
    yield "Answers", words(_outcomes(look))
    if framework.attribution:
        yield "Sources", words(plain(" ".join(framework.attribution)))


_WORDS = {
    "look_for": "further words to look for:",
    "hints": "further words that hint at it:",
    "not_when": "further words that mean something else:",
    "remove.look_for": "words that are no longer looked for:",
    "remove.hints": "words that no longer hint at it:",
    "remove.not_when": "words that no longer mean something else:",
}


def _tailoring(look: Lookup) -> Iterator[Part]:
    """Yield what overlays switch off or change, each with its reason."""
    changes = look.report.tailoring
    if not changes:
        return
    yield Heading(level=3, text="What packs change in others")
    yield Items(items=tuple(words(plain(_change(one))) for one in changes))


def _change(one: Override) -> str:
    done = "is switched off" if one.setting == "off" else f"has {_setting(one.setting)} {_value(one.value)}"
    lost = "" if one.in_force else " This does not count: another pack says otherwise, and counts."
    return f"The {one.kind.value} {one.target} {done} (pack {one.pack}, {one.place}): {one.because}{lost}"


def _setting(name: str) -> str:
    """Return what a setting is called; what is no change of words takes the place of the old value."""
    return _WORDS.get(name) or f"another {name.removeprefix('expects.').replace('_', ' ')}:"


def _value(text: str) -> str:
    """Return a value, which the report has as JSON, without its marks."""
    value = json.loads(text)
    items = value if isinstance(value, list) else [value]
    return ", ".join(item if isinstance(item, str) else json.dumps(item, ensure_ascii=False) for item in items)


def _outcomes(look: Lookup) -> str:
    found = look.report.summary.outcomes
    total = sum(found.values())
    answers = tally(found, {outcome.value: text.lower() for outcome, text in OUTCOME_WORDS.items()})
    return f"{counted(total, 'question')} asked: {answers}" if total else "No question was asked"


def _hashes(look: Lookup) -> Iterator[Part]:
    run = look.report.run
    rows = [(words(plain(f"Pack {one.name}")), words(plain(one.origin))) for one in run.packs if one.origin]
    rows += [(words(plain(name)), words(plain(value))) for name, value in sorted(run.inputs.items())]
    if rows:
        table = Table(caption="What was read, by its SHA-256", head=("File or pack", "SHA-256"), rows=tuple(rows))
        yield Fold(summary="What was read, by its SHA-256", parts=(table,))
