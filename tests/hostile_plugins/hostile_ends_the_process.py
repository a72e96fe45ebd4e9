"""Ends the process that calls it."""

import os
from collections.abc import Sequence

from checker import Recognition, hookimpl


@hookimpl
def checker_find_evidence() -> Sequence[Sequence[Recognition]]:
    os._exit(0)
