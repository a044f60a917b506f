"""Which GDP: of all that is published about a year one figure counts, and a scenario may change it."""

import re
from dataclasses import dataclass
from fractions import Fraction

from model import KINDS, Day, fix, plain


@dataclass
class Value:
    """GDP of a year in millions; `text` of one from a feed, `chained` of one that grew from the year before."""

    gdp: Fraction
    precision: Fraction | None
    kind: str
    publisher: str
    vintage: Day | None
    source: str = ""
    note: str = ""
    chained: bool = False
    text: str = ""

    @property
    def ends(self):
        half = (self.precision or Fraction(0)) / 2
        return max(self.gdp - half, Fraction(0)), self.gdp + half


@dataclass
class Path:
    """GDP, and GNI, of a country year by year; a feed takes GDP of a year that a pledge names from `latest`, which is `named` then."""

    name: str
    years: dict
    gni: dict
    named: "Path | None" = None

    def base(self, base):
        return self.gni if base == "GNI" else self.years


class Tie(ValueError):
    """Two figures between which nothing chooses: an error that names both rows."""


def rank(figure, publishers):
    """By kind, then the later vintage, then the order of publishers; one not listed comes last."""
    place = publishers.index(figure.publisher) if figure.publisher in publishers else len(publishers)
    return KINDS.index(figure.kind), -figure.vintage.last.toordinal(), place


def choose(figures, publishers):
    ranked = sorted(figures, key=lambda figure: rank(figure, publishers))
    if len(ranked) > 1 and rank(ranked[0], publishers) == rank(ranked[1], publishers):
        raise Tie(f"{ranked[0]} {ranked[1]}")
    return ranked[0]


def has(book, name, country):
    """Whether a country has a scenario: not one of another country, nor one that starts from such a one."""
    while name in book.scenarios:
        record = book.scenarios[name]
        if record.get("country", country) != country:
            return False
        name = record.get("base", "latest")
    return True


def taken(figure, basis):
    """`budgeted` takes forecasts made before the year began, `publisher:NAME` that publisher's figures."""
    if basis == "budgeted":
        return figure.kind == "forecast" and figure.vintage.before(figure.year)
    return basis == "latest" or figure.publisher == basis.removeprefix("publisher:")


def path(book, name, country, as_of, horizon):
    """The path of a basis or scenario: what its base has, by its own caps, then its changed years."""
    caps, publishers, basis, chain = [], None, name, []
    while basis in book.scenarios:
        record = book.scenarios[basis]
        chain.append(record)
        publishers = publishers if publishers is not None else record.get("publishers")
        if "vintage" in record:
            caps.append(lambda figure, day=Day(record["vintage"]): figure.vintage.last == day.last)
        if "as_of" in record:
            caps.append(lambda figure, day=Day(record["as_of"]): figure.vintage.known_on(day))
        basis = record.get("base", "latest")
    seen = [figure for figure in book.figures if figure.country == country and figure.unit == book.currencies[country]
            and figure.vintage.known_on(as_of) and taken(figure, basis) and all(cap(figure) for cap in caps)]
    series = {}
    for measure in ("gdp", "gni"):
        years = sorted({figure.year for figure in seen if figure.measure == measure})
        chosen = {year: choose([figure for figure in seen if figure.measure == measure and figure.year == year],
                               publishers if publishers is not None else book.publishers) for year in years}
        series[measure] = {year: Value(f.value, f.precision, f.kind, f.publisher, f.vintage, f.source, f.note) for year, f in chosen.items()}
    result = Path(name, series["gdp"], series["gni"])
    for record in reversed(chain):
        change(book, result, record, horizon)
    return result


def per_cent(text):
    return Fraction(text.strip().removesuffix("%")) / 100


def change(book, path, record, horizon):
    """Levels, and growth chained from the year before, fixed to whole units of the currency (6 decimals of a million).

    From the first changed year on the base is not used: a later year is chained by `then`, or missing."""
    levels = {int(year): text for year, text in record.get("gdp", {}).items()}
    factors = {int(year): [1 + per_cent(text)] for year, text in record.get("nominal_growth", {}).items()}
    for year, text in record.get("real_growth", {}).items():
        factors[int(year)] = [1 + per_cent(text), 1 + per_cent(record["deflator"][year])]
    changed = sorted(levels | factors)
    if not changed:
        return
    path.gni = {year: value for year, value in path.gni.items() if year < changed[0]}
    kept = {year: value for year, value in path.years.items() if year < changed[0]}
    path.years = kept
    for year in range(changed[0], max(horizon, changed[-1]) + 1):
        steps = factors.get(year) or ([1 + per_cent(record["then"])] if "then" in record and year not in levels else None)
        if year in levels:
            number, scale = re.fullmatch(r"([\d.]+)\s*(\w*?) ?[A-Z]{3}", levels[year]).groups()
            power = {"": -6, "thousand": -3, "million": 0, "billion": 3, "trillion": 6}[scale]
            kept[year] = Value(Fraction(number) * Fraction(10) ** power, None, "assumption", record["id"], None, "", "level by assumption")
        elif steps and year - 1 in kept:
            before, product = kept[year - 1].gdp, kept[year - 1].gdp
            for step in steps:
                product *= step
            note = " × ".join([plain(before, 12), *[plain(step) for step in steps]])
            kept[year] = Value(fix(product, 6), None, "assumption", record["id"], None, "", note, True)
