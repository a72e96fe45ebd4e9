"""Raises whenever it is asked to read."""

from checker import Document, hookimpl


@hookimpl
def checker_read_document() -> Document | None:
    raise ValueError("this reader never works")
