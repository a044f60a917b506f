"""`python3 tests/oracle/main.py --book DIR gdp|amounts|verdicts|path|solve [OPTIONS]` prints what the program should, as CSV."""

import argparse
import copy
import sys

import amounts
import analysis
import claim
import feed
import gdp
import league
import paths
import progress
import verdicts
import verify
from book import Book
from model import Day, csv_text
from rates import Rates, converted
from spending import Spending


class Ask:
    """What somebody asks of a book."""

    def __init__(self, book, options):
        self.book, self.options = book, options
        self.as_of = Day(options.as_of) if options.as_of else book.today
        everyone = list(book.currencies)
        named = options.country or (["all"] if options.command == "league" else [book.head["country"]])
        self.countries = everyone if "all" in named else [country for country in dict.fromkeys(named)]
        ends = options.years.split("-") if options.years else []
        self.window = (int(ends[0]), int(ends[-1])) if ends else None
        self.decimals = options.decimals
        self.scenarios = options.scenario
        self.paths, self.stood, self.spent = {}, {}, {}
        self.rates = Rates(book, self.as_of)
        if options.growth or options.gdp_level:
            self.what_if()

    def what_if(self):
        """`--growth` and `--gdp-level` make the scenario `command-line`, which stands alone unless others are named."""
        pairs = lambda text: dict(part.split("=") for part in text.split(",")) if text else {}
        currency = self.book.currencies[self.countries[0]]
        self.book = copy.copy(self.book)
        self.book.scenarios = self.book.scenarios | {"command-line": {
            "id": "command-line", "base": "latest", "country": self.countries[0], "nominal_growth": pairs(self.options.growth),
            "gdp": {year: f"{level} million {currency}" for year, level in pairs(self.options.gdp_level).items()}}}
        self.scenarios = [*self.scenarios, "command-line"]

    def path(self, name, country):
        if (name, country) not in self.paths:
            self.paths[name, country] = gdp.path(self.book, name, country, self.as_of, paths.horizon(self.book, self.window))
        return self.paths[name, country]

    def spending(self, strict):
        if strict not in self.spent:
            self.spent[strict] = Spending(self.book, self.as_of, strict)
        return self.spent[strict]

    def standing(self, country, replaced_too):
        if (country, replaced_too) not in self.stood:
            self.stood[country, replaced_too] = self.book.standing(country, self.as_of, replaced_too)
        return self.stood[country, replaced_too]

    def within(self, first, last):
        """Whether years overlap with those that are asked for."""
        return not self.window or (first <= self.window[1] and last >= self.window[0])


def options(arguments):
    parser = argparse.ArgumentParser()
    parser.add_argument("--book")
    parser.add_argument("command")
    parser.add_argument("id", nargs="?", default="")
    for name in ("--as-of", "--years", "--growth", "--gdp-level", "--gdp", "--compare", "--definition", "--basis", "--money", "--share", "--digits", "--from", "--in", "--year", "--since"):
        parser.add_argument(name, default="")
    for name in ("--country", "--scenario", "--commitment", "--shape", "--pledge"):
        parser.add_argument(name, action="append", default=[])
    for name in ("--all", "--summary", "--strict", "--as-written", "--all-bases", "--any-scale", "--total"):
        parser.add_argument(name, action="store_true")
    parser.add_argument("--decimals", type=int, default=2)
    parser.add_argument("--format", default="csv", choices=["csv"])
    return parser.parse_args(arguments)


def answer(arguments, book=None):
    asked = options(arguments)
    if asked.command == "solve":
        return csv_text(analysis.SOLVED, list(analysis.solve(asked)))
    return table(Ask(book or Book(asked.book), asked), asked.command)


def table(ask, command):
    columns, rows = {"gdp": (paths.COLUMNS, paths.rows), "amounts": (amounts.columns(ask), amounts.rows), "verdicts": (verdicts.COLUMNS, verdicts.rows),
                     "path": (analysis.PATH, analysis.way), "verify": (verify.COLUMNS, verify.rows), "claim": (claim.COLUMNS, claim.rows),
                     "league": (league.COLUMNS, league.rows), "progress": (progress.COLUMNS, progress.rows)}[command]
    if ask.options.gdp and command == "amounts":
        columns, rows = (feed.SUMMARY, feed.summary) if ask.options.summary else (columns, feed.rows)
    found = rows(ask)
    return csv_text(columns, list(converted(ask, found) if ask.options.__dict__["in"] else found))


if __name__ == "__main__":
    sys.stdout.write(answer(sys.argv[1:]))
