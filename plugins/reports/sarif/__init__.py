"""The findings as SARIF 2.1.0, the interchange format of checking tools."""

from __future__ import annotations

from .report import Sarif as Sarif
