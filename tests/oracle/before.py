"""What was spent last: the year from which a way to a pledge, or a rise, goes on."""

from gdp import choose
from verdict import Between


class Before:
    """A year, and what was spent in it: its share of GDP and its money, as far as they are known."""

    def __init__(self, year, share, money, apart, figure):
        self.year, self.share, self.money, self.apart, self.figure = year, share, money, apart, figure

    def extremes(self, gdp):
        """Share and money at each end: of two that are published each with each, else what the ends of one make of the other."""
        if self.apart:
            return [(share, money) for share in (self.share.low, self.share.high) for money in (self.money.low, self.money.high)]
        if not gdp:
            return [(self.share and end, self.money and end) for end in (self.share or self.money).ends()]
        if self.figure.measure == "spending-share":
            return [(end, end * whole / 100) for end in (self.share.low, self.share.high) for whole in gdp.ends]
        return [(end / whole * 100, end) for end in (self.money.low, self.money.high) for whole in gdp.ends]


def last_outturn(ask, country, definition, path, first_after):
    """That of the last year before one whose figure is an outturn."""
    years = sorted({year for known, of, year in ask.spending(False).known if (known, of) == (country, definition) and year < first_after}, reverse=True)
    found = (in_year(ask, country, definition, path, year) for year in years)
    return next((each for each in found if each and each.figure.kind == "outturn"), None)


def in_year(ask, country, definition, path, year):
    """The firmest published share, of those of one day the publisher's that the book prefers, with the money of the same edition; else the
    firmest amount over GDP of `latest`, which makes the other one of what is not said. Without either there is nothing."""
    known, home = ask.spending(False).under(country, definition, year), ask.book.currencies[country]
    shares = [figure for figure in known if figure.measure == "spending-share"]
    gdp = path.years.get(year)
    whole = gdp and Between.of(gdp.gdp, gdp.precision)
    if not shares:
        amounts = ask.spending(False).amounts(country, definition, year, home)
        if not amounts or not gdp or ask.book.definitions[definition].get("of"):
            return None
        money = Between.of(amounts[0].value, amounts[0].precision)
        return Before(year, money.percent_of(whole), money, False, amounts[0])
    first = choose(shares, ask.book.publishers)
    share = Between.of(first.value, first.precision)
    beside = [figure for figure in known if (figure.unit, figure.publisher, figure.vintage.last) == (home, first.publisher, first.vintage.last)]
    if beside:
        figure = choose(beside, ask.book.publishers)
        return Before(year, share, Between.of(figure.value, figure.precision), True, first)
    return Before(year, share, whole and Between(*[a * b / 100 for a, b in zip(share.ends(), whole.ends())]), False, first)
