"""Varied books with feeds, the same for the same seed, aimed at edges: values just at a pledge or its slack, half cents, ties."""

import random
from fractions import Fraction
from pathlib import Path

from amount import slack
from model import plain
from words import read

PUBLISHERS = ["Bureau", "Bank", "Fund", "Ministry"]
MONEY = {"AAA": "EUR", "BBB": "PLN", "CCC": "EUR", "DDD": "NOK"}
DEFINITIONS = [("defence", "defence", 'role = "compared"'), ("national", "defence", 'role = "budget"'), ("core", "defence", ""),
               ("gear", "gear", 'of = "defence"'), ("aid", "aid", ""), ("border", "border", "")]
PARTS = [("border/fence", "border", ""), ("border/road", "border", ""), ("border/road/north", "border/road", ""),
         ("border/patrol", "border", 'overlaps = ["border/fence"]'), ("aid/grants", "aid", "")]
QUALIFIERS = ["", "", "exactly ", "at least ", "at least ", "no less than ", "more than ", "over ", "at most ", "up to ", "less than ", "under ", "about ", "nearly "]
SHARES = ["2%", "2.0% of GDP", "2.00%", "2.5 per cent of GDP", "0.25%", "3.45%", "4%", "5%", "0.7%", "1.005%", "12%"]
ANNOUNCED = ["2021-01-01", "2023-05-05", '"2024-06"', "2025-01-01", "2025-10-14"]
GROWTHS = ["-2%", "0.5%", "2.5%", "3%", "10%", "0.125%", "-0.05%"]


