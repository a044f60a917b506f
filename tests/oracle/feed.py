"""Scenario files: `--gdp FILE` brings paths of GDP along, whose amounts come line by line, or as their spread."""

import csv
from fractions import Fraction

import amounts
import gdp
from amount import evaluate
from model import fixed


def read(ask):
    """The scenarios of the file in its order: name, lines of country and year, and a path for each country."""
    scenarios = []
    with open(ask.options.gdp, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            column = next(name for name in row if name.startswith("gdp_"))
            if not scenarios or scenarios[-1][0] != row["scenario"]:
                scenarios.append((row["scenario"], [], {}))
            name, lines, paths = scenarios[-1]
            country, year = row.get("country") or ask.countries[0], int(row["year"])
            if country not in ask.countries:
                continue
            lines.append((country, year))
            path = paths.setdefault(country, gdp.Path(name, {}, {}))
            path.years[year] = gdp.Value(Fraction(row[column]), None, "assumption", name, None, text=row[column])
    return scenarios


def with_named_years(ask):
    """The same for amounts, whose rows come line by line: of a year that a pledge names `latest` says the GDP."""
    for name, lines, paths in read(ask):
        yield name, lines, {country: gdp.Path(name, path.years, {}, ask.path("latest", country)) for country, path in paths.items()}


def rows(ask):
    """For each line a row per commitment that names its year, in the book's order; below a scenario its years together."""
    commitments = [each for each in amounts.asked(ask) if each.pledge]
    for name, lines, paths in with_named_years(ask):
        cases = [(each, [year]) for country, year in lines for each in commitments if each.country == country and names(ask, each, year)]
        cases += [(each, list(range(each.first, each.last + 1))) for each in commitments
                  if each.country in paths and each.when in ("sum", "mean") and ask.within(each.first, each.last)]
        for each, years in cases:
            outcome = evaluate(ask, each, paths[each.country], years, name)
            made = amounts.row(each, name, each.years_text(years), outcome, ask.decimals)
            yield made | (amounts.compared(ask, outcome, amounts.under_base(ask, each, years)) if ask.options.compare else {})


def names(ask, commitment, year):
    if commitment.first is None:
        return ask.within(year, year)
    return commitment.when == "each" and commitment.first <= year and (commitment.last is None or year <= commitment.last) and ask.within(year, year)


SUMMARY = "country,commitment,year,pledge,currency,count,min_million,p5_million,p25_million,median_million,p75_million,p95_million,max_million,mean_million".split(",")


def summary(ask):
    """By the book, then by year: quantile p of n amounts is the one at rank ⌈p × n⌉; years together have no row."""
    found = {}
    commitments = [each for each in amounts.asked(ask) if each.pledge and each.when == "each"]
    for name, lines, paths in with_named_years(ask):
        for country, year in lines:
            for place, each in enumerate(commitments):
                if each.country == country and names(ask, each, year):
                    outcome = evaluate(ask, each, paths[country], [year], name)
                    found.setdefault((place, year), []).append(outcome)
    for (place, year), outcomes in sorted(found.items(), key=lambda each: each[0]):
        each, known = commitments[place], sorted(outcome.amount for outcome in outcomes if outcome.amount is not None)
        row = {"country": each.country, "commitment": each.id, "year": each.years_text([year]), "pledge": str(each.pledge),
               "currency": outcomes[0].currency, "count": str(len(outcomes))}
        if known:
            at = lambda p: fixed(known[-(-p * len(known) // 100) - 1], ask.decimals)
            row |= {"min_million": fixed(known[0], ask.decimals), "p5_million": at(5), "p25_million": at(25), "median_million": at(50), "p75_million": at(75),
                    "p95_million": at(95), "max_million": fixed(known[-1], ask.decimals), "mean_million": fixed(sum(known) / len(known), ask.decimals)}
        yield row
