#!/usr/bin/env bash
# svglib 2.3.2 (with reportlab 5.1.0), which makes PDF of SVG, and CairoSVG 2.9.1, which makes PNG and PDF of it.
#
# A text of SVG is set in what each program takes for its typeface. svglib sets letters beyond Latin-1 as black squares; CairoSVG takes no
# notice of `textLength` (SVG 1.1, 10.5), by which a picture says how wide a text was measured:
#
#     svglib: ■■■ 5% GDP
#     CairoSVG: as wide as without textLength
#
# The same letters as outlines, each defined once and used, CairoSVG draws where they belong. Fails if that changes. Needs python3 and
# PyPI.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet svglib==2.3.2 reportlab==5.1.0 pypdf==7.1.1 CairoSVG==2.9.1 pillow==13.0.0
cat > read.py <<'PYTHON'
import io

import cairosvg
import pypdf
from PIL import Image
from reportlab.graphics import renderPDF
from svglib.svglib import svg2rlg


def svg(inner):
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'<svg {names} width="400" height="40" viewBox="0 0 400 40">{inner}</svg>'


def drawn(inner):
    return Image.open(io.BytesIO(cairosvg.svg2png(svg(inner).encode()))).getchannel("A").getbbox()


with open("text.svg", "w") as file:
    file.write(svg('<text x="10" y="30" font-size="20">āčē 5% GDP</text>'))
pdf = io.BytesIO()
renderPDF.drawToFile(svg2rlg("text.svg"), pdf)
print("svglib:", pypdf.PdfReader(pdf).pages[0].extract_text().strip())

text = '<text x="10" y="30" font-size="20"{}>GDP of Latvia</text>'
same = drawn(text.format("")) == drawn(text.format(' textLength="380"'))
print("CairoSVG:", "as wide as without textLength" if same else "as wide as textLength says")

outline = '<defs><path id="r" d="M0 0h500v-500h-500"/></defs>'
outline += '<g transform="scale(.02)"><g transform="translate(1000 1000)"><use xlink:href="#r" x="500"/></g></g>'
assert drawn(outline) == (30, 10, 40, 20), drawn(outline)
PYTHON
seen=$(venv/bin/python read.py)
expected=$'svglib: ■■■ 5% GDP\nCairoSVG: as wide as without textLength'
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "changed: expected $expected"; exit 1; }
