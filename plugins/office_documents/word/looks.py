"""Handlers for the look of runs and paragraphs, as far as it says what words are: bold, hidden, white, highlighted."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..colours import is_white
from ..xml_stream import Attributes, plain
from .paragraphs import Run
from .place import Place
from .styles import Styles, is_on, is_shaded, outline_level, value_of
from .tables import Tables

_NO_HIGHLIGHT = frozenset({"none", "white", ""})


class Looks:
    """
    Keeps the look of the present run (`None`: nothing is said of it) and sets that of the present paragraph.

    `dark_page`: the page has a colour of its own, so that white words can be seen on it.
    """

    def __init__(self, place: Place, styles: Styles, tables: Tables) -> None:
        self.run: Run | None = None
        self.dark_page = False
        self.in_paragraph_properties = self.in_run_properties = False
        self._place, self._styles, self._tables = place, styles, tables

    def starts(self) -> Mapping[str, Callable[[Attributes], None]]:
        """Handlers for starts of elements."""
        return {
            "r": self._begin_run,
            "pPr": self._begin_paragraph_properties,
            "rPr": self._begin_run_properties,
            "pStyle": self._paragraph_style,
            "numId": self._numbering,
            "outlineLvl": self._outline_level,
            "shd": self._shade,
            "rStyle": lambda raw: self._set("style", self._styles.of(value_of(raw))),
            "b": lambda raw: self._set("bold", is_on(raw)),
            "vanish": lambda raw: self._set("hidden", is_on(raw)),
            "color": lambda raw: self._set("white", is_white(value_of(raw))),
            "highlight": lambda raw: self._set("highlighted", value_of(raw) not in _NO_HIGHLIGHT),
            "background": self._page_colour,
        }

    def ends(self) -> Mapping[str, Callable[[], None]]:
        """Handlers for ends of elements."""
        return {"pPr": self._end_paragraph_properties, "rPr": self._end_run_properties}

    def _begin_run(self, _: Attributes) -> None:
        self.run = None

    def _begin_paragraph_properties(self, _: Attributes) -> None:
        self.in_paragraph_properties = True

    def _end_paragraph_properties(self) -> None:
        self.in_paragraph_properties = False

    def _begin_run_properties(self, _: Attributes) -> None:
        self.in_run_properties = True

    def _end_run_properties(self) -> None:
        self.in_run_properties = False

    def _set(self, name: str, value: object) -> None:
        """Set a property of the run; what is said in a paragraph's properties is the look of its mark alone."""
        if self.in_run_properties and not self.in_paragraph_properties:
            self.run = self.run or Run()
            setattr(self.run, name, value)

    def _paragraph_style(self, raw: Attributes) -> None:
        if self._place.paragraph:
            self._place.paragraph.style = self._styles.of(value_of(raw))

    def _numbering(self, raw: Attributes) -> None:
        if self._place.paragraph:
            self._place.paragraph.is_list = value_of(raw) != "0"

    def _outline_level(self, raw: Attributes) -> None:
        if self._place.paragraph:
            level = outline_level(value_of(raw))
            self._place.paragraph.level = 0 if level is None else level

    def _shade(self, raw: Attributes) -> None:
        if self.in_run_properties:
            self._set("shaded", is_shaded(raw))
        elif not self.in_paragraph_properties:
            self._tables.shade(raw)
        elif self._place.paragraph:
            self._place.paragraph.shaded = is_shaded(raw)

    def _page_colour(self, raw: Attributes) -> None:
        colour = plain(raw).get("color", "auto")
        self.dark_page = colour != "auto" and not is_white(colour)
