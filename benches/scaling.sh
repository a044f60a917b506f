#!/usr/bin/env bash
# How time and memory of every command grow with a book: seconds of processor time, peak memory and what came, at each size, and the
# exponents of growth between the last two. Needs python3.
#   benches/scaling.sh [WORD ...]      a kind of book (`family`), a size (`10000`), the beginning of a command (`verdicts`)
#                                      PLEDGEBOOK names the program, FOLDER where the books are written
set -euo pipefail
cd "$(dirname "$0")/.."
exec python3 benches/peers/scaling.py run "${PLEDGEBOOK:-target/release/pledgebook}" "${FOLDER:-/dev/shm/scaling}" "$@"
