"""E-mails."""

from __future__ import annotations

from datetime import datetime, time
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from ..source_text import SourceText
from .plain import write_text


def write_eml(source: SourceText) -> bytes:
    """Return an e-mail with the sender, subject and date of the head; the title is its subject and not in its text."""
    head = source.head
    day = datetime.fromisoformat(str(head["date"])).date()
    message = EmailMessage(policy=SMTP)
    message["From"] = str(head["from"])
    message["To"] = str(head["to"])
    message["Subject"] = str(head["subject"])
    message["Date"] = format_datetime(datetime.combine(day, time(10, 15)))
    _, _, text = write_text(source).decode().partition("\n\n")
    message.set_content(text)
    return message.as_bytes()
