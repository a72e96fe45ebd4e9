"""Python's HTML parser with a short way through tags that are written plainly, as nearly all of a page are."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_START = re.compile(r"<([a-z][a-z0-9]{0,15})((?: [a-z-]{1,30}=\"[^\"&<>]{0,1000}\"){0,20})>")
_END = re.compile(r"</([a-z][a-z0-9]{0,15})>")
_ATTRIBUTE = re.compile(r" ([a-z-]+)=\"([^\"]*)\"")
_OTHERWISE = frozenset("script style title textarea plaintext xmp iframe noembed noframes noscript".split())
"""What stands in these is text to the parser, whatever it looks like: it knows of more of them with each version."""


class PlainTagsParser(HTMLParser):
    """Calls the same handlers in the same order as `HTMLParser`. Of positions only the line is known."""

    def parse_starttag(self, i: int) -> int:
        """Handle a start tag; return where it ends, -1 if it does not."""
        found = _START.match(self.rawdata, i)
        if found is None or found[1] in _OTHERWISE or self.cdata_elem:
            return super().parse_starttag(i)
        self.handle_starttag(found[1], _ATTRIBUTE.findall(found[2]) if found[2] else [])
        return found.end()

    def parse_endtag(self, i: int) -> int:
        """Handle an end tag; return where it ends, -1 if it does not."""
        found = _END.match(self.rawdata, i)
        if found is None or found[1] in _OTHERWISE or self.cdata_elem:
            return super().parse_endtag(i)
        self.handle_endtag(found[1])
        return found.end()

    def updatepos(self, i: int, j: int) -> int:
        """Count the lines from one place to another; return the other."""
        self.lineno += self.rawdata.count("\n", i, j)
        return j
