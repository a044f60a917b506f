"""The table `claim`: is so much money such a share of GDP, or such a rise of it beyond what would be spent otherwise?"""

import re

import gdp
import words
from before import in_year, last_outturn
from model import KINDS, fixed
from verdict import Between

COLUMNS = "gdp_by,counterfactual,claimed,computed_low,computed_high,result".split(",")
OTHERWISE = ["flat-cash", "constant-share", "constant-real"]


def read(text):
    """Money and a share on either side, both with `more` or without."""
    sides = [side.strip() for side in re.split(r"=|\bis\b", text.lower())]
    is_more = all(side.endswith(" more") for side in sides)
    found = [words.quantity(re.sub(r" of gdp$", "", side.removesuffix(" more"))) for side in sides]
    share, money = sorted(found, key=lambda each: each.unit != "%")
    return money, share, is_more


def rows(ask):
    """Year by year, on each GDP: as it is claimed where that is no change, then against each counterfactual."""
    money, share, is_more = read(ask.options.id)
    money, share = [Between(each.value, each.value - each.half_unit, each.value + each.half_unit) for each in (money, share)]
    country = ask.countries[0]
    definition = ask.options.definition or ask.book.compared(country, ask.as_of, True)
    latest = ask.path("latest", country)
    for year in range(ask.window[0], ask.window[1] + 1):
        if ask.options.__dict__["from"]:
            before = in_year(ask, country, definition, latest, int(ask.options.__dict__["from"]))
        else:
            before = last_outturn(ask, country, definition, latest, year)
        for name, whole in grounds(ask, country, year):
            for otherwise in ([] if is_more else [""]) + OTHERWISE:
                found = whole and computed(ask, otherwise, share, whole, before, year, latest)
                low, high = found or (None, None)
                yield {"gdp_by": name if ask.window[0] == ask.window[1] else f"{name} in {year}", "counterfactual": otherwise, "claimed": fixed(money.value, ask.decimals), "computed_low": fixed(low, ask.decimals),
                       "computed_high": fixed(high, ask.decimals), "result": "undecided" if not found else "true" if low <= money.high and high >= money.low else "false"}


def grounds(ask, country, year):
    """`latest`, each publisher and each scenario that the country has: one figure under the first of its names, no publisher without one."""
    names = ask.book.publishers + [figure.publisher for figure in ask.book.figures if figure.measure == "gdp"]
    publishers = [f"publisher:{name}" for name in dict.fromkeys(names)]
    seen = []
    for name in ["latest", *publishers, *[name for name in ask.book.scenarios if gdp.has(ask.book, name, country)]]:
        value = ask.path(name, country).years.get(year)
        figure = value and (value.gdp, value.publisher, value.vintage and value.vintage.last)
        if not (value is None and name in publishers) and (value is None or figure not in seen):
            seen.append(figure)
            yield name, value


def computed(ask, otherwise, share, whole, before, year, latest):
    """The least and the most that the share comes to, beyond what would be spent otherwise."""
    if not otherwise:
        return share.low * whole.ends[0] / 100, share.high * whole.ends[1] / 100
    if not before:
        return None
    prices = deflated(ask, before.year, year) if otherwise == "constant-real" else None
    found = []
    for old, money in before.extremes(latest.years.get(before.year)):
        for q in (share.low, share.high):
            for base in whole.ends:
                other = {"flat-cash": money, "constant-share": old and old * base / 100, "constant-real": prices and money and money * prices}[otherwise]
                if old is None or other is None:
                    return None
                found.append((old + q) * base / 100 - other)
    return min(found), max(found)


def deflated(ask, first, last):
    """Prices of a year over those of another one in one edition: the first by its weaker kind of both, its vintage, its publisher."""
    editions, publishers = {}, ask.book.publishers
    for figure in ask.book.figures:
        if figure.country == ask.countries[0] and figure.measure == "gdp-deflator" and figure.vintage.known_on(ask.as_of) and figure.year in (first, last):
            editions.setdefault((figure.vintage.last, figure.publisher), {}).setdefault(figure.year, []).append(figure)
    found = []
    for edition in editions.values():
        if first in edition and last in edition:
            of = {year: gdp.choose(figures, publishers) for year, figures in edition.items()}
            weaker = max(of.values(), key=lambda figure: KINDS.index(figure.kind))
            found.append((gdp.rank(weaker, publishers), of[last].value / of[first].value))
    return min(found)[1] if found else None
