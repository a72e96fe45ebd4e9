"""Reads one clause: which of its cues speak for, against or of plans, and which are turned round or do not count."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker import Because, Polarity

from .clauses import Clause
from .cues import Cue, SentenceCues, number

# In words: how near a denial or an easing must stand to turn a cue round.
_NEAR = 4
_EASED_BY_DENIAL = 3
_DENIED_WITHIN = 4
_WANTED_WITHIN = 5
_MEASURED_WITHIN = 8
_TWICE_WITHIN = 4


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

    def polarity(self) -> Polarity:
        """Return the clause's own polarity."""
        if self.divided or (self.bad and (self.acted or any(because.family == "action" for because in self.planned))):
            return Polarity.MIXED
        if self.bad:
            return Polarity.SHORTFALL
        if self.planned:
            return Polarity.PLANNED
        return Polarity.STRENGTH if self.good else Polarity.NEUTRAL


class ClauseReader:
    """Reads the cues of one clause in the light of the sentence around it."""

    def __init__(self, cues: SentenceCues, clause: Clause) -> None:
        self.cues = cues
        self.clause = clause
        self.reading = Reading(clause)
        self.spent: set[int] = set()
        self.here: dict[str, list[Cue]] = {}
        for role, found in cues.by_role.items():
            inside = [cue for cue in found if clause.start <= cue.start < clause.end]
            if inside:
                self.here[role] = inside
        self.frames = self._frames()

    def read(self) -> Reading:
        """Return the reading of the clause."""
        for cue in self._here("divided"):
            self.reading.divided.append(self._because(cue))
        for cue in self._here("shortfall"):
            self._shortfall(cue)
        for cue in self._here("problem"):
            self._problem(cue)
        for cue in self._here("trouble"):
            self._trouble(cue)
        for cue in self._here("fell"):
            self._fell(cue)
        for cue in self._here("praise"):
            self._praise(cue)
        for cue in self._here("negator"):
            self._left_over(cue)
        for cue in self._here("plan", "action"):
            if not self._in_frame(cue):
                self.reading.planned.append(self._because(cue))
        for cue in self._here("action-taken"):
            self.reading.acted.append(self._because(cue))
        return self.reading

    # ------------------------------------------------------------------------------------------------------ helpers

    def _here(self, *roles: str) -> list[Cue]:
        if len(roles) == 1:
            return self.here.get(roles[0], [])
        found = [cue for role in roles for cue in self.here.get(role, ())]
        return sorted(found, key=lambda cue: (cue.start, cue.end))

    def _frames(self) -> list[tuple[int, int]]:
        """
        Return the stretches whose words are not said to be so: purposes to the clause's end, the others to the comma.
        """
        frames = [(cue.start, self.clause.end) for cue in self._here("purpose", "duty")]
        for cue in self._here("conditional", "concession"):
            comma = self.cues.text.find(",", cue.end, self.clause.end)
            frames.append((cue.start, comma if comma >= 0 else self.clause.end))
        return frames

    def _in_frame(self, cue: Cue) -> bool:
        return any(start <= cue.start < end for start, end in self.frames)

    def _because(self, cue: Cue, overruled: str = "") -> Because:
        return cue.because("polarity", self.cues.text, overruled)

    def _overrule(self, cue: Cue, why: str) -> None:
        self.reading.overruled.append(self._because(cue, why))

    def _framed(self, cue: Cue) -> bool:
        if self._in_frame(cue):
            self._overrule(cue, "inside a purpose, a condition, a duty or a concession")
            return True
        return False

    def _negated(self, cue: Cue, reach: int) -> Cue | None:
        """Return the negator that reaches this cue, nearest first."""
        for negator in reversed(self._here("negator")):
            if negator.end <= cue.start and negator.start not in self.spent:
                allowed = min(reach, number(negator.family.settings, "reach", 9))
                if self.cues.words_between(negator.end, cue.start) <= allowed:
                    return negator
        return None

    def _eased(self, cue: Cue, role: str = "easing") -> Cue | None:
        for easing in self._here(role):
            forward = number(easing.family.settings, "forward", 8)
            backward = number(easing.family.settings, "backward", 7)
            if easing.end <= cue.start and self.cues.words_between(easing.end, cue.start) <= forward:
                return easing
            if easing.start >= cue.end and self.cues.words_between(cue.end, easing.start) <= backward:
                return easing
        return None

    # -------------------------------------------------------------------------------------------------------- roles

    def _shortfall(self, cue: Cue) -> None:
        if self._framed(cue):
            return
        negator = self._negated(cue, 3)
        easing = None if negator else self._eased(cue)
        if negator or easing:
            self._turned(cue, negator or easing, str(cue.family.settings.get("eases_to", "neutral")))
            return
        self.reading.bad.append(self._because(cue))
        self.reading.hedged |= cue.family.settings.get("hedges") is True
        self.reading.early |= cue.family.settings.get("early") is True

    def _turned(self, cue: Cue, by: Cue | None, into: str) -> None:
        if by is None:
            return
        self.spent.add(by.start)
        self._overrule(cue, f"turned by {self.cues.text[by.start : by.end]!r}")
        if into == "strength":
            self.reading.good.append(self._because(by))
        elif into == "mixed":
            self.reading.divided.append(self._because(cue))

    def _problem(self, cue: Cue) -> None:
        if self._framed(cue):
            return
        by = self._negated(cue, _EASED_BY_DENIAL)
        if by is None:
            by = self._eased(cue)
            # "had not reduced delays": an easing that is itself denied eases nothing.
            if by is not None and (denial := self._negated(by, _NEAR)) is not None:
                self.spent.add(denial.start)
                self.reading.bad.append(self._because(cue))
                return
        if by is not None:
            self._turned(cue, by, "strength")
        elif (handling := self._eased(cue, "handling")) is not None:
            self._turned(cue, handling, "neutral")
        else:
            self.reading.bad.append(self._because(cue))

    def _trouble(self, cue: Cue) -> None:
        """A topic word is a problem only where it lasts or is felt."""
        if self._in_frame(cue):
            return
        if (by := self._negated(cue, _EASED_BY_DENIAL) or self._eased(cue)) is not None:
            self._turned(cue, by, "strength")
            return
        if (by := self._eased(cue, "handling")) is not None:
            self._turned(cue, by, "neutral")
            return
        for persist in self._here("persist"):
            if persist.end <= cue.start and self.cues.words_between(persist.end, cue.start) <= _NEAR:
                self.reading.bad.append(self._because(cue))
                return
            if persist.start >= cue.end and self.cues.words_between(cue.end, persist.start) <= 2:
                self.reading.bad.append(self._because(cue))
                return

    def _fell(self, cue: Cue) -> None:
        """A fall of something good is bad; a fall of something bad is not."""
        if self._framed(cue):
            return
        near = [
            (abs(measure.start - cue.start), measure)
            for measure in self._here("measure-good", "measure-bad", "problem")
            if self.cues.words_between(min(cue.end, measure.end), max(cue.start, measure.start)) <= _MEASURED_WITHIN
        ]
        if near:
            nearest = min(near, key=lambda pair: pair[0])[1]
            (self.reading.bad if nearest.role == "measure-good" else self.reading.good).append(self._because(cue))

    def _praise(self, cue: Cue) -> None:
        if self._framed(cue):
            return
        negator = self._negated(cue, 9)
        if negator is not None:
            self.spent.add(negator.start)
            self.reading.bad.append(self._because(negator))
            self._overrule(cue, f"denied by {self.cues.text[negator.start : negator.end]!r}")
        else:
            self.reading.good.append(self._because(cue))

    def _no_denial(self, cue: Cue) -> bool:
        """Whether a negator denies nothing: "invited, not imposed", "no pilot starts unless", "none without"."""
        if self.cues.text[max(self.cues.start, cue.start - 2) : cue.start] == ", ":
            self._overrule(cue, "a contrast: what stands before it is said")
            return True
        if any(exception.start > cue.end for exception in self._here("exception")):
            self._overrule(cue, "a rule with an exception")
            return True
        for other in self._here("negator"):
            if other.start > cue.end and self.cues.words_between(cue.end, other.start) <= _TWICE_WITHIN:
                self.spent.add(other.start)
                self.reading.good.append(self._because(cue))
                return True
        return False

    def _left_over(self, cue: Cue) -> None:
        """In these texts a denial of something plain is nearly always a lack."""
        if cue.start in self.spent or self._framed(cue) or self._no_denial(cue):
            return
        for unwanted in self._here("unwanted"):
            between = self.cues.text[cue.end : unwanted.start]
            if unwanted.start >= cue.end and " and " not in between and len(between.split()) <= _DENIED_WITHIN:
                self.reading.good.append(self._because(cue))
                return
        wanted = any(
            want.start >= cue.end and self.cues.words_between(cue.end, want.start) <= _WANTED_WITHIN
            for want in self._here("wanted")
        )
        if cue.family.settings.get("alone") == "neutral" and not wanted:
            self._overrule(cue, "denies nothing that is wanted")
        else:
            self.reading.bad.append(self._because(cue))
