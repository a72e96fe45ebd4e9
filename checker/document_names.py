"""Finds documents by what people call them: path, file name, link, reference or title. Public: for plugins too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

_WORD = re.compile(r"[^\W_]+")
_NO_FILE = frozenset({"", "html", "htm", "aspx", "php"})
"""Suffixes of addresses that lead to a page, or to nothing that has a name."""
_FILE_KEYS = ("file", "id")
_LONGEST_SUFFIX = 5
_FEWEST_WORDS = 2


def bare_words(text: str) -> str:
    """Return the words of a text, without case and marks."""
    return " ".join(_WORD.findall(text.casefold().replace("’", "").replace("'", "")))


def file_of_link(link: str) -> str:
    """
    Return the path of the file that a link leads to: `.../Shared%20Documents/Strategy.docx?web=1`.

    A link to a web page, or to nothing that has a suffix, leads to no file. SharePoint's page that opens a file names
    it behind the question mark: `.../Doc.aspx?sourcedoc={...}&file=Strategy.docx`.
    """
    address = link.strip()
    if "://" not in address:
        path = unquote(address.partition("#")[0])
        return path if _suffix(path) else ""
    try:
        parts = urlsplit(address)
    except ValueError:  # "http://[to be added]/report.docx"
        return ""
    paths = (*_opened_files(parts), unquote(parts.path))
    return next((path for path in paths if _suffix(path) not in _NO_FILE), "")


def _suffix(path: str) -> str:
    """Return the suffix of a file's name; empty if what follows the last stop is none: "v1.2 drafts", "1.5"."""
    stem, _, suffix = path.replace("\\", "/").rpartition("/")[2].rpartition(".")
    fits = stem and suffix.isalnum() and not suffix.isdecimal() and len(suffix) <= _LONGEST_SUFFIX
    return suffix.casefold() if fits else ""


def _opened_files(address: SplitResult) -> Iterator[str]:
    if address.path.casefold().endswith(".aspx"):
        asked = parse_qs(address.query)
        yield from (path for key in _FILE_KEYS for path in asked.get(key, ()))


class DocumentNames:
    """The names of documents, to be found by what somebody wrote. Where several fit, all are returned, sorted."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(sorted(names))
        self._known = frozenset(self.names)
        self._by_tail: dict[str, list[str]] = {}
        self._by_stem: dict[str, list[str]] = {}
        self._by_words: dict[str, list[str]] = {}
        for name in self.names:
            parts = name.replace("!", "/").casefold().split("/")
            stem = _stem(parts[-1])
            for start in range(len(parts)):
                self._by_tail.setdefault("/".join(parts[start:]), []).append(name)
            self._by_stem.setdefault(stem, []).append(name)
            self._by_words.setdefault(bare_words(stem), []).append(name)

    def has(self, name: str) -> bool:
        """Whether a document has exactly this name."""
        return name in self._known

    def with_path(self, path: str) -> list[str]:
        """Return the documents at a path as somebody wrote it: as much of its end as fits, with or without suffix."""
        parts = [
            part
            for part in path.strip().replace("\\", "/").replace("!", "/").casefold().split("/")
            if part not in ("", ".", "..")
        ]
        for start in range(len(parts)):
            found = self._by_tail.get("/".join(parts[start:]))
            if found:
                return found
        last = parts[-1] if parts else ""
        return self._by_stem.get(last) or self._by_words.get(bare_words(_stem(last))) or []

    def with_reference(self, reference: str) -> list[str]:
        """Return the documents whose file name begins with a reference: `E12 - Survey.pdf`."""
        ref = bare_words(reference)
        found = [words for words in self._by_words if ref and f"{words} ".startswith(f"{ref} ")]
        return sorted(name for words in found for name in self._by_words[words])

    def with_title(self, title: str) -> list[str]:
        """Return the documents whose file name is a title, or holds one of at least two words."""
        words = bare_words(title)
        if not words or words in self._by_words:
            return self._by_words.get(words, [])
        if words.count(" ") + 1 < _FEWEST_WORDS:
            return []
        return sorted(name for own, names in self._by_words.items() if f" {words} " in f" {own} " for name in names)


def _stem(name: str) -> str:
    return name.rpartition(".")[0] if "." in name[1:] else name
