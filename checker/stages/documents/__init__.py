"""Documents: what a text is, of whom, about which statement, and its sentences."""

from checker.stages.documents.recognising import (
    document_date,
    recognise,
    section_statements,
    statement_titled,
)

__all__ = ["document_date", "recognise", "section_statements", "statement_titled"]
