"""A commitment in a year, or in years together, on one GDP and by one definition: what it is that a figure is held against."""

from fractions import Fraction

from amount import against, slack
from held import joined, latest, weakest
from model import fixed, plain
from rates import exchanged
from verdict import Between, Scale


class Case:
    """A commitment in a year, or in years together, on one GDP and by one definition."""

    def __init__(self, ask, commitment, definition, path, basis, years):
        self.ask, self.commitment, self.pledge, self.definition = ask, commitment, commitment.pledge, definition
        self.basis, self.path, self.years = basis, path, years
        self.book, self.country = ask.book, commitment.country
        self.spending = ask.spending(ask.options.strict)
        self.written = ask.options.as_written
        self.home = ask.book.currencies[commitment.country]
        unit = self.pledge.first.unit
        self.currency = unit if unit not in ("%", "pp", "times") else self.home
        self.together = commitment.when in ("sum", "mean")
        self.at_home = self.rate()
        self.whole, self.cells = self.base()
        self.slack = commitment.tolerance if not self.written or self.pledge.qualifier == "about" else ""

    def rate(self):
        """What one of its currency is worth in that of GDP, in its one year; nothing without a rate."""
        way = [] if self.currency == self.home else len(self.years) == 1 and self.ask.rates.way(self.currency, self.home, self.years[0])
        return exchanged(Fraction(1), self.currency, way) if way or way == [] else None

    def of_spending(self):
        return self.pledge.base == "defence spending"

    def base(self):
        """What the pledge is a share of, or its amount is set against, and the cells about GDP."""
        if self.of_spending():
            return self.spending_whole(self.years), {}
        named = self.pledge.base.isdigit()
        series = self.path.base(self.pledge.base)
        years = [int(self.pledge.base)] if named else self.years
        if any(year not in series for year in years):
            return None, {}
        values = [series[year] for year in years] * (len(self.years) if named and self.commitment.when == "mean" else 1)
        chained = any(value.chained for value in values)
        total = sum(value.gdp for value in values)
        text = values[0].text if len(values) == 1 and values[0].text else plain(total, self.ask.decimals if chained else 12)
        dated = [value.vintage for value in values if value.vintage]
        cells = {"gdp_million": text, "gdp_kind": weakest([value.kind for value in values]), "gdp_publisher": joined([value.publisher for value in values]),
                 "gdp_vintage": latest(dated) if dated else ""}
        return Between.sum([Between.of(value.gdp, value.precision) for value in values]), cells

    def whole_of(self, year):
        """What a share of a year by itself is a share of."""
        if self.of_spending():
            return self.spending_whole([year])
        value = self.path.base(self.pledge.base).get(int(self.pledge.base) if self.pledge.base.isdigit() else year)
        return value and Between.of(value.gdp, value.precision)

    def spending_whole(self, years):
        """The country's spending under the definition that its own names with `of`: the first amount by rank, of every year."""
        of = self.book.definitions[self.commitment.definition].get("of")
        found = [self.spending.amounts(self.country, of, year, self.currency)[:1] for year in years]
        if not all(found):
            return None
        whole = Between.sum([Between.of(each[0].value, each[0].precision) for each in found])
        return whole if whole.value else None

    def scale(self, value, reference=None):
        n = slack(self.pledge, self.slack, reference, value)
        if self.written and self.pledge.qualifier != "about":
            n = 0
        return Scale(self.pledge.qualifier, self.pledge.is_ceiling, value, n, self.written)

    def pledged(self, spent):
        """The stated figure in its unit with its ends, or nothing; set against a year it is the same publisher's figure of that year."""
        if not self.pledge.than:
            return Between.of(self.pledge.first.value), None
        reference = self.reference(spent)
        if not reference:
            return None, None
        value, low, high = [against(self.pledge, each, each) for each in (reference.value, reference.low, reference.high)]
        return (Between(value, low, high), reference) if value >= 0 else (None, None)  # more is taken off than was spent

    def in_percent(self, spent):
        """A change in per cent or a multiple of a published share is a share."""
        return self.pledge.is_share or (spent is not None and spent.measure == "published")

    def reference(self, spent):
        """What the publisher of a figure says of the year that the pledge is set against, by the same measure."""
        before = spent and self.figure_before(spent)
        if not before:
            return None
        figure = Between.of(before.value, before.precision)
        if self.pledge.first.unit != "pp" or before.measure != "spending":
            return figure
        year = self.path.years.get(self.pledge.reference)
        return figure.percent_of(Between.of(year.gdp, year.precision)) if year else None

    def figure_before(self, spent):
        """The figure itself."""
        measure = spent.figures[0].measure
        found = [figure for figure in self.spending.chosen(self.country, self.definition, self.pledge.reference, self.currency)
                 if figure.publisher == spent.publisher and figure.measure == measure and (measure != "spending" or figure.unit == self.currency)]
        return found[0] if found else None

    def whole_name(self):
        return "" if not self.of_spending() else f"{self.pledge.base} of "

    def shares_are_of_the_base(self):
        """Shares are published of GDP of their year, under a definition with `of` of that spending; no other pledge is held against them."""
        of = lambda definition: self.book.definitions[definition].get("of")
        if self.of_spending():
            return of(self.definition) is not None and of(self.definition) == of(self.commitment.definition)
        return self.pledge.base == "GDP" and of(self.definition) is None

    def takes_shares(self):
        """A change in per cent or a multiple of a published share is one of whatever the share is of."""
        return self.shares_are_of_the_base() or bool(self.pledge.than and self.pledge.first.unit != "pp")

    def head(self, measure, value, in_percent):
        return {"country": self.country, "commitment": self.commitment.id, "year": self.commitment.years_text(self.years), "pledge": str(self.pledge),
                "definition": self.definition, "measure": measure, "basis": self.basis, "money_in": self.currency, "years": self.years} | self.cells | self.pledged_cells(value, in_percent)

    def pledged_cells(self, value, in_percent):
        """The stated figure in millions and in per cent, as far as both are known."""
        if value is None:
            return {}
        if in_percent:
            money, pct = self.whole and self.whole.value * value / 100, value
        else:
            money, pct = value, value * self.at_home / self.whole.value * 100 if self.whole and self.at_home else None
        return {"pledged_million": fixed(money, self.ask.decimals), "pledged_pct": fixed(pct, 2), "pledged": money, "held_in": self.currency}
