"""Processes that work for a run end with it, and say nothing of their own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX systems have them")

RUN = """
import os, sys, time
from checker.run.worker_pool import in_processes

def items():
    yield "a"
    while not os.path.isdir("a"):
        time.sleep(0.05)
    time.sleep(0.3)  # now the process waits for work
    print("ready", flush=True)
    time.sleep(60)

try:
    list(in_processes(os.mkdir, items(), workers=1, lost=str))
except KeyboardInterrupt:
    sys.exit(130)
"""


def test_ctrl_c_ends_a_process_that_waits_for_work_without_a_word(tmp_path: Path) -> None:
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", RUN]
    # A test run in the background inherits an ignored SIGINT, and would pass that on.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        run = subprocess.Popen(command, cwd=tmp_path, stdout=pipe, stderr=pipe, text=True, start_new_session=True)
    finally:
        signal.signal(signal.SIGINT, before)
    assert run.stdout is not None
    assert run.stdout.readline() == "ready\n"

    os.killpg(run.pid, signal.SIGINT)

    _, told = run.communicate(timeout=30)
    assert (run.returncode, told) == (130, "")
