"""What tests of the plugin host share: the types of their fixtures, a plugin that reads, a file for it, reasons."""

from __future__ import annotations

from collections.abc import Callable

from checker.domain.document import Source
from checker.plugin_manager import Plugins

Install = Callable[..., None]
Load = Callable[..., Plugins]

READS = """
@hookimpl
def checker_read_document(source):
    return Document(name=source.name, text=source.data.decode())
"""


def a_source(name: str = "a.note", data: bytes = b"Partners meet.") -> Source:
    return Source(name=name, data=data, sha256="0" * 64)


def reasons(plugins: Plugins) -> list[str]:
    """Return why plugins failed, in order."""
    return [failure.reason for failure in plugins.failures]
