"""Hostile archives and letters: bombs, overlaps, boxes in boxes, names that lead elsewhere."""

from __future__ import annotations

import stat
import zipfile
from email.message import EmailMessage
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random

from .hostile import ANY, NOT_OK, Hostile, of_bytes

_MEGABYTE = bytes(1_000_000)
_TEXT = b"We share information with our partners well.\n"


def zipped(*files: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    """Return a zip archive of these files."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return data.getvalue()


def swelling(name: str, megabytes: int, *others: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive with one file of so many megabytes of zeros, and others."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        with archive.open(name, "w") as file:
            for _ in range(megabytes):
                file.write(_MEGABYTE)
        for other, content in others:
            archive.writestr(other, content)
    return data.getvalue()


def _many_bombs(size: float) -> bytes:
    """Return an archive whose files each stay below the limits and together do not."""
    noise = Random(7).randbytes(20_000) * 450
    return zipped(*((f"{number:03}.docx", noise) for number in range(int(40 * size) + 1)))


def _nested(depth: int) -> bytes:
    data = zipped(("a.txt", _TEXT))
    for _ in range(depth):
        data = zipped(("in.zip", data))
    return data


def _overlapping() -> bytes:
    """Return an archive all of whose files are the same bytes."""
    data = bytearray(zipped(*((f"{number}.txt", _TEXT * 50) for number in range(50))))
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        data[at + 42 : at + 46] = bytes(4)
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def _lying_of(method: int, size: float) -> bytes:
    return _lying(method, int(1_000 * size) + 20)


def _lying(method: int, megabytes: int) -> bytes:
    """Return an archive with a file of zeros that says of itself that it holds a thousand bytes."""
    data = bytearray(swelling("bomb.txt", megabytes, method=method))
    for at in (22, data.index(b"PK\x01\x02") + 24):
        data[at : at + 4] = (1_000).to_bytes(4, "little")
    return bytes(data)


def _locked() -> bytes:
    data = bytearray(zipped(("a.txt", _TEXT)))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _odd_names() -> bytes:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    names = (
        "../../outside.txt",
        "/etc/passwd",
        "C:\\windows.txt",
        "a\x1b[2J.txt",
        "\u202etxt.exe",
        "same.txt",
        "./same.txt",
    )
    return zipped((link, b"/etc/passwd"), *((name, _TEXT) for name in names))


def _letter(*, deep: int = 0, parts: int = 0) -> bytes:
    head = b"From: a@b.example\nSubject: x\n"
    if deep:
        return head + b"".join(
            b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(deep)
        )
    return head + b'Content-Type: multipart/mixed; boundary="b"\n\n' + b"--b\n\nWe met.\n" * parts + b"--b--\n"


def _letters_in_letters(depth: int) -> bytes:
    letter = EmailMessage()
    letter["Subject"] = "innermost"
    letter.set_content("We share information with partners.")
    for number in range(depth):
        outer = EmailMessage()
        outer["Subject"] = f"letter {number}"
        outer.set_content("See the letter.")
        outer.add_attachment(letter)
        letter = outer
    return letter.as_bytes()


def _make_bomb(path: Path, size: float) -> None:
    path.write_bytes(swelling("bomb.txt", int(1_000 * size) + 20, ("a.txt", _TEXT)))


CONTAINERS: tuple[Hostile, ...] = (
    Hostile(name="bomb.zip", what="1 MB that unpacks to 1 GB, beside an honest file", make=_make_bomb, may_end=ANY),
    of_bytes("bombs.zip", "40 files of 9 MB each", _many_bombs, may_end=ANY),
    of_bytes(
        "nested.zip",
        "archives in archives, 30 deep",
        lambda _: _nested(30),
        says=("could be read", "could not be read"),
    ),
    of_bytes("overlapping.zip", "50 files that share the same bytes", lambda _: _overlapping(), says=("same bytes",)),
    *(
        of_bytes(
            f"lying-{how}.zip",
            "1 GB that says it is 1 KB",
            partial(_lying_of, method),
            says=("could not be read",),
        )
        for how, method in (
            ("deflate", zipfile.ZIP_DEFLATED),
            ("bzip2", zipfile.ZIP_BZIP2),
            ("lzma", zipfile.ZIP_LZMA),
        )
    ),
    of_bytes("locked.zip", "a file with a password", lambda _: _locked(), says=("could not be read",)),
    of_bytes("odd-names.zip", "names that lead out of the archive; a link", lambda _: _odd_names(), may_end=ANY),
    of_bytes(
        "many.zip",
        "100,000 files",
        lambda size: zipped(*((f"{number}.txt", b"x") for number in range(int(80_000 * size) + 20_001))),
        says=("more than 20,000",),
    ),
    of_bytes(
        "more.zip",
        "5,000 files",
        lambda _: zipped(*((f"{number}.txt", b"We met number %d." % number) for number in range(5_000))),
        may_end=NOT_OK,
        says=("not read",),
    ),
    of_bytes(
        "cut-off.zip",
        "the first half of an archive",
        lambda _: zipped(("a.txt", bytes(range(256)) * 99))[:200],
        says=("damaged",),
    ),
    of_bytes("no-zip.zip", "a text called .zip", lambda _: _TEXT, says=("damaged",)),
    of_bytes("deep.eml", "parts in parts, 1,000 deep", lambda _: _letter(deep=1_000), says=("damaged", "parts")),
    of_bytes("parts.eml", "100,000 parts", lambda size: _letter(parts=int(97_000 * size) + 3_000), says=("parts",)),
    of_bytes("letters.eml", "letters in letters, 30 deep", lambda _: _letters_in_letters(30), may_end=ANY),
    of_bytes(
        "head.eml",
        "a subject of 20 MB",
        lambda size: b"Subject: " + b"We met. " * int(2_500_000 * size) + b"\n\nWe met.",
        may_end=ANY,
    ),
    of_bytes("no-letter.eml", "a text called .eml", lambda _: _TEXT * 9, says=("not a letter",)),
    of_bytes(
        "outlook.msg",
        "a letter in the format of Outlook",
        lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9_000),
        says=("save",),
    ),
)
