"""The table `progress`: is each pledge `by` a later year on course, behind or ahead of the path from the last outturn?"""

from fractions import Fraction

from amount import slack
from amounts import asked
from before import in_year, last_outturn
from model import fixed

COLUMNS = "country,commitment,year,pledge,by,shape,start_year,start_pct,path_pct,share_pct,kind,publisher,gap_pp,gap_million,standing,reason".split(",")


def rows(ask):
    """Of each pledge of a share of GDP in the last year with a figure from the last outturn on."""
    for commitment in asked(ask):
        if "by" in commitment.record and commitment.pledge and commitment.pledge.base == "GDP" and commitment.pledge.first.unit == "%" and not commitment.pledge.than:
            path = ask.path("latest", commitment.country)
            before = last_outturn(ask, commitment.country, commitment.definition, path, commitment.last + 1)
            years = range(before.year, commitment.last + 1) if before and before.year < commitment.last else []
            known = [in_year(ask, commitment.country, commitment.definition, path, year) for year in years if ask.within(year, year)]
            known = [each for each in known if each]
            if known:
                yield row(ask, commitment, path, before, known[-1])


def row(ask, commitment, path, before, now):
    way = leads(commitment, before, now.year)
    gap, gdp = way - now.share.value, path.years.get(now.year)
    return {"country": commitment.country, "commitment": commitment.id, "year": str(now.year), "pledge": str(commitment.pledge), "by": str(commitment.last),
            "shape": "waypoints" if "path" in commitment.record else "linear", "start_year": str(before.year), "start_pct": fixed(before.share.value, 2),
            "path_pct": fixed(way, 2), "share_pct": fixed(now.share.value, 2), "kind": now.figure.kind, "publisher": now.figure.publisher, "gap_pp": fixed(gap, 2),
            "gap_million": fixed(gdp and gap * gdp.gdp / 100, ask.decimals), "standing": standing(commitment, way, now), "reason": "" if gdp else f"no GDP for {now.year} in scenario latest"}


def stated(commitment, before):
    """The shares that it states itself for years after the start."""
    return {int(year): Fraction(text.removesuffix("%")) for year, text in commitment.record.get("path", {}).items() if int(year) > before.year}


def leads(commitment, before, year):
    """By equal steps from the start to the pledge, through the shares that it states."""
    value = {before.year: before.share.value, commitment.last: commitment.pledge.first.value} | stated(commitment, before)
    first, last = max(each for each in value if each < year or each == before.year), min(each for each in value if each >= year and each != before.year)
    return value[first] + (value[last] - value[first]) * Fraction(year - first, last - first)


def standing(commitment, way, now):
    """On course where all that the figure may be meets what lies within the pledge's slack of the path; what may keep the pledge is never behind."""
    pledge = commitment.pledge
    s, share = slack(pledge, commitment.tolerance), now.share
    if (share.low is None or share.low <= way + s) and (share.high is None or share.high >= way - s):
        return "on course"
    behind = share.value > way if pledge.is_ceiling else share.value < way
    v = pledge.first.value
    kept = share.low is None or share.low <= v + s if pledge.is_ceiling else share.high is None or share.high >= v - s
    return "on course" if behind and kept else "behind" if behind else "ahead"
