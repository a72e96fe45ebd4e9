"""Reads one clause: which of its cues speak for, against or of plans, and which are turned round or do not count."""

from __future__ import annotations

from .clause_cues import ClauseCues, Reading
from .cues import Cue

# In words: how near a denial or an easing must stand to turn a cue round.
_NEAR = 4
_EASED_BY_DENIAL = 3
_DENIED_WITHIN = 5
_MEASURED_WITHIN = 8
_TWICE_WITHIN = 4


class ClauseReader(ClauseCues):
    """Reads the cues of one clause: one method for each role."""

    def read(self) -> Reading:
        """Return the reading of the clause."""
        for role, read in _IN_THIS_ORDER:
            for cue in self.by_role.get(role, ()):
                read(self, cue)
        for cue in self.here("plan", "action"):
            if not self.in_frame(cue):
                self.reading.planned.append(self.because(cue))
        for cue in self.here("action-taken"):
            self.reading.acted.append(self.because(cue))
        return self.reading

    def _divided(self, cue: Cue) -> None:
        self.reading.divided.append(self.because(cue))

    def _shortfall(self, cue: Cue) -> None:
        if self.framed(cue):
            return
        negator = self.negated(cue, 3, far=True)
        easing = None if negator else self.eased(cue, reach=6)
        if negator or easing:
            self._turned(cue, negator or easing, str(cue.family.settings.get("eases_to", "neutral")))
            return
        self.against(cue)
        self.reading.hedged |= cue.family.settings.get("hedges") is True
        self.reading.early |= cue.family.settings.get("early") is True

    def _turned(self, cue: Cue, by: Cue | None, into: str) -> None:
        if by is None:
            return
        self.spend(by, cue)
        self.overrule(cue, f"turned by {self.cues.text[by.start : by.end]!r}")
        if into == "strength" and (because := self.because(by)) not in self.reading.good:
            self.reading.good.append(because)
        elif into == "mixed":
            self.reading.divided.append(self.because(cue))

    def _problem(self, cue: Cue) -> None:
        if self.framed(cue):
            return
        by = self.negated(cue, _EASED_BY_DENIAL, far=True)
        if by is None:
            by = self.eased(cue)
            # "had not reduced delays": an easing that is itself denied eases nothing.
            if by is not None and (denial := self.negated(by, _NEAR)) is not None:
                self.spent.add(denial.start)
                self.against(cue)
                return
        if by is not None:
            self._turned(cue, by, "strength")
        elif (handling := self.eased(cue, "handling")) is not None:
            self._turned(cue, handling, "neutral")
        else:
            self.against(cue)

    def _trouble(self, cue: Cue) -> None:
        """A topic word is a problem only where it lasts or is felt."""
        if self.in_frame(cue):
            return
        if (by := self.negated(cue, _EASED_BY_DENIAL, far=True) or self.eased(cue)) is not None:
            self._turned(cue, by, "strength")
            return
        if (by := self.eased(cue, "handling")) is not None:
            self._turned(cue, by, "neutral")
            return
        for persist in self.here("persist"):
            if persist.end <= cue.start and self.cues.words_between(persist.end, cue.start) <= _NEAR:
                self.against(cue)
                return
            if persist.start >= cue.end and self.cues.words_between(cue.end, persist.start) <= 2:
                self.against(cue)
                return

    def _fell(self, cue: Cue) -> None:
        """A fall of something good is bad; a fall of something bad is not."""
        if self.framed(cue):
            return
        fell = self._what_fell(cue)
        if fell is None:
            return
        denial = self.negated(cue, _NEAR, far=True)
        if denial is not None:
            self.spent.add(denial.start)
        if (fell.role == "measure-good") == (denial is not None):
            self.reading.good.append(self.because(cue))
        else:
            self.against(cue)

    def _what_fell(self, cue: Cue) -> Cue | None:
        """Return the measure near a fall, if there is one."""
        near = [
            measure
            for measure in self.here("measure-good", "measure-bad", "problem")
            if self.cues.words_between(min(cue.end, measure.end), max(cue.start, measure.start)) <= _MEASURED_WITHIN
        ]
        # What fell stands before; words behind only say which: "errors in the first week at home had fallen".
        before = [measure for measure in near if measure.end <= cue.start]
        return next(iter(before or near), None)

    def _praise(self, cue: Cue) -> None:
        if self.framed(cue):
            return
        negator = self.negated(cue, 9)
        if negator is not None:
            self.spent.add(negator.start)
            self.reading.bad.append(self.because(negator))
            self.reading.firm = True
            self.overrule(cue, f"denied by {self.cues.text[negator.start : negator.end]!r}")
        else:
            self.reading.good.append(self.because(cue))
            self.reading.praised |= cue.family.settings.get("weak") is not True

    def _no_denial(self, cue: Cue) -> bool:
        """Whether a negator denies nothing: "invited, not imposed", "no pilot starts unless", "none without"."""
        if self.cues.text[max(self.cues.start, cue.start - 2) : cue.start] == ", ":
            self.overrule(cue, "a contrast: what stands before it is said")
            return True
        if any(exception.start > cue.end for exception in self.here("exception")):
            self.overrule(cue, "a rule with an exception")
            return True
        if any(self._denies_all(other, cue) for other in self.here("negator")):
            self.overrule(cue, "denied by what stands before it")
            return True
        for other in self.here("negator"):
            if other.start > cue.end and self.cues.words_between(cue.end, other.start) <= _TWICE_WITHIN:
                self.spent.add(other.start)
                self.reading.good.append(self.because(cue))
                return True
        return False

    def _denies_all(self, other: Cue, cue: Cue) -> bool:
        """ "No one waits without contact": who denies of everybody denies the lack that follows too."""
        everybody = other.family.settings.get("of_everybody") is True
        return everybody and other.end <= cue.start and self.cues.words_between(other.end, cue.start) <= _DENIED_WITHIN

    def _left_over(self, cue: Cue) -> None:
        """In these texts a denial of something plain is nearly always a lack."""
        if cue.start in self.spent or self.framed(cue) or self._no_denial(cue):
            return
        if any(self._near_enough(cue, unwanted) for unwanted in self.here("unwanted")):
            self.reading.good.append(self.because(cue))
            return
        wanted = any(self._near_enough(cue, want) for want in self.here("wanted"))
        alone = cue.family.settings.get("alone")
        if alone == "nothing" or (alone == "neutral" and not wanted):
            self.overrule(cue, "denies nothing that is wanted")
        else:
            self.against(cue)

    def _near_enough(self, denial: Cue, denied: Cue) -> bool:
        """Whether a denial reaches what stands behind it: "without notes and told us" does not deny the telling."""
        between = self.cues.text[denial.end : denied.start]
        return denied.start >= denial.end and " and " not in between and len(between.split()) <= _DENIED_WITHIN


# A denial that turns one cue round is spent for those behind: the order of the roles decides which.
_IN_THIS_ORDER = (
    ("divided", ClauseReader._divided),
    ("shortfall", ClauseReader._shortfall),
    ("problem", ClauseReader._problem),
    ("trouble", ClauseReader._trouble),
    ("fell", ClauseReader._fell),
    ("praise", ClauseReader._praise),
    ("negator", ClauseReader._left_over),
)
ROLES_READ = frozenset({"plan", "action", "action-taken", *(role for role, _ in _IN_THIS_ORDER)})
"""A clause without a cue of one of these says nothing for or against: others only turn or ease what those say."""
