"""Python's HTML parser with a short way through tags that are written plainly, as nearly all of a page are."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

_PLAIN = re.compile(r"([^<]*+)<(/?)([a-z][a-z0-9]{0,15})((?: [a-z-]{1,30}=\"[^\"&<>]{0,1000}\"){0,20})>")
"""Words, which may be none, and a plain tag behind them: `/` for an end tag, name, attributes."""
_ATTRIBUTE = re.compile(r" ([a-z-]+)=\"([^\"]*)\"")
_OTHERWISE = frozenset("script style title textarea plaintext xmp iframe noembed noframes noscript".split())
"""What stands in these is text to the parser, whatever it looks like: it knows of more of them with each version."""
_SECTION = re.compile(r"<!\[(?:temp|cdata|ignore|include|rcdata|if|else|endif)\b", re.IGNORECASE)
"""What begins a section that the parser knows; at any other it would end with an error."""


class PlainTagsParser(HTMLParser):
    """
    Calls the same handlers in the same order as `HTMLParser`. Of positions only the line is known (`line`), and of the
    attributes of a plain tag those that `heeded` finds.

    From a tag on it goes through words and plain tags by itself, and hands over where something else follows.
    """

    heeded = re.compile("")
    """What attributes hold that are looked at; others are not taken apart."""
    _at = _counted = 0
    """Where in `rawdata` what is being handled begins, and where its lines are counted up to."""

    @property
    def line(self) -> int:
        """The line in which what is being handled begins."""
        self.updatepos(0, self._at)
        return self.lineno

    def getpos(self) -> tuple[int, int]:
        """Return the line, and 0 for the place in it."""
        return self.line, 0

    def goahead(self, end: bool) -> None:
        """Handle as much as is there."""
        self._at = self._counted = 0
        super().goahead(end)

    def parse_starttag(self, i: int) -> int:
        """Handle a start tag and what follows plainly; return where that ends, -1 if the tag does not."""
        end = self._plain(i)
        return super().parse_starttag(i) if end == i else end

    def parse_html_declaration(self, i: int) -> int:
        """Handle what begins with `<!`; a section of unknown sort is a comment, as it is to browsers."""
        if self.rawdata.startswith("<![", i) and not _SECTION.match(self.rawdata, i):
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)

    def parse_endtag(self, i: int) -> int:
        """Handle an end tag and what follows plainly; return where that ends, -1 if the tag does not."""
        end = self._plain(i)
        return super().parse_endtag(i) if end == i else end

    def updatepos(self, i: int, j: int) -> int:
        """Count the lines from one place to another; return the other."""
        if j > self._counted:
            self.lineno += self.rawdata.count("\n", max(i, self._counted), j)
            self._counted = j
        return j

    def _plain(self, at: int) -> int:
        """Handle words and plain tags from a place on; return where something else begins."""
        if self.cdata_elem:
            return at
        text, match, is_heeded = self.rawdata, _PLAIN.match, self.heeded.search
        start, end = self.handle_starttag, self.handle_endtag
        while (found := match(text, at)) and found[3] not in _OTHERWISE:
            words, closes, tag, given = found.groups()
            self._at = at
            if words:
                self.handle_data(unescape(words) if "&" in words else words)
                self._at = at + len(words)
            if closes:
                end(tag)
            else:
                start(tag, _ATTRIBUTE.findall(given) if given and is_heeded(given) else [])
            at = found.end()
        return at
