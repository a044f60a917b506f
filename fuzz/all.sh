#!/usr/bin/env bash
# Fuzzes every target, or those that are named, for so many seconds in turn: ./all.sh SECONDS [TARGET…]. Prints a row for each.
set -uo pipefail
cd "$(dirname "$0")"
seconds=$1 && shift
[ $# -gt 0 ] || set -- pledge book series feed import workbook request command

./corpus.sh >/dev/null
for target in "$@"; do
    log=artifacts/$target.log
    mkdir -p artifacts
    nice -n 19 cargo +nightly fuzz run -s none "$target" -- -max_total_time="$seconds" -max_len=20000 -dict="$PWD/words.dict" \
        -timeout=60 -rss_limit_mb=2048 -print_final_stats=1 >"$log" 2>&1 </dev/null
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    found=$(grep -oE "panicked at .*|ERROR: libFuzzer: .*" "$log" | head -n 1)
    echo "| $target | $seconds | ${runs:-0} | ${found:-nothing} |"
done
