"""Writes the rows of a CSV file as a workbook: numbers with their decimals, days, text; a bold header that stays, widths, a filter.

    python3 benches/peers/sheets.py openpyxl|xlsxwriter ROWS.csv OUT.xlsx
"""

import csv
import datetime
import re
import sys

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def typed(text):
    """The value of a cell, and the format of its number."""
    if NUMBER.fullmatch(text):
        decimals = len(text.partition(".")[2])
        return float(text), "0." + "0" * decimals if decimals else "0"
    if DAY.fullmatch(text):
        return datetime.datetime.fromisoformat(text), "yyyy-mm-dd"
    return text or None, None


def openpyxl(header, rows, widths, out):
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)  # the faster of its two ways
    sheet = book.create_sheet("rows")
    for at, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(header))}{len(rows) + 1}"

    def cell(value, look):
        if look is None:
            return value
        made = WriteOnlyCell(sheet, value)
        made.number_format = look
        return made

    names = [WriteOnlyCell(sheet, name) for name in header]
    for name in names:
        name.font = Font(bold=True)
    sheet.append(names)
    for row in rows:
        sheet.append([cell(value, look) for value, look in row])
    book.save(out)


def xlsxwriter(header, rows, widths, out):
    from xlsxwriter import Workbook

    book = Workbook(out)
    sheet, looks, bold = book.add_worksheet("rows"), {}, book.add_format({"bold": True})
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(header) - 1)
    for at, name in enumerate(header):
        sheet.write_string(0, at, name, bold)
    for line, row in enumerate(rows, 1):
        for at, (value, look) in enumerate(row):
            if look is None:
                if value is not None:
                    sheet.write_string(line, at, value)
                continue
            if look not in looks:
                looks[look] = book.add_format({"num_format": look})
            if look == "yyyy-mm-dd":
                sheet.write_datetime(line, at, value, looks[look])
            else:
                sheet.write_number(line, at, value, looks[look])
    book.close()


name, source, out = sys.argv[1:]
with open(source, newline="", encoding="utf-8") as file:
    header, *texts = csv.reader(file)
rows = [[typed(text) for text in row] for row in texts]
widths = [min(60, max(map(len, column))) + 1 for column in zip(header, *texts)]
write = {"openpyxl": openpyxl, "xlsxwriter": xlsxwriter}[name]
write(header, rows, widths, out)
