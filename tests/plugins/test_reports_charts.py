"""Charts: well-formed, named, said in words as well as colour, the same each time, closed to what labels say."""

from __future__ import annotations

import pytest
from checker_plugins.reports.charts import AgeStrip, Bar, Bars, Cell, Drawing, HeatMap, Point, Sides, StripRow, drawn
from lxml import etree

NASTY = '</text><script>alert(1)</script>" onload="x'
WORDS = ("none", "one", "several", "old")


def a_heat_map(label: str = "Sharing") -> HeatMap:
    cells = tuple(Cell(value=word, word=word.capitalize(), number=place) for place, word in enumerate(WORDS))
    return HeatMap(columns=(label,) * 4, rows=((label, cells),))


def a_strip(label: str = "Sharing", *points: Point) -> AgeStrip:
    row = StripRow(label=label, points=points, limit="2025-01-31", instead=f"No date: {label}")
    return AgeStrip(as_of="2026-01-31", rows=(row,))


def charts(label: str) -> list[Drawing]:
    return [
        a_heat_map(label),
        a_strip(label),
        Sides(left=label, right="For", rows=((label, 3, 5),)),
        Bars(plain=label, marked="Own", rows=(Bar(label=label, number=2, marked=True),)),
    ]


def picture(chart: Drawing, title: str = "Most is recent") -> etree._Element:
    return etree.fromstring(drawn(chart, key="chart-1", title=title, description="How to read it"))


def words(chart: Drawing) -> list[str]:
    return ["".join(map(str, one.itertext())) for one in picture(chart).iter("{*}text")]


@pytest.mark.parametrize("chart", charts("Sharing"), ids=lambda one: type(one).__name__)
def test_a_chart_has_a_role_a_title_and_a_description(chart: Drawing) -> None:
    found = picture(chart)

    assert found.get("role") == "img"
    assert found.findtext("{*}title") == "Most is recent"
    assert found.findtext("{*}desc") == "How to read it"


@pytest.mark.parametrize("place", range(4))
def test_labels_add_no_element_and_no_attribute(place: int) -> None:
    clean, nasty = picture(charts("Sharing")[place]), picture(charts(NASTY)[place], title=NASTY)

    assert {one.tag for one in nasty.iter()} == {one.tag for one in clean.iter()}
    assert not [name for one in nasty.iter() for name in one.attrib if str(name).startswith("on")]


def test_each_cell_of_a_heat_map_has_its_word_and_number() -> None:
    assert {"None 0", "One 1", "Several 2", "Old 3"} <= set(words(a_heat_map()))


def test_cells_differ_without_colour() -> None:
    shapes = set()
    for word in WORDS:
        one = HeatMap(columns=("A",), rows=(("B", (Cell(value=word, word="", number=1),)),))
        found = picture(one)
        dashed = [box.get("stroke-dasharray") for box in found.iter("{*}rect")]
        shapes.add((len(list(found.iter("{*}circle"))), len(list(found.iter("{*}path"))), str(dashed)))

    assert len(shapes) == len(WORDS)


def test_old_and_recent_days_have_different_marks_in_the_order_of_time() -> None:
    found = picture(a_strip("Sharing", Point(day="2024-06-30", old=True), Point(day="2025-12-31", old=False)))
    (diamond,), (dot,) = list(found.iter("{*}path")), list(found.iter("{*}circle"))

    left = float(str(diamond.get("d")).removeprefix("M").split()[0])
    assert left < float(str(dot.get("cx")))


def test_days_before_the_axis_stand_at_its_edge() -> None:
    found = picture(a_strip("Sharing", Point(day="1998-01-01", old=True)))

    (arrow,) = found.iter("{*}path")
    assert float(str(arrow.get("d")).removeprefix("M").split()[0]) >= 220
    assert "1998" not in words(a_strip("Sharing", Point(day="1998-01-01", old=True)))


def test_a_row_without_a_day_says_so() -> None:
    assert "No date: Sharing" in words(a_strip())


def test_numbers_stand_beside_both_sides() -> None:
    assert {"3", "5"} <= set(words(Sides(left="Against", right="For", rows=(("A", 3, 5),))))


def test_long_labels_are_cut_into_two_lines() -> None:
    lines = [
        one for one in words(a_strip("Care information reaches everybody " * 5)) if one.startswith(("Care", "reach"))
    ]

    assert len(lines) <= 2
    assert any("…" in one for one in words(a_strip("Care information reaches everybody " * 5)))
