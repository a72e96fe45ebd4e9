"""Cues that give way to others in their sentence: each says why."""

from __future__ import annotations

import pytest

from .context_reading import COUNCIL, read


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Previously carers waited too long, but now calls are answered quickly.", "told of the past, and better now"),
        ("Other councils have struggled with delays, and our partners praised us.", "of another place"),
        ("Families who had no car were visited, and they praised the visits.", "only describes whom it is about"),
        ("Residents praised the welcome, and problems were heard at once.", "a doubt beside praise"),
        ("Two disputes came up, and both have been resolved.", "a doubt, and settled in the words behind it"),
        (
            "Skilled staff reached 41%, compared with 52% nationally.",
            "the comparison is about the same figure",
        ),
    ],
)
def test_a_cue_that_gives_way_to_others_in_its_sentence_says_why(text: str, why: str) -> None:
    reasons = [one for one in read(text, COUNCIL).because if one.field == "polarity"]

    assert why in {one.overruled for one in reasons}
