"""Documents: what a text is, of whom, about which statement, and its sentences."""

from checker.stages.documents.recognising import (
    council_key,
    document_date,
    recognise,
    section_statement,
    statement_titled,
)

__all__ = ["council_key", "document_date", "recognise", "section_statement", "statement_titled"]
