"""
Facts of documents in an SQLite file, for several runs at once.

Nothing here can fail a run: a file that is damaged is made anew, one that is locked or full is done without.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from checker.cache_folder import DOCUMENTS

MOST_BYTES = 500_000_000
"""What is kept at most; beyond it, what was not asked for longest goes first."""

_FORM = 1
_WAIT = 5.0
_TABLE = (
    "CREATE TABLE IF NOT EXISTS facts (key TEXT PRIMARY KEY, digest BLOB NOT NULL, used INTEGER NOT NULL, "
    "size INTEGER NOT NULL, data BLOB NOT NULL) WITHOUT ROWID"
)


class Store:
    """What is kept, by key. Every entry is written as a whole or not at all, and checked when it is read."""

    def __init__(self, folder: Path, *, most_bytes: int = MOST_BYTES) -> None:
        self._path = folder / DOCUMENTS
        self._most = most_bytes
        self._asked: list[str] = []
        self._run = 0
        self._database = self._opened() or self._opened()  # a damaged file is gone by the second time

    def keys(self) -> frozenset[str]:
        """Return the keys of what is kept."""
        return frozenset(key for (key,) in self._rows("SELECT key FROM facts"))

    def get(self, key: str) -> bytes | None:
        """Return what is kept under a key, or `None`."""
        for data, digest in self._rows("SELECT data, digest FROM facts WHERE key = ?", key):
            if isinstance(data, bytes) and _digest(data) == digest:
                self._asked.append(key)
                return data
        return None

    def put(self, key: str, data: bytes) -> None:
        """Keep something; it outlives this run from now on."""
        self._rows(
            "INSERT OR REPLACE INTO facts VALUES (?, ?, ?, ?, ?)", key, _digest(data), self._run, len(data), data
        )

    def close(self) -> None:
        """Note what was asked for, and let go of the oldest beyond the limit."""
        for key in self._asked:
            self._rows("UPDATE facts SET used = ? WHERE key = ? AND used < ?", self._run, key, self._run)
        self._trim()
        if self._database:
            with suppress(sqlite3.Error):
                self._database.close()
        self._database = None

    def _trim(self) -> None:
        total = next((total or 0 for (total,) in self._rows("SELECT sum(size) FROM facts")), 0)
        for key, size in self._rows("SELECT key, size FROM facts ORDER BY used, key") if total > self._most else ():
            if total <= self._most:
                break
            self._rows("DELETE FROM facts WHERE key = ?", key)
            total -= size

    def _opened(self) -> sqlite3.Connection | None:
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not _is_own(self._path.parent):
                return None
            os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))
            database = sqlite3.connect(self._path, timeout=_WAIT, isolation_level=None)
        except (OSError, sqlite3.Error):
            return None
        try:
            self._prepare(database)
        except sqlite3.OperationalError:  # locked, or no space: another time
            database.close()
            return None
        except sqlite3.Error:
            database.close()
            remove(self._path.parent)
            return None
        return database

    def _prepare(self, database: sqlite3.Connection) -> None:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        if database.execute("PRAGMA user_version").fetchone() != (_FORM,):
            database.execute("DROP TABLE IF EXISTS facts")
            database.execute(f"PRAGMA user_version = {_FORM}")
        database.execute(_TABLE)
        self._run = 1 + (database.execute("SELECT max(used) FROM facts").fetchone()[0] or 0)

    def _rows(self, command: str, *values: object) -> list[tuple[Any, ...]]:
        if self._database is None:
            return []
        try:
            return self._database.execute(command, values).fetchall()
        except sqlite3.OperationalError:  # locked for too long, or no space left: the run goes on without
            return []
        except sqlite3.Error:  # damaged
            with suppress(sqlite3.Error):
                self._database.close()
            self._database = None
            remove(self._path.parent)
            return []


def remove(folder: Path) -> bool:
    """Remove all that is kept of documents in a folder; whether there was anything."""
    found = [path for path in folder.glob(f"{DOCUMENTS}*") if path.is_file()]
    for path in found:
        with suppress(OSError):
            path.unlink()
    return bool(found)


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()


def _is_own(folder: Path) -> bool:
    """Whether the folder belongs to who runs this (where the system knows owners)."""
    owner = getattr(os, "getuid", None)
    return owner is None or folder.stat().st_uid == owner()
