#!/usr/bin/env python3
"""The verdicts on all allies: as CSV by the program, as Arrow in Python; and what it takes to come so far.

    benches/peers/wheel.py target/release/pledgebook

Run by a Python that has pyarrow and a release wheel of pledgebook. Medians of wall time in ms, both in turn.
"""

import statistics
import subprocess
import sys
import time

ROUNDS = 21
COMMAND = [sys.argv[1], "verdicts", "--country", "all", "--format", "csv"]
IMPORT = ["-c", "import time; start = time.perf_counter(); import pledgebook; print(time.perf_counter() - start)"]


def took(task):
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def imported():
    return float(subprocess.run([sys.executable, *IMPORT], check=True, capture_output=True, text=True).stdout)


def asked():
    return pyarrow.table(pledgebook.open(country="all").verdicts())


import pledgebook  # noqa: E402
import pyarrow  # noqa: E402

tasks = {
    "the program, as CSV": lambda: took(lambda: subprocess.run(COMMAND, check=True, stdout=subprocess.DEVNULL)),
    "Python, `open` and `verdicts` to Arrow": lambda: took(asked),
    "`import pledgebook`": imported,
    "`open`": lambda: took(pledgebook.open),
    "`open(country=\"all\")`": lambda: took(lambda: pledgebook.open(country="all")),
}
rounds = [{name: task() for name, task in tasks.items()} for _ in range(ROUNDS)]
print(f"{asked().num_rows} rows")
for name in tasks:
    print(f"{name:<40} {1000 * statistics.median(one[name] for one in rounds):8.1f} ms")
