"""A small invented pack and its criteria, for tests of loading."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from checker_plugins import craft_observations, evidence_context

CORPUS = Path(__file__).parents[2] / "malformed_packs"
CRITERIA: Mapping[str, Mapping[str, object]] = {
    "evidenced": {"type": "object", "properties": {}},
    "recent_enough": {
        "type": "object",
        "properties": {"months": {"type": "integer", "minimum": 1}},
        "required": ["months"],
    },
    "voices_heard": {
        "type": "object",
        "properties": {
            "any_of": {"type": "array", "items": {"type": "string", "format": "voice"}},
            "at_least": {"type": "integer", "minimum": 1},
        },
        "required": ["at_least"],
    },
    "terms_found": {
        "type": "object",
        "properties": {"at_least": {"type": "integer"}},
        "required": ["at_least"],
        "x-needs": ["look_for"],
    },
}


LEXICONS = {
    form.id: form.roles for plugin in (craft_observations, evidence_context) for form in plugin.checker_lexicons()
}
"""What our own plugins know of lexicons."""


@dataclass(frozen=True, slots=True)
class Kitchen:
    """Makes copies of the good pack under `folder`, which is also the working folder."""

    folder: Path
    criteria: Mapping[str, Mapping[str, object]]
    lexicons: Mapping[str, Mapping[str, Mapping[str, object]]]

    def pack(self, name: str = "kitchen", *, changed: str = "") -> Path:
        """Return a copy of the good pack, with the files of a malformed one laid over it."""
        folder = self.folder / name
        shutil.copytree(CORPUS / "good", folder)
        if changed:
            shutil.copytree(CORPUS / changed, folder, dirs_exist_ok=True)
            (folder / "expected.txt").unlink()
        return folder

    def change(self, file: str, old: str, new: str, *, name: str = "kitchen") -> None:
        """Change one place of one file."""
        path = self.folder / name / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def kitchen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kitchen:
    """Return a kitchen in an empty working folder, so that messages show short paths."""
    monkeypatch.chdir(tmp_path)
    return Kitchen(tmp_path, CRITERIA, LEXICONS)
