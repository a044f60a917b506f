"""What holds of every table, whatever it answers, and wherever it goes."""

import csv
import datetime
import io
import json
from decimal import Decimal

import duckdb
import pandas
import polars
import pyarrow
import pytest
from conftest import DAY, FILES, QUESTIONS

import pledgebook as pb

GUARDED = ("=", "+", "-", "@", "\t", "\r")


def printed(cell):
    """What CSV has of a cell; nothing of one that is unknown."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return "'" + cell if cell.startswith(GUARDED) else cell
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)


def types_of(rows, column):
    return {type(row[column]) for row in rows} - {type(None)}


def test_rows_are_the_cells_of_csv(table):
    read = list(csv.DictReader(io.StringIO(table.to_csv())))
    assert [{name: printed(cell) for name, cell in row.items()} for row in table] == read
    assert len(table) == len(read) and table.columns == table.to_csv().split("\n", 1)[0].split(",")


def test_rows_are_the_values_of_json(table):
    values = [{name: value or "" for name, value in row.items()} for row in json.loads(table.to_json())]
    assert values == [{name: printed(cell).removeprefix("'") if isinstance(cell, str) else printed(cell)
                       for name, cell in row.items()} for row in table]


def test_a_column_has_one_type_and_none_is_a_float(table):
    rows = table.rows()
    for column in table.columns:
        found = types_of(rows, column)
        assert len(found) <= 1 and found <= {int, str, Decimal, datetime.date}, column


@pytest.mark.parametrize("name", [name for name, (_, command) in QUESTIONS.items() if command])
def test_the_program_writes_the_same(name, book, program):
    ask, command = QUESTIONS[name]
    assert ask(book).to_csv() == program(*command, "--as-of", DAY, "--format", "csv")


def exact(arrow):
    """The rows of an Arrow table, decimals without the zeros that its scale adds."""
    return [{name: cell.normalize() if isinstance(cell, Decimal) else cell for name, cell in row.items()}
            for row in arrow.to_pylist()]


def without_zeros(table):
    return [{name: cell.normalize() if isinstance(cell, Decimal) else cell for name, cell in row.items()} for row in table]


def test_arrow_has_the_same_cells_and_says_of_which_book_they_are(table, book):
    arrow = table.to_arrow()
    assert exact(arrow) == without_zeros(table)
    assert not any(pyarrow.types.is_floating(field.type) for field in arrow.schema)
    metadata = {name.decode(): value.decode() for name, value in arrow.schema.metadata.items()}
    assert metadata == {"question": table.name, "book": book.title, "as_of": str(book.as_of), "fingerprint": book.fingerprint}


def test_the_schema_alone_is_that_of_the_table(table):
    assert pyarrow.schema(table).equals(table.to_arrow().schema, check_metadata=True)


def test_a_capsule_that_nobody_reads_is_let_go_and_one_is_read_once(book):
    table = book.gdp()
    for _ in range(100):
        table.__arrow_c_stream__()
        table.__arrow_c_schema__()
    assert pyarrow.table(table).num_rows == pyarrow.table(table).num_rows == len(table)


def test_pandas_has_the_same_cells(table):
    frame = table.to_pandas()
    assert list(frame.columns) == table.columns and len(frame) == len(table)
    assert exact(pyarrow.Table.from_pandas(frame, preserve_index=False)) == without_zeros(table)
    assert not any(pandas.api.types.is_float_dtype(dtype) for dtype in frame.dtypes)


def test_polars_has_the_same_cells(table):
    frame = table.to_polars()
    assert frame.columns == table.columns
    assert exact(frame.to_arrow()) == without_zeros(table)
    assert not any(dtype.is_float() for dtype in frame.dtypes)
    assert frame.equals(polars.DataFrame(table))


def test_duckdb_takes_a_table_as_it_is(table):
    answer = table
    assert exact(duckdb.sql("select * from answer").to_arrow_table()) == without_zeros(table)


def test_sums_stay_exact_in_every_library(book):
    answer = book.over(2026).amounts("lva-defence-2026", "lva-ukraine-2026")
    total = sum(row["amount_million"] for row in answer)
    assert answer.to_pandas()["amount_million"].sum() == total
    assert answer.to_polars()["amount_million"].sum() == total
    assert duckdb.sql("select sum(amount_million) from answer").fetchall() == [(total,)]


def test_columns_are_reckoned_with_as_they_are(book):
    answer = book.over(2026).under("budget-2026").amounts("lva-ukraine-2026")
    gdp, share = (answer.to_pandas()[name] for name in ("gdp_million", "share_pct"))
    assert (gdp * share * Decimal("0.01")).tolist() == [Decimal("109.8825")]
    assert (gdp + share - share).tolist() == [Decimal(43953)]
    assert answer.to_polars().select(polars.col("gdp_million") * polars.col("share_pct")).item() == Decimal("10988.25")
    assert duckdb.sql("select gdp_million * share_pct from answer").fetchall() == [(Decimal("10988.25"),)]


def test_a_column_says_its_unit(book):
    schema = book.verdicts().to_arrow().schema
    units = {name: (schema.field(name).metadata or {}).get(b"unit") for name in ["gap_million", "spent_pct", "gap_pp", "verdict"]}
    assert units == {"gap_million": b"million", "spent_pct": b"%", "gap_pp": b"pp", "verdict": None}


def test_years_and_days_are_as_narrow_as_all_of_a_column_allows(book):
    single = book.verdicts("lva-defence-2026").rows()[0]
    assert (single["year"], single["gdp_vintage"]) == (2026, datetime.date(2026, 7, 10))
    assert {row["year"] for row in book.verdicts("lva-border-2022")} == {"2022-2025"}
    assert types_of(book.verdicts().rows(), "year") == {str}


def test_money_has_the_decimals_that_are_asked_for(book):
    table = book.over(2026).under("budget-2026").amounts("lva-ukraine-2026")
    amounts = [str(table.with_decimals(decimals).rows()[0]["amount_million"]) for decimals in (0, 2, 4, 6)]
    assert amounts == ["110", "109.88", "109.8825", "109.882500"]
    with pytest.raises(ValueError, match="0 to 6 decimals, not 7"):
        table.with_decimals(7)
    with pytest.raises(OverflowError):
        table.with_decimals(-1)


def test_a_notebook_shows_text_and_nothing_else(book):
    source = '[[source]]\nid = "s"\ntitle = "<script>1 & 2</script>\u202e"\npublisher = "\\"P\\""\npublished = 2026-01-01\n'
    html = pb.from_files({**FILES, "sources.toml": source}).sources()._repr_html_()
    assert html.startswith("<table>") and "<script" not in html
    assert "&lt;script&gt;1 &amp; 2&lt;/script&gt;\\u{202e}" in html and "&quot;P&quot;" in html
    long = book.of_every_country().verdicts()
    assert f"rows that are not shown: {len(long) - 60}" in long._repr_html_()


def test_a_table_says_what_it_is(book):
    table = book.over(2026).amounts("lva-defence-2026")
    assert repr(table) == "<pledgebook.Table `amounts`: 7 rows, 12 columns>"
    assert table.name == "amounts" and table.notes[0] == "as known on 2026-08-04"
    assert {"id", "publisher", "title", "published", "url", "note"} == set(table.sources[0])
    assert table.to_markdown().startswith("| ") or "|" in table.to_markdown()


def test_a_file_is_written_by_its_ending(book, tmp_path):
    table = book.gdp()
    table.save(tmp_path / "gdp.csv")
    assert (tmp_path / "gdp.csv").read_text(encoding="utf-8") == table.to_csv()
    table.save(tmp_path / "gdp.xlsx")
    assert (tmp_path / "gdp.xlsx").read_bytes().startswith(b"PK")
    with pytest.raises(ValueError, match="unknown format `docx`"):
        table.save(tmp_path / "gdp.docx")
    with pytest.raises(FileNotFoundError):
        table.save(tmp_path / "nowhere" / "gdp.csv")
