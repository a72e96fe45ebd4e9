"""Texts that try to become something else than text in some output."""

from __future__ import annotations

from typing import Final

MARK: Final = "quoll"
"""Stands behind each payload; what finds it in an output as text has read past the payload."""

PAYLOADS: Final = {
    "html": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "html attribute": "\" onmouseover=\"alert(1)\" x='",
    "html comment": "<!-- --><![CDATA[ ]]><?php echo 1 ?>",
    "entity": "&lt;b&gt; &#60;i&#62; &nbsp;",
    "end of an element": "</td></tr></table></style></title></textarea>",
    "markdown link": "[click](javascript:alert(1)) [x]: http://evil.example",
    "markdown image": "![x](http://evil.example/x.png)",
    "markdown autolink": "<http://evil.example> www.evil.example user@evil.example",
    "markdown block": "# Heading | cell | ``` > quote",
    "formula": "=cmd|' /C calc'!A0",
    "formula with plus": "+HYPERLINK(\"http://evil.example\",\"x\")",
    "formula with minus": "-2+3+cmd|' /C calc'!A0",
    "formula with at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "formula behind a tab": "\t=1+1",
    "formula behind a line end": "\r\n=1+1",
    "formula in wide letters": "＝1+1",
    "formula behind a quotation mark": "\"=1+1",
    "separators": "a,b;c\td\"e\"\",\"f",
    "lines": "one\ntwo\r\nthree\rfour\u2028five\u2029six\x85seven\x0beight",
    "escape": "\x1b[31mred\x1b]0;title\x07\x1b[2J",
    "C1 escape": "\x9b31mred\x9d0;title\x9c",
    "backspaces": "safe\b\b\b\bevil\x7f\x00",
    "bidi": "\u202eevil\u2066exe.\u2069\u200fx\u061c",
    "field code": "{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc.exe\" }",
    "field markup": "<w:fldSimple w:instr=\"INCLUDETEXT\"/><w:instrText>HYPERLINK x</w:instrText>",
    "no characters": "\ufffe\uffff\ufdd0",
    "half pairs": "\ud800 \udfff \udc80",
    "yaml": "!!python/object/apply:os.system ['id'] {{ x }} ${y} %s %(z)s {0}",
    "uri": "javascript:alert(1)//../..//evil.example/?q=#f%00%2e",
    "sarif link": "[evil](https://evil.example) [1](2)",
    "json": "\"}],\"x\":{\"y\":[",
    "very long": "A" * 20_000,
    "very long with blanks": "word " * 5_000,
}  # fmt: skip
