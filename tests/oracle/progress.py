"""The table `progress`: is each pledge `by` a later year on course, behind or ahead of the path from the last outturn?"""

from fractions import Fraction

import rates
from amount import against, evaluate, slack
from amounts import asked
from before import in_year, last_outturn
from model import fixed, plain

COLUMNS = "country,commitment,year,pledge,by,shape,start_year,start_pct,path_pct,share_pct,kind,publisher,gap_pp,gap_million,standing,reason".split(",")


def rows(ask):
    """Of each pledge that comes to a share of GDP in the last year with a figure from the last outturn on."""
    for commitment in asked(ask):
        if "by" in commitment.record and commitment.pledge and commitment.pledge.base not in ("GNI", "defence spending"):
            path = ask.path("latest", commitment.country)
            goal = Goal(ask, commitment, path)
            before = last_outturn(ask, commitment.country, commitment.definition, path, commitment.last + 1)
            years = range(before.year, commitment.last + 1) if before and before.year < commitment.last else []
            known = [in_year(ask, commitment.country, commitment.definition, path, year) for year in years if ask.within(year, year)]
            known = [each for each in known if each]
            if known and goal.share is not None:
                yield row(ask, commitment, goal, path, before, known[-1])


class Goal:
    """What is to be reached by a year, in per cent of GDP of that year, with its slack; nothing where it is not known."""

    def __init__(self, ask, commitment, path):
        pledge, by = commitment.pledge, commitment.last
        value, reference = pledge.first.value, None
        self.share, self.money, self.reasons, self.currency = None, None, [], ask.book.currencies[commitment.country]
        if pledge.base == "GDP" and pledge.first.unit == "%" and not pledge.than:
            self.share = value
        elif pledge.first.unit == "pp":
            self.of_points(ask, commitment, path)
        else:
            self.of_money(ask, commitment, path)
        if pledge.than and self.share is not None:
            reference = ask.spending(False).amounts(commitment.country, commitment.definition, pledge.reference, self.currency)[0].value
            percent = reference / path.years[pledge.reference].gdp * 100 if pledge.first.unit == "pp" else None
            value = against(pledge, reference, percent)
            reference = percent if pledge.first.unit == "pp" else reference
        if self.share is not None:
            self.slack = self.share * slack(pledge, commitment.tolerance, reference, value) / value if value else 0

    def of_points(self, ask, commitment, path):
        """A share that needs no GDP of its own year."""
        year = commitment.pledge.reference
        found = ask.spending(False).amounts(commitment.country, commitment.definition, year, self.currency)
        if found and year in path.years:
            value = against(commitment.pledge, found[0].value, found[0].value / path.years[year].gdp * 100)
            self.share = value if value >= 0 else None
            self.reasons = [f"set against {plain(found[0].value)} million {found[0].unit} of {year} ({found[0].publisher}, {found[0].kind} of {found[0].vintage.text})"]

    def of_money(self, ask, commitment, path):
        by, home = commitment.last, self.currency
        outcome = evaluate(ask, commitment, path, [by], "latest")
        self.currency = outcome.currency
        way = [] if self.currency == home else ask.rates.way(self.currency, home, by)
        if outcome.amount is not None and by in path.years and way is not None:
            self.money, self.reasons = rates.exchanged(outcome.amount, self.currency, way), outcome.reasons
            self.share = self.money / path.years[by].gdp * 100

    def in_year(self, value):
        """What is pledged in per cent of GDP of another year."""
        return self.share if self.money is None or not value else self.money / value.gdp * 100


def row(ask, commitment, goal, path, before, now):
    way = leads(commitment, goal, before, now.year)
    gap, gdp = way - now.share.value, path.years.get(now.year)
    home = ask.book.currencies[commitment.country]
    there = [] if goal.currency == home else ask.rates.way(home, goal.currency, now.year)
    reasons = goal.reasons + ([rates.none(home, goal.currency, now.year)] if there is None else [rates.said(each) for each in there])
    reasons += [] if gdp else [f"no GDP for {now.year} in scenario latest"]
    money = rates.exchanged(gap * gdp.gdp / 100, home, there) if gdp and there is not None else None
    return {"country": commitment.country, "commitment": commitment.id, "year": str(now.year), "pledge": str(commitment.pledge), "by": str(commitment.last),
            "shape": "waypoints" if "path" in commitment.record else "linear", "start_year": str(before.year), "start_pct": fixed(before.share.value, 2),
            "path_pct": fixed(way, 2), "share_pct": fixed(now.share.value, 2), "kind": now.figure.kind, "publisher": now.figure.publisher, "gap_pp": fixed(gap, 2),
            "gap_million": fixed(money, ask.decimals), "standing": standing(commitment, goal, way, now, goal.in_year(gdp)), "money_in": goal.currency,
            "reason": "; ".join(dict.fromkeys(reasons))}


def stated(commitment, before):
    """The shares that it states itself for years after the start."""
    return {int(year): Fraction(text.removesuffix("%")) for year, text in commitment.record.get("path", {}).items() if int(year) > before.year}


def leads(commitment, goal, before, year):
    """By equal steps from the start to the pledge, through the shares that it states."""
    value = {before.year: before.share.value, commitment.last: goal.share} | stated(commitment, before)
    first, last = max(each for each in value if each < year or each == before.year), min(each for each in value if each >= year and each != before.year)
    return value[first] + (value[last] - value[first]) * Fraction(year - first, last - first)


def standing(commitment, goal, way, now, v):
    """On course where all that the figure may be meets what lies within the pledge's slack of the path; what may keep the pledge is never behind."""
    pledge, s, share = commitment.pledge, goal.slack, now.share
    if (share.low is None or share.low <= way + s) and (share.high is None or share.high >= way - s):
        return "on course"
    behind = share.value > way if pledge.is_ceiling else share.value < way
    kept = share.low is None or share.low <= v + s if pledge.is_ceiling else share.high is None or share.high >= v - s
    return "on course" if behind and kept else "behind" if behind else "ahead"
