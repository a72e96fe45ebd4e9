"""Who says it: the source of a statement, never its subject, carried over where a sentence goes on."""

from __future__ import annotations

import pytest

from .context_reading import COUNCIL, INSPECTOR, read, read_all


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Carers told us that they felt heard.", "unpaid-carers"),
        ("Residents say they feel safe.", "people"),
        ("Social workers said that people were happy.", "staff"),
        ("Leaders told us that partners were involved.", "leaders"),
        ("A provider told us that staff were kind.", "providers"),
        ("Providers were positive about the forum.", "providers"),
        ("The local authority told us the hub was new.", "local-authority"),
        ("Voluntary sector organisations told us they felt valued.", "vcs"),
    ],
)
def test_the_subject_of_a_reporting_verb_is_the_voice(text: str, voice: str) -> None:
    assert read(text).voice == voice


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("According to a health partner, the record helps.", "health-partners"),
        ("Feedback from carers about the council was poor.", "unpaid-carers"),
        ("The hub was praised by social workers.", "staff"),
        ("\u201cNobody rang me back,\u201d said one carer.", "unpaid-carers"),
        ("One carer said: \u201cNobody rang me back.\u201d", "unpaid-carers"),
        ('"It went well," said a resident.', "people"),
    ],
)
def test_a_source_may_also_stand_behind(text: str, voice: str) -> None:
    assert read(text).voice == voice


@pytest.mark.parametrize(
    "text",
    [
        "Carers were told about the forum.",
        "The carers\u2019 strategy was published.",
        "Staff training for carers was good.",
        "People who use services have a choice.",
        "The partnership with providers is strong.",
        "A hospital discharge took two days.",
    ],
)
@pytest.mark.parametrize(("document", "default"), [(INSPECTOR, "inspector"), (COUNCIL, "local-authority")])
def test_who_is_spoken_of_is_not_the_voice(text: str, document: object, default: str) -> None:
    assert read(text, document).voice == default


def test_whoever_tells_is_the_voice_and_not_whoever_is_told() -> None:
    assert read("The council told carers about the forum.").voice == "local-authority"


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The chief executive of a charity told us that contracts are short.", "vcs"),
        ("Senior leaders from the NHS trust said that the record helps.", "health-partners"),
        ("Partners who work with carers said the hub helps.", "partners"),
        ("Staff in the carers centre said the hub helps.", "staff"),
    ],
)
def test_the_head_of_the_subject_speaks_and_its_organisation_lends_the_voice(text: str, voice: str) -> None:
    assert read(text).voice == voice


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Care was late for residents, some of whom told us that they had given up.", "people"),
        ("Carers were offered an assessment, and many said that it helped.", "unpaid-carers"),
        ("Some partners, however, told us that meetings were long.", "partners"),
    ],
)
def test_a_pronoun_means_whom_the_sentence_named_before(text: str, voice: str) -> None:
    assert read(text).voice == voice


def test_what_people_were_asked_that_they_wanted_is_no_report_of_theirs() -> None:
    assert read("People were asked what they wanted in most enquiries.").voice == "inspector"


def test_we_is_whoever_writes_the_document() -> None:
    assert read("We believe that the hub helps.", COUNCIL).voice == "local-authority"
    assert read("We believe that the hub helps.", INSPECTOR).voice == "inspector"


def test_weak_verbs_report_what_people_say_but_not_what_the_council_did() -> None:
    assert read("Carers wanted longer breaks.", COUNCIL).voice == "unpaid-carers"
    assert read("The council agreed that the hub moves.", INSPECTOR).voice == "inspector"


@pytest.mark.parametrize(
    "goes_on", ["They said it was easy to use.", "Another told us it was easy.", "Some said it helps."]
)
def test_a_speaker_is_carried_over_to_the_next_sentence(goes_on: str) -> None:
    first, second = read_all("Providers told us the portal is new.", goes_on)

    assert (first.voice, second.voice) == ("providers", "providers")


def test_a_speaker_is_not_carried_over_a_sentence_that_names_nobody() -> None:
    *_, last = read_all("Providers told us the portal is new.", "The portal opened in May.", "They said it was easy.")

    assert last.voice == "inspector"


