#!/usr/bin/env bash
# pandoc 3.9 (in PyPI's pypandoc_binary 1.17; 2.17.1 does the same), which makes documents out of Markdown.
#
# A picture of 800 pixels with words in the place of those who do not see it. In DOCX it is made as wide as the column (5334000 EMU are
# 14.8 cm) and keeps its words (`descr`). In ODT it keeps its own width, 600 points or 21.2 cm, and runs off the page, and its words are
# left out: the frame has neither a title nor a description.
#
#     docx <wp:extent cx="5334000" cy="3600450" /> descr="What it shows"
#     odt <draw:frame draw:name="img1" svg:width="600.0pt" svg:height="405.0pt">
#
# Fails if that changes. Needs python3 and PyPI.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet pypandoc_binary==1.17
printf '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="540" viewBox="0 0 800 540"><rect width="800" height="540"/></svg>\n' > a.svg
printf '![What it shows](a.svg)\\\nbelow\n' > a.md
cat > read.py <<'PYTHON'
import re
import zipfile

import pypandoc

for ending, part in [("docx", "word/document.xml"), ("odt", "content.xml")]:
    pypandoc.convert_file("a.md", ending, outputfile=f"a.{ending}")
    text = zipfile.ZipFile(f"a.{ending}").read(part).decode()
    print(ending, *re.findall(r'<wp:extent [^>]*>|<draw:frame [^>]*>|(?<=<wp:docPr )descr="[^"]+"|<svg:(?:title|desc)>[^<]*', text))
PYTHON
seen=$(venv/bin/python read.py 2>/dev/null)
expected='docx <wp:extent cx="5334000" cy="3600450" /> descr="What it shows"
odt <draw:frame draw:name="img1" svg:width="600.0pt" svg:height="405.0pt">'
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "changed: expected $expected"; exit 1; }
