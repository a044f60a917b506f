"""Spending pledges of countries as plain text: what does each come to, and on whose figures?

>>> import pledgebook as pb
>>> book = pb.open()
>>> book.amount("lva-defence-2026").under("budget-2026").in_year(2026).amount_million
Decimal('2197.65')

A table goes on to pandas, Polars, DuckDB or pyarrow, with every decimal as it is printed and no float on the way:

>>> [(row["verdict"], row["gap_million"]) for row in book.at("2025-11-30").verdicts("lva-defence-2025")]
[('missed', Decimal('136.52'))]
"""

from ._errors import Finding, Place, PledgebookError
from ._pledgebook import (
    AmountOf,
    Book,
    Outcome,
    Picture,
    Pledge,
    Ruling,
    Table,
    VerdictOn,
    __version__,
    from_files,
    open,
    pledge,
)

__all__ = [
    "AmountOf",
    "Book",
    "Finding",
    "Outcome",
    "Picture",
    "Place",
    "Pledge",
    "PledgebookError",
    "Ruling",
    "Table",
    "VerdictOn",
    "__version__",
    "from_files",
    "open",
    "pledge",
]
