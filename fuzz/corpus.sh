#!/usr/bin/env bash
# Writes what fuzzing starts from into `corpus/TARGET/`: what the tests read, in the form that each target takes.
set -euo pipefail
shopt -s nullglob
cd "$(dirname "$0")"

# Keeps standard input as a seed of a target, once; what is long only slows the search down.
seed() {
    local folder=corpus/$1 text=corpus/new
    mkdir -p "$folder"
    cat >"$text"
    if [ "$(stat -c %s "$text")" -gt 20000 ]; then rm "$text"; else mv "$text" "$folder/$(sha1sum <"$text" | cut -c 1-16)"; fi
}

# Each line as a seed of its own.
lines() { while IFS= read -r line; do printf %s "$line" | seed "$1"; done; }

# Files as one text, each below a line with its name.
joined() {
    for file in "${@:2}"; do
        [ -d "$file" ] || { printf -- '--- %s\n' "${file#"$1"/}" && cat "$file"; }
    done
}

mkdir -p corpus
grep -rhoP 'pledge\s*=\s*"\K[^"]+' ../tests/books ../tests/cases ../data | sort -u | lines pledge
for book in ../tests/books/* ../tests/cases/*/book; do
    joined "$book" "$book"/*.toml "$book"/{commitments,series,translations}/* | seed book
    for series in "$book"/series/*; do [ -d "$series" ] || seed series <"$series"; done
done
for feed in $(grep -rlE '^"?(scenario|year|gdp_)' ../tests/cases/*/files); do { printf '\x20' && cat "$feed"; } | seed feed; done
for case in ../tests/cases/import-*; do
    for file in "$case"/files/*; do
        map=$(grep -A 1 -x -- --map "$case/args" | grep -v '^--' | paste -sd '\t' || true)
        for format in nato sipri imf-weo eurostat worldbank ecb-fx kiel sdmx-csv csv; do
            [[ $case != *-$format* ]] || { printf '%s\t%s\n' "$format" "$map" && cat "$file"; } | seed import
        done
    done
done
printf '%s\n' nato sipri | while read -r format; do { printf '%s\n' "$format" && cat ../tests/cases/error-unreadable-workbook/files/*; } | seed import; done
grep -rhoP '"\K/[a-z.]*(\?[^"\\{} ]*)?(?=")' ../src/cli/desk ../tests/explorer | sort -u | lines request
grep -rhoP '^Command: \K.*' ../charts/*.svg ../tests/cases/*/{files,out} | sort -u | lines command
for args in ../tests/cases/chart-*/args; do printf 'pledgebook %s' "$(sed "s/'/'\\\\''/g; s/.*/'&'/" "$args" | paste -sd ' ')" | seed command; done
for picture in ../tests/cases/error-not-a-picture*/files/*; do seed command <"$picture"; done

office=http://schemas.openxmlformats.org/officeDocument/2006/relationships
seed workbook <<XML
--- _rels/.rels
<Relationships><Relationship Id="r1" Type="$office/officeDocument" Target="xl/workbook.xml"/></Relationships>
--- xl/workbook.xml
<workbook xmlns:r="$office"><sheets><sheet name="Table 1" sheetId="1" r:id="r1"/></sheets></workbook>
--- xl/_rels/workbook.xml.rels
<Relationships><Relationship Id="r1" Type="$office/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
--- xl/styles.xml
<styleSheet><fonts><font/></fonts><cellXfs><xf fontId="0"/><xf numFmtId="14" fontId="0"/></cellXfs></styleSheet>
--- xl/sharedStrings.xml
<sst uniqueCount="2"><si><t>Latvia (Euros)</t></si><si><t>Million national currency units</t></si></sst>
--- xl/worksheets/sheet1.xml
<worksheet><sheetData>
<row r="1"><c r="A1" t="str"><v>Table 1: Defence expenditure (million national currency units, current prices)</v></c></row>
<row r="4"><c r="B4"><v>2014</v></c><c r="C4" t="inlineStr"><is><t>2015e</t></is></c></row>
<row r="5"><c r="A5" t="s"><v>0</v></c><c r="B5" s="1"><v>221.05</v></c><c r="C5"><f>B5*2</f><v>253.739</v></c></row>
</sheetData></worksheet>
XML
for target in corpus/*/; do echo "$target: $(find "$target" -type f | wc -l)"; done
