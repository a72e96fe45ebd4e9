"""What our plugins say of the lexicons that they read is sound, and true of what they do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from checker_plugins import craft_observations, evidence_context

from checker.hookspecs import LexiconForm
from checker.plugin_host import offer_answers
from checker.yaml_checks.schema import bad_schema

DOCS = Path(__file__).parents[2] / "docs"
FORMS: list[LexiconForm] = [*craft_observations.checker_lexicons(), *evidence_context.checker_lexicons()]
SCHEMAS = [(form.id, role, schema) for form in FORMS for role, schema in form.roles.items()]


def source_of(lexicon: str) -> str:
    plugin = craft_observations if lexicon == "craft" else evidence_context
    folder = Path(str(plugin.__file__)).parent
    return "\n".join(
        path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py")) if path.name != "lexicon_forms.py"
    )


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_a_form_keeps_the_rules_that_hold_for_third_parties(form: LexiconForm) -> None:
    (checked,) = offer_answers.lexicons([form])

    assert checked == form


@pytest.mark.parametrize(("lexicon", "role", "schema"), SCHEMAS)
def test_a_role_is_read_and_its_schema_is_sound(lexicon: str, role: str, schema: dict[str, object]) -> None:
    assert bad_schema(schema) == ""
    assert re.search(rf"[\"']{role}[\"']", source_of(lexicon)), "no code names this role"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_every_setting_is_read(form: LexiconForm) -> None:
    settings = {name for schema in form.roles.values() for name in schema["properties"]}

    unread = [name for name in sorted(settings) if not re.search(rf"[\"']{name}[\"']", source_of(form.id))]

    assert unread == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_every_role_and_setting_stands_in_the_documentation(form: LexiconForm) -> None:
    told = (DOCS / ("craft-rules.md" if form.id == "craft" else "lexicons.md")).read_text(encoding="utf-8")
    settings = {name for schema in form.roles.values() for name in schema["properties"]} - {"forms"}

    untold = [name for name in sorted({*form.roles, *settings}) if not re.search(rf"`{name}[`:]", told)]

    assert untold == []


def test_the_example_for_authors_of_plugins_can_be_used() -> None:
    page = (DOCS / "lexicons.md").read_text(encoding="utf-8")
    module: dict[str, Any] = {"__name__": "example"}

    exec(compile(page.split("```python\n", 1)[1].split("```", 1)[0], "lexicons.md", "exec"), module)

    (form,) = offer_answers.lexicons(module["checker_lexicons"]())
    assert [bad_schema(schema) for schema in form.roles.values()] == ["", ""]
