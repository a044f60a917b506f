"""Runs a statement in an engine over a scenario file, and compares its rows with those of the program, cell by cell.

`compare.py ENGINE STATEMENT SCENARIOS EXPECTED RESULT`: the files of the statement, of scenarios, of the program's rows as CSV, and of those
of the engine, which is written unless the engine is `spark`, whose rows are there already. Prints what differs and fails for it.
Figures are compared as numbers. A verdict's reason may be empty in the engine, where it names figures of GDP, but a third of them are there.
"""

import sys

import duckdb

TABLE = "CREATE TABLE scenarios(scenario {text}, year INTEGER, gdp_million DECIMAL(21, 6))"


def in_duckdb(statement, scenarios, result):
    base = duckdb.connect()
    base.sql(TABLE.format(text="VARCHAR"))
    base.execute(f"INSERT INTO scenarios FROM read_csv('{scenarios}', header=true, all_varchar=true, escape='\"', quote='\"')")
    base.execute(f"COPY (\n{statement}) TO '{result}' (HEADER, DELIMITER ',', NULL '', FORCE_QUOTE (commitment))")


def in_datafusion(statement, scenarios, result):
    import datafusion

    base = datafusion.SessionContext()
    base.sql(
        f"CREATE EXTERNAL TABLE scenarios(scenario VARCHAR, year INT, gdp_million DECIMAL(21, 6)) STORED AS CSV LOCATION '{scenarios}' "
        "OPTIONS ('format.has_header' 'true')"
    ).collect()
    base.sql(statement).write_csv(result, with_header=True)


def in_postgres(statement, scenarios, result):
    import psycopg

    with psycopg.connect() as base:
        cursor = base.cursor()
        cursor.execute(TABLE.format(text="TEXT").replace("TABLE", "TEMPORARY TABLE"))
        with open(scenarios, "rb") as file, cursor.copy("COPY scenarios FROM STDIN (FORMAT csv, HEADER)") as copy:
            copy.write(file.read())
        cursor.execute("ANALYZE scenarios")
        with open(result, "wb") as file, cursor.copy(f"COPY (\n{statement}) TO STDOUT (FORMAT csv, HEADER)") as copy:
            for block in copy:
                file.write(block)


ENGINES = {"duckdb": in_duckdb, "datafusion": in_datafusion, "postgres": in_postgres, "spark": lambda *_: None}


def cell(column):
    if column.endswith(("_million", "_pct", "_pp", "_million_low", "_million_high", "_pct_low", "_pct_high")):
        return f'CAST(nullif("{column}", \'\') AS DECIMAL(32, 6)) AS "{column}"'
    return f'nullif("{column}", \'\') AS "{column}"'


def compare(expected, result):
    base = duckdb.connect()
    for name, path in (("program", expected), ("engine", result)):
        base.execute(
            f"CREATE TABLE {name}_text AS FROM read_csv('{path}', header=true, all_varchar=true, quote='\"', escape='\"', strict_mode=false, sample_size=-1)"
        )
        columns = [row[0] for row in base.execute(f"DESCRIBE {name}_text").fetchall()]
        cells = ", ".join(cell(column) for column in columns)
        base.execute(f"CREATE TABLE {name} AS SELECT {cells} FROM {name}_text")
    same = "* EXCLUDE (reason)" if "verdict" in columns else "*"
    differences = {
        "rows of the program that the engine lacks": f"SELECT {same} FROM program EXCEPT ALL SELECT {same} FROM engine",
        "rows of the engine that the program lacks": f"SELECT {same} FROM engine EXCEPT ALL SELECT {same} FROM program",
        "reasons that the program does not give": "SELECT * FROM engine WHERE reason IS NOT NULL EXCEPT SELECT * FROM program",
    }
    wrong = 0
    for what, query in differences.items():
        (count,) = base.execute(f"SELECT count(*) FROM ({query})").fetchone()
        if count:
            wrong += 1
            print(f"{count} {what}, such as")
            for row in base.execute(f"SELECT * FROM ({query}) ORDER BY ALL LIMIT 3").fetchall():
                print("   ", *("" if value is None else value for value in row), sep=" | ")
    rows, reasons = base.execute("SELECT count(*), count(reason) FROM engine").fetchone()
    (given,) = base.execute("SELECT count(reason) FROM program").fetchone()
    print(f"{rows} rows, {reasons} with a reason, of {given} of the program")
    return wrong or 3 * reasons < given


def main(engine, statement, scenarios, expected, result):
    with open(statement, encoding="utf-8") as file:
        ENGINES[engine](file.read(), scenarios, result)
    sys.exit(1 if compare(expected, result) else 0)


main(*sys.argv[1:])
