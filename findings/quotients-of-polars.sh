#!/usr/bin/env bash
# Polars 2.1.0: a quotient of two columns of decimals has as many digits after the point as the finer one of them. 1559.00 ÷ 43000.00 × 100 is 4.00,
# where 3.63 was asked for, and 2158.00 ÷ 45423.00 × 100 is 5.00 for 4.75. Multiplied first, or cast to more digits, it is right.
#
# Seen:
#   spent / gdp * 100                          4.00 5.00
#   spent * 100 / gdp                          3.63 4.75
#   spent.cast(Decimal(38, 10)) / gdp * 100    3.6255814000 4.7508971200
#
# Fails if that changes. Needs python3 and PyPI.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0
cat > "$work/share.py" << 'END'
from decimal import Decimal

import polars as pl

frame = pl.DataFrame(
    {"spent": [Decimal("1559.00"), Decimal("2158.00")], "gdp": [Decimal("43000.00"), Decimal("45423.00")]}
)
spent, gdp = pl.col("spent"), pl.col("gdp")
ways = {
    "spent / gdp * 100": spent / gdp * 100,
    "spent * 100 / gdp": spent * 100 / gdp,
    "spent.cast(Decimal(38, 10)) / gdp * 100": spent.cast(pl.Decimal(38, 10)) / gdp * 100,
}
seen = [" ".join(map(str, frame.select(way.alias("share"))["share"])) for way in ways.values()]
for name, shares in zip(ways, seen):
    print(f"{name:<42} {shares}")
assert seen == ["4.00 5.00", "3.63 4.75", "3.6255814000 4.7508971200"], "this has changed"
END
"$work/env/bin/python" "$work/share.py"
