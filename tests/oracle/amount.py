"""What a pledge comes to: share × GDP of the year, exactly; what is not known is empty, with its reason."""

from dataclasses import dataclass, field
from fractions import Fraction

import words
from model import fixed, plain
from rates import exchanged, said


@dataclass
class Outcome:
    """What a pledge comes to, in millions; `gdp` is the base that it is a share of."""

    gdp: Fraction | None = None
    gdp_text: str = ""
    share: str = ""
    low: Fraction | None = None
    amount: Fraction | None = None
    high: Fraction | None = None
    currency: str = ""
    reasons: list = field(default_factory=list)


def slack(pledge, tolerance, reference=None, value=None):
    """How far a figure may be off, in per cent of a share and in millions of an amount.

    Half a unit of the last stated digit, times the reference for a change in per cent and a multiple; at most a twentieth of the
    value, with `about` a tenth. A tolerance takes its place: points, per cent of the value, or money."""
    value = pledge.first.value if value is None else value
    if tolerance:
        number, _, unit = tolerance.replace("%", " %").partition(" ")
        unit = unit.strip()
        if unit == "pp":
            return Fraction(number)
        return max(Fraction(0), value * Fraction(number) / 100) if unit == "%" else words.quantity(tolerance).value
    half = pledge.first.half_unit
    if pledge.first.unit == "times":
        half *= reference
    elif pledge.first.unit == "%" and pledge.than:
        half *= reference / 100
    return pledge.slack_of(value, half)


def against(pledge, reference, reference_pct=None):
    """The figure that a pledge set against `reference` comes to: per cent for points, else millions."""
    n = pledge.first.value
    sign = -1 if pledge.than == "less" else 1
    if pledge.first.unit == "pp":
        return reference_pct + sign * n
    if pledge.than == "that":
        return reference * n / (100 if pledge.first.unit == "%" else 1)
    return reference * (1 + sign * n / 100) if pledge.first.unit == "%" else reference + sign * n


def bounds(pledge, value, slack, upper=None):
    """`low` and `high`: a floor has no ceiling and a ceiling no floor, `about` has its slack either way, a range its ends."""
    if upper is not None:
        return value, upper
    if pledge.qualifier == "about":
        return value - slack, value + slack
    return (None if pledge.is_ceiling else value), (None if pledge.qualifier and not pledge.is_ceiling else value)


def evaluate(ask, commitment, path, years, scenario):
    """What a commitment comes to in a year, or over years together, on a path."""
    pledge, result = commitment.pledge, Outcome()
    home = ask.book.currencies[commitment.country]
    result.currency = pledge.first.unit if pledge.first.unit not in ("%", "pp", "times") else home
    base = pledge.base if pledge.base in ("GNI", "defence spending") else "GDP"
    needed = [int(pledge.base)] if pledge.base.isdigit() else years
    series = path.base(base)
    if path.named and pledge.base.isdigit():
        series, scenario = path.named.years, "latest"
        result.reasons.append(f"GDP of {pledge.base} under latest")
    missing = [year for year in needed if year not in series]
    if missing:
        unknown, result.reasons = f"no {base} for {missing[0]} in scenario {scenario}", []
    else:
        values = [series[year] for year in needed] * (len(years) if commitment.when == "mean" and pledge.base.isdigit() else 1)
        result.gdp = sum(value.gdp for value in values)
        chained = any(value.chained for value in values)
        result.gdp_text = values[0].text if len(values) == 1 and values[0].text else plain(result.gdp, ask.decimals if chained else 12)
    if base == "defence spending":
        result.share, result.reasons = pledge.first.text, ["a share of defence spending, not of GDP"]
        return result
    if pledge.than:
        return relative(ask, commitment, path, years, result, missing and unknown, scenario)
    n, ends = pledge.first.value, pledge.second.value if pledge.second else None
    low, high = bounds(pledge, n, slack(pledge, commitment.tolerance), ends)
    if pledge.is_share:
        result.share = pledge.first.text
        if missing:
            result.reasons.append(unknown)
        else:
            result.low, result.amount, result.high = [None if each is None else each * result.gdp / 100 for each in (low, n, high)]
            if commitment.when == "mean":
                result.reasons.append("on the even path: the same share in each year")
        return result
    result.low, result.amount, result.high = low, n, high
    if missing:
        result.reasons.append(unknown)
    elif result.currency == home:
        result.share = fixed(n / result.gdp * 100, 4)
    else:
        abroad(ask, result, home, years)
    return result


def abroad(ask, result, home, years):
    """An amount in another currency than GDP as a share of it, at the rates of its one year."""
    if way := len(years) == 1 and ask.rates.way(result.currency, home, years[0]):
        result.share = fixed(exchanged(result.amount, result.currency, way) / result.gdp * 100, 4)
        result.reasons += [each for each in map(said, way) if each not in result.reasons]
    else:
        result.reasons.append(f"pledged in {result.currency}, GDP in {home}: not converted")


def relative(ask, commitment, path, years, result, unknown, scenario):
    """Set against what was spent in a year under its definition: the first amount by rank, named in the reason."""
    pledge, year = commitment.pledge, commitment.pledge.reference
    home = ask.book.currencies[commitment.country]
    found = ask.spending(False).amounts(commitment.country, commitment.definition, year, result.currency)
    if not found:
        result.reasons.append(f"no spending of {year} in {result.currency} to set it against")
        return result
    spent, percent = found[0], None
    words = f"set against {plain(spent.value)} million {spent.unit} of {year} ({spent.publisher}, {spent.kind} of {spent.vintage.text})"
    if pledge.first.unit == "pp":
        if path.named:
            words, scenario = f"{words}; GDP of {year} under latest", "latest"
        known = (path.named or path).years
        if year not in known:
            result.reasons.append(unknown or f"no GDP for {year} in scenario {scenario}")
            return result
        percent = spent.value / known[year].gdp * 100
    value = against(pledge, spent.value, percent)
    if value < 0:
        result.reasons.append(f"more is taken off than was spent in {year}")
        return result
    low, high = bounds(pledge, value, slack(pledge, commitment.tolerance, spent.value, value))
    result.reasons.append(words)
    if unknown:
        result.reasons = [unknown] if percent else [*result.reasons, unknown]
    if pledge.first.unit == "pp":
        result.share = fixed(value, 4)
        low, value, high = [None if each is None or unknown else each * result.gdp / 100 for each in (low, value, high)]
    result.low, result.amount, result.high = low, value, high
    if not unknown and result.currency == home and not result.share:
        result.share = fixed(value / result.gdp * 100, 4)
    elif not unknown and result.currency != home:
        abroad(ask, result, home, years)
    return result
