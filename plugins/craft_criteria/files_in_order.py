"""Criterion `files_in_order`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker import Assessment, DocumentRecord, Finding, ReadStatus, Rule, counted, listed

from .asking import MOST_NAMED, fault, met, names, outcome_of
from .copies import copies
from .schemas import OUTCOME, parameters, texts

_ASKED = ("unread", "copies", "hidden", "personal-data")


class FilesInOrder:
    """
    Are the files fit to be handed in: readable, each there once, nothing hidden in them, no personal data?

    `fault` is what is looked for. `of` names kinds of hidden matter or personal data; without it all count. Findings
    name the file, except for files that could not be read: one finding says how many of all were.
    """

    name = "files_in_order"
    about = "Files can be read, are there once, and hold nothing hidden or personal."
    schema = parameters(
        ("fault",),
        fault={
            "type": "string",
            "enum": list(_ASKED),
            "description": "What is looked for in the files.",
            "x-names": {
                "unread": "what could not be read",
                "hidden": "hidden matter",
                "personal-data": "personal data",
            },
        },
        of=texts("Kinds of hidden matter or of personal data that count."),
        outcome=OUTCOME,
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding | Sequence[Finding]:
        """Return the rule's findings."""
        what = str(rule.expects["fault"])
        found = list(_LOOKING[what](rule, assessment))
        files = counted(len(assessment.documents), "file")
        return found or met(rule, _FREE[what].format(files=files), [what.replace("-", " ")])


def _unread(rule: Rule, assessment: Assessment) -> Iterator[Finding]:
    total = len(assessment.documents)
    unread = [record for record in assessment.documents if record.status is not ReadStatus.OK]
    if unread:
        told = [f"{record.name} ({(record.reason or 'not read in full').rstrip('.')})" for record in unread]
        more = f" and {len(told) - MOST_NAMED} more" if len(told) > MOST_NAMED else ""
        read = f"{total - len(unread)} of {counted(total, 'file')} read in full"
        reason = f"{read}. Not: {'; '.join(told[:MOST_NAMED])}{more}."
        yield fault(rule, outcome_of(rule), reason, searched="files read")


def _copies(rule: Rule, assessment: Assessment) -> Iterator[Finding]:
    for group in copies(assessment.documents):
        reason = f"{listed(group.names)}: {group.reason}."
        yield fault(rule, outcome_of(rule), reason, item=group.names[0], searched=group.names[0])


def _hidden(rule: Rule, assessment: Assessment) -> Iterator[Finding]:
    yield from _counted_facts(rule, assessment.documents, {one.name: one.hidden for one in assessment.documents})


def _personal_data(rule: Rule, assessment: Assessment) -> Iterator[Finding]:
    yield from _counted_facts(rule, assessment.documents, {one.name: one.masked for one in assessment.documents})


def _counted_facts(
    rule: Rule, records: Sequence[DocumentRecord], facts: Mapping[str, Mapping[str, int]]
) -> Iterator[Finding]:
    wanted = names(rule, "of")
    for record in records:
        told = {
            kind: number for kind, number in facts[record.name].items() if number and (not wanted or kind in wanted)
        }
        if told:
            words = listed([f"{kind} ({number})" for kind, number in sorted(told.items())])
            yield fault(rule, outcome_of(rule), f"It holds: {words}.", item=record.name, searched=record.name)


_LOOKING = {"unread": _unread, "copies": _copies, "hidden": _hidden, "personal-data": _personal_data}
_FREE = {
    "unread": "{files}, all read in full.",
    "copies": "Among {files} none seems to be there twice.",
    "hidden": "In {files} nothing hidden of these kinds was seen.",
    "personal-data": "In {files} no personal data of these kinds was seen.",
}
