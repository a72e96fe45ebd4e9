"""What an overlay changes, for sign-off: by title, the old value beside the new, whom it reaches and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.domain.coverage import Unserved
from checker.pack_diff import Difference, DifferenceKind
from checker.previews.parts import Heading, Items, Paragraph, Part, SignOff, Table
from checker.previews.vocabulary import Vocabulary
from checker.previews.wording import phrase_words

_HEAD = ("Setting", "Until now", "With this pack", "Because")
_WORDS = ("look_for", "hints", "not_when")
_MOST_NAMED = 12


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
    yield Paragraph(text=f"The {thing} {name}. {reach(group)}".rstrip(), note=True)
    rows = tuple(row for one in group for row in _rows(one, words))
    yield Table(caption="What changes", head=_HEAD, rows=rows)
    yield SignOff(about=title)


def reach(group: Sequence[Difference]) -> str:
    """Say how much differences of one thing touch: expectations of a default rule, rules of an expectation."""
    names = sorted({name for one in group for name in one.touches})
    if names:
        shown = ", ".join(names[:_MOST_NAMED])
        more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        off = all(one.kind is DifferenceKind.SWITCHED_OFF for one in group)
        return f"It is {'no longer ' if off else ''}asked of {_counted(len(names), 'expectation')}: {shown}{more}."
    rules = max(one.rules for one in group)
    return f"{_counted(rules, 'rule')} rest{'s' if rules == 1 else ''} on it." if rules else ""


def _rows(one: Difference, words: Vocabulary) -> Iterator[tuple[str, str, str, str]]:
    reason = one.because or (f"no longer: {one.no_longer}" if one.no_longer else "")
    if one.kind is DifferenceKind.SWITCHED_OFF:
        yield "asked at all", "yes", "no", reason
    elif one.kind is DifferenceKind.WITHOUT_EFFECT:
        yield words.setting(one.setting, one.criterion), "", "nothing: what is set here does not count", reason
    elif one.setting:
        name = words.setting(one.setting, one.criterion)
        old, new = (value_words(one, value, words) for value in (one.old, one.new))
        added = one.setting in _WORDS and not one.old
        yield name, "those that are there" if added else old, f"also {new}" if added else new, reason
    else:
        yield "", "", one.kind.value, reason


def value_words(one: Difference, value: str, words: Vocabulary) -> str:
    """Return the old or new value of a difference in words."""
    if one.setting in _WORDS:
        return "; ".join(phrase_words(phrase) for phrase in value.split("; ")) if value else ""
    return words.changed(one.setting, value, one.criterion)


def _counted(number: int, one: str) -> str:
    return f"{number} {one if number == 1 else one + 's'}"
