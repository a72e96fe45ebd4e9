"""What the author of packs should know and no check refuses: valid packs may mean less than they seem to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.domain.coverage import unserved
from checker.domain.pack import RuleBook
from checker.domain.tailoring import disagreements
from checker.errors import Problem
from checker.stages.packs.lexicon_names import misspelt_lexicons


def advice(book: RuleBook, lexicons: Iterable[str] = ()) -> list[Problem]:
    """
    Return expectations that no rule asks about or that are suspect, what overlays disagree about and what they leave
    unasked, and lexicons that seem to be misspelt, by place. `lexicons`: the ids of those that plugins read.
    """
    return sorted(
        [*_unasked(book), *_suspect(book), *_disagreeing(book), *_unserved(book), *misspelt_lexicons(book, lexicons)]
    )


def _unasked(book: RuleBook) -> Iterator[Problem]:
    switched_off = {rule.expectation for pack in book.packs for rule in pack.disabled}
    for one in book.expectations:
        if not one.rules and one.id not in switched_off:
            message = f"nothing asks about the expectation '{one.id}': its absence would be no gap"
            expected = "rules of its own, a default-rules.yaml, or a pack that it extends"
            yield Problem(file=one.file, line=one.line, message=message, expected=expected)


def _suspect(book: RuleBook) -> Iterator[Problem]:
    for one in book.expectations:
        if one.suspect:
            message = f"the expectation '{one.id}' is suspect. {one.suspect}"
            yield Problem(file=one.file, line=one.line, message=message, expected="look whether it still fits")


def _disagreeing(book: RuleBook) -> Iterator[Problem]:
    for one in disagreements(book.overrides):
        place = one.others[0]
        yield Problem(
            file=place.file, line=place.line, message=str(one), expected="one value, or one pack on the other"
        )


def _unserved(book: RuleBook) -> Iterator[Problem]:
    """A hole with a reason is a decision, so it is no mistake; nobody should come upon it only later."""
    for one in unserved(book):
        place, wanted = one.switches[0], "an expectation of your own that serves it, unless this is meant"
        yield Problem(file=place.file, line=place.line, message=str(one), expected=wanted)
