"""Asking the readers, one after the other, for one document."""

from __future__ import annotations

from collections.abc import Sequence

from checker.domain.document import Document, ReadStatus, Source
from checker.errors import UnreadableError
from checker.hookspecs import declared_suffixes
from checker.plugin_host import answers as plugin_answers
from checker.plugin_host.calls import CallFailed, Calls, LoadedPlugin
from checker.plugin_host.plain_values import whole

HOOK = "checker_read_document"


class Reading:
    """
    Asks readers in their order. So that two that claim the same files are noticed, all are asked that might; of those
    that say which files they read it is known.
    """

    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self.warnings: set[str] = set()

    def read(self, source: Source, readers: Sequence[LoadedPlugin]) -> Document | None:
        """
        Return the first document that could be read; else the first reader's word on why it could not, and `None`
        if no reader wants the file.
        """
        claims: list[Document] = []
        broken: list[str] = []
        others: list[str] = []
        for reader in readers:
            suffixes = declared_suffixes(reader.hooks[HOOK].function)
            if suffixes is not None and source.suffix not in suffixes:
                continue
            if suffixes and source.suffix and _is_read(claims):
                others.append(reader.name)
                continue
            try:
                document = self._ask(reader, source)
            except CallFailed as failure:
                broken.append(f"{reader.name} {failure}")
                continue
            if document is not None:
                claims.append(document)
        claims.sort(key=lambda claim: claim.status is ReadStatus.FAILED)  # who can read it goes before who cannot
        if len(claims) + len(others) > 1:
            self._warn(source, [*(claim.reader for claim in claims), *others])
        if claims:
            return claims[0]
        return _failed(source, "No plugin could read it: " + "; ".join(broken)) if broken else None

    def _ask(self, reader: LoadedPlugin, source: Source) -> Document | None:
        try:
            return self._calls.ask(
                reader,
                HOOK,
                {"source": source},
                lambda answer: plugin_answers.document_or_none(answer, source, reader.name),
                passing=(UnreadableError,),
            )
        except UnreadableError as error:
            return _failed(source, whole(str(error)) or "It cannot be read.", reader.name)

    def _warn(self, source: Source, claimants: Sequence[str]) -> None:
        files = f"Files that end in {source.suffix}" if source.suffix else "Files without a suffix"
        others = ", ".join(claimants[1:])
        self.warnings.add(f"{files} are read by the plugin {claimants[0]}, and claimed by {others} too.")


def _is_read(claims: Sequence[Document]) -> bool:
    return any(claim.status is not ReadStatus.FAILED for claim in claims)


def _failed(source: Source, reason: str, reader: str = "") -> Document:
    return Document(name=source.name, status=ReadStatus.FAILED, reason=reason, reader=reader)
