"""
Editions of a framework side by side: which is in use, and which expectations rest on wording that it changes.

An edition file holds only what is different. A framework with other quality statements is a framework of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.domain.framework import Edition, Framework, QualityStatement, Served
from checker.domain.pack import Pack
from checker.errors import Problem, UsageError
from checker.stages.packs.build_framework import build_framework, edition_of, references
from checker.stages.packs.checks import repeated
from checker.stages.packs.files import RawPack
from checker.stages.packs.framework_checks import KnownFramework, check_name
from checker.suggestions import suggest
from checker.values import replace
from checker.yaml_checks.node import Node

_SERVED = "I statement or part of the commitment"
_NO_LETTER = re.compile(r"[^\w]+")

_ID = re.compile(r"[a-z0-9-]+")
"""What is no id at all the schema has told of already."""


def build_editions(packs: Sequence[RawPack]) -> tuple[Framework, ...]:
    """
    Return the framework of a run in each of its editions, the usual one first; empty if no pack brings one.

    Any pack may bring editions of it. Those of the pack with the framework come before those of others, by id.
    """
    brings = next((pack for pack in packs if pack.first("framework")), None)
    file = brings.first("framework") if brings else None
    if file is None:
        return ()
    usual = build_framework(file)
    ordered = sorted(packs, key=lambda pack: (pack is not brings, pack.id))
    found = (usual, *(_as_edition(usual, one) for pack in ordered for one in pack.of("edition")))
    known = tuple(framework.edition for framework in found)
    return tuple(replace(framework, editions=known) for framework in found)


def chosen_edition(editions: Sequence[Framework], wanted: str) -> Framework:
    """Return the framework in the edition that is wanted, the usual one by default. `UsageError` if there is none."""
    known = [framework.edition.id for framework in editions]
    if not wanted:
        return editions[0]
    if wanted not in known:
        raise UsageError(f"there is no edition '{wanted}' of the framework ({suggest(wanted, known)})")
    return editions[known.index(wanted)]


def check_editions(packs: Sequence[RawPack]) -> Iterator[Problem]:
    """Yield what is wrong with editions: one id twice, or about what the framework does not have."""
    frameworks = [file for pack in packs for file in pack.of("framework")]
    ids = [file.get("edition").get("id") for file in frameworks]
    for file in (file for pack in packs for file in pack.of("edition")):
        ids.append(file.get("edition").get("id"))
        if frameworks:  # without one, a check of the packs' headers says so
            yield from _check_edition(file, KnownFramework(frameworks[0]))
    yield from repeated(ids, "edition", "every edition once")
    yield from _check_written_for(packs, {node.text for node in ids})


def with_suspects(pack: Pack, raw: RawPack, used: Framework, editions: Sequence[Framework]) -> Pack:
    """
    Return a pack whose expectations say so where they rest on wording that the edition in use has otherwise.

    What they rest on is the wording that they note themselves (`rests_on`), else that of the edition that the pack was
    written for.
    """
    noted = {node.get("id").text: node.get("rests_on") for _, node in raw.expectations()}
    by_id = {framework.edition.id: framework for framework in editions}
    written_for = by_id.get(pack.edition, editions[0])
    changed = tuple(
        replace(one, suspect=suspect)
        if (suspect := _suspect(used, written_for, one.statement, one.serves, noted[one.id]))
        else one
        for one in pack.expectations
    )
    return replace(pack, expectations=changed)


def _suspect(used: Framework, written_for: Framework, statement: str, serves: Sequence[str], noted: Node) -> str:
    now, then = _wordings(used, statement), _wordings(written_for, statement)
    changed = [name for name in serves if not _same(noted.get(name).text or then.get(name, ""), now.get(name, ""))]
    if not changed:
        return ""
    told = "; ".join(f"{name} now reads “{now.get(name, '')}”" for name in changed)
    return f"The wording that it rests on is another in the edition {used.edition.label}: {told}"


def _wordings(framework: Framework, statement: str) -> dict[str, str]:
    return {served.id: served.text for served in framework.statement(statement).served}


def _same(one: str, other: str) -> bool:
    """Whether two wordings differ in no more than capitals, marks and blanks."""
    return _NO_LETTER.sub(" ", one).casefold().split() == _NO_LETTER.sub(" ", other).casefold().split()


def _as_edition(usual: Framework, file: Node) -> Framework:
    changes = {node.get("id").text: node for node in file.nodes("quality_statements")}
    edition = replace(
        edition_of(file.get("edition")),
        about=file.get("about").text,
        rating_levels=tuple(level.text for level in file.texts("rating_levels")),
    )
    return replace(
        usual,
        edition=edition,
        statements=tuple(
            _changed(one, changes[one.id], edition) if one.id in changes else one for one in usual.statements
        ),
        score_labels={} if file.get("scores").value is False else usual.score_labels,
        references=(*usual.references, *references(file)),
    )


def _changed(statement: QualityStatement, node: Node, edition: Edition) -> QualityStatement:
    """Return a statement in an edition. The usual wording stays known, so that it is never taken for evidence."""
    old = [served.text for served in statement.served if node.get("wording").has(served.id)]
    whole = [statement.commitment] if node.has("commitment") and statement.commitment else []
    return replace(
        statement,
        title=node.get("title").text or statement.title,
        aliases=(*statement.aliases, *([statement.title] if node.has("title") else [])),
        commitment=node.get("commitment").text or statement.commitment,
        i_statements=_worded(statement.i_statements, node),
        commitment_parts=_worded(statement.commitment_parts, node),
        variants=(*statement.variants, *old, *whole),
        status={**statement.status, "wording": edition.status},
    )


def _worded(served: Sequence[Served], node: Node) -> tuple[Served, ...]:
    return tuple(Served(id=one.id, text=node.get("wording").get(one.id).text or one.text) for one in served)


def _check_edition(file: Node, framework: KnownFramework) -> Iterator[Problem]:
    statements = framework.statements
    for node in file.nodes("quality_statements"):
        name = node.get("id")
        yield from check_name(name, "quality statement", set(statements))
        for served in node.get("wording").members() if name.text in statements else ():
            if served.key not in framework.served(name.text):
                message = f"there is no {_SERVED} '{served.key}'"
                yield served.problem(message, suggest(served.key, framework.served(name.text)))


def _check_written_for(packs: Sequence[RawPack], known: set[str]) -> Iterator[Problem]:
    """The edition that a pack was written for must be known, and what its expectations rest on must be served."""
    for pack in packs:
        header = pack.first("pack")
        if header and known and not any({"framework", "edition"} & one.unread for one in packs):
            named = header.get("edition")
            yield from check_name(named, "edition", known) if not named.text or _ID.fullmatch(named.text) else ()
        for _, expectation in pack.expectations():
            served = {node.text for node in expectation.texts("serves")}
            for noted in expectation.get("rests_on").members():
                if noted.key not in served:
                    message = f"the expectation does not serve '{noted.key}', so it cannot rest on it"
                    yield noted.problem(message, suggest(noted.key, served))
