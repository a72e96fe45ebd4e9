"""What lies in a folder and is no ordinary file; names that are hard to show."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from .hostile import ANY, Hostile

_TEXT = b"We share information with our partners well.\n"


def _pipe(path: Path, _: float) -> None:
    os.mkfifo(path)


def _link(target: str) -> Callable[[Path, float], None]:
    def make(path: Path, _: float) -> None:
        path.symlink_to(target)

    return make


def _loop(path: Path, _: float) -> None:
    path.symlink_to(path.name)


def _folder_loop(path: Path, _: float) -> None:
    path.mkdir()
    (path / "again").symlink_to("..", target_is_directory=True)


def _not_utf_8(path: Path, _: float) -> None:
    with open(os.fsencode(path.parent) + b"/caf\xe9.txt", "wb") as file:
        file.write(_TEXT)


def _text(path: Path, _: float) -> None:
    path.write_bytes(_TEXT)


def _sparse(path: Path, size: float) -> None:
    with path.open("wb") as file:
        file.truncate(max(int(4_000_000_000 * size), 100_000_001))


PLACES: tuple[Hostile, ...] = (
    Hostile(name="pipe.txt", what="a pipe that nobody writes to", make=_pipe, says=("pipe",)),
    Hostile(name="device.txt", what="a link to a device without end", make=_link("/dev/zero"), says=("device",)),
    Hostile(name="dangling.txt", what="a link to nothing", make=_link("gone.txt"), says=("not there",)),
    Hostile(name="loop.txt", what="a link to itself", make=_loop, says=("itself",)),
    Hostile(name="folder", what="a folder with a link to the folder it lies in", make=_folder_loop, says=("folder",)),
    Hostile(name="caf\udce9.txt", what="a name that is not UTF-8", make=_not_utf_8, may_end=ANY),
    Hostile(name="a\x1b[2J\n.txt", what="a name that clears the screen", make=_text, may_end=ANY),
    Hostile(name="\u202etxt.a", what="a name that turns the writing round", make=_text, may_end=ANY),
    Hostile(name="huge.txt", what="4 GB", make=_sparse, says=("100 MB",)),
)
