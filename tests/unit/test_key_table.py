"""The keys of phrases are told of every text alike, whoever else asks."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

from checker.text.key_table import KeyTable, packed, table_of
from checker.text.words import TextWords, words_of

KEYS = packed([(1, ("care", "plan")), (4, ("care",)), (7, ("care plan",))])


def words(text: str) -> TextWords:
    return words_of(text, [(0, len(text))])


def held_by(table: KeyTable, words: TextWords) -> dict[str, tuple[tuple[int, ...], list[str]]]:
    """Return the keys that a text holds: the numbers of their phrases, and the words at which each stands."""
    held = table.present(words).items()
    return {key.name: (key.numbers, [words.words[number] for number in numbers]) for key, numbers in held}


def test_a_text_holds_the_keys_whose_words_it_has() -> None:
    held = held_by(KeyTable(KEYS), words("the care that we give in care plans"))

    assert held == {"care": ((1, 4), ["care", "care"])}
    assert held_by(KeyTable(KEYS), words("nothing of it")) == {}


def test_a_pair_of_words_is_a_key_of_its_own_and_ends_with_the_sentence() -> None:
    assert held_by(KeyTable(KEYS), words("care plan")).keys() == {"care", "care plan", "plan"}
    assert held_by(KeyTable(KEYS), words_of("care. plan", [(0, 5), (6, 10)])).keys() == {"care", "plan"}


def test_matchers_without_keys_push_nobodys_table_out() -> None:
    table = table_of(KEYS)

    for _ in range(3):
        table_of({})

    assert table_of(KEYS) is table
    assert held_by(table_of({}), words("care plan")) == {}


def test_threads_may_ask_the_same_table_at_once() -> None:
    table, pause = KeyTable(KEYS), sys.getswitchinterval()
    texts = [words(f"{'care' if number % 2 else 'plan'} {number}") for number in range(8)]
    alone = [held_by(KeyTable(KEYS), words) for words in texts]

    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            together = list(threads.map(lambda number: held_by(table, texts[number % 8]), range(4_000)))
            again = list(threads.map(lambda number: words(f"care {number % 8}").words, range(4_000)))
    finally:
        sys.setswitchinterval(pause)

    assert all(answer == alone[number % 8] for number, answer in enumerate(together))
    assert all(str(number % 8) in answer for number, answer in enumerate(again))
