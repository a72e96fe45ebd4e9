"""What stands around the cues of a clause: which denials and easings reach them, and which frames they stand in."""

from __future__ import annotations

import re

from checker import Because, Polarity, dataclass, field

from .clauses import Clause
from .cues import Cue, SentenceCues, number, of_roles

_AND_ANEW = re.compile(
    r"\band (?:often|then|also|so|sometimes|always|had|have|has|was|were|is|are|they|it|he|she|we)\b", re.IGNORECASE
)
_OF_THE_SUBJECT = re.compile(
    r"(?:no (?!longer|more|less|doubt)|not one\b|not a single\b|none\b|nobody\b)", re.IGNORECASE
)
_CLAUSE_OPENS = re.compile(r"(?:^|[.;:,]\s(?:and |but |yet |so |with )?|\b(?:that|and) )$")
_VERB = re.compile(r"\b(?:was|were|is|are|had|has|have|did)\b")
_ALL_OF_THEM = 14
"""In words: as far as a subject's denial reaches."""
_FRAMING = frozenset({"purpose", "duty", "conditional", "concession", "occasion"})


@dataclass(slots=True)
class Reading:
    """What one clause says: cues for and against, plans, and those that were overruled."""

    clause: Clause
    good: list[Because] = field(default_factory=list)
    bad: list[Because] = field(default_factory=list)
    divided: list[Because] = field(default_factory=list)
    planned: list[Because] = field(default_factory=list)
    acted: list[Because] = field(default_factory=list)
    overruled: list[Because] = field(default_factory=list)
    hedged: bool = False
    early: bool = False
    firm: bool = False
    """Whether a cue against is one that praise beside it does not outweigh."""
    praised: bool = False

    def polarity(self) -> Polarity:
        """Return the clause's own polarity."""
        if self.divided or (self.bad and (self.acted or any(because.family == "action" for because in self.planned))):
            return Polarity.MIXED
        if self.bad:
            return Polarity.SHORTFALL
        if self.planned:
            return Polarity.PLANNED
        return Polarity.STRENGTH if self.good else Polarity.NEUTRAL


def _inside(cues: SentenceCues, clause: Clause) -> dict[str, list[Cue]]:
    """Return the cues of a clause by role."""
    if clause.start <= cues.start and cues.end <= clause.end:
        return cues.by_role  # most sentences are one clause
    by_role: dict[str, list[Cue]] = {}
    for role, found in cues.by_role.items():
        inside = [cue for cue in found if clause.start <= cue.start < clause.end]
        if inside:
            by_role[role] = inside
    return by_role


