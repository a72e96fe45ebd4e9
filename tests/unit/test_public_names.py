"""What plugins import from `checker`."""

from __future__ import annotations

from pkgutil import iter_modules

import pytest

import checker


def test_no_public_name_is_also_a_module_which_would_hide_it() -> None:
    modules = {module.name for module in iter_modules(checker.__path__)}

    assert [name for name in checker.__all__ if name in modules] == []


@pytest.mark.parametrize("name", checker.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(checker, name) is not None
