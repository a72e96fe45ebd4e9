"""Several plugins' answers about the same sentences become one; the order of the answers is the order of precedence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from checker.domain.evidence import Because, Part, Qualifiers, Recognition
from checker.values import replace

_FIELDS = ("polarity", "voice", "evidence_category", "claim", "impact", "certainty", "dates")


def merged_recognitions(
    answers: Sequence[Sequence[tuple[Recognition, ...]]], count: int
) -> list[tuple[Recognition, ...]]:
    """Return for each sentence the best recognition of every key, highest score first, then by key."""
    rows = ([one for answer in answers for one in answer[number]] for number in range(count))
    return [_best(row) if len(row) > 1 else tuple(row) for row in rows]


def _best(found: Iterable[Recognition]) -> tuple[Recognition, ...]:
    best: dict[str, Recognition] = {}
    for one in found:
        if one.key not in best or one.score > best[one.key].score:
            best[one.key] = one
    return tuple(sorted(best.values(), key=lambda one: (-one.score, one.key)))


def merged_qualifiers(answers: Sequence[Sequence[Qualifiers]], count: int) -> list[Qualifiers]:
    """
    Return for each sentence the first answer to every field, with the words that decided it and the parts that go
    with a polarity.
    """
    if not answers:
        return [Qualifiers()] * count
    if len(answers) == 1:
        return list(answers[0])
    return [_first_of_each([answer[number] for answer in answers]) for number in range(count)]


def _first_of_each(rows: Sequence[Qualifiers]) -> Qualifiers:
    values: dict[str, Any] = {}
    because: list[Because] = []
    parts: tuple[Part, ...] = ()
    for row in rows:
        supplied = {name for name in _FIELDS if name not in values and getattr(row, name) is not None}
        values |= {name: getattr(row, name) for name in supplied}
        because += [word for word in row.because if supplied and (word.field in supplied or word.field not in _FIELDS)]
        parts += row.parts if "polarity" in supplied else ()
    return replace(Qualifiers(because=tuple(because), parts=parts), **values)
