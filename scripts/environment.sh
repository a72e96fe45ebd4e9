# Sourced by ./assess-sample and ./run-tests: makes the project's own Python environment in .venv, once.
# Sets PYTHON to its interpreter. Ends with a plain message when something is missing that only the reader can install.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
VENV="$ROOT/.venv"
PYTHON="$VENV/bin/python"
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore

stop() {
    printf '%s\n' "$@" >&2
    exit 2
}

# A Python that is new enough: the one named in BASE_PYTHON, else python3, else a versioned name.
find_base_python() {
    local candidate
    for candidate in ${BASE_PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s' "$candidate"
            return
        fi
    done
    stop "Python 3.11 or newer is needed and was not found." "On Debian or Ubuntu: sudo apt-get install -y python3 python3-venv"
}

# Debian keeps the part of Python that makes environments in a package of its own.
need_venv_module() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing python3-venv, which Python needs to make an environment …"
        export DEBIAN_FRONTEND=noninteractive
        { apt-get update -qq && apt-get install -y -qq python3-venv; } >/dev/null </dev/null \
            || stop "python3-venv could not be installed. Install it and run this again."
        "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    fi
    stop "Python's module for making environments is missing." "On Debian or Ubuntu: sudo apt-get install -y python3-venv" \
        "Then run this again."
}

make_venv() {
    "$PYTHON" -m pip --version >/dev/null 2>&1 && return
    local base
    base="$(find_base_python)"
    need_venv_module "$base"
    echo "Making a Python environment in .venv …"
    rm -rf "$VENV"
    "$base" -m venv "$VENV"
}

# True when the stamp is there and nothing that it stands for is newer.
up_to_date() {
    local stamp="$1"
    shift
    [ -e "$stamp" ] && [ -z "$(find "$@" -type f -newer "$stamp" -not -path '*/__pycache__*' -print -quit)" ]
}

install_project() {
    # setuptools copies what it finds in build/ into the wheel, files deleted since the last build too.
    rm -rf "$ROOT/build"
    echo "Installing $1 (a minute or so, the first time) …"
    shift
    "$PYTHON" -m pip install --quiet "$@" </dev/null \
        || stop "The installation failed: see the lines above." "Without access to pypi.org, set PIP_INDEX_URL to your own index."
    rm -rf "$ROOT/build"
}

# The command `checker`, as a user has it. An environment for developers serves as well: it runs the files in place.
need_checker() {
    make_venv
    up_to_date "$VENV/.developer" "$ROOT/pyproject.toml" && return
    up_to_date "$VENV/.user" "$ROOT/pyproject.toml" "$ROOT/checker" "$ROOT/plugins" "$ROOT/rules" && return
    install_project "the checker" "$ROOT"
    rm -f "$VENV/.developer"
    touch "$VENV/.user"
}

# The checker in place, with the tools that developers use.
need_developer_tools() {
    make_venv
    up_to_date "$VENV/.developer" "$ROOT/pyproject.toml" && return
    install_project "the checker and the tools for its tests" --editable "$ROOT[dev,interchange,browser]"
    rm -f "$VENV/.user"
    touch "$VENV/.developer"
}
