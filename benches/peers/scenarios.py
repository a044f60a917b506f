#!/usr/bin/env python3
"""The same scenario file in pledgebook, DuckDB and Polars, side by side.

usage: scenarios.py generate COUNT FILE      COUNT scenarios of ten years each, three decimals, the same in every run
       scenarios.py book FOLDER              the book of five pledges that all of them evaluate
       scenarios.py duckdb|polars|duckdb-summary FILE OUT
       scenarios.py run PROGRAM FOLDER COUNT RUNS     all in turn, medians and ratios

DuckDB is exact and gives its rows in any order; Polars counts in floats, so a cent is wrong now and then.
"""
import os
import pathlib
import statistics
import sys
import time

# commitment, pledge, and in per cent: share, low, high
PLEDGES = [
    ("guideline", "at least 2% of GDP", "2", "2", None),
    ("core", "at least 3.5% of GDP", "3.5", "3.5", None),
    ("defence", "about 5% of GDP", "5", "4.5", "5.5"),
    ("budget", "4.91% of GDP", "4.91", "4.91", "4.91"),
    ("support", "at least 0.25% of GDP", "0.25", "0.25", None),
]
YEARS = range(2026, 2036)


def generate(count, path):
    """GDP between 85 and 115 per cent of a path that grows by a twentieth a year, from a linear congruential generator."""
    state = 20_260_101
    with open(path, "w", buffering=1 << 20) as out:
        out.write("scenario,year,gdp_million\n")
        for scenario in range(count):
            middle, lines = 43_000_000, []
            for year in YEARS:
                state = (state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % (1 << 64)
                gdp = middle * 85 // 100 + (state >> 33) % (middle * 30 // 100)
                lines.append(f"s{scenario:07},{year},{gdp // 1000}.{gdp % 1000:03}\n")
                middle = middle * 21 // 20
            out.write("".join(lines))


def book(folder):
    commitments = 'country = "LVA"\ncurrency = "EUR"\n' + "".join(
        f'\n[[commitment]]\nid = "{name}"\ntitle = "{name}"\npledge = "{pledge}"\nin = "2026-2035"\ndefinition = "d"\n'
        'announced = 2025-11-20\nstrength = "statement"\nsource = "benchmark"\n'
        for name, pledge, *_ in PLEDGES
    )
    files = {
        "book.toml": 'title = "Benchmark"\ncountry = "LVA"\npublishers = []\n',
        "definitions.toml": '[[definition]]\nid = "d"\nfamily = "defence"\ntitle = "Defence"\n',
        "sources.toml": '[[source]]\nid = "benchmark"\ntitle = "B"\npublisher = "B"\npublished = 2025-11-20\n',
        "scenarios.toml": "",
        "series/gdp.csv": "country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note\n",
        "commitments/lva.toml": commitments,
    }
    for name, text in files.items():
        path = pathlib.Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def duckdb_table():
    import duckdb

    number = lambda percent: "NULL" if percent is None else f"{percent}::DECIMAL(9,6) / 100"
    connection = duckdb.connect()
    connection.execute("SET preserve_insertion_order = false")
    rows = ", ".join(
        f"({at}, '{name}', '{pledge}', '{share}', {', '.join(f'({number(p)})::DECIMAL(9,6)' for p in (low, share, high))})"
        for at, (name, pledge, share, low, high) in enumerate(PLEDGES)
    )
    connection.execute(f"CREATE TABLE pledges AS SELECT * FROM (VALUES {rows}) t(place, commitment, pledge, share_pct, low, share, high)")
    return connection


def scan(path):
    return f"read_csv('{path}', columns = {{'scenario': 'VARCHAR', 'year': 'INT', 'gdp': 'DECIMAL(15,3)'}}) g CROSS JOIN pledges p"


def duckdb_rows(path, out):
    cents = lambda end: f"round(g.gdp * p.{end}, 2)::DECIMAL(18,2)"
    duckdb_table().execute(f"""COPY (
        SELECT g.scenario, 'LVA' AS country, p.commitment, g.year, p.pledge, 'EUR' AS currency, g.gdp AS gdp_million, p.share_pct,
               {cents('low')} AS low_million, {cents('share')} AS amount_million, {cents('high')} AS high_million, NULL AS reason
        FROM {scan(path)}) TO '{out}' (HEADER)""")


def duckdb_summary(path, out):
    cents = lambda what: f"round({what}, 2)::DECIMAL(18,2)"
    ranks = {"p5": ".05", "p25": ".25", "median": ".5", "p75": ".75", "p95": ".95"}
    quantiles = ", ".join(f"{cents(f'quantile_disc(a, {p})')} AS {name}_million" for name, p in ranks.items())
    duckdb_table().execute(f"""COPY (
        SELECT 'LVA' AS country, commitment, year, pledge, 'EUR' AS currency, count(*) AS count, {cents('min(a)')} AS min_million,
               {quantiles}, {cents('max(a)')} AS max_million, {cents('sum(a) / count(*)')} AS mean_million
        FROM (SELECT p.place, p.commitment, g.year, p.pledge, g.gdp * p.share AS a FROM {scan(path)})
        GROUP BY place, commitment, year, pledge ORDER BY place, year) TO '{out}' (HEADER)""")


def polars_rows(path, out):
    import polars as pl

    part = lambda at: [None if row[at] is None else float(row[at]) / 100 for row in PLEDGES]
    words = {"commitment": 0, "pledge": 1, "share_pct": 2}
    pledges = pl.LazyFrame({name: [row[at] for row in PLEDGES] for name, at in words.items()}
                           | {"low": part(3), "share": part(2), "high": part(4)})
    amount = lambda end, name: (pl.col("gdp_million") * pl.col(end)).round(2).alias(name)
    lines = pl.scan_csv(path).join(pledges, how="cross")
    lines.select("scenario", pl.lit("LVA").alias("country"), "commitment", "year", "pledge", pl.lit("EUR").alias("currency"),
                 "gdp_million", "share_pct", amount("low", "low_million"), amount("share", "amount_million"),
                 amount("high", "high_million"), pl.lit(None).alias("reason")).sink_csv(out, float_precision=3)


def measure(command):
    """Seconds and MiB at the peak of a program that writes into nothing."""
    nothing = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    start = time.monotonic()
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=nothing)
    _, status, usage = os.wait4(pid, 0)
    assert status == 0, command
    return time.monotonic() - start, usage.ru_maxrss / 1024


