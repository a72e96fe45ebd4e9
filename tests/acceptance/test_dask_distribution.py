"""A real cluster on this computer gives the same report, also when a worker is killed; what cannot work is told."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
DISTRIBUTION = PROJECT / "plugins" / "dask_distribution"
ASSESS = ("assess", "library", "--as-of", "2026-01-31", "--format", "json", "--no-cache")
WAIT = 60
DOCUMENTS = 24

distributed = pytest.importorskip(
    "distributed", reason="Dask is not installed: running on a cluster is left out", exc_type=ImportError
)
pytestmark = pytest.mark.slow


def install(folder: Path, version: str = "0.1.0") -> Path:
    """Write the distribution into a folder as an installer does, and return the folder."""
    project = tomllib.loads((DISTRIBUTION / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    shutil.copytree(DISTRIBUTION / "src", folder, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    info = folder / f"council_checker_dask-{version}.dist-info"
    info.mkdir()
    needs = "".join(f"Requires-Dist: {one}\n" for one in project["dependencies"])
    metadata = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {version}\n{needs}"
    (info / "METADATA").write_text(metadata, encoding="utf-8")
    (entry,) = project["entry-points"]["checker"].items()
    (info / "entry_points.txt").write_text("[checker]\n{} = {}\n".format(*entry), encoding="utf-8")
    return folder


@dataclass(frozen=True, kw_only=True)
class Place:
    """A folder with a library, and an environment in which the plugin is installed."""

    folder: Path
    site: Path

    def checker(self, *arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "checker", *arguments]
        pipe = subprocess.PIPE
        return subprocess.Popen(
            command, cwd=self.folder, env=environment(self.site), stdout=pipe, stderr=pipe, text=True
        )

    def ended(self, *arguments: str) -> tuple[int, str, str]:
        run = self.checker(*arguments)
        out, err = run.communicate(timeout=4 * WAIT)
        return run.returncode, out, err


def environment(site: Path | None) -> dict[str, str]:
    values = {
        name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "CHECKER_PLUGINS_AUTOLOAD")
    }
    return values | ({"PYTHONPATH": str(site)} if site else {})


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    folder = tmp_path_factory.mktemp("dask")
    (folder / "library").mkdir()
    for number in range(DOCUMENTS):
        text = "\n\n".join(
            f"Carers told us in March 2025 that team {number}-{one} answered within {one} days. "
            "We share information with our health partners through a shared care record."
            for one in range(40)
        )
        (folder / "library" / f"{number:02}.md").write_text(f"# Notes {number}\n\n{text}\n", encoding="utf-8")
    (folder / "library" / "broken.docx").write_bytes(b"PK\x03\x04 no more")
    return Place(folder=folder, site=install(folder / "site"))


@contextmanager
def started(*command: str, site: Path | None, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    with (folder / "log.txt").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "distributed.cli." + command[0], *command[1:]],
            env=environment(site),
            stdout=log,
            stderr=log,
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.fixture(scope="module")
def scheduler(place: Place) -> Iterator[str]:
    """The address of a scheduler without workers."""
    file = place.folder / "scheduler.json"
    arguments = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file))
    with started("dask_scheduler", *arguments, site=place.site, folder=place.folder):
        until(file.exists)
        with distributed.Client(scheduler_file=str(file), set_as_default=False) as client:
            yield client.scheduler.address


@contextmanager
def workers(scheduler: str, *sites: Path | None, folder: Path) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Start a worker for each site; they have left the cluster at the end."""
    arguments = (scheduler, "--nthreads", "1", "--no-nanny", "--no-dashboard")
    with distributed.Client(scheduler, set_as_default=False) as client:
        with ExitStack() as stack:
            command = partial(started, "dask_worker", *arguments, folder=folder)
            processes = [stack.enter_context(command(site=site)) for site in sites]
            until(lambda: len(client.nthreads()) == len(sites))
            yield processes
        until(lambda: not client.nthreads())


def until(is_so: Callable[[], object]) -> None:
    end = time.monotonic() + WAIT
    while not is_so():
        assert time.monotonic() < end, "it did not come to be in time"
        time.sleep(0.02)


def test_the_report_is_the_same_and_nothing_is_lost_when_a_worker_is_killed(place: Place, scheduler: str) -> None:
    here = place.ended(*ASSESS)

    with (
        workers(scheduler, place.site, place.site, folder=place.folder) as processes,
        distributed.Client(scheduler, set_as_default=False) as client,
    ):
        run = place.checker(*ASSESS, "--run-on", f"dask:{scheduler}")
        until(lambda: all(client.processing().values()) and len(client.processing()) == 2)
        processes[0].kill()
        was_running = run.poll() is None
        until(lambda: len(client.nthreads()) == 1)
        out, err = run.communicate(timeout=4 * WAIT)

    assert was_running
    assert (run.returncode, out, err) == here
    assert "00.md" in out
    assert f"{DOCUMENTS} of {DOCUMENTS + 1} files read" in err


def test_a_scheduler_that_is_not_there_is_told_in_one_line(place: Place) -> None:
    code, out, err = place.ended(*ASSESS, "--run-on", "dask:tcp://127.0.0.1:1")

    assert (code, out) == (2, "")
    cause = "cannot be reached (is it running, and is the address right?)"
    assert err == f"checker: The Dask scheduler at tcp://127.0.0.1:1 {cause}\n"


def test_a_cluster_without_workers_is_told_in_one_line(place: Place, scheduler: str) -> None:
    code, out, err = place.ended(*ASSESS, "--run-on", f"dask:{scheduler}")

    assert (code, out) == (2, "")
    assert err.startswith(f"checker: The Dask scheduler at {scheduler} has no workers (start some: ")
    assert err.count("\n") == 1


def test_a_worker_without_the_plugin_is_told_in_one_line(place: Place, scheduler: str) -> None:
    with workers(scheduler, place.site, None, folder=place.folder):
        code, out, err = place.ended(*ASSESS, "--run-on", f"dask:{scheduler}")

    assert (code, out) == (2, "")
    assert "has no council-checker-dask (install there what is installed here)" in err
    assert err.count("\n") == 1


def test_a_worker_with_another_version_is_told_in_one_line(place: Place, scheduler: str) -> None:
    other = install(place.folder / "other", version="0.2.0")

    with workers(scheduler, place.site, other, folder=place.folder):
        code, out, err = place.ended(*ASSESS, "--run-on", f"dask:{scheduler}")

    assert (code, out) == (2, "")
    assert "has council-checker-dask 0.2.0, and this computer has council-checker-dask 0.1.0 (install the same" in err
    assert err.count("\n") == 1


def test_the_distribution_s_own_tests_pass(place: Place) -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=DISTRIBUTION,
        env=environment(place.site),
        capture_output=True,
        text=True,
        check=False,
        timeout=4 * WAIT,
    )

    assert answer.returncode == 0, answer.stdout + answer.stderr
