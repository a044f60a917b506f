#!/usr/bin/env bash
# pandoc 3.9 (in PyPI's pypandoc_binary 1.17; 2.17.1 does the same), which makes documents out of Markdown.
#
# "If any line of the markdown source is longer than the column width", which is 72, the columns of a pipe table are as wide as the dashes
# below its heads; else they have no widths, and LibreOffice gives every column of such a DOCX the same. The line of dashes counts
# without its blanks: a table whose cells make a line of 73 letters has widths, one with dashes in a line of 82 has none, one of 83, 73 of
# them no blanks, has them.
#
#     letters of the longest line, those that are no blanks, whether there are widths:
#     [(73, 63, True), (82, 72, False), (83, 73, True)]
#
# Fails if that changes. Needs python3 and PyPI.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet pypandoc_binary==1.17
cat > read.py <<'PYTHON'
import pypandoc


def widths(cell, dashes):
    lines = ["| a | b | c | d | e |", f"| {'-' * dashes} | - | - | - | - |", f"| {cell} | b | c | d | e |"]
    native = pypandoc.convert_text("\n".join(lines) + "\n", "native", format="markdown")
    line = max(lines, key=len)
    return len(line), len(line.replace(" ", "")), "ColWidthDefault" not in native


print([widths("w" * 53, 1), widths("a", 62), widths("a", 63)])
PYTHON
seen=$(venv/bin/python read.py)
printf '%s\n' "$seen"
expected='[(73, 63, True), (82, 72, False), (83, 73, True)]'
[ "$seen" = "$expected" ] || { echo "changed: expected $expected"; exit 1; }
