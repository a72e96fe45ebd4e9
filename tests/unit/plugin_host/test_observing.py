"""What plugins observe is checked; a wrong answer is refused as a whole."""

from __future__ import annotations

import pytest

from checker.domain.document import Document, Recognised
from checker.domain.observation import Observation
from checker.plugin_manager import Plugins
from checker.testing import a_book

from .installing import Install, Load

DOCUMENT = Document(name="a.note", text="Waits fell to 17 days.")
ANSWER = """
from checker import Observation

@hookimpl
def checker_observe(document):
    return {}
"""


def observed(plugins: Plugins) -> list[Observation]:
    return plugins.observe(DOCUMENT, (), (), Recognised(), a_book())


def test_what_all_plugins_observe_is_taken(install: Install, load: Load) -> None:
    install(
        one=ANSWER.format("[Observation(kind='figure', start=14, end=21, value='17')]"),
        two=ANSWER.format("(Observation(kind='size', start=0, end=n) for n in (5,))"),
    )

    found = observed(load())

    assert sorted((one.kind, one.start, one.end, one.value) for one in found) == [
        ("figure", 14, 21, "17"),
        ("size", 0, 5, ""),
    ]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("None", "NoneType is not a list"),
        ("['figure']", "str where Observation is asked for"),
        ("[Observation(kind='', start=0, end=1)]", "an Observation has no kind"),
        ("[Observation(kind='a', start=0, end=99)]", "the Observation from 0 to 99 is empty or leaves the text"),
        ("[Observation(kind='a', start=3, end=3)]", "the Observation from 3 to 3 is empty or leaves the text"),
        ("[Observation(kind='a', start=0, end=1, value=17)]", "int where str is asked for"),
        (
            "[Observation(kind='a', start=0, end=1, text='secret')]",
            "an Observation says its document, text, statements or passage, which the engine adds",
        ),
    ],
)
def test_a_wrong_answer_is_refused_and_named(install: Install, load: Load, answer: str, reason: str) -> None:
    install(observes=ANSWER.format(answer))
    plugins = load()

    assert observed(plugins) == []
    assert [failure.reason for failure in plugins.failures] == [f"gave a wrong answer to checker_observe: {reason}"]
