"""How a finding is named in a list: what is missing first, and what was expected apart from it."""

from __future__ import annotations

from checker import ReportedFinding, headline

from ..wording import expected, plain
from .lookup import Lookup


def missing_and_expected(finding: ReportedFinding, look: Lookup) -> tuple[str, str]:
    """
    Return a finding's headline without its expectation, and the expectation as what was expected.

    Run together, "No clear evidence: Equipment comes quickly" reads as its opposite. The second is empty where the
    headline names no expectation apart or tells it in words of its own.
    """
    about = plain(look.titles.get(finding.expectation, ""))
    missing = plain(headline(finding))
    if not about:
        return missing, ""
    missing = missing.removesuffix(f": {about}")
    return missing, "" if about in missing else expected(about)


def called(finding: ReportedFinding, look: Lookup) -> str:
    """Return what a finding is called where one line has to do: what is missing (expected: “what should be”)."""
    missing, wanted = missing_and_expected(finding, look)
    return f"{missing} ({wanted})" if wanted else missing
