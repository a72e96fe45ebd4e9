"""The suffixes of office files. Apart from the readers, which are imported with the first such file."""

from __future__ import annotations

WORD = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot"})
SLIDES = frozenset({".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".ppt", ".pps"})
SHEETS = frozenset({".ods", ".ots"})
OPEN = SHEETS | {".odt", ".ott", ".odp", ".otp"}
SUFFIXES = WORD | SLIDES | OPEN
