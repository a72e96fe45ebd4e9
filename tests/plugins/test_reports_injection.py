"""Text from documents stays text in every format that is offered, whatever it tries to be."""

from __future__ import annotations

from functools import cache

import pytest

from checker.plugin_manager import Plugins, PluginSetup
from checker.settings import Settings

from .output_checks import CHECKS, check
from .payloads import MARK, PAYLOADS
from .report_builders import build


@cache
def the_plugins() -> Plugins:
    return PluginSetup(settings=Settings()).load()


BUILT_IN = sorted(name for name, one in the_plugins().reporters().items() if one.built_in)


def written(name: str, payload: str) -> bytes:
    report = build(lambda text: f"{payload} {MARK} {text}" if payload else text, document=f"notes/{payload}{MARK}.md")
    return b"".join(the_plugins().render(name, report))


@cache
def shape_of_a_plain_report(name: str, length: int) -> object:
    """Return the shape of a report with plain words of this length: a page that is to stay one page shortens them."""
    return check(the_plugins().reporters()[name].suffix, written(name, ("plain " * length)[:length]))[0]


def test_every_format_has_a_check() -> None:
    suffixes = {reporter.suffix.rsplit(".", 1)[-1] for reporter in the_plugins().reporters().values()}

    assert suffixes <= set(CHECKS)


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("name", BUILT_IN)
def test_a_payload_is_text_and_changes_no_structure(name: str, payload: str) -> None:
    output = written(name, PAYLOADS[payload])

    shape, text = check(the_plugins().reporters()[name].suffix, output)

    assert MARK in text
    assert shape == shape_of_a_plain_report(name, len(PAYLOADS[payload]))


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    assert written(name, PAYLOADS["lines"]) == written(name, PAYLOADS["lines"])
