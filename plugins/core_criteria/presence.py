"""How `voices_heard` and `categories_covered` judge: so many of a list, among affirmed passages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker import Finding, Outcome, counted, dataclass, listed

from .question import Question, one_for_each


@dataclass(frozen=True, kw_only=True, slots=True)
class Presence:
    """
    Which of the wanted things affirmed passages have.

    `attribute` is the passage's field, `opening` the words before the numbers, `thing` and `things` one and many of
    them in words, `titles` the words for an id.
    """

    question: Question
    attribute: str
    opening: str
    thing: str
    things: str
    titles: Mapping[str, str]
    wanted: tuple[str, ...]
    found: tuple[str, ...]

    def judge(self, at_least: int, further: str = "", further_met: bool = True) -> Finding:
        """
        Return met if enough were found, partly met if some.

        `further` words a second condition, `further_met` is its result.
        """
        shown = one_for_each(self.question.affirming, self.attribute, self.found)
        reason = self._reason(at_least) + further
        if len(self.found) >= at_least and further_met:
            return self.question.answer(Outcome.MET, reason, shown)
        return self.question.answer(Outcome.PARTLY_MET if self.found else Outcome.NOT_MET, reason, shown)

    def _reason(self, at_least: int) -> str:
        missing = [name for name in self.wanted if name not in self.found]
        names = f" ({self._names(self.found)})" if self.found else ""
        number = f"{len(self.found) or 'none'} of {counted(len(self.wanted), self.thing, self.things)}{names}"
        absent = f" Not among them: {self._names(missing)}." if missing and len(self.found) < at_least else ""
        return f"{self.opening} {number}; at least {at_least} expected.{absent}"

    def _names(self, ids: Iterable[str]) -> str:
        return listed([self.titles[name] for name in ids])


def unknown_names(wanted: Sequence[str], known: Iterable[str], thing: str) -> str:
    """Return what is wrong with the wanted ids; empty if all are known."""
    allowed = sorted(known)
    unknown = [repr(name) for name in wanted if name not in allowed]
    if not unknown:
        return ""
    return f"the framework has no {thing} {listed(unknown)} in use (known: {', '.join(allowed)})"
