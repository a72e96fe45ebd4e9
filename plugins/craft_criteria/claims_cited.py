"""Criterion `claims_cited`."""

from __future__ import annotations

from collections.abc import Sequence

from checker import Assessment, Finding, Observation, Rule, counted

from .asking import NO_SELF_ASSESSMENT, fault, met, not_applicable, outcome_of, quoted, self_assessments, whole_number
from .schemas import OUTCOME, parameters
from .schemas import whole_number as a_number
from .sections import Sections

_FEWEST_TO_COMPARE = 8
"""Paragraphs with strengths of which one can tell what is usual."""


class ClaimsCited:
    """
    Do paragraphs with strong claims say where the evidence is?

    A claim is a strength in strong words that the council says of itself; where `usual` per cent of all paragraphs with
    strengths cite something, each other one is a claim, too, whatever its words. Where the whole self-assessment cites
    nothing, one finding says so. Else there is one for each section in which more than `share` per cent of the claims
    cite nothing.
    """

    name = "claims_cited"
    about = "Strong claims cite their evidence."
    schema = parameters(
        ("share",),
        share=a_number("Per cent of a section's claims that may cite nothing."),
        usual=a_number("Where so many per cent of the paragraphs with strengths cite, each is expected to."),
        outcome=OUTCOME,
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding | Sequence[Finding]:
        """Return the rule's findings."""
        own = self_assessments(assessment)
        if not own:
            return not_applicable(rule, NO_SELF_ASSESSMENT)
        claims = _claims(rule, assessment, own)
        if not claims:
            return not_applicable(rule, "No claim of strength was recognised in the self-assessment.")
        bare = [one for one in claims if one.value == "not cited"]
        if bare and not assessment.observations.count("citation", own):
            reason = f"The self-assessment cites nothing. {counted(len(bare), 'claim')}, such as {quoted(bare)}."
            return fault(rule, outcome_of(rule), reason, (one.citation for one in bare))
        findings = _by_section(rule, assessment, claims)
        return findings or met(
            rule, f"{counted(len(claims), 'claim')}: evidence is cited beside enough of them.", ["citations"]
        )


def _claims(rule: Rule, assessment: Assessment, own: Sequence[str]) -> list[Observation]:
    """Return the strong claims, and where citing is usual the paragraphs with strengths that have none of them."""
    claims = list(assessment.observations.kind("claim", own))
    told = [one for one in assessment.observations.kind("strength", own) if one.statements]
    cited = sum(one.value == "cited" for one in told)
    if len(told) < _FEWEST_TO_COMPARE or 100 * cited < whole_number(rule, "usual", 101) * len(told):
        return claims
    known = {(one.document, one.citation.start) for one in claims}
    return [*claims, *(one for one in told if (one.document, one.citation.start) not in known)]


def _by_section(rule: Rule, assessment: Assessment, claims: Sequence[Observation]) -> list[Finding]:
    sections = Sections(assessment)
    groups: dict[str, list[Observation]] = {}
    for one in claims:
        part = sections.part_of(one)
        groups.setdefault(part.item if part else one.document, []).append(one)
    findings = []
    for item, found in sorted(groups.items()):
        bare = [one for one in found if one.value == "not cited"]
        if 100 * len(bare) > whole_number(rule, "share", 0) * len(found):
            verb = "cites" if len(bare) == 1 else "cite"
            reason = f"{len(bare)} of {counted(len(found), 'claim')} {verb} nothing beside them: {quoted(bare)}."
            findings.append(fault(rule, outcome_of(rule), reason, (one.citation for one in bare), item=item))
    return findings
