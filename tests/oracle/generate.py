"""Varied books with feeds, the same for the same seed, aimed at edges: values just at a pledge or its slack, half cents, ties."""

from pathlib import Path

import questions
import scenarios
from figures import DEFINITIONS, PARTS, PUBLISHERS
from promises import Promises


class Maker(Promises):
    """Writes one book from one seed."""

    def __init__(self, seed, folder):
        super().__init__(seed)
        self.folder = Path(folder)
        self.countries = ["AAA", "BBB", "CCC", "DDD"][: self.random.randint(1, 4)]
        self.fiscal = {country: self.one(["04-01", "07-01", "10-01"]) for country in self.countries if self.odds(0.2)}

    def write(self):
        for place in ("commitments", "series"):
            (self.folder / place).mkdir(parents=True, exist_ok=True)
        for country in self.countries:
            self.gdp_of(country)
            if self.odds(0.5):
                self.editions_of(country)
            if self.odds(0.6):
                self.prices_of(country)
            if self.odds(0.6):
                self.rates_of(country)
        files = [self.commitments_of(country) for country in self.countries]
        if self.odds(0.4):
            files.append(self.commitments_of("PACT"))
            members = ", ".join(f'{{ country = "{each}", since = {self.one(["2004-03-29", "2021-06-30", "2024-12-31"])} }}' for each in self.countries)
            self.text("groups.toml", f'[[group]]\nid = "PACT"\ntitle = "The pact"\nmembers = [{members}]\n')
        self.text("definitions.toml", "\n".join(
            [f'[[definition]]\nid = "{id}"\nfamily = "{family}"\ntitle = "{id}"\n{more}\n' for id, family, more in DEFINITIONS]
            + [f'[[definition]]\nid = "{id}"\nfamily = "{id.split("/")[0]}"\ntitle = "{id}"\nwhole = "{whole}"\n{more}\n' for id, whole, more in PARTS]))
        self.text("sources.toml", '[[source]]\nid = "doc"\ntitle = "A document"\npublisher = "Everybody"\npublished = 2020-01-01\n'
                  '[[source]]\nid = "tables"\ntitle = "Tables"\npublisher = "Everybody"\npublished = 2020-01-01\nshares_to = "0.01%"\n')
        self.random.shuffle(order := list(PUBLISHERS))
        self.text("book.toml", f'title = "Generated"\ncountry = "{self.one(self.countries)}"\npublishers = {str(order[: self.random.randint(3, 4)])}\n')
        self.text("scenarios.toml", scenarios.text(self))
        head = "country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note"
        self.random.shuffle(self.rows)
        cut = self.random.randint(0, len(self.rows))
        for name, part in (("a.csv", self.rows[:cut]), ("b.csv", self.rows[cut:])):
            self.text(f"series/{name}", "\n".join([head, *part]) + "\n")

    def text(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")


def make(seed, folder):
    """Writes the book of a seed and gives the questions about it."""
    maker = Maker(seed, folder)
    maker.write()
    return questions.about(maker)
