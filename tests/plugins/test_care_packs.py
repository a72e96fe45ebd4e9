"""The packs that come with the checker are offered."""

from __future__ import annotations

from types import SimpleNamespace

from checker.plugin_host.loading import PluginSettings
from checker.plugin_manager import Plugins

from .craft_reading import shipped


def test_the_shipped_packs_are_offered() -> None:
    plugins = Plugins.load(SimpleNamespace(plugins=PluginSettings(autoload=False)))

    folders = plugins.rule_pack_folders()

    assert "cqc_local_authority" in [folder.name for folder in folders]
    assert all((folder / "pack.yaml").is_file() for folder in folders)


def test_every_rule_of_the_shipped_packs_says_what_is_missing_where_it_is_not_met() -> None:
    _, book = shipped()

    assert [rule.id for rule in book.rules if rule.gap_title in ("", rule.title)] == []
