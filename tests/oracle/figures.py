"""Figures of a generated book, many of them just at a pledge or at its slack."""

import random
from fractions import Fraction

from amount import slack
from model import plain

PUBLISHERS = ["Bureau", "Bank", "Fund", "Ministry"]
MONEY = {"AAA": "EUR", "BBB": "PLN", "CCC": "EUR", "DDD": "NOK"}
DEFINITIONS = [("defence", "defence", 'role = "compared"'), ("national", "defence", 'role = "budget"'), ("core", "defence", ""),
               ("gear", "gear", 'of = "defence"'), ("aid", "aid", ""), ("border", "border", "")]
PARTS = [("border/fence", "border", ""), ("border/road", "border", ""), ("border/road/north", "border/road", ""),
         ("border/patrol", "border", 'overlaps = ["border/fence"]'), ("aid/grants", "aid", "")]


class Figures:
    """Chance, the same for the same seed, and the rows that it has made."""

    def __init__(self, seed):
        self.random, self.rows, self.seen, self.gdp = random.Random(seed), [], set(), {}

    def one(self, choices):
        return self.random.choice(choices)

    def odds(self, chance):
        return self.random.random() < chance

    def decimal(self, value):
        return plain(value, self.one([0, 1, 2, 3, 6]))

    def kind(self, year):
        return self.one({0: ["outturn", "outturn", "estimate"], 1: ["outturn", "estimate", "plan", "forecast"], 2: ["forecast", "plan", "assumption"]}[0 if year < 2024 else 1 if year < 2026 else 2])

    def vintage(self):
        return self.one(["2022-12-31", "2023-06", "2023-12-01", "2024-02-29", "2024-12-31", "2025-03-01", "2025-06", "2025-10-14"])

    def figure(self, country, measure, definition, year, value, unit, precision, said=None):
        """One row, unless one of that publisher, kind and vintage stands already in any or, of a written edition, in this unit: between those nothing chooses."""
        kind, vintage, publisher = said or (self.kind(year), self.vintage(), self.one(PUBLISHERS))
        key = (country, measure, definition, year, kind, vintage, publisher)
        if key not in self.seen and (key, unit) not in self.seen and Fraction(value) >= 0:
            self.seen |= {(key, unit)} if said else {key, (key, unit)}
            self.rows.append(f"{country},{measure},{definition},{year},{value},{unit},{precision},{kind},{publisher},{vintage},{self.one(['doc', 'doc', 'tables'])},")

    def gdp_of(self, country):
        """GDP with gaps, in several vintages, at times in another currency; GNI of some."""
        level = self.random.randint(500, 60000)
        self.gdp[country] = {}
        for year in range(2019, 2029):
            level = level * self.random.randint(97, 112) // 100 + self.random.randint(0, 3)
            self.gdp[country][year] = level
            for _ in range(0 if self.odds(0.12) else self.random.randint(1, 4)):
                value, precision = self.one([(str(level), "1"), (f"{level}.5", "0.1"), (str(level + 2), ""), (str(level // 10 * 10), "10"), (f"{level}.125", "0.001"), (str(level), str(max(level // 20, 1)))])
                unit = f"{MONEY[country]} million"
                if self.odds(0.05):
                    unit = "USD million"
                self.figure(country, "gdp", "", year, value, unit, precision)
            if self.odds(0.3):
                self.figure(country, "gni", "", year, str(level * 98 // 100 + 1), f"{MONEY[country]} million", self.one(["1", "10", ""]))

    def spending_for(self, country, definition, parsed):
        """Figures of some years, many of them just at the pledge or at its slack."""
        money, share = "million " + MONEY[country], definition
        for year in range(2020, 2028):
            gdp = self.gdp[country].get(year, 1000)
            for _ in range(self.random.randint(0, 3)):
                value = Fraction(self.random.randint(1, 60), 10)
                if parsed and not parsed.than and self.odds(0.7):
                    v, s = parsed.first.value, slack(parsed, "")
                    value = self.one([v, v - s, v + s, v - s - Fraction(1, 1000), v + s + Fraction(1, 1000), v + Fraction(1, 100), v * 2])
                is_share = not parsed or parsed.is_share
                percent, millions = (value, value * gdp / 100) if is_share else (value / gdp * 100, value)
                what = self.one([definition, definition, definition, *[id for id, whole, _ in PARTS if whole.split("/")[0] == definition.split("/")[0]], "defence"])
                if self.odds(0.45):
                    self.figure(country, "spending-share", what, year, self.decimal(percent), "%", self.one(["0.1", "0.01", "0.001", ""]))
                else:
                    unit = self.one([MONEY[country]] * 9 + ["USD"]) + " million"
                    self.figure(country, "spending", what, year, self.decimal(millions), unit, self.one(["1", "0.1", "0.001", "10", ""]))
