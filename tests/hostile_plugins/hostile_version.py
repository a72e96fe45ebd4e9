"""Is written for hooks that do not exist yet."""

from collections.abc import Iterable
from pathlib import Path

from checker import hookimpl

CHECKER_HOOKS = ">=2,<3"


@hookimpl
def checker_rule_packs() -> Iterable[Path]:
    return []
