"""What this plugin promises."""

from __future__ import annotations

import checker_example
import pytest
from checker_example.criterion import InSeveralDocuments
from checker_example.reader import read_notes

from checker import Outcome, Polarity, ReadStatus, Source, UnreadableError, hooks_of
from checker.testing import a_passage, a_rule, an_assessment


def a_source(data: bytes) -> Source:
    return Source(name="notes.jsonl", data=data, sha256="")


def outcome(*documents: str, polarity: Polarity = Polarity.STRENGTH) -> Outcome:
    assessment = an_assessment(*(a_passage(document=name, polarity=polarity) for name in documents))
    return InSeveralDocuments().evaluate(a_rule("in_several_documents", at_least=2), assessment).outcome


def test_the_plugin_keeps_the_rules_of_the_hooks() -> None:
    hooks = ("checker_criteria", "checker_read_document", "checker_reporters", "checker_rule_packs")

    assert hooks_of(checker_example) == hooks


def test_the_pack_is_where_the_hook_says() -> None:
    (folder,) = checker_example.checker_rule_packs()

    assert (folder / "pack.yaml").is_file()


def test_two_documents_meet_the_rule_and_one_in_part() -> None:
    assert outcome("minutes.txt", "report.txt") is Outcome.MET
    assert outcome("report.txt") is Outcome.PARTLY_MET


def test_plans_do_not_meet_the_rule() -> None:
    assert outcome("minutes.txt", "report.txt", polarity=Polarity.PLANNED) is Outcome.NOT_MET


def test_notes_become_paragraphs_with_their_lines() -> None:
    document = read_notes(a_source(b'{"date": "2025-03-12", "note": "We met."}\n\n{"note": "Actions were agreed."}\n'))

    assert document.text == "2025-03-12: We met.\nActions were agreed."
    assert [(document.text[block.start : block.end], block.line) for block in document.blocks] == [
        ("2025-03-12: We met.", 1),
        ("Actions were agreed.", 3),
    ]


def test_a_line_that_is_no_note_makes_the_document_partial() -> None:
    document = read_notes(a_source(b'{"note": "We met."}\nnot a note\n'))

    assert (document.status, document.reason) == (
        ReadStatus.PARTIAL,
        "Left out, since they are no notes: 1 of 2.",
    )


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff\xfe"])
def test_a_file_without_notes_says_why(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"no notes|UTF-8"):
        read_notes(a_source(data))
