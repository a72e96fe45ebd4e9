"""Who says it: the source of a statement, found by the grammar of attribution."""

from __future__ import annotations

import re

from checker import Because, dataclass

from .cues import Cue, SentenceCues
from .named_people import NamedPeople
from .subjects import MOST_WORDS_TO_VERB, subject_of

_CARRIED_WITHIN = 4
_BEHIND = 5
_SHARE = re.compile(
    r"(?:\d\s?(?:%|per cent)\s(?:of\s)?|\b(?:figure|proportion|percentage) (?:for|of)\s)(?:[^\W_]+\s){0,3}"
)
_OF_WHOM = re.compile(r"\sof\s(?:whom|which)\b")
_JOINED = re.compile(r"(?:[,;]|\b(?:and|but))\s$")
_QUOTED = re.compile(r"[\"\u201c][^\"\u201d]*[\"\u201d]")
_PUT_IN = re.compile(r"(?<=, )\w+ (?:said|told us|say|tell us|felt|thought|added)\b(?=[,.])")
_QUOTE_OPEN = re.compile(r"[\"\u201c\u2018]")
_QUOTE_END = re.compile(r"[,.?!]?[\"\u201d\u2019],?\s$")


def _is_share(cues: SentenceCues, noun: Cue) -> bool:
    """Whether a noun is counted, as in "31% of unpaid carers"."""
    return any(match.end() == noun.start for match in _SHARE.finditer(cues.text, cues.start, noun.start))


@dataclass(slots=True)
class Speaker:
    """A voice with the cue that names it; `voice` is empty for nouns that take the sector of the passage."""

    voice: str
    cue: Cue


@dataclass(frozen=True, slots=True)
class Attribution:
    """The voice of a sentence. `named` is false where the default applies."""

    voice: str
    named: bool
    because: tuple[Because, ...] = ()


