"""Who speaks in a document, and what kind it therefore is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from checker.domain.document import Block, Document, DocumentKind, Recognised
from checker.domain.framework import Framework, KindDefaults, Voice
from checker.stages.documents import recognise
from checker.testing_kit.book import a_framework

THIRD_PERSON = (
    "The local authority worked with the NHS through a joint board. Leaders were proud of their teams. People "
    "felt that support was joined up. There were delays in sharing records, and the local authority recognised this."
)
OWN = (
    "Our partnership with the hospital is strong. We meet every month and our commissioning team plans discharge with "
    "the trust. People told us that they wait less, and our strategy runs to 2027."
)
_OUTSIDE = dict(
    zip(
        ("people", "unpaid-carers", "health-partners", "vcs", "providers", "partners"),
        ("person", "carer", "health", "voluntary", "provider", "partner"),
        strict=True,
    )
)


_ASKED = {"providers": ("provider", "providers"), "unpaid-carers": ("carers",), "partners": ("partners",)}


def framework() -> Framework:
    base = a_framework()
    outside = tuple(
        Voice(
            id=name,
            title=name,
            evidence_category="feedback",
            independent=True,
            sender=sender,
            asked=_ASKED.get(name, ()),
        )
        for name, sender in _OUTSIDE.items()
    )
    return replace(
        base,
        voices=(Voice(id="local-authority", title="Council", evidence_category="processes"), *outside),
        kinds={
            **base.kinds,
            "inspection-report": KindDefaults(voice="inspector", evidence_category="processes"),
            "feedback": KindDefaults(voice="people", evidence_category="experience"),
        },
    )


def read(
    text: str, *, name: str = "text.txt", metadata: Mapping[str, str] | None = None, named: bool = False
) -> Recognised:
    document = Document(name=name, text=text, blocks=(Block(start=0, end=len(text)),), metadata=metadata or {})
    return recognise(document, framework(), self_assessment=named)[1]


@pytest.mark.parametrize(
    "text",
    [
        OWN,
        "We know our communities well. The council has invested in its front door. We commission an alliance of small "
        "charities. The council's cabinet agreed our plan. We are proud of our social workers.",
        "As a council we put people first. Our data shows that waits fell from 60 to 20 days. We publish our plan.",
        "Carers told us they want more breaks. Partners told us they wait. We are acting on this and our board will "
        "report. Our residents helped us, and we thank our volunteers.",
        "We share records with the hospital.",
    ],
)
def test_a_council_that_writes_about_itself_has_its_own_voice(text: str) -> None:
    found = read(text)

    assert (found.kind, found.default_voice) == (DocumentKind.SELF_ASSESSMENT, "local-authority")


@pytest.mark.parametrize(
    "text",
    [
        THIRD_PERSON,
        "Partners told us that they worked closely with the local authority. We heard mixed views about "
        "grants. Staff said systems did not talk to each other. Carers told us they felt listened to.",
        "Leaders told us ‘we are on a journey and our staff are our greatest asset’. Staff said “we work well with our "
        "colleagues and we share an office”. The council used its board well. We spoke to 12 providers.",
        "Partnership boards met each month and were well attended. Housing providers were involved early. Data "
        "was shared, though some agencies had no access. Carers had a seat on the board.",
    ],
)
def test_an_assessors_account_has_the_inspectors_voice(text: str) -> None:
    found = read(text)

    assert (found.kind, found.default_voice) == (DocumentKind.INSPECTION_REPORT, "inspector")
    assert found.first_person_voice == "inspector"


def test_a_council_that_calls_itself_the_council_says_what_is_so_now() -> None:
    text = (
        "The Council has 212 homes on its framework and pays all of them in full. It is clear about fees. Visits are "
        "made each quarter, and providers are told what is found. The Council's officers have time for each home. "
        "Its staff are trained, and vacancies are few. Contracts are reviewed yearly. One home was closed in May."
    )

    found = read(text)

    assert (found.kind, found.default_voice) == (DocumentKind.SELF_ASSESSMENT, "local-authority")


@pytest.mark.parametrize(
    ("voice", "text"),
    [
        (
            "health-partners",
            "Dear Director, I am writing on behalf of Westmoor Hospitals NHS Foundation Trust. We have worked with "
            "the council on discharge. Our wards see council social workers daily. We would like the local authority "
            "to share records sooner.",
        ),
        (
            "vcs",
            "As a small charity that runs a food bank, we have worked with the council for years. Our volunteers "
            "support older people. The council listens to us, but our trustees cannot plan. The council will look at "
            "this.",
        ),
        (
            "providers",
            "We are a home care provider in the west. The council pays us on time. Our care workers join its "
            "training. The local authority asked us about fees.",
        ),
        (
            "partners",
            "I write as superintendent for Eastshire Police. Our officers attend the council's hub. The council "
            "shares risks with our force quickly. We value our work with the local authority.",
        ),
        (
            "unpaid-carers",
            "I care for my husband, who has dementia. The council gave me an assessment after four months. My worker "
            "listened to me. The council should answer the phone.",
        ),
        (
            "unpaid-carers",
            "Our forum met three times. Most of us look after a husband or wife. The council came each time and "
            "listened to us. We waited for breaks, and we told the council so.",
        ),
        (
            "health-partners",
            "Thank you for asking how we find working with you. As the chief nurse here I see your brokers and your "
            "head of service weekly. Patients on our wards wait less since your team moved in.",
        ),
    ],
)
def test_a_letter_has_the_voice_of_its_sender(voice: str, text: str) -> None:
    found = read(text)

    assert (found.kind, found.default_voice) == (DocumentKind.FEEDBACK, voice)
    assert found.default_category == "feedback"
    assert found.first_person_voice == voice


def test_a_voice_that_the_framework_does_not_have_is_not_invented() -> None:
    bare = replace(framework(), voices=())
    text = "I care for my husband. The council helped me after months. My worker listened. The council should call me."
    document = Document(name="text.txt", text=text, blocks=(Block(start=0, end=len(text)),))

    assert recognise(document, bare)[1].default_voice == "people"


def test_resolutions_make_minutes() -> None:
    text = "The Board noted the report. It was agreed to bring a plan. The chair thanked partners. Resolved: yes."

    assert read(text).kind is DocumentKind.MINUTES


def test_a_text_in_which_nobody_speaks_stays_other() -> None:
    found = read("Joint board, monthly. Grants, three years.")

    assert found.kind is DocumentKind.OTHER
    assert found.kind_reason


def test_the_file_named_as_self_assessment_is_one_whatever_it_says() -> None:
    assert read(THIRD_PERSON, name="minutes.txt", named=True).kind is DocumentKind.SELF_ASSESSMENT


@pytest.mark.parametrize(
    ("metadata", "kind"),
    [
        ({"kind": "minutes"}, DocumentKind.MINUTES),
        ({"voice": "inspection"}, DocumentKind.INSPECTION_REPORT),
        ({"voice": "self-assessment"}, DocumentKind.SELF_ASSESSMENT),
        ({"type": "Data"}, DocumentKind.DATA),
        ({"kind": "other"}, DocumentKind.OTHER),
    ],
)
def test_metadata_say_the_kind(metadata: Mapping[str, str], kind: DocumentKind) -> None:
    assert read(OWN, name="strategy.md", metadata=metadata).kind is kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("self-assessment 2025.md", DocumentKind.SELF_ASSESSMENT),
        ("BoardMinutes2025.txt", DocumentKind.MINUTES),
        ("complaints-policy.txt", DocumentKind.STRATEGY_OR_POLICY),
        ("data-sharing-agreement.txt", DocumentKind.AGREEMENT),
        ("Survey of partners on the strategy.txt", DocumentKind.FEEDBACK),
        ("Minutes of the Strategy Board.txt", DocumentKind.MINUTES),
        ("carers-strategy-survey.txt", DocumentKind.FEEDBACK),
        ("performance-dashboard.txt", DocumentKind.DATA),
        ("Memorandum of understanding with the police.txt", DocumentKind.AGREEMENT),
        ("minutes/2024/march.txt", DocumentKind.MINUTES),
        ("letters/trust.txt", DocumentKind.FEEDBACK),
        ("library.zip!policies/carers.txt", DocumentKind.STRATEGY_OR_POLICY),
        ("data-sharing.txt", DocumentKind.INSPECTION_REPORT),
        ("self-assessment/evidence/board.txt", DocumentKind.INSPECTION_REPORT),
        ("self-assessment-form.txt", DocumentKind.INSPECTION_REPORT),
        ("case-audit-report-2025.txt", DocumentKind.OTHER),
        ("equipment-and-adaptations-report.txt", DocumentKind.OTHER),
    ],
)
def test_file_names_and_folders_say_the_kind_before_the_text_does(name: str, kind: DocumentKind) -> None:
    assert read(THIRD_PERSON, name=name).kind is kind


def test_the_reason_quotes_what_decided() -> None:
    assert read(OWN, name="minutes/march.txt").kind_reason == "it is in the folder “minutes”"


@pytest.mark.parametrize(
    ("name", "voice"),
    [
        ("provider-survey-2025.txt", "providers"),
        ("Survey of carers.txt", "unpaid-carers"),
        ("survey of partners on carers.txt", "partners"),
        ("survey-2025.txt", "people"),
    ],
)
def test_a_survey_speaks_with_the_voice_of_those_whom_its_name_says_it_asked(name: str, voice: str) -> None:
    assert read("Of 63 answers, 47 agreed that payment is on time.", name=name).default_voice == voice


def test_a_letter_s_sender_counts_before_words_of_its_name() -> None:
    text = "Dear director, I am the chief nurse of the hospital trust. Our wards and our patients know the council."

    assert read(text, name="letter to providers.txt").default_voice == "health-partners"
