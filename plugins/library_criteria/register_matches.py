"""Criterion `register_matches`."""

from __future__ import annotations

from collections.abc import Sequence

from checker import Assessment, Finding, Outcome, Register, Rule, counted

from .asking import NO_REGISTER, finding, named, not_applicable, parameters


class RegisterMatches:
    """
    Do register and library agree: is every file of the register there, and every file listed?

    A file that is not there is not met: whoever asks for it will not get it. A file that no row names, and a row that
    could mean several files, are partly met. A row that links to a public page needs no file.
    """

    name = "register_matches"
    about = "The files of the register are in the library, and the other way round."
    schema = parameters()

    def evaluate(self, rule: Rule, assessment: Assessment) -> Sequence[Finding]:
        """Return a finding for each of the three ways in which they can differ, else one for all."""
        register = assessment.register
        if register is None:
            return [not_applicable(rule, NO_REGISTER)]
        found = [*_missing(rule, register), *_double(rule, register), *_unlisted(rule, register)]
        if found:
            return found
        searched = f"{counted(len(register.rows), 'row')}, {counted(len(assessment.documents), 'file')}"
        return [
            finding(
                rule, Outcome.MET, "Every file of the register is there, and every file is listed.", searched=searched
            )
        ]


def _missing(rule: Rule, register: Register) -> list[Finding]:
    names = [register.rows[place].name for place in register.missing]
    if not names:
        return []
    verb = "names" if len(names) == 1 else "name"
    reason = f"{len(names)} of {counted(len(register.rows), 'row')} {verb} a file that was not found: {named(names)}."
    return [finding(rule, Outcome.NOT_MET, reason, item="missing files")]


def _double(rule: Rule, register: Register) -> list[Finding]:
    names = [register.rows[place].name for place in register.double]
    if not names:
        return []
    reason = f"{len(names)} of {counted(len(register.rows), 'row')} could mean several files: {named(names)}."
    return [finding(rule, Outcome.PARTLY_MET, reason, item="unclear rows")]


def _unlisted(rule: Rule, register: Register) -> list[Finding]:
    if not register.unlisted:
        return []
    reason = f"{counted(len(register.unlisted), 'file')} in no row of the register: {named(register.unlisted)}."
    return [finding(rule, Outcome.PARTLY_MET, reason, item="files not listed")]
