"""What `checker_observe` may answer: observations with plain fields, whose places lie in the text."""

from __future__ import annotations

from checker.domain.observation import Observation
from checker.plugin_host.answer_values import all_of, exactly, plain_mapping, text_of
from checker.plugin_host.calls import WrongAnswer


def observations(answer: object, length: int) -> tuple[Observation, ...]:
    """Return the observations of a text of `length`; what only the engine says must be left out."""
    found = all_of(answer, Observation)
    for one in found:
        _check(one, length)
    return found


def _check(one: Observation, length: int) -> None:
    if not text_of(one.kind):
        raise WrongAnswer("an Observation has no kind")
    text_of(one.value)
    plain_mapping(one.attributes)
    for name, value in one.attributes.items():
        text_of(name)
        text_of(value)
    start, end = exactly(one.start, int), exactly(one.end, int)
    if not 0 <= start < end <= length:
        raise WrongAnswer(f"the Observation from {start} to {end} is empty or leaves the text")
    if one.document or one.text or one.statements or one.passage is not None:
        raise WrongAnswer("an Observation says its document, text, statements or passage, which the engine adds")
