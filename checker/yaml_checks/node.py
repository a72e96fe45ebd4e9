"""A place in a YAML file that may be of any shape: reading on from it never fails, and it can say where it is."""

from __future__ import annotations

from checker.errors import Problem
from checker.values import dataclass
from checker.yaml_source import YamlSource


@dataclass(frozen=True, slots=True)
class Node:
    """
    A value in a file together with its place.

    Checks that go beyond a schema read files through nodes, so that a mistake of shape, which the schema reports, does
    not keep them from finding the other mistakes of the same file.
    """

    source: YamlSource
    place: tuple[str | int, ...]
    value: object

    @classmethod
    def root(cls, source: YamlSource) -> Node:
        """Return the whole file."""
        return cls(source, (), source.data)

    @property
    def line(self) -> int:
        """The line of the key or item."""
        return self.source.line(self.place)

    @property
    def key(self) -> str:
        """The key that leads here."""
        return str(self.place[-1]) if self.place else ""

    @property
    def text(self) -> str:
        """The value if it is text, else an empty text."""
        return self.value if isinstance(self.value, str) else ""

    def get(self, key: str) -> Node:
        """Return what stands under a key; a node of `None` where there is nothing."""
        value = self.value.get(key) if isinstance(self.value, dict) else None
        return Node(self.source, (*self.place, key), value)

    def has(self, key: str) -> bool:
        """Whether there is such a key."""
        return isinstance(self.value, dict) and key in self.value

    def nodes(self, key: str) -> list[Node]:
        """Return the items of the list under a key that are groups of keys."""
        return [item for item in self.get(key)._items() if isinstance(item.value, dict)]

    def texts(self, key: str) -> list[Node]:
        """Return the items of the list under a key that are text."""
        return [item for item in self.get(key)._items() if isinstance(item.value, str)]

    def members(self) -> list[Node]:
        """Return what stands under each key, in the order of the file."""
        return [self.get(key) for key in self.value] if isinstance(self.value, dict) else []

    def problem(self, message: str, expected: str = "") -> Problem:
        """Return a problem in the line of this node."""
        return self.source.problem(self.place, message, expected)

    def _items(self) -> list[Node]:
        items = self.value if isinstance(self.value, list) else []
        return [Node(self.source, (*self.place, number), item) for number, item in enumerate(items)]
