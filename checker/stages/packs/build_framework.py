"""From a valid framework file to the framework as a value."""

from __future__ import annotations

from checker.domain.framework import (
    AboutDocument,
    Edition,
    EvidenceCategory,
    FactStatus,
    Framework,
    KindDefaults,
    QualityStatement,
    Reference,
    Served,
    SubTopic,
    Theme,
    Voice,
)
from checker.yaml_checks.node import Node


def build_framework(file: Node) -> Framework:
    """Return a framework with its statements in the order of their themes."""
    themes = file.nodes("themes")
    return Framework(
        id=file.get("id").text,
        title=file.get("title").text,
        publisher=file.get("publisher").text,
        edition=edition_of(file.get("edition")),
        attribution=_words(file, "attribution"),
        themes=tuple(_theme(theme) for theme in themes),
        statements=tuple(
            _statement(statement, theme.get("id").text)
            for theme in themes
            for statement in theme.nodes("quality_statements")
        ),
        evidence_categories=tuple(_category(category) for category in file.nodes("evidence_categories")),
        voices=tuple(_voice(voice) for voice in file.nodes("voices")),
        kinds={kind.key: _kind(kind) for kind in file.get("kinds").members()},
        score_labels={int(label.key): label.text for label in file.get("score_labels").members()},
        standard_text=_words(file, "standard_text"),
        references=references(file),
        about_document=_about_document(file.get("about_document")),
    )


def _about_document(node: Node) -> AboutDocument:
    return AboutDocument(
        headings=_words(node, "headings"), words=_words(node, "words"), openings=_words(node, "openings")
    )


def references(node: Node) -> tuple[Reference, ...]:
    """Return the sources that are named under `references`."""
    return tuple(
        Reference(title=item.get("title").text, url=item.get("url").text, status=status(item))
        for item in node.nodes("references")
    )


def status(node: Node) -> FactStatus:
    """Return how sure something is; what says nothing of it is unconfirmed."""
    return FactStatus(node.get("status").text or FactStatus.UNCONFIRMED)


def edition_of(node: Node) -> Edition:
    """Return an edition as its group of keys describes it."""
    return Edition(
        id=node.get("id").text,
        label=node.get("label").text,
        start=node.get("start").text,
        end=node.get("end").text,
        status=status(node),
    )


def _theme(node: Node) -> Theme:
    return Theme(
        id=node.get("id").text,
        number=_number(node),
        title=node.get("title").text,
        statements=tuple(statement.get("id").text for statement in node.nodes("quality_statements")),
        headings=_words(node, "headings"),
    )


def _statement(node: Node, theme: str) -> QualityStatement:
    return QualityStatement(
        id=node.get("id").text,
        number=_number(node),
        title=node.get("title").text,
        theme=theme,
        aliases=_words(node, "aliases"),
        i_statements=_served(node, "i_statements"),
        commitment=node.get("commitment").get("text").text,
        commitment_parts=_served(node.get("commitment"), "parts"),
        subtopics=tuple(
            SubTopic(id=item.get("id").text, title=item.get("title").text) for item in node.nodes("subtopics")
        ),
        variants=_words(node, "variants"),
        status={fact.key: FactStatus(fact.text) for fact in node.get("status").members()},
        references=references(node),
        headings=_words(node, "headings"),
    )


def _category(node: Node) -> EvidenceCategory:
    return EvidenceCategory(
        id=node.get("id").text,
        title=node.get("title").text,
        used=node.get("used").value is not False,
        note=node.get("note").text,
    )


def _voice(node: Node) -> Voice:
    return Voice(
        id=node.get("id").text,
        title=node.get("title").text,
        evidence_category=node.get("evidence_category").text,
        independent=node.get("independent").value is True,
        sender=node.get("sender").text,
        asked=_words(node, "asked"),
    )


def _kind(node: Node) -> KindDefaults:
    return KindDefaults(voice=node.get("voice").text, evidence_category=node.get("evidence_category").text)


def _served(node: Node, key: str) -> tuple[Served, ...]:
    return tuple(Served(id=item.get("id").text, text=item.get("text").text) for item in node.nodes(key))


def _number(node: Node) -> int:
    value = node.get("number").value
    return value if isinstance(value, int) else 0


def _words(node: Node, key: str) -> tuple[str, ...]:
    return tuple(item.text for item in node.texts(key))
