"""What a reader must know of the packs and the edition before reading on."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from checker.domain.coverage import unserved
from checker.domain.framework import FactStatus
from checker.domain.pack import RuleBook
from checker.domain.tailoring import disagreements


def pack_warnings(book: RuleBook, scope: Collection[str]) -> tuple[str, ...]:
    """
    Return warnings about an edition that is not the usual one, packs that disagree, what packs leave unasked, and
    suspect expectations.
    """
    disagreeing = (str(one) for one in disagreements(book.overrides))
    return (*_edition(book), *disagreeing, *_unserved(book, scope), *_suspect(book, scope))


def _edition(book: RuleBook) -> Iterator[str]:
    edition = book.framework.edition
    if not edition.about:
        return
    sure = "" if edition.status is FactStatus.CONFIRMED else f" It is {edition.status.value}."
    yield f"Edition of the framework: {edition.label}.{sure} {edition.about}"


def _unserved(book: RuleBook, scope: Collection[str]) -> Iterator[str]:
    return (f"{one}." for one in unserved(book) if one.statement.id in scope)


def _suspect(book: RuleBook, scope: Collection[str]) -> Iterator[str]:
    found = [one for one in book.expectations if one.suspect and one.statement in scope]
    if found:
        what = "expectation rests" if len(found) == 1 else "expectations rest"
        names = ", ".join(one.id for one in found)
        yield f"{len(found)} {what} on wording that has changed since, and may no longer fit: {names}."
