"""What the tests run under supervision; a child process must be able to import it."""

from __future__ import annotations

import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from multiprocessing import get_context

from checker import Block, Document, Framework, Recognised, RuleBook, Sentence, Source
from checker.domain.framework import Edition
from checker.errors import DataError, Problem
from checker.plugin_manager import Plugins, PluginSetup

TEXT = "Partners meet every month."


def a_book() -> RuleBook:
    edition = Edition(id="one", label="One")
    return RuleBook(framework=Framework(id="small", title="Small", publisher="Nobody", edition=edition), packs=())


def mark_one_document(setup: PluginSetup) -> dict[str, object]:
    """Go through the hooks as a run does; return what came of it."""
    plugins = setup.load()
    data = TEXT.encode()
    document = plugins.read_document(Source(name="a.note", data=data, sha256=sha256(data).hexdigest()))
    return _marked(plugins, document)


def _marked(plugins: Plugins, document: Document | None) -> dict[str, object]:
    document = document or Document(name="a.note", text=TEXT, blocks=(Block(start=0, end=len(TEXT)),))
    sentences = (Sentence(start=0, end=len(TEXT), block=0),)
    return {
        "reader": document.reader,
        "found": plugins.find_evidence(document, sentences, a_book()),
        "impact": [one.impact for one in plugins.qualify_evidence(document, sentences, Recognised(), a_book())],
        "failures": {failure.plugin: failure.reason for failure in plugins.failures},
        "warnings": plugins.warnings,
        "process": os.getpid(),
    }


def mark_in_a_pool(setup: PluginSetup) -> list[dict[str, object]]:
    """Do the same in two worker processes."""
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("spawn")) as pool:
        return list(pool.map(mark_one_document, [setup, setup]))


def raise_data_error(setup: PluginSetup) -> None:
    """Fail as a run over a broken pack does."""
    setup.load()
    raise DataError([Problem(file="pack.yaml", line=3, message="is wrong")])


def end_outside_a_call(setup: PluginSetup) -> str:
    """Die for a reason that no call explains, as long as a third-party plugin is on."""
    if any(info.state == "active" and not info.built_in for info in setup.load().infos):
        os.kill(os.getpid(), signal.SIGTERM)
    return "; ".join(failure.reason for failure in setup.load().failures)


def tell_and_mark(setup: PluginSetup) -> dict[str, object]:
    """Say on stderr which process this is, then mark."""
    print(os.getpid(), file=sys.stderr, flush=True)
    return mark_one_document(setup)
