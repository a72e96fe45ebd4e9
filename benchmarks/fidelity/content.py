"""What is written into the files: invented sections with every kind of block, each text once so that it is found."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

_WORDS = (
    "carers partners people staff council health housing support reviews assessments advice outreach respite advocacy "
    "meetings outcomes feedback officers families neighbourhoods co-located well-being long-term joined-up office "
    "efficient first £2.4m 45% 2023–24 day-to-day “heard” council’s re-ablement self-directed people’s"
).split()
_VERBS = "share meet review improve answer record explain offer change confirm describe arrange".split()


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """
    A heading with what stands under it. `level` is 1 or 2; `rows` is a table, whose first row names the columns if
    `named`; `note` is a footnote's text.
    """

    heading: str
    level: int
    paragraphs: tuple[str, ...]
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    named: bool = False
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Content:
    """
    What one file is to say. `paged`: every section begins a new page and fits on it, so that its page is known.
    """

    name: str
    header: str
    footer: str
    sections: tuple[Section, ...]
    paged: bool


def contents(*, short: bool) -> tuple[Content, ...]:
    """Return what is written, the same each time: a long text that flows over its pages, and one section a page."""
    flowing, paged = (8, 6) if short else (40, 25)
    return (_content("flow", flowing, paged=False), _content("paged", paged, paged=True))


def _content(name: str, number: int, *, paged: bool) -> Content:
    words = _Words(name)
    return Content(
        name=name,
        header=f"Invented Council {name} report",
        footer="For the improvement board",
        sections=tuple(_section(words, index, paged=paged) for index in range(number)),
        paged=paged,
    )


def _section(words: _Words, index: int, *, paged: bool) -> Section:
    return Section(
        heading=f"{index + 1} {words.some(4).capitalize()}",
        level=2 if index % 3 == 1 else 1,
        paragraphs=tuple(words.paragraph(2 if paged else 5) for _ in range(3 if paged else 5)),
        items=tuple(words.sentence() for _ in range(3)),
        rows=tuple(_rows(words, index, paged=paged)) if index % 2 else (),
        named=index % 4 == 3,
        note=words.sentence() if index % 4 == 2 else "",
    )


def _rows(words: _Words, index: int, *, paged: bool) -> Iterator[tuple[str, ...]]:
    """Yield rows of data, of which every other table has one more that names the columns."""
    if index % 4 == 3:
        yield tuple(words.some(2).capitalize() for _ in range(3))
    for _ in range(3):
        yield tuple(_cells(words, long=index % 4 == 1 and not paged))


def _cells(words: _Words, *, long: bool) -> Iterator[str]:
    yield words.some(3).capitalize()
    yield words.sentence() if long else words.some(2)
    yield words.figure()


class _Words:
    """Makes sentences that are all different, by a seed of its own."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)
        self._count = 0

    def some(self, number: int) -> str:
        return " ".join(self._random.choice(_WORDS) for _ in range(number))

    def figure(self) -> str:
        self._count += 1
        return f"{self._count}.{self._random.randrange(10)}%"

    def sentence(self) -> str:
        self._count += 1
        middle = f"{self.some(4)} {self._random.choice(_VERBS)} {self.some(self._random.randrange(3, 14))}"
        return f"In place {self._count} {middle}."

    def paragraph(self, sentences: int) -> str:
        return " ".join(self.sentence() for _ in range(sentences))
