"""Checks of lexicons against those who read them: a slip in a role or a setting would make a family dead, unseen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker.domain.document import DocumentKind
from checker.domain.register import RegisterColumn
from checker.errors import Problem
from checker.stages.packs.checks import repeated
from checker.stages.packs.files import RawPack
from checker.stages.packs.framework_checks import KnownFramework
from checker.stages.packs.lexicon_names import REGISTER
from checker.stages.packs.rule_checks import check_formats
from checker.suggestions import did_you_mean, suggest
from checker.values import dataclass, field
from checker.yaml_checks.node import Node
from checker.yaml_checks.schema import bad_schema, value_problems

Roles = Mapping[str, Mapping[str, object]]
Lexicons = Mapping[str, Roles]

_COLUMNS = frozenset(column.value for column in RegisterColumn)
_KINDS = frozenset(kind.value for kind in DocumentKind)
_NAMED = {
    "type": "object",
    "properties": {"value": {"type": "string", "description": "What the entries stand for, if not the family's id."}},
}
_READ_HERE: Lexicons = {REGISTER: {"column": _NAMED, "kind": _NAMED, "category": _NAMED}}
"""What the checker itself reads, without a plugin."""
_OWN_KEYS = frozenset({"id", "role", "entries"})
_LEFT_ALONE = "x-"
_REMARK = {"type": "string", "description": "A remark."}


def read_lexicons(offered: Lexicons) -> Lexicons:
    """Return which roles of which lexicons are read, by plugins and by the checker itself."""
    return {**offered, **{name: {**offered.get(name, {}), **roles} for name, roles in _READ_HERE.items()}}


def check_lexicons(packs: Sequence[RawPack], framework: KnownFramework | None, offered: Lexicons) -> Iterator[Problem]:
    """Yield ids of families that are there twice, roles and settings that nobody reads, names of what there is not."""
    forms = _Forms(read_lexicons(offered), framework)
    for pack in packs:
        yield from _check_ids(pack)
        for lexicon in pack.of("lexicon"):
            name = lexicon.get("lexicon").text
            for family in lexicon.nodes("families"):
                yield from forms.check(family, name)
                if name == REGISTER:
                    yield from _check_of_register(family, framework)


def _check_ids(pack: RawPack) -> Iterator[Problem]:
    """All files of a pack that fill one lexicon are that lexicon; packs beside each other may share ids."""
    ids: dict[str, list[Node]] = defaultdict(list)
    for lexicon in pack.of("lexicon"):
        ids[lexicon.get("lexicon").text] += [family.get("id") for family in lexicon.nodes("families")]
    for name, found in ids.items():
        yield from repeated(found, "family", f"ids of families are unique in the lexicon '{name}'")


@dataclass(kw_only=False, slots=True)
class _Forms:
    """What is known of lexicons; a role's own schema is looked at when it is first needed."""

    known: Lexicons
    framework: KnownFramework | None
    broken: dict[tuple[str, str], str] = field(default_factory=dict)

    def check(self, family: Node, lexicon: str) -> Iterator[Problem]:
        """Yield what is wrong with a family of a lexicon; nothing of a lexicon that nobody is known to read."""
        role = family.get("role")
        roles = self.known.get(lexicon)
        if roles is None or not role.text:
            return
        if role.text not in roles:
            message = f"the lexicon '{lexicon}' has no role '{role.text}'"
            yield role.problem(message, self._where_it_is(role.text, roles))
        elif why := self._why_broken(lexicon, role.text):
            message = f"the role '{role.text}' of the lexicon '{lexicon}' has a broken schema: {why}"
            yield role.problem(message, "ask the plugin's author")
        else:
            yield from _check_settings(family, role.text, roles[role.text])
            yield from check_formats(family, roles[role.text], self.framework)

    def _where_it_is(self, role: str, roles: Roles) -> str:
        others = sorted(name for name, theirs in self.known.items() if role in theirs)
        if others and not did_you_mean(role, roles):
            return f"it is a role of the lexicon '{others[0]}'"
        return suggest(role, roles)

    def _why_broken(self, lexicon: str, role: str) -> str:
        key = (lexicon, role)
        if key not in self.broken:
            self.broken[key] = bad_schema(self.known[lexicon][role])
        return self.broken[key]


def _check_settings(family: Node, role: str, schema: Mapping[str, object]) -> Iterator[Problem]:
    known = schema.get("properties")
    properties = {**(known if isinstance(known, Mapping) else {}), "about": _REMARK}
    title = f"a family with the role '{role}'"
    whole = {**schema, "properties": properties}
    yield from value_problems(family.source, family.place, _settings(family), whole, title=title)


def _settings(family: Node) -> Mapping[str, object]:
    """Return the settings that are looked at; of what seems to be a misspelt key of any family the schema tells."""
    written = family.value if isinstance(family.value, dict) else {}
    missing = _OWN_KEYS - set(written)
    return {
        key: value
        for key, value in written.items()
        if key not in _OWN_KEYS and not key.startswith(_LEFT_ALONE) and not (missing and did_you_mean(key, missing))
    }


def _check_of_register(family: Node, framework: KnownFramework | None) -> Iterator[Problem]:
    """What stands in no `value` is called as its family is."""
    value = family.get("value" if family.has("value") else "id")
    role = family.get("role").text
    if role == "column":
        yield from _check_value(value, "column of a register", _COLUMNS)
    elif role == "kind":
        yield from _check_value(value, "kind of document", _KINDS)
    elif role == "category" and framework:
        yield from _check_value(value, "evidence category", framework.categories)


def _check_value(value: Node, thing: str, known: frozenset[str] | set[str]) -> Iterator[Problem]:
    if value.text not in known:
        yield value.problem(f"there is no {thing} '{value.value}'", suggest(value.text, known - {""}))
