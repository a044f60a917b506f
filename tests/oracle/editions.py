"""Editions of a generated book: what one publisher says on one day of money, GDP, shares and parts, and what it says in the next."""

from fractions import Fraction

from figures import MONEY, PARTS, PUBLISHERS
from model import fixed, plain


class Editions:
    """Publishers whose figures should follow from each other."""

    def editions_of(self, country):
        """A share that money and GDP come to, or one off by a digit, in two editions of a publisher."""
        publisher = self.one(PUBLISHERS)
        for vintage in self.random.sample(["2023-06", "2024-02-29", "2025-03-01", "2025-10-14"], 2):
            for year in self.random.sample(range(2020, 2026), 3):
                self.edition(country, year, (self.kind(year), vintage, publisher))

    def prices_of(self, country):
        """A GDP deflator in some editions, none of which has every year."""
        for publisher, vintage in self.random.sample([(each, day) for each in PUBLISHERS[:3] for day in ("2023-06", "2025-03-01", "2025-10-14")], 3):
            index = Fraction(self.random.randint(800, 1200), 10)
            for year in range(2019, 2029):
                index *= Fraction(self.random.randint(98, 107), 100)
                if self.odds(0.85):
                    self.figure(country, "gdp-deflator", "", year, fixed(index, self.one([1, 2, 3])), "index", self.one(["0.1", "0.01", ""]), (self.kind(year), vintage, publisher))

    def rates_of(self, country):
        """What a currency was worth in some years, one way or the other, at times by way of a third one."""
        for _ in range(self.random.randint(1, 14)):
            one, other = self.random.sample([MONEY[country], *self.random.sample(["EUR", "USD", "NOK", "PLN"], 3)], 2)
            if one != other:
                value = plain(Fraction(self.random.randint(50, 1300), 100), self.one([0, 1, 2]))
                self.figure(country, "exchange-rate", "", self.random.randint(2020, 2028), value, f"{one} per {other}", self.one(["0.01", ""]))

    def edition(self, country, year, said):
        gdp, units = self.gdp[country][year], [MONEY[country], "USD"]
        add = lambda measure, definition, value, unit, precision: self.figure(country, measure, definition, year, value, unit, precision, said)
        for unit in units[: self.one([1, 1, 2])]:
            add("gdp", "", str(gdp), f"{unit} million", self.one(["1", "10", ""]))
        definition, percent = self.one(["defence", "national", "aid"]), Fraction(self.random.randint(50, 400), 100)
        money = fixed(percent * gdp / 100, 2)
        for unit in units[: self.one([1, 1, 2])]:
            add("spending", definition, money, f"{unit} million", self.one(["1", "0.1", "0.01"]))
        off = self.one([0, 0, Fraction(1, 100), Fraction(1, 20), Fraction(5, 1000)])
        places = self.one([1, 2, 3, 5])
        add("spending-share", definition, fixed(percent + off, places), "%", self.one([fixed(Fraction(1, 10**places), places), "0.01", "0.1", ""]))
        add("spending-share", "gear", fixed(percent * 10, 1), "%", self.one(["0.1", "0.01"]))
        add("spending", "gear", fixed(Fraction(money) * percent / 10, 2), f"{units[0]} million", "0.1")
        for part, whole, _ in PARTS:
            if whole == "border" and self.odds(0.6):
                add("spending", part, str(self.random.randint(5, 40)), f"{units[0]} million", self.one(["1", "0.1", "10"]))
        add("spending", "border", str(self.random.randint(40, 90)), f"{units[0]} million", self.one(["1", "0.1", "10", ""]))
