"""Checks inside a framework, and what other files may name of it."""

from __future__ import annotations

from collections.abc import Iterator

from checker.errors import Problem
from checker.stages.packs.checks import repeated
from checker.suggestions import suggest
from checker.values import dataclass
from checker.yaml_checks.node import Node

_UNIQUE = "every id once"


@dataclass(frozen=True, slots=True)
class KnownFramework:
    """The names of one framework, as far as its file can be read."""

    file: Node

    @property
    def statements(self) -> dict[str, Node]:
        """Quality statements by id; the first of several with one id."""
        found = [statement for theme in self.file.nodes("themes") for statement in theme.nodes("quality_statements")]
        return {statement.get("id").text: statement for statement in reversed(found)}

    @property
    def voices(self) -> set[str]:
        """Ids of voices."""
        return {voice.get("id").text for voice in self.file.nodes("voices")}

    @property
    def categories(self) -> set[str]:
        """Ids of evidence categories."""
        return {category.get("id").text for category in self.file.nodes("evidence_categories")}

    @property
    def references(self) -> list[Node]:
        """Sources of the framework and of its quality statements."""
        of_statements = [one for statement in self.statements.values() for one in statement.nodes("references")]
        return self.file.nodes("references") + of_statements

    def served(self, statement: str) -> set[str]:
        """Ids of the I statements and parts of the commitment of one statement."""
        return {served.get("id").text for served in served_nodes(self.statements[statement])}

    def subtopics(self, statement: str) -> set[str]:
        """Ids of the sub-topics of one statement."""
        return {subtopic.get("id").text for subtopic in self.statements[statement].nodes("subtopics")}


def served_nodes(statement: Node) -> list[Node]:
    """Return the I statements and the parts of the commitment of a quality statement."""
    return statement.nodes("i_statements") + statement.get("commitment").nodes("parts")


def check_framework(file: Node) -> Iterator[Problem]:
    """Yield what is wrong inside a framework beyond its schema."""
    known = KnownFramework(file)
    themes = file.nodes("themes")
    statements = [statement for theme in themes for statement in theme.nodes("quality_statements")]
    for thing, nodes in (
        ("theme", themes),
        ("quality statement", statements),
        ("evidence category", file.nodes("evidence_categories")),
        ("voice", file.nodes("voices")),
    ):
        yield from repeated((node.get("id") for node in nodes), thing, _UNIQUE)
    for statement in statements:
        yield from repeated((node.get("id") for node in served_nodes(statement)), "id", _UNIQUE)
        yield from repeated((node.get("id") for node in statement.nodes("subtopics")), "sub-topic", _UNIQUE)
    for group in [*file.nodes("voices"), *file.get("kinds").members()]:
        yield from check_name(group.get("evidence_category"), "evidence category", known.categories)
        yield from check_name(group.get("voice"), "voice", known.voices)


def check_name(node: Node, thing: str, known: set[str]) -> Iterator[Problem]:
    """Yield a problem if a name is written here that is not known."""
    if node.text and node.text not in known:
        yield node.problem(f"there is no {thing} '{node.text}'", suggest(node.text, known - {""}))
