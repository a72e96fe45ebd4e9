"""From the files of valid packs to packs as values: nothing here can fail for a file that passed the checks."""

from __future__ import annotations

from collections.abc import Mapping

from checker.domain.cases import AnyCase, Case, CaseDocument, PhraseCase
from checker.domain.document import DocumentKind
from checker.domain.finding import Outcome
from checker.domain.framework import Framework
from checker.domain.pack import Pack
from checker.domain.tailoring import Release
from checker.stages.packs.build_parts import FileParts, group
from checker.stages.packs.files import RawPack
from checker.stages.packs.overlay_targets import rule_key
from checker.stages.packs.overlays import Overlays
from checker.yaml_checks.node import Node


def build_pack(raw: RawPack, overlays: Overlays, framework: Framework | None = None) -> Pack:
    """
    Return a pack as the overlays would have it, with its default rules expanded.

    `framework` is the one that the pack brings, in the edition of the run. What an overlay switches off is set aside.
    """
    header = raw.of("pack")[0]
    parts = [FileParts(raw, file, overlays) for file in raw.of("expectations")]
    found = [(part, part.expectation(node), node) for part in parts for node in part.file.nodes("expectations")]
    rules = [rule for part in parts for rule in part.rules(part.file)]
    off = [rule for part, one, node in found for rule in part.disabled(one, node)]
    off += [rule for rule in rules if overlays.is_off(rule_key(rule.id))]
    return Pack(
        id=header.get("id").text,
        title=header.get("title").text,
        version=header.get("version").text,
        licence=header.get("licence").text,
        author=header.get("author").text,
        date=header.get("date").text,
        edition=header.get("edition").text,
        extends=tuple(sorted(_words(header, "extends"))),
        releases=tuple(_release(node) for node in header.nodes("releases")),
        personal_data=tuple((one.get("kind").text, one.get("pattern").text) for one in header.nodes("personal_data")),
        sha256=raw.folder.sha256,
        root=raw.folder.root,
        framework_id=header.get("framework").text,
        framework=framework,
        expectations=tuple(one for part, one, _ in found if not part.is_off(one)),
        statement_rules=tuple(rule for rule in rules if not overlays.is_off(rule_key(rule.id))),
        lexicons=tuple(FileParts(raw, file, overlays).lexicon() for file in raw.of("lexicon")),
        word_weights=tuple(raw.word_weights),
        overrides=overlays.recorded(raw),
        disabled=tuple(sorted(off, key=lambda rule: rule.id)),
        set_aside=tuple(one for part, one, _ in found if part.is_off(one)),
    )


def build_cases(file: Node, name: str) -> list[AnyCase]:
    """Return the cases of one file, in its order; `name` is the file's name as packs carry it."""
    found: list[AnyCase] = []
    for member in file.members():
        if member.key == "phrases":
            found += [case for expectation in member.members() for case in _phrase_cases(expectation, name)]
        else:
            found += [_case(case, member.key, name) for case in file.nodes(member.key)]
    return found


def _case(case: Node, rule: str, name: str) -> Case:
    kind = case.get("kind").text
    return Case(
        rule=rule,
        case=case.get("case").text,
        given=_words(case, "given"),
        outcome=Outcome(case.get("outcome").text),
        kind=DocumentKind(kind) if kind else None,
        as_of=case.get("as_of").text,
        actions=_rows(case, "actions") if case.has("actions") else None,
        gaps=_words(case, "gaps"),
        register=_rows(case, "register") if case.has("register") else None,
        scope=_words(case, "scope"),
        expectation=case.get("expectation").text,
        cites=case.get("cites").text,
        metadata=_texts(case.get("metadata")),
        beside=tuple(_case_document(one) for one in case.nodes("beside")),
        file=name,
        line=case.line,
    )


def _rows(case: Node, key: str) -> tuple[Mapping[str, str], ...]:
    return tuple({cell.key: cell.text for cell in row.members()} for row in case.nodes(key))


def _case_document(node: Node) -> CaseDocument:
    kind = node.get("kind").text
    return CaseDocument(
        name=node.get("name").text,
        given=_words(node, "given"),
        kind=DocumentKind(kind) if kind else None,
        metadata=_texts(node.get("metadata")),
        hidden={key: int(str(value)) for key, value in group(node.get("hidden")).items()},
        unread=node.get("unread").text,
    )


def _texts(node: Node) -> dict[str, str]:
    return {key: str(value) for key, value in group(node).items()}


def _phrase_cases(expectation: Node, name: str) -> list[PhraseCase]:
    return [
        PhraseCase(expectation=expectation.key, text=sentence.text, hit=key == "hits", file=name, line=sentence.line)
        for key in ("hits", "misses")
        for sentence in expectation.texts(key)
    ]


def _release(node: Node) -> Release:
    return Release(version=node.get("version").text, date=node.get("date").text, text=node.get("text").text)


def _words(node: Node, key: str) -> tuple[str, ...]:
    return tuple(item.text for item in node.texts(key))
