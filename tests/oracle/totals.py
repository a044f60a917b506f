"""`--total`: what the commitments of a year come to together, a part only where its whole is absent, or why that cannot be said."""

import rates
from amount import Outcome, abroad
from model import fixed, plain


def quoted(ids):
    names = [f"`{each}`" for each in ids]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def inside(commitment, among, everyone):
    """Whether its money counts inside another one among them, next to it or further outwards."""
    whole = commitment.part_of
    while whole and whole not in among:
        whole = next((each.part_of for each in everyone if each.id == whole and each.country == commitment.country), "")
    return bool(whole)


def added(book, commitments):
    """Those that are added up, and why they cannot be.

    Two that overlap, if one of them says so, or are of one family may count the same money; of two reasons the one that the
    earlier commitment gives."""
    kept = [each for each in commitments if not inside(each, {other.id for other in commitments}, book.commitments)]
    for place, one in enumerate(kept):
        for other in kept[place + 1:]:
            if other.id in one.overlaps or one.id in other.overlaps:
                return kept, f"{quoted([one.id, other.id])} overlap: choose with `--commitment`"
        family = book.definitions.get(one.definition, {}).get("family")
        same = [each.id for each in kept if family and book.definitions.get(each.definition, {}).get("family") == family]
        if len(same) > 1:
            return kept, f"{quoted(same)} are of one family and may count the same money: choose with `--commitment`"
    return kept, ""


def of_amounts(ask, found, year, path, scenario=""):
    """The sum of the unrounded amounts of a country in a year, beside GDP of the year; those in several currencies in the one that is asked for."""
    kept, reason = added(ask.book, [commitment for commitment, _ in found])
    outcomes = [(commitment, outcome) for commitment, outcome in found if commitment in kept]
    home = ask.book.currencies[found[0][0].country]
    gdp = path.years.get(year)
    total = Outcome(gdp=gdp and gdp.gdp, gdp_text=gdp and (gdp.text or plain(gdp.gdp, ask.decimals if gdp.chained else 12)) or "", currency=home)
    unknown = [(commitment, outcome) for commitment, outcome in outcomes if outcome.amount is None]
    currencies = list(dict.fromkeys(outcome.currency for _, outcome in outcomes))
    if not reason and unknown:
        reason = f"`{unknown[0][0].id}`: {unknown[0][1].reasons[-1]}"
    ends = [(each.low, each.amount, each.high) for _, each in outcomes]
    target = rates.wanted(ask)
    if not reason and len(currencies) > 1 and target:
        ways = [(each.currency, [] if each.currency == target else ask.rates.way(each.currency, target, year)) for _, each in outcomes]
        reason = next((rates.none(currency, target, year) for currency, way in ways if way is None), "")
        if not reason:
            total.reasons = list(dict.fromkeys(rates.said(each) for _, way in ways for each in way))
            ends = [[each if each is None else rates.exchanged(each, currency, way) for each in own] for own, (currency, way) in zip(ends, ways)]
            currencies = [target]
    elif not reason and len(currencies) > 1:
        reason = f"amounts in {' and '.join(currencies)} are not converted"
    if reason:
        total.reasons = [reason]
        return total
    total.currency = currencies[0]
    total.low, total.amount, total.high = [None if None in each else sum(each) for each in zip(*ends)]
    if gdp and total.currency == home:
        total.share = fixed(total.amount / gdp.gdp * 100, 4)
    elif gdp:
        abroad(ask, total, home, [year])
    elif scenario:
        total.reasons.append(f"no GDP for {year} in scenario {scenario}")
    return total


def of_verdicts(ask, judged):
    """Below all rows one for each country, year and, where one was asked for, basis: pledged, spent and the gap, each where it is known."""
    chosen = ask.scenarios or ask.options.gdp or ask.options.basis or ask.options.all_bases
    groups = {}
    for commitment, year, ground, rows in judged:
        groups.setdefault((commitment.country, year, ground if chosen else ""), []).append((commitment, year, rows))
    countries, grounds = [list(dict.fromkeys(group[place] for group in groups)) for place in (0, 2)]
    for (country, year, ground), found in sorted(groups.items(), key=lambda each: (countries.index(each[0][0]), each[0][1], grounds.index(each[0][2]))):
        kept, reason = added(ask.book, [commitment for commitment, _, _ in found])
        home, parts = ask.book.currencies[country], [(commitment, rows) for commitment, _, rows in found if commitment in kept]
        sums, said = ([None, None], []) if reason else together(ask, parts, home, year)
        gap = None if None in sums else sums[0] - sums[1]
        yield {"country": country, "commitment": "total", "year": year_of([(commitment, [year]) for commitment, year, _ in found]), "basis": ground, "years": [year], "money_in": rates.wanted(ask),
               "pledged_million": fixed(sums[0], ask.decimals), "spent_million": fixed(sums[1], ask.decimals), "gap_million": fixed(gap, ask.decimals),
               "reason": reason or ("*" if None in sums else "; ".join(dict.fromkeys(said)))}


def together(ask, found, home, year):
    """What is pledged and what is spent, and in which currency or at which rates; of each commitment the one amount that is published of the whole, and what that is held against."""
    pledged, spent = [], []
    for commitment, rows in found:
        money = [row for row in rows if row["measure"] == "money"]
        held = money[0] if len(money) == 1 else rows[0]
        currency = held.get("held_in") or held.get("money_in")
        pledged.append((currency, held.get("pledged")))
        spent.append((currency, held.get("spent") if len(money) == 1 else None))
    sums, said = zip(*[added_up(ask, each, home, year) for each in (pledged, spent)])
    return list(sums), [each for of in said for each in of]


def added_up(ask, amounts, home, year):
    """Amounts of several currencies have a sum in the one that is asked for alone."""
    target, currencies = rates.wanted(ask), {currency for currency, _ in amounts if currency}
    if any(value is None for _, value in amounts) or (len(currencies) > 1 and not target):
        return None, []
    if not target:
        return sum(value for _, value in amounts), [f"these amounts are in {each}" for each in currencies if each != home]
    ways = [[] if currency == target else ask.rates.way(currency, target, year) for currency, _ in amounts]
    if None in ways:
        return None, []
    return sum(rates.exchanged(value, currency, way) for (currency, value), way in zip(amounts, ways)), [rates.said(each) for way in ways for each in way]


def year_of(found):
    """A fiscal year where all of them state that one, else the calendar year that they count as."""
    said = {commitment.years_text(years) for commitment, years in found}
    return said.pop() if len(said) == 1 else str(found[0][1][0])
