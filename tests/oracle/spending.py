"""Whose figure of spending counts: of each publisher and measure one, by kind, then by the latest vintage."""

from gdp import Tie
from model import KINDS


def order(figure):
    """The firmest kind, then the latest vintage, then the publisher's name, then the published share before the money."""
    return (KINDS.index(figure.kind), -figure.vintage.last.toordinal(), figure.publisher, figure.measure == "spending")


class Spending:
    """What was published by a day; in the strict sense outturns and estimates of years that were over alone."""

    def __init__(self, book, as_of, strict=False):
        self.book, self.as_of, self.strict = book, as_of, strict
        self.known = {}
        for figure in book.figures:
            if figure.measure in ("spending", "spending-share") and figure.vintage.known_on(as_of):
                self.known.setdefault((figure.country, figure.definition, figure.year), []).append(figure)

    def counts(self, figure):
        return not self.strict or (figure.kind in ("outturn", "estimate") and self.as_of.closes(figure.year))

    def under(self, country, definition, year):
        return [figure for figure in self.known.get((country, definition, year), []) if self.counts(figure)]

    def anything(self, country, definition, year):
        """Also what does not count in the strict sense."""
        return self.known.get((country, definition, year), [])

    def chosen(self, country, definition, year, currency):
        """One figure per publisher and measure; an amount in another currency, to be listed, only where there is none in that one."""
        best = {}
        for figure in self.under(country, definition, year):
            best.setdefault((figure.publisher, figure.measure), []).append(figure)
        picked = []
        for (_, measure), figures in best.items():
            figures = [figure for figure in figures if figure.unit == currency] or figures if measure == "spending" else figures
            ranked = sorted(figures, key=order)
            if len(ranked) > 1 and order(ranked[0]) == order(ranked[1]) and ranked[0].unit in (currency, "%"):
                raise Tie(f"{ranked[0]} {ranked[1]}")
            picked.append(ranked[0])
        return sorted(picked, key=order)

    def amounts(self, country, definition, year, currency):
        """The amounts in a currency, first by rank first."""
        return [figure for figure in self.chosen(country, definition, year, currency) if figure.measure == "spending" and figure.unit == currency]

    def beside(self, figure):
        """What the same publisher says by the other measure in the same vintage, the firmest of several."""
        other = "spending-share" if figure.measure == "spending" else "spending"
        found = [each for each in self.under(figure.country, figure.definition, figure.year)
                 if each.measure == other and each.publisher == figure.publisher and each.vintage.last == figure.vintage.last]
        return min(found, key=order, default=None)
