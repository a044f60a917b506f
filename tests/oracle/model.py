"""Numbers and days as the manual has them: exact until printed, rounded once, half away from zero."""

import calendar
import datetime
import re
from fractions import Fraction

KINDS = ["outturn", "estimate", "plan", "forecast", "assumption"]


class Printed(str):
    """A number as it is printed, which knows what it was rounded from."""

    def __new__(cls, text, value):
        made = super().__new__(cls, text)
        made.value = value
        return made


def fixed(value, places):
    """A number with so many decimals, half away from zero; what rounds to zero has no sign; unknown is empty."""
    if value is None:
        return ""
    scaled = abs(Fraction(value)) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(places + 1, "0")
    sign = "-" if value < 0 and whole else ""
    return Printed(sign + digits[: len(digits) - places] + ("." + digits[len(digits) - places :] if places else ""), Fraction(value))


def plain(value, places=12):
    """A decimal without zeros at its end: GDP as it was published."""
    if value is None:
        return ""
    text = fixed(value, places)
    return Printed(text.rstrip("0").rstrip("."), text.value) if "." in text else text


def fix(value, places):
    """The number that `fixed` prints: a chained GDP is kept so before the next year builds on it."""
    return Fraction(fixed(value, places))


def unit_of_last_digit(text):
    """`0.25` was stated to the hundredth, `5` to the unit, also `2000`."""
    return Fraction(1, 10 ** len(text.partition(".")[2]))


class Day:
    """A day, month or year as published; a month counts as its last day, a year as its 31 December."""

    def __init__(self, written):
        self.text = str(written)
        parts = [int(part) for part in self.text.split("-")]
        year, month = parts[0], parts[1] if len(parts) > 1 else 12
        day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
        self.last = datetime.date(year, month, day)

    def known_on(self, day):
        return self.last <= day.last

    def closes(self, year):
        """A year is over from its 31 December on."""
        return self.last >= datetime.date(year, 12, 31)

    def before(self, year):
        return self.last < datetime.date(year, 1, 1)


def cell(text):
    """A cell of CSV: quoted only where it must be, and text that a spreadsheet would run has a `'` before it."""
    if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not re.fullmatch(r"-\d+(\.\d+)?", text):
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if re.search('[,"\r\n]', text) else text


def csv_text(columns, rows):
    """Rows, each a mapping of column to text, as CSV with its header; a missing cell is unknown and empty."""
    lines = [",".join(columns)] + [",".join(cell(row.get(column, "")) for column in columns) for row in rows]
    return "\n".join(lines) + "\n"
