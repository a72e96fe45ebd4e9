"""The council's self-assessment, its evidence and its register, as source texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from .source_text import SourceText, read_source

TEXTS = Path(__file__).parent / "text"
SELF_ASSESSMENT = "self-assessment"
"""The name by which plants and the key mean the self-assessment, whatever format it is made into."""
REGISTER = "register"
"""The name by which they mean the evidence register."""

COLUMNS = (
    "Ref",
    "Title",
    "File",
    "Owner",
    "Quality statement",
    "Evidence category",
    "Date",
    "Review date",
    "Signed off by",
    "Status",
)
_SIGNED_OFF_BY = "Director of Adult Social Services, 18 March 2026"


@dataclass(frozen=True, kw_only=True, slots=True)
class Library:
    """
    All that one library is made from.

    `evidence` maps names of files to be built to their texts; `spoilt` maps names to how the built file is damaged
    (see `spoiling`); `register` has one row of `COLUMNS` for each file.
    """

    self_assessment: SourceText
    evidence: Mapping[str, SourceText]
    register: tuple[Mapping[str, str], ...]
    spoilt: Mapping[str, Mapping[str, str]]

    @classmethod
    def clean(cls, texts: Path = TEXTS) -> Self:
        """Return the library without any defect."""
        parts = sorted((texts / "self-assessment").glob("*.md"))
        whole = "\n".join(part.read_text(encoding="utf-8") for part in parts)
        evidence = _evidence(texts / "library")
        rows = [_register_row(name, source) for name, source in evidence.items()]
        register = tuple(sorted(rows, key=lambda row: row["Ref"]))
        return cls(self_assessment=SourceText(body=whole), evidence=evidence, register=register, spoilt={})

    def text_of(self, name: str) -> SourceText:
        """Return the source text of a file. `KeyError` if there is none of this name."""
        return self.self_assessment if name == SELF_ASSESSMENT else self.evidence[name]

    def with_text(self, name: str, body: str) -> Library:
        """Return the library with another body for a file; its head stays."""
        changed = replace(self.text_of(name), body=body)
        if name == SELF_ASSESSMENT:
            return replace(self, self_assessment=changed)
        return replace(self, evidence={**self.evidence, name: changed})


def _evidence(folder: Path) -> dict[str, SourceText]:
    files = sorted(folder.rglob("*.md"))
    return {
        path.relative_to(folder).as_posix().removesuffix(".md"): read_source(path.read_text(encoding="utf-8"))
        for path in files
    }


def _register_row(name: str, source: SourceText) -> dict[str, str]:
    head = source.head
    statements = head["statements"]
    values = (
        str(head["ref"]),
        source.title,
        name,
        str(head["owner"]),
        "; ".join(statements) if isinstance(statements, list) else str(statements),
        str(head["category"]),
        str(head["date"]),
        str(head.get("review", "")),
        _SIGNED_OFF_BY,
        "Complete",
    )
    return dict(zip(COLUMNS, values, strict=True))
