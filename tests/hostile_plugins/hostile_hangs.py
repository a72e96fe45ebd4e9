"""Never returns from a call."""

import time
from collections.abc import Sequence

from checker import Qualifiers, hookimpl


@hookimpl
def checker_qualify_evidence() -> Sequence[Qualifiers]:
    while True:
        time.sleep(0.01)
