"""What follows from figures: the third of money, share and GDP, and the way from what was spent to a pledge."""

from fractions import Fraction

from amount import evaluate
from before import last_outturn
from model import fixed, plain
from verdict import Between
from words import quantity

SOLVED = "quantity,low,stated,high".split(",")


def solve(ask):
    """Two of money, a share and GDP, each as precise as its digits, and the least and the most of the third.

    A share that was not stated has four decimals, money those of `--decimals`; what was stated keeps its digits."""
    said = {name: quantity(text.lower()) for name in ("money", "share", "gdp") if (text := getattr(ask, name))}
    known = {name: Between(each.value, each.value - each.half_unit, each.value + each.half_unit) for name, each in said.items()}
    money, share, gdp = (known.get(name) for name in ("money", "share", "gdp"))
    if not money:
        money = Between(*[a * b / 100 for a, b in ((share.value, gdp.value), (share.low, gdp.low), (share.high, gdp.high))])
    if not gdp:
        gdp = Between(money.value / share.value * 100, money.low / share.high * 100, money.high / share.low * 100)
    stated = share is not None
    share = share or money.percent_of(gdp)
    for name, figure in (("money", money), ("share", share), ("gdp", gdp)):
        if name == "share" and stated:
            yield {"quantity": name, "low": plain(figure.low), "stated": said["share"].text, "high": plain(figure.high)}
        else:
            places = 4 if name == "share" else ask.decimals
            yield {"quantity": name} | {end: fixed(value, places) for end, value in (("low", figure.low), ("stated", figure.value), ("high", figure.high))}


PATH = "shape,commitment,year,gdp_million,share_pct,amount_million,step_million,growth_pct,versus_million,extra_million".split(",")


def root(number, degree, places):
    """The root of a number with so many decimals, half away from zero, by bisection on whole numbers."""
    low, high = 0, int(number * 10**places) + 10**places + 1
    while high - low > 1:
        middle = (low + high) // 2
        if Fraction(2 * middle - 1, 2 * 10**places) ** degree <= number:
            low = middle
        else:
            high = middle
    return Fraction(low, 10**places)


def way(ask):
    """A pledge of a share in one year: equal steps in points (`linear`), equal growth of the money, or the same until the year before."""
    commitment = next(each for each in ask.standing(ask.countries[0], True) if each.id == ask.options.id)
    path = ask.path("latest", commitment.country)
    last = commitment.last or commitment.first
    before = last_outturn(ask, commitment.country, commitment.definition, path, 9999)
    if before is None or before.year >= last:
        raise ValueError("there is no outturn to start from, or it is known already")
    first, share, money = before.year, before.share and before.share.value, before.money and before.money.value
    goal = evaluate(ask, commitment, path, [last], "latest")
    target = commitment.pledge.first.value
    for shape in ask.options.shape or ["linear"]:
        before = None
        for year in range(first, last + 1):
            gdp, done, all = path.years.get(year), year - first, last - first
            if year == first:
                now_share, now = share, money
            elif shape == "growth":
                now = root(money ** (all - done) * goal.amount**done, all, 6)
                now_share = now / gdp.gdp * 100 if gdp else None
            else:
                now_share = target if year == last else share if shape == "flat" else share + (target - share) * Fraction(done, all)
                now = now_share * gdp.gdp / 100 if gdp else None
            step = now - before if year > first and None not in (now, before) else None
            yield {"shape": shape, "commitment": commitment.id, "year": str(year), "gdp_million": plain(gdp.gdp) if gdp else "",
                   "share_pct": fixed(now_share, 2), "amount_million": fixed(now, ask.decimals), "step_million": fixed(step, ask.decimals),
                   "growth_pct": fixed(step / before * 100, 2) if step is not None and before else ""}
            before = now
