"""Which action of the plan answers a shortfall: one that names it, or one whose subject is the same beyond doubt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker import ActionRow, Passage, Rule, dataclass, gap_id_of, shared_words, shortened

EVERYWHERE = frozenset(
    {"people", "care", "council", "support", "service", "services", "adult", "adults", "social", "health"}
)
"""Words that say nothing of what a sentence is about, for every sentence has them."""
_CUT = " …"
_TELLING = 2
"""Words of meaning by which an action says what will be done: `tbc` and `Ongoing work` do not."""
_SHARED = 3
"""So many words of meaning an action and a shortfall must share, and half of those that the shorter of them has."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ActionAnswer:
    """An action that answers a shortfall; `shared` are the words of its subject, none where it names the gap."""

    row: ActionRow
    shared: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """Which action it is, and why it is taken for an answer."""
        why = f"shares {', '.join(self.shared)}" if self.shared else "names it"
        return f"‘{shortened(self.row.said('action'))}’ ({self.row.place}) {why}"


def action_for(shortfall: Passage, rows: Iterable[ActionRow], rule: Rule) -> ActionAnswer | None:
    """
    Return the open action that answers a shortfall; one that names it before one on its subject.

    An action names it by the gap id of this rule, or by that of a finding about the very sentence. By its subject only
    an action answers that names no gap, or one of the same expectation: what was typed for another gap is about that.
    """
    acting = [row for row in rows if len(_words(row.said("action"))) >= _TELLING and not row.is_closed]
    own = gap_id_of(rule, rule.statement)
    for row in acting:
        if any(named == own or _is_about(named, shortfall) for named in row.answered):
            return ActionAnswer(row=row)
    candidates = [(row, _shared(shortfall, row)) for row in acting if _may_mean(row, rule)]
    best = max(candidates, key=lambda one: len(one[1]), default=None)
    return ActionAnswer(row=best[0], shared=best[1]) if best and best[1] else None


def _is_about(named: str, shortfall: Passage) -> bool:
    """Whether an id ends with the first words of the sentence, as that of a challenge of the self-assessment does."""
    item = named.partition("/")[2].removesuffix(_CUT)
    sentence = " ".join(shortfall.text.split())
    return len(item.split()) >= _SHARED and (item.startswith(sentence) or sentence.startswith(item))


def _may_mean(row: ActionRow, rule: Rule) -> bool:
    """Whether a row names nothing, or a gap of the rule's expectation."""
    return not row.answered or any(rule.expectation and rule.expectation in named.split("/") for named in row.answered)


def _shared(shortfall: Passage, row: ActionRow) -> tuple[str, ...]:
    """Return the words that both have, if they are enough to be about one thing; else none."""
    action = f"{row.said('action')} {row.said('measure')}"
    shared = _of_meaning(shared_words(shortfall.text, action))
    shorter = min(len(_words(shortfall.text)), len(_words(row.said("action"))))
    return shared if len(shared) >= _SHARED and 2 * len(shared) >= shorter else ()


def _words(text: str) -> tuple[str, ...]:
    return _of_meaning(shared_words(text, text))


def _of_meaning(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in EVERYWHERE)
