#!/usr/bin/env bash
# Spark with two workers against the program, and then as many rows as ask for an engine through Spark, DuckDB and the program:
# `spark.sh [ROWS]`, by default 100 000 000. Needs Java and the Python that `PLEDGEBOOK_PYTHON` names, with pyspark, duckdb and pyarrow;
# `PLEDGEBOOK` names the program. About 3 GB in the temporary folder for 100 million rows, which go with the run. The last result stands in README.md.
set -euo pipefail
rows=${1:-100000000}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
python=${PLEDGEBOOK_PYTHON:?names no Python with pyspark, duckdb and pyarrow}
program=${PLEDGEBOOK:-$root/target/release/pledgebook}
command -v java >/dev/null || { echo 'no Java: Spark needs it'; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo "== to the cent"
cp -r "$root/tests/books/judged" book
cp -r "$here/book/." book/
"$python" "$here/scenarios.py" 2000 few.csv
for question in amounts verdicts; do
    "$program" export sql --book book --dialect spark --question $question -o few.sql 2>notes
    commitments=()
    if [ $question = verdicts ]; then
        grep -o '`[^`]*`' notes | tr -d '`' >unsaid
        while read -r id; do commitments+=(--commitment "$id"); done < <(
            "$program" commitments --book book --format csv | tail -n +2 | cut -d, -f2 | grep -vxFf unsaid)
    fi
    "$program" $question --book book --gdp few.csv --any-scale --format csv -o expected.csv "${commitments[@]}" 2>/dev/null
    "$python" "$here/spark.py" few.sql few.csv result.csv 2>/dev/null
    printf '%s: ' $question
    "$python" "$here/compare.py" spark few.sql few.csv expected.csv result.csv
done

echo "== the same cents in sum, of a hundredth of the rows: count, low, amount, high"
asked=(--years 2026 --commitment lva-defence-2026)
for engine in duckdb spark; do "$program" export sql "${asked[@]}" --dialect $engine -o $engine.sql; done
"$python" "$here/large.py" make $((rows / 100)) some.csv
"$program" amounts "${asked[@]}" --gdp some.csv --format csv -o some-rows.csv
"$python" "$here/large.py" total some-rows.csv
for engine in duckdb spark; do "$python" "$here/large.py" $engine sum some.csv $engine.sql 2>/dev/null; done

echo "== $rows rows to nowhere: seconds, and the most memory in MB of all processes together"
"$python" "$here/large.py" make "$rows" large.csv
ls -l large.csv | awk '{printf "%.1f GB of scenarios\n", $5 / 1e9}'
"$python" "$here/large.py" watch program "$program" amounts "${asked[@]}" --gdp large.csv --format csv -o /dev/null
for engine in duckdb spark; do
    "$python" "$here/large.py" watch $engine "$python" "$here/large.py" $engine rows large.csv $engine.sql
done
