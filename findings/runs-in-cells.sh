#!/usr/bin/env bash
# XlsxWriter 3.3.1, a writer of workbooks for Python, whose author's rust_xlsxwriter 0.102.0 has the same rule; openpyxl 3.1.5 reads.
#
# A text that begins with `<r>` and ends with `</r>` is taken for runs of letters with a format each, which the writer has made itself,
# and goes into the file as it is: what was a text is markup, of which a reader sees what is left.
#
#     'a < b' 'a < b'
#     '<r><t>a</t></r>' 'a'
#     '<r>a</r>' ''
#
# Fails if that changes. Needs python3 and PyPI.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet xlsxwriter==3.3.1 openpyxl==3.1.5
cat > write.py <<'PYTHON'
import openpyxl
import xlsxwriter

for text in "a < b", "<r><t>a</t></r>", "<r>a</r>":
    with xlsxwriter.Workbook("book.xlsx") as book:
        book.add_worksheet().write_string(0, 0, text)
    print(repr(text), repr(openpyxl.load_workbook("book.xlsx").active["A1"].value))
PYTHON
seen=$(venv/bin/python write.py)
expected=$'\'a < b\' \'a < b\'\n\'<r><t>a</t></r>\' \'a\'\n\'<r>a</r>\' \'\''
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "changed: expected $expected"; exit 1; }
