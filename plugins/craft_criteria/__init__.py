"""The kinds of test about how a self-assessment and its library are made. One file per criterion."""

from __future__ import annotations

from collections.abc import Iterable

from checker import Criterion, hookimpl

from .citations_spread import CitationsSpread
from .claims_cited import ClaimsCited
from .documents_recent import DocumentsRecent
from .figures_agree import FiguresAgree
from .files_in_order import FilesInOrder
from .none_observed import NoneObserved
from .one_council_named import OneCouncilNamed
from .review_dates_ahead import ReviewDatesAhead
from .sections_balanced import SectionsBalanced
from .sections_have import SectionsHave
from .sections_long_enough import SectionsLongEnough
from .sections_readable import SectionsReadable
from .sources_spread import SourcesSpread
from .statements_present import StatementsPresent
from .strengths_in_proportion import StrengthsInProportion
from .strong_words_backed import StrongWordsBacked
from .topics_covered import TopicsCovered


@hookimpl
def checker_criteria() -> Iterable[Criterion]:
    """Return our criteria."""
    return (
        CitationsSpread(),
        ClaimsCited(),
        DocumentsRecent(),
        FiguresAgree(),
        FilesInOrder(),
        NoneObserved(),
        OneCouncilNamed(),
        ReviewDatesAhead(),
        SectionsBalanced(),
        SectionsHave(),
        SectionsLongEnough(),
        SectionsReadable(),
        SourcesSpread(),
        StatementsPresent(),
        StrengthsInProportion(),
        StrongWordsBacked(),
        TopicsCovered(),
    )
