"""
The command line: options in, one call, text out, exit code. The only place that imports click, prints or exits.

Modules of commands are light, so that `--help` is quick; what they call is in modules named `*_work` and loaded then.
"""