class VoiceReader:
    """Reads the voices of a document's sentences in order, carrying a speaker over to "they" and "another"."""

    def __init__(self, default: str, first_person: str) -> None:
        self.default = default
        self.first_person = first_person
        self.last = ""
        self.last_unnamed = ""
        self.people = NamedPeople()

    def read(self, cues: SentenceCues) -> Attribution:
        """Return who says this sentence."""
        self._note_sector(cues)
        self.people.note(cues, cues.of("speaker"))
        found = self._of_a_name(cues) or self._attributed(cues)
        if found is None:
            self.last = self._subject(cues)
            return Attribution(voice=self.default, named=False)
        self.last = found.voice
        return found

    # ------------------------------------------------------------------------------------------------------- steps

    def _of_a_name(self, cues: SentenceCues) -> Attribution | None:
        says = next(iter(cues.of("says")), None)
        if says is None or cues.words_between(cues.start, says.start) > MOST_WORDS_TO_VERB:
            return None
        voice = self.people.subject(cues) or ("people" if self.people.tells_an_age(cues) else "")
        return Attribution(voice=voice, named=True, because=(says.because("voice", cues.text),)) if voice else None

    def _attributed(self, cues: SentenceCues) -> Attribution | None:
        for cue in self._outside_quotes_first(cues):
            speaker = self._behind(cues, cue) if cue.role != "says" else self._before(cues, cue)
            if speaker is None and cue.role == "says":
                speaker = self._inverted(cues, cue)
            if speaker is not None and self._can_say(cues, cue, speaker):
                return Attribution(
                    voice=speaker.voice,
                    named=True,
                    because=(speaker.cue.because("voice", cues.text), cue.because("voice", cues.text)),
                )
        return None

    def _outside_quotes_first(self, cues: SentenceCues) -> list[Cue]:
        """Return what reports speech; inside a quotation it tells who says so only where nothing outside does."""
        found = cues.of("says", "by", "according")
        if len(found) < 2:
            return found
        quoted = [match.span() for match in _QUOTED.finditer(cues.text, cues.start, cues.end)]
        return sorted(found, key=lambda cue: any(start < cue.start < end for start, end in quoted))

    def _can_say(self, cues: SentenceCues, cue: Cue, speaker: Speaker) -> bool:
        """
        Weak verbs ("identified", "welcomed") report what people and partners say, not what the council did; a share of
        people that stands beside others' figures is published data.
        """
        if cues.has("measured") and _is_share(cues, speaker.cue):
            return False
        return cue.family.settings.get("weak") is not True or not self._is_own(cues, speaker.voice)

    def _is_own(self, cues: SentenceCues, voice: str) -> bool:
        """Whether a voice is the writer's or that of the assessed organisation."""
        return voice == self.first_person or voice in cues.index.voices_with("assessed")

    def _before(self, cues: SentenceCues, verb: Cue) -> Speaker | None:
        subject = subject_of(cues, verb)
        return self._resolved(cues, subject, verb) if subject is not None else None

    def _inverted(self, cues: SentenceCues, verb: Cue) -> Speaker | None:
        """ "…", said one carer: the speaker right behind the verb, after a quotation."""
        if not _QUOTE_OPEN.search(cues.text, cues.start, verb.start) and cues.text[verb.start - 2 : verb.start] != ", ":
            return None
        for cue in cues.of("speaker"):
            if cue.start >= verb.end and cues.words_between(verb.end, cue.start) <= 3:
                return self._resolved(cues, cue, verb)
        return None

    def _behind(self, cues: SentenceCues, frame: Cue) -> Speaker | None:
        for cue in cues.of("speaker", "unnamed"):
            if cue.start >= frame.end and cues.words_between(frame.end, cue.start) <= _BEHIND:
                return self._resolved(cues, cue, frame)
        return None

    def _resolved(self, cues: SentenceCues, subject: Cue, verb: Cue) -> Speaker | None:
        text = cues.text[subject.start : subject.end].lower()
        if subject.role == "unnamed":
            return Speaker(self.last_unnamed or str(subject.family.settings.get("value", "")), subject)
        if subject.role == "carry":
            weak = verb.family.settings.get("weak") is True  # "People were asked what they wanted": no report
            if not weak and (named := self._named_before(cues, subject)) is not None:
                return named
            quoted = _QUOTE_END.search(cues.text, cues.start, subject.start) is not None
            put_in = _PUT_IN.match(cues.text, subject.start) is not None  # "Funding, they said, was steady"
            opens = quoted or put_in or cues.words_between(cues.start, subject.start) <= 2
            near = cues.words_between(subject.end, verb.start) <= _CARRIED_WITHIN
            if self.last and opens and near and self._may_mean(cues, subject, self.last):
                return Speaker(self.last, subject)
            otherwise = str(subject.family.settings.get("value", ""))
            return Speaker(otherwise, subject) if otherwise else None
        if text in ("we", "i"):
            return Speaker(self.first_person, subject) if self.first_person else None
        return Speaker(str(subject.family.settings.get("value", "")), subject)

    def _may_mean(self, cues: SentenceCues, pronoun: Cue, voice: str) -> bool:
        """Whether a pronoun may mean a voice: "it" is an organisation."""
        if pronoun.family.settings.get("organisations_only") is not True:
            return True
        people = ("individuals", "persons", "of_an_organisation", "assessed")
        return not any(voice in cues.index.voices_with(setting) for setting in people)

    def _named_before(self, cues: SentenceCues, pronoun: Cue) -> Speaker | None:
        """Return whom a pronoun means that follows in the sentence: "people …, some of whom said …"."""
        speakers = [cue for cue in cues.of("speaker") if cue.end <= pronoun.start]
        if not speakers:
            return None
        of_whom = _OF_WHOM.match(cues.text, pronoun.end) is not None
        if not of_whom and _JOINED.search(cues.text, cues.start, pronoun.start) is None:
            return None
        chosen = speakers[-1] if of_whom else speakers[0]
        voice = str(chosen.family.settings.get("value", ""))
        return None if self._is_own(cues, voice) else Speaker(voice, chosen)

    def _note_sector(self, cues: SentenceCues) -> None:
        """Remember which sector the passage is about, for "organisations" and "groups"."""
        for cue in cues.of("speaker"):
            if cue.family.settings.get("sector") is True:
                self.last_unnamed = str(cue.family.settings.get("value", ""))

    def _subject(self, cues: SentenceCues) -> str:
        """Return the voice of the first noun that could speak for itself: "they" in the next sentence may mean it."""
        for cue in cues.of("speaker"):
            value = str(cue.family.settings.get("value", ""))
            if not self._is_own(cues, value):
                return value
        carried = [cue for cue in cues.of("carry") if cues.words_between(cues.start, cue.start) == 0]
        return self.last if carried else ""
