"""`checker explain`: whatever a report names, explained."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from checker.cli.look import Look
from checker.cli.options import PATH, as_of_option, day_of, pack_option, settings_option, used_settings
from checker.cli.running import answer_with

_EPILOG = """\b
Examples:
  checker explain data-sharing                         an expectation
  checker explain data-sharing.evidenced               a rule
  checker explain report.txt:12                        what stands on line 12
  checker explain "Partners told us that it works."    a sentence of your own
  checker explain "told us" --on report.txt            sentences of a file
  checker explain GAP_ID --report out/gap-report.json  a finding of a run

For a passage every field is shown with the words that decided it, the
lexicon entry that knows them, and the cues that were overruled."""


@click.command(epilog=_EPILOG)
@click.argument("what", metavar="RULE|FINDING|PASSAGE")
@click.option(
    "--on", "file", type=PATH, metavar="FILE", help="Explain the sentences of this file that have these words."
)
@click.option("--report", type=PATH, metavar="FILE", help="Explain the finding with this gap id in a gap-report.json.")
@click.option("--kind", default="", metavar="KIND", help="Kind of document that a sentence of your own stands in.")
@as_of_option
@pack_option
@settings_option
def explain(
    what: str, file: Path | None, report: Path | None, kind: str, as_of: str | None, packs: tuple[Path, ...]
) -> None:
    """
    Explain a rule, a finding or a passage.

    A passage is FILE:LINE, FILE:START (the character at which it begins, as in the JSON report), or its own words.
    """
    from checker.cli.explain_work import ExplainJob, explain_it

    settings = used_settings()
    job = ExplainJob(
        what=what,
        file=file,
        report=report,
        kind=kind,
        as_of=day_of(as_of, settings),
        packs=(*settings.packs, *packs),
        look=Look.of_stdout(),
    )
    answer_with(partial(explain_it, job), settings)
