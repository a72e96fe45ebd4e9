"""Takes the files out of a zip archive, within limits that no archive of documents comes near."""

from __future__ import annotations

import zlib
from collections import Counter
from io import BytesIO
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from checker import Document, HiddenMatter, Member, ReadStatus, Source, UnreadableError

from .entries import is_folder, is_left_out, overlapping, problem_of, shown_name

MOST_ENTRIES = 20_000
MEMBER_LIMIT = 100_000_000
UNPACKED_LIMIT = 200_000_000
"""Most entries, and in bytes the largest member and all members together. They are held in memory at the same time."""

_DAMAGED = "It is damaged or cut off and cannot be opened as a zip archive. Make or copy it again."
_TOO_LARGE = "It unpacks to more than 100 MB. Take it out of the archive, and split it or save it without pictures."
_NO_ROOM = "The archive unpacks to more than 200 MB in all. Unpack it and give the folder instead."
_SALVAGE = "Part of the archive is damaged: it could not be taken out whole. Make or copy the archive again."


def read_archive(source: Source) -> Document:
    """Return an archive with its files as members. Raises `UnreadableError` for one that cannot be opened at all."""
    try:
        archive = ZipFile(BytesIO(source.data))
    except (BadZipFile, LargeZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableError(_DAMAGED) from error
    with archive:
        infos = [info for info in archive.infolist() if not is_folder(info)]
        if len(infos) > MOST_ENTRIES:
            msg = f"It holds more than {MOST_ENTRIES:,} files. Unpack it and give the folder instead."
            raise UnreadableError(msg)
        if overlapping(archive.infolist()):
            msg = "Files inside it share the same bytes, as no honest archive's do: it was not opened."
            raise UnreadableError(msg)
        wanted = [info for info in infos if not is_left_out(shown_name(info))]
        left_out = len(infos) - len(wanted)
        if not wanted:
            raise UnreadableError("It holds nothing but hidden or system files." if left_out else "It holds no files.")
        return _document(source.name, _members(archive, wanted), left_out)


def _document(name: str, members: tuple[Member, ...], left_out: int) -> Document:
    hidden = tuple(HiddenMatter(kind="system file left out", place="archive") for _ in range(left_out))
    lost = Counter(member.problem for member in members)[_SALVAGE]
    files = "file" if len(members) == 1 else "files"
    reason = f"{lost:,} of {len(members):,} {files} in it could not be taken out: it is damaged." if lost else ""
    return Document(
        name=name, members=members, hidden=hidden, status=ReadStatus.PARTIAL if lost else ReadStatus.OK, reason=reason
    )


def _members(archive: ZipFile, infos: list[ZipInfo]) -> tuple[Member, ...]:
    members: list[Member] = []
    room = UNPACKED_LIMIT
    for info in sorted(infos, key=shown_name):
        member = _member(archive, info, room)
        room -= len(member.data)
        members.append(member)
    return tuple(members)


def _member(archive: ZipFile, info: ZipInfo, room: int) -> Member:
    name = shown_name(info)
    problem = problem_of(info)
    if not problem and info.file_size > MEMBER_LIMIT:
        problem = _TOO_LARGE
    if not problem and info.file_size > room:
        problem = _NO_ROOM
    if problem:
        return Member(name=name, problem=problem)
    try:
        with archive.open(info) as file:
            # Without a size `read` would first unpack all that is there, whatever the entry says of itself. Where there
            # is more than it says, the check sum is wrong, and that is an error.
            data = file.read(info.file_size)
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        return Member(name=name, problem=_SALVAGE)
    # An entry that calls itself empty is never unpacked, and its check sum tells when it is not.
    return Member(name=name, data=data) if data or not info.CRC else Member(name=name, problem=_SALVAGE)
