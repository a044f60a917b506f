"""What is missing: pledged less spent, in millions and in points, and the GDP of which the money is just the share."""

from model import fixed
from verdict import Between


def percent_cells(percent, is_bound=False):
    """A lower bound has no ends."""
    ends = {} if is_bound else {"spent_pct_low": fixed(percent.low, 3), "spent_pct_high": fixed(percent.high, 3)}
    return {"spent_pct": fixed(percent.value, 2)} | ends


def cells(case, spent, x, pledged):
    """Positive is still missing. Of an amount the gap in points is its gap as a share of GDP."""
    places, whole, made = case.ask.decimals, case.whole, {}
    if case.in_percent(spent):
        made["gap_pp"] = fixed(pledged.value - x.value, 2)
        if spent.measure == "published":
            return made | {"gap_million": fixed(whole and (pledged.value - x.value) * whole.value / 100, places)}
        money = Between(whole.value * pledged.value / 100, whole.low * pledged.low / 100, whole.high * pledged.high / 100)
        made |= break_even(case, spent, pledged.value)
    else:
        money = pledged
        if whole and case.at_home:
            made["gap_pp"] = fixed((money.value - spent.money.value) * case.at_home / whole.value * 100, 2)
    made["gap_million"] = fixed(money.value - spent.money.value, places)
    if not spent.is_bound:
        made |= {"gap_million_low": fixed(money.low - spent.money.high, places), "gap_million_high": fixed(money.high - spent.money.low, places)}
    return made


def break_even(case, spent, percent):
    """A ceiling has none, nor has a share of something else than GDP of its year."""
    if spent.is_bound or case.pledge.is_ceiling or case.pledge.base != "GDP" or case.pledge.than:
        return {}
    level = spent.money.value / percent * 100
    return {"breakeven_gdp_million": fixed(level, case.ask.decimals), "breakeven_pct": fixed((level - case.whole.value) / case.whole.value * 100, 2)}
