"""Readiness over time as one self-contained page: stacked columns, and the table behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from checker.history.readiness import STATES, Readiness, differences

_COLOURS = {
    "met": "#00703c",
    "partly met": "#805b16",
    "not met": "#942514",
    "needs review": "#1d70b8",
    "not assessed": "#505a5f",
}
_HEIGHT, _LEFT, _RIGHT, _TOP, _FOOT = 320, 48, 92, 16, 44
_STEP, _LEAST, _LETTER = 84, 580, 7.5
"""Room for a column with its day below it; the picture grows with the runs and scrolls where it is too wide."""

_LABELLED = 14
"""Least height of a part of a column that has its number in it, and its name beside the last column."""

_STYLE = """
body { font: 1.05rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; color: #0b0c0c; }
table { border-collapse: collapse; margin: 1rem 0; } th, td { border-bottom: 1px solid #b1b4b6; padding: .4rem .8rem; }
th { text-align: left; white-space: nowrap; } td.n { text-align: right; } figure { margin: 0; }
svg { display: block; } caption { font-weight: bold; text-align: left; }
.wide { overflow-x: auto; } .key { display: inline-block; height: .9em; margin-right: .4em; width: .9em; }
@media print { body { max-width: none; } .wide { overflow: visible; } svg { height: auto; max-width: 100%; } }
"""


def history_page(runs: Sequence[Readiness], title: str = "Readiness over time") -> str:
    """Return the page. Columns count questions; nothing on it is a percentage or a rating."""
    return "".join(
        (
            '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
            f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n",
            f"<h1>{escape(title)}</h1>\n<p>How many questions of each run have which outcome. Not a rating.</p>\n",
            *_warnings(runs),
            *(_figure(runs) if runs else ["<p>No run is kept yet.</p>\n"]),
            _table(runs) if runs else "",
            "</main>\n</body>\n</html>\n",
        )
    )


def not_alike(runs: Sequence[Readiness]) -> tuple[str, ...]:
    """Return the runs that were asked or given something else than the run before, each with what."""
    told = ((later, differences(earlier, later)) for earlier, later in pairwise(runs))
    return tuple(f"{later.as_of} ({later.run}): {'; '.join(found)}" for later, found in told if found)


def _warnings(runs: Sequence[Readiness]) -> Iterator[str]:
    changed = not_alike(runs)
    if changed:
        yield "<p><strong>Otherwise than the run before:</strong> there, a difference may say nothing about the "
        yield f"evidence.</p>\n<ul>\n{''.join(f'<li>{escape(one)}</li>' for one in changed)}\n</ul>\n"


def _figure(runs: Sequence[Readiness]) -> Iterator[str]:
    yield '<figure>\n<p aria-hidden="true">'
    yield " ".join(f'<span class="key" style="background:{_COLOURS[one]}"></span>{one.capitalize()}' for one in STATES)
    step = max(_STEP, _LEAST / len(runs))
    width = round(_LEFT + step * len(runs) + _RIGHT)
    yield '</p>\n<div class="wide" tabindex="0" role="region" aria-label="Chart: outcomes of each run">\n'
    size = f'viewBox="0 0 {width} {_HEIGHT}" width="{width}" height="{_HEIGHT}"'
    yield f'<svg {size} role="img" aria-labelledby="chart-title chart-about">\n'
    yield '<title id="chart-title">Outcomes of each run, stacked</title>\n'
    yield f'<desc id="chart-about">{escape(_described(runs))} The table below has every number.</desc>\n'
    highest = max(one.total for one in runs) or 1
    for place, run in enumerate(runs):
        yield from _column(run, _LEFT + place * step, step, highest, named=place == len(runs) - 1)
    yield f'<text x="{_LEFT - 6}" y="{_TOP + 10}" font-size="12" text-anchor="end">{highest}</text>\n'
    yield f'<text x="{_LEFT - 6}" y="{_HEIGHT - _FOOT}" font-size="12" text-anchor="end">0</text>\n'
    yield "</svg>\n</div>\n</figure>\n"


def _described(runs: Sequence[Readiness]) -> str:
    first, last = runs[0], runs[-1]
    if len(runs) == 1:
        return f"1 run, of {first.as_of}. Met: {first.counts['met']}."
    return (
        f"{len(runs)} runs from {first.as_of} to {last.as_of}. Met: {first.counts['met']}, then {last.counts['met']}."
    )


def _column(run: Readiness, left: float, step: float, highest: int, *, named: bool) -> Iterator[str]:
    width = min(step * 0.7, 90)
    x = left + (step - width) / 2
    bottom = float(_HEIGHT - _FOOT)
    for state in STATES:
        height = (_HEIGHT - _FOOT - _TOP) * run.counts[state] / highest
        bottom -= height
        if height:
            place = f'x="{x:.1f}" y="{bottom:.1f}" width="{width:.1f}" height="{height:.1f}"'
            yield f'<rect {place} fill="{_COLOURS[state]}" stroke="#ffffff" stroke-width="2"/>\n'
        if height > _LABELLED:
            if named:
                beside = f'x="{x + width + 6:.1f}" y="{bottom + height / 2 + 4:.1f}"'
                yield f'<text {beside} font-size="12">{state.capitalize()}</text>\n'
            middle = f'x="{x + width / 2:.1f}" y="{bottom + height / 2 + 4:.1f}"'
            yield f'<text {middle} font-size="12" fill="#ffffff" text-anchor="middle">{run.counts[state]}</text>\n'
    under = f'x="{x + width / 2:.1f}" text-anchor="middle" font-size="12"'
    yield f'<text {under} y="{_HEIGHT - _FOOT + 16}">{escape(run.as_of)}</text>\n'
    yield f'<text {under} y="{_HEIGHT - _FOOT + 32}">{escape(run.label[: int(step / _LETTER)])}</text>\n'


def _table(runs: Sequence[Readiness]) -> str:
    names = ("As of", "Label", "Run", *map(str.capitalize, STATES), "Asked")
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    rows = "".join(_row(one) for one in runs)
    about = "Questions of each run by outcome"
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{about}"><table><caption>{about}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table></div>\n"
    )


def _row(run: Readiness) -> str:
    counts = "".join(f'<td class="n">{number}</td>' for number in (*(run.counts[one] for one in STATES), run.total))
    named = f'<th scope="row">{escape(run.as_of)}</th><td>{escape(run.label)}</td><td>{escape(run.run)}</td>'
    return f"<tr>{named}{counts}</tr>\n"
