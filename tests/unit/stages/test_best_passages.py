"""Which passages are kept while documents are added up."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from checker.domain.evidence import Claim, Passage, Polarity
from checker.stages.evidence.best_passages import BestOfAll, a_few_of_each_side, best_passages
from checker.testing import a_passage
from checker.values import replace

KEY = "data-sharing"
CLAIMING = frozenset({"local-authority", "staff"})
VOICES = ("local-authority", "staff", "partners", "carers", "inspector")


@st.composite
def libraries(draw: st.DrawFn) -> list[Passage]:
    """Draw passages of many documents: of few voices, so that there are more of each than are kept."""
    said = st.tuples(
        st.sampled_from(VOICES), st.sampled_from(Polarity), st.sampled_from([Claim.STATED, Claim.MEASURED])
    )
    return [
        replace(a_passage(start=number, voice=voice, polarity=polarity, claim=claim), document=f"{number % 7}.md")
        for number, (voice, polarity, claim) in enumerate(draw(st.lists(said, max_size=60)))
    ]


def of_all(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return what is kept of documents that are offered one by one, each as it comes: its best passages."""
    kept = BestOfAll(KEY, CLAIMING)
    for name in dict.fromkeys(passage.document for passage in passages):
        kept.offer(best_passages(KEY, [passage for passage in passages if passage.document == name]))
    return kept.best()


@given(libraries())
def test_what_is_kept_of_all_documents_is_enough_for_the_few_of_each_side(passages: list[Passage]) -> None:
    assert a_few_of_each_side(best_passages(KEY, of_all(passages))) == a_few_of_each_side(best_passages(KEY, passages))


def test_of_voices_whose_claims_cannot_rise_only_the_best_are_kept() -> None:
    others = [a_passage(start=start, voice=("partners", "carers")[start % 2]) for start in range(18)]
    own = [a_passage(start=start, voice=("local-authority", "staff")[start % 2]) for start in range(18)]

    assert len(of_all(others)) == 5
    assert len(of_all(own)) == 10
