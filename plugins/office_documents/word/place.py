"""Where reading stands in a part of a Word file, and what around it decides what the words are."""

from __future__ import annotations

from dataclasses import dataclass, field

from .fields import Field
from .paragraphs import Paragraph

_FIELDS_LOOKED_AT = 20


@dataclass(kw_only=True, slots=True)
class Place:
    """
    Open paragraphs (a text box stands within one), fields, content controls, tracked changes. `number` counts the
    paragraphs so far; `page` is known only where the program that saved the file has marked the pages.
    """

    paragraphs: list[Paragraph] = field(default_factory=list)
    number: int = 0
    page: int | None = None
    fields: list[Field] = field(default_factory=list)
    controls: list[set[str]] = field(default_factory=list)
    deleted: int = 0
    inserted: int = 0
    is_separator: bool = False

    @property
    def paragraph(self) -> Paragraph | None:
        """The innermost open paragraph."""
        return self.paragraphs[-1] if self.paragraphs else None

    @property
    def is_plain(self) -> bool:
        """Whether nothing here changes what words are: by far the commonest case."""
        return not (self.fields or self.controls or self.deleted or self.inserted or self.is_separator)

    @property
    def is_silent(self) -> bool:
        """Whether words here are no text of the file: placeholders, separators of notes."""
        return self.is_separator or any("placeholder" in control for control in self.controls)

    @property
    def is_contents(self) -> bool:
        """Whether words here belong to a table of contents."""
        return any("contents" in control for control in self.controls) or any(
            one.is_contents for one in self.fields[:_FIELDS_LOOKED_AT]
        )

    def mark_control(self, mark: str) -> None:
        """Say of the innermost content control what it is."""
        if self.controls:
            self.controls[-1].add(mark)
