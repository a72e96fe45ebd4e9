from __future__ import annotations

import os
import pickle
import stat
from pathlib import Path
from typing import Any

import pytest

from checker import yaml_source
from checker.domain.pack import RuleBook
from checker.errors import DataError
from checker.stages.packs import load_rule_book, loading


def the_entry(cache: Path) -> Path:
    (entry,) = cache.iterdir()
    return entry


def load(kitchen: Any, folder: Path, cache: Path | None, **more: Any) -> RuleBook:
    return load_rule_book([folder], **{"criteria": kitchen.criteria, "cache": cache, **more})


@pytest.fixture
def no_yaml(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the list of YAML files that are read from now on."""
    seen: list[Path] = []
    original = yaml_source.parse_yaml

    def watched(path: Path, *, shown: str | None = None) -> yaml_source.YamlSource:
        seen.append(path)
        return original(path, shown=shown)

    monkeypatch.setattr(yaml_source, "parse_yaml", watched)
    return seen


def test_a_known_pack_is_the_same_and_costs_no_yaml(kitchen: Any, no_yaml: list[Path]) -> None:
    folder, cache = kitchen.pack(), kitchen.folder / "cache"
    cold = load(kitchen, folder, cache)
    read_cold = len(no_yaml)

    warm = load(kitchen, folder, cache)

    assert warm == cold
    assert read_cold == len(no_yaml) > 0


def test_another_process_gets_the_same_packs(kitchen: Any) -> None:
    book = load(kitchen, kitchen.pack(), None)

    sent = pickle.loads(pickle.dumps(book))

    assert sent == book
    assert sent.phrase_keys == book.phrase_keys != {}


@pytest.mark.parametrize("what", ["file", "criteria", "lexicons", "engine", "code"])
def test_whatever_can_change_the_answer_is_read_again(
    kitchen: Any, no_yaml: list[Path], what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, cache = kitchen.pack(), kitchen.folder / "cache"
    load(kitchen, folder, cache)
    read_before = len(no_yaml)
    if what == "file":
        kitchen.change("warm-meals.yaml", "Food is cooked fresh", "Food is fresh")
    if what == "code":
        monkeypatch.setattr(loading, "own_code", lambda package: f"{package} of tomorrow")
    more = {
        "criteria": {"criteria": {**kitchen.criteria, "another": {"type": "object"}}},
        "lexicons": {"lexicons": kitchen.lexicons},
        "engine": {"engine_version": "0.9"},
    }

    load(kitchen, folder, cache, **more.get(what, {}))

    assert len(no_yaml) == 2 * read_before
    assert len(list(cache.iterdir())) == 2


def test_a_pack_that_became_invalid_is_refused_in_spite_of_the_cache(kitchen: Any) -> None:
    folder, cache = kitchen.pack(), kitchen.folder / "cache"
    load(kitchen, folder, cache)
    kitchen.change("warm-meals.yaml", "weight: expected\n", "weight: expcted\n")

    with pytest.raises(DataError, match="expcted"):
        load(kitchen, folder, cache)


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b"[[], []]", b"\xff", b'[{"a": 1}, []]', b"[" * 100_000])
def test_a_broken_entry_is_ignored_and_made_anew(kitchen: Any, broken: bytes) -> None:
    folder, cache = kitchen.pack(), kitchen.folder / "cache"
    book = load(kitchen, folder, cache)
    sound = the_entry(cache).read_bytes()
    the_entry(cache).write_bytes(broken)

    assert load(kitchen, folder, cache) == book
    assert the_entry(cache).read_bytes() == sound


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_the_cache_is_for_its_owner_alone(kitchen: Any) -> None:
    folder, cache = kitchen.pack(), kitchen.folder / "deep" / "cache"
    cache.mkdir(parents=True, mode=0o777)

    load(kitchen, folder, cache)

    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    assert stat.S_IMODE(the_entry(cache).stat().st_mode) == 0o600


@pytest.mark.skipif(os.name != "posix", reason="owners are those of POSIX")
def test_a_cache_of_somebody_else_is_not_trusted(kitchen: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, cache = kitchen.pack(), kitchen.folder / "cache"
    book = load(kitchen, folder, cache)
    the_entry(cache).write_text("[1, 2]", encoding="utf-8")
    monkeypatch.setattr(os, "getuid", lambda: cache.stat().st_uid + 1)

    assert load(kitchen, folder, cache) == book
    assert the_entry(cache).read_text(encoding="utf-8") == "[1, 2]"


def test_a_cache_that_cannot_be_written_is_no_error(kitchen: Any) -> None:
    blocked = kitchen.folder / "a-file"
    blocked.write_text("in the way", encoding="utf-8")

    book = load(kitchen, kitchen.pack(), blocked / "cache")

    assert book.packs


def test_an_entry_holds_no_path_of_this_machine(kitchen: Any) -> None:
    folder, cache = kitchen.pack(), kitchen.folder / "cache"

    load(kitchen, folder, cache)

    assert str(kitchen.folder) not in the_entry(cache).read_text(encoding="utf-8")


def test_only_the_newest_few_entries_stay(kitchen: Any) -> None:
    folder, cache = kitchen.pack(), kitchen.folder / "cache"
    for number in range(9):
        load(kitchen, folder, cache, engine_version=f"0.{number + 1}")
        os.utime(max(cache.iterdir(), key=lambda path: path.stat().st_mtime_ns), (number, number))

    load(kitchen, folder, cache)

    assert len(list(cache.iterdir())) == 6
    assert not [path for path in cache.iterdir() if path.stat().st_mtime < 4]
