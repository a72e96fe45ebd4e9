"""Which documents the rows of a register name. Part of `register`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from checker.domain.register import Register, RegisterColumn, RegisterRow
from checker.stages.register.words import folded


def matched(register: Register, names: Iterable[str], not_listed: Iterable[str] = ()) -> Register:
    """
    Return the register with its rows matched to the documents of a run.

    A row names a document by its file or link: by the whole path, else the file name, else the file name without its
    suffix; by its reference at the start of a file name; else by its title. A row that could mean several documents
    names none of them. `not_listed` are documents that no register has to list, such as the self-assessment.
    """
    index = _Index(tuple(names))
    rows_of: dict[str, list[int]] = {}
    missing, double = [], []
    for place, row in enumerate(register.rows):
        found = index.documents(row)
        if len(found) == 1:
            rows_of.setdefault(found[0], []).append(place)
        elif found:
            double.append(place)
        elif names_a_file(row):
            missing.append(place)
    listed = {*rows_of, *not_listed, *(name for place in double for name in index.documents(register.rows[place]))}
    return replace(
        register,
        rows_of={name: tuple(places) for name, places in sorted(rows_of.items())},
        missing=tuple(missing),
        double=tuple(double),
        unlisted=tuple(name for name in index.names if name not in listed),
    )


def names_a_file(row: RegisterRow) -> bool:
    """Whether a row names a file that should be in the library; a link to a public page names none."""
    return bool(row.words(RegisterColumn.FILE) or _file_of_link(row.words(RegisterColumn.LINK)))


class _Index:
    """The names of documents by what a register may call them."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(sorted(names))
        self._by_tail: dict[str, list[str]] = {}
        self._by_stem: dict[str, list[str]] = {}
        self._by_words: dict[str, list[str]] = {}
        for name in self.names:
            parts = name.replace("!", "/").casefold().split("/")
            for start in range(len(parts)):
                self._by_tail.setdefault("/".join(parts[start:]), []).append(name)
            self._by_stem.setdefault(_stem(parts[-1]), []).append(name)
            self._by_words.setdefault(folded(_stem(parts[-1])), []).append(name)

    def documents(self, row: RegisterRow) -> list[str]:
        """Return the documents that a row may mean: one where it is clear."""
        for path in filter(None, (row.words(RegisterColumn.FILE), _file_of_link(row.words(RegisterColumn.LINK)))):
            found = self._of_path(path)
            if found:
                return found
        if names_a_file(row):
            return []
        return self._of_words(row)

    def _of_path(self, path: str) -> list[str]:
        parts = [part for part in path.strip().replace("\\", "/").casefold().split("/") if part not in ("", ".", "..")]
        for start in range(len(parts)):
            found = self._by_tail.get("/".join(parts[start:]))
            if found:
                return found
        last = parts[-1] if parts else ""
        return self._by_stem.get(last) or self._by_words.get(folded(last)) or []

    def _of_words(self, row: RegisterRow) -> list[str]:
        ref, title = folded(row.words(RegisterColumn.REF)), folded(row.words(RegisterColumn.TITLE))
        with_ref = [words for words in self._by_words if ref and f"{words} ".startswith(f"{ref} ")]
        if with_ref:
            return [name for words in with_ref for name in self._by_words[words]]
        return self._by_words.get(title, []) if title else []


def _file_of_link(link: str) -> str:
    """Return the file that a link leads to, if it leads to a file: `.../Shared%20Documents/Strategy.docx?web=1`."""
    path = unquote(urlsplit(link.strip()).path) if "://" in link else link
    last = path.replace("\\", "/").rsplit("/", 1)[-1]
    suffix = last.rpartition(".")[2]
    is_page = "://" in link and suffix.casefold() in ("html", "htm", "aspx", "php")
    return path if "." in last[1:] and suffix.isalnum() and len(suffix) <= 5 and not is_page else ""


def _stem(name: str) -> str:
    return name.rpartition(".")[0] if "." in name[1:] else name
