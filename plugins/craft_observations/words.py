"""The words of the craft lexicons, compiled once a run and found in one pass over a document."""

from __future__ import annotations

from collections.abc import Sequence

from checker import CueFamily, PhraseMatcher, RuleBook, dataclass

LEXICON = "craft"
IN_A_LIBRARY = frozenset(
    (
        *("mask", "metric", "population", "contrast", "benchmark", "target", "trend", "earlier", "relative-period"),
        *("review-due", "residue", "term-start", "term-end"),
    )
)
"""Roles that are looked for in every document; the others only in self-assessments."""
LONGEST_LABEL = 12
"""Words of the longest text that may be a label."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of a lexicon found in a text: where they stand, and the family that knows them."""

    start: int
    end: int
    family: CueFamily

    @property
    def role(self) -> str:
        """What the words do."""
        return self.family.role

    def setting(self, name: str) -> str:
        """Return a setting of the family as text; empty if it has none."""
        value = self.family.settings.get(name, "")
        return str(value)


class CraftWords:
    """The families of the craft lexicons of a run; only those of the roles in `IN_A_LIBRARY` unless `closely`."""

    def __init__(self, book: RuleBook, *, closely: bool) -> None:
        known = [
            (family, entry)
            for lexicon in book.lexicons
            if lexicon.id == LEXICON
            for family in lexicon.families
            if closely or family.role in IN_A_LIBRARY
            for entry in family.entries
        ]
        self._families = [family for family, _ in known]
        inflect = [family.settings.get("forms") != "as-written" for family in self._families]
        self._matcher = PhraseMatcher([entry for _, entry in known], inflect=inflect, keys=book.phrase_keys)
        self.whole = {
            " ".join(entry.text.lower().split()): family
            for family, entry in known
            if family.settings.get("whole") is True
        }

        self._labels: dict[str, str] = {}
        self._roles: dict[str, frozenset[str]] = {}

    def roles(self, text: str) -> frozenset[str]:
        """Return the roles of the cues in a short text, such as the label of a column."""
        if text not in self._roles:
            (cues,) = self.find(text, [(0, len(text))])
            self._roles[text] = frozenset(cues)
        return self._roles[text]

    def label(self, text: str) -> str:
        """Return which label a short text is ("What we are proud of:" → `strengths`); empty where it is none."""
        if text not in self._labels:
            self._labels[text] = self._label(text) if 0 < len(text.split()) <= LONGEST_LABEL else ""
        return self._labels[text]

    def is_whole(self, text: str, role: str) -> bool:
        """Whether a text is nothing but the words of a family with this role ("None.")."""
        family = self._whole_of(text)
        return family is not None and family.role == role

    def _whole_of(self, text: str) -> CueFamily | None:
        return self.whole.get(" ".join(text.lower().replace("’", "'").strip(" *_#:.?0123456789").split()))

    def _label(self, text: str) -> str:
        whole = self._whole_of(text)
        if whole is not None and whole.role == "label":
            return str(whole.settings.get("value", ""))
        (cues,) = self.find(text, [(0, len(text))])
        partial = [cue for cue in cues.get("label", ()) if cue.family.settings.get("whole") is not True]
        return partial[0].setting("value") if partial else ""

    def find(self, text: str, spans: Sequence[tuple[int, int]]) -> list[dict[str, list[Cue]]]:
        """Return for each span its cues by role, in the order of the text; masks take out what they cover."""
        found = []
        for hits in self._matcher.find(text, spans):
            cues = [Cue(hit.start, hit.end, self._families[hit.phrase]) for hit in hits]
            by_role: dict[str, list[Cue]] = {}
            for cue in _unmasked(cues):
                by_role.setdefault(cue.role, []).append(cue)
            found.append(by_role)
        return found


def _unmasked(cues: list[Cue]) -> list[Cue]:
    """Return the cues that no mask for their role covers, each place of a family once."""
    masks = [cue for cue in cues if cue.role == "mask"]
    seen: set[tuple[int, int, str]] = set()
    kept = []
    for cue in cues:
        place = (cue.start, cue.end, cue.family.id)
        hidden = any(
            mask.setting("of") == cue.role and mask.start <= cue.start and cue.end <= mask.end for mask in masks
        )
        if not hidden and cue.role != "mask" and place not in seen:
            seen.add(place)
            kept.append(cue)
    return kept


_latest: tuple[RuleBook, dict[bool, CraftWords]] | None = None


def words_of(book: RuleBook, *, closely: bool) -> CraftWords:
    """Return the words of a rule book, for a self-assessment (`closely`) or another document; compiled once a run."""
    global _latest
    if _latest is None or _latest[0] is not book:
        _latest = (book, {})
    compiled = _latest[1]
    if closely not in compiled:
        compiled[closely] = CraftWords(book, closely=closely)
    return compiled[closely]
