"""What a sentence speaks to because of the section that it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from checker import Recognition

from .phrases import HINT, Found, because_of

_SECTION_SCORE = 0.3


def by_section(
    found: Iterable[Found], unheard: Set[str], statement_of: Mapping[str, str], text: str
) -> tuple[Recognition, ...]:
    """
    Return the expectation of the section's own statement at which the words of a sentence hint, if they hint at one
    more than at all others: a writer puts things where they belong, whatever else they speak of.

    `unheard` are the statements of the section of which the sentence has said nothing else. Asked only where a document
    has sections on several: a title over the whole says nothing of one sentence. Such a sentence stands like one that
    goes on: no word of it names the expectation.
    """
    hints: dict[str, list[Found]] = {}
    for one in found:
        if one.known.use == HINT and statement_of.get(one.known.key) in unheard:
            hints.setdefault(one.known.key, []).append(one)
    numbers = {key: len({one.known.text for one in of}) for key, of in hints.items()}
    most = [key for key, number in numbers.items() if number == max(numbers.values())]
    if len(most) != 1:
        return ()
    return (Recognition(key=most[0], score=_SECTION_SCORE, because=because_of(hints[most[0]], text), goes_on=True),)
