#!/usr/bin/env bash
# Times a whole report against gnuplot and matplotlib, in turn, each time as a new process into a fresh folder.
#
#     benches/peers/compare.sh [ROUNDS]
#
# Prints the median wall time and peak memory of each, and the medians of the ratios of each round; then how long one picture takes
# to draw again as SVG in a process that has drawn it before. 21 rounds unless told.
set -euo pipefail
cd "$(dirname "$0")/../.."

rounds=${1:-21}
program=${CARGO_TARGET_DIR:-target}/release/pledgebook
series=data/series/latvia-defence.csv
folder=$(mktemp -d -p "$([ -d /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")")
trap 'rm -r "$folder"' EXIT

run() {
    case $1 in
        pledgebook) "$program" report -o "$2" ;;
        gnuplot) gnuplot -c benches/peers/report.gp "$folder/data" "$series" "$2" "$others" ;;
        matplotlib) python3 benches/peers/report.py "$folder/data" "$series" "$2" "$others" ;;
    esac 2>"$folder/stderr" || { cat "$folder/stderr" >&2; exit 1; }
}
export -f run
export program series folder

"$program" report -o "$folder/data" 2>/dev/null
# of each picture beyond the two in full: its name, and the columns across, up and of words
first() { for name in "$@"; do [[ ,$header, == *,$name,* ]] && echo "$name" && return; done; }
others=""
for data in "$folder"/data/charts/*.csv; do
    name=$(basename "$data" .csv)
    header=$(head -1 "$data")
    [ "$name" = share ] || [ "$name" = amounts ] ||
        others+="$name $(first date year) $(first share_pct of_pledge_pct amount_million pledged_million gdp_million) $(first label commitment pledge) "
done
export others
for round in $(seq 0 "$rounds"); do
    for name in pledgebook gnuplot matplotlib; do
        mkdir "$folder/out"
        start=${EPOCHREALTIME/./}
        run "$name" "$folder/out"
        end=${EPOCHREALTIME/./}
        rm -r "$folder/out"
        # round 0 warms the caches and is not counted
        [ "$round" = 0 ] || echo "$round $name $((end - start))" >>"$folder/times"
    done
done
for name in pledgebook gnuplot matplotlib; do
    for _ in 1 2 3; do
        mkdir "$folder/out"
        command time -f "$name %M" -a -o "$folder/peaks" bash -c "run $name '$folder/out'"
        rm -r "$folder/out"
    done
done

median() { sort -n | awk '{ values[NR] = $1 } END { print values[int((NR + 1) / 2)] }'; }
for name in pledgebook gnuplot matplotlib; do
    time=$(awk -v name="$name" '$2 == name { print $3 / 1000 }' "$folder/times" | median)
    ratio=$(awk -v name="$name" '$2 == "pledgebook" { base[$1] = $3 } $2 == name { print $3 / base[$1] }' "$folder/times" | median)
    peak=$(awk -v name="$name" '$1 == name { print $2 / 1024 }' "$folder/peaks" | median)
    printf '%-11s %7.1f ms %6.1f times %6.1f MiB\n' "$name" "$time" "$ratio" "$peak"
done

mkdir "$folder/out"
redraw() { for _ in 1 2 3 4 5; do "$@"; done 2>&1 | median; }
gnuplot=$(redraw gnuplot -c benches/peers/report.gp "$folder/data" "$series" "$folder/out" "$others" 300)
matplotlib=$(redraw python3 benches/peers/report.py "$folder/data" "$series" "$folder/out" "$others" 20)
echo "\`share\` again as SVG: gnuplot $gnuplot ms, matplotlib $matplotlib ms; pledgebook: cargo bench -- draw_svg"
