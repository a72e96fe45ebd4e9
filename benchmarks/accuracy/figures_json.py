"""The figures as JSON, to compare one run with another. No sentence of any set is in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .intervals import SEED, TIMES, Measured
from .results import Results, SetResult


def as_json(results: Results) -> dict[str, Any]:
    """Return all figures; `null` where nothing was labelled."""
    return {
        "schema": "accuracy/1",
        "resamples": TIMES,
        "seed": SEED,
        "sets": [_set(results, one) for one in results.sets],
        "families": {
            "development": _families(results, results.development),
            "held_out": _families(results, results.held_out),
        },
    }


def _families(results: Results, sets: Sequence[SetResult]) -> dict[str, Any]:
    counted = results.families(sets)
    return {family: {"n": count.n, "right": count.right} for family, count in sorted(counted.items())}


def _set(results: Results, one: SetResult) -> dict[str, Any]:
    return {
        "id": one.labelled.id,
        "held_out": one.labelled.held_out,
        "narratives": len(one.labelled.narratives),
        "interval_over": "documents" if one.labelled.by_document else "sentences",
        "figures": {
            of.id: {
                "checker": _measured(one.checker.measure(of)),
                "keywords": _measured(one.keywords.measure(of)),
                "gain": _measured(results.gain(one, of)),
                "ahead_of_held_out": None if one.labelled.held_out else _rounded(results.ahead(one, of)),
            }
            for of in results.figures
        },
        "expectations": {key: _expectation(results, one, key) for key in results.expectations},
    }


def _expectation(results: Results, one: SetResult, key: str) -> dict[str, Any]:
    found = results.expectation(one, key)
    return {
        "n": found.n,
        "precision": _rounded(found.precision),
        "recall": _rounded(found.recall),
        "f1": _rounded(found.f1),
        "f1_lenient": _rounded(found.lenient),
    }


def _measured(one: Measured) -> dict[str, Any]:
    return {"value": _rounded(one.value), "low": _rounded(one.low), "high": _rounded(one.high), "n": one.n}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
