#!/usr/bin/env bash
# Times the writing of workbooks against openpyxl and XlsxWriter, which write the same cells with the same formats, in turn, each time as a
# new process.
#
#     benches/workbook.sh [ROUNDS]
#
# `answer` is every verdict on every ally; `file` is what a pledge comes to over 20 000 scenarios of a file. Each program gives its wall time; the
# two of Python also how long they wrote, without their start and without reading the cells; for pledgebook that is the time of the
# workbook less that of the same rows as CSV. Medians, and medians of the ratios of each round. 5 rounds unless told.
# Needs openpyxl and XlsxWriter for the python of PLEDGEBOOK_PYTHON, else python3.
set -euo pipefail
cd "$(dirname "$0")/.."

rounds=${1:-5}
program=${CARGO_TARGET_DIR:-target}/release/pledgebook
python=${PLEDGEBOOK_PYTHON:-python3}
folder=$(mktemp -d -p "$([ -d /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")")
trap 'rm -r "$folder"' EXIT

awk 'BEGIN { print "scenario,year,gdp_million"; for (n = 1; n <= 20000; n++) printf "s%d,2026,%d.%d\n", n, 40000 + n % 9000, n % 10 }' >"$folder/feed.csv"
answer="verdicts --country all --definition all --all"
file="amounts --gdp $folder/feed.csv --commitment lva-defence-2026"

seconds() {
    local start=${EPOCHREALTIME/./}
    "$@" 2>"$folder/stderr" || { cat "$folder/stderr" >&2; exit 1; }
    local end=${EPOCHREALTIME/./}
    elapsed=$((end - start))
}

for job in answer file; do
    # shellcheck disable=SC2086 # the words of a command
    for round in $(seq 0 "$rounds"); do
        seconds "$program" ${!job} --format csv -o "$folder/$job.csv"
        csv=$elapsed
        seconds "$program" ${!job} --format xlsx -o "$folder/pledgebook.xlsx"
        own=$elapsed
        [ "$round" = 0 ] || echo "$job pledgebook $own $((own - csv)) 1 1"
        for peer in openpyxl xlsxwriter; do
            seconds "$python" benches/peers/sheets.py "$peer" "$folder/$job.csv" "$folder/$peer.xlsx"
            wrote=$(cat "$folder/stderr")
            # round 0 warms the caches and is not counted
            [ "$round" = 0 ] || echo "$job $peer $elapsed $wrote $(awk "BEGIN { print $elapsed / $own, $wrote / ($own > $csv ? $own - $csv : 1) }")"
        done
    done
done >"$folder/times"

median() { sort -n | awk '{ values[NR] = $1 } END { print values[int((NR + 1) / 2)] }'; }
for job in answer file; do
    echo "$job: $(wc -l <"$folder/$job.csv") rows"
    for name in pledgebook openpyxl xlsxwriter; do
        column() { awk -v job="$job" -v name="$name" -v at="$1" '$1 == job && $2 == name { print $at }' "$folder/times" | median; }
        printf '%-11s %8.1f ms %6.1fx   writing %8.1f ms %6.1fx\n' "$name" "$(column 3 | awk '{ print $1 / 1000 }')" "$(column 5)" \
            "$(column 4 | awk '{ print $1 / 1000 }')" "$(column 6)"
    done
done
