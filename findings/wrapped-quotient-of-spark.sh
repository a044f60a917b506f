#!/usr/bin/env bash
# PySpark 4.3.0, an engine for tables on many machines.
#
# `div` is the whole quotient of two numbers. Of decimals, which have up to 38 digits, it is a `bigint`, and a quotient of more than 64 bits wraps
# around: no error and no NULL, with ANSI mode on, under which other overflow of decimals is an error:
#
#     12345678901234567890 div 1 = -6101065172474983726 (bigint)
#     12345678901234567890 / 1 = 12345678901234567890.000000 (decimal(38,6))
#
# Fails if that changes. Needs python3, PyPI and Java.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet pyspark==4.3.0
cat > divide.py <<'PYTHON'
from pyspark.sql import SparkSession

spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
number = "CAST('12345678901234567890' AS DECIMAL(38, 0))"
for sign in ("div", "/"):
    rows = spark.sql(f"SELECT {number} {sign} CAST('1' AS DECIMAL(38, 0)) AS quotient")
    print(f"12345678901234567890 {sign} 1 = {rows.collect()[0].quotient} ({rows.dtypes[0][1]})")
PYTHON
seen=$(venv/bin/python divide.py 2>/dev/null)
expected='12345678901234567890 div 1 = -6101065172474983726 (bigint)
12345678901234567890 / 1 = 12345678901234567890.000000 (decimal(38,6))'
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "changed: expected $expected"; exit 1; }
