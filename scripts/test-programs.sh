# Sourced by ./run-tests and .ci/run: the programs that some tests need beside Python, in one place.
# They are Debian's: Chromium for the HTML report, LibreOffice and poppler for what other programs make of our files.

# Each line: a command or a part of LibreOffice, the package that brings it, what is left out without it.
TEST_PROGRAMS="\
chromium|chromium|the HTML report in a real browser
swriter|libreoffice-writer|texts written or opened by LibreOffice
scalc|libreoffice-calc|sheets written or opened by LibreOffice
simpress|libreoffice-impress|slides written by LibreOffice
pdftoppm|poppler-utils|pages of PDF files as pictures"

# Whether a command is there, or a part of LibreOffice: soffice alone says nothing of those. They stand where it stands.
has_program() {
    command -v "$1" >/dev/null && return
    local office
    office="$(command -v soffice)" && [ -e "$(dirname "$(readlink -f "$office")")/$1" ]
}

# Installs what is missing where that is possible without asking: as root, with apt-get. Never ends the caller: without
# a program its tests are skipped, and said to be.
need_test_programs() {
    local command packages names tests missing=() left_out=()
    while IFS='|' read -r command packages tests; do
        has_program "$command" && continue
        read -ra names <<<"$packages"
        missing+=("${names[@]}")
        left_out+=("$command: $tests")
    done <<<"$TEST_PROGRAMS"
    [ "${#missing[@]}" = 0 ] && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing what some tests need: ${missing[*]} …"
        DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null </dev/null || true
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null </dev/null && return
        echo "They could not be installed." >&2
    fi
    printf 'Tests are left out for want of %s\n' "${left_out[@]}" >&2
    echo "On Debian or Ubuntu: sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
}
