#!/usr/bin/env bash
# pandas 3.0.0 and DuckDB 2.0.1, readers of delimited text for Python.
#
# The IMF's table of the World Economic Outlook has commas between thousands (`1,026.473`), so recipes read it with `thousands=","`. Copies
# that were saved again where decimals stand behind a comma have none between thousands (`2388,218`, `29,07`). Neither program looks
# whether a comma stands before a group of three digits: it is taken out wherever it stands, and the figures are whole numbers that
# are ten, a hundred or a thousand times too large, without an error:
#
#     pandas [[-283, 1164], [28739, 2907], [2388218, 24588]]
#     duckdb [[-283, 1164], [28739, 2907], [2388218, 24588]]
#
# Fails if that changes. Needs python3 and PyPI.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet pandas==3.0.0 duckdb==2.0.1
printf '2023\t2024\n-0,283\t1,164\n28,739\t29,07\n2388,218\t2458,8\n' > weo.tsv
cat > read.py <<'PYTHON'
import duckdb
import pandas

print("pandas", pandas.read_csv("weo.tsv", sep="\t", thousands=",").values.tolist())
rows = duckdb.sql("from read_csv('weo.tsv', delim='\t', header=true, thousands=',')").fetchall()
print("duckdb", [list(row) for row in rows])
PYTHON
seen=$(venv/bin/python read.py)
rows='[[-283, 1164], [28739, 2907], [2388218, 24588]]'
expected="pandas $rows"$'\n'"duckdb $rows"
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "changed: expected $expected"; exit 1; }
