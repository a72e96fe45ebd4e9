"""Makes tiny distributions with one plugin each: a module and a `*.dist-info` beside it are enough, no pip needed."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
HOSTILE = (
    "hostile_ends_the_process",
    "hostile_hangs",
    "hostile_import_error",
    "hostile_import_loop",
    "hostile_prints",
    "hostile_raises",
    "hostile_version",
    "hostile_wrong_signature",
)


def make_distribution(folder: Path, name: str, source: str, *, distribution: str = "", version: str = "1.0") -> None:
    """Write the module `name` and a distribution that offers it as the plugin `name`."""
    distribution = distribution or name.replace("_", "-")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.py").write_text(source, encoding="utf-8")
    info = folder / f"{distribution.replace('-', '_')}-{version}.dist-info"
    info.mkdir(exist_ok=True)
    metadata = f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n"
    (info / "METADATA").write_text(metadata, encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[checker]\n{name} = {name}\n", encoding="utf-8")


def make_hostile(folder: Path, names: tuple[str, ...] = HOSTILE) -> None:
    """Write distributions of the modules in this folder."""
    for name in names:
        make_distribution(folder, name, (HERE / f"{name}.py").read_text(encoding="utf-8"))
