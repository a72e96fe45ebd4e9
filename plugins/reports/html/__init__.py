"""The report as one HTML file: no scripts, nothing loaded from elsewhere."""

from __future__ import annotations

from .report import Html as Html
