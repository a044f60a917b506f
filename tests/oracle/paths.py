"""The table `gdp`: which years of which scenarios and countries there are."""

import gdp
from model import plain


def horizon(book, years):
    """How far `then` goes: to the end of `--years`, else to the latest year that the book names."""
    if years:
        return years[1]
    named = [figure.year for figure in book.figures]
    for each in book.commitments:
        named += [each.last or each.first] if each.when != "none" else []
    return max(named, default=0)


def default_scenarios(book, countries):
    """`latest`, then those of the book in order that at least one of the countries has."""
    return ["latest"] + [name for name in book.scenarios if any(gdp.has(book, name, country) for country in countries)]


COLUMNS = "scenario,country,year,gdp_million,currency,precision_million,kind,publisher,vintage,source,note".split(",")


def rows(ask):
    """The table `gdp`: of each scenario and country the years with a value."""
    for name in ask.scenarios or default_scenarios(ask.book, ask.countries):
        for country in [country for country in ask.countries if gdp.has(ask.book, name, country)]:
            for year, value in sorted(ask.path(name, country).years.items()):
                if ask.window and not ask.window[0] <= year <= ask.window[1]:
                    continue
                yield {"scenario": name, "country": country, "year": str(year), "gdp_million": shown(value, ask.decimals),
                       "currency": ask.book.currencies[country], "precision_million": plain(value.precision), "kind": value.kind,
                       "publisher": value.publisher, "vintage": value.vintage.text if value.vintage else "", "source": value.source, "note": value.note}


def shown(value, decimals):
    """GDP as it was published; chained GDP with the decimals of computed money, without zeros at its end."""
    return value.text or plain(value.gdp, decimals if value.chained else 12)
