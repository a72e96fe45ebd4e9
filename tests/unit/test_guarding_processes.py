"""The child of the guard lives no longer than who called it, in whatever process that was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

KIT = Path(__file__).parents[1] / "guarded_functions"


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/status")
    return not (status.exists() and "\nState:\tZ" in status.read_text(encoding="ascii"))


def ends_within(process: int, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not is_running(process):
            return True
        time.sleep(0.05)
    return False


DAEMON = """
import multiprocessing, sys
from checker import guarded
from guarded_functions import add, my_process

def work(queue):
    queue.put(guarded(add, 20, 1))
    queue.put(guarded(my_process))

if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    queue = context.Queue()
    worker = context.Process(target=work, args=(queue,), daemon=True)
    worker.start()
    print(queue.get(timeout=60), queue.get(timeout=60))
    worker.join(20)
"""


def test_it_works_in_daemonic_workers_and_leaves_nothing_behind(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(DAEMON, encoding="utf-8")

    run = subprocess.run(
        [sys.executable, script], env=os.environ | {"PYTHONPATH": str(KIT)}, capture_output=True, text=True, timeout=120
    )

    value, child = run.stdout.split()
    assert value == "21", run.stderr
    assert ends_within(int(child), 10)


BUSY = """
from checker import guarded
from guarded_functions import tell_and_wait
guarded(tell_and_wait, {path!r}, 60, seconds=0.5)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")
def test_a_busy_child_does_not_outlive_a_killed_parent_for_long(tmp_path: Path) -> None:
    path = tmp_path / "child"
    parent = subprocess.Popen(
        [sys.executable, "-c", BUSY.format(path=str(path))], env=os.environ | {"PYTHONPATH": str(KIT)}
    )
    while not (path.exists() and path.read_text(encoding="ascii")):
        assert parent.poll() is None
        time.sleep(0.05)

    parent.send_signal(signal.SIGKILL)
    parent.wait()

    assert ends_within(int(path.read_text(encoding="ascii")), 15)
