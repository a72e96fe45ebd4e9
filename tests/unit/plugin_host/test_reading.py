"""Several readers, one document."""

from __future__ import annotations

from checker.domain.document import Document, ReadStatus

from .installing import READS, Install, Load, a_source, reasons


def test_a_document_has_its_source_s_name_and_its_reader(install: Install, load: Load) -> None:
    install(reads_notes="@hookimpl\ndef checker_read_document(source): return Document(name='else', text='Words.')")

    document = load().read_document(a_source("minutes/a.note"))

    assert document == Document(name="minutes/a.note", text="Words.", reader="reads_notes")


def test_a_reader_that_raises_leaves_the_file_to_the_next_one(install: Install, load: Load) -> None:
    install(a_broken="@hookimpl\ndef checker_read_document(source): raise KeyError('styles')", reads_notes=READS)
    plugins = load()

    document = plugins.read_document(a_source())

    assert document is not None
    assert document.reader == "reads_notes"
    assert reasons(plugins) == ["raised KeyError in checker_read_document: 'styles'"]


def test_a_file_that_only_broken_readers_take_is_failed_and_names_them(install: Install, load: Load) -> None:
    install(a_broken="@hookimpl\ndef checker_read_document(source): raise KeyError('styles')")

    document = load().read_document(a_source())

    assert document is not None
    assert document.status is ReadStatus.FAILED
    assert "a_broken raised KeyError" in document.reason


def test_an_unreadable_file_is_failed_with_the_reader_s_words(install: Install, load: Load) -> None:
    source = "@hookimpl\ndef checker_read_document(source): raise UnreadableError('It has a password.')"
    install(reads_notes=source)
    plugins = load()

    document = plugins.read_document(a_source())

    assert document == Document(
        name="a.note", status=ReadStatus.FAILED, reason="It has a password.", reader="reads_notes"
    )
    assert plugins.failures == ()


def test_no_text_from_a_file_is_never_ok(install: Install, load: Load) -> None:
    install(reads_notes=READS)

    document = load().read_document(a_source(data=b" \n "))

    assert document is not None
    assert document.status is ReadStatus.FAILED


def test_nobody_s_file_is_nobody_s(install: Install, load: Load) -> None:
    install(reads_notes="@hookimpl\ndef checker_read_document(source): return None")

    assert load().read_document(a_source()) is None


def test_two_readers_of_the_same_files_are_a_warning_and_the_first_by_name_wins(install: Install, load: Load) -> None:
    install(b_reader=READS, a_reader=READS)
    plugins = load()

    documents = [plugins.read_document(a_source(name)) for name in ("a.note", "b.note")]

    assert [document and document.reader for document in documents] == ["a_reader", "a_reader"]
    assert plugins.warnings == (
        "Files that end in .note are read by the plugin a_reader, and claimed by b_reader too.",
    )


def test_blocks_that_leave_the_text_are_a_wrong_answer(install: Install, load: Load) -> None:
    answer = "Document(name='', text='a', blocks=(Block(start=0, end=9),))"
    install(reads_notes=f"@hookimpl\ndef checker_read_document(source): return {answer}")
    plugins = load()

    plugins.read_document(a_source())

    assert "the block from 0 to 9 overlaps another or leaves the text" in reasons(plugins)[0]


def test_a_reader_that_can_read_a_file_goes_before_one_that_cannot(install: Install, load: Load) -> None:
    cannot = "@hookimpl\ndef checker_read_document(source): raise UnreadableError('Half of the form is not known.')"
    install(a_half_done=cannot, reads_notes=READS)
    plugins = load()

    document = plugins.read_document(a_source())

    assert document is not None
    assert (document.status, document.reader) == (ReadStatus.OK, "reads_notes")
    assert plugins.warnings == (
        "Files that end in .note are read by the plugin reads_notes, and claimed by a_half_done too.",
    )


def test_a_reader_that_says_which_files_it_reads_is_asked_for_these_alone(install: Install, load: Load) -> None:
    breaks = "@hookimpl\n@reads('.minutes')\ndef checker_read_document(source): raise KeyError('asked')"
    install(a_reader=breaks, reads_notes=READS)
    plugins = load()

    document = plugins.read_document(a_source())

    assert document is not None
    assert document.reader == "reads_notes"
    assert plugins.failures == ()


def test_a_reader_after_one_that_could_read_is_told_of_and_not_asked(install: Install, load: Load) -> None:
    breaks = "@hookimpl\n@reads('.note')\ndef checker_read_document(source): raise KeyError('asked')"
    install(a_reader=READS, b_reader=breaks)
    plugins = load()

    document = plugins.read_document(a_source())

    assert document is not None
    assert document.reader == "a_reader"
    assert plugins.failures == ()
    assert plugins.warnings == (
        "Files that end in .note are read by the plugin a_reader, and claimed by b_reader too.",
    )


def test_a_reader_after_one_that_could_not_read_is_asked(install: Install, load: Load) -> None:
    cannot = "@hookimpl\ndef checker_read_document(source): raise UnreadableError('Half of the form is not known.')"
    install(a_half_done=cannot, reads_notes=READS.replace("@hookimpl", "@hookimpl\n@reads('.note')"))

    document = load().read_document(a_source())

    assert document is not None
    assert (document.status, document.reader) == (ReadStatus.OK, "reads_notes")
