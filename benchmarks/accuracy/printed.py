"""The results as tables: one set, all side by side, expectations, families of cues, the check for over-fitting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .intervals import TIMES
from .results import CHECKED_FOR_FIT, MOST_AHEAD, Results, SetResult
from .tables import FEW, NOT_MEASURED, Table, difference, figure, number, with_interval

HELD_OUT_NOTE = "held out: errors never read"
_GROUPS = ("improved on", "held out")


def name_of(one: SetResult) -> str:
    """Return the name of a set, with a word if it is held out."""
    return f"{one.labelled.id} ({HELD_OUT_NOTE})" if one.labelled.held_out else one.labelled.id


def size_of(one: SetResult) -> str:
    """Return how large a set is and what its intervals resample."""
    narratives = one.labelled.narratives
    sentences = sum(label.finding for narrative in narratives for label in narrative.labels)
    resampled = "documents" if one.labelled.by_document else "sentences (and single statuses)"
    return f"{len(narratives)} narratives, {sentences} sentences; intervals: {TIMES} resamples of {resampled}"


def set_table(results: Results, one: SetResult) -> Table:
    """Return the figures of one set beside those of plain keywords."""
    rows = []
    for of in results.figures:
        checker, keywords = one.checker.measure(of), one.keywords.measure(of)
        gained = with_interval(results.gain(one, of), signed=True)
        rows.append((of.title, number(checker.n), with_interval(checker), figure(keywords.value), gained))
    return Table(columns=("", "n", "checker (95 % interval)", "keywords", "gain (95 % interval)"), rows=tuple(rows))


def expectation_table(results: Results, one: SetResult) -> Table:
    """Return how well each expectation is recognised in one set."""
    rows = []
    for key in results.expectations:
        found = results.expectation(one, key)
        values = (found.precision, found.recall, found.f1, found.lenient)
        cells = tuple(figure(value) if found.n else "-" for value in values)
        rows.append((key, number(found.n) if found.n else NOT_MEASURED, *cells))
    return Table(columns=("Expectation", "n", "precision", "recall", "F1", "F1 lenient"), rows=tuple(rows))


def side_by_side(results: Results) -> Table:
    """Return the figures of all sets: the checker's, and after the stroke those of plain keywords."""
    rows = []
    for of in results.figures:
        cells = []
        for one in results.sets:
            ours, plain = one.checker.measure(of).value, one.keywords.measure(of).value
            cells.append("-" if ours is None else f"{figure(ours)} / {figure(plain)}")
        rows.append((of.title, *cells))
    return Table(columns=("checker / keywords", *(one.labelled.id for one in results.sets)), rows=tuple(rows))


def fit_table(results: Results) -> Table:
    """Return by how much each set that rules were improved on stands above the mean of the held-out ones."""
    chosen = [of for of in results.figures if of.id in CHECKED_FOR_FIT]
    rows = []
    for of in chosen:
        gaps = [results.ahead(one, of) for one in results.development]
        rows.append((of.title, *("-" if gap is None else _marked(gap) for gap in gaps)))
    return Table(columns=("above held-out", *(one.labelled.id for one in results.development)), rows=tuple(rows))


def _marked(gap: float) -> str:
    return f"{difference(gap)}!" if gap > MOST_AHEAD else difference(gap)


def fit_verdict(results: Results) -> str:
    """Return the over-fitting check in words; sets that weights were learnt from take no part."""
    if not results.held_out:
        return "Over-fitting check: there is no held-out set to compare with."
    chosen = [of for of in results.figures if of.id in CHECKED_FOR_FIT]
    asked = [one for one in results.development if not one.labelled.taught]
    pairs = [(results.ahead(one, of), f"{of.title}, {one.labelled.id}") for of in chosen for one in asked]
    gaps = [(gap, name) for gap, name in pairs if gap is not None]
    wide = [gap for gap, _ in gaps if gap > MOST_AHEAD]
    above = f"at most {MOST_AHEAD:.2f} above the mean of the held-out ones"
    if not gaps:
        return "Over-fitting check: every development set here taught the weights of words; there is none to compare."
    promise = f"Over-fitting check: the development sets that taught nothing stand {above}"
    if not wide:
        return f"{promise}: yes."
    widest, name = max(gaps)
    most = f"{name} ({difference(widest)})"
    return f"{promise}: NO, {len(wide)} of {len(gaps)} figures stand higher (marked !); most: {most}."


def family_table(results: Results) -> Table:
    """Return how often each family of cues was right where it decided, most used first; unused ones are left out."""
    groups = (results.families(results.development), results.families(results.held_out))
    used = [family for family in groups[0].keys() | groups[1].keys() if any(g[family].n for g in groups if family in g)]
    rows = []
    for family in sorted(used, key=lambda one: (-sum(g[one].n for g in groups if one in g), one)):
        cells: list[str] = []
        for group in groups:
            count = group.get(family)
            decided = count is not None and count.n > 0
            cells += [number(count.n), figure(count.precision)] if count and decided else ["0", NOT_MEASURED]
        rows.append((family, *cells))
    columns = ("Family of cues", *(f"{head}, {group}" for group in _GROUPS for head in ("n", "precision")))
    return Table(columns=columns, rows=tuple(rows))


def unused_families(results: Results) -> tuple[str, ...]:
    """Return the families that decided no sentence anywhere: they are not measured."""
    counts = results.families(results.sets)
    return tuple(family for family, count in sorted(counts.items()) if not count.n)


def whole_report(results: Results, folders: Sequence[str]) -> Iterator[str]:
    """Yield everything that is printed. `folders` says which sets were not found."""
    for one in results.sets:
        yield f"\n== {name_of(one)}\n{one.labelled.about}\n{size_of(one)}\n"
        yield set_table(results, one).as_text()
        if results.names_expectations(one):
            yield "\n" + expectation_table(results, one).as_text()
    yield "\n== All sets side by side\n"
    yield side_by_side(results).as_text()
    yield from (f"\n{line}" for line in folders)
    yield "\n== Families of cues: where a cue of theirs decided for or against\n"
    yield family_table(results).as_text()
    yield f"\nNot measured (decided nothing here): {', '.join(unused_families(results)) or 'none'}"
    yield "\n== The held-out sets against the others\n"
    yield fit_table(results).as_text()
    yield "\n" + fit_verdict(results)
    yield f"\n* rests on fewer than {FEW}; ! more than {MOST_AHEAD:.2f} above."
    yield "Keywords: the standard's own words and a short list of negative words, no other knowledge."
