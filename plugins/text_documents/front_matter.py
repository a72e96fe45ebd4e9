"""Front matter of a Markdown file: what the file says of itself, never evidence."""

from __future__ import annotations

import re

import yaml

_BLOCK = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_KEY_LINE = re.compile(r"\s*(?:#.*\r?\n\s*)*[\"']?[A-Za-z][\w .-]*[\"']?\s*:(?:\s|$)")
_PARSE_LIMIT = 100_000


def find_front_matter(text: str) -> tuple[int, dict[str, str], str]:
    """
    Return where the front matter ends (0 if there is none), its flat keys, and a note if it could not be understood.

    A text that merely begins with a rule (`---`) has none: the first line of front matter names a key. Keys are
    lower case with `_`; lists of plain values are joined with commas; nested values are left out.
    """
    found = _BLOCK.match(text)
    if not found or (found.group("body").strip() and not _KEY_LINE.match(found.group("body"))):
        return 0, {}, ""
    body = found.group("body")
    if len(body) > _PARSE_LIMIT:
        return found.end(), {}, "The front matter is too long to be understood; it was left out."
    try:
        node = yaml.compose(body, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        return found.end(), {}, "The front matter is not valid YAML; it was left out."
    return found.end(), _flat(node), ""


def _flat(node: yaml.Node | None) -> dict[str, str]:
    if not isinstance(node, yaml.MappingNode):
        return {}
    values: dict[str, str] = {}
    for key, value in node.value:
        if isinstance(key, yaml.ScalarNode):
            plain = _plain(value)
            if plain:
                values[re.sub(r"[\s.-]+", "_", key.value.strip().lower())] = plain
    return values


def _plain(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value).strip()
    if isinstance(node, yaml.SequenceNode) and all(isinstance(item, yaml.ScalarNode) for item in node.value):
        return ", ".join(str(item.value).strip() for item in node.value)
    return ""
