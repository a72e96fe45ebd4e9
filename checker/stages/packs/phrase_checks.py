"""Checks of phrases: one that can never be found, or that every sentence has, is a mistake of its author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from math import prod

from checker.errors import Problem
from checker.matching import MOST_WORDS_BETWEEN, PhraseMatcher
from checker.stages.packs.files import RawPack
from checker.text.phrase_forms import compile_phrase
from checker.yaml_checks.node import Node

_COMMON = """
a all also am an and any are as at be been but by can did do does for from had has have he her his i if in into is it
its may more no not of on or our out she should so some such than that the their them then there these they this
those to up was we were what when which who will with would you your
"""
_EMPTY_WORDS = frozenset(_COMMON.split())
_GAP = re.compile(r"\.\.\.|…")
_INNER_EXACT = re.compile(r"(?<=[\s|])=+([^\s|]+)")
_MOST_FORMS = 5_000


def check_phrases(pack: RawPack) -> Iterator[Problem]:
    """Yield phrases that cannot work, of expectations, of rules with words of their own, and of lexicons."""
    owners = [expectation for _, expectation in pack.expectations()]
    for owner in owners + pack.written_rules():
        yield from check_owner(owner)
    for lexicon in pack.of("lexicon"):
        for family in lexicon.nodes("families"):
            yield from _check_repeated(family, ("entries",))
            yield from filter(None, map(_unusable, family.texts("entries")))


def check_owner(owner: Node) -> Iterator[Problem]:
    """Yield what is wrong with the phrases under one expectation, rule or group of added words."""
    sound: dict[str, list[Node]] = {}
    for key in ("look_for", "hints", "not_when"):
        for phrase in (phrase for phrase in owner.texts(key) if phrase.text.strip()):
            problem = _unusable(phrase) or (_too_common(phrase) if key != "not_when" else None)
            if problem:
                yield problem
            else:
                sound.setdefault(key, []).append(phrase)
    yield from _check_repeated(owner, ("look_for", "hints"))
    yield from _check_repeated(owner, ("not_when",))
    yield from _check_hidden(sound)


def _check_repeated(owner: Node, keys: tuple[str, ...]) -> Iterator[Problem]:
    """The same phrase twice, or as a hint beside look_for, does nothing."""
    first: dict[str, Node] = {}
    for phrase in (phrase for key in keys for phrase in owner.texts(key)):
        folded = phrase.text.strip() if phrase.text.startswith("=") else " ".join(phrase.text.lower().split())
        if folded and folded in first:
            message = f"the phrase '{phrase.text}' is already in line {first[folded].line}"
            yield phrase.problem(message, "keep one of the two")
        first.setdefault(folded, phrase)


def _unusable(phrase: Node) -> Problem | None:
    if not any(character.isalnum() for character in phrase.text):
        message = f"the phrase '{phrase.text}' has no letters or digits and can never be found"
        return phrase.problem(message, "one or more words")
    exact = phrase.text.startswith("=")
    if exact and (bar := next((sign for sign in ("|", "...", "…") if sign in phrase.text), "")):
        message = f"'{bar}' is taken letter by letter after '=', so '{phrase.text}' is never found"
        return phrase.problem(message, "a phrase of its own for each spelling: =AB, then =CD")
    if inner := _INNER_EXACT.search(phrase.text.strip()):
        message = (
            f"'=' counts at the beginning of a phrase only, so '{phrase.text}' would find '{inner[1]}' in any letters"
        )
        return phrase.problem(message, f"={inner[1]} as a phrase of its own, or '{inner[1]}' without '='")
    segments = [phrase.text] if exact else _GAP.split(phrase.text)
    if not all(segment.strip() for segment in segments):
        return phrase.problem(f"'...' has words on one side only in '{phrase.text}'", "words ... words")
    choices = [] if exact else [choice for segment in segments for choice in _alternatives(segment)]
    if not all(choices):
        return phrase.problem(f"a bar has nothing on one side in '{phrase.text}'", "word|word")
    try:
        compile_phrase(phrase.text)
    except ValueError as error:
        return phrase.problem(str(error), "a phrase that can be found")
    return None


def _alternatives(segment: str) -> list[str]:
    """Return what stands on either side of each bar, empty where nothing does."""
    runs = re.split(r"\s+\|\s+", f" {segment.strip()} ")
    words = [word for run in runs for word in run.split()]
    return [run.strip() for run in runs] + [choice for word in words for choice in word.split("|")]


def _too_common(phrase: Node) -> Problem | None:
    if phrase.text.startswith("="):
        return None
    segments = [re.split(r"\s+\|\s+", segment.strip()) for segment in _GAP.split(phrase.text)]
    if all(any(_is_empty(run) for run in runs) for runs in segments):
        message = f"the phrase '{phrase.text}' would be found in almost every sentence"
        return phrase.problem(message, "words that only this expectation has, or '=' for an abbreviation")
    return None


def _is_empty(run: str) -> bool:
    """Whether a run is one word, or a choice of one, that says nothing of its own."""
    return len(run.split()) == 1 and any(choice.lower() in _EMPTY_WORDS for choice in run.strip().split("|"))


def _check_hidden(sound: dict[str, list[Node]]) -> Iterator[Problem]:
    """A phrase that `not_when` hides wherever it stands can never count."""
    hiding = sound.get("not_when", [])
    if not hiding:
        return
    matcher = PhraseMatcher([phrase.text for phrase in hiding])
    for phrase in (*sound.get("look_for", []), *sound.get("hints", [])):
        if hidden_by := always_hidden_by(phrase.text, matcher):
            lines = sorted({hiding[number].line for number in hidden_by})
            where = f"line{'s' if len(lines) > 1 else ''} {', '.join(map(str, lines))}"
            message = f"the phrase '{phrase.text}' can never count: not_when hides it ({where})"
            yield phrase.problem(message, "take one of the two out, or make not_when longer")


def always_hidden_by(text: str, matcher: PhraseMatcher) -> set[int]:
    """Return which phrases of the matcher cover everything that a phrase can stand for; none if anything is left."""
    found: set[int] = set()
    for sample in _samples(text):
        (hits,) = matcher.find(sample, [(0, len(sample))])
        covering = {hit.phrase for hit in hits if hit.start == 0 and hit.end == len(sample)}
        if not covering:
            return set()
        found |= covering
    return found


def found_wherever(text: str, matcher: PhraseMatcher) -> bool:
    """Whether some phrase of the matcher is found in everything that a phrase can stand for."""
    found = [any(matcher.find(sample, [(0, len(sample))])) for sample in _samples(text)]
    return bool(found) and all(found)


def _samples(text: str) -> Iterator[str]:
    """Yield texts in which a phrase is found, with narrow and wide gaps in either order; none if they are too many."""
    compiled = compile_phrase(text)
    if compiled.exact:
        yield compiled.exact
    elif prod(len(literals) for literals in compiled.segments) <= _MOST_FORMS:
        gaps = (" ", f" {'x ' * MOST_WORDS_BETWEEN}")
        for parts in product(*compiled.segments):
            if len(parts) == 1:
                yield parts[0]
            else:
                yield from (gap.join(order) for order in (parts, parts[::-1]) for gap in gaps)
