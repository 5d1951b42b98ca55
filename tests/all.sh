#!/usr/bin/env bash
# Installs what is missing and runs every check of the project: `bash tests/all.sh`, from anywhere, with only Rust on the machine.
# Asks no questions. Each part is named and timed, a failing part never hides the next, and the last line counts both.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1

export CARGO_TERM_COLOR=never CARGO_INCREMENTAL=0 NO_COLOR=1
passed=0 failed=0 report=""

part() { # name, command…: runs one part and remembers how it went and how long it took
    local name=$1 started=$SECONDS verdict=ok
    shift
    printf '\n=== %s\n' "$name"
    if "$@" </dev/null; then passed=$((passed + 1)); else failed=$((failed + 1)) verdict=FAILED; fi
    report+=$(printf '%-7s %5ds  %s' "$verdict" "$((SECONDS - started))" "$name")$'\n'
}

# --- What the machine lacks -------------------------------------------------------------------------------------------

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

install_packages() { # Debian packages, only those whose command is missing
    local missing=()
    command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || [ -n "${CHROMIUM:-}" ] ||
        missing+=(chromium fonts-dejavu-core)
    command -v node >/dev/null || missing+=(nodejs)
    command -v npm >/dev/null || missing+=(npm)
    [ ${#missing[@]} = 0 ] && return 0
    command -v apt-get >/dev/null || {
        echo "please install ${missing[*]} with this system's package manager" >&2
        return 1
    }
    export DEBIAN_FRONTEND=noninteractive
    as_root apt-get update -q && as_root apt-get install -q -y --no-install-recommends "${missing[@]}"
}

recent_node() { # the browser driver asks for Node 20; where the system's is older, the npm registry carries one
    [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] && return 0
    npm install --prefix target/node --no-audit --no-fund node@22 && PATH="$PWD/target/node/node_modules/.bin:$PATH"
}

install_tools() {
    { cargo fmt --version && cargo clippy --version; } || rustup component add rustfmt clippy || return 1
    install_packages && recent_node && node --version && npm ci --prefix liveview-client --no-audit --no-fund
}

# --- The parts --------------------------------------------------------------------------------------------------------

clippy() { cargo clippy --workspace --all-targets --all-features -- -D warnings; }

documentation() { RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --all-features; }

rust_tests() { # nextest where it is at hand: it runs the tests of all crates side by side
    if cargo nextest --version >/dev/null 2>&1; then
        cargo nextest run --workspace --all-features --no-fail-fast
    else
        cargo test --workspace --all-features --lib --bins --tests --no-fail-fast
    fi
}

# The defaults are what users get: the facade must also build without the test kit.
default_features() { cargo check -p liveview-runtime -p liveview-client -p liveview-macros; }

doctests() { cargo test --workspace --all-features --doc; }

# Templates broken at random, for a minute; FUZZ_SECONDS=3600 for an hour, FUZZ_SEED to repeat a run.
fuzzing() { FUZZ_SECONDS=${FUZZ_SECONDS:-60} cargo test -p liveview-compiler --test fuzz -- --nocapture; }

client() { npm run --silent --prefix liveview-client "$1"; }

fresh_bundle() { # building again must change no byte of what is committed
    local before
    before=$(mktemp -d) && cp -R liveview-client/dist "$before" && client build && diff -r "$before/dist" liveview-client/dist
}

browser_tests() { cargo build --workspace --examples --all-features && node --test --test-timeout=600000 tests/e2e/*.test.mjs; }

dependencies() { cargo deny --all-features check; }

part "tools" install_tools
part "format" cargo fmt --all --check
part "clippy, warnings denied" clippy
part "documentation, warnings denied" documentation
part "Rust tests" rust_tests
part "documentation tests" doctests
part "fuzzing of templates" fuzzing
part "default features" default_features
if cargo deny --version >/dev/null 2>&1; then part "dependencies: licences, advisories, duplicates" dependencies; fi
part "client: types" client check
part "client: tests" client test
part "client: bundle is fresh" fresh_bundle
part "client: bundle is small" client size
part "browser tests" browser_tests

printf '\n%s\nparts: %d passed, %d failed\n' "$report" "$passed" "$failed"
[ "$failed" = 0 ]
