"""Where reading stands in a part of a Word file, and what around it decides what the words are."""

from __future__ import annotations

from collections import Counter

from checker import dataclass, field

from .fields import Field
from .paragraphs import Paragraph


@dataclass(kw_only=True, slots=True)
class Place:
    """
    Open paragraphs (a text box stands within one), fields, content controls, tracked changes.

    `marks` counts what the open controls and fields are (`contents`, `placeholder`); `number` counts the paragraphs so
    far. `page` is known only where the program that saved the file has marked the pages.
    """

    paragraphs: list[Paragraph] = field(default_factory=list)
    number: int = 0
    page: int | None = None
    fields: list[Field] = field(default_factory=list)
    controls: list[set[str]] = field(default_factory=list)
    marks: Counter[str] = field(default_factory=Counter)
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
        return not (self.deleted or self.inserted or self.is_separator or self.fields or self.controls)

    @property
    def is_silent(self) -> bool:
        """Whether words here are no text of the file: placeholders, separators of notes."""
        return self.is_separator or self.marks["placeholder"] > 0

    @property
    def is_contents(self) -> bool:
        """Whether words here belong to a table of contents."""
        return self.marks["contents"] > 0

    def mark_control(self, mark: str) -> None:
        """Say of the innermost content control what it is."""
        if self.controls and mark not in self.controls[-1]:
            self.controls[-1].add(mark)
            self.marks[mark] += 1

    def end_control(self) -> None:
        """Leave the innermost content control."""
        if self.controls:
            self.marks.subtract(self.controls.pop())

    def begin_result(self, one: Field) -> None:
        """Take over that the instruction of a field is known and its result begins."""
        one.paragraph, one.words_before = self.number, len(self.paragraph.words) if self.paragraph else 0
        self.marks["contents"] += one.is_contents

    def end_field(self) -> Field | None:
        """Leave the innermost field; return it if its result began."""
        one = self.fields.pop() if self.fields else None
        if one is None or one.words_before is None:
            return None
        self.marks["contents"] -= one.is_contents
        return one
