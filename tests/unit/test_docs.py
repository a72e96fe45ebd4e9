"""What the pages promise is there: links, files, options, formats, settings, examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from checker.cli.app import checker
from checker.domain.document import Source
from checker.pipeline import load_book
from checker.plugin_manager import Plugins
from checker.settings import Settings, load_settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PAGES = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "benchmarks/README.md", ROOT / "sample_reports/README.md"]
)
LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(<?([^)\s<>]+)>?\)")
CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
FOLDERS = ("benchmarks", "checker", "docs", "plugins", "rules", "sample_reports", "scripts", "tests")


def anchors_of(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as code hosts make them."""
    headings = re.findall(r"^#+ +(.*)$", CODE.sub(lambda found: found[0].strip("`"), page.read_text("utf-8")), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def links_of(page: Path) -> Iterator[tuple[Path, str]]:
    """Yield the file and the anchor of each link that stays in the project."""
    for target in (found.strip("<>") for found in LINK.findall(CODE.sub("", page.read_text("utf-8")))):
        if not re.match(r"[a-z]+:", target):
            file, _, anchor = target.partition("#")
            yield (page.parent / file if file else page), anchor


def command_lines(page: str) -> Iterator[list[str]]:
    """Yield the words behind each `checker` that a page shows as a command, to the end of the command."""
    for line in re.findall(r"^ {4}(.*)$|`([^`\n]*)`", page, re.MULTILINE):
        shown = re.sub(r" {2,}.*| #.*", "", line[0] or line[1])
        found = re.match(r"(?:\.venv[/\\](?:bin|Scripts)[/\\])?checker (.*)", shown)
        if found:
            yield found[1].split()


def parameters_of(words: list[str]) -> tuple[str, set[str]]:
    """Return the command that the words call and the options that it has."""
    command: click.Command = checker
    path: list[str] = []
    context = click.Context(command)
    while isinstance(command, click.Group) and words[len(path) :]:
        inner = command.get_command(context, words[len(path)])
        if inner is None:
            break
        command, path = inner, words[: len(path) + 1]
    options = {option for one in command.params for option in one.opts}
    return " ".join(path), options | {"--help", "--version"}


def table_below(heading: str) -> list[list[str]]:
    """Return the cells of the first table below a heading of the README, without its head."""
    lines = README.split(heading, 1)[1].splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("|")) + 2
    rows = []
    for line in lines[start:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    broken = [
        f"{file.name}#{anchor}"
        for file, anchor in links_of(page)
        if not file.exists() or (anchor and anchor not in anchors_of(file))
    ]

    assert broken == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/architecture.md"])
def test_every_file_that_is_named_is_there(name: str) -> None:
    named = re.findall(rf"`((?:{'|'.join(FOLDERS)})/[\w./*-]*)`", (ROOT / name).read_text("utf-8"))

    assert named
    assert [path for path in named if not any(ROOT.glob(path))] == []


@pytest.mark.parametrize(
    ("folder", "page"),
    [("plugins", "docs/architecture.md"), ("rules", "docs/architecture.md"), ("benchmarks", "benchmarks/README.md")],
)
def test_every_plugin_pack_and_benchmark_is_on_its_page(folder: str, page: str) -> None:
    marks = ("__init__.py", "pyproject.toml")
    there = {path.parent.name for path in (ROOT / folder).glob("*/*") if path.name in marks}
    text = (ROOT / page).read_text("utf-8")

    assert there
    assert [name for name in sorted(there) if not re.search(rf"`{name}/?`", text)] == []


def test_the_page_on_architecture_names_every_part_of_the_engine() -> None:
    parts = [path.name for path in (ROOT / "checker").iterdir() if not path.name.startswith(("_", "py."))]

    assert [part for part in parts if f"`checker/{part}" not in ARCHITECTURE] == []


def test_every_command_that_the_readme_shows_exists_with_its_options() -> None:
    calls = list(command_lines(README))

    assert len(calls) > 10
    for words in calls:
        command, options = parameters_of(words)
        assert command or words[0].startswith("-"), words
        assert {word for word in words if word.startswith("--")} <= options, words


def test_every_option_in_the_readme_s_table_is_one_of_assess() -> None:
    shown = [row[0].strip("`").split()[0] for row in table_below("Useful options:")]

    assert set(shown) <= parameters_of(["assess"])[1]


def test_the_readme_counts_what_the_packs_hold(built_in: Plugins) -> None:
    book = load_book(built_in)
    of_statements = [rule for rule in book.rules if rule.statement]
    counts = (len(book.expectations), len(of_statements), len(book.rules) - len(of_statements))

    shown = re.search(r"\((\d+)\s+expectations, (\d+)\s+rules;[^)]*\), and (\d+)\s+more", README)

    assert shown
    assert tuple(map(int, shown.groups())) == counts


def test_the_readme_names_every_format_with_its_file(built_in: Plugins) -> None:
    shown = {row[0].strip("`"): row[1].strip("`") for row in table_below("### Formats")}
    offered = {name: f"gap-report.{one.suffix}" for name, one in built_in.reporters().items()}

    assert {**shown, "terminal": offered["terminal"]} == offered


def test_every_suffix_in_the_readme_has_a_reader(built_in: Plugins) -> None:
    shown = re.findall(r"`(\.\w+)`", " ".join(row[1] for row in table_below("### What can be read")))
    readers = {suffix: reader_of(suffix, built_in) for suffix in shown}

    assert len(shown) > 25
    assert [suffix for suffix, reader in readers.items() if reader in ("", "unreadable_files")] == []


def reader_of(suffix: str, plugins: Plugins) -> str:
    document = plugins.read_document(Source(name=f"file{suffix}", data=b"nothing", sha256="0" * 64))
    return document.reader if document else ""


def test_the_readme_s_settings_are_understood(tmp_path: Path) -> None:
    example = README.split("## Settings", 1)[1].split("```yaml\n", 1)[1].split("```", 1)[0]
    (tmp_path / "our_region").mkdir()
    (tmp_path / "our_region" / "pack.yaml").touch()
    (tmp_path / "checker.yaml").write_text(example, encoding="utf-8")

    settings = load_settings(tmp_path / "checker.yaml")

    assert settings.council == "Thornbridge Borough Council"
    assert settings != Settings()


def test_the_readme_s_plugin_can_be_imported_and_offers_its_criterion() -> None:
    example = README.split("```python\n", 1)[1].split("```", 1)[0]
    module: dict[str, Any] = {"__name__": "example"}

    exec(compile(example, "README.md", "exec"), module)

    assert [criterion.name for criterion in module["checker_criteria"]()] == ["two_documents"]
