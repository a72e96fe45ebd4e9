"""The table of formats says what their classes say."""

from __future__ import annotations

from importlib import import_module

import pytest
from checker_plugins.reports import FORMATS, Format


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_a_format_has_the_name_and_suffix_of_its_class(one: Format) -> None:
    reporter = getattr(import_module(one.module, "checker_plugins.reports"), one.reporter)

    assert (reporter.name, reporter.suffix) == (one.name, one.suffix)
