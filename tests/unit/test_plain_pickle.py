"""Bytes that somebody else made give plain values or an error; they never get at anything that could be called."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.domain.document import Block, BlockKind, Document, Source
from checker.matching import Hit
from checker.plain_pickle import dumped, loaded

LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(),
    st.binary(),
    st.dates(),
    st.timedeltas(),
    st.decimals(allow_nan=False),
    st.sampled_from(BlockKind),
    st.builds(Block, start=st.integers(), end=st.integers(), heading_path=st.lists(st.text()).map(tuple)),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def anything(module: str, name: str) -> bool:
    return bool(module and name)


def ours(module: str, _: str) -> bool:
    return module.startswith("checker.domain.")


def named(module: str, name: str, *following: bytes) -> bytes:
    """Return a pickle that puts what is named on the stack and goes on with these opcodes."""
    texts = b"".join(b"\x8c" + bytes([len(text)]) + text.encode() for text in (module, name))
    return b"\x80\x04" + texts + b"\x93" + b"".join(following) + b"."


def called_with(text: str) -> bytes:
    return b"\x8c" + bytes([len(text)]) + text.encode() + b"\x85R"


@given(VALUES)
def test_plain_values_come_back_as_they_were(value: object) -> None:
    assert loaded(dumped(value), ours) == value


def test_values_of_every_kind_that_is_plain_come_back() -> None:
    value = {
        "frozen": Document(name="a", text="We met.", blocks=(Block(start=0, end=7),)),
        "named": Hit(0, 1, 2) if len(Hit._fields) == 3 else Hit(*range(len(Hit._fields))),
        "when": [date(2026, 1, 31), datetime(2026, 1, 31, 9, tzinfo=timezone(timedelta(hours=1)))],
        "others": {Path("a/b"), Decimal("1.50"), frozenset({1})},
    }

    assert loaded(dumped(value), anything) == value


def test_what_values_share_they_still_share() -> None:
    block = Block(start=0, end=7)

    first, second = loaded(dumped((block, block)), ours)  # type: ignore[misc]

    assert first is second


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("os", "system"),
        ("builtins", "eval"),
        ("builtins", "getattr"),
        ("checker.guarding.child_process", "subprocess.Popen"),  # dotted: a way through an allowed module
        ("checker.guarding.child_process", "Child"),  # starts a process when it is made
        ("checker.run.kept.store", "Store"),  # opens a file
        ("checker.run.document_runs", "_Task"),  # can be called, and loads plugins then
        ("checker.plain_pickle", "loaded"),
        ("checker.domain.document", "Document.__init__"),
    ],
)
def test_what_could_run_cannot_be_named_even_where_its_module_is_allowed(
    module: str, name: str, tmp_path: Path
) -> None:
    trace = tmp_path / "trace"

    with pytest.raises(pickle.UnpicklingError, match="no plain value"):
        loaded(named(module, name, called_with(f"touch {trace}")), lambda module, _: module != "os")

    assert not trace.exists()


def test_a_class_that_is_named_cannot_be_changed() -> None:
    changing = named(
        "checker.domain.document", "Source", b"N}\x8c\x06suffixK\x07s\x86b"
    )  # (None, {"suffix": 7}) as state

    with suppress(Exception):
        loaded(changing, ours)

    assert Source(name="a.TXT", data=b"", sha256="").suffix == ".txt"


def test_the_module_of_what_is_not_allowed_is_not_even_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "imported_by_bytes.py").write_text("raise SystemExit('imported')", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(pickle.UnpicklingError):
        loaded(named("imported_by_bytes", "Value"), ours)


@given(data=st.binary(max_size=300), cut=st.integers(0, 200))
def test_any_bytes_are_a_value_or_an_exception(data: bytes, cut: int) -> None:
    whole = dumped([Block(start=0, end=7), BlockKind.HEADING, date(2026, 1, 31)])
    forms: list[Callable[[], bytes]] = [
        lambda: data,
        lambda: whole[:cut] + data,
        lambda: whole[:cut] + data + whole[cut:],
    ]

    for form in forms:
        with suppress(Exception):
            loaded(form(), ours)
