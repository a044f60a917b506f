#!/usr/bin/env bash
# pyarrow 26.0.1: a sum, a product and a quotient of two columns of decimals get the most digits that they could need by the types of the
# columns, whatever stands in these. Of two columns declared with all 38 digits that there are none can be told: even 1.00 + 2.00 is an error.
# Of columns declared with 15 digits all three are exact.
#
# Seen:
#   decimal128(38, 2): + Decimal precision out of range [1, 38]: 39
#   decimal128(38, 2): × Decimal precision out of range [1, 38]: 77
#   decimal128(38, 2): ÷ Decimal precision out of range [1, 38]: 77
#   decimal128(15, 2): + 3.00, × 2.0000, ÷ 0.5000000000000000
#
# Fails if that changes. Needs python3 and PyPI.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/pip" install --quiet --disable-pip-version-check pyarrow==26.0.1
cat > "$work/sum.py" << 'END'
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

WAYS = [("+", pc.add), ("×", pc.multiply), ("÷", pc.divide)]


def columns(digits):
    return [pa.array([Decimal(number)], pa.decimal128(digits, 2)) for number in ("1.00", "2.00")]


for name, way in WAYS:
    try:
        raise SystemExit(f"this has changed: {name} gives {way(*columns(38))}")
    except pa.ArrowInvalid as error:
        print(f"decimal128(38, 2): {name} {error}")
narrow = [f"{name} {way(*columns(15))[0]}" for name, way in WAYS]
print("decimal128(15, 2):", ", ".join(narrow))
assert narrow == ["+ 3.00", "× 2.0000", "÷ 0.5000000000000000"], "this has changed"
END
"$work/env/bin/python" "$work/sum.py"
