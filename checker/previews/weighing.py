"""For which expectations the words of a sentence are weighed, for sign-off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.domain.word_weights import IMPACT, SHORTFALL, WeighedAnswer, WordWeights
from checker.previews.parts import Heading, Items, Paragraph, Part, SignOff
from checker.previews.vocabulary import Vocabulary

_TITLE = "Where words are weighed"
_HOW = (
    "Besides the phrases, all words of a sentence are weighed for what is named here, and for expectations the "
    "sentences around it too. What comes out is a chance from 0 to 1: below the lower one what phrases found is taken "
    "away, above the higher one it is given where no phrase did, and in between phrases decide alone. Where nothing "
    "else is known of a sentence, half of the higher one is enough for the likeliest expectation."
)

_OF_ANY_SENTENCE = {SHORTFALL: "reports a shortfall", IMPACT: "states a result for people"}


def weighed_parts(files: Sequence[WordWeights], words: Vocabulary) -> Iterator[Part]:
    """Yield for what a pack weighs words, with room to sign; nothing where it weighs none."""
    answers = [answer for file in files for answer in file.answers]
    if not answers:
        return
    yield Heading(level=2, text=_TITLE)
    yield Paragraph(text=_HOW)
    named = tuple(f"“{words.expectation(one.id)}” {_chances(one)}" for one in answers if one.id not in _OF_ANY_SENTENCE)
    if named:
        yield Items(title="Words are weighed for these expectations", items=named, running=True)
    for one in answers:
        if one.id in _OF_ANY_SENTENCE:
            yield Paragraph(
                text=f"Words are weighed for whether a sentence {_OF_ANY_SENTENCE[one.id]} {_chances(one)}."
            )
    yield SignOff(about=_TITLE)


def _chances(one: WeighedAnswer) -> str:
    return f"(below {one.below:g}, above {one.above:g})"
