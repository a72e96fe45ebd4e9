"""Calls a function in a child process with limits of time and memory; for libraries that can hang, balloon or crash."""

from checker.guarding.calling import guarded

__all__ = ["guarded"]
