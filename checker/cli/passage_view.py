"""A passage in words: each field with the words that decided it, and the cues that did not count."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from checker.cli.loaded import Loaded
from checker.cli.look import Look, safe
from checker.domain.evidence import Because, Claim, Passage, Polarity

_ITS_KIND = "from the kind of document: the sentence names nobody"
_UNDECIDED = {
    "voice": _ITS_KIND,
    "evidence_category": "from the voice, or from the kind of document",
    "claim": "no words say that it is done, measured or only planned",
    "impact": "no words state a result for people",
    "certainty": "no words make it less sure",
    "dates": "no date or period stands in it",
    "expectations": "no phrase of a rule pack stands in it",
}


def passage_lines(passage: Passage, loaded: Loaded, look: Look, *, of_a_file: bool = True) -> Iterator[str]:
    """Yield the passage, its place where it stands in a file, and each of its fields with the reasons for it."""
    yield from look.wrapped(f"“{safe(passage.text)}”")
    if of_a_file:
        yield from look.wrapped(place_of(passage), 2)
    if not passage.countable:
        yield from look.wrapped("It is no evidence: a heading, metadata, or the standard's own words.", 2)
    for name, value in _fields(passage):
        yield ""
        yield from look.wrapped(value, 2, f"{look.title(name.replace('_', ' ').capitalize())}: ")
        yield from _reasons(name, passage, loaded, look)


def place_of(passage: Passage) -> str:
    """Return where a passage stands, as far as it is known."""
    parts = [
        safe(passage.document),
        f"line {passage.line}" if passage.line else "",
        f"page {passage.page}" if passage.page else "",
        f"sheet {safe(passage.sheet)}" if passage.sheet else "",
        f"cell {passage.cell}" if passage.cell else "",
        f"characters {passage.start} to {passage.end}",
        "under " + " › ".join(safe(heading) for heading in passage.heading_path) if passage.heading_path else "",
    ]
    return ", ".join(part for part in parts if part)


def _fields(passage: Passage) -> Iterator[tuple[str, str]]:
    main = {name: f"{name} (main)" for name in passage.main}
    yield "expectations", ", ".join(main.get(name, name) for name in passage.expectations) or "none"
    if passage.rules:
        yield "rules", ", ".join(passage.rules)
    yield "polarity", passage.polarity.value
    yield "voice", passage.voice or "none"
    yield "evidence_category", passage.evidence_category or "none"
    yield "claim", passage.claim.value
    yield "impact", "a result for people is stated" if passage.impact else "none stated"
    yield "certainty", passage.certainty.value
    yield "dates", "; ".join(f"{one.words} ({one.start} to {one.end})" for one in passage.dates) or "none"


def _reasons(field: str, passage: Passage, loaded: Loaded, look: Look) -> Iterator[str]:
    reasons = [one for one in passage.because if one.field == field]
    deciding = [one for one in reasons if not one.overruled]
    yield from _words(deciding, loaded, look)
    if field == "polarity":
        for part in passage.parts:
            text = passage.text[part.start - passage.start : part.end - passage.start]
            yield from look.wrapped(f"“{safe(text)}”: {part.polarity.value}", 4)
    if not deciding and (told := _undecided(field, passage, outweighed=bool(reasons))):
        yield from look.wrapped(told, 4)
    if field == "expectations":
        yield from _by_result(passage, {one.expectation for one in deciding}, look)
    yield from _words([one for one in reasons if one.overruled], loaded, look)


def _undecided(field: str, passage: Passage, *, outweighed: bool) -> str:
    """Return why a field has its value though no words decided it; empty where the value says so itself."""
    if field == "polarity":
        return _polarity_undecided(passage)
    if field in ("claim", "certainty") and passage.polarity is Polarity.PLANNED:
        return "as of every plan"
    if field == "claim" and passage.claim is Claim.PRACTISED:
        return "somebody named tells it, or a date stands in it: it has happened"
    if field == "expectations" and outweighed:
        return "phrases of a rule pack stand in it, and none of them counts"
    says_itself = passage.dates if field == "dates" else field == "expectations" and passage.expectations
    return "" if says_itself else _UNDECIDED.get(field, "")


def _polarity_undecided(passage: Passage) -> str:
    if passage.polarity is Polarity.STRENGTH:
        return "no cue decides it: what an expectation recognises counts as said to be there"
    if passage.polarity is not Polarity.NEUTRAL:
        return "a plugin says so, and names no words"
    if not passage.countable:
        return "what is no evidence speaks neither for nor against"
    if not passage.expectations:
        return "no cue decides it, and no expectation recognises it: it speaks neither for nor against"
    if not passage.own_words:
        return "no cue decides it, and it only goes on about what a sentence before it named"
    return "no cue decides it, and it only names a thing or says where the rest belongs"


def _by_result(passage: Passage, recognised: Collection[str], look: Look) -> Iterator[str]:
    """Yield the expectations that no words name: a result for people speaks to them too."""
    for name in passage.expectations if passage.impact else ():
        if name not in recognised:
            yield from look.wrapped(f"for {name}: a result for people is stated", 4)


def _words(reasons: Iterable[Because], loaded: Loaded, look: Look) -> Iterator[str]:
    for one in reasons:
        file, _, line = one.entry.rpartition(":")
        entry = loaded.place(file, int(line)) if line.isdigit() else one.entry
        told = [
            f"for {one.expectation}" if one.expectation else "",
            f"by '{one.family}'" if one.family else "",
            entry,
            f"overruled: {one.overruled}" if one.overruled else "",
        ]
        yield from look.wrapped(f"“{safe(one.words)}” " + ", ".join(part for part in told if part), 4)
