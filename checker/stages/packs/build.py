"""From the files of valid packs to packs as values: nothing here can fail for a file that passed the checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checker.domain.cases import AnyCase, Case, CaseDocument, PhraseCase
from checker.domain.document import DocumentKind
from checker.domain.finding import Outcome
from checker.domain.framework import FactStatus, Reference
from checker.domain.pack import CueFamily, Expectation, Lexicon, Pack, Phrase, Rule, Weight
from checker.stages.packs.build_framework import build_framework, references, status
from checker.stages.packs.files import RawPack, file_name
from checker.stages.packs.rule_checks import merged
from checker.text.phrase_keys import keys_of
from checker.yaml_checks.node import Node

_OWN_KEYS = ("id", "role", "entries")


def build_pack(raw: RawPack) -> Pack:
    """Return a pack with its default rules expanded."""
    header = raw.of("pack")[0]
    framework = raw.first("framework")
    return Pack(
        id=header.get("id").text,
        title=header.get("title").text,
        version=header.get("version").text,
        licence=header.get("licence").text,
        personal_data=tuple((one.get("kind").text, one.get("pattern").text) for one in header.nodes("personal_data")),
        sha256=raw.folder.sha256,
        root=raw.folder.root,
        framework_id=header.get("framework").text,
        framework=build_framework(framework) if framework else None,
        expectations=tuple(_Builder(raw, file).expectation(node) for file, node in raw.expectations()),
        statement_rules=tuple(
            _Builder(raw, file).rule(rule) for file in raw.of("expectations") for rule in file.nodes("rules")
        ),
        lexicons=tuple(_Builder(raw, file).lexicon() for file in raw.of("lexicon")),
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
        hidden={key: int(str(value)) for key, value in _group(node.get("hidden")).items()},
        unread=node.get("unread").text,
    )


def _texts(node: Node) -> dict[str, str]:
    return {key: str(value) for key, value in _group(node).items()}


def _phrase_cases(expectation: Node, name: str) -> list[PhraseCase]:
    return [
        PhraseCase(expectation=expectation.key, text=sentence.text, hit=key == "hits", file=name, line=sentence.line)
        for key in ("hits", "misses")
        for sentence in expectation.texts(key)
    ]


@dataclass(frozen=True, slots=True)
class _Builder:
    """Builds the parts of one file of a pack."""

    raw: RawPack
    file: Node

    @property
    def name(self) -> str:
        return file_name(self.raw.folder, self.file)

    def expectation(self, node: Node) -> Expectation:
        defaults = [rule for rule in (self.default(rule, node) for rule in self.raw.default_rules()) if rule]
        return Expectation(
            id=node.get("id").text,
            title=node.get("title").text,
            statement=self.file.get("statement").text,
            pack=self.raw.id,
            serves=_words(node, "serves"),
            why=node.get("why").text,
            cannot_tell=node.get("cannot_tell").text,
            subtopic=node.get("subtopic").text,
            look_for=self.phrases(node, "look_for"),
            hints=self.phrases(node, "hints"),
            not_when=self.phrases(node, "not_when"),
            also_when_impact=node.get("also_when_impact").value is True,
            rules=(*defaults, *(self.rule(rule, node.get("id").text) for rule in node.nodes("rules"))),
            status=status(node),
            references=references(node),
            reliability=self.reliability(node.get("id").text),
            file=self.name,
            line=node.line,
        )

    def reliability(self, expectation: str) -> str:
        """Return what was measured of an expectation; empty where the pack says nothing."""
        measured = self.raw.first("reliability")
        return measured.get("reliability").get(expectation).text if measured else ""

    def rule(self, node: Node, expectation: str = "") -> Rule:
        return Rule(
            id=node.get("id").text,
            **_asked(node, {}),
            pack=self.raw.id,
            expects=_group(node.get("expects")),
            statement=self.file.get("statement").text,
            expectation=expectation,
            look_for=self.phrases(node, "look_for"),
            not_when=self.phrases(node, "not_when"),
            file=self.name,
            line=node.line,
        )

    def default(self, node: Node, expectation: Node) -> Rule | None:
        """Return a default rule as one expectation is asked it, or `None` where it is switched off."""
        override = expectation.get("defaults").get(node.get("id").text)
        if override.get("off").value is True:
            return None
        title, weight = expectation.get("title").text, override.get("weight").text
        asked = _asked(node, {"{title}": title})
        return Rule(
            id=f"{expectation.get('id').text}.{node.get('id').text}",
            **({**asked, "weight": Weight(weight)} if weight else asked),
            pack=self.raw.id,
            expects=merged(node, override),
            statement=self.file.get("statement").text,
            expectation=expectation.get("id").text,
            default=True,
            file=file_name(self.raw.folder, node),
            line=node.line,
        )

    def phrases(self, node: Node, key: str) -> tuple[Phrase, ...]:
        name = self.name
        return tuple(_phrase(item, name) for item in node.texts(key))

    def lexicon(self) -> Lexicon:
        families = tuple(self.family(node) for node in self.file.nodes("families"))
        return Lexicon(id=self.file.get("lexicon").text, families=families, pack=self.raw.id, file=self.name)

    def family(self, node: Node) -> CueFamily:
        settings = {key: value for key, value in _group(node).items() if key not in _OWN_KEYS}
        return CueFamily(
            id=node.get("id").text,
            role=node.get("role").text,
            entries=self.phrases(node, "entries"),
            settings=settings,
        )


def _asked(node: Node, filled: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields that written and default rules have in common."""
    texts: dict[str, Any] = {key: node.get(key).text for key in ("title", "criterion", "why", "remedy", "cannot_tell")}
    for place, words in filled.items():
        texts = {key: text if key == "criterion" else text.replace(place, words) for key, text in texts.items()}
    fact: FactStatus = status(node)
    sources: tuple[Reference, ...] = references(node)
    return {**texts, "weight": Weight(node.get("weight").text), "status": fact, "references": sources}


def _phrase(node: Node, file: str) -> Phrase:
    text = node.text.strip()
    keys, whole = keys_of(text)
    return Phrase(text=text, file=file, line=node.line, keys=keys, whole=whole)


def _words(node: Node, key: str) -> tuple[str, ...]:
    return tuple(item.text for item in node.texts(key))


def _group(node: Node) -> dict[str, object]:
    return dict(node.value) if isinstance(node.value, dict) else {}
