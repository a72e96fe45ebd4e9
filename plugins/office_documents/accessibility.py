"""Counts what people who use a screen reader depend on, for rules about documents that are to be published."""

from __future__ import annotations

from checker import dataclass


@dataclass(kw_only=True, slots=True)
class Accessibility:
    """Pictures, those of them without a description, and paragraphs with a heading style (or slides with a title)."""

    images: int = 0
    images_without_description: int = 0
    heading_styles: int = 0

    def picture(self, *, described: bool) -> None:
        """Count a picture. One that is marked as decorative counts as described."""
        self.images += 1
        self.images_without_description += not described

    def metadata(self) -> dict[str, str]:
        """Return the counts as metadata."""
        return {
            "heading_styles": str(self.heading_styles),
            "images": str(self.images),
            "images_without_description": str(self.images_without_description),
        }
