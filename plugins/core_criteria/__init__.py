"""The kinds of test that rules can name. One file per criterion; what they share is in `question`."""

from __future__ import annotations

from collections.abc import Iterable

from checker import Criterion, hookimpl

from .agreement_in_force import AgreementInForce
from .categories_covered import CategoriesCovered
from .claim_reached import ClaimReached
from .corroborated import Corroborated
from .evidenced import Evidenced
from .figure_stated import FigureStated
from .impact_stated import ImpactStated
from .kinds_present import KindsPresent
from .recent_enough import RecentEnough
from .shortfalls_answered import ShortfallsAnswered
from .terms_found import TermsFound
from .voices_heard import VoicesHeard


@hookimpl
def checker_criteria() -> Iterable[Criterion]:
    """Return our criteria."""
    return (
        AgreementInForce(),
        CategoriesCovered(),
        ClaimReached(),
        Corroborated(),
        Evidenced(),
        FigureStated(),
        ImpactStated(),
        KindsPresent(),
        RecentEnough(),
        ShortfallsAnswered(),
        TermsFound(),
        VoicesHeard(),
    )
