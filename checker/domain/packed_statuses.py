"""What each document of a run alone says of each expectation, in a few bytes for each."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Generic, TypeVar

Status = TypeVar("Status", bound=StrEnum)


class PackedStatuses(Mapping[str, Status], Generic[Status]):
    """
    Statuses by name, in the order of the names: of documents in one expectation, or of expectations in one document.

    A library has ten thousands of documents and a framework a hundred expectations: a dict for each of either would be
    most of what a run holds. The names are shared by all.
    """

    __slots__ = ("_codes", "_names", "_places", "_statuses")

    def __init__(self, names: Sequence[str], places: array[int], codes: bytes, statuses: Sequence[Status]) -> None:
        """`names` are sorted, `places` rise and point to those that are meant, `codes` to the status of each."""
        self._names, self._places, self._codes, self._statuses = names, places, codes, statuses

    @classmethod
    def of(
        cls, statuses: Mapping[str, Status], kind: type[Status], names: Sequence[str] = ()
    ) -> PackedStatuses[Status]:
        """
        Return the same statuses. `names` are all names that there may be, sorted; else those of `statuses`.

        Raises `KeyError` with the first name that is not among `names`.
        """
        own, known = sorted(statuses), tuple(kind)
        places = array("I", (_place(names, name) for name in own) if names else range(len(own)))
        return cls(names or own, places, bytes(known.index(statuses[name]) for name in own), known)

    def __getitem__(self, name: str) -> Status:
        where = _place(self._names, name)
        place = bisect_left(self._places, where)
        if place < len(self._places) and self._places[place] == where:
            return self._statuses[self._codes[place]]
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return (self._names[place] for place in self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({dict(self)!r})"


def _place(names: Sequence[str], name: str) -> int:
    """Return where a name stands among sorted names; raises `KeyError` if it does not."""
    place = bisect_left(names, name)
    if place == len(names) or names[place] != name:
        raise KeyError(name)
    return place


class StatusesNoted(Generic[Status]):
    """Takes the statuses of one expectation, a document at a time, each by its number in the run."""

    __slots__ = ("_codes", "_numbers", "_statuses")

    def __init__(self, kind: type[Status]) -> None:
        self._statuses = tuple(kind)
        self._numbers = array("I")
        self._codes = bytearray()

    def note(self, number: int, status: Status) -> None:
        """Take the status of a document."""
        self._numbers.append(number)
        self._codes.append(self._statuses.index(status))

    def named(self, names: Sequence[str], places: Sequence[int]) -> PackedStatuses[Status]:
        """Return the statuses by name: `names` are all names, sorted, and `places` say where that of a number is."""
        noted: Iterable[tuple[int, int]] = zip((places[one] for one in self._numbers), self._codes, strict=True)
        order = sorted(dict(noted).items())
        found = array("I", (place for place, _ in order))
        return PackedStatuses(names, found, bytes(code for _, code in order), self._statuses)
