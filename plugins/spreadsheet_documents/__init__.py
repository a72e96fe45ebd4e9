"""Reader for spreadsheets (.xlsx and its kin, .xls, .xlsb) and for tables saved as text (.csv, .tsv)."""

from __future__ import annotations

from checker import Document, Source, UnreadableError, hookimpl, reads

_STYLED = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"})
_PLAIN = frozenset({".xls", ".xlsb", ".xlt"})
_DELIMITED = frozenset({".csv", ".tsv", ".tab"})
_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = ((b"%PDF", "a PDF file"), (b"{\\rtf", "a rich text (RTF) file"), (b"<", "a web page or XML file"))


@hookimpl
@reads(*_DELIMITED, *_STYLED, *_PLAIN)
def checker_read_document(source: Source) -> Document | None:
    """Read spreadsheets, and tables saved as text."""
    if source.suffix in _DELIMITED:
        from .delimited import read_delimited  # imported with the first table: it costs time

        _refuse_files_that_are_no_text(source.data)
        return read_delimited(source)
    if source.suffix not in _STYLED | _PLAIN:
        return None
    from .workbook import read_workbook  # imported with the first workbook: it costs time

    _refuse_other_formats(source)
    return read_workbook(source, has_styles=source.data.startswith(_ZIP) and source.suffix != ".xlsb")


def _refuse_other_formats(source: Source) -> None:
    data = source.data
    if data.startswith(_OLE) and _ENCRYPTED in data:
        msg = "It is protected with a password. Save a copy without the password."
        raise UnreadableError(msg)
    if not data.startswith((_ZIP, _OLE)):
        what = next((name for start, name in _OTHERS if data.lstrip().startswith(start)), "something else")
        msg = f"It is not a spreadsheet: it seems to be {what}. Give it the suffix that fits, or save it as .xlsx."
        raise UnreadableError(msg)


def _refuse_files_that_are_no_text(data: bytes) -> None:
    names = {_ZIP: "a zip or Excel file", _OLE: "an old Excel or Word file", b"%PDF": "a PDF file"}
    for start, what in names.items():
        if data.startswith(start):
            msg = f"It is not a table saved as text: it seems to be {what}. Give it the suffix that fits."
            raise UnreadableError(msg)
