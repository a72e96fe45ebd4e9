"""A function in the guard gives its value or says in plain words why it could not; it never takes the caller along."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType

import pytest

from checker import Block, BlockKind, UnreadableError, guarded
from checker.guarding import child_process
from checker.guarding.calling import end_child

KIT = Path(__file__).parents[1] / "guarded_functions"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells whether a process works")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of address space and no signals")


@pytest.fixture
def functions(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(KIT)
    end_child()
    yield import_module("guarded_functions")
    end_child()
    sys.modules.pop("guarded_functions", None)


def test_the_value_comes_back(functions: ModuleType) -> None:
    assert guarded(functions.add, 2, 3) == 5


def test_values_may_hold_the_checkers_own_types(functions: ModuleType) -> None:
    block = guarded(functions.a_block, 7)

    assert block == Block(start=0, end=7, kind=BlockKind.HEADING, level=1, heading_path=("Above",))


def test_the_child_is_another_process_and_is_kept(functions: ModuleType) -> None:
    first, second = guarded(functions.my_process), guarded(functions.my_process)

    assert first == second != os.getpid()


def test_what_the_function_says_of_the_file_is_raised_here(functions: ModuleType) -> None:
    with pytest.raises(UnreadableError, match=r"^It is protected with a password\.$"):
        guarded(functions.refuse)


def test_a_fault_of_the_function_is_no_fault_of_the_file(functions: ModuleType) -> None:
    with pytest.raises(RuntimeError, match=r"(?s)in fail.*KeyError: 'no such key'"):
        guarded(functions.fail)


@pytest.mark.parametrize("function", ["wait", "work"])
def test_a_call_beyond_its_time_is_stopped(functions: ModuleType, function: str) -> None:
    guarded(functions.add, 1, 1)
    begun = time.monotonic()

    with pytest.raises(UnreadableError, match=r"^Reading it took longer than 0\.5 seconds and was stopped\.$"):
        guarded(getattr(functions, function), 60.0, seconds=0.5)

    assert time.monotonic() - begun < 10


@LINUX
def test_a_call_that_has_to_wait_for_the_computer_is_not_stopped(functions: ModuleType) -> None:
    assert guarded(functions.wait, 0.8, seconds=0.5) == "rested"


@LINUX
@pytest.mark.parametrize("function", ["wait", "work_and_wait"])
def test_a_call_that_stands_still_is_stopped_within_its_time(functions: ModuleType, function: str) -> None:
    guarded(functions.add, 1, 1)
    begun = time.monotonic()

    with pytest.raises(UnreadableError, match=r"^Reading it took longer than 10 seconds and was stopped\.$"):
        guarded(getattr(functions, function), 60.0 if function == "wait" else 0.2)

    assert time.monotonic() - begun < 10


@LINUX
@pytest.mark.parametrize("bit", [0.01, 0.05])
def test_a_call_that_rests_between_its_work_is_stopped_about_when_its_seconds_are_over(
    functions: ModuleType, bit: float
) -> None:
    guarded(functions.add, 1, 1)
    begun = time.monotonic()

    with pytest.raises(UnreadableError, match=r"^Reading it took longer than 4 seconds and was stopped\.$"):
        guarded(functions.work_in_bits, bit, seconds=4)

    assert time.monotonic() - begun < 15  # without the rule, 16 and more


@LINUX
def test_a_call_that_works_is_not_stopped_for_a_computer_that_is_busy_with_others(functions: ModuleType) -> None:
    others = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2 * (os.cpu_count() or 1))]
    try:
        assert guarded(functions.work, 0.8, seconds=2.5) == "tired"
    finally:
        for other in others:
            other.kill()
            other.wait()


@POSIX
def test_each_call_has_its_own_time(functions: ModuleType) -> None:
    assert [guarded(functions.work, 0.3, seconds=0.5) for _ in range(3)] == ["tired"] * 3


@POSIX
def test_a_call_beyond_its_memory_is_stopped(functions: ModuleType) -> None:
    with pytest.raises(UnreadableError, match=r"^Reading it needed more than 64 MB and was stopped\.$"):
        guarded(functions.hold, 200, megabytes=64)


@LINUX
@pytest.mark.parametrize(("megabytes", "reason"), [(60, "Reading it needed more than 64 MB"), (1, "The program that")])
def test_native_code_that_aborts_for_lack_of_memory_is_told_so_however_large_the_caller_is(
    functions: ModuleType, monkeypatch: pytest.MonkeyPatch, megabytes: int, reason: str
) -> None:
    monkeypatch.setattr(child_process, "_peak_of_this_process", lambda: 1 << 40)

    with pytest.raises(UnreadableError, match=f"^{reason}"):
        guarded(functions.abort_with, megabytes, megabytes=64)


def test_a_call_within_its_memory_goes_through(functions: ModuleType) -> None:
    assert guarded(functions.hold, 30, megabytes=64) == 30_000_000


@pytest.mark.parametrize("end", ["crash", "give_up"])
def test_a_child_that_dies_is_told_in_plain_words(functions: ModuleType, end: str) -> None:
    with pytest.raises(UnreadableError, match=r"^The program that reads it stopped unexpectedly: "):
        guarded(getattr(functions, end))


@pytest.mark.parametrize(("end", "arguments"), [("crash", ()), ("wait", (60.0,))])
def test_after_any_end_the_next_call_works(functions: ModuleType, end: str, arguments: tuple[object, ...]) -> None:
    with pytest.raises(UnreadableError):
        guarded(getattr(functions, end), *arguments, seconds=1.0)

    assert guarded(functions.add, 2, 2) == 4


def test_printing_and_reading_do_not_disturb_the_answer(functions: ModuleType) -> None:
    assert guarded(functions.print_and_read) == ""
    assert guarded(functions.add, 2, 2) == 4


def test_a_value_that_cannot_be_sent_is_an_error(functions: ModuleType) -> None:
    with pytest.raises(RuntimeError, match="cannot be sent back"):
        guarded(functions.something_that_cannot_be_sent)


def test_an_answer_cannot_make_the_caller_run_anything(functions: ModuleType) -> None:
    with pytest.raises(RuntimeError, match=r"(posix|nt)\.system is no plain value"):
        guarded(functions.a_call)


def test_threads_take_turns(functions: ModuleType) -> None:
    with ThreadPoolExecutor(4) as threads:
        sums = list(threads.map(lambda number: guarded(functions.add, number, number), range(20)))

    assert sums == [2 * number for number in range(20)]


@POSIX
def test_a_forked_process_has_a_child_of_its_own(functions: ModuleType) -> None:
    ours = guarded(functions.my_process)
    context = get_context("fork")
    queue = context.SimpleQueue()
    fork = context.Process(target=lambda: queue.put(guarded(functions.my_process)))

    fork.start()
    theirs = queue.get()
    fork.join()

    assert theirs != ours
    assert guarded(functions.my_process) == ours
