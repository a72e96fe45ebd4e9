"""Which of several expectations is the main one where a pack says so: "grants to groups" is about the grants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker import Recognition, replace

_AHEAD = 0.0001
"""Enough to come first; scores have four places."""


def main_first(answers: tuple[Recognition, ...], main_before: Mapping[str, Sequence[str]]) -> tuple[Recognition, ...]:
    """
    Return what a sentence speaks to, best first, with each expectation ahead of those that it comes before.

    `answers` are sorted so; `main_before` names by expectation those that come second. One that has to go ahead takes
    their best score and a trifle more, so that the order holds wherever scores are compared.
    """
    if len(answers) < 2:
        return answers
    score = {one.key: one.score for one in answers}
    moved = {}
    for key in main_before.keys() & score.keys():
        best = max((score[second] for second in main_before[key] if second in score), default=0.0)
        if best >= score[key]:
            moved[key] = round(best + _AHEAD, 4)
    if not moved:
        return answers
    ahead = [replace(one, score=moved[one.key]) if one.key in moved else one for one in answers]
    return tuple(sorted(ahead, key=lambda one: (-one.score, one.key)))
