"""The report as one HTML file: one small script for filters, nothing loaded from elsewhere."""

from __future__ import annotations

from .report import Html as Html
