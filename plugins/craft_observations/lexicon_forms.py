"""The roles and settings of the craft lexicon, so that a slip in a pack is told when it is loaded."""

from __future__ import annotations

from collections.abc import Mapping

from checker import LexiconForm

from .words import LEXICON

Schema = Mapping[str, object]

_FORMS: Schema = {
    "enum": ["as-written"],
    "description": "as-written: the entries are not inflected.",
}
_UNITS: Schema = {
    "type": "array",
    "minItems": 1,
    "items": {"enum": ["percent", "ratio", "pounds", "count", "minute", "hour", "day", "week", "month", "year"]},
    "description": "The units of figures that it suits.",
}
_TEXT: Schema = {"type": "string", "pattern": r"\S", "patternErrorMessage": "some words"}


def _switch(about: str) -> Schema:
    return {"type": "boolean", "description": about}


_WHOLE = _switch("The entries must be the whole text.")
_PRAISES = _switch("It praises, whatever else the sentence says.")
_PLAIN_ROLES = (
    *("population", "benchmark", "target", "trend", "earlier", "relative-period"),
    *("survey", "respondents", "asked", "answer", "view-held", "counted", "sampled", "source"),
    *("own-voice", "no-weakness", "lack", "carrying-on", "pride", "future", "activity", "outcome"),
    *("co-production", "co-producers", "changed", "review-due", "term-start", "term-end", "topic"),
    *("glossary", "known-acronym", "passive", "residue", "neighbour", "not-council"),
)
_WITH_SETTINGS: Mapping[str, Mapping[str, Schema]] = {
    "metric": {
        "units": _UNITS,
        "exact": _switch("There is one figure of it for a period and group."),
        "implies": {
            "type": "array",
            "items": _TEXT,
            "description": "The ids of groups of people that it is about anyway.",
        },
    },
    "contrast": {
        "group": {**_TEXT, "description": "What it is one of several of."},
        "units": _UNITS,
        "alone": _switch("It sets two figures apart also where only one has such a word."),
        "usual": _switch("It says what is meant anyway."),
    },
    "label": {"value": {**_TEXT, "description": "Which label it is."}, "whole": _WHOLE},
    "nothing-named": {"whole": _WHOLE},
    "strong-claim": {"praises": _PRAISES},
    "absolute": {"praises": _PRAISES},
    "jargon": {"plain": {**_TEXT, "description": "What to write instead."}},
}
_NEEDED = {"label": ["value"], "contrast": ["group"], "nothing-named": ["whole"], "mask": ["of"]}
"""Settings without which a family of a role does nothing."""


def form() -> LexiconForm:
    """Return what is known of the craft lexicon."""
    hides: Schema = {
        "enum": sorted({*_PLAIN_ROLES, *_WITH_SETTINGS}),
        "description": "The role whose words it hides where it covers them.",
    }
    known: Mapping[str, Mapping[str, Schema]] = {**_WITH_SETTINGS, "mask": {"of": hides}}
    return LexiconForm(id=LEXICON, roles={role: _schema(role, known.get(role, {})) for role in (*_PLAIN_ROLES, *known)})


def _schema(role: str, settings: Mapping[str, Schema]) -> Schema:
    return {"type": "object", "properties": {"forms": _FORMS, **settings}, "required": _NEEDED.get(role, [])}
