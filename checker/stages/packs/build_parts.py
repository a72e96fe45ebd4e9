"""From one valid file of a pack to its expectations, rules and cues as values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.domain.framework import FactStatus, Reference
from checker.domain.measured import Measured
from checker.domain.pack import CueFamily, Expectation, Lexicon, Phrase, Rule, Weight
from checker.stages.packs.build_framework import references, status
from checker.stages.packs.files import RawPack
from checker.stages.packs.overlay_targets import TargetKey, default_key, expectation_key, rule_key
from checker.stages.packs.overlay_words import folded
from checker.stages.packs.overlays import Overlays
from checker.stages.packs.rule_checks import merged
from checker.values import dataclass
from checker.yaml_checks.node import Node

_OWN_KEYS = ("id", "role", "entries")


@dataclass(frozen=True, slots=True)
class FileParts:
    """Builds the parts of one file of a pack, as the overlays of the run would have them."""

    raw: RawPack
    file: Node
    overlays: Overlays

    @property
    def name(self) -> str:
        """The name of the file as packs carry it."""
        return self.raw.name_of(self.file)

    def expectation(self, node: Node) -> Expectation:
        """Return an expectation with the rules that are asked of it."""
        name = node.get("id").text
        key = expectation_key(name)
        changed = self.overlays.patched(key, node)
        return Expectation(
            id=name,
            title=changed.get("title").text,
            statement=self.file.get("statement").text,
            pack=self.raw.id,
            serves=_words(node, "serves"),
            why=changed.get("why").text,
            cannot_tell=changed.get("cannot_tell").text,
            subtopic=node.get("subtopic").text,
            look_for=self.phrases(node, "look_for", key),
            hints=self.phrases(node, "hints", key),
            not_when=self.phrases(node, "not_when", key),
            also_when_impact=changed.get("also_when_impact").value is True,
            one_kind_of_partner=changed.get("one_kind_of_partner").value is True,
            main_before=_words(node, "main_before"),
            rules=tuple(rule for rule, off in self._rules_of(node) if not off),
            status=status(changed),
            references=references(node),
            reliability=self.reliability(name),
            measured=self.measured(name),
            file=self.name,
            line=node.line,
        )

    def is_off(self, expectation: Expectation) -> bool:
        """Whether an overlay switches the whole expectation off."""
        return self.overlays.is_off(expectation_key(expectation.id))

    def disabled(self, expectation: Expectation, node: Node) -> list[Rule]:
        """Return the rules of an expectation that overlays switch off, one by one or with the whole expectation."""
        whole = self.is_off(expectation)
        return [rule for rule, off in self._rules_of(node) if off or whole]

    def rules(self, node: Node, expectation: str = "") -> list[Rule]:
        """Return the rules that are written under an expectation, or in the file for the whole statement."""
        return [self.rule(rule, expectation) for rule in node.nodes("rules")]

    def _rules_of(self, node: Node) -> list[tuple[Rule, bool]]:
        """Return the rules of an expectation, default rules first, with whether an overlay switches each off."""
        defaults = [(self.default(rule, node), default_key(rule)) for rule in self.raw.default_rules()]
        asked = [(rule, self.overlays.default_is_off(key, rule_key(rule.id))) for rule, key in defaults if rule]
        written = self.rules(node, node.get("id").text)
        return asked + [(rule, self.overlays.is_off(rule_key(rule.id))) for rule in written]

    def reliability(self, expectation: str) -> str:
        """Return what was measured of an expectation; empty where the pack says nothing."""
        measured = self.raw.first("reliability")
        return measured.get("reliability").get(expectation).text if measured else ""

    def measured(self, expectation: str) -> Measured | None:
        """Return the figures of what was measured of an expectation; `None` where the pack has none."""
        file = self.raw.first("reliability")
        figures: dict[str, Any] = group(file.get("figures").get(expectation)) if file else {}
        return Measured(**figures) if figures else None

    def rule(self, node: Node, expectation: str = "") -> Rule:
        """Return a rule that is written out."""
        key = rule_key(node.get("id").text)
        changed = self.overlays.patched(key, node)
        return Rule(
            id=key[1],
            **_asked(changed, {}),
            pack=self.raw.id,
            expects=group(changed.get("expects")),
            statement=self.file.get("statement").text,
            expectation=expectation,
            look_for=self.phrases(node, "look_for", key),
            not_when=self.phrases(node, "not_when", key),
            file=self.name,
            line=node.line,
        )

    def default(self, node: Node, expectation: Node) -> Rule | None:
        """
        Return a default rule as one expectation is asked it, or `None` where its own file switches it off.

        The more particular setting counts: an overlay's for this rule, then the expectation's own, then an overlay's
        for the default rule, then the default rule's.
        """
        override = expectation.get("defaults").get(node.get("id").text)
        if override.get("off").value is True:
            return None
        name = expectation.get("id").text
        key = rule_key(f"{name}.{node.get('id').text}")
        general = self.overlays.patched(default_key(node), node)
        changed = self.overlays.patched(key, _particular(general, override))
        title = self.overlays.patched(expectation_key(name), expectation).get("title").text
        return Rule(
            id=key[1],
            **_asked(changed, {"{title}": title}),
            pack=self.raw.id,
            expects=group(changed.get("expects")),
            statement=self.file.get("statement").text,
            expectation=name,
            default=True,
            file=self.raw.name_of(node),
            line=node.line,
        )

    def phrases(self, node: Node, setting: str, key: TargetKey | None = None) -> tuple[Phrase, ...]:
        """Return the phrases under a key, without those that overlays take out, and those that they add."""
        name = self.name
        written = node.texts(setting)
        own = tuple(_phrase(item, name) for item in (self.overlays.left_of(key, setting, written) if key else written))
        added = self.overlays.words(key, setting) if key else ()
        known = {folded(phrase.text) for phrase in own} if added else ()
        return own + tuple(_phrase(item, file) for file, item in added if folded(item.text) not in known)

    def lexicon(self) -> Lexicon:
        """Return the file as a lexicon."""
        families = tuple(self._family(node) for node in self.file.nodes("families"))
        named = self.file.get("lexicon")
        return Lexicon(id=named.text, families=families, pack=self.raw.id, file=self.name, line=named.line)

    def _family(self, node: Node) -> CueFamily:
        settings = {key: value for key, value in group(node).items() if key not in _OWN_KEYS}
        return CueFamily(
            id=node.get("id").text,
            role=node.get("role").text,
            entries=self.phrases(node, "entries"),
            settings=settings,
        )


def _particular(rule: Node, override: Node) -> Node:
    """Return a default rule with what an expectation sets instead."""
    values = dict(rule.value) if isinstance(rule.value, dict) else {}
    weight = {"weight": override.get("weight").value} if override.has("weight") else {}
    return Node(rule.source, rule.place, {**values, **weight, "expects": merged(rule, override)})


_RULE_TEXTS = ("title", "gap_title", "criterion", "why", "remedy", "cannot_tell", "exposes")


def _asked(node: Node, filled: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields that written and default rules have in common."""
    texts: dict[str, Any] = {key: node.get(key).text for key in _RULE_TEXTS}
    for place, words in filled.items():
        texts = {key: text if key == "criterion" else text.replace(place, words) for key, text in texts.items()}
    fact: FactStatus = status(node)
    sources: tuple[Reference, ...] = references(node)
    return {**texts, "weight": Weight(node.get("weight").text), "status": fact, "references": sources}


def _phrase(node: Node, file: str) -> Phrase:
    text = node.text.strip()
    return Phrase(text=text, file=file, line=node.line)


def _words(node: Node, key: str) -> tuple[str, ...]:
    return tuple(item.text for item in node.texts(key))


def group(node: Node) -> dict[str, object]:
    """Return a mapping of the file as values; empty where there is none."""
    return dict(node.value) if isinstance(node.value, dict) else {}
