"""Files of word weights: what they hold, and what is said of lines that cannot be used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from checker.domain.word_weights import WeighedAnswer
from checker.errors import DataError, Problem
from checker.stages.packs import load_rule_book
from checker.stages.packs.word_weights import MOST_BYTES, read_word_weights

GOOD = "# a remark\nsoup\t-1.5\t0.1\t0.9\nbread\t0.5\t0.0\t1.0\n\nhot\t2.5\t1.25\t-0.5\nwarm bread\t4\t\t3\nsalt\t3\n"


OWN = "fresh-food\t-1.5\t0.1\t0.9\nshortfall\t0\t0\t1\n\nhot\t2.5\t1.25\n"


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
        WeighedAnswer(id="soup", bias=-1.5, below=0.1, above=0.9, line=2),
        WeighedAnswer(id="bread", bias=0.5, below=0.0, above=1.0, line=3),
    )
    assert found.words == {"hot": "5 2.5 0:1.25 1:-0.5", "warm bread": "6 4.0 1:3.0", "salt": "7 3.0"}


def test_every_line_that_cannot_be_used_is_told_with_what_was_expected(tmp_path: Path) -> None:
    found, problems = read(tmp_path, "soup\t-1.5\t0.9\t0.1\nbread\n\nhot\tvery\nwarm\t1\t2\t3\t4\n")

    assert found is None
    assert [one.split(":")[0] for one in problems] == ["1", "2", "4", "5"]
    assert "(an id, a bias from -100 to 100 and two chances from 0 to 1, the lower first" in problems[0]
    assert "(one word or two in lower case, a rarity up to 50, weights from -100 to 100" in problems[3]


@pytest.mark.parametrize(
    "line",
    [
        "Soup\t1\t2",
        "soup was cold\t1\t2",
        "5\t1\t2",
        "soup\tnan\t2",
        "soup\t-1\t2",
        "soup\t1\tinf",
        "soup\t1\t-101",
        "\t1\t2",
    ],
)
def test_words_that_can_never_stand_and_numbers_without_bounds_are_refused(tmp_path: Path, line: str) -> None:
    _, problems = read(tmp_path, f"soup\t0\t0\t1\n\n{line}\n")

    assert [one.split(":")[0] for one in problems] == ["3"]


@pytest.mark.parametrize(
    "answer", ["soup\tnan\t0\t1", "soup\t-1e6\t0\t1", "soup\t0\t-0.1\t1", "soup\t0\tnan\t1", "\t0\t0\t1"]
)
def test_answers_without_bounds_are_refused(tmp_path: Path, answer: str) -> None:
    found, problems = read(tmp_path, f"{answer}\n")

    assert found is None
    assert [one.split(":")[0] for one in problems] == ["1"]


def test_what_stands_twice_is_told_and_mistakes_are_not_without_end(tmp_path: Path) -> None:
    _, twice = read(tmp_path, "soup\t0\t0\t1\nsoup\t0\t0\t1\n\nhot\t1\nhot\t1\n")
    _, endless = read(tmp_path, "soup\t0\t0\t1\n\n" + "wrong\n" * 5_000)

    assert [one.split(":")[0] for one in twice] == ["2", "5"]
    assert len(endless) == 20


def test_a_mark_of_the_writers_program_and_empty_lines_at_the_ends_are_no_mistake(tmp_path: Path) -> None:
    found, problems = read(tmp_path, "\ufeff\nsoup\t0\t0\t1\n\nhot\t1\n\n")

    assert problems == []
    assert (found.answers[0].line, found.words) == (2, {"hot": "4 1.0"})


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "#" * (MOST_BYTES + 1))

    assert problems == ["0: this file is too large (at most 4 MB)"]


def test_a_file_without_an_answer_is_refused(tmp_path: Path) -> None:
    found, problems = read(tmp_path, "# nothing\n")

    assert found is None
    assert [one.split(":")[0] for one in problems] == ["1"]


def test_weights_are_part_of_their_pack_and_of_its_hash(kitchen: Any) -> None:
    folder = kitchen.pack()
    before = load_rule_book([folder], criteria=kitchen.criteria)
    (folder / "word-weights.soups.txt").write_text(OWN, encoding="utf-8")

    after = load_rule_book([folder], criteria=kitchen.criteria)

    assert before.word_weights == ()
    assert [one.file for one in after.word_weights] == [f"{folder.name}/word-weights.soups.txt"]
    assert before.packs[0].sha256 != after.packs[0].sha256


def test_a_pack_weighs_only_for_its_own_expectations_and_each_once(kitchen: Any) -> None:
    folder = kitchen.pack()
    (folder / "word-weights.a.txt").write_text(OWN, encoding="utf-8")
    (folder / "word-weights.b.txt").write_text("fresh-food\t0\t0\t1\nfresh-fod\t0\t0\t1\n", encoding="utf-8")

    with pytest.raises(DataError) as caught:
        load_rule_book([folder], criteria=kitchen.criteria)

    told = [str(problem) for problem in caught.value.problems]
    assert len(told) == 2
    assert "another file of this pack weighs words for 'fresh-food'" in told[0]
    assert "words cannot be weighed here for 'fresh-fod' (did you mean 'fresh-food'?)" in told[1]


def test_a_file_with_nearly_the_right_name_is_not_passed_over(kitchen: Any) -> None:
    folder = kitchen.pack()
    (folder / "Word_Weights.txt").write_text(OWN, encoding="utf-8")

    with pytest.raises(DataError, match="would not be read"):
        load_rule_book([folder], criteria=kitchen.criteria)
