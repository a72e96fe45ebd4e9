"""Observes acronyms: whether they are written out, and whether before, with or after their first use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker import BlockKind, Observation, dataclass, field

from .view import View

# Among capital letters there may be a figure or a sign: "D2A", "LD&A". A figure at the end numbers something.
_ACRONYM = re.compile(
    r"(?<![\w.@/#&-])(?:[A-Z][A-Za-z]?[A-Z]{1,4}|[A-Z]{1,3}[0-9&][A-Z]{1,3})(?:s|’s|'s)?(?![\w@&]|-\d|[.]\w)"
)
_ROMAN = re.compile(r"[IVX]+$")
_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_SHOUTED = 0.6
"""A sentence with a larger share of its words in capitals is a heading or a shout; its words are no acronyms."""
_KNOWN_SHORT = 2


@dataclass(slots=True)
class _Seen:
    first: int
    end: int
    times: int = 0
    in_glossary: bool = False
    written_out: list[int] = field(default_factory=list)

    @property
    def when(self) -> str:
        """When it is written out: `first`, `glossary`, `later` or `never`."""
        if self.written_out and self.written_out[0] <= self.first:
            return "first"
        if self.in_glossary:
            return "glossary"
        return "later" if self.written_out else "never"


def observe_acronyms(view: View) -> Iterator[Observation]:
    """
    Yield each acronym once, at its first use: `value` is the acronym, `count` how often it stands there, `written_out`
    is `first`, `glossary`, `later` or `never`.
    """
    allowed = {view.text[cue.start : cue.end] for line in view.lines for cue in line.of("known-acronym")}
    lower = {found.group() for found in re.finditer(r"\b[a-z]{2,6}\b", view.text)}
    for acronym, seen in _seen(view).items():
        if acronym in allowed or acronym.lower() in lower or _ROMAN.match(acronym):
            continue
        yield Observation(
            kind="acronym",
            start=seen.first,
            end=seen.end,
            value=acronym,
            attributes={"count": str(seen.times), "written_out": seen.when},
        )


def _seen(view: View) -> dict[str, _Seen]:
    found: dict[str, _Seen] = {}
    glossaries = {
        line.passage.text for line in view.lines if line.block.kind is BlockKind.HEADING and line.has("glossary")
    }
    for line in view.lines:
        if line.block.kind is BlockKind.METADATA or _is_shouted(line.passage.text):
            continue
        in_glossary = not glossaries.isdisjoint(line.passage.heading_path)
        for match in _ACRONYM.finditer(view.text, line.start, line.end):
            acronym = re.sub(r"(?:’s|'s|s)$", "", match.group())
            if len(acronym) < _KNOWN_SHORT or sum(map(str.isupper, acronym)) < len(acronym) - 1:
                continue
            seen = found.setdefault(acronym, _Seen(first=match.start(), end=match.start() + len(acronym)))
            seen.times += 1
            alone = line.passage.text.strip() == acronym
            if _written_out(view.text, match.start(), match.end(), acronym, alone=alone):
                seen.written_out.append(match.start())
                seen.in_glossary |= in_glossary
    return dict(sorted(found.items(), key=lambda item: item[1].first))


def _is_shouted(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    return len(words) > 1 and sum(word.isupper() for word in words) > _SHOUTED * len(words)


def _written_out(text: str, start: int, end: int, acronym: str, *, alone: bool) -> bool:
    """
    Whether the words of an acronym stand beside it: "Long Words (LW)", "LW (Long Words)", "LW: long words"; `alone` in
    its cell, in the next one.
    """
    before = text[max(0, start - 160) : start]
    if re.search(r"[(\[]\s?(?:the\s|or\s|known\sas\s|‘|“|\")*$", before):
        words = _WORD.findall(re.split(r"[.;:!?\n|]", before)[-1])[-len(acronym) - 5 :]
        if _spells(acronym, words):
            return True
    after = (_NEXT_CELL if alone else _AFTER).match(text, end)
    return bool(after) and _spells(acronym, _WORD.findall(str(after and after[1]))[: len(acronym) + 5], from_start=True)


_AFTER = re.compile(r"\s*(?:\(|[–—:=-]|\bmeans\b|\bstands\sfor\b)\s*([^.;!?\n|)]{4,120})")
_NEXT_CELL = re.compile(r"[\s|:–—-]*([^.;!?\n|)]{4,120})")
_SMALL = frozenset({"of", "and", "for", "the", "in", "to", "a", "on", "with", "at", "by", "s"})


def _spells(acronym: str, words: list[str], *, from_start: bool = False) -> bool:
    """Whether the first letters of words give the acronym; small words and inner letters may be passed over."""
    letters = acronym.lower()
    parts = [part.lower() for word in words for part in word.split("-") if part]
    starts = [0] if from_start else range(len(parts))
    return any(_fits(letters, parts[start:]) for start in starts)


def _fits(letters: str, parts: list[str]) -> bool:
    """Whether the words give the letters in order; one word may give two, where the next word gives another."""
    at = 0
    for number, part in enumerate(parts):
        if at >= len(letters):
            return True
        if part[0] == letters[at]:
            at += 1
            following = next((one[0] for one in parts[number + 1 :] if one not in _SMALL), "")
            if at < len(letters) and following != letters[at] and letters[at] in part[1:]:
                at += 1
        elif part not in _SMALL:
            return False
    return at >= len(letters)
