"""What the entries of a zip archive say of themselves: names, links, passwords, sizes that cannot be true."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

RATIO_LIMIT, RATIO_FROM = 300, 10_000_000
"""A file of more than ten million bytes that was packed to less than a three hundredth of them is no document."""

_ENCRYPTED, _UTF_8 = 0x1, 0x800
_KNOWN = frozenset({ZIP_STORED, ZIP_DEFLATED})
"""What every program packs with. `zipfile` unpacks the others without a limit, whatever size an entry states."""
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})
_SYSTEM_FOLDERS = frozenset({"__macosx"})


def is_folder(info: ZipInfo) -> bool:
    """Whether the entry is a folder; its files have entries of their own."""
    # `ZipInfo.is_dir` stumbles over an entry without a name.
    return info.filename.endswith("/") or stat.S_ISDIR(info.external_attr >> 16)


def is_left_out(name: str) -> bool:
    """Whether it is nobody's document: hidden, a lock, the system's, or an earlier gap report."""
    *folders, last = name.lower().replace("\\", "/").split("/")
    if any(folder in _SYSTEM_FOLDERS or (folder.startswith(".") and folder.strip(".")) for folder in folders):
        return True
    return last.startswith((".", "~$", "gap-report.")) or last in _SYSTEM_FILES


def shown_name(info: ZipInfo) -> str:
    """
    Return the entry's name as text. An old archive does not say how its names are written: where they are no ASCII,
    they are taken for UTF-8, and if they are not that, for what `zipfile` makes of them.
    """
    if info.flag_bits & _UTF_8 or info.filename.isascii():
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def problem_of(info: ZipInfo) -> str:
    """Return why an entry is not taken out, in plain words; empty if nothing speaks against it."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return "It is a link inside an archive; links are not followed. Put the file itself into the archive."
    if kind not in (0, stat.S_IFREG):
        return "It is not a file but a device, pipe or socket."
    if info.flag_bits & _ENCRYPTED:
        return "It is protected with a password. Make the archive again without one."
    if info.compress_type not in _KNOWN:
        return "It is packed in a way that the checker does not know. Make the archive again as a usual zip."
    if info.file_size > RATIO_FROM and info.file_size > RATIO_LIMIT * max(info.compress_size, 1):
        return "It unpacks to far more than a document needs and was not read."
    return ""


def overlapping(infos: Iterable[ZipInfo]) -> bool:
    """Whether the bytes of one entry reach into those of another: how a small archive pretends to hold much."""
    spans = sorted((info.header_offset, info.compress_size) for info in infos)
    return any(start + size > after for (start, size), (after, _) in pairwise(spans))
