"""Criteria, reporters and packs that plugins offer."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.domain.assessment import Assessment
from checker.domain.finding import Outcome
from checker.errors import PluginError, UsageError
from checker.plugin_manager import Plugins
from checker.testing import a_book, a_rule

from .installing import Install, Load, reasons

CRITERION = """
class Asked:
    name = 'asked'
    about = 'Was it asked?'
    schema = {{'type': 'object'}}
    def evaluate(self, rule, assessment):
        {body}

@hookimpl
def checker_criteria():
    return [Asked()]
"""


def evaluate(plugins: Plugins, criterion: str = "asked") -> tuple[Outcome, str]:
    (finding,) = plugins.evaluate(a_rule(criterion), Assessment(book=a_book(), as_of="2025-01-01", scope=()))
    return finding.outcome, finding.reason


def test_a_rule_is_evaluated_by_its_criterion(install: Install, load: Load) -> None:
    body = "return Finding(rule_id=rule.id, outcome=Outcome.NOT_MET, reason='Nobody asked.')"
    install(asks=CRITERION.format(body=body))

    assert evaluate(load()) == (Outcome.NOT_MET, "Nobody asked.")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("raise ValueError('no')", "The plugin asks raised ValueError in evaluate of the criterion asked: no."),
        ("sys.exit()", "The plugin asks tried to end the run in evaluate of the criterion asked."),
        ("return True", "gave a wrong answer to evaluate of the criterion asked: bool where Finding is asked for."),
        (
            "return Finding(rule_id='other', outcome=Outcome.NOT_MET, reason='x')",
            "the finding is of the rule 'other'.",
        ),
    ],
)
def test_a_failing_criterion_is_not_assessed_and_never_met(
    install: Install, load: Load, body: str, reason: str
) -> None:
    install(asks=CRITERION.format(body=body))
    plugins = load()

    outcome, said = evaluate(plugins)

    assert outcome is Outcome.NOT_ASSESSED
    assert said.endswith(reason)
    assert [failure.plugin for failure in plugins.failures] == ["asks"]


def test_a_rule_whose_criterion_nobody_provides_is_not_assessed(install: Install, load: Load) -> None:
    install(asks=CRITERION.format(body="..."))

    assert evaluate(load(), "axed") == (Outcome.NOT_ASSESSED, "No plugin provides the criterion 'axed'.")


def test_a_criterion_offered_twice_is_an_error_that_names_both_plugins(install: Install, load: Load) -> None:
    install(asks=CRITERION.format(body="..."), asks_too=CRITERION.format(body="..."))

    with pytest.raises(PluginError, match=r"asks_too: offers the criterion 'asked', and so does the plugin asks"):
        load().criteria()


def test_criteria_without_a_plain_schema_are_refused(install: Install, load: Load) -> None:
    install(asks=CRITERION.format(body="...").replace("{'type': 'object'}", "{'type': object}"))
    plugins = load()

    assert dict(plugins.criteria()) == {}
    assert "schema is not JSON" in reasons(plugins)[0]


REPORTER = """
class Short:
    name, suffix = 'short', {suffix!r}
    def render(self, report):
        print('NOISE')
        yield b'one'
        {then}

@hookimpl
def checker_reporters():
    return [Short()]
"""


def test_a_reporter_is_rendered_in_chunks_and_its_prints_stay_off_stdout(
    install: Install, load: Load, capsys: pytest.CaptureFixture[str]
) -> None:
    install(shows=REPORTER.format(suffix="txt", then="yield b'two'"))
    plugins = load()

    chunks = list(plugins.render("short", None))

    assert chunks == [b"one", b"two"]
    assert capsys.readouterr().out == ""
    assert "writes to standard output" in plugins.warnings[0]


@pytest.mark.parametrize("then", ["raise OSError('full')", "yield 'two'"])
def test_a_reporter_that_fails_half_way_raises_and_is_named(install: Install, load: Load, then: str) -> None:
    install(shows=REPORTER.format(suffix="txt", then=then))

    with pytest.raises(PluginError, match="plugin shows"):
        list(load().render("short", None))


@pytest.mark.parametrize("suffix", [".txt", "../x", "", "a/b"])
def test_a_suffix_that_is_no_file_suffix_is_refused(install: Install, load: Load, suffix: str) -> None:
    install(shows=REPORTER.format(suffix=suffix, then=""))
    plugins = load()

    assert dict(plugins.reporters()) == {}
    assert len(plugins.failures) == 1


def test_an_unknown_format_names_those_that_there_are(install: Install, load: Load) -> None:
    install(shows=REPORTER.format(suffix="txt", then=""))

    with pytest.raises(UsageError, match="known: short"):
        load().render("long", None)


def test_pack_folders_are_sorted_and_must_hold_a_pack(install: Install, load: Load, tmp_path: Path) -> None:
    for name in ("b_pack", "a_pack"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "pack.yaml").write_text("schema: pack/1\n")
    offers = "@hookimpl\ndef checker_rule_packs(): return [{}]"
    install(
        offers=offers.format(f"{str(tmp_path / 'b_pack')!r}, {str(tmp_path / 'a_pack')!r}"),
        wrong=offers.format(repr(str(tmp_path / "nowhere"))),
    )
    plugins = load()

    assert [folder.name for folder in plugins.rule_pack_folders()] == ["a_pack", "b_pack"]
    assert reasons(plugins) == ["gave a wrong answer to checker_rule_packs: the folder 'nowhere' has no pack.yaml"]


LEXICON = """
from checker import LexiconForm

@hookimpl
def checker_lexicons():
    return [LexiconForm(id='{id}', roles={roles})]
"""
NO_SETTINGS = "{'type': 'object', 'properties': {}}"


def test_plugins_may_read_different_roles_of_one_lexicon(install: Install, load: Load) -> None:
    install(one=LEXICON.format(id="tides", roles=f"{{'ebb': {NO_SETTINGS}}}"))
    install(two=LEXICON.format(id="tides", roles=f"{{'flood': {NO_SETTINGS}}}"))

    plugins = load()

    assert {name: list(roles) for name, roles in plugins.lexicons().items()} == {"tides": ["ebb", "flood"]}
    assert plugins.failures == ()


def test_a_role_that_two_plugins_read_names_both(install: Install, load: Load) -> None:
    install(one=LEXICON.format(id="tides", roles=f"{{'ebb': {NO_SETTINGS}}}"))
    install(two=LEXICON.format(id="tides", roles=f"{{'ebb': {NO_SETTINGS}}}"))

    with pytest.raises(PluginError, match=r"the role of a lexicon 'tides: ebb', and so does the plugin"):
        load().lexicons()


@pytest.mark.parametrize(
    ("offer", "reason"),
    [
        (LEXICON.format(id="Tides", roles="{}"), "'Tides' cannot be a name"),
        (LEXICON.format(id="tides", roles="['ebb']"), "the roles of the lexicon 'tides' are no mapping"),
        (LEXICON.format(id="tides", roles="{'ebb': {'type': 'array'}}"), "a role's schema must have the type 'object'"),
        (LEXICON.format(id="tides", roles="{'ebb': 1}"), "a role's schema is not JSON"),
        ("@hookimpl\ndef checker_lexicons():\n    return ['tides']\n", "str where LexiconForm is asked for"),
    ],
)
def test_a_wrong_form_of_a_lexicon_is_refused_and_the_plugin_named(
    install: Install, load: Load, offer: str, reason: str
) -> None:
    install(wrong=offer)
    plugins = load()

    assert dict(plugins.lexicons()) == {}
    assert reason in plugins.failures[0].reason
