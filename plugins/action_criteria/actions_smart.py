"""Criterion `actions_smart`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker import PLAN_COLUMNS, ActionRow, Assessment, Finding, Outcome, Rule, dataclass, shortened

from .answers import finding, no_plan, words

_HEADINGS = {column.key: column.heading.lower() for column in PLAN_COLUMNS}
_NEEDS = ("owner", "due", "measure", "status")


@dataclass(frozen=True, kw_only=True, slots=True)
class Empty:
    """Words, in lower case, that say nothing: of a date or status, and of an owner or measure."""

    vague: Sequence[str]
    nobody: Sequence[str]


class ActionsSmart:
    """
    Can every action be followed up: who does it, by when, how anybody will know, and how far it is?

    One finding for each action. Partly met: something is missing, is no date, is put off with a word such as
    "ongoing", or the action is overdue. Not met: neither an owner nor a date. Closed actions need an owner only. Not
    applicable: no action plan, or no action in it.
    """

    name = "actions_smart"
    about = "Every action has an owner, a date, a measure and a status, and is not overdue."
    schema: Mapping[str, object] = {
        "type": "object",
        "additionalProperties": False,
        "required": ["vague"],
        "properties": {
            "vague": {
                "type": "array",
                "description": "Words that stand for a date or a status and say nothing, e.g. ongoing.",
                "items": {"type": "string"},
            },
            "nobody": {
                "type": "array",
                "description": "Words that hold a place for an owner or a measure and name none, e.g. tbc.",
                "items": {"type": "string"},
            },
        },
        "x-needs": ["gaps"],
    }

    def evaluate(self, rule: Rule, assessment: Assessment) -> Sequence[Finding]:
        """Return a finding for each action."""
        plan = assessment.actions
        if plan is None:
            return (no_plan(rule),)
        rows = [row for row in plan.rows if row.is_action]
        if not rows:
            return (finding(rule, Outcome.NOT_APPLICABLE, "The action plan has no action yet."),)
        empty = Empty(vague=words(rule.expects["vague"]), nobody=words(rule.expects.get("nobody", ())))
        return tuple(_judged(rule, row, item, empty, assessment.as_of) for item, row in _named(rows).items())


def _named(rows: Sequence[ActionRow]) -> dict[str, ActionRow]:
    """Return the actions by a name that stays the same from run to run; a second of the same name gets a number."""
    named: dict[str, ActionRow] = {}
    for row in rows:
        name = (
            row.gap_id or shortened(row.said("action")) or shortened(row.said("measure")) or "an action without words"
        )
        free, again = name, 1
        while free in named:
            again += 1
            free = f"{name} ({again})"
        named[free] = row
    return named


def _judged(rule: Rule, row: ActionRow, item: str, empty: Empty, as_of: str) -> Finding:
    wrong = list(_wrong(row, empty, as_of))
    if not wrong:
        return finding(rule, Outcome.MET, f"{row.place}: nothing is missing.", item=item)
    nobody = not row.said("owner") and not row.due
    return finding(
        rule, Outcome.NOT_MET if nobody else Outcome.PARTLY_MET, f"{row.place}: {'; '.join(wrong)}.", item=item
    )


def _wrong(row: ActionRow, empty: Empty, as_of: str) -> Iterator[str]:
    asked = ("owner",) if row.is_closed else _NEEDS
    if not row.said("action"):
        yield "it does not say what will be done"
    missing = [_HEADINGS[key] for key in asked if not row.said(key)]
    if missing:
        yield f"it has no {', no '.join(missing)}"
    for key in ("owner", "measure"):
        if key in asked and row.said(key).casefold().strip(" .") in empty.nobody:
            yield f"‘{row.said(key)}’ as its {_HEADINGS[key]} only holds the place"
    if row.is_closed:
        return
    said = {key: row.said(key).casefold().strip(" .") for key in ("due", "status")}
    for key, text in said.items():
        if text in empty.vague:
            yield f"‘{row.said(key)}’ as its {_HEADINGS[key]} says neither what is done nor what is left"
    if row.said("due") and not row.due and said["due"] not in empty.vague:
        yield f"‘{row.said('due')}’ is no date (e.g. 31/03/2026)"
    if row.due and row.due < as_of:
        yield f"it was due on {row.due} and is not done"
