"""A pack as one file: the same bytes everywhere, and refused unless it is exactly what was built."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from checker.domain.pack import Pack
from checker.domain.tailoring import Release
from checker.errors import UnreadableError
from checker.pack_archive import MANIFEST, build_archive, may_be_packed, open_archive

FILES = {"pack.yaml": b"id: region\n", "lexicon/voice.yaml": b"lexicon: voice\n", "LICENCE": b"Free.\n"}
PACK = Pack(
    id="region",
    title="Our region",
    version="1.2",
    sha256="",
    root="region",
    framework_id="kitchens",
    licence="CC-BY-4.0",
    author="Us",
    date="2026-03-31",
    edition="first",
    extends=("base",),
    releases=(Release(version="1.2", date="2026-03-31", text="Warmer."),),
)


def rebuilt(change: str = "", *, name: str = "", data: bytes = b"", **entry: int) -> bytes:
    """Return a sound archive with one file more, changed or left out."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(build_archive(PACK, FILES))) as sound, zipfile.ZipFile(made, "w") as zipped:
        for info in sound.infolist():
            if info.filename != change or data:
                zipped.writestr(info, data if info.filename == change else sound.read(info))
        if name:
            more = zipfile.ZipInfo(name)
            for key, value in entry.items():
                setattr(more, key, value)
            zipped.writestr(more, b"x: 1\n")
    return made.getvalue()


def test_what_was_built_can_be_opened_with_all_that_is_said_of_it() -> None:
    archive = open_archive(build_archive(PACK, FILES))

    assert archive.files == FILES
    assert archive.folder == "region"
    told = {key: archive.manifest[key] for key in ("licence", "author", "date", "edition", "extends", "framework")}
    assert told == {
        "licence": "CC-BY-4.0",
        "author": "Us",
        "date": "2026-03-31",
        "edition": "first",
        "extends": ["base"],
        "framework": "kitchens",
    }
    assert archive.manifest["releases"] == [{"version": "1.2", "date": "2026-03-31", "text": "Warmer."}]


def test_the_same_pack_gives_the_same_bytes_in_any_order_of_files() -> None:
    assert build_archive(PACK, FILES) == build_archive(PACK, dict(reversed(FILES.items())))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "damaged or another zip"),
        (b"PK\x03\x04 nonsense", "damaged or another zip"),
        (rebuilt(MANIFEST), "damaged or another zip"),
        (rebuilt(MANIFEST, data=b"[]"), "not of the form"),
        (rebuilt("pack.yaml", data=b"id: regiom\n"), "'pack.yaml' was changed"),
        (rebuilt("LICENCE"), "'LICENCE' is listed and not there"),
        (rebuilt(name="more.yaml"), "'more.yaml' is there and not listed"),
        (rebuilt(name="../more.yaml"), "'../more.yaml' has no place"),
        (rebuilt(name="/etc/more.yaml"), "has no place"),
        (rebuilt(name="lexicon/../../more.yaml"), "has no place"),
        (rebuilt(name="run.py"), "'run.py' has no place"),
        (rebuilt(name="con.yaml"), "'con.yaml' has no place"),
        (rebuilt(name="PACK.yaml"), "'PACK.yaml' is there twice"),
        (rebuilt(name="link.yaml", external_attr=0o120777 << 16), "'link.yaml' is a link"),
        (rebuilt(name="small.yaml", compress_type=zipfile.ZIP_DEFLATED), "'small.yaml' is compressed"),
    ],
)
def test_anything_else_is_refused_with_the_reason(data: bytes, told: str) -> None:
    with pytest.raises(UnreadableError, match=told):
        open_archive(data)


@pytest.mark.parametrize("folder", ["..", "a/b", "", "con", ".hidden", 7])
def test_a_folder_that_leads_elsewhere_is_refused(folder: object) -> None:
    with zipfile.ZipFile(io.BytesIO(build_archive(PACK, FILES))) as archive:
        manifest = {**json.loads(archive.read(MANIFEST)), "folder": folder}

    with pytest.raises(UnreadableError, match="not of the form"):
        open_archive(rebuilt(MANIFEST, data=json.dumps(manifest).encode()))


def test_only_what_belongs_to_a_pack_is_packed() -> None:
    names = ["pack.yaml", "editions/next.yaml", "NOTICE", ".git/config", "notes.docx", "other/x.yaml", "__init__.py"]

    assert [name for name in names if may_be_packed(name)] == ["pack.yaml", "editions/next.yaml", "NOTICE"]
