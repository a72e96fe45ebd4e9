"""Which plugins are loaded, and what is said of those that are not."""

from __future__ import annotations

import sys

import pytest

from checker.errors import UsageError
from checker.plugin_host import loading as plugin_loading
from checker.plugin_manager import Plugins

from .installing import READS, Install, Load, reasons


def states(plugins: Plugins) -> dict[str, str]:
    return {info.name: info.state for info in plugins.infos if not info.built_in}


def test_an_installed_plugin_is_active_with_its_distribution_version_and_hooks(install: Install, load: Load) -> None:
    install(reads_notes=READS)

    (info,) = (info for info in load().infos if not info.built_in)

    assert (info.name, info.distribution, info.version) == ("reads_notes", "reads-notes", "1.0")
    assert (info.state, info.hooks) == ("active", ("checker_read_document",))


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("import no_such_module", "raised ModuleNotFoundError while being imported: No module named 'no_such_module'"),
        ("sys.exit(3)", "tried to end the run while being imported"),
        ("def broken(:", "raised SyntaxError while being imported: invalid syntax (broken_one.py, line 4)"),
        (
            "@hookimpl\ndef checker_read_documnt(source): ...",
            "there is no hook checker_read_documnt: do you mean checker_read_document?",
        ),
        (
            "@hookimpl\ndef checker_read_document(path): ...",
            "checker_read_document asks for 'path'; the hook offers source",
        ),
        (
            "@hookimpl\ndef checker_criteria(book): ...",
            "checker_criteria asks for 'book'; the hook has no arguments",
        ),
        (
            "def checker_read_document(source): ...",
            "checker_read_document is not marked with @hookimpl, so it would never be called",
        ),
        ("", "implements no hook of the checker"),
        ("CHECKER_HOOKS = '>=2'", "it is written for version >=2 of the hooks, and this checker has version 1"),
        ("CHECKER_HOOKS = 'new'", "CHECKER_HOOKS = 'new' is not a version range such as '1' or '>=1,<3'"),
    ],
)
def test_a_plugin_that_breaks_a_rule_is_named_and_the_others_are_loaded(
    install: Install, load: Load, source: str, reason: str
) -> None:
    install(broken_one=source, reads_notes=READS)

    plugins = load()

    assert states(plugins) == {"broken_one": "failed", "reads_notes": "active"}
    assert reasons(plugins) == [reason]


@pytest.mark.parametrize("wanted", ["1", 1, ">=1,<3", "==1", "!=2", ">0"])
def test_a_plugin_for_this_version_of_the_hooks_is_loaded(install: Install, load: Load, wanted: object) -> None:
    install(reads_notes=f"CHECKER_HOOKS = {wanted!r}\n{READS}")

    assert states(load()) == {"reads_notes": "active"}


def test_two_plugins_of_one_name_are_both_refused_and_both_named(install: Install, load: Load) -> None:
    install("first-one", twin=READS)
    install("second-one", twin=READS)

    plugins = load()

    assert [info.state for info in plugins.infos if not info.built_in] == ["failed", "failed"]
    assert all("first-one" in reason and "second-one" in reason for reason in reasons(plugins))


def test_a_plugin_cannot_take_the_name_of_a_built_in_one(install: Install, load: Load) -> None:
    install("not-ours", care_packs=READS)

    infos = [info for info in load(block=()).infos if info.name == "care_packs"]

    assert [(info.distribution, info.state == "failed") for info in infos if not info.built_in] == [("not-ours", True)]
    assert not any("offered by" in info.reason for info in infos if info.built_in)


@pytest.mark.parametrize("name", ["reads_notes", "reads-notes"])
def test_a_plugin_can_be_blocked_by_its_name_or_its_distribution(install: Install, load: Load, name: str) -> None:
    install(reads_notes="sys.exit(3)")

    plugins = load(block=("council-checker", name))

    assert states(plugins) == {"reads_notes": "blocked"}
    assert plugins.failures == ()


def test_allow_limits_third_party_plugins_only(install: Install, load: Load) -> None:
    install(reads_notes=READS, other_one=READS)

    plugins = load(block=(), allow=("reads_notes",))

    assert states(plugins) == {"reads_notes": "active", "other_one": "blocked"}
    assert all(info.state != "blocked" for info in plugins.infos if info.built_in)


def test_autoload_off_switches_all_third_party_plugins_off(install: Install, load: Load) -> None:
    install(reads_notes=READS)

    assert states(load(autoload=False)) == {"reads_notes": "blocked"}


def test_a_name_in_the_settings_that_no_plugin_has_is_a_warning(install: Install, load: Load) -> None:
    install(reads_notes=READS)

    warnings = load(block=("council-checker", "raeds_notes")).warnings

    assert warnings == ("The settings name the plugin 'raeds_notes', and no plugin or distribution is called so.",)


def test_a_plugin_that_was_switched_off_is_not_imported_and_named_with_the_reason(install: Install, load: Load) -> None:
    install(reads_notes="sys.exit(3)")

    plugins = load(off={"reads_notes": "did not return"})

    assert reasons(plugins) == ["did not return"]
    assert "reads_notes" not in sys.modules


def test_an_uninstalled_project_is_told_to_install_itself(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugin_loading, "OWN_DISTRIBUTION", "not-installed-here")

    with pytest.raises(UsageError, match="python -m pip install"):
        load()
