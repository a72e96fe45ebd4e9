"""What the tests of the guard call in the child; it must be able to import this."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from pathlib import Path

from checker import Block, BlockKind, UnreadableError


def add(one: int, other: int) -> int:
    return one + other


def a_block(length: int) -> Block:
    return Block(start=0, end=length, kind=BlockKind.HEADING, level=1, heading_path=("Above",))


def my_process() -> int:
    return os.getpid()


def refuse() -> None:
    msg = "It is protected with a password."
    raise UnreadableError(msg)


def fail() -> None:
    msg = "no such key"
    raise KeyError(msg)


def wait(seconds: float) -> str:
    time.sleep(seconds)
    return "rested"


def tell_and_wait(path: str, seconds: float) -> None:
    Path(path).write_text(str(os.getpid()), encoding="ascii")
    time.sleep(seconds)


def hold(megabytes: int) -> int:
    return len(bytearray(megabytes * 1_000_000))


def work_and_wait(seconds: float) -> None:
    work(seconds)
    while True:
        time.sleep(0.1)


def work_in_bits(bit: float) -> None:
    while True:
        work(bit)
        time.sleep(0.1)


def abort_with(megabytes: int) -> None:
    held = bytearray(b"x") * (megabytes * 1_000_000)
    os.kill(os.getpid(), 6 if held else 0)


def crash_once(mark: str) -> str:
    if not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), 9)
    return "read"


def crash() -> None:
    ctypes.string_at(0)


def give_up() -> None:
    os._exit(3)


def print_and_read() -> str:
    print("a library says hello")
    os.write(1, b"and so does native code")
    return sys.stdin.read()


def something_that_cannot_be_sent() -> object:
    return lambda: None


class Call:
    """Asks whoever reads it to run a command."""

    def __reduce__(self) -> tuple[object, ...]:
        return os.system, ("true",)


def a_call() -> Call:
    return Call()


def work(seconds: float) -> str:
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass
    return "tired"
