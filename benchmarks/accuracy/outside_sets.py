"""Reads labelled sets that are kept outside this project, because their texts or facts are about real councils."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from checker import ExpectationStatus

from .datasets import read_lines, sentence_label
from .labels import Label, LabelError, LabelledSet, Narrative

_STATUS = {
    "strength": ExpectationStatus.SUPPORTED,
    "mixed": ExpectationStatus.MIXED,
    "gap": ExpectationStatus.SHORTFALL,
    "absent": ExpectationStatus.ABSENT,
}
_FRONT_MATTER = re.compile(r"---\r?\n(.*?)\r?\n---\r?\n", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<=[.!?])[’”'\")\]]*\s+(?=[A-Z‘'\"“(])")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|etc|Mr|Mrs|Ms|Dr|vs|approx|No|St)\.$")
_QUOTES = str.maketrans("‘’“”", "''\"\"")


def gold_set(folder: Path) -> LabelledSet:
    """Return the published narratives that `documents.json` in `folder` names, labelled sentence by sentence."""
    index = folder / "documents.json"
    if not index.is_file():
        msg = f"{folder}: there is no documents.json here (expected the folder of the labelled published narratives)"
        raise LabelError(msg)
    documents = json.loads(index.read_text(encoding="utf-8"))["documents"]
    return LabelledSet(
        id="gold",
        about="published narratives, labelled sentence by sentence; used to improve the rules",
        narratives=tuple(_published(folder.parent, document) for document in documents),
    )


def _published(base: Path, document: Mapping[str, Any]) -> Narrative:
    labels = base / document["labels"]
    return Narrative(
        id=document["doc"],
        text=_decoded(base / document["seed"]),
        labels=tuple(
            sentence_label(row, row["sentence_start"], row["sentence_end"], f"{labels.name}:{number}")
            for number, row in read_lines(labels)
        ),
        statuses={one: _STATUS[status] for one, status in document["status"].items()},
        statuses_also={
            one: frozenset(_STATUS[status] for status in statuses)
            for one, statuses in document.get("status_acceptable", {}).items()
        },
    )


def cases_set(folder: Path) -> LabelledSet:
    """
    Return the Markdown narratives under `folder`; their front matter names statuses and sentences with a shortfall.

    The front matter is labels only: the narrative's text is what follows it.
    """
    paths = [path for path in sorted(folder.rglob("*.md")) if not path.name.lower().startswith("readme")]
    if not paths:
        msg = f"{folder}: there are no labelled cases here (expected Markdown files with front matter)"
        raise LabelError(msg)
    return LabelledSet(
        id="cases",
        about="narratives about real councils in new wording, labelled as a whole; used to improve the rules",
        narratives=tuple(_case(path) for path in paths),
    )


def _case(path: Path) -> Narrative:
    whole = _decoded(path)
    head = _FRONT_MATTER.match(whole)
    if head is None:
        msg = f"{path.name}:1: the front matter with the labels is missing"
        raise LabelError(msg)
    meta = yaml.safe_load(head.group(1))
    text = whole[head.end() :]
    gaps = [_place(text, sentence, path) for sentence in meta.get("gap_sentences") or ()]
    return Narrative(
        id=path.stem,
        text=text,
        suffix=".md",
        labels=tuple(
            Label(start=start, end=end, shortfall=any(_inside(start, end, gap) for gap in gaps))
            for start, end in cut_sentences(text)
        ),
        statuses={label["criterion"]: _STATUS[label["status"]] for label in meta.get("labels") or ()},
    )


def _place(text: str, sentence: str, path: Path) -> tuple[int, int]:
    """Return where a sentence stands, blanks, kinds of quotation marks and case apart."""
    words = (re.escape(word) for word in sentence.translate(_QUOTES).split())
    found = re.search(r"\s+".join(words), text.translate(_QUOTES), re.IGNORECASE)
    if found is None:
        msg = f"{path.name}: the sentence that begins {sentence[:40]!r} does not stand in the text"
        raise LabelError(msg)
    return found.span()


def _inside(start: int, end: int, gap: tuple[int, int]) -> bool:
    shared = min(end, gap[1]) - max(start, gap[0])
    return 2 * shared >= min(end - start, gap[1] - gap[0])


def cut_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the place of each sentence, cut without the checker, whose own cutting is measured against it."""
    for line in re.finditer(r"[^\r\n]+", text):
        start = line.start()
        for cut in _SENTENCE_END.finditer(text, line.start(), line.end()):
            if _ABBREVIATION.search(text, start, cut.start()):
                continue
            yield from _stripped(text, start, cut.end())
            start = cut.end()
        yield from _stripped(text, start, line.end())


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def _decoded(path: Path) -> str:
    """Return a text with its line ends as they stand: labels count characters."""
    return path.read_bytes().decode("utf-8")
