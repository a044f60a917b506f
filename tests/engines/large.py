"""As many scenarios as ask for an engine.

`large.py make ROWS FILE` writes them; `large.py total ROWS` sums the program's rows; `large.py ENGINE rows|sum FILE STATEMENT` runs a statement over them in `duckdb` or `spark`, its rows to
nowhere or summed; `large.py watch NAME COMMAND...` runs a command and prints its seconds, those of
processors, and the most memory that it and its children held.
"""

import os
import subprocess
import sys
import time

SUM = "SELECT count(*) AS count, sum(low_million) AS low, sum(amount_million) AS amount, sum(high_million) AS high FROM (\n{}\n) AS r"


def make(rows, path):
    import duckdb

    gdp = "40000 + range * 7919 % 8000 + CAST(range * 104729 % 1000000 AS DECIMAL(18, 6)) / 1000000"
    duckdb.sql(
        f"COPY (SELECT 's' || range AS scenario, 2026 AS year, printf('%.6f', {gdp}) AS gdp_million FROM range({rows})) "
        f"TO '{path}' (HEADER, DELIMITER ',')"
    )


def total(path):
    import duckdb

    money = "'low_million': 'DECIMAL(24, 2)', 'amount_million': 'DECIMAL(24, 2)', 'high_million': 'DECIMAL(24, 2)'"
    print(*duckdb.sql(SUM.format(f"FROM read_csv('{path}', header=true, types={{{money}}})")).fetchall()[0])


def in_duckdb(job, path, statement):
    import duckdb

    duckdb.sql("SET memory_limit = '6GB'")
    duckdb.sql("SET preserve_insertion_order = false")
    columns = "{'scenario': 'VARCHAR', 'year': 'INTEGER', 'gdp_million': 'DECIMAL(21, 6)'}"
    duckdb.sql(f"CREATE VIEW scenarios AS FROM read_csv('{path}', header=true, columns={columns})")
    if job == "sum":
        print(*duckdb.sql(SUM.format(statement)).fetchall()[0])
    else:
        duckdb.sql(f"COPY (\n{statement}) TO '/dev/null' (FORMAT csv)")


def in_spark(job, path, statement):
    sys.path.insert(0, os.path.dirname(__file__))
    import spark

    session = spark.session("4g")
    schema = "scenario STRING, year INT, gdp_million DECIMAL(21, 6)"
    session.read.csv(path, header=True, schema=schema).createOrReplaceTempView("scenarios")
    if job == "sum":
        print(*session.sql(SUM.format(statement)).collect()[0])
    else:
        session.sql(statement).write.format("noop").mode("overwrite").save()
    session.stop()


def held(root):
    """Megabytes that a process and all below it hold, and the seconds of processors that they have taken."""
    parents, sizes, times = {}, {}, {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/stat") as stat, open(f"/proc/{pid}/statm") as statm:
                fields = stat.read().rsplit(")", 1)[1].split()
                parents[int(pid)] = int(fields[1])
                times[int(pid)] = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
                sizes[int(pid)] = int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except OSError:
            continue
    below = {root}
    while more := {pid for pid, parent in parents.items() if parent in below} - below:
        below |= more
    return sum(sizes.get(pid, 0) for pid in below) // 1_000_000, sum(times.get(pid, 0) for pid in below)


def watch(name, command):
    start, most, taken = time.monotonic(), 0, 0
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as child:
        while child.poll() is None:
            size, seconds = held(child.pid)
            most, taken = max(most, size), max(taken, seconds)
            time.sleep(0.2)
    if child.returncode:
        sys.exit(f"{name} ended with {child.returncode}")
    print(f"{name}: {time.monotonic() - start:.0f} s, {taken:.0f} s of processors, {most} MB", flush=True)


ENGINES = {"duckdb": in_duckdb, "spark": in_spark}

if __name__ == "__main__":
    what, *rest = sys.argv[1:]
    if what == "make":
        make(int(rest[0]), rest[1])
    elif what == "total":
        total(*rest)
    elif what == "watch":
        watch(rest[0], rest[1:])
    else:
        with open(rest[2], encoding="utf-8") as file:
            ENGINES[what](rest[0], rest[1], file.read())
