"""What the criteria about the library share: when they do not apply, how findings are built, words for reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker import Assessment, DocumentKind, Finding, Outcome, Passage, Register, Rule

MOST_CITED = 3
MOST_NAMED = 5
NO_REGISTER = "No register of evidence was given (--register FILE)."
NO_SELF_ASSESSMENT = "No self-assessment was among the documents read."


def parameters(**properties: Mapping[str, object]) -> Mapping[str, object]:
    """Return the schema of a rule's `expects` with these keys, all of them needed, and no others."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": sorted(properties),
        "additionalProperties": False,
    }


def register_of(assessment: Assessment) -> Register | None:
    """Return the register, if one was given."""
    return assessment.register


def self_assessments(assessment: Assessment) -> tuple[str, ...]:
    """Return the names of the self-assessments that could be read."""
    return assessment.names_of(DocumentKind.SELF_ASSESSMENT)


def not_applicable(rule: Rule, reason: str) -> Finding:
    """Return the finding of a rule that has nothing to look at."""
    return Finding(rule_id=rule.id, outcome=Outcome.NOT_APPLICABLE, reason=reason)


def finding(
    rule: Rule, outcome: Outcome, reason: str, *, cited: Iterable[Passage] = (), searched: str = "", item: str = ""
) -> Finding:
    """Return a finding. It cites at most three places, each once; where it cites none it says what was searched."""
    once = {(passage.document, passage.start): passage for passage in cited}
    passages = tuple(once.values())[:MOST_CITED]
    looked = () if passages else (searched or rule.title,)
    return Finding(rule_id=rule.id, outcome=outcome, reason=reason, citations=passages, searched=looked, item=item)


def number(rule: Rule, name: str) -> int:
    """Return a whole number that the rule expects."""
    value = rule.expects.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        msg = f"{rule.id}: {name!r} must be a whole number, not {value!r}"
        raise TypeError(msg)
    return value


def named(names: Sequence[str]) -> str:
    """Return the first few names in quotes: “A”, “B” and 3 more."""
    few = ", ".join(f"“{name}”" for name in names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return f"{few} and {more} more" if more > 0 else few
