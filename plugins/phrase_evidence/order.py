"""Which of several expectations is the main one where a pack says so: "grants to groups" is about the grants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker import Recognition, replace

_AHEAD = 0.0001
"""Enough to come first; scores have four places."""


def main_first(answers: tuple[Recognition, ...], main_before: Mapping[str, Sequence[str]]) -> tuple[Recognition, ...]:
    """
    Return what a sentence speaks to, best first, with each expectation ahead of those that it comes before.

    `answers` are sorted so; `main_before` names by expectation those that come second, and never leads back to where it
    began: packs in which it does are refused. One that has to go ahead takes the best score of its seconds, who may
    have gone ahead of others themselves, and a trifle more, so that the order holds wherever scores are compared.
    """
    if len(answers) < 2:
        return answers
    score = {one.key: one.score for one in answers}
    moved: dict[str, float] = {}
    for key in main_before.keys() & score.keys():
        _move(key, score, main_before, moved)
    if all(moved[key] == score[key] for key in moved):
        return answers
    ahead = [replace(one, score=moved.get(one.key, one.score)) for one in answers]
    return tuple(sorted(ahead, key=lambda one: (-one.score, one.key)))


def _move(
    key: str, score: Mapping[str, float], main_before: Mapping[str, Sequence[str]], moved: dict[str, float]
) -> float:
    """Return the score with which an expectation comes before its seconds, theirs found first; `moved` has it too."""
    if key not in moved:
        moved[key] = score[key]  # so that a circle in a book that was never checked ends here
        seconds = [second for second in main_before.get(key, ()) if second in score]
        best = max((_move(second, score, main_before, moved) for second in seconds), default=0.0)
        if best >= score[key]:
            moved[key] = round(best + _AHEAD, 4)
    return moved[key]
