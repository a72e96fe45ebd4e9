"""What one part of a Microsoft file refers to: links, charts and diagrams, files that stand in it."""

from __future__ import annotations

from .drawings import Chart, Diagram
from .embedded import Embedded
from .package import OfficePackage
from .pieces import Gathered, Piece
from .xml_stream import BrokenPartError

_UNREAD_INSERT = "It holds an embedded document that was not read."


class Related:
    """Answers what the relations of a part stand for. What could not be read is told to `gathered`."""

    def __init__(self, package: OfficePackage, part: str, embedded: Embedded, gathered: Gathered) -> None:
        self._package, self._embedded, self._gathered = package, embedded, gathered
        self._relations = {relation.id: relation for relation in package.relations(part)}

    def target(self, relation_id: str) -> str:
        """Return the address that a link leads to; empty for a place within the file."""
        relation = self._relations.get(relation_id)
        return relation.target if relation and relation.external else ""

    def part(self, relation_id: str) -> str:
        """Return the name of the part that is referred to; empty if there is none."""
        relation = self._relations.get(relation_id)
        return relation.target if relation and not relation.external and relation.target in self._package else ""

    def drawing(self, relation_id: str) -> list[Piece]:
        """Return the words and figures of a chart or diagram."""
        part = self.part(relation_id)
        if not part:
            return []
        drawing = Chart() if self._relations[relation_id].kind.startswith("chart") else Diagram()
        try:
            self._package.parse(part, drawing.handlers())
        except BrokenPartError:
            self._gathered.trouble("It is damaged: a chart or diagram could not be read whole.")
        return drawing.pieces()

    def insert(self, relation_id: str) -> None:
        """Take a file that stands in the text as a part of it."""
        part = self.part(relation_id)
        if not (part and self._embedded.take(part)):
            self._gathered.trouble(_UNREAD_INSERT)

    def note_object(self, relation_id: str, program: str) -> None:
        """Take over with which program an embedded object was made."""
        self._embedded.note_program(self.part(relation_id), program)
