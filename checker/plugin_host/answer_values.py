"""The values inside an answer: every one is of its very type, and every place lies in the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from checker.domain.document import HiddenMatter, Link, Member
from checker.domain.evidence import Because, Certainty, Claim, Part, Passage, Period, Polarity
from checker.plugin_host.calls import WrongAnswer
from checker.plugin_host.plain_values import is_day, is_whole

T = TypeVar("T")
_WORDS = frozenset({str})
_NUMBERS = frozenset({int})
_WORDS_OR_NONE = frozenset({str, type(None)})
_NUMBERS_OR_NONE = frozenset({int, type(None)})


def exactly(value: object, kind: type[T]) -> T:
    """Return `value` if it is of this very type; a subclass of a plugin's own could not travel between processes."""
    if type(value) is not kind:
        raise WrongAnswer(f"{type(value).__name__} where {kind.__name__} is asked for")
    return value


def items_of(answer: object) -> tuple[object, ...]:
    """Return the items of anything like a list."""
    if type(answer) is tuple:
        return answer
    if answer is None or isinstance(answer, (str, bytes, Mapping)) or not isinstance(answer, Iterable):
        raise WrongAnswer(f"{type(answer).__name__} is not a list")
    return tuple(answer)


def all_of(answer: object, kind: type[T]) -> tuple[T, ...]:
    """Return the items of anything like a list, all of one kind."""
    return tuple([exactly(item, kind) for item in items_of(answer)])


def tuple_of(value: object, kind: type[T]) -> tuple[T, ...]:
    """Return a tuple whose items are of one kind. For a field: what can be gone through once would then be empty."""
    return all_of(exactly(value, tuple), kind)


def text_of(value: object) -> str:
    """Return a text that can be written: of this very type, and without half characters."""
    text = exactly(value, str)
    if not is_whole(text):
        raise WrongAnswer(f"{text[:50]!a} holds half a character (a lone surrogate), which cannot be written")
    return text


def texts_of(value: object) -> tuple[str, ...]:
    """Return a tuple of texts that can be written."""
    texts = tuple_of(value, str)
    for one in texts:
        text_of(one)
    return texts


def day_of(value: object) -> str:
    """Return a day as `2026-01-31`, or an empty text."""
    day = text_of(value)
    if day and not is_day(day):
        raise WrongAnswer(f"{day[:50]!a} is not a day as 2026-01-31")
    return day


def plain_mapping(value: object) -> None:
    """Refuse what is not a mapping of words to words."""
    if not isinstance(value, Mapping):
        raise WrongAnswer(f"{type(value).__name__} where Mapping is asked for")
    for key, word in value.items():
        exactly(key, str)
        if type(word) is not str:
            raise WrongAnswer(f"the entry '{key}' is {type(word).__name__} where str is asked for")


def check_hidden(hidden: HiddenMatter) -> None:
    """Refuse hidden matter with a field that is not text."""
    if {type(hidden.kind), type(hidden.place), type(hidden.text)} != _WORDS:
        raise WrongAnswer(_wrong_field(hidden, ("kind", "place", "text")))


def check_links(links: Iterable[Link], length: int) -> None:
    """Refuse a link with a field of another type, or outside a text of `length`."""
    for link in links:
        if {type(link.start), type(link.end)} != _NUMBERS or type(link.target) is not str:
            raise WrongAnswer(_wrong_field(link, ("start", "end", "target")))
        if not 0 <= link.start <= link.end <= length:
            raise WrongAnswer(f"the link from {link.start} to {link.end} leaves the text or ends before it begins")


def check_member(member: Member) -> None:
    """Refuse a member with a field of another type."""
    if {type(member.name), type(member.problem)} != _WORDS or type(member.data) is not bytes:
        raise WrongAnswer(_wrong_field(member, ("name", "data", "problem")))


def check_because(because: object, length: int | None) -> None:
    """Refuse words that decide a field if one of their own fields is wrong, or if they leave a text of `length`."""
    for one in tuple_of(because, Because):
        words = {type(one.words), type(one.entry), type(one.family), type(one.overruled), type(one.expectation)}
        if type(one.field) is not str or words != _WORDS:
            raise WrongAnswer(_wrong_field(one, ("field", "words", "entry", "family", "overruled", "expectation")))
        if not (one.words + one.entry + one.family + one.overruled).isascii():  # asked of every cue of every sentence
            texts_of((one.words, one.entry, one.family, one.overruled))
        _check_place(one, length)


def check_dates(dates: object) -> None:
    """Refuse periods that do not go from a day to a day."""
    for one in tuple_of(dates, Period):
        text_of(one.words)
        if not (day_of(one.start) and day_of(one.end)):
            raise WrongAnswer("a Period without the day on which it begins or ends")


def check_passage(passage: Passage) -> None:
    """Refuse a passage with a field of another type: it may be one that a criterion has made up."""
    for text in (passage.document, passage.text, passage.voice, passage.evidence_category, passage.fingerprint):
        text_of(text)
    flags = {type(passage.impact), type(passage.countable), type(passage.own_words)}
    if flags != {bool} or not {type(passage.line), type(passage.page)} <= _NUMBERS_OR_NONE:
        raise WrongAnswer(_wrong_field(passage, ("line", "page", "impact", "countable", "own_words")))
    if not {type(passage.sheet), type(passage.cell)} <= _WORDS_OR_NONE:
        raise WrongAnswer(_wrong_field(passage, ("sheet", "cell")))
    for value, kind in ((passage.polarity, Polarity), (passage.claim, Claim), (passage.certainty, Certainty)):
        exactly(value, kind)
    for texts in (passage.expectations, passage.main, passage.rules, passage.heading_path):
        texts_of(texts)
    _check_place(passage, None)
    check_dates(passage.dates)
    check_parts(passage.parts, None)
    check_because(passage.because, None)


def check_parts(parts: object, length: int | None) -> None:
    """Refuse halves of a sentence without a polarity, or outside a text of `length`."""
    for one in tuple_of(parts, Part):
        _check_place(one, length)
        exactly(one.polarity, Polarity)


def _check_place(one: Because | Part | Passage, length: int | None) -> None:
    start, end = one.start, one.end
    if type(start) is not int or type(end) is not int:
        raise WrongAnswer(_wrong_field(one, ("start", "end")))
    if not 0 <= start <= end or (length is not None and end > length):
        raise WrongAnswer(f"the {type(one).__name__} from {start} to {end} leaves the text or ends before it begins")


def _wrong_field(value: object, names: tuple[str, ...]) -> str:
    types = ", ".join(f"{name}: {type(getattr(value, name)).__name__}" for name in names)
    return f"a {type(value).__name__} has a field of a wrong type ({types})"
