"""The work of `checker rules try`: the loop in which a rule author lives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from checker.cli.failed_plugins import telling_failures
from checker.cli.loaded import Loaded, load
from checker.cli.look import Look, count, safe
from checker.cli.running import Answer
from checker.domain.pack import Rule
from checker.errors import UnreadableError
from checker.pipeline import read_one
from checker.plugin_manager import PluginSetup
from checker.run.marked_document import MarkedDocument
from checker.run.rule_trial import Span, TriedSentence, Words, try_words
from checker.run.single_assessment import assessment_of
from checker.values import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class TryJob:
    """A rule or expectation to try, and the document to try it on."""

    rule: str
    file: Path
    as_of: str
    most: int
    packs: tuple[Path, ...]
    look: Look


def try_rule(job: TryJob, setup: PluginSetup) -> Answer:
    """Show hits, near misses and, for a rule, what it would say of this document alone."""
    loaded = load(setup, job.packs)
    words = _words(job.rule, loaded)
    marked = read_one(job.file, loaded.plugins, loaded.book, as_of=job.as_of)
    if not marked.passages:
        raise UnreadableError(f"{marked.record.name}: {marked.record.reason or 'there is no sentence in it'}")
    trial = try_words(words, marked)
    rule = loaded.rule(job.rule)
    lines = [
        *_section("hit", trial.hits, job, loaded),
        *_section("near miss", trial.near_misses, job, loaded),
        *(_outcome(rule, marked, job, loaded) if rule else ()),
        f"{words.key}: {_counted(len(trial.hits), 'hit')} and {_counted(len(trial.near_misses), 'near miss')} "
        f"in {count(len(marked.passages), 'sentence')}.",
    ]
    return telling_failures(Answer(text="\n".join(lines)), loaded.plugins)


def _words(name: str, loaded: Loaded) -> Words:
    """Return a rule's own words, else those of its expectation."""
    rule = loaded.rule(name)
    if rule and rule.look_for:
        return Words(key=rule.id, look_for=rule.look_for, not_when=rule.not_when)
    expectation = loaded.expectation(rule.expectation if rule else name)
    if expectation is None:
        raise loaded.unknown(name)
    return Words(
        key=expectation.id,
        look_for=expectation.look_for,
        hints=expectation.hints,
        not_when=expectation.not_when,
    )


def _section(what: str, found: tuple[TriedSentence, ...], job: TryJob, loaded: Loaded) -> Iterator[str]:
    yield job.look.title(_counted(len(found), what).capitalize())
    for one in found[: job.most]:
        yield from _sentence(one, job.look, loaded)
    if len(found) > job.most:
        yield f"  … and {len(found) - job.most} more (--most {len(found)} shows all)"
    yield ""


def _sentence(one: TriedSentence, look: Look, loaded: Loaded) -> Iterator[str]:
    passage = one.passage
    line = f"line {passage.line}" if passage.line else f"character {passage.start}"
    text = safe(marked_words(passage.text, passage.start, one.matched))
    yield from look.wrapped(text, 2, f"{line}: ")
    if one.why:
        yield from look.wrapped(one.why, 6)
    else:
        yield from look.wrapped("; ".join([*_by(one, loaded), f"{passage.polarity.value}, {passage.voice}"]), 6)


def _by(one: TriedSentence, loaded: Loaded) -> Iterator[str]:
    if not one.phrases:
        carried = not one.passage.own_words
        told = "it goes on about the sentence before" if carried else "it states a result for people"
        yield f"no words of its own: {told}"
    for phrase in one.phrases:
        yield f"{phrase.text} ({loaded.place(phrase.file, phrase.line)})"


def marked_words(text: str, offset: int, spans: Iterable[Span]) -> str:
    """Return a text with brackets around the words at `spans`, which count from where the text has `offset`."""
    pieces, done = [], 0
    for start, end in _joined(spans):
        pieces += [text[done : start - offset], "[", text[start - offset : end - offset], "]"]
        done = end - offset
    return "".join([*pieces, text[done:]])


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _outcome(rule: Rule, marked: MarkedDocument, job: TryJob, loaded: Loaded) -> Iterator[str]:
    yield job.look.title("On this document alone")
    for finding in loaded.plugins.evaluate(rule, assessment_of(marked, loaded.book, job.as_of)):
        name = f"{rule.id}/{safe(finding.item)}" if finding.item else rule.id
        yield from job.look.wrapped(f"{finding.outcome.value}: {safe(finding.reason)}", 2, f"{name}  ")
    yield ""


def _counted(number: int, what: str) -> str:
    return count(number, what, "near misses" if what == "near miss" else "")
