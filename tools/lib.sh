# What the scripts of this folder share. Sourced, never run.
# shellcheck shell=bash

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 2
}

# configure PRESET: once; afterwards ninja itself configures again when a CMake file has changed.
configure() {
    local preset=$1 log="$root/build/log/configure-$1.txt"
    [[ -f $root/build/$preset/build.ninja ]] && return 0
    say "Configuring build/$preset"
    mkdir -p "$root/build/log"
    if ! (cd "$root" && cmake --preset "$preset") >"$log" 2>&1 </dev/null; then
        cat "$log" >&2
        fail "CMake could not configure build/$preset (its words are above and in $log)"
    fi
}

# build PRESET [TARGET...]: says one line when there is nothing to do.
build() {
    local preset=$1
    shift
    configure "$preset"
    if (cd "$root/build/$preset" && ninja -n "$@" </dev/null) 2>/dev/null | grep -q '^ninja: no work to do'; then
        say "build/$preset is up to date"
        return 0
    fi
    say "Building build/$preset"
    (cd "$root/build/$preset" && NINJA_STATUS='  [%f/%t] ' ninja "$@" </dev/null) ||
        fail "the build of build/$preset failed (see above)"
}
