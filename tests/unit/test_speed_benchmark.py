"""The benchmark of speed: its texts are the same in every run, and its verdicts say which way a goal goes."""

from __future__ import annotations

from pathlib import Path

from benchmarks.speed.corpus import phrases, write_documents
from benchmarks.speed.timing import Compared, in_turn


def test_the_same_numbers_give_the_same_texts_and_phrases(tmp_path: Path) -> None:
    first = write_documents(tmp_path / "a", 3, characters=500)
    second = write_documents(tmp_path / "b", 3, characters=500)

    assert [path.read_text() for path in first] == [path.read_text() for path in second]
    assert phrases(50) == phrases(80)[:50]


def test_a_goal_is_a_most_unless_we_are_to_be_faster() -> None:
    slower = Compared(what="a", ours=4, theirs=2, than="b", goal=3)
    faster = Compared(what="a", ours=1, theirs=2, than="b", goal=3, faster=True)

    assert (slower.ratio, slower.reached) == (2, True)
    assert (faster.ratio, faster.reached) == (2, False)


def test_acts_are_done_in_turn() -> None:
    done: list[str] = []

    in_turn([lambda: done.append("a"), lambda: done.append("b")], 2)

    assert done == ["a", "b", "a", "b"]
