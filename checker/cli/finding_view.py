"""A finding of a gap report in words: its outcome, what it rests on, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from checker.cli.loaded import Loaded
from checker.cli.look import Look, safe
from checker.report_diff import Json, state_of

_MOST_WORDS = 12


def finding_lines(finding: Json, report: Json, loaded: Loaded, look: Look) -> Iterator[str]:
    """Yield what a person should know of a finding; its quotes are those that the report holds."""
    rule = loaded.rule(finding["rule"])
    yield look.title(safe(finding["gap_id"]))
    yield from look.wrapped(safe(finding["title"]), 2)
    yield ""
    yield from look.facts(
        [
            ("Outcome", state_of(finding)),
            ("Reason", safe(finding["reason"])),
            ("Weight", finding["weight"]),
            ("Why", safe(finding["why"])),
            ("To do", safe(finding["remedy"]) if finding["outcome"] != "met" else ""),
            ("Searched for", _searched(finding)),
            ("Rule", loaded.place(rule.file, rule.line) if rule else f"{finding['rule']} is in no pack in use"),
        ]
    )
    quotes = list(_quotes(finding, report, look))
    if quotes:
        yield from ("", look.title("Rests on"), *quotes)
    yield ""
    yield from look.wrapped(f"More about the rule: checker explain {finding['rule']}")


def _searched(finding: Json) -> str:
    words = [safe(word) for word in finding["searched"]]
    more = f" and {len(words) - _MOST_WORDS} more" if len(words) > _MOST_WORDS else ""
    return "; ".join(words[:_MOST_WORDS]) + more


def _quotes(finding: Json, report: Json, look: Look) -> Iterator[str]:
    passages = {(one["document"], one["start"]): one for one in report["passages"]}
    for cited in finding["citations"]:
        passage = passages.get((cited["document"], cited["start"]))
        if passage:
            yield from look.wrapped(f"“{safe(passage['text'])}”", 2)
            yield from look.wrapped(
                f"{safe(cited['document'])}:{cited['start']}, {passage['polarity']}, {passage['voice']}", 4
            )
