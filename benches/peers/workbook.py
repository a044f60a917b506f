"""Times the import of NATO's workbook against two readers of spreadsheets, in turn, each time as a new process.

    python3 benches/peers/workbook.py WORKBOOK DAY [ROUNDS]

The others read every sheet and write it as CSV; pledgebook finds the tables by their words, checks each label and unit, and writes
rows of a book. Prints the median wall time of each and the median of the ratios of each round, and peak memory.
Needs pandas with openpyxl, and polars with fastexcel.
"""

import os
import statistics
import subprocess
import sys
import time

PANDAS = """
import sys, pandas
for name, sheet in pandas.read_excel(sys.argv[1], sheet_name=None, header=None, engine="openpyxl").items():
    sheet.to_csv(sys.argv[2], mode="a", index=False)
"""
POLARS = """
import sys, polars
with open(sys.argv[2], "wb") as out:
    for name, sheet in polars.read_excel(sys.argv[1], sheet_id=0, has_header=False, engine="calamine").items():
        sheet.write_csv(out)
"""


def run(command):
    """Wall time in seconds and peak memory in MiB."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = child.stderr.read()
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    if status:
        sys.exit(errors.decode())
    return wall, used.ru_maxrss / 1024


workbook, day = sys.argv[1:3]
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 11
program = os.path.join(os.environ.get("CARGO_TARGET_DIR", "target"), "release", "pledgebook")
commands = {
    "pledgebook": [program, "import", "nato", workbook, "--vintage", day, "-o", "/dev/null"],
    "polars": [sys.executable, "-c", POLARS, workbook, "/dev/null"],
    "pandas": [sys.executable, "-c", PANDAS, workbook, "/dev/null"],
}
measured = {name: [] for name in commands}
for number in range(rounds + 1):
    for name, command in commands.items():
        figures = run(command)
        if number:  # the first warms the disk
            measured[name].append(figures)
for name, figures in measured.items():
    walls = [wall for wall, _ in figures]
    ratios = [wall / own for wall, (own, _) in zip(walls, measured["pledgebook"])]
    peak = max(memory for _, memory in figures)
    print(f"{name:<11}{statistics.median(walls) * 1000:8.1f} ms  {statistics.median(ratios):6.1f}x  {peak:6.1f} MiB")
