"""
Files inside files: an archive's members, a letter's attachments. Each becomes a document, named `container!member`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from checker.domain.assessment import DocumentRecord
from checker.domain.document import Member, ReadStatus
from checker.run.names import member_name, numbered
from checker.text.masking import Masker, masker_of
from checker.values import dataclass, replace

DEPTH_LIMIT = 3
MOST_MEMBERS = 2_000
MEMBER_LIMIT = 100_000_000
UNPACKED_LIMIT = 500_000_000
"""How deep containers may lie in one another; and for one file: how many members, in bytes each and in all."""

_EMPTY = "It is empty."
_TOO_DEEP = f"It lies more than {DEPTH_LIMIT} files deep in one another. Take it out and give it by itself."
_TOO_LARGE = "It is larger than 100 MB. Take it out and split it or save it without pictures."
_NO_ROOM = "The file it lies in unpacks to more than 500 MB. Unpack that file and give the folder instead."
_TOO_MANY = (
    "More than {most:,} files lie in one another here: {left:,} of them were not read. Unpack it and give the folder."
)


@dataclass(slots=True)
class Room:
    """What may still be taken out of one file of the run, whatever the depth."""

    members: int = MOST_MEMBERS
    size: int = UNPACKED_LIMIT


@dataclass(frozen=True, kw_only=True, slots=True)
class Unpacked:
    """
    The members of one container that are read, with unique names `container!member`, and how many were `left_out`
    because they are too many.
    """

    members: tuple[Member, ...]
    left_out: int = 0

    @property
    def note(self) -> str:
        """What to say of the container where members were left out; else empty."""
        return _TOO_MANY.format(most=MOST_MEMBERS, left=self.left_out) if self.left_out else ""


def unpack(container: str, members: Iterable[Member], depth: int, room: Room, masker: Masker | None = None) -> Unpacked:
    """
    Return the members of a container by the names that reports show, in the order of these names.

    `depth` is how many containers the members lie in. Members beyond a limit keep their place, with the problem and
    without their data; those beyond the limit of number are counted. Uses up `room`.
    """
    named = _named(container, members, masker or masker_of(()))
    taken, left_out = named[: room.members], len(named) - room.members
    room.members -= len(taken)
    return Unpacked(members=tuple(_within(member, depth, room) for member in taken), left_out=max(left_out, 0))


def as_container(record: DocumentRecord, unpacked: Unpacked, readable: int) -> DocumentRecord:
    """
    Return a container's record as it is listed: of the members, `readable` could be read.

    One that has no text of its own fails where none of its members could be read; one with members left out is partial.
    """
    reason = " ".join(filter(None, (record.reason, unpacked.note)))
    status = ReadStatus.PARTIAL if unpacked.note and record.status is ReadStatus.OK else record.status
    count = len(unpacked.members)
    if count and not readable and not record.sentences:
        none = "The only file in it could not" if count == 1 else f"None of the {count:,} files in it could"
        status, reason = ReadStatus.FAILED, f"{none} be read. {reason}".strip()
    return replace(record, status=status, reason=reason, members=count + unpacked.left_out)


def _within(member: Member, depth: int, room: Room) -> Member:
    problem = member.problem or ("" if member.data else _EMPTY)
    if not problem and depth > DEPTH_LIMIT:
        problem = _TOO_DEEP
    if not problem and len(member.data) > MEMBER_LIMIT:
        problem = _TOO_LARGE
    if not problem and len(member.data) > room.size:
        problem = _NO_ROOM
    if problem:
        return replace(member, data=b"", problem=problem)
    room.size -= len(member.data)
    return member


def _named(container: str, members: Iterable[Member], masker: Masker) -> list[Member]:
    shown = [replace(member, name=f"{container}!{masker.mask_name(member_name(member.name))}") for member in members]
    groups: dict[str, list[Member]] = {}
    for member in shown:
        groups.setdefault(member.name, []).append(member)
    taken = set(groups)
    return [member for name in sorted(groups) for member in _numbered(name, groups[name], taken)]


def _numbered(name: str, members: Sequence[Member], taken: set[str]) -> Iterator[Member]:
    """Yield members that share a name, the second and further ones with a number, in the order of their content."""
    first, *others = sorted(members, key=_by_content) if len(members) > 1 else members
    yield first
    number = 2
    for member in others:
        while (new := numbered(name, number)) in taken:
            number += 1
        taken.add(new)
        yield replace(member, name=new)


def _by_content(member: Member) -> tuple[bool, str, str]:
    return bool(member.problem), sha256(member.data).hexdigest(), member.problem
