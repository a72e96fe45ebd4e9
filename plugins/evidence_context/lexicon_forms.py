"""The roles and settings of the lexicons that are read here, so that a slip in a pack is told when it is loaded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker import LexiconForm

Schema = Mapping[str, object]
Settings = Mapping[str, Schema]


def _switch(about: str) -> Schema:
    return {"type": "boolean", "description": about}


_FORMS: Schema = {"enum": ["as-written"], "description": "as-written: the entries are not inflected."}
_VOICE: Schema = {"type": "string", "format": "voice", "description": "The id of a voice of the framework."}
_REACH: Schema = {"type": "integer", "minimum": 0, "description": "How far it reaches, in words."}
_EITHER_WAY: Settings = {"forward": _REACH, "backward": _REACH}
_YIELDS = {"yields": _switch("Where it is the only word against, it gives way to praise in the same sentence.")}

_PLAIN_ROLES: Mapping[str, Sequence[str]] = {
    "polarity": (
        *("divided", "persist", "wanted", "unwanted", "exception", "plan", "action", "action-taken"),
        *("measure-good", "measure-bad", "takes-time", "benchmark", "versus", "only"),
        *("comparator-below", "comparator-above", "purpose", "conditional", "duty", "concession", "occasion"),
        *("setting", "past", "now", "elsewhere", "mask"),
    ),
    "voice": ("according", "by", "not-speaker", "measured", "mask"),
    "impact": ("result", "not-result", "service-time", "mask"),
    "certainty": ("hedge", "not-hedge", "early", "mask"),
    "claim": ("done", "mask"),
}
"""Roles whose families have no settings of their own, by lexicon."""
FIELDS = frozenset(_PLAIN_ROLES)
"""The lexicons that are read here; others are for other plugins."""

_POLARITY: Mapping[str, Settings] = {
    "shortfall": {
        "eases_to": {
            "enum": ["strength", "mixed", "neutral"],
            "description": "What it is when it is denied or eased.",
        },
        "hedges": _switch("It says that something is not sure."),
        "early": _switch("It says that something has only begun."),
        **_YIELDS,
    },
    "problem": _YIELDS,
    "trouble": _YIELDS,
    "fell": _YIELDS,
    "negator": {
        "reach": _REACH,
        "far": _REACH,
        "alone": {
            "enum": ["shortfall", "neutral", "nothing"],
            "description": "What it is where it denies nothing that is wanted.",
        },
        "of_everybody": _switch("It denies a lack that follows too."),
        **_YIELDS,
    },
    "easing": {**_EITHER_WAY, "settles": _switch("It says that something told before is over.")},
    "handling": _EITHER_WAY,
    "praise": {"weak": _switch("It praises in passing and outweighs nothing.")},
    "boundary": {
        "turns": _switch("What stands behind it turns."),
        "relative": _switch("It opens a relative clause."),
    },
}
_VOICES: Mapping[str, Settings] = {
    "speaker": {
        "value": _VOICE,
        "assessed": _switch("The assessed organisation."),
        "of_an_organisation": _switch("It takes the voice of the organisation behind 'of'."),
        "individuals": _switch("People, never an organisation."),
        "persons": _switch("Staff: 'it' does not mean them."),
        "sector": _switch("What nouns without a name mean behind it."),
    },
    "unnamed": {"value": _VOICE},
    "carry": {"value": _VOICE, "organisations_only": _switch("It means organisations only.")},
    "says": {"weak": _switch("Of the council it tells what it did, not what it said.")},
}
_IMPACT: Mapping[str, Settings] = {
    "participation": {
        "voices": {
            "type": "array",
            "minItems": 1,
            "items": _VOICE,
            "description": "Voices whose report of their own care is a result.",
        }
    },
}
_WITH_SETTINGS = {"polarity": _POLARITY, "voice": _VOICES, "impact": _IMPACT}
_NEEDED = {"speaker": ["value"]}
"""Settings without which a family of a role does nothing."""


def forms() -> Iterator[LexiconForm]:
    """Yield what is known of each lexicon."""
    for field, plain in _PLAIN_ROLES.items():
        roles: Mapping[str, Settings] = {**{role: {} for role in plain}, **_WITH_SETTINGS.get(field, {})}
        yield LexiconForm(id=field, roles={role: _schema(role, settings) for role, settings in roles.items()})


def _schema(role: str, settings: Settings) -> Schema:
    return {"type": "object", "properties": {"forms": _FORMS, **settings}, "required": _NEEDED.get(role, [])}