class ClauseCues:
    """The cues of one clause in the light of the sentence around it: what denies, eases or frames what."""

    def __init__(self, cues: SentenceCues, clause: Clause) -> None:
        self.cues = cues
        self.clause = clause
        self.reading = Reading(clause)
        self.spent: set[int] = set()
        self._turned_up_to: dict[int, int] = {}
        self.by_role = _inside(cues, clause)
        self._frames = self._find_frames()

    def here(self, *roles: str) -> list[Cue]:
        """Return the cues of these roles in this clause, in the order of the text."""
        if len(roles) == 1:
            return self.by_role.get(roles[0]) or []
        return of_roles(self.by_role, roles)

    def _find_frames(self) -> list[tuple[int, int]]:
        """
        Return the stretches whose words are not said to be so: purposes to the clause's end, the others to the comma.
        """
        if _FRAMING.isdisjoint(self.by_role):
            return []
        frames = [(cue.start, self.clause.end) for cue in self.here("purpose", "duty")]
        for cue in self.here("conditional", "concession"):
            comma = self.cues.text.find(",", cue.end, self.clause.end)
            frames.append((cue.start, comma if comma >= 0 else self.clause.end))
        frames += [
            (cue.start, comma)
            for cue in self.here("occasion")
            if cue.start == self.cues.start and (comma := self.cues.text.find(",", cue.end, self.clause.end)) >= 0
        ]
        return frames

    def in_frame(self, cue: Cue) -> bool:
        """Whether a cue stands inside a purpose, a duty, a condition or a concession."""
        return any(start <= cue.start < end for start, end in self._frames)

    def because(self, cue: Cue, overruled: str = "") -> Because:
        """Return a cue as an explanation of the polarity."""
        return cue.because("polarity", self.cues.text, overruled)

    def overrule(self, cue: Cue, why: str) -> None:
        """Note that a cue does not count, and why."""
        self.reading.overruled.append(self.because(cue, why))

    def against(self, cue: Cue) -> None:
        """Note a cue that speaks against; those of families that yield to praise do so less firmly."""
        self.reading.bad.append(self.because(cue))
        self.reading.firm |= cue.family.settings.get("yields") is not True

    def framed(self, cue: Cue) -> bool:
        """Whether a cue stands inside a frame; if so, it is noted as overruled."""
        if self.in_frame(cue):
            self.overrule(cue, "inside a purpose, a condition, a duty or a concession")
            return True
        return False

    def negated(self, cue: Cue, reach: int, *, far: bool = False) -> Cue | None:
        """Return the negator that reaches this cue, nearest first; `far` for cues that one of everybody denies too."""
        if ", and " in self.cues.text[cue.start : cue.end]:
            return None  # "no single team was responsible, and people were passed around"
        for negator in reversed(self.here("negator")):
            if (
                negator.end <= cue.start
                and not self._is_spent(negator, cue, far=far)
                and not self._anew(negator.end, cue.start)
            ):
                allowed = min(reach, number(negator.family.settings, "reach", 9))
                if far and (self._is_without(cue) or not self._wants_between(negator, cue)):
                    allowed = max(allowed, self._far(negator))
                if self.cues.words_between(negator.end, cue.start) <= allowed:
                    return negator
        return None

    def spend(self, by: Cue, on: Cue) -> None:
        """Note that a denial has turned a cue: it turns those that overlap it too, and no others."""
        self.spent.add(by.start)
        self._turned_up_to[by.start] = max(on.end, self._turned_up_to.get(by.start, 0))

    def _is_spent(self, negator: Cue, cue: Cue, *, far: bool) -> bool:
        if not far:
            return negator.start in self.spent
        if self._opens(negator):
            return False
        return negator.start in self.spent and cue.start >= self._turned_up_to.get(negator.start, 0)

    def _far(self, negator: Cue) -> int:
        """Return how many words further a denial of everybody reaches: "no carer in our sample had been left alone"."""
        return _ALL_OF_THEM if self._opens(negator) else number(negator.family.settings, "far", 0)

    def _opens(self, negator: Cue) -> bool:
        """Whether a denial is the subject's own, so that it denies all that is said: "No entry that we read was …"."""
        if _OF_THE_SUBJECT.match(self.cues.text, negator.start, self.cues.end) is None:
            return False
        return _CLAUSE_OPENS.search(self.cues.text[self.cues.start : negator.start]) is not None

    def _is_without(self, cue: Cue) -> bool:
        return self.cues.text[cue.start : cue.end].lower().startswith("without")

    def _anew(self, left: int, right: int) -> bool:
        """Whether something else is said between: "had no access and often learned of it too late"."""
        return _AND_ANEW.search(self.cues.text, left, right) is not None

    def _wants_between(self, negator: Cue, cue: Cue) -> bool:
        """
        Whether something wanted stands between: "no one told them of the delay" denies the telling.

        Of whom a subject tells denies nothing: "no carer whom we met was left without a plan".
        """
        wants = [want for want in self.here("wanted") if negator.end <= want.start < cue.start]
        if not wants or not self._opens(negator):
            return bool(wants)
        verb = _VERB.search(self.cues.text, negator.end, cue.start)
        said_of = verb.start() if verb else cue.start
        people = {one.start for one in self.here("speaker")}
        named = [want for want in wants if self.cues.words_between(negator.end, want.start) == 0]
        return any(want.start >= said_of for want in wants) or any(want.start not in people for want in named)

    def eased(self, cue: Cue, role: str = "easing", reach: int = 99) -> Cue | None:
        """Return the cue that eases this one: near enough on either side."""
        for easing in self.here(role):
            forward = min(reach, number(easing.family.settings, "forward", 8))
            backward = min(reach, number(easing.family.settings, "backward", 7))
            if easing.end <= cue.start and self.cues.words_between(easing.end, cue.start) <= forward:
                return easing
            if easing.start >= cue.end and self.cues.words_between(cue.end, easing.start) <= backward:
                return easing
        return None
