#!/usr/bin/env bash
# Fuzzes every target, or those that are named, for so many seconds in turn: ./all.sh SECONDS [TARGET…]. Prints for each its row of the
# table in README.md; fails where one did not run to its end or something was found.
set -euo pipefail
cd "$(dirname "$0")"
seconds=$1 && shift
[ $# -gt 0 ] || set -- pledge book series feed import workbook request command

./corpus.sh >/dev/null
mkdir -p artifacts
sound=true
for target in "$@"; do
    log=artifacts/$target.log why=nothing
    nice -n 19 cargo +nightly fuzz run -s none "$target" -- -max_total_time="$seconds" -max_len=20000 -dict="$PWD/words.dict" \
        -timeout=60 -rss_limit_mb=2048 -print_final_stats=1 >"$log" 2>&1 </dev/null || why="failed, see \`fuzz/$log\`" sound=false
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    [ -n "$runs" ] || sound=false runs='not run'
    if found=$(grep -oE -m 1 "panicked at .*|ERROR: libFuzzer: .*" "$log"); then sound=false; else found=$why; fi
    about=$(sed -n "s/^| \`$target\` | \([^|]*\) |.*/\1/p" README.md)
    echo "| \`$target\` | $about | $seconds | $runs | $found | |"
done
$sound
