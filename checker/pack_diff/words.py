"""Differences beside expectations and rules: words of lexicons, and kinds of personal data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.pack_diff.difference import Compared, Difference, DifferenceKind


def of_lexicons(old: Compared, new: Compared) -> Iterator[Difference]:
    """Yield the entries that came and went, by lexicon and family."""
    before, after = _entries(old), _entries(new)
    for name in before.keys() | after.keys():
        was, now = before.get(name, {}), after.get(name, {})
        gone, come = "; ".join(sorted(was.keys() - now.keys())), "; ".join(sorted(now.keys() - was.keys()))
        if gone or come:
            yield _changed("lexicon", name[0], name[1], gone, come)


def of_personal_data(old: Compared, new: Compared) -> Iterator[Difference]:
    """Yield patterns of personal data that came and went, by kind."""
    for kind, pattern in set(old.personal_data) - set(new.personal_data):
        yield _changed("personal data", kind, "pattern", pattern, "")
    for kind, pattern in set(new.personal_data) - set(old.personal_data):
        yield _changed("personal data", kind, "pattern", "", pattern)


def _entries(side: Compared) -> dict[tuple[str, str], Mapping[str, None]]:
    """Return the entries of each family of each lexicon; those of several packs together."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for lexicon in side.lexicons:
        for family in lexicon.families:
            known = found.setdefault((lexicon.id, family.id), {})
            known |= dict.fromkeys(entry.text for entry in family.entries)
    return dict(found)


def _changed(thing: str, name: str, setting: str, old: str, new: str) -> Difference:
    return Difference(thing=thing, id=name, kind=DifferenceKind.CHANGED, setting=setting, old=old, new=new)
