"""Criterion `categories_covered`."""

from __future__ import annotations

from checker import Assessment, Finding, Rule

from .presence import Presence, unknown_names
from .question import Question
from .schemas import ids, parameters, whole_number


class CategoriesCovered:
    """
    Is there affirmed evidence in enough evidence categories? Categories that the framework does not use are never
    expected.

    Partly met: some, too few. Not met: none of those asked for. Not applicable: nothing affirmed yet.
    """

    name = "categories_covered"
    about = "Affirmed evidence comes from enough different evidence categories."
    schema = parameters(
        ("at_least",),
        any_of=ids(
            "The evidence categories that count; all that the framework uses if left out.",
            of="evidence-category",
        ),
        at_least=whole_number("In how many different evidence categories it must be affirmed."),
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding:
        """Return the rule's finding."""
        question = Question.about(rule, assessment)
        titles = {category.id: category.title for category in assessment.book.framework.used_categories}
        wanted = question.names("any_of") or tuple(titles)
        wrong = unknown_names(wanted, titles, "evidence category")
        if wrong:
            return question.mistake(wrong)
        too_early = question.not_yet()
        if too_early:
            return too_early
        covered = tuple(category for category in wanted if question.affirmed(categories={category}))
        presence = Presence(
            question=question,
            attribute="evidence_category",
            opening="Affirmed in",
            thing="evidence category",
            things="evidence categories",
            titles=titles,
            wanted=wanted,
            found=covered,
        )
        return presence.judge(question.number("at_least"))
