#!/usr/bin/env bash
# The wheel, built and tested in an environment of its own; needs the Python that PLEDGEBOOK_PYTHON names, which has maturin. The tables of
# the program are compared with, where PLEDGEBOOK names it or a debug build has left it here.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -z "${PLEDGEBOOK_PYTHON:-}" ]; then
    echo 'no wheel: its tests are skipped; PLEDGEBOOK_PYTHON names a Python with maturin'
    exit 0
fi
if [ -z "${PLEDGEBOOK:-}" ] && [ -x target/debug/pledgebook ]; then
    export PLEDGEBOOK=$PWD/target/debug/pledgebook
fi
rm -rf target/wheels target/wheel
"$PLEDGEBOOK_PYTHON" -m maturin build --quiet --locked -m python/Cargo.toml --interpreter "$PLEDGEBOOK_PYTHON" --out target/wheels
"$PLEDGEBOOK_PYTHON" -m venv target/wheel
wheel=$(echo "$PWD"/target/wheels/pledgebook-*.whl)
grep -v '\[' tests/requirements.txt >target/wheel/constraints.txt # extras are none
timeout 600 target/wheel/bin/python -m pip install --quiet --disable-pip-version-check -c target/wheel/constraints.txt \
    "pledgebook[pandas,polars,pyarrow] @ file://$wheel" duckdb mypy==2.3.0 pytest
target/wheel/bin/pytest -q -p no:cacheprovider python "$@"
