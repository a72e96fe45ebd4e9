"""Runs the cases of rule packs through the same reading, marking and judging as a run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from checker.domain.cases import AnyCase, Case, CaseDocument, PhraseCase
from checker.domain.document import ReadStatus
from checker.domain.finding import Finding, Outcome
from checker.domain.pack import Rule, RuleBook
from checker.domain.register import Tags
from checker.pipeline import load_book, mark_text
from checker.plugin_manager import Plugins
from checker.run.marked_document import MarkedDocument
from checker.run.single_assessment import assessment_of_several
from checker.stages.packs import load_cases
from checker.testing_kit.plans import with_plan
from checker.testing_kit.registers import OWN_NAME, register_of, tags_in, with_register
from checker.values import dataclass, replace

_DEFAULT = "default."
_NO_WORDS = "Nothing is said here."
_NO_DAY = "9999-12-31"
"""Day of the assessment of a case that names none: no date in a text lies after it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseResult:
    """One case and what was wrong with it; `problem` is empty if it passed."""

    case: AnyCase
    problem: str = ""

    @property
    def passed(self) -> bool:
        """Whether the case came out as its author expects."""
        return not self.problem

    def __str__(self) -> str:
        return f"{self.case.place}: {self.problem or 'as expected'}"


def run_cases(folder: Path, *, plugins: Plugins | None = None, book: RuleBook | None = None) -> tuple[CaseResult, ...]:
    """
    Return the result of every case of the pack in `folder`, in the order of its files.

    Without `plugins` those that are installed take part. `DataError` if the pack or its cases are wrong in themselves.
    """
    used = plugins or _installed()
    runner = _Runner(book or load_book(used, [folder]), used, folder.resolve().name)
    return tuple(runner.result(case) for case in load_cases(folder))


def _installed() -> Plugins:
    from checker.settings import load_settings

    return Plugins.load(load_settings())


class _Runner:
    def __init__(self, book: RuleBook, plugins: Plugins, root: str) -> None:
        self._book = book
        self._phrases_alone = replace(book, packs=tuple(replace(pack, word_weights=()) for pack in book.packs))
        self._plugins = plugins
        self._rules = {rule.id: rule for rule in book.rules}
        self._first = next(
            (pack.expectations[0].id for pack in book.packs if pack.root == root and pack.expectations), ""
        )

    def result(self, case: AnyCase) -> CaseResult:
        if isinstance(case, PhraseCase):
            return CaseResult(case=case, problem=self._phrase_problem(case))
        return CaseResult(case=case, problem=self._problem(case))

    def _phrase_problem(self, case: PhraseCase) -> str:
        """A case of phrases asks what phrases find, whatever the other words of its sentence weigh."""
        marked = mark_text(case.text, self._plugins, self._phrases_alone)
        found = {key for passage in marked.passages for key in passage.expectations}
        if (case.expectation in found) is case.hit:
            return ""
        others = f"; it was recognised as {', '.join(sorted(found))}" if found else ""
        wanted = "is not recognised" if case.hit else "is recognised, and should be missed"
        return f"{case.expectation}: “{case.text}” {wanted}{others if case.hit else ''}"

    def _problem(self, case: Case) -> str:
        register = register_of(case, self._plugins, self._book)
        tags = tags_in(case, register)
        marked = self._marked(case, case.as_of, tags)
        rule = self._rule(case, marked)
        if rule is None:
            return f"{case.rule}, {case.case}: the expectation {self._asked(case, marked)} has no such rule"
        documents = [marked, *(self._marked(one, case.as_of, tags) for one in case.beside)]
        assessment = with_plan(assessment_of_several(documents, self._book, case.as_of or _NO_DAY), case)
        findings = self._plugins.evaluate(rule, with_register(assessment, case, register))
        problem = _difference(case, findings)
        return f"{rule.id}, {case.case}: {problem}" if problem else ""

    def _marked(self, given: Case | CaseDocument, as_of: str, tags: Mapping[str, Tags]) -> MarkedDocument:
        marked = mark_text(
            "\n\n".join(given.given) or _NO_WORDS,
            self._plugins,
            self._book,
            kind=given.kind.value if given.kind else "",
            as_of=as_of,
            metadata=given.metadata,
            tags=tags,
            name=given.name if isinstance(given, CaseDocument) else OWN_NAME,
        )
        if isinstance(given, Case):
            return marked
        status = ReadStatus.FAILED if given.unread else marked.record.status
        record = replace(marked.record, hidden=given.hidden, status=status, reason=given.unread or marked.record.reason)
        return replace(marked, record=record)

    def _rule(self, case: Case, marked: MarkedDocument) -> Rule | None:
        if not case.rule.startswith(_DEFAULT):
            return self._rules[case.rule]
        return self._rules.get(f"{self._asked(case, marked)}.{case.rule.removeprefix(_DEFAULT)}")

    def _asked(self, case: Case, marked: MarkedDocument) -> str:
        recognised = (key for passage in marked.passages for key in passage.main)
        return case.expectation or next(recognised, self._first)


_WORST_FIRST = (
    *(Outcome.NOT_ASSESSED, Outcome.NOT_MET, Outcome.PARTLY_MET),
    *(Outcome.NEEDS_REVIEW, Outcome.MET, Outcome.NOT_APPLICABLE),
)


def _difference(case: Case, findings: Sequence[Finding]) -> str:
    """Say how findings differ from the case; of several, the worst outcome is compared."""
    finding = min(findings, key=lambda one: _WORST_FIRST.index(one.outcome))
    if finding.outcome is not case.outcome:
        return f"{finding.outcome.value}, expected {case.outcome.value} ({finding.reason})"
    passages = [passage for one in findings if one.outcome is case.outcome for passage in one.citations]
    if case.cites and not any(passage.text.startswith(case.cites) for passage in passages):
        cited = "; ".join(f"“{passage.text}”" for passage in passages)
        return f"it should cite “{case.cites}” and cites {cited or 'nothing'}"
    return ""
