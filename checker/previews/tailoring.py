"""What an overlay changes, for sign-off: by title, the old value beside the new, whom it reaches and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.domain.coverage import Unserved
from checker.domain.tailoring import words_meant
from checker.pack_diff import Difference, DifferenceKind
from checker.plain_words import counted
from checker.previews.parts import Heading, Items, Paragraph, Part, SignOff, Table
from checker.previews.vocabulary import Vocabulary
from checker.previews.wording import phrase_words

_HEAD = ("Setting", "Until now", "With this pack", "Reaches", "Because")
_MOST_NAMED = 3


def tailoring_parts(found: Sequence[Difference], words: Vocabulary) -> Iterator[Part]:
    """Yield each expectation, rule and default rule that is changed, with room to sign; nothing where there is none."""
    changed = [one for one in found if one.kind is not DifferenceKind.ADDED]
    if not changed:
        return
    yield Heading(level=2, text="What this pack changes in others")
    for (thing, name), group in groupby(changed, key=lambda one: (one.thing, one.id)):
        yield from _changed(thing, name, list(group), words)


def unserved_parts(found: Sequence[Unserved]) -> Iterator[Part]:
    """Yield what nothing asks about any longer, and why."""
    if found:
        yield Heading(level=2, text="What is not asked about any longer")
        yield Items(
            title="With this pack nothing serves",
            items=tuple(
                f"“{one.served.text}” ({one.statement.title}): {'; '.join(each.because for each in one.switches)}"
                for one in found
            ),
        )
        yield SignOff(about="What is not asked about any longer")


def _changed(thing: str, name: str, group: Sequence[Difference], words: Vocabulary) -> Iterator[Part]:
    title = group[0].title.replace("{title}", "…") or name
    yield Heading(level=3, text=title)
    yield Paragraph(text=f"The {thing} {name}.", note=True)
    rows = tuple((*_row(one, words), reach(one, words), _reason(one)) for one in group)
    yield Table(caption="What changes", head=_HEAD, rows=rows)
    yield SignOff(about=title)


def reach(one: Difference, words: Vocabulary) -> str:
    """Say how much a difference touches: expectations that are asked a default rule, rules of an expectation."""
    if len(one.touches) > _MOST_NAMED:
        return counted(len(one.touches), "expectation")
    if one.touches:
        return "; ".join(f"“{words.expectation(name)}”" for name in one.touches)
    if one.kind is DifferenceKind.WITHOUT_EFFECT:
        return "nothing"
    if one.thing in ("lexicon", "personal data", "word weights"):
        return "every document"
    return f"{one.rules} {'rule' if one.rules == 1 else 'rules'}" if one.rules else "this rule"


def _reason(one: Difference) -> str:
    return one.because or (f"no longer: {one.no_longer}" if one.no_longer else "")


def _row(one: Difference, words: Vocabulary) -> tuple[str, str, str]:
    """Return the setting, its old and its new value."""
    if one.kind is DifferenceKind.SWITCHED_OFF:
        return "asked at all", "yes", "no"
    name = words.setting(one.setting, one.criterion) if one.setting else ""
    if one.kind is DifferenceKind.WITHOUT_EFFECT:
        return name, "", "what is set here does not count"
    if not one.setting:
        return name, "", one.kind.value
    old, new = (value_words(one, value, words) for value in (one.old, one.new))
    if words_meant(one.setting) and not (one.old and one.new):
        return (name, "those that are there", f"also {new}") if new else (name, old, "no longer")
    return name, old, new


def value_words(one: Difference, value: str, words: Vocabulary) -> str:
    """Return the old or new value of a difference in words."""
    if words_meant(one.setting):
        return "; ".join(phrase_words(phrase) for phrase in value.split("; ")) if value else ""
    return words.changed(one.setting, value, one.criterion)
