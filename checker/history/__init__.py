"""Reports of many runs, kept in one file of their owner's, and what they show over time."""

from checker.history.page import history_page
from checker.history.readiness import STATES, Readiness, readiness_of
from checker.history.store import History, KeptRun, history_file

__all__ = ["STATES", "History", "KeptRun", "Readiness", "history_file", "history_page", "readiness_of"]
