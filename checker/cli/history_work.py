"""The work of `checker history`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from checker.cli.diff_work import read_report
from checker.cli.look import Look, count, json_text, safe
from checker.cli.running import Answer
from checker.cli.writing import draft
from checker.errors import UsageError, shown_path
from checker.history import STATES, History, KeptRun, Readiness, history_file, history_page
from checker.history.page import not_alike

_SIGNS = {"met": "█", "partly met": "▓", "not met": "░", "needs review": "?", "not assessed": "!"}
_BAR = 40


def added(report: Path, label: str, file: Path | None) -> Answer:
    """Keep a report."""
    kept, is_new = _history(file).add(read_report(report), label)
    told = "Kept" if is_new else "Kept already"
    return Answer(text=f"{told}: {_named(kept)}, in {shown_path(file or history_file())}.")


def listed(file: Path | None, *, as_json: bool) -> Answer:
    """List what is kept."""
    runs = _history(file).runs()
    if as_json:
        return Answer(text=json_text([asdict(one) for one in runs]))
    return Answer(text="\n".join(_named(one) for one in runs) or "No run is kept yet.")


def shown(format_: str, out: Path | None, file: Path | None, look: Look) -> Answer:
    """Show readiness over time."""
    runs = _history(file).readiness()
    if format_ == "html":
        return _given(history_page(runs), out)
    if format_ == "json":
        return _given(json_text([asdict(one) for one in runs]) + "\n", out)
    return _given("\n".join(_lines(runs, look)) + "\n", out)


def given_back(run: str, out: Path | None, file: Path | None) -> Answer:
    """Give back a kept report."""
    history = _history(file)
    report = history.report(history.run(run))
    return _given(json_text(report) + "\n", out)


def removed(run: str, file: Path | None) -> Answer:
    """Forget a run."""
    history = _history(file)
    kept = history.run(run)
    history.remove(kept)
    return Answer(text=f"Removed: {_named(kept)}.")


def _history(file: Path | None) -> History:
    try:
        return History(file or history_file())
    except RuntimeError as error:  # nobody's home folder is known
        raise UsageError("there is no folder for a history here (add --history FILE)") from error


def _named(run: KeptRun) -> str:
    return safe("  ".join(one for one in (run.as_of, run.run, run.label, run.title) if one))


def _given(text: str, out: Path | None) -> Answer:
    if out is None:
        return Answer(text=text.rstrip("\n"))
    return Answer(note=f"Written: {shown_path(draft(out, [text.encode()]).publish())}")


def _lines(runs: Sequence[Readiness], look: Look) -> Iterator[str]:
    """Yield a bar and its counts for each run; the bars have one scale."""
    if not runs:
        yield "No run is kept yet."
        return
    yield look.title("Readiness over time: questions by outcome. Not a rating.")
    yield "  ".join(f"{sign} {state}" for state, sign in _SIGNS.items())
    highest = max(one.total for one in runs) or 1
    for one in runs:
        yield ""
        yield safe("  ".join(part for part in (one.as_of, one.run, one.label) if part))
        yield f"  {_bar(one, highest)}"
        told = ", ".join(f"{one.counts[state]} {state}" for state in STATES if one.counts[state])
        yield from look.wrapped(f"{count(one.total, 'question')}: {told or 'none asked'}", 2)
    if changed := not_alike(runs):
        yield ""
        yield from look.wrapped("Otherwise than the run before; a difference may say nothing about the evidence:", 0)
        for told in changed:
            yield from look.wrapped(f"* {safe(told)}", 2)


def _bar(run: Readiness, highest: int) -> str:
    """Return a bar in which every outcome that there is has at least one sign."""
    return "".join(
        _SIGNS[state] * max(1, round(_BAR * run.counts[state] / highest)) for state in STATES if run.counts[state]
    )
