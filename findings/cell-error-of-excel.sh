#!/usr/bin/env bash
# fastexcel 0.21.0 (calamine in Rust), a reader of spreadsheets for Python; beside it openpyxl 3.1.5.
#
# ECMA-376 lists eight values that a cell of type `e` may have (18.18.11, ST_CellErrorType): `#NULL!`, `#DIV/0!`, `#VALUE!`,
# `#REF!`, `#NAME?`, `#NUM!`, `#N/A`, and `#GETTING_DATA`, which stands where a cell waits for an outside source. calamine knows the
# first seven; one cell with the eighth, and no cell of the sheet can be read:
#
#     #N/A [('LVA', 3.15), ('EST', None)]
#     #GETTING_DATA CalamineError
#
# openpyxl reads both. Fails if that changes. Needs python3 and PyPI.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet fastexcel==0.21.0 openpyxl==3.1.5 polars==2.1.0
cat > read.py <<'PYTHON'
import fastexcel
import openpyxl

for error in "#N/A", "#GETTING_DATA":
    book = openpyxl.Workbook()
    for row in ("country", "share"), ("LVA", 3.15), ("EST", "#N/A"):
        book.active.append(row)
    book.active["B3"]._value = error
    book.save("book.xlsx")
    assert openpyxl.load_workbook("book.xlsx").active["B3"].value == error
    try:
        print(error, fastexcel.read_excel("book.xlsx").load_sheet(0).to_polars().rows())
    except fastexcel.CalamineError:
        print(error, "CalamineError")
PYTHON
seen=$(venv/bin/python read.py)
expected=$'#N/A [(\'LVA\', 3.15), (\'EST\', None)]\n#GETTING_DATA CalamineError'
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "changed: expected $expected"; exit 1; }
