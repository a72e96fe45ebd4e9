"""The suffixes of office files. Apart from the readers, which are imported with the first such file."""

from __future__ import annotations

WORD = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot"})
SLIDES = frozenset({".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".ppt", ".pps"})
OPEN = frozenset({".odt", ".ott", ".odp", ".otp", ".ods", ".ots"})
SUFFIXES = WORD | SLIDES | OPEN
