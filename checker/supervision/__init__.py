"""Runs with third-party plugins in a child process that may be ended; without them, simply runs."""

from checker.supervision.supervising import run_supervised

__all__ = ["run_supervised"]
