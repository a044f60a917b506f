#!/usr/bin/env bash
# pandas 3.0.0, tables for Python; beside it the json of Python itself.
#
# The World Bank's service ships shares and deflators as JSON numbers of fifteen digits. `pandas.read_json` reads them with a parser of its
# own that does not round to the nearest double, unless it is told `precise_float=True`; of ten thousand numbers between 0 and 200
# with thirteen decimals
#
#     read_json 88 not nearest, the first 18.771917354846998 for 18.7719173548470
#     precise_float 0
#     json 0
#
# Fails if that changes. Needs python3 and PyPI.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet pandas==3.0.0
cat > read.py <<'PYTHON'
import io
import json
import random

import pandas

random.seed(1)
texts = [f"{random.uniform(0, 200):.13f}" for _ in range(10_000)]
page = "[" + ",".join(f'{{"value":{text}}}' for text in texts) + "]"


def off(values):
    return [(value, text) for value, text in zip(values, texts) if value != float(text)]


found = off(pandas.read_json(io.StringIO(page))["value"])
print("read_json", len(found), "not nearest, the first", found[0][0], "for", found[0][1])
print("precise_float", len(off(pandas.read_json(io.StringIO(page), precise_float=True)["value"])))
print("json", len(off(entry["value"] for entry in json.loads(page))))
PYTHON
seen=$(venv/bin/python read.py)
expected=$'read_json 88 not nearest, the first 18.771917354846998 for 18.7719173548470\nprecise_float 0\njson 0'
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "changed: expected $expected"; exit 1; }
