"""Output formats: one file or folder for each. The human ones share what `content` says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module

from checker import ChangesReporter, Comparison, GapReport, Reporter, dataclass, hookimpl


@dataclass(slots=True)  # not frozen: a reporter's name may be set, says its type
class Format:
    """
    An output format before its module is imported: most runs write one or two of all.

    `module` and `reporter` say where its class is, which has the same `name` and `suffix`.
    """

    name: str
    suffix: str
    module: str
    reporter: str

    def render(self, report: GapReport) -> Iterator[bytes]:
        """Yield the report in chunks."""
        reporter: Reporter = getattr(import_module(self.module, __package__), self.reporter)()
        yield from reporter.render(report)


class FormatOfChanges(Format):
    """An output format that can also show what changed between two reports."""

    def render_changes(self, comparison: Comparison) -> Iterator[bytes]:
        """Yield what changed, in chunks."""
        reporter: ChangesReporter = getattr(import_module(self.module, __package__), self.reporter)()
        yield from reporter.render_changes(comparison)


FORMATS = (
    FormatOfChanges("csv", "csv", ".csv_findings", "Csv"),
    FormatOfChanges("docx", "docx", ".word", "Docx"),
    FormatOfChanges("html", "html", ".html", "Html"),
    Format("json", "json", ".json_report", "Json"),
    Format("junit", "junit.xml", ".junit", "Junit"),
    FormatOfChanges("markdown", "md", ".markdown", "Markdown"),
    Format("oscal", "oscal.json", ".oscal", "Oscal"),
    Format("oscal-poam", "oscal-poam.json", ".oscal", "OscalPoam"),
    Format("passages", "passages.jsonl", ".passages", "Passages"),
    Format("sarif", "sarif", ".sarif", "Sarif"),
    Format("terminal", "txt", ".terminal", "Terminal"),
    FormatOfChanges("xlsx", "xlsx", ".workbook", "Xlsx"),
)


@hookimpl
def checker_reporters() -> Iterable[Reporter]:
    """Return the built-in output formats."""
    return FORMATS
