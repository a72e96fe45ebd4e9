"""What tests of pages in a real browser share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Opened = Callable[..., Any]
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"
ROWS = "section[aria-labelledby=gaps] tbody tr"
