"""What one currency is worth in another in a year, and answers with all of their money in one."""

from gdp import choose
from model import fixed

TOGETHER = "amounts over several years have no one rate"


class Rates:
    """The rate that counts of each two currencies and year: by kind, then the later vintage, then the order of publishers.

    It may stand under several countries, and counts for all."""

    def __init__(self, book, as_of):
        found = {}
        for figure in book.figures:
            if figure.measure == "exchange-rate" and figure.vintage.known_on(as_of):
                same = (figure.value, figure.unit, figure.kind, figure.publisher, figure.vintage.last)
                found.setdefault((figure.year, frozenset(pair(figure))), {}).setdefault(same, figure)
        self.found, self.publishers = found, book.publishers

    def direct(self, one, other, year):
        figures = self.found.get((year, frozenset((one, other))))
        return figures and choose(figures.values(), self.publishers)

    def way(self, one, other, year):
        """One rate, or two by way of a third currency, the first by its code."""
        if found := self.direct(one, other, year):
            return [found]
        for third in sorted({each for key, both in self.found if key == year for each in both} - {one, other}):
            both = [self.direct(one, third, year), self.direct(third, other, year)]
            if None not in both:
                return both
        return None


def pair(figure):
    """`USD per EUR`: so many dollars are paid for a euro."""
    return figure.unit.split(" per ")


def said(rate):
    return f"at {rate.text} {rate.unit} in {rate.year} ({rate.publisher}, {rate.kind} of {rate.vintage.text})"


def none(one, other, year):
    return f"the book has no rate from {one} to {other} for {year}; `import ecb-fx` brings some"


def wanted(ask):
    """The currency of all money, if one is asked for."""
    return ask.options.__dict__["in"].upper()


def exchanged(value, currency, way):
    for rate in way:
        paid, bought = pair(rate)
        value, currency = (value * rate.value, paid) if currency == bought else (value / rate.value, bought)
    return value


def converted(ask, rows):
    """Each row with its money in the currency that is asked for, at the rate of its year; without one the money is unknown.

    What is said of it in a reason of verdicts stands behind other things there, and is left out here."""
    target, rates = wanted(ask), ask.rates
    for row in rows:
        home = ask.book.currencies[row["country"]]
        own = row.get("money_in") or row.get("currency") or home
        reasons = []
        for column, value in row.items():
            if "_million" in column and value:
                row[column] = cell(ask, rates, row, value, home if column in ("gdp_million", "breakeven_gdp_million") else own, target, reasons)
        for where in ("reason", "note"):
            if where in row and reasons and ("basis" not in row or (row["commitment"] == "total" and row["reason"] != "*")):
                row[where] = "; ".join([row[where]] * bool(row[where]) + [each for each in dict.fromkeys(reasons) if each not in row[where]])
        if "currency" in row:
            row["currency"] = target
        yield row


def cell(ask, rates, row, text, own, target, reasons):
    if own == target:
        return text
    years = row.get("years") or [int(row["year"])]
    if len(years) > 1:
        reasons.append(TOGETHER)
        return ""
    year = years[0]
    way = rates.way(own, target, year)
    if not way:
        reasons.append(none(own, target, year))
        return ""
    reasons += [said(rate) for rate in way]
    value = exchanged(text.value, own, way)
    return fixed(value, ask.decimals)
