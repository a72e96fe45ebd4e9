"""The files of a pack: which there are, what each is for, and what they hold before anything is made of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import DataError, Problem, shown_path
from checker.values import dataclass, field

if TYPE_CHECKING:
    from checker.domain.word_weights import WordWeights
    from checker.yaml_checks.node import Node

_BY_NAME = {
    "pack.yaml": "pack",
    "framework.yaml": "framework",
    "default-rules.yaml": "default-rules",
    "reliability.yaml": "reliability",
    "overlay.yaml": "overlay",
}
_WEIGHTS = "word-weights"
_BY_FOLDER = {"lexicon": "lexicon", "editions": "edition"}


@dataclass(frozen=True, kw_only=True, slots=True)
class PackFile:
    """One file: `name` is relative to the pack's folder, `role` the name of its schema."""

    path: Path
    name: str
    role: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PackFolder:
    """A folder with its files, sorted by name. `root` is the folder's own name."""

    path: Path
    root: str
    files: tuple[PackFile, ...]
    sha256: str


@dataclass(kw_only=True, slots=True)
class RawPack:
    """
    What the files of a pack hold, by their roles. `unread` has the roles of files of which nothing could be used.

    `bases` are the packs that it extends, directly or through others.
    """

    folder: PackFolder
    read: dict[str, list[Node]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    word_weights: list[WordWeights] = field(default_factory=list)
    bases: tuple[RawPack, ...] = field(default=(), repr=False)

    def of(self, role: str) -> list[Node]:
        """Return the files of one role, sorted by name."""
        return self.read.get(role, [])

    def first(self, role: str) -> Node | None:
        """Return the one file of a role, or `None`."""
        return next(iter(self.of(role)), None)

    @property
    def id(self) -> str:
        """The pack's id as written; empty if it has none."""
        pack = self.first("pack")
        return pack.get("id").text if pack else ""

    def expectations(self) -> Iterator[tuple[Node, Node]]:
        """Yield each statement file with each of its expectations."""
        for file in self.of("expectations"):
            for expectation in file.nodes("expectations"):
                yield file, expectation

    def default_rules(self) -> list[Node]:
        """Return the default rules; a pack without its own asks those of the packs that it extends, each id once."""
        own = self.own_default_rules()
        if own or self.of("default-rules"):
            return own
        found = [rule for base in reversed(self.bases) for rule in base.own_default_rules()]
        return list({rule.get("id").text: rule for rule in found}.values())

    def own_default_rules(self) -> list[Node]:
        """Return the default rules that the pack brings itself."""
        return [rule for file in self.of("default-rules") for rule in file.nodes("default_rules")]

    def name_of(self, node: Node) -> str:
        """Return the name of a node's file as packs carry it; the file may be one of a pack that this one extends."""
        home = next((pack for pack in (self, *self.bases) if _lies_in(pack.folder, node)), self)
        return file_name(home.folder, node)

    def written_rules(self) -> list[Node]:
        """Return the rules that are written out: of expectations, of statements, of the run."""
        of_expectations = [rule for _, expectation in self.expectations() for rule in expectation.nodes("rules")]
        return of_expectations + [rule for file in self.of("expectations") for rule in file.nodes("rules")]


def find_folders(folders: Sequence[Path]) -> list[PackFolder]:
    """
    Return the folders with their files, each folder once.

    `DataError` if a folder has no `pack.yaml` or holds YAML files that would be ignored.
    """
    problems: list[Problem] = []
    unique = {folder.resolve(): folder for folder in reversed(folders)}
    found = [_folder(folder, problems) for _, folder in sorted(unique.items(), key=lambda item: str(item[0]))]
    if problems:
        raise DataError(problems)
    return found


def read_folder(folder: PackFolder, problems: list[Problem]) -> RawPack:
    """Return what the folder's files hold; mistakes of form go to `problems`."""
    raw = RawPack(folder=folder)
    for file in folder.files:
        if file.role == _WEIGHTS:
            raw.word_weights += _word_weights(file, folder, problems)
        elif node := read_file(file, problems):
            raw.read.setdefault(file.role, []).append(node)
        else:
            raw.unread.add(file.role)
    return raw


def _word_weights(file: PackFile, folder: PackFolder, problems: list[Problem]) -> list[WordWeights]:
    from checker.stages.packs.word_weights import read_word_weights

    found = read_word_weights(file.path, f"{folder.root}/{file.name}", problems)
    return [found] if found else []


def read_file(file: PackFile, problems: list[Problem]) -> Node | None:
    """Return what one file holds, or `None` if nothing of it can be used."""
    from checker.yaml_checks.node import Node  # what reads YAML costs time, and packs that are known need none of it
    from checker.yaml_checks.schema import schema_problems
    from checker.yaml_source import parse_yaml

    try:
        source = parse_yaml(file.path)
    except DataError as error:
        problems += error.problems
        return None
    problems += [*source.problems, *schema_problems(source, file.role)]
    return Node.root(source)


def case_files(folder: Path) -> list[PackFile]:
    """Return the files of cases in a pack's folder, sorted by name."""
    return [_file(path, folder) for path in sorted(folder.glob("*.cases.yaml"))]


def file_name(folder: PackFolder, node: Node) -> str:
    """Return the name of a node's file as packs carry it: the folder's name, then the path in it."""
    return f"{folder.root}/{node.source.path.relative_to(folder.path).as_posix()}"


def _folder(folder: Path, problems: list[Problem]) -> PackFolder:
    if not (folder / "pack.yaml").is_file():
        missing = "there is no pack.yaml in this folder" if folder.is_dir() else "there is no such folder"
        problems.append(Problem(file=shown_path(folder), message=missing, expected="a folder with a pack.yaml"))
    paths = [*folder.glob("*.yaml"), *(path for inner in _BY_FOLDER for path in (folder / inner).glob("*.yaml"))]
    paths += folder.glob(f"{_WEIGHTS}*.txt")
    problems += _ignored(folder, set(paths))
    files = tuple(_file(path, folder) for path in sorted(paths))
    return PackFolder(path=folder, root=folder.resolve().name, files=files, sha256=_sha256(files, problems))


def _ignored(folder: Path, read: set[Path]) -> Iterator[Problem]:
    """Yield a problem for each YAML file that nothing would read: a silently ignored rule is worse than an error."""
    for path in sorted([*folder.rglob("*.yaml"), *folder.rglob("*.yml")]):
        if path not in read and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            expected = "the ending .yaml, in the pack's folder or in its folder lexicon or editions"
            yield Problem(file=shown_path(path), message="this file would not be read", expected=expected)
    for path in sorted(folder.rglob("*.txt")):
        if "weight" in path.name.casefold() and path not in read:
            expected = f"a name that begins with {_WEIGHTS}, in the pack's folder"
            yield Problem(file=shown_path(path), message="this file would not be read", expected=expected)


def _file(path: Path, folder: Path) -> PackFile:
    name = path.relative_to(folder).as_posix()
    return PackFile(path=path, name=name, role=_role(name))


def _role(name: str) -> str:
    inner, _, last = name.rpartition("/")
    if inner:
        return _BY_FOLDER[inner]
    if last.startswith(_WEIGHTS) and last.endswith(".txt"):
        return _WEIGHTS
    if last.endswith(".cases.yaml"):
        return "cases"
    return "overlay" if last.endswith(".overlay.yaml") else _BY_NAME.get(last, "expectations")


def _lies_in(folder: PackFolder, node: Node) -> bool:
    return node.source.path.is_relative_to(folder.path)


def _sha256(files: Sequence[PackFile], problems: list[Problem]) -> str:
    total = hashlib.sha256()
    for file in files:
        try:
            with file.path.open("rb") as opened:
                digest = hashlib.file_digest(opened, "sha256").hexdigest()
        except OSError as error:
            message = f"the file cannot be opened: {(error.strerror or 'unknown reason').lower()}"
            problems.append(Problem(file=shown_path(file.path), message=message, expected="a file that you may read"))
            continue
        total.update(f"{file.name}\n{digest}\n".encode())
    return total.hexdigest()
