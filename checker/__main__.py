"""The command `checker`. The version is told before anything else is loaded."""

from __future__ import annotations

import sys

from checker import __version__


def main() -> None:
    """Run the command line with the arguments of this process and end with its exit code."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"checker {__version__}\n")
        return
    from checker.garbage import leave_alone, search_rarely

    search_rarely()
    from checker.cli.app import run

    code = run(sys.argv[1:])
    leave_alone()  # Python's end would look through everything once more
    sys.exit(code)


if __name__ == "__main__":
    main()