class Maker:
    """Writes one book from one seed."""

    def __init__(self, seed, folder):
        self.random, self.folder = random.Random(seed), Path(folder)
        self.countries = ["AAA", "BBB", "CCC", "DDD"][: self.random.randint(1, 4)]
        self.fiscal = {country: self.one(["04-01", "07-01", "10-01"]) for country in self.countries if self.odds(0.2)}
        self.gdp, self.rows, self.seen = {}, [], set()

    def one(self, choices):
        return self.random.choice(choices)

    def odds(self, chance):
        return self.random.random() < chance

    def write(self):
        for place in ("commitments", "series"):
            (self.folder / place).mkdir(parents=True, exist_ok=True)
        for country in self.countries:
            self.gdp_of(country)
        files = [self.commitments_of(country) for country in self.countries]
        if self.odds(0.4):
            files.append(self.commitments_of("PACT"))
            members = ", ".join(f'{{ country = "{each}", since = {self.one(["2004-03-29", "2021-06-30", "2024-12-31"])} }}' for each in self.countries)
            self.text("groups.toml", f'[[group]]\nid = "PACT"\ntitle = "The pact"\nmembers = [{members}]\n')
        self.text("definitions.toml", "\n".join(
            [f'[[definition]]\nid = "{id}"\nfamily = "{family}"\ntitle = "{id}"\n{more}\n' for id, family, more in DEFINITIONS]
            + [f'[[definition]]\nid = "{id}"\nfamily = "{id.split("/")[0]}"\ntitle = "{id}"\nwhole = "{whole}"\n{more}\n' for id, whole, more in PARTS]))
        self.text("sources.toml", '[[source]]\nid = "doc"\ntitle = "A document"\npublisher = "Everybody"\npublished = 2020-01-01\n')
        self.random.shuffle(order := list(PUBLISHERS))
        self.text("book.toml", f'title = "Generated"\ncountry = "{self.one(self.countries)}"\npublishers = {str(order[: self.random.randint(3, 4)])}\n')
        self.text("scenarios.toml", self.scenarios())
        head = "country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note"
        self.random.shuffle(self.rows)
        cut = self.random.randint(0, len(self.rows))
        for name, part in (("a.csv", self.rows[:cut]), ("b.csv", self.rows[cut:])):
            self.text(f"series/{name}", "\n".join([head, *part]) + "\n")

    def text(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def kind(self, year):
        return self.one({0: ["outturn", "outturn", "estimate"], 1: ["outturn", "estimate", "plan", "forecast"], 2: ["forecast", "plan", "assumption"]}[0 if year < 2024 else 1 if year < 2026 else 2])

    def vintage(self):
        return self.one(["2022-12-31", "2023-06", "2023-12-01", "2024-02-29", "2024-12-31", "2025-03-01", "2025-06", "2025-10-14"])

    def figure(self, country, measure, definition, year, value, unit, precision):
        """One row, unless one of that publisher, kind and vintage stands already: between those nothing chooses."""
        key = (country, measure, definition, year, kind := self.kind(year), vintage := self.vintage(), publisher := self.one(PUBLISHERS))
        if key not in self.seen and Fraction(value) >= 0:
            self.seen.add(key)
            self.rows.append(f"{country},{measure},{definition},{year},{value},{unit},{precision},{kind},{publisher},{vintage},doc,")

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

    def pledge(self, currency):
        """Words of any kind, and the definition that they may be about."""
        free, qualified = self.one(["defence", "national", "core", "aid", "border"]), self.one(QUALIFIERS)
        year = self.random.randint(2020, 2024)
        amount = self.one(["7.2 million {}", "{} 50 million", "150m {}", "1 billion {}", "0.5 bn {}", "12500000 {}", "100.0 million {}", "33 mio {}"]).format(currency)
        choices = [
            (self.one(QUALIFIERS) + self.one(SHARES), free), (qualified + self.one(SHARES), free), (qualified + amount, free),
            (self.one(["5% to 6% of GDP", "2-3%", "between 2.5% and 3%", f"10 to 12 million {currency}", f"500 thousand to 1.5 million {currency}"]), free),
            (qualified + self.one(["0.7% of GNI", "2.5% of GNI"]), free), (qualified + f"2% of GDP of {year}", free),
            (qualified + self.one(["20% of defence spending", "33.3% of defence spending"]), "gear"),
            (self.one(["", "at least ", "about ", "more than "]) + self.one([f"20% more than in {year}", f"0.2 pp more than in {year}", f"5 million {currency} more than in {year}", f"twice that of {year}", f"triple that of {year}", f"120% that of {year}", f"1.5 times that of {year}"]), free),
            (qualified + self.one([f"10% less than in {year}", f"0.5 pp less than in {year}", f"5 million {currency} less than in {year}"]), free),
            (qualified + "7 million USD", free), ("none", free)]
        return self.random.choices(choices, [8, 8, 6, 3, 1, 1, 2, 4, 1, 1, 1])[0]

    def commitments_of(self, country):
        group = country == "PACT"
        currency = "EUR" if group else MONEY[country]
        head = f'country = "{country}"\n' + ("" if group else f'currency = "{currency}"\n')
        if country in self.fiscal:
            head += f'fiscal_year = "{self.fiscal[country]}"\n'
        mine, records = [], [head]
        for number in range(self.random.randint(2, 9)):
            words, definition = self.pledge(currency)
            while group and any(each in words for each in ("EUR", "USD")):
                words, definition = self.pledge(currency)
            lines = {"id": f'"{country.lower()}-{number}"', "title": f'"Number {number}"', "pledge": f'"{words}"', "definition": f'"{definition}"',
                     "announced": (announced := self.one(ANNOUNCED)), "strength": '"law"', "source": '"doc"'}
            lines |= self.when(words, country)
            parsed = read(words)
            earlier = [each for each, day in mine if ANNOUNCED.index(day) <= ANNOUNCED.index(announced)]
            self.more(lines, earlier, parsed)
            mine.append((f"{country.lower()}-{number}", announced))
            records.append("[[commitment]]\n" + "".join(f"{key} = {value}\n" for key, value in lines.items()))
            for each in self.countries if group else [country]:
                self.spending_for(each, definition, parsed)
        self.text(f"commitments/{country.lower()}.toml", "\n".join(records))

    def when(self, words, country):
        first = self.random.randint(2021, 2026)
        plain_share = "%" in words and "than" not in words and "that of" not in words and "of GDP of" not in words and "to" not in words and "-" not in words and "and" not in words
        together = plain_share or ("million" in words and "than" not in words and "GDP" not in words)
        options = [{"in": first}, {"in": first}, {"in": f'"{first}-{first + self.random.randint(1, 3)}"'}, {"in": f'"{first}-"'}, {"by": first + 2}]
        if together:
            options += [{"since": first, "until": first + 2}]
        if plain_share and "spending" not in words and "GNI" not in words:
            options += [{"since": first, "until": first + 1, "mean": "true"}]
        if country in self.fiscal:
            options += [{"in": f'"{first}/{(first + 1) % 100}"'}, {"in": f'"{first}/{(first + 1) % 100}-{first + 1}/{(first + 2) % 100}"'}]
        return self.one(options)

    def more(self, lines, earlier, parsed):
        """What a record may have besides."""
        if self.odds(0.25):
            lines["basis"] = self.one(['"latest"', '"budgeted"', '"publisher:Bank"'])
        if parsed and self.odds(0.2):
            money = parsed.first.unit not in ("%", "pp", "times")
            lines["tolerance"] = self.one(['"5%"', f'"0.5 million {parsed.first.unit}"' if money else '"5%"', '"0.005 pp"' if parsed.first.unit == "%" and not parsed.than else '"2.5%"'])
            lines["tolerance_reason"] = '"since"'
        if earlier and self.odds(0.25):
            lines[self.one(["supersedes", "part_of"])] = f'"{self.one(earlier)}"'
        if earlier and self.odds(0.15):
            lines["overlaps"] = f'["{self.one(earlier)}"]'

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

    def decimal(self, value):
        return plain(value, self.one([0, 1, 2, 3, 6]))

    def scenarios(self):
        """Scenarios with every key, one upon another."""
        records, names = [], ["latest", "budgeted", "publisher:Bank"]
        for number in range(self.random.randint(0, 5)):
            lines = {"id": f'"s{number}"', "title": f'"Scenario {number}"', "base": f'"{self.one(names)}"'}
            country, year = self.one(self.countries), self.random.randint(2022, 2027)
            if self.odds(0.3):
                lines |= self.one([{"vintage": "2025-03-01"}, {"as_of": "2024-12-31"}, {"as_of": '"2025-06"'}])
            if self.odds(0.3):
                lines["publishers"] = str(self.random.sample(PUBLISHERS, 4))
            if self.odds(0.6):
                lines["country"] = f'"{country}"'
                some = {year + step: self.one(GROWTHS) for step in range(self.random.randint(1, 3))}
                table = lambda values: "{ " + ", ".join(f'{year} = "{value}"' for year, value in values.items()) + " }"
                lines |= self.one([{"nominal_growth": table(some)}, {"real_growth": table(some), "deflator": table({each: self.one(GROWTHS) for each in some})},
                                   {"gdp": table({year: f"{self.gdp[country].get(year, 1000)}.25 million {MONEY[country]}"})},
                                   {"gdp": table({year: f"{self.gdp[country].get(year, 1000)} million {MONEY[country]}"}), "nominal_growth": table({year + 1: "1.5%"})}])
                if self.odds(0.5):
                    lines["then"] = f'"{self.one(GROWTHS)}"'
            names += [f"s{number}"] if "country" not in lines else []
            records.append("[[scenario]]\n" + "".join(f"{key} = {value}\n" for key, value in lines.items()))
        return "\n".join(records)

    def feed(self):
        """A scenario file of one country: its lines as they may come, GDP with any digits."""
        country = self.one(self.countries)
        lines = ["scenario,year,gdp_million,country"]
        for number in range(self.random.randint(1, 4)):
            years = self.random.sample(range(2020, 2029), self.random.randint(1, 6))
            lines += [f"f{number},{year},{self.gdp[country].get(year, 1000) + self.random.randint(0, 9)}{self.one(['', '.5', '.25', '.10', '.125'])},{country}" for year in years]
        (self.folder / "feed.csv").write_text("\n".join(lines) + "\n")
        return country

    def solve(self):
        """Two of money, a share and GDP, with digits of any number."""
        number = lambda: f"{self.random.randint(1, 99999)}{self.one(['', '.5', '.25', '.10', '.125'])}"
        given = {"--money": f"{number()} million EUR", "--share": f"{self.one(['2', '2.0', '0.25', '12.5', '3.75'])}%", "--gdp": f"{self.random.randint(10, 999)} billion EUR"}
        del given[self.one(list(given))]
        return ["solve", *[word for pair in given.items() for word in pair], "--decimals", self.one("0236")]

    def questions(self):
        """Some command lines about the book, without `--book`."""
        country, day = self.one(self.countries), self.one(["2023-12-31", "2024-12-31", "2025-06-30"])
        feed = ["--gdp", str(self.folder / "feed.csv"), "--any-scale", "--country", self.feed()]
        what_if = ["--country", country, "--growth", f"{self.one([2024, 2025, 2026])}={self.one(GROWTHS)}"]
        asked = [["gdp", "--country", "all"], ["gdp", "--country", country, "--as-of", day, "--years", "2022-2030"], ["gdp", *what_if, "--decimals", "4"],
                 ["amounts", "--country", "all"], ["amounts", "--country", country, "--as-of", day, "--all", "--decimals", self.one("036")],
                 ["amounts", "--country", country, "--years", "2022-2029", "--compare", self.one(["latest", "budgeted"])], ["amounts", *what_if, "--years", "2024-2029"],
                 ["amounts", *feed], ["amounts", *feed, "--summary"], ["amounts", *feed, "--compare", "latest"],
                 ["verdicts", "--country", "all"], ["verdicts", "--country", "all", "--as-written"], ["verdicts", "--country", "all", "--strict"],
                 ["verdicts", "--country", country, "--all-bases", "--all"], ["verdicts", "--country", country, "--definition", self.one(["all", "defence", "aid"])],
                 ["verdicts", "--country", country, "--as-of", day, "--years", "2021-2026"], ["verdicts", *what_if], ["verdicts", *feed],
                 self.solve(), self.solve()]
        return self.random.sample(asked, 7)


def make(seed, folder):
    """Writes the book of a seed and gives the questions about it."""
    maker = Maker(seed, folder)
    maker.write()
    return maker.questions()
