"""What engines do with decimals, as a table: `decimals.py` for those at hand; `postgres.sh python decimals.py` for PostgreSQL too, Spark where Java is.

A cell is the value and, where the engine tells it, its type; or `error`. The page of `src/export.rs` draws its conclusions.
"""

import os
import shutil

GDP, SHARE, WIDE = "999999999999999999.123456", "0.0345678901", "DECIMAL(38, 10)"
CAST = "CAST('{}' AS {})"
QUESTIONS = {
    "DECIMAL(24, 6) * DECIMAL(12, 10)": f"{CAST.format(GDP, 'DECIMAL(24, 6)')} * {CAST.format(SHARE, 'DECIMAL(12, 10)')}",
    "a product of more than 38 digits": f"{CAST.format('98765432109.0123456789', WIDE)} * {CAST.format('98765432109.0123456789', WIDE)}",
    "ROUND of a tie": "ROUND(CAST('2.5' AS DECIMAL(4, 1)), 0)",
    "ROUND of a tie below zero": "ROUND(CAST('-2.5' AS DECIMAL(4, 1)), 0)",
    "SUM of DECIMAL(21, 6)": "SUM(CAST('1.5' AS DECIMAL(21, 6)))",
    "/ of decimals": "CAST('20' AS DECIMAL(4, 1)) / CAST('3' AS DECIMAL(4, 1))",
    "whole quotient past 64 bits": "{whole}",
    "CAST of text that is too long": "CAST('1234567' AS DECIMAL(4, 1))",
}
NUMBER = "12345678901234567890"
WHOLE = {
    "DuckDB": f"CAST('{NUMBER}' AS HUGEINT) // CAST('7' AS HUGEINT)",
    "PostgreSQL": f"div(CAST('{NUMBER}' AS NUMERIC), 7)",
    "DataFusion": f"CAST('{NUMBER}' AS DECIMAL(38, 0)) / CAST('7' AS DECIMAL(38, 0))",
    "Spark": f"CAST('{NUMBER}' AS DECIMAL(38, 0)) div CAST('7' AS DECIMAL(38, 0))",
}


def engines():
    import duckdb

    yield "DuckDB", lambda sql: duckdb.execute(f"SELECT value, typeof(value) FROM (SELECT {sql} AS value) AS t").fetchone()
    import datafusion

    rows = lambda sql: datafusion.SessionContext().sql(f"SELECT value, arrow_typeof(value) FROM (SELECT {sql} AS value) AS t").to_pydict()
    yield "DataFusion", lambda sql: [column[0] for column in rows(sql).values()]
    if shutil.which("java"):
        import spark

        session = spark.session("1g")
        yield "Spark", lambda sql: session.sql(f"SELECT value, typeof(value) FROM (SELECT {sql} AS value) AS t").collect()[0]
    if "PGHOST" in os.environ:
        import psycopg

        yield "PostgreSQL", lambda sql: psycopg.connect().execute(f"SELECT {sql}").fetchone()


for engine, answer in engines():
    for what, sql in QUESTIONS.items():
        try:
            cell = " ".join(map(str, answer(sql.replace("{whole}", WHOLE[engine]))))
        except Exception as error:
            cell = f"error: {str(error).splitlines()[0][:60]}"
        print(f"| {engine} | {what} | {cell} |")
