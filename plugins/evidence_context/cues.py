"""The cues of all lexicons: found in one pass, then cleared of those that a longer cue hides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from checker import Because, CueFamily, Lexicon, Phrase, PhraseMatcher, RuleBook

from .lexicon_forms import FIELDS

# Cues that hide shorter ones inside them: "less well" is not "well", "not only" is no negation.
_DOMINANT = frozenset(
    {"mask", "shortfall", "divided", "problem", "negator", "plan", "purpose", "praise", "not-speaker", "speaker"}
)
_UNTOUCHED = frozenset(
    {"measure-good", "measure-bad", "benchmark", "comparator-below", "comparator-above", "boundary", "persist"}
)
_PLACE = itemgetter(0, 1)


class Cue(NamedTuple):
    """A cue found in a sentence: where it stands, what it does, and the family and entry that know it."""

    start: int
    end: int
    role: str
    family: CueFamily
    entry: Phrase
    lexicon: str

    def because(self, field: str, text: str, overruled: str = "") -> Because:
        """Return this cue as an explanation of a field."""
        return Because(
            field=field,
            words=text[self.start : self.end],
            start=self.start,
            end=self.end,
            entry=self.entry.place,
            family=self.family.id,
            overruled=overruled,
        )


class SentenceCues:
    """The cues of one sentence, by role, in the order of the text."""

    __slots__ = ("by_role", "end", "index", "start", "text")

    def __init__(self, index: CueIndex, text: str, start: int, end: int, cues: Sequence[Cue]) -> None:
        self.index = index
        self.text = text
        self.start = start
        self.end = end
        self.by_role: dict[str, list[Cue]] = {}
        for cue in _visible(cues):
            role = cue.role
            if role in self.by_role:
                self.by_role[role].append(cue)
            else:
                self.by_role[role] = [cue]

    def of(self, *roles: str) -> list[Cue]:
        """Return the cues of these roles, in the order of the text."""
        if len(roles) == 1:  # most questions are about one role, and most sentences have none of it
            return self.by_role.get(roles[0]) or []
        return of_roles(self.by_role, roles)

    def has(self, role: str) -> bool:
        """Whether a cue of this role is here."""
        return role in self.by_role

    def words_between(self, left: int, right: int) -> int:
        """Return how many words lie between two places of the text."""
        return len(self.text[left:right].split()) if right > left else 0


def of_roles(by_role: Mapping[str, list[Cue]], roles: Iterable[str]) -> list[Cue]:
    """Return the cues of these roles, in the order of the text."""
    found = [by_role[role] for role in roles if role in by_role]
    if not found:
        return []
    if len(found) == 1:
        return found[0]
    return sorted((cue for cues in found for cue in cues), key=_PLACE)


def _visible(cues: Iterable[Cue]) -> list[Cue]:
    """Return the cues that no stronger one hides. They come in order, and what hides a cue overlaps it: few do."""
    seen: list[Cue] = []
    together: list[Cue] = []
    reached = -1
    for cue in cues:
        if cue.start >= reached:
            seen += together if len(together) < 2 else _not_hidden(together)
            together = []
        together.append(cue)
        reached = max(reached, cue.end)
    return seen + _not_hidden(together)


def _not_hidden(cues: Sequence[Cue]) -> list[Cue]:
    strong = [cue for cue in cues if cue.role in _DOMINANT]
    return [cue for cue in cues if cue.role in _UNTOUCHED or _hiding(cue, strong) is None]


def _hiding(cue: Cue, strong: Sequence[Cue]) -> Cue | None:
    """Return the longer cue of the same lexicon that stands over this one; a mask hides what it overlaps too."""
    start, end, role, _, _, lexicon = cue
    length = end - start
    for other in strong:
        begin, stop, over, _, _, theirs = other
        if begin >= end or stop <= start or theirs != lexicon:
            continue
        longer = stop - begin > length
        if over == "mask" and role != "mask":
            if longer or begin <= start:
                return other
        elif longer and begin <= start and end <= stop:
            return other
    return None


class CueIndex:
    """All lexicons of a run, compiled; `keys` are those of the book that they are from."""

    def __init__(self, lexicons: Sequence[Lexicon], keys: Mapping[str, str] | None = None) -> None:
        entries: list[Phrase] = []
        self._families: list[CueFamily] = []
        self._known: list[tuple[str, CueFamily, Phrase, str]] = []
        self._voices: dict[str, frozenset[str]] = {}
        self._marked: dict[str, frozenset[str]] = {}
        inflect: list[bool] = []
        for lexicon in lexicons:
            for family in lexicon.families:
                self._families.append(family)
                self._known += [(family.role, family, entry, lexicon.id) for entry in family.entries]
                inflect += [family.settings.get("forms") != "as-written"] * len(family.entries)
                entries += family.entries
        self._matcher = PhraseMatcher(entries, inflect=inflect, keys=keys)

    def voices_of(self, role: str) -> frozenset[str]:
        """Return the voices that the families of a role name in their settings."""
        if role not in self._voices:
            named = [family.settings.get("voices") for family in self._families if family.role == role]
            self._voices[role] = frozenset(
                str(voice) for voices in named if isinstance(voices, Iterable) for voice in voices
            )
        return self._voices[role]

    def voices_with(self, setting: str) -> frozenset[str]:
        """Return the voices of the families that have this setting switched on."""
        if setting not in self._marked:
            marked = [family.settings for family in self._families if family.settings.get(setting) is True]
            self._marked[setting] = frozenset(str(settings.get("value", "")) for settings in marked)
        return self._marked[setting]

    def find(self, text: str, spans: Sequence[tuple[int, int]]) -> list[SentenceCues]:
        """Return the cues of each span."""
        known = self._known
        new = tuple.__new__  # past the check of the number of fields, which would take longer than all else here
        found = []
        for (start, end), hits in zip(spans, self._matcher.places(text, spans), strict=True):
            cues: list[Cue] = []
            here = 0  # where the cues begin that stand where the last one does
            last_begin = last_stop = -1
            for begin, stop, index in hits:
                role, family, entry, lexicon = known[index]
                if begin != last_begin or stop != last_stop:
                    last_begin, last_stop, here = begin, stop, len(cues)
                elif family.id in [cue[3].id for cue in cues[here:]]:
                    continue  # an entry and its plural find the same words; once is enough
                cues.append(new(Cue, (begin, stop, role, family, entry, lexicon)))
            found.append(SentenceCues(self, text, start, end, cues))
        return found


_latest: tuple[RuleBook, CueIndex] | None = None


def index_of(book: RuleBook) -> CueIndex:
    """Return the compiled lexicons of a rule book; compiled once a run."""
    global _latest
    if _latest is None or _latest[0] is not book:
        _latest = (book, CueIndex([lexicon for lexicon in book.lexicons if lexicon.id in FIELDS], book.phrase_keys))
    return _latest[1]


def number(settings: Mapping[str, object], key: str, default: int) -> int:
    """Return a whole number of a family's settings."""
    value = settings.get(key, default)
    return value if isinstance(value, int) else default
