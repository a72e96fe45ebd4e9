"""
The encodings that a file may name: those of the web's Encoding Standard and of old PCs, by what Python calls them.

Python knows more under its names, and some of them are no encodings of texts or take time that grows with the square of
the length (punycode, idna), or make half characters (utf-7).
"""

from __future__ import annotations

import codecs

_CODECS = frozenset(
    {
        *("utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255"),
        *("cp1256", "cp1257", "cp1258", "cp866", "cp874", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5"),
        *("iso8859-6", "iso8859-7", "iso8859-8", "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16"),
        *("koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "gbk", "gb2312", "gb18030", "big5", "big5hkscs"),
        *("euc_jp", "shift_jis", "cp932", "iso2022_jp", "euc_kr", "cp949", "cp437", "cp850"),
    }
)
_AS_BROWSERS_DO = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
}


def codec_of(name: str) -> str:
    """
    Return Python's codec for what a file says its encoding is; empty for a name that no text should have.

    Names of narrow encodings mean the wider ones that programs write under them, as in browsers.
    """
    try:
        codec = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return ""
    codec = _AS_BROWSERS_DO.get(codec, codec)
    return codec if codec in _CODECS else ""
