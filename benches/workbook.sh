#!/usr/bin/env bash
# Compares the writing of workbooks with openpyxl and XlsxWriter, which write the same cells with the same formats, in turn, each time as a
# new process.
#
#     benches/workbook.sh [ROUNDS]
#
# `answer` is every verdict on every ally; `file` is what a pledge comes to over 4 000 scenarios of a file. Each program gives its user time,
# which other work on the machine moves less than the clock: that of pledgebook has reading and judging in it, that of the two of Python
# their start and the reading of the cells from CSV. Medians, and medians of the ratios of each round. 3 rounds unless told.
# Needs openpyxl and XlsxWriter for the python of PLEDGEBOOK_PYTHON, else python3.
set -euo pipefail
cd "$(dirname "$0")/.."

rounds=${1:-3}
program=${CARGO_TARGET_DIR:-target}/release/pledgebook
python=${PLEDGEBOOK_PYTHON:-python3}
folder=$(mktemp -d -p "$([ -d /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")")
trap 'rm -r "$folder"' EXIT

awk 'BEGIN { print "scenario,year,gdp_million"; for (n = 1; n <= 4000; n++) printf "s%d,2026,%d.%d\n", n, 40000 + n % 9000, n % 10 }' >"$folder/feed.csv"
answer="verdicts --country all --definition all --all"
file="amounts --gdp $folder/feed.csv --commitment lva-defence-2026"

# the milliseconds of processor time that a program takes for itself
spent() {
    local TIMEFORMAT=%3U
    { time "$@" 2>"$folder/stderr" >/dev/null || { cat "$folder/stderr" >&2; exit 1; }; } 2>"$folder/time"
    awk '{ print $1 * 1000 }' "$folder/time"
}

for job in answer file; do
    # shellcheck disable=SC2086 # the words of a command
    for round in $(seq 0 "$rounds"); do
        csv=$(spent "$program" ${!job} --format csv -o "$folder/$job.csv")
        xlsx=$(spent "$program" ${!job} --format xlsx -o "$folder/pledgebook.xlsx")
        writer=$(spent "$python" benches/peers/sheets.py xlsxwriter "$folder/$job.csv" "$folder/xlsxwriter.xlsx")
        openpyxl=$(spent "$python" benches/peers/sheets.py openpyxl "$folder/$job.csv" "$folder/openpyxl.xlsx")
        # round 0 warms the caches and is not counted
        [ "$round" = 0 ] || printf '%s\n' "$job xlsx $xlsx $xlsx" "$job csv $csv $xlsx" "$job XlsxWriter $writer $xlsx" "$job openpyxl $openpyxl $xlsx"
    done
done >"$folder/times"

median() { sort -n | awk '{ values[NR] = $1 } END { print values[int((NR + 1) / 2)] }'; }
for job in answer file; do
    echo "$job: $(wc -l <"$folder/$job.csv") lines"
    for name in xlsx csv XlsxWriter openpyxl; do
        of_rounds() { awk -v job="$job" -v name="$name" "\$1 == job && \$2 == name { print $1 }" "$folder/times" | median; }
        printf '%-11s %7.0f ms %6.1f times as long\n' "$name" "$(of_rounds '$3')" "$(of_rounds '$3 / ($4 > 0 ? $4 : 1)')"
    done
done
