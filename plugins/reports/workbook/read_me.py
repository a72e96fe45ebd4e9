"""The first sheet: what the workbook is about, how to use it, and what it is not."""

from __future__ import annotations

from collections.abc import Iterator

from checker import counted, in_words, listed

from ..content.before_sharing import sharing_lines
from ..content.lookup import Lookup
from ..content.parts import text_of
from ..wording import number, of, plain
from .table import Cell, Column, Sheet

_COLUMNS = (Column(heading="Topic", width=26), Column(heading="What it says", width=110))
_SHEETS = (
    ("Before you share", "Personal data, hidden matter, draft residue, unread files and copies, with their places."),
    ("Actions", "A row for each gap, by priority. Type into the yellow columns, from Action to Waived until."),
    ("Gaps", "Every gap and everything that a person must decide, with what was found and a passage that shows it."),
    ("Evidence index", "Every file, how far it was read, and for how many expectations it speaks."),
    ("Figures", "Figures that the documents state, and what they lack: a period, a base, a comparison, a source."),
    ("Changes", "What is new, worse, better or closed since an earlier report."),
    ("Expectations", "What was found for each expectation, with counts of passages by category of evidence."),
)
_HOW = (
    ("Owner, due date, measure", "Who does it, by when (day before month), and how you will know that it has worked."),
    ("Status", "not started, in progress, done or cancelled. “Ongoing” says neither what is done nor what is left."),
    ("Not applicable because", "Why the gap needs no action. It stays a gap: only a waiver, which ends, covers one."),
    (
        "Answers",
        "Ids of other gaps that the action answers, one a line. It confirms a match that the checker proposes, and is "
        "remembered.",
    ),
    (
        "Attested",
        "A person's word for what documents do not show: who, as what, how they know (examine, interview, test), from "
        "when until when. The outcome stays. If the files in Evidence seen change, the attestation is suspect.",
    ),
    ("Waived", "A gap that somebody accepts for a time: who, as what, why, at what risk, from when until when."),
    (
        "Your own rows and columns",
        "Add both freely. Sort, filter and save as you like; keep the headings and the columns Evidence seen and Gap "
        "id. Nothing typed is lost: rows of closed gaps stay, and say so.",
    ),
)


def read_me(look: Lookup) -> Sheet:
    """Return the sheet."""
    title = plain(look.report.title) or "Gap report"
    note = "Read this first. Nothing in this workbook is a rating or predicts one."
    return Sheet(name="Read me", title=title, note=note, columns=_COLUMNS, rows=tuple(_rows(look)))


def _rows(look: Lookup) -> Iterator[tuple[Cell, ...]]:
    report = look.report
    yield from (("Before you share", text_of(line)) for line in sharing_lines(report))
    yield from (("Warning", plain(warning)) for warning in report.warnings)
    failed = [f"{one.what} {plain(one.name)}" for one in report.not_assessed]
    if failed:
        yield "Not assessed", f"{counted(len(failed), 'thing')} could not be assessed: {listed(failed[:5])}"
    yield "Council", listed([plain(name) for name in report.councils]) or "No document names its council"
    yield "As of", in_words(report.run.as_of)
    yield "Framework", plain(f"{report.framework.title} ({report.framework.edition.label})")
    yield "Rule packs", plain("; ".join(f"{pack.name} {pack.version}" for pack in report.run.packs))
    yield "Files read", of(report.summary.files_read, report.summary.files_total, "file")
    yield "In scope", listed([plain(one.title) for one in look.in_scope]) or "Nothing"
    gaps = ", ".join(f"{number(value)} {weight}" for weight, value in report.open_gaps.items())
    yield "Open gaps", gaps.capitalize()
    if own := sum(report.plan_gaps.values()):
        yield "Open gaps of the action plan itself", number(own)
    yield from ((f"Sheet: {name}", text) for name, text in _SHEETS)
    yield from ((f"Actions: {name}", text) for name, text in _HOW)
    yield "Order of gaps", plain(report.summary.formula)
    yield from (("What this is not", plain(line)) for line in report.notice)
