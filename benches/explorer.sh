#!/usr/bin/env bash
# A step of a slider of the explorer beside a report page of fava, both over loopback and driven by wrk, in one run; then how much
# memory a minute of 200 connections leaves, and how long the first page takes. Needs wrk, curl and python3.
#   benches/explorer.sh [BOOK]      PLEDGEBOOK names the program, SECONDS_EACH says how long each row is measured
set -euo pipefail
cd "$(dirname "$0")/.."
program=${PLEDGEBOOK:-target/release/pledgebook}
each=${SECONDS_EACH:-10}
book=(${1:+--book "$1"})
here=$(mktemp -d)
running=()
end() {
    for pid in "${running[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$here"
}
trap end EXIT

# Two requests are a step: the page with its verdicts, and the picture. A slider comes back to where it was; `anew` never does.
cat > "$here/step.lua" <<'LUA'
local wanted, step = os.getenv("WANTED"), os.getenv("ANEW") and 0.0001 or 0.1
local growth, is_page = -10 + (os.getenv("ANEW") and tonumber(os.getenv("ANEW")) or 0), false
function request()
  is_page = not is_page
  if is_page or wanted ~= "both" then
    growth = growth >= 15 and -10 or growth + step
  end
  local said = "growth=2026%3D" .. string.format(step < 0.1 and "%.4f" or "%.1f", growth) .. "%25"
  local page = wanted == "page" or (wanted == "both" and is_page)
  return wrk.format("GET", (page and "/country?" or "/chart/amounts.svg?") .. said, { ["Accept-Encoding"] = "gzip, deflate" })
end
LUA

# A small ledger with a budget, as fava has them.
cat > "$here/ledger.beancount" <<'LEDGER'
option "title" "Small"
option "operating_currency" "EUR"
2024-01-01 open Assets:Bank EUR
2024-01-01 open Income:Pay EUR
2024-01-01 open Expenses:Food EUR
2024-01-01 custom "budget" Expenses:Food "monthly" 400.00 EUR
LEDGER
for month in 0{1..9} 10 11 12; do
    printf '2025-%s-01 * "Pay"\n  Assets:Bank  3000.00 EUR\n  Income:Pay\n2025-%s-05 * "Food"\n  Expenses:Food  390.00 EUR\n  Assets:Bank\n' "$month" "$month"
done >> "$here/ledger.beancount"

if [ ! -x target/fava/bin/fava ]; then
    python3 -m venv target/fava && target/fava/bin/pip install --quiet --upgrade fava
fi

# Starts the explorer; its address and number are in $ours and $pid.
start() {
    rm -f "$here/address"
    "$program" serve --port 0 "${book[@]}" > "$here/address" &
    pid=$!
    running+=("$pid")
    until [ -s "$here/address" ]; do :; done
    ours=$(sed 's:/$::' "$here/address")
}

# What wrk says of one row: requests a second, median, p99, and whatever went wrong.
row() {
    local name=$1 flight=$2 seconds=$3 url=$4
    shift 4
    wrk -t1 -c"$flight" -d"${seconds}s" --latency "$@" "$url" > "$here/wrk"
    awk -v name="$name" -v flight="$flight" '
        $1 == "50%" { median = $2 } $1 == "99%" { last = $2 } $1 == "Requests/sec:" { rate = $2 }
        /Socket errors|Non-2xx/ { wrong = wrong " " $0 }
        END { printf "| %s | %d | %.0f | %s | %s |%s\n", name, flight, rate, median, last, wrong }' "$here/wrk"
}

memory() { awk -v when="$1" '/VmRSS|VmHWM/ { printf "%s %s %.1f MiB  ", when, $1, $2 / 1024 } END { print "" }' "/proc/$pid/status"; }

now() { echo $((${EPOCHREALTIME/./})); }
echo 'first page after start, ms (start to its last byte, and curl with it):'
for _ in 1 2 3 4 5; do
    began=$(now)
    start
    curl -s -o /dev/null "$ours/country"
    echo "  $((($(now) - began) / 1000))"
    kill "$pid"
done

start
target/fava/bin/fava --port 7331 "$here/ledger.beancount" > "$here/fava.log" 2>&1 &
running+=("$!")
report=http://127.0.0.1:7331/small/income_statement/
until curl -sf -o /dev/null "$report"; do sleep 0.1; done
target/fava/bin/fava --version

memory before
for wanted in page picture both; do WANTED=$wanted wrk -t1 -c4 -d5s -s "$here/step.lua" "$ours" > /dev/null; done
echo '| what | in flight | a second | median | p99 |'
echo '| --- | ---: | ---: | ---: | ---: |'
for flight in 1 50; do
    for wanted in page picture both; do
        # what was made anew has taken the place of some steps
        WANTED=$wanted wrk -t1 -c2 -d3s -s "$here/step.lua" "$ours" > /dev/null
        WANTED=$wanted row "$wanted, kept" "$flight" "$each" "$ours" -s "$here/step.lua"
        WANTED=$wanted ANEW=0.$flight row "$wanted, made anew" "$flight" "$each" "$ours" -s "$here/step.lua"
    done
    row 'fava, income statement' "$flight" "$each" "$report"
done
memory warm
WANTED=both row 'both, kept' 200 60 "$ours" -s "$here/step.lua"
memory after
