"""What was made of documents in earlier runs: found again by all that could change it, masked, on this computer."""

from checker.run.kept.running import run_or_recall

__all__ = ["run_or_recall"]