def run(program, folder, count, runs):
    os.makedirs(folder, exist_ok=True)
    fed, pledges = (os.path.join(folder, name) for name in ("scenarios.csv", "book"))
    generate(count, fed)
    book(pledges)
    ours = lambda *how: [program, "--book", pledges, "amounts", "--gdp", fed, *how]
    peer = lambda name: [sys.executable, __file__, name, fed, os.devnull]
    rows = {"pledgebook": ours("--format", "csv"), "DuckDB": peer("duckdb"), "Polars": peer("polars")}
    rows |= {f"pledgebook, {name}": ours("--format", name) for name in ("json", "jsonl", "md")}
    summaries = {"pledgebook, summary": ours("--summary"), "DuckDB, summary": peer("duckdb-summary")}
    commands, measured = rows | summaries, {}
    for turn in range(runs + 1):
        for name, command in commands.items():
            figures = measure(command)
            if turn > 0:  # the first turn warms up
                measured.setdefault(name, []).append(figures)
    medians = {name: statistics.median(seconds for seconds, _ in figures) for name, figures in measured.items()}
    for name, figures in measured.items():
        base = medians["pledgebook" if name in rows else "pledgebook, summary"]
        spread = f"{min(figures)[0]:.2f} to {max(figures)[0]:.2f} s"
        peak = max(peak for _, peak in figures)
        print(f"| {name} | {medians[name]:.2f} s | {spread} | {medians[name] / base:.1f} | {peak:.0f} MiB |", flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    command, *rest = sys.argv[1:]
    {"generate": lambda count, path: generate(int(count), path), "book": book, "duckdb": duckdb_rows, "polars": polars_rows,
     "duckdb-summary": duckdb_summary,
     "run": lambda program, folder, count, runs: run(program, folder, int(count), int(runs))}[command](*rest)
