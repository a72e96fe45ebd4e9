"""Files that were put into an office file: taken out as members where that is possible, and always told of."""

from __future__ import annotations

from checker import HiddenMatter, Member

from .package import OfficePackage
from .xml_stream import BrokenPartError

_LARGEST = 50_000_000
_ALL = 100_000_000
"""Limits in bytes: of one file inside, and of all that are taken out of one file."""
_MOST = 200
_KINDS = frozenset(
    ".docx .docm .dotx .odt .pptx .pptm .ppsx .odp .xlsx .xlsm .xls .ods .pdf .csv .txt .md .html .htm .eml .msg .rtf"
    " .doc .ppt .zip".split()
)
_PROGRAMS = ("Word.", "Excel.", "PowerPoint.", "AcroExch", "Acrobat", "Package", "Outlook", "Foxit", "opendocument")
"""Programs whose objects are documents; others (equations, drawings) are pictures as far as text goes."""
_WRAPPED = "It is embedded in a way that cannot be opened from outside. Open the file around it and save it apart."
_TOO_LARGE = "It is embedded, and too large to be taken out. Open the file around it and save it apart."
_BROKEN = "It is embedded, and damaged."


class Embedded:
    """The files in one office file. Those that only keep the figures of a chart are left out: the chart is read."""

    def __init__(self, package: OfficePackage, folder: str) -> None:
        self._package, self._folder = package, folder
        self._programs: dict[str, str] = {}
        self._taken: dict[str, Member] = {}
        self._bytes = 0

    def note_program(self, part: str, program: str) -> None:
        """Take over with which program an object was made."""
        if part:
            self._programs[part] = program

    def take(self, part: str) -> bool:
        """Take a file that stands in the text as a part of it, whatever folder it is in; whether that was possible."""
        member = self._member(part)
        self._taken[part] = member
        return not member.problem

    def members(self) -> list[Member]:
        """Return the files inside, by name."""
        for part in self._parts():
            is_document = _suffix(part) in _KINDS or self._programs.get(part, "").startswith(_PROGRAMS)
            if part not in self._taken and is_document and len(self._taken) < _MOST:
                self._taken[part] = self._member(part)
        return [member for _, member in sorted(self._taken.items())]

    def hidden(self) -> list[HiddenMatter]:
        """Return what is inside, as matter that a reader of the printed page does not see."""
        return [HiddenMatter(kind="embedded file", place=part) for part in self._parts()]

    def _parts(self) -> list[str]:
        parts = self._package.names(f"{self._folder}/embeddings/")
        charts = [name for name in self._package.names(f"{self._folder}/charts/") if name.endswith(".xml")]
        of_charts = (
            {relation.target for chart in charts for relation in self._package.relations(chart)} if parts else ()
        )
        return [part for part in parts if part not in of_charts]

    def _member(self, part: str) -> Member:
        name = part.rpartition("/")[2]
        if _suffix(part) not in _KINDS:
            return Member(name=name, problem=_WRAPPED)
        self._bytes += self._package.size(part)
        if self._package.size(part) > _LARGEST or self._bytes > _ALL:
            return Member(name=name, problem=_TOO_LARGE)
        try:
            return Member(name=name, data=self._package.read_file(part))
        except BrokenPartError:
            return Member(name=name, problem=_BROKEN)


def _suffix(part: str) -> str:
    return "." + part.rpartition(".")[2].lower()
