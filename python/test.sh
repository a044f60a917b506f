#!/usr/bin/env bash
# The wheel, built and tested in an environment of its own, its tables compared with those of the program; needs the Python that
# PLEDGEBOOK_PYTHON names, which has maturin, and a network. PLEDGEBOOK may name a program that is built already.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -z "${PLEDGEBOOK_PYTHON:-}" ]; then
    echo 'no wheel test: PLEDGEBOOK_PYTHON names no Python with maturin'
    exit 0
fi
target=$(cargo metadata --locked --format-version 1 --no-deps | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
if [ -z "${PLEDGEBOOK:-}" ]; then
    cargo build --quiet --locked --bin pledgebook
    export PLEDGEBOOK=$target/debug/pledgebook
fi
rm -rf "$target/wheels" "$target/wheel"
"$PLEDGEBOOK_PYTHON" -m maturin build --quiet --locked -m python/Cargo.toml --interpreter "$PLEDGEBOOK_PYTHON" --out "$target/wheels"
"$PLEDGEBOOK_PYTHON" -m venv "$target/wheel"
pip=("$target/wheel/bin/python" -m pip install --quiet --disable-pip-version-check)
"${pip[@]}" --no-deps --no-index "$target"/wheels/pledgebook-*.whl
grep -v '\[' tests/requirements.txt >"$target/wheel/constraints.txt" # extras are none
if ! timeout 600 "${pip[@]}" -c "$target/wheel/constraints.txt" 'pledgebook[pandas,polars,pyarrow]' duckdb mypy pytest; then
    echo 'no wheel test: what it is tested with cannot be installed; a network brings it'
    exit 0
fi
"$target/wheel/bin/pytest" -q -p no:cacheprovider python "$@"
