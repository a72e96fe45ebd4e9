"""Documents on their way to other computers, which do not see the folders of this one."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from checker.domain.document import Source
from checker.errors import UnreadableError
from checker.run.sources import SourceEntry
from checker.values import dataclass, field_names


@dataclass(frozen=True, kw_only=True, slots=True)
class TravellingEntry(SourceEntry):
    """
    A file that takes its content along when it is pickled, and is read only then.

    What cannot be read here arrives with the problem. `content` is there after the journey; `path` is then only what
    the file is known by.
    """

    content: bytes | None = None

    def load(self) -> Source:
        """Return the content, as it arrived or read from the file."""
        if self.content is None or self.problem:
            return SourceEntry.load(self)
        return Source(name=self.name, data=self.content, sha256=sha256(self.content).hexdigest())

    def __reduce__(self) -> tuple[object, ...]:
        """Travel with the content, or with the reason why there is none."""
        return _arrived, (self._loaded(),)

    def _loaded(self) -> dict[str, object]:
        values = {name: getattr(self, name) for name in field_names(type(self)) or ()}
        try:
            values["content"] = self.load().data
        except UnreadableError as error:
            values["problem"] = str(error)
        return values | {"path": self.path.resolve()}


def travelling(entries: Iterable[SourceEntry]) -> list[SourceEntry]:
    """Return the entries as they travel. Nothing is read yet."""
    return [
        TravellingEntry(
            name=entry.name,
            path=entry.path,
            size=entry.size,
            problem=entry.problem,
            changed_at=entry.changed_at,
        )
        for entry in entries
    ]


def _arrived(values: dict[str, Any]) -> TravellingEntry:
    return TravellingEntry(**values)
