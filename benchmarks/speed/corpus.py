"""Invented documents and phrases for measuring speed: the same for the same numbers, on every computer."""

from __future__ import annotations

import random
from pathlib import Path

_WHO = "Partners|Staff|Leaders|Providers|Unpaid carers|People who draw on care|The council|Two charities".split("|")
_SAID = "told us that|said that|confirmed that|felt that|described how".split("|")
_DID = "shared|reviewed|agreed|did not share|had not reviewed|planned to agree|were yet to publish|improved".split("|")
_KIND = "joint|local|secure|annual|regional|timely|cross-border|preventative|informal|statutory".split("|")
_WHAT = (
    "care records|information sharing agreements|hospital discharge pathways|partnership boards|pooled budgets|"
    "commissioning plans|safeguarding enquiries|carers strategies|advocacy services|direct payments|transition plans|"
    "workforce plans|housing options|quality checks|complaints procedures"
).split("|")
_TAIL = "since May 2025|with the NHS|across the district|in 14 places|under the Care Act|for young people".split("|")
_SYLLABLES = "ba re lo tin mar ser dow ken hal wick ford ley ham ton bur ash cor pel ran vis".split()


def write_documents(folder: Path, number: int, *, characters: int = 12_000) -> list[Path]:
    """Write so many text files of about so many characters into a folder, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    made = random.Random(11)
    places = [f"{_name(made)} Council" for _ in range(400)]
    paths = [folder / f"{index:05d}.txt" for index in range(number)]
    for path in paths:
        path.write_text(_document(made, places, characters), encoding="utf-8")
    return paths


def phrases(number: int) -> list[list[str]]:
    """Return so many rules, each as its literal forms; a third occur in the documents, the others hardly ever."""
    made = random.Random(5)
    found: dict[str, list[str]] = {}
    while len(found) < number:
        kind, what = made.choice(_KIND), made.choice(_WHAT)
        middle = kind if made.random() < 0.33 and len(found) < 200 else f"{kind} {_name(made).lower()}"
        forms = [f"{middle} {what}", f"{middle} {what[:-1]}"]
        found.setdefault(forms[0], forms)
    return list(found.values())


def _document(made: random.Random, places: list[str], characters: int) -> str:
    pieces = [f"{made.choice(places)}: partnerships and communities"]
    length = len(pieces[0])
    while length < characters:
        pieces.append(" ".join(_sentence(made, places) for _ in range(made.randint(3, 8))))
        length += len(pieces[-1]) + 2
    return "\n\n".join(pieces) + "\n"


def _sentence(made: random.Random, places: list[str]) -> str:
    core = f"{made.choice(_DID)} {made.choice(_KIND)} {made.choice(_WHAT)} {made.choice(_TAIL)}"
    if made.random() < 0.6:
        return f"{made.choice(_WHO)} {made.choice(_SAID)} {made.choice(places)} {core}."
    return f"{made.choice(places)} {core}."


def _name(made: random.Random) -> str:
    return "".join(made.sample(_SYLLABLES, made.randint(2, 4))).capitalize()
