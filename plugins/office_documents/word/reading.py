"""Puts the parts of a Word file together: body, notes, page headers, comments, properties."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from checker import BlockKind, Document, UnreadableError, dataclass, field

from ..accessibility import Accessibility
from ..embedded import Embedded
from ..package import DAMAGED, OfficePackage
from ..pieces import TOO_MUCH, Gathered, document_of
from ..properties import properties
from ..related import Related
from ..xml_stream import BrokenPartError, TooMuchError
from .body import Body
from .comments import Comments
from .styles import Styles

MAIN = "word/document.xml"
_CUT_OFF = "The file is cut off: what could be saved of it was read."
_BROKEN = "It is damaged: the {what} break off, and the rest was not read."
_BROKEN_TEXT = "It is damaged: the text breaks off, and the rest was not read."


@dataclass(frozen=True, kw_only=True, slots=True)
class _Part:
    """A part that holds text; `what` names it in messages, and is empty for the body."""

    name: str
    what: str = ""
    kind: BlockKind | None = None


@dataclass(kw_only=True)
class _Reader:
    package: OfficePackage
    main: str
    gathered: Gathered = field(default_factory=Gathered)
    accessibility: Accessibility = field(default_factory=Accessibility)

    def __post_init__(self) -> None:
        self.related = {
            "styles": "word/styles.xml",
            "footnotes": "word/footnotes.xml",
            "endnotes": "word/endnotes.xml",
            "comments": "word/comments.xml",
        } | self.package.related(self.main)
        self.styles = Styles(self.package, self.related["styles"])
        self.embedded = Embedded(self.package, self.main.rpartition("/")[0])

    def read(self, name: str) -> Document:
        """Read all parts. What is broken or too much ends its own part, not the others."""
        if self.package.is_cut_off:
            self.gathered.trouble(_CUT_OFF)
        for part in self._parts():
            if part.name in self.package:
                self._read_part(part)
        self._read_comments()
        self.gathered.hidden += self.embedded.hidden()
        return document_of(name, self.gathered, self._metadata(), self.embedded.members())

    def _parts(self) -> Iterator[_Part]:
        yield _Part(name=self.main)
        yield _Part(name=self.related["footnotes"], what="footnotes", kind=BlockKind.FOOTNOTE)
        yield _Part(name=self.related["endnotes"], what="endnotes", kind=BlockKind.FOOTNOTE)
        for kind, what in (("header", "page headers"), ("footer", "page footers")):
            names = {one.target for one in self.package.relations(self.main) if one.kind == kind and not one.external}
            for name in sorted(names, key=lambda name: (len(name), name)):
                yield _Part(name=name, what=what, kind=BlockKind.FURNITURE)

    def _read_part(self, part: _Part) -> None:
        gathered = self.gathered
        related = Related(self.package, part.name, self.embedded, gathered)
        body = Body(
            gathered,
            self.styles,
            related,
            self.accessibility,
            kind=part.kind,
            what=f"{part.what}, " if part.what else "",
        )
        before = len(gathered.pieces)
        try:
            self.package.parse(part.name, body.handlers())
        except TooMuchError:
            gathered.trouble(TOO_MUCH)
        except BrokenPartError:
            gathered.trouble(_BROKEN.format(what=part.what) if part.what else _BROKEN_TEXT)
        with suppress(TooMuchError):  # told already, or by the next part
            body.finish()
        if part.kind is BlockKind.FURNITURE:
            _drop_repeated(gathered, before)

    def _read_comments(self) -> None:
        part = self.related["comments"]
        comments = Comments()
        if part in self.package:
            try:
                self.package.parse(part, comments.handlers())
            except BrokenPartError:
                self.gathered.trouble(_BROKEN.format(what="comments"))
        for number, text in enumerate(comments.texts(), 1):
            self.gathered.hide("comment", f"comment {number}", text)

    def _metadata(self) -> dict[str, str]:
        """Return what the file says of itself; a paragraph in the style "Title" says the title better."""
        part = self.package.related("").get("core-properties", "docProps/core.xml")
        title = next((piece.text for piece in self.gathered.pieces if piece.title), "")
        return {
            **properties(self.package, part),
            **({"title": title} if title else {}),
            **self.accessibility.metadata(),
        }


def read_word(name: str, package: OfficePackage) -> Document:
    """
    Read an opened Word file: text as it would read with all tracked changes accepted. Page headers and footers stand
    at the end of the text. The author is left out: reports do not name people.
    """
    main = package.related("").get("officeDocument", MAIN)
    if main not in package:
        main = MAIN
    if main not in package:
        msg = "It holds no Word document. Open it in the program that made it and save it as .docx."
        raise UnreadableError(DAMAGED if package.is_cut_off else msg)
    return _Reader(package=package, main=main).read(name)


def _drop_repeated(gathered: Gathered, before: int) -> None:
    """Leave out page headers that another part has already said: first, left and right pages often share them."""
    said = {piece.text for piece in gathered.pieces[:before] if piece.kind is BlockKind.FURNITURE}
    gathered.pieces[before:] = [piece for piece in gathered.pieces[before:] if piece.text not in said]
