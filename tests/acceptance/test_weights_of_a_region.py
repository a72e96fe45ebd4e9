"""A region's pack that weighs words of its own says so wherever packs are compared and signed off."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .test_tailoring import BASE, a_pack

Checker = Any
LANTERN_VISITS = """\
statement: safeguarding
expectations:
  - id: lantern-visits
    title: Wardens visit with lanterns
    serves: [i.safe]
    why: Dunmere is dark.
    status: unconfirmed
    look_for: [lantern]
"""


def test_words_that_a_pack_weighs_are_compared_and_stand_in_the_sign_off(checker: Checker) -> None:
    pack = a_pack()
    (pack / "ours.yaml").write_text(LANTERN_VISITS, encoding="utf-8")
    weights = "lantern-visits\t-1.5\t0.1\t0.8\n\nlantern\t3.5\t2.5\nlantern record\t4.5\t1.5\n"
    (pack / "word-weights.txt").write_text(weights, encoding="utf-8")

    compared = checker("rules", "diff", BASE, pack)
    listed = json.loads(checker("rules", "diff", BASE, pack, "--format", "json").out)
    checker("rules", "preview", pack, "--out", "sign-off.html")
    page = " ".join(Path("sign-off.html").read_text(encoding="utf-8").split())

    told = " ".join(compared.out.split())
    (words,) = (one for one in listed if one["setting"] == "weighed_words")
    assert "word weights lantern-visits Wardens visit with lanterns chance above which it is given: + 0.8" in told
    assert "chance below which it is taken away: + 0.1" in told
    assert words["new"].endswith(": 2 added")
    assert "Where words are weighed" in page
    assert "(below 0.1, above 0.8)" in page
    assert "Wardens visit with lanterns" in page
