"""A book: a folder of plain text, read as its manual says, every group's commitment once for each member."""

import csv
import re
import tomllib
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import words
from model import Day
from pledge import SCALES, Pledge


@dataclass
class Figure:
    """A row of `series/*.csv`; `scale` is millions per unit of money, and 1 of everything else."""

    country: str
    measure: str
    definition: str
    year: int
    value: Fraction
    text: str
    unit: str
    precision: Fraction | None
    kind: str
    publisher: str
    vintage: Day
    source: str
    note: str

    @staticmethod
    def of(row):
        unit, _, word = row["unit"].partition(" ")
        scale = Fraction(10) ** SCALES[word] if word in SCALES and row["unit"] not in ("%", "index") else 1
        if " per " in row["unit"]:
            unit, scale = row["unit"], 1
        precision = Fraction(row["precision"]) * scale if row["precision"] else None
        return Figure(row["country"], row["measure"], row["definition"], int(row["year"]), Fraction(row["value"]) * scale, row["value"],
                      unit, precision, row["kind"], row["publisher"], Day(row["vintage"]), row["source"], row["note"])

    @property
    def ends(self):
        half = (self.precision or Fraction(0)) / 2
        return max(self.value - half, Fraction(0)), self.value + half


@dataclass
class Commitment:
    """A commitment of one country; `when` is `each`, `sum`, `mean` or `none`, `last` is empty of an open end."""

    id: str
    country: str
    currency: str
    pledge: Pledge | None
    when: str
    first: int
    last: int | None
    definition: str
    announced: Day
    known: list
    basis: str
    tolerance: str
    supersedes: str
    part_of: str
    overlaps: list
    fiscal: int | None  # how many years before its calendar year a fiscal year begins; nothing of calendar years
    record: dict = field(repr=False, default_factory=dict)

    def known_on(self, day):
        return all(date.known_on(day) for date in self.known)

    def years_text(self, years):
        """A fiscal year is printed as stated, years together from the first to the last."""
        year = years[0]
        if len(years) > 1:
            return f"{year}-{years[-1]}"
        if self.fiscal is None:
            return str(year)
        return f"{year + self.fiscal}/{(year + self.fiscal + 1) % 100:02}"


class Book:
    """Everything in the folder; records in the order of file names, then of the file."""

    def __init__(self, folder):
        folder = Path(folder)
        read = lambda name: tomllib.loads((folder / name).read_text(encoding="utf-8")) if (folder / name).exists() else {}
        self.head = read("book.toml")
        self.publishers = self.head.get("publishers", [])
        self.definitions = {record["id"]: record for record in read("definitions.toml").get("definition", [])}
        self.scenarios = {record["id"]: record for record in read("scenarios.toml").get("scenario", [])}
        self.shares_to = {record["id"]: record["shares_to"].removesuffix("%").strip() for record in read("sources.toml").get("source", []) if "shares_to" in record}
        self.groups = {record["id"]: record for record in read("groups.toml").get("group", [])}
        names = lambda pattern: sorted(folder.glob(pattern), key=lambda path: path.name.encode())
        files = [tomllib.loads(path.read_text(encoding="utf-8")) for path in names("commitments/*.toml")]
        self.currencies = {file["country"]: file["currency"] for file in files if "currency" in file}
        self.fiscal = {file["country"]: file.get("fiscal_year") for file in files}
        self.figures = [Figure.of(row) for path in names("series/*.csv") for row in csv.DictReader(path.open(encoding="utf-8-sig", newline=""))]
        self.commitments = [each for file in files for record in file.get("commitment", []) for each in self.commitment(file, record)]
        self.own = {file["country"]: {record["id"] for record in file.get("commitment", [])} for file in files}
        announced = [Day(record["announced"]) for file in files for record in file.get("commitment", [])]
        self.today = max(announced + [figure.vintage for figure in self.figures], key=lambda day: day.last)

    def commitment(self, file, record):
        """The commitment of the file's country, of a group one of each member that has a file."""
        if file["country"] not in self.groups:
            return [self.made(record, file["country"], [Day(record["announced"])], None)]
        members = [(member["country"], Day(member["since"])) for member in self.groups[file["country"]]["members"]]
        owed = [self.made(record, country, [Day(record["announced"]), since], since) for country, since in members if country in self.currencies]
        return [each for each in owed if each.when == "none" or each.last is None or each.first <= each.last]

    def made(self, record, country, known, since):
        fiscal, pledge = None, words.read(record["pledge"])
        when, first, last = "none", 0, 0
        if "by" in record or "in" in record:
            text = str(record.get("by", record.get("in")))
            when = "each"
            if "/" in text:
                fiscal = 0 if int((self.fiscal[country] or "01-01")[:2]) <= 7 else -1
                text = re.sub(r"(\d{4})/\d\d", lambda found: str(int(found[1]) - fiscal), text)
            ends = text.split("-")
            first, last = int(ends[0]), (int(ends[-1]) if ends[-1] else None)
        elif "since" in record:
            when, first, last = ("mean" if record.get("mean") else "sum"), record["since"], record["until"]
        if since and when != "none":
            first = max(first, since.last.year)
        return Commitment(record["id"], country, self.currencies[country], pledge, when, first, last, record.get("definition", ""),
                          Day(record["announced"]), known, record.get("basis", ""), record.get("tolerance", ""),
                          record.get("supersedes", ""), record.get("part_of", ""), record.get("overlaps", []), fiscal, record)

    def compared(self, country, day, elsewhere=False):
        """By which definition countries are compared: of the families in which one stands pledged the first by name that has such a one,
        at times then of others; else the first by id that it stands pledged under in the first of them."""
        named = [self.definitions[each.definition] for each in self.standing(country, day) if each.pledge and each.definition]
        pledged, everyone = [sorted({record["family"] for record in records}) for records in (named, self.definitions.values())]
        compared = {record["family"]: id for id, record in self.definitions.items() if record.get("role") == "compared"}
        families = pledged + everyone if elsewhere or not pledged else pledged
        of_family = sorted(record["id"] for record in named if record["family"] == pledged[0])
        return next((compared[family] for family in families if family in compared), next(iter(of_family), None))

    def parts(self, whole):
        return [record["id"] for record in self.definitions.values() if record.get("whole") == whole]

    def parts_below(self, whole):
        return [each for part in self.parts(whole) for each in [part, *self.parts_below(part)]]

    def standing(self, country, day, replaced_too=False):
        """The commitments of a country that were known on a day and not superseded by one known by then."""
        known = [each for each in self.commitments if each.country == country and each.known_on(day)]
        replaced = {each.supersedes for each in known}
        return [each for each in known if replaced_too or each.id not in replaced]
