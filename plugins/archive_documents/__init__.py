"""Reader for zip archives: every file inside becomes a document of its own. Nothing is ever written to disk."""

from __future__ import annotations

from checker import Document, Source, UnreadableError, hookimpl, reads

_OTHERS = {
    ".7z": "a 7-Zip archive",
    ".rar": "a RAR archive",
    ".tar": "a tar archive",
    ".gz": "a gzip archive",
    ".tgz": "a gzip archive",
    ".bz2": "a bzip2 archive",
    ".xz": "an xz archive",
}


@hookimpl
@reads(".zip", *_OTHERS)
def checker_read_document(source: Source) -> Document | None:
    """Read `.zip` files; for other archives say what to do."""
    if source.suffix in _OTHERS:
        msg = f"It is {_OTHERS[source.suffix]}, which the checker does not open. Unpack it and give the folder."
        raise UnreadableError(msg)
    if source.suffix != ".zip":
        return None
    from .archive import read_archive  # imported with the first archive: it costs time

    return read_archive(source)
