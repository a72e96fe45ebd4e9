"""Signs that Word draws with symbol fonts: ticks, crosses, boxes."""

from __future__ import annotations

_WINGDINGS = {
    0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0x78: "☒",
    0x4A: "☺", 0x4C: "☹", 0xE0: "→", 0xF0: "→", 0xE8: "→", 0xE1: "↑", 0xE2: "↓",
}  # fmt: skip
_PRIVATE_USE = range(0xF000, 0xF100)
_UNKNOWN = "•"


def symbol(font: str, code: str) -> str:
    """Return the character for a code in hex, as near as there is one; a bullet for what is not known."""
    try:
        number = int(code, 16)
    except ValueError:
        return _UNKNOWN
    if number in _PRIVATE_USE:
        number -= _PRIVATE_USE.start
    if font.startswith("Wingdings"):
        return _WINGDINGS.get(number, _UNKNOWN)
    character = chr(number) if 0x20 <= number < 0xD800 else ""
    return character if character.isprintable() and character else _UNKNOWN
