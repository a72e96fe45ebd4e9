"""
What an implementation may offer: folders of packs, criteria, forms of lexicons, reporters. A wrong offer is refused as
a whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from checker.hookspecs import Criterion, LexiconForm, Reporter
from checker.plugin_host.answer_values import exactly, items_of
from checker.plugin_host.calls import WrongAnswer

_CRITERION_NAME = re.compile(r"[a-z][a-z0-9_]*")
_REPORTER_NAME = re.compile(r"[a-z][a-z0-9-]*")
_LEXICON_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SUFFIX = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*")


def folders(answer: object) -> tuple[Path, ...]:
    """Return the pack folders; each has a `pack.yaml`."""
    found: list[Path] = []
    for folder in items_of(answer):
        if not isinstance(folder, (str, Path)):
            raise WrongAnswer(f"{type(folder).__name__} where a Path is asked for")
        found.append(Path(folder))
    for folder in found:
        if not (folder / "pack.yaml").is_file():
            raise WrongAnswer(f"the folder '{folder.name}' has no pack.yaml")
    return tuple(found)


def criteria(answer: object) -> tuple[Criterion, ...]:
    """Return the criteria; each has a name, a description and an object schema made of plain JSON."""
    return tuple(_criterion(one) for one in items_of(answer))


def _criterion(one: object) -> Criterion:
    if not isinstance(one, Criterion):
        raise WrongAnswer(f"{type(one).__name__} is not a criterion: it needs name, about, schema and evaluate")
    _check_name(one.name, _CRITERION_NAME)
    plain_schema(one.schema)
    return one


def plain_schema(schema: Mapping[str, object], owner: str = "criterion") -> Mapping[str, object]:
    """Return a copy of a criterion's or a role's schema that holds plain JSON values and nothing else."""
    try:
        copy: dict[str, object] = json.loads(json.dumps(dict(schema)))
    except (TypeError, ValueError) as error:
        raise WrongAnswer(f"a {owner}'s schema is not JSON ({error})") from error
    if copy.get("type") != "object":
        raise WrongAnswer(f"a {owner}'s schema must have the type 'object'")
    return copy


def lexicons(answer: object) -> tuple[LexiconForm, ...]:
    """Return what is known of lexicons; each has an id and roles with object schemas made of plain JSON."""
    return tuple(_lexicon(one) for one in items_of(answer))


def _lexicon(one: object) -> LexiconForm:
    form = exactly(one, LexiconForm)
    _check_name(form.id, _LEXICON_ID)
    if not isinstance(form.roles, Mapping) or not all(isinstance(role, str) and role for role in form.roles):
        raise WrongAnswer(f"the roles of the lexicon '{form.id}' are no mapping from names to schemas")
    return LexiconForm(id=form.id, roles={role: plain_schema(asked, "role") for role, asked in form.roles.items()})


def reporters(answer: object) -> tuple[Reporter, ...]:
    """Return the reporters; each has a name and a suffix that is safe in a file name."""
    return tuple(_reporter(one) for one in items_of(answer))


def _reporter(one: object) -> Reporter:
    if not isinstance(one, Reporter):
        raise WrongAnswer(f"{type(one).__name__} is not a reporter: it needs name, suffix and render")
    _check_name(one.name, _REPORTER_NAME)
    _check_name(one.suffix, _SUFFIX)
    return one


def chunk(answer: object) -> bytes:
    """Return a piece of a rendered report."""
    return exactly(answer, bytes)


def _check_name(name: object, pattern: re.Pattern[str]) -> None:
    if not isinstance(name, str) or not pattern.fullmatch(name):
        raise WrongAnswer(f"{name!r} cannot be a name (small letters, digits; it begins with a letter)")
