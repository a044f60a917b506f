"""Commitments of a generated book: pledges of every kind, with every key."""

import re

from editions import Editions
from figures import MONEY, Figures
from words import read

QUALIFIERS = ["", "", "exactly ", "at least ", "at least ", "no less than ", "more than ", "over ", "at most ", "up to ", "less than ", "under ", "about ", "nearly "]
SHARES = ["2%", "2.0% of GDP", "2.00%", "2.5 per cent of GDP", "0.25%", "3.45%", "4%", "5%", "0.7%", "1.005%", "12%"]
ANNOUNCED = ["2021-01-01", "2023-05-05", '"2024-06"', "2025-01-01", "2025-10-14"]


class Promises(Editions, Figures):
    """What countries and their group have said."""

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

    def when(self, words, country):
        first, against = self.random.randint(2021, 2026), re.search(r"(?:than in|that of) (\d{4})", words)
        first = max(first, int(against[1]) + 1) if against else first  # no pledge is for the year that it is set against
        plain_share = "%" in words and "than" not in words and "that of" not in words and "of GDP of" not in words and "to" not in words and "-" not in words and "and" not in words
        together = plain_share or ("million" in words and "than" not in words and "GDP" not in words)
        options = [{"in": first}, {"in": first}, {"in": f'"{first}-{first + self.random.randint(1, 3)}"'}, {"in": f'"{first}-"'}, {"by": first + self.random.randint(0, 6)}, {"by": first + 4}]
        if together:
            options += [{"since": first, "until": first + 2}]
        if plain_share or "of GDP of" in words:
            options += [{"since": first, "until": first + 1, "mean": "true"}]
        if country in self.fiscal:
            options += [{"in": f'"{first}/{(first + 1) % 100}"'}, {"in": f'"{first}/{(first + 1) % 100}-{first + 1}/{(first + 2) % 100}"'}]
        return self.one(options)

    def more(self, lines, earlier, parsed):
        """What a record may have besides."""
        if "by" in lines and parsed and parsed.first.unit == "%" and parsed.base == "GDP" and not parsed.than and not parsed.second and self.odds(0.4):
            shares = [f'{lines["by"] - before} = "{self.one(["1.5", "2.2", "2.75", "3"])}%"' for before in (self.one([4, 3]), self.one([2, 1]))]
            lines["path"] = "{ " + ", ".join(shares) + " }"
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
