"""
Labelled sentences, family by family: what the grammar must read right.

What it is known to read wrong stands in `known_misses.yaml`, for all to see: a miss that is mended must leave the list.
What words weigh is left out: they are learnt from these very sentences.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker import Document, DocumentKind, Recognised, Sentence
from checker.pipeline import load_book
from checker.plugin_manager import Plugins
from checker.settings import Settings
from checker.values import replace

HERE = Path(__file__).parent
SENTENCES: list[dict[str, Any]] = yaml.safe_load((HERE / "sentences.yaml").read_text(encoding="utf-8"))
MISSES: dict[str, list[str]] = yaml.safe_load((HERE / "known_misses.yaml").read_text(encoding="utf-8"))
FIELDS = ("polarity", "voice", "impact", "claim")
OUTSIDE = {"inspector": DocumentKind.INSPECTION_REPORT, "council": DocumentKind.SELF_ASSESSMENT}


@lru_cache(maxsize=1)
def _plugins() -> tuple[Plugins, Any]:
    plugins = Plugins.load(Settings())
    book = load_book(plugins)
    return plugins, replace(book, packs=tuple(replace(pack, word_weights=()) for pack in book.packs))


def _read(item: dict[str, Any]) -> Any:
    """Return the qualifiers of the labelled sentence, read behind the one before it."""
    plugins, book = _plugins()
    before = f"{item['before']} " if item.get("before") else ""
    text = before + item["text"]
    spans = [(0, len(before) - 1)] if before else []
    spans.append((len(before), len(text)))
    own = "" if item["style"] == "inspector" else "local-authority"
    recognised = Recognised(
        kind=OUTSIDE[item["style"]],
        default_voice=own or "inspector",
        first_person_voice=own,
        default_category="processes",
    )
    sentences = tuple(Sentence(start=start, end=end, block=0) for start, end in spans)
    return plugins.qualify_evidence(Document(name="sentence.txt", text=text), sentences, recognised, book)[-1]


def _missed(item: dict[str, Any]) -> list[str]:
    said = _read(item)
    # Without a cue the engine takes a sentence that an expectation recognises for a strength, any other for neutral.
    polarities = {said.polarity.value} if said.polarity else {"strength", "neutral"}
    right = {
        "polarity": bool(polarities & {item["polarity"], *item.get("also", ())}),
        "voice": said.voice == item["voice"],
        "impact": bool(said.impact) == item["impact"],
        "claim": item.get("claim") in (None, said.claim.value, *(("stated",) if said.polarity is None else ())),
    }
    return [field for field in FIELDS if not right[field]]


@pytest.mark.parametrize("item", SENTENCES, ids=[f"{item['family']}-{number}" for number, item in enumerate(SENTENCES)])
def test_a_labelled_sentence_is_read_as_labelled_or_listed_as_a_known_miss(item: dict[str, Any]) -> None:
    missed = _missed(item)

    assert missed == MISSES.get(item["text"], []), item["text"]


def test_there_are_enough_sentences_of_every_family_with_traps_both_ways() -> None:
    families = {item["family"] for item in SENTENCES}

    assert len(SENTENCES) >= 500
    assert all(sum(item["family"] == family for item in SENTENCES) >= 12 for family in families)
    assert all(len({item["polarity"] for item in SENTENCES if item["family"] == family}) > 1 for family in families)


def test_no_known_miss_is_about_a_sentence_that_is_gone() -> None:
    assert set(MISSES) <= {item["text"] for item in SENTENCES}


def main() -> None:
    """Write the list of known misses anew; read what changed before committing it."""
    misses = {item["text"]: missed for item in SENTENCES if (missed := _missed(item))}
    text = yaml.safe_dump(misses, allow_unicode=True, sort_keys=True, width=1000, default_flow_style=None)
    (HERE / "known_misses.yaml").write_text(
        "# Sentences that the grammar reads wrong, and the fields it gets wrong.\n" + text, encoding="utf-8"
    )


if __name__ == "__main__":
    main()
