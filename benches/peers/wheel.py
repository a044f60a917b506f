#!/usr/bin/env python3
"""The verdicts on all allies, as CSV by the program and as Arrow in Python, and what it takes to come so far.

usage: wheel.py PROGRAM [ROUNDS]    by a Python that has pyarrow and a release wheel of pledgebook

Medians of processor time, with that of the system, and of wall time; all in turn.
"""
import resource
import statistics
import subprocess
import sys
import time

import pyarrow

import pledgebook

COMMAND = [sys.argv[1], "verdicts", "--country", "all", "--format", "csv"]
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 21
EVERY = pledgebook.open(country="all")
TASKS = {
    "the program, as CSV": lambda: subprocess.run(COMMAND, check=True, stdout=subprocess.DEVNULL),
    "`open` and `verdicts` to Arrow": lambda: pyarrow.table(pledgebook.open(country="all").verdicts()),
    "`verdicts` to Arrow": lambda: pyarrow.table(EVERY.verdicts()),
    "`open`": pledgebook.open,
    "a Python that imports nothing": lambda: subprocess.run([sys.executable, "-c", ""], check=True),
    "a Python that imports pledgebook": lambda: subprocess.run([sys.executable, "-c", "import pledgebook"], check=True),
}


def processor():
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def took(task):
    start = processor(), time.perf_counter()
    task()
    return processor() - start[0], time.perf_counter() - start[1]


rounds = [{name: took(task) for name, task in TASKS.items()} for _ in range(ROUNDS)]
print("| | processor | wall |\n| --- | ---: | ---: |")
for name in TASKS:
    times = [1000 * statistics.median(one[name][which] for one in rounds) for which in (0, 1)]
    print(f"| {name} | {times[0]:.1f} ms | {times[1]:.1f} ms |")
