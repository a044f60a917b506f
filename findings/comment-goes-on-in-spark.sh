#!/usr/bin/env bash
# PySpark 4.3.0, an engine for tables on many machines.
#
# A comment of SQL ends with its line. In Spark one whose last letter is a backslash takes the next line with it, and `${…}` is replaced
# before a statement is read, by nothing where no setting has that name, inside of literals and comments too. So a title in a comment takes a
# line of the statement away, and a text in a literal loses letters, without a word:
#
#     ['a'] of a, b and c
#     'price: ' of 'price: ${net}'
#
# Fails if that changes. Needs python3, PyPI and Java.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet pyspark==4.3.0
cat > read.py <<'PYTHON'
from pyspark.sql import SparkSession

spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
print(spark.sql("SELECT 1 AS a -- figures of c:\\data\\\n, 2 AS b, 3 AS c\n").columns, "of a, b and c")
print(repr(spark.sql("SELECT 'price: ${net}' AS text").collect()[0].text), "of 'price: ${net}'")
PYTHON
seen=$(venv/bin/python read.py 2>/dev/null)
expected="['a'] of a, b and c
'price: ' of 'price: \${net}'"
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "changed: expected $expected"; exit 1; }
