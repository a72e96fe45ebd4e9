"""A plugin that does as it should, to see that the others do it no harm."""

from collections.abc import Sequence

from checker import Block, Document, Qualifiers, Sentence, Source, hookimpl


@hookimpl
def checker_read_document(source: Source) -> Document | None:
    if source.suffix != ".note":
        return None
    text = source.data.decode()
    return Document(name=source.name, text=text, blocks=(Block(start=0, end=len(text)),))


@hookimpl
def checker_qualify_evidence(sentences: Sequence[Sentence]) -> Sequence[Qualifiers]:
    return [Qualifiers(impact=True) for _ in sentences]
