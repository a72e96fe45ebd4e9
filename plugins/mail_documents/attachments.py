"""The parts of a letter: which one is its text, and what is attached."""

from __future__ import annotations

from contextlib import suppress
from email.errors import MessageError
from email.message import EmailMessage, Message

from checker import HiddenMatter, Member, codec_of, dataclass

MOST_PARTS = 2_000
_DEPTH_LIMIT = 50
_LONGEST_HEAD = 50_000
_SUFFIXES = {
    "application/pdf": ".pdf",
    "message/rfc822": ".eml",
    "text/calendar": ".ics",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/plain": ".txt",
}
_BROKEN = "It could not be decoded: the letter is damaged. Save the attachment as a file."
_UNDECODABLE = (MessageError, LookupError, ValueError, TypeError, AttributeError, IndexError, RecursionError)


@dataclass(frozen=True, kw_only=True, slots=True)
class Enclosed:
    """What a letter holds: its text (plain, or else as a page), attachments, and pictures that belong to its layout."""

    plain: EmailMessage | None
    page: EmailMessage | None
    members: tuple[Member, ...]
    pictures: tuple[HiddenMatter, ...]

    def as_page(self, data: bytes) -> Member:
        """Return the body as a member of the letter."""
        return Member(name="message.html", data=data)


def parts_of(message: EmailMessage) -> list[EmailMessage]:
    """
    Return the parts that hold something, in order; a letter inside the letter is one part.

    Stops one beyond the most parts. `ValueError` for parts nested more than 50 deep, or with a head beyond reason.
    """
    found: list[EmailMessage] = []
    waiting: list[tuple[Message, int]] = [(message, 0)]
    while waiting and len(found) <= MOST_PARTS:
        part, depth = waiting.pop()
        _drop_broken_headers(part)
        inner = part.get_payload() if part.is_multipart() and part.get_content_type() != "message/rfc822" else None
        if depth > _DEPTH_LIMIT:
            raise ValueError(depth)
        if isinstance(inner, list):
            waiting += [(each, depth + 1) for each in reversed(inner) if isinstance(each, Message)]
        elif sum(len(str(value)) for _, value in part.raw_items()) > _LONGEST_HEAD and part is not message:
            raise ValueError(depth)
        elif isinstance(part, EmailMessage):
            found.append(part)
    return found


def _drop_broken_headers(part: Message) -> None:
    """Let a header that cannot be decoded count as not there: whoever asks for it later would fail."""
    for name in ("Content-Type", "Content-Disposition", "Content-ID"):
        try:
            part.get(name)
        except _UNDECODABLE:
            del part[name]


def attachments(parts: list[EmailMessage]) -> Enclosed:
    """Sort the parts: the first plain text and the first page that are not attached are the letter itself."""
    bodies = [part for part in parts if not _is_attached(part)]
    plain = next((part for part in bodies if part.get_content_type() == "text/plain"), None)
    page = next((part for part in bodies if part.get_content_type() == "text/html"), None)
    rest = [part for part in parts if part is not plain and part is not page]
    shown = [part for part in rest if _is_layout(part)]
    members = [_member(part, number) for number, part in enumerate(rest, 1) if not _is_layout(part)]
    pictures = [HiddenMatter(kind="picture in the letter", place="letter", text=_name(part, 0)) for part in shown]
    return Enclosed(plain=plain, page=page, members=tuple(members), pictures=tuple(pictures))


def content_text(part: EmailMessage) -> tuple[str, bool]:
    """Return the text of a part with `\\n` at line ends, and whether all of it could be decoded."""
    data = part.get_payload(decode=True)
    raw = data if isinstance(data, bytes) else b""
    for charset in filter(None, (codec_of(part.get_content_charset() or ""), "utf-8", "cp1252")):
        with suppress(UnicodeDecodeError):
            return _lines(raw.decode(charset)), True
    return _lines(raw.decode("utf-8", "replace")), False


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_attached(part: EmailMessage) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _is_layout(part: EmailMessage) -> bool:
    """Whether it is a logo or the like: a picture that the text itself shows, or a certificate's signature."""
    kind = part.get_content_type()
    if kind in ("application/pkcs7-signature", "application/pgp-signature"):
        return True
    inline = part.get_content_disposition() == "inline" or part.get("Content-ID") is not None
    return kind.startswith("image/") and inline


def _member(part: EmailMessage, number: int) -> Member:
    name = _name(part, number)
    try:
        if part.get_content_type() == "message/rfc822":
            return Member(name=name, data=_inner_letter(part))
        data = part.get_payload(decode=True)
    except _UNDECODABLE:
        return Member(name=name, problem=_BROKEN)
    return Member(name=name, data=data) if isinstance(data, bytes) else Member(name=name, problem=_BROKEN)


def _inner_letter(part: EmailMessage) -> bytes:
    inner = part.get_payload(0)
    if not isinstance(inner, Message):
        raise MessageError
    return inner.as_bytes()


def _name(part: EmailMessage, number: int) -> str:
    """Return the name of an attachment; one without a name is called by its number and type."""
    kind, name = part.get_content_type(), part.get_filename() or ""
    try:
        inner = part.get_payload(0) if kind == "message/rfc822" and not name else None
        subject = str(inner.get("Subject", "")) if isinstance(inner, Message) else ""
    except _UNDECODABLE:
        subject = ""
    if kind == "message/rfc822" and not name.lower().endswith(".eml"):
        return f"{' '.join((name or subject).replace('/', '-').split())[:80] or f'letter {number}'}.eml"
    return name or f"part {number}{_SUFFIXES.get(kind, '')}"
