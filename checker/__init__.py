"""
Checks a council's adult social care evidence against rule packs and writes a gap report.

These are the public names: what plugins and third parties may import. They are loaded when first used, so that
`import checker` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from checker.action_matching import likely_action as likely_action
    from checker.action_matching import shared_words as shared_words
    from checker.action_matching import shortened as shortened
    from checker.councils import council_key as council_key
    from checker.councils import council_names as council_names
    from checker.dates import find_periods as find_periods
    from checker.document_names import DocumentNames as DocumentNames
    from checker.document_names import bare_words as bare_words
    from checker.document_names import file_of_link as file_of_link
    from checker.domain.actions import ACTION_STATUSES as ACTION_STATUSES
    from checker.domain.actions import PLAN_COLUMNS as PLAN_COLUMNS
    from checker.domain.actions import ActionPlan as ActionPlan
    from checker.domain.actions import ActionRow as ActionRow
    from checker.domain.actions import Gap as Gap
    from checker.domain.actions import GapState as GapState
    from checker.domain.actions import PlanColumn as PlanColumn
    from checker.domain.actions import PlannedAction as PlannedAction
    from checker.domain.assessment import Assessment as Assessment
    from checker.domain.assessment import DocumentRecord as DocumentRecord
    from checker.domain.assessment import Evidence as Evidence
    from checker.domain.assessment import EvidenceKey as EvidenceKey
    from checker.domain.assessment import ExpectationStatus as ExpectationStatus
    from checker.domain.assessment import Side as Side
    from checker.domain.change import Change as Change
    from checker.domain.change import ChangeKind as ChangeKind
    from checker.domain.change import Comparison as Comparison
    from checker.domain.decision import DecisionState as DecisionState
    from checker.domain.decision import Method as Method
    from checker.domain.decision import ReportedAttestation as ReportedAttestation
    from checker.domain.decision import ReportedWaiver as ReportedWaiver
    from checker.domain.document import SENTENCE_LIMIT as SENTENCE_LIMIT
    from checker.domain.document import TEXT_LIMIT as TEXT_LIMIT
    from checker.domain.document import Block as Block
    from checker.domain.document import BlockKind as BlockKind
    from checker.domain.document import Document as Document
    from checker.domain.document import DocumentKind as DocumentKind
    from checker.domain.document import HiddenMatter as HiddenMatter
    from checker.domain.document import Link as Link
    from checker.domain.document import Member as Member
    from checker.domain.document import ReadStatus as ReadStatus
    from checker.domain.document import Recognised as Recognised
    from checker.domain.document import Sentence as Sentence
    from checker.domain.document import Source as Source
    from checker.domain.evidence import Because as Because
    from checker.domain.evidence import Certainty as Certainty
    from checker.domain.evidence import Claim as Claim
    from checker.domain.evidence import Part as Part
    from checker.domain.evidence import Passage as Passage
    from checker.domain.evidence import Period as Period
    from checker.domain.evidence import Polarity as Polarity
    from checker.domain.evidence import Qualifiers as Qualifiers
    from checker.domain.evidence import Recognition as Recognition
    from checker.domain.finding import Citation as Citation
    from checker.domain.finding import Finding as Finding
    from checker.domain.finding import Flag as Flag
    from checker.domain.finding import Outcome as Outcome
    from checker.domain.framework import Framework as Framework
    from checker.domain.framework import QualityStatement as QualityStatement
    from checker.domain.gap_headlines import headline as headline
    from checker.domain.gap_headlines import question_headline as question_headline
    from checker.domain.gap_headlines import urgency as urgency
    from checker.domain.gap_id import gap_id_of as gap_id_of
    from checker.domain.measured import Measured as Measured
    from checker.domain.observation import Observation as Observation
    from checker.domain.observation import Observations as Observations
    from checker.domain.pack import CueFamily as CueFamily
    from checker.domain.pack import Expectation as Expectation
    from checker.domain.pack import Lexicon as Lexicon
    from checker.domain.pack import Pack as Pack
    from checker.domain.pack import Phrase as Phrase
    from checker.domain.pack import Rule as Rule
    from checker.domain.pack import RuleBook as RuleBook
    from checker.domain.pack import Weight as Weight
    from checker.domain.plans import Plans as Plans
    from checker.domain.plans import Step as Step
    from checker.domain.register import Register as Register
    from checker.domain.register import RegisterColumn as RegisterColumn
    from checker.domain.register import RegisterRow as RegisterRow
    from checker.domain.register import Tags as Tags
    from checker.domain.report import GapReport as GapReport
    from checker.domain.report import ReportedExpectation as ReportedExpectation
    from checker.domain.report import ReportedFinding as ReportedFinding
    from checker.domain.report import ReportedServed as ReportedServed
    from checker.domain.report import ReportedStatement as ReportedStatement
    from checker.domain.sharing import Concern as Concern
    from checker.domain.sharing import MaskedPlace as MaskedPlace
    from checker.domain.sharing import Matter as Matter
    from checker.domain.tailoring import Override as Override
    from checker.domain.unread import unread_in_words as unread_in_words
    from checker.domain.word_weights import IMPACT as IMPACT
    from checker.domain.word_weights import OF_ANY_SENTENCE as OF_ANY_SENTENCE
    from checker.domain.word_weights import SHORTFALL as SHORTFALL
    from checker.domain.word_weights import WeighedAnswer as WeighedAnswer
    from checker.domain.word_weights import WordWeights as WordWeights
    from checker.errors import CheckerError as CheckerError
    from checker.errors import UnreadableError as UnreadableError
    from checker.errors import UsageError as UsageError
    from checker.grid import column_letters as column_letters
    from checker.grid import column_number as column_number
    from checker.guarding import guarded as guarded
    from checker.hookspecs import ChangesReporter as ChangesReporter
    from checker.hookspecs import Criterion as Criterion
    from checker.hookspecs import DocumentTask as DocumentTask
    from checker.hookspecs import LexiconForm as LexiconForm
    from checker.hookspecs import Reporter as Reporter
    from checker.hookspecs import hookimpl as hookimpl
    from checker.hookspecs import reads as reads
    from checker.matching import PhraseMatcher as PhraseMatcher
    from checker.plain_words import counted as counted
    from checker.plain_words import in_words as in_words
    from checker.plain_words import listed as listed
    from checker.plugin_host.hooks import hooks_of as hooks_of
    from checker.report_json import to_json
    from checker.run.worker_pool import in_processes as in_processes
    from checker.text.encodings import codec_of as codec_of
    from checker.text.late_patterns import late_pattern as late_pattern
    from checker.text.weighing import OUTWEIGHED as OUTWEIGHED
    from checker.text.weighing import Scale as Scale
    from checker.text.weighing import Weighed as Weighed
    from checker.values import dataclass as dataclass
    from checker.values import field as field
    from checker.values import field_names as field_names
    from checker.values import replace as replace

    report_as_json = to_json

_HOMES = {
    "checker.action_matching": ("likely_action", "shared_words", "shortened"),
    "checker.councils": ("council_key", "council_names"),
    "checker.dates": ("find_periods",),
    "checker.domain.assessment": (
        "Assessment",
        "DocumentRecord",
        "Evidence",
        "EvidenceKey",
        "ExpectationStatus",
        "Side",
    ),
    "checker.domain.actions": (
        "ACTION_STATUSES",
        "PLAN_COLUMNS",
        "ActionPlan",
        "ActionRow",
        "Gap",
        "GapState",
        "PlanColumn",
        "PlannedAction",
    ),
    "checker.domain.change": ("Change", "ChangeKind", "Comparison"),
    "checker.domain.decision": ("DecisionState", "Method", "ReportedAttestation", "ReportedWaiver"),
    "checker.domain.document": (
        "SENTENCE_LIMIT",
        "TEXT_LIMIT",
        "Block",
        "BlockKind",
        "Document",
        "DocumentKind",
        "HiddenMatter",
        "Link",
        "Member",
        "ReadStatus",
        "Recognised",
        "Sentence",
        "Source",
    ),
    "checker.domain.evidence": (
        "Because",
        "Certainty",
        "Claim",
        "Part",
        "Passage",
        "Period",
        "Polarity",
        "Qualifiers",
        "Recognition",
    ),
    "checker.domain.finding": ("Citation", "Finding", "Flag", "Outcome"),
    "checker.domain.framework": ("Framework", "QualityStatement"),
    "checker.domain.measured": ("Measured",),
    "checker.domain.observation": ("Observation", "Observations"),
    "checker.domain.gap_headlines": ("headline", "question_headline", "urgency"),
    "checker.domain.gap_id": ("gap_id_of",),
    "checker.domain.pack": ("CueFamily", "Expectation", "Lexicon", "Pack", "Phrase", "Rule", "RuleBook", "Weight"),
    "checker.domain.plans": ("Plans", "Step"),
    "checker.document_names": ("DocumentNames", "bare_words", "file_of_link"),
    "checker.domain.register": ("Register", "RegisterColumn", "RegisterRow", "Tags"),
    "checker.domain.report": (
        "GapReport",
        "ReportedExpectation",
        "ReportedFinding",
        "ReportedServed",
        "ReportedStatement",
    ),
    "checker.domain.tailoring": ("Override",),
    "checker.domain.sharing": ("Concern", "MaskedPlace", "Matter"),
    "checker.domain.unread": ("unread_in_words",),
    "checker.domain.word_weights": ("IMPACT", "OF_ANY_SENTENCE", "SHORTFALL", "WeighedAnswer", "WordWeights"),
    "checker.errors": ("CheckerError", "UnreadableError", "UsageError"),
    "checker.grid": ("column_letters", "column_number"),
    "checker.guarding": ("guarded",),
    "checker.hookspecs": (
        "ChangesReporter",
        "Criterion",
        "DocumentTask",
        "LexiconForm",
        "Reporter",
        "hookimpl",
        "reads",
    ),
    "checker.matching": ("PhraseMatcher",),
    "checker.plain_words": ("counted", "in_words", "listed"),
    "checker.plugin_host.hooks": ("hooks_of",),
    "checker.run.worker_pool": ("in_processes",),
    "checker.text.encodings": ("codec_of",),
    "checker.text.late_patterns": ("late_pattern",),
    "checker.text.weighing": ("OUTWEIGHED", "Scale", "Weighed"),
    "checker.values": ("dataclass", "field", "field_names", "replace"),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names} | {
    "report_as_json": "checker.report_json"
}
_NAMES_THERE = {"report_as_json": "to_json"}
__all__ = sorted(_HOME_OF)  # pyright: ignore


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        msg = f"module 'checker' has no public name {name!r}"
        raise AttributeError(msg)
    found = globals()[name] = getattr(import_module(_HOME_OF[name]), _NAMES_THERE.get(name, name))
    return found
