"""The keys of phrases are told of every text alike, whoever else asks."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

from checker.text.key_table import KeyTable, packed, table_of
from checker.text.words import TextWords, words_of

KEYS = packed([(1, ("care", "plan")), (4, ("care",)), (7, ("care plan",))])


def words(text: str) -> TextWords:
    return words_of(text, [(0, len(text))])


def test_a_text_holds_the_keys_whose_words_it_has() -> None:
    assert KeyTable(KEYS).present(words("the care that we give")) == {"care": "1,4"}
    assert KeyTable(KEYS).present(words("nothing of it")) == {}


def test_matchers_without_keys_push_nobodys_table_out() -> None:
    table = table_of(KEYS)

    for _ in range(3):
        table_of({})

    assert table_of(KEYS) is table
    assert table_of({}).present(words("care plan")) == {}


def test_threads_may_ask_the_same_table_at_once() -> None:
    table, pause = KeyTable(KEYS), sys.getswitchinterval()
    texts = [words(f"{'care' if number % 2 else 'plan'} {number}") for number in range(8)]
    alone = [dict(KeyTable(KEYS).present(words)) for words in texts]

    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            together = list(threads.map(lambda number: table.present(texts[number % 8]), range(4_000)))
            again = list(threads.map(lambda number: words(f"care {number % 8}").words, range(4_000)))
    finally:
        sys.setswitchinterval(pause)

    assert all(answer == alone[number % 8] for number, answer in enumerate(together))
    assert all(str(number % 8) in answer for number, answer in enumerate(again))
