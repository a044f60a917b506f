"""`--total`: what the commitments of a year come to together, a part only where its whole is absent, or why that cannot be said."""

from amount import Outcome
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


def of_amounts(ask, found, year, path):
    """The sum of the unrounded amounts of a country in a year, beside GDP of the year."""
    kept, reason = added(ask.book, [commitment for commitment, _ in found])
    outcomes = [(commitment, outcome) for commitment, outcome in found if commitment in kept]
    home = ask.book.currencies[found[0][0].country]
    gdp = path.years.get(year)
    total = Outcome(gdp=gdp and gdp.gdp, gdp_text=gdp and (gdp.text or plain(gdp.gdp, ask.decimals if gdp.chained else 12)) or "", currency=home)
    unknown = [(commitment, outcome) for commitment, outcome in outcomes if outcome.amount is None]
    currencies = list(dict.fromkeys(outcome.currency for _, outcome in outcomes))
    if not reason and unknown:
        reason = f"`{unknown[0][0].id}`: {unknown[0][1].reasons[-1]}"
    elif not reason and len(currencies) > 1:
        reason = f"amounts in {' and '.join(currencies)} are not converted"
    if reason:
        total.reasons = [reason]
        return total
    total.currency = currencies[0]
    total.low, total.amount, total.high = [None if None in ends else sum(ends) for ends in zip(*[(each.low, each.amount, each.high) for _, each in outcomes])]
    if gdp and total.currency == home:
        total.share = fixed(total.amount / gdp.gdp * 100, 4)
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
        sums = [None, None] if reason else together([(commitment, rows) for commitment, _, rows in found if commitment in kept])
        gap = None if None in sums else sums[0] - sums[1]
        yield {"country": country, "commitment": "total", "year": year_of([(commitment, [year]) for commitment, year, _ in found]), "basis": ground, "years": [year],
               "pledged_million": fixed(sums[0], ask.decimals), "spent_million": fixed(sums[1], ask.decimals), "gap_million": fixed(gap, ask.decimals),
               "reason": reason or ("*" if None in sums else "")}


def together(found):
    """What is pledged and what is spent; of each commitment the one amount that is published of the whole, and what that is held against."""
    pledged, spent = [], []
    for commitment, rows in found:
        money = [row for row in rows if row["measure"] == "money"]
        held = money[0] if len(money) == 1 else rows[0]
        pledged.append((held.get("currency"), held.get("pledged")))
        spent.append((held.get("currency"), held.get("spent") if len(money) == 1 else None))
    return [None if any(n is None for _, n in each) or len({currency for currency, _ in each if currency}) > 1 else sum(n for _, n in each) for each in (pledged, spent)]


def year_of(found):
    """A fiscal year where all of them state that one, else the calendar year that they count as."""
    said = {commitment.years_text(years) for commitment, years in found}
    return said.pop() if len(said) == 1 else str(found[0][1][0])