def test_a_new_speaker_takes_over() -> None:
    said = read_all("Providers said it helps.", "Nurses said so too.", "They said it is quick.")

    assert [one.voice for one in said] == ["providers", "health-partners", "health-partners"]


def test_a_sentence_that_attributes_nothing_is_the_documents_own_even_behind_a_speaker() -> None:
    _, second = read_all("Providers told us the portal is new.", "The portal has 400 users.")

    assert second.voice == "inspector"


def test_organisations_without_a_name_are_those_that_the_passage_is_about() -> None:
    _, second = read_all("The council funds the voluntary sector.", "Organisations told us the grants are small.")

    assert second.voice == "vcs"


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Carers told us that they felt heard.", "peoples-experience"),
        ("Providers told us that they felt heard.", "feedback-from-partners"),
        ("Social workers told us that they felt heard.", "feedback-from-staff-and-leaders"),
        ("The hub has nine rooms.", "processes"),
    ],
)
def test_the_evidence_category_follows_the_voice_else_the_kind_of_document(text: str, category: str) -> None:
    assert read(text).evidence_category == category


def test_the_words_that_name_the_voice_are_shown() -> None:
    text = "In May, Carers told us that they felt heard."

    reasons = [one for one in read(text).because if one.field == "voice"]

    assert (reasons[0].words, reasons[0].family) == ("Carers", "unpaid-carers")
    assert all(text[one.start : one.end] == one.words for one in reasons)


def test_where_nobody_is_named_no_reason_is_made_up() -> None:
    assert [one for one in read("The hub has nine rooms.").because if one.field == "voice"] == []


def test_a_person_called_by_name_speaks_for_whom_the_document_said() -> None:
    read = read_all(
        "Ms Low, for the carers' forum, said it helped.",
        "The board met in May.",
        "Ms Low added that breaks were booked.",
    )

    assert [read[0].voice, read[2].voice] == ["unpaid-carers", "unpaid-carers"]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The trust's discharge lead said the list was short.", "health-partners"),
        ("Mina, who is 83, told us that the visits helped.", "people"),
        ("Staff who supported the board said that it met weekly.", "staff"),
        ("The plan was clear about residents, but said little about tenants' rights.", "inspector"),
    ],
)
def test_an_office_a_first_name_or_a_relative_clause_does_not_hide_the_speaker(text: str, voice: str) -> None:
    assert read(text, INSPECTOR).voice == voice


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        (
            "Ward staff in the town, where a third of residents go, told us that calls went unanswered.",
            "health-partners",
        ),
        ("Mrs B, who cares for her husband, said that the break came in time.", "unpaid-carers"),
        ("People leaving hospital told us that they knew whom to ring.", "people"),
        ("Relatives with a visitor in that team said that she was kind.", "unpaid-carers"),
        ("Members of the dementia forum told us that they chose the provider.", "people"),
        ("The lead member for adults said that the plan was new.", "leaders"),
        ("Organisations we spoke with described a good relationship.", "vcs"),
        ("Home care providers took a different view, reporting that rates were low.", "providers"),
    ],
)
def test_asides_and_what_hangs_on_the_subject_do_not_speak(text: str, voice: str) -> None:
    assert read(text).voice == voice


def test_what_a_quotation_tells_of_others_does_not_outweigh_who_is_quoted() -> None:
    text = "\u201cThe council does what it said it would,\u201d a director at the hospital trust said."

    assert read(text).voice == "health-partners"


def test_it_means_an_organisation_that_spoke_before_and_never_a_person() -> None:
    spoke, did_not = (
        "Healthwatch found that people waited too long.",
        "A carer told us that nobody came.",
    )
    goes_on = "It added that letters were late."

    assert [one.voice for one in read_all(spoke, goes_on)] == ["partners", "partners"]
    assert [one.voice for one in read_all(did_not, goes_on)] == ["unpaid-carers", "inspector"]


def test_those_who_were_met_are_of_whom_was_named_before() -> None:
    text = "Carers had no group, and those we met said that nobody had asked them."

    assert read(text).voice == "unpaid-carers"
    assert read("Those we met said that nobody had asked them.").voice == "people"
