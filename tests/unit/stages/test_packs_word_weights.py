"""Files of word weights: what they hold, and what is said of lines that cannot be used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from checker.domain.word_weights import WeighedAnswer
from checker.errors import Problem
from checker.stages.packs import load_rule_book
from checker.stages.packs.word_weights import read_word_weights

GOOD = "# a remark\nsoup\t-1.5\t0.1\t0.9\nbread\t0.5\t0.0\t1.0\n\nhot\t2.5\t1.25\t-0.5\nwarm bread\t4\t\t3\nsalt\t3\n"


def read(folder: Path, text: str) -> tuple[Any, list[str]]:
    path = folder / "word-weights.txt"
    path.write_text(text, encoding="utf-8")
    problems: list[Problem] = []
    found = read_word_weights(path, "kitchens/word-weights.txt", problems)
    return found, [f"{problem.line}: {problem.message} ({problem.expected})" for problem in problems]


def test_answers_come_first_then_words_with_their_line_rarity_and_weights(tmp_path: Path) -> None:
    found, problems = read(tmp_path, GOOD)

    assert problems == []
    assert found.file == "kitchens/word-weights.txt"
    assert found.answers == (
        WeighedAnswer(id="soup", bias=-1.5, below=0.1, above=0.9),
        WeighedAnswer(id="bread", bias=0.5, below=0.0, above=1.0),
    )
    assert found.words == {"hot": "5 2.5 0:1.25 1:-0.5", "warm bread": "6 4.0 1:3.0", "salt": "7 3.0"}


def test_every_line_that_cannot_be_used_is_told_with_what_was_expected(tmp_path: Path) -> None:
    found, problems = read(tmp_path, "soup\t-1.5\t0.9\t0.1\nbread\n\nhot\tvery\nwarm\t1\t2\t3\t4\n")

    assert found is None
    assert [one.split(":")[0] for one in problems] == ["1", "2", "4", "5"]
    assert problems[0].endswith("(an answer, its bias and two chances from 0 to 1, with tabs between)")
    assert problems[3].endswith("(words, their rarity and a weight for each answer (or nothing), with tabs between)")


def test_a_file_without_an_answer_is_refused(tmp_path: Path) -> None:
    found, problems = read(tmp_path, "# nothing\n")

    assert found is None
    assert [one.split(":")[0] for one in problems] == ["1"]


def test_weights_are_part_of_their_pack_and_of_its_hash(kitchen: Any) -> None:
    folder = kitchen.pack()
    before = load_rule_book([folder], criteria=kitchen.criteria)
    (folder / "word-weights.soups.txt").write_text(GOOD, encoding="utf-8")

    after = load_rule_book([folder], criteria=kitchen.criteria)

    assert before.word_weights == ()
    assert [one.file for one in after.word_weights] == [f"{folder.name}/word-weights.soups.txt"]
    assert before.packs[0].sha256 != after.packs[0].sha256
