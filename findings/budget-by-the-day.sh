#!/usr/bin/env bash
# fava 1.30.16 (with beancount 3.2.3), the explorer of plain-text accounts that ours is measured against.
#
# A budget of a month is spread over its days, each day's part is rounded to the 28 digits of Python's decimals, and the parts are
# added up again. So a budget of 400.00 a month comes to no month's 400.00:
#
#     January   399.9999999999999999999999988
#     February  400.0000000000000000000000003
#     2025      4799.999999999999999999999882
#
# Whoever spends just 400.00 is above the budget of January and below that of February. Pages hide it, since they print two
# decimals; a comparison does not.
#
# Fails if that changes. Needs python3 and PyPI.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet fava==1.30.16 beancount==3.2.3
cat > small.beancount <<'LEDGER'
option "operating_currency" "EUR"
2024-01-01 open Assets:Bank EUR
2024-01-01 open Expenses:Food EUR
2024-01-01 custom "budget" Expenses:Food "monthly" 400.00 EUR
2025-01-05 * "Food"
  Expenses:Food  400.00 EUR
  Assets:Bank
LEDGER
cat > budget.py <<'PYTHON'
from datetime import date

from fava.core import FavaLedger

budgets = FavaLedger("small.beancount").budgets
for first, end in [((2025, 1, 1), (2025, 2, 1)), ((2025, 2, 1), (2025, 3, 1)), ((2025, 1, 1), (2026, 1, 1))]:
    print(budgets.calculate("Expenses:Food", date(*first), date(*end))["EUR"])
PYTHON
seen=$(venv/bin/python budget.py)
expected=$'399.9999999999999999999999988\n400.0000000000000000000000003\n4799.999999999999999999999882'
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "changed: expected $expected"; exit 1; }
