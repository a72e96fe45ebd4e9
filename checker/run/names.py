"""Names as reports show them: unique, and safe to write anywhere."""

from __future__ import annotations

import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def numbered(name: str, number: int) -> str:
    """Return a name with `~2` and the like before its suffix."""
    folder, slash, last = name.rpartition("/")
    stem, dot, suffix = last.rpartition(".")
    return f"{folder}{slash}{stem}~{number}.{suffix}" if dot and stem else f"{name}~{number}"


def printable(name: str) -> str:
    """Return a name in which `�` stands for every character that is not seen or turns the text around it."""
    if name.isprintable():
        return name
    return "".join("�" if unicodedata.category(letter) in _UNSEEN else letter for letter in name)


def member_name(name: str) -> str:
    """
    Return a member's name inside its container: `/` between folders, and nothing that leads out of it.

    `!` becomes `(!)`, since a `!` alone stands between a container and its member: names stay unique that way.
    """
    parts = [part.strip() for part in name.replace("\\", "/").split("/")]
    return printable("/".join(part for part in parts if part not in ("", ".", ".."))).replace("!", "(!)") or "unnamed"
