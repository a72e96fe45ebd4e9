"""What plugins that failed leave out of an answer: said by name, and never with the exit code of a full answer."""

from __future__ import annotations

from checker.cli.look import safe
from checker.cli.running import Answer
from checker.exit_codes import ExitCode
from checker.plugin_manager import Plugins
from checker.values import replace


def telling_failures(answer: Answer, plugins: Plugins) -> Answer:
    """Return the answer with a note on each plugin that failed so far, in the words of a run; itself if none did."""
    told = [f"Not assessed: plugin {safe(one.plugin)}: {one.hook}: {safe(one.reason)}" for one in plugins.failures]
    if not told:
        return answer
    note = "\n".join([*told, *filter(None, [answer.note])])
    return replace(answer, note=note, code=max(answer.code, ExitCode.NOT_ALL_ASSESSED.value))
