"""Why a verdict is what it is, in the sentence of its row: what the figure is, between which ends, and how it compares."""

from fractions import Fraction

from model import fixed
from stated import Stated, beside, grouped, millions, precision, short


def listed(words):
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def of_figure(stated, x, verdict):
    """The figure with its ends, and how it compares."""
    how = unsettled(stated, x) if verdict == "undecided" else compared(stated, x.value, verdict)
    return f"{lead(stated, x)}{'' if stated.scale.as_written else between(stated, x)}: {how}"


def lead(stated, x):
    """The figure itself, with as many digits as tell it from what was pledged."""
    case, spent = stated.case, stated.spent
    if spent.measure == "published":
        return f"{spent.figures[0].text}% as {spent.publisher} publishes it"
    figure = beside(x.value, (stated.scale.value, stated.limit), 2)
    if not stated.is_share:
        return f"{grouped(short(figure) if Fraction(figure) == x.value else figure)} m{precision(spent.money)}"
    pledged = case.whole.value * stated.scale.value / 100
    return (f"{millions(spent.money.value, (pledged,))} m{precision(spent.money)} on {case.whole_name()}{millions(case.whole.value)} m"
            f"{precision(case.whole)} is {grouped(figure)}%")


def between(stated, x):
    """Its ends, where they do not print alike."""
    low, high = [end if end is None else grouped(short(beside(end, (stated.limit,), 3 if stated.is_share else 2))) for end in (x.low, x.high)]
    if None in (low, high):
        return f", at least {low}" if low else f", at most {high}" if high else ", with no end known"
    return "" if low == high else f", between {low} and {high}"


def compared(stated, x, verdict):
    pledge, v, end = stated.pledge, stated.scale.value, stated.end()
    strict = pledge.qualifier in ("more than", "less than")
    equal = ("not below" if stated.scale.is_ceiling else "not above") if strict else "equal to"
    word = "below" if x < v else "above" if x > v else equal
    within = f"within the tolerance of {stated.slack()}" if stated.case.commitment.tolerance else ""
    if verdict == "met" and pledge.second:
        return f"above the upper end of {stated}" if x > pledge.second.value else f"within {stated}"
    if verdict == "met" and x < v and pledge.qualifier == "about":
        return f"below {stated}, " + (within or f"within the {stated.slack()} that `about` leaves")
    if verdict == "met" or (verdict == "missed" and x == v):
        return f"{word} {stated}"
    return f"{word} {end}, {within or 'equal to it as stated'}" if verdict == "met-rounded" else f"{word} {stated.last()}"


def unsettled(stated, x):
    """The ends lie on both sides of the limit, or one of them on it."""
    near, off = (x.low, "above") if stated.scale.is_ceiling else (x.high, "below")
    return f"{f'at or {off}' if near == stated.limit else 'on both sides of'} {stated.last()}"


def of_bound(stated, x, verdict, left):
    """A lower bound: what it is made of, and what is not accounted for. In the strict sense it is one for another reason, too."""
    if stated.case.ask.options.strict:
        return "*"
    case, spent, figure = stated.case, stated.spent, beside(x.value, (stated.scale.value, stated.limit), 2)
    parts = {}
    for each in spent.figures:
        parts.setdefault(each.definition, []).append(str(each.year))
    verb = "is published" if len(parts) == 1 else "are published"
    made = f"only {listed([f'`{name}` for {listed(years)}' for name, years in parts.items()])} {verb}"
    together = " together" if len(spent.figures) > 1 else ""
    sum = grouped(short(figure) if Fraction(figure) == x.value else figure)
    if stated.is_share:
        sum = f"{millions(spent.money.value)} m{together} on {millions(case.whole.value)} m{precision(case.whole)}, {grouped(figure)}%"
    else:
        sum += f" m{together}"
    if verdict != "undecided":
        return f"{made}, {sum}: that alone is {compared(stated, x.value, verdict)}"
    if left > 0 and not stated.scale.is_ceiling:
        comes_to = f" ({millions(case.whole.value * stated.scale.value / 100)} m)" if stated.is_share and not stated.reference else ""
        return f"{made}, {sum}: {millions(left)} m of {stated}{comes_to} is unaccounted for"
    return f"{made}, {sum}: that alone is {compared(stated, x.value, 'met')}, and more may be published"


def of_mean(case, spent, scale, shares, mean, verdict):
    """The share of each year, and their mean."""
    stated = Stated(case, spent, scale, None)
    each = listed([f"{grouped(figure.text if spent.measure == 'published' else fixed(share.value, 2))}% for {figure.year}" for figure, share in zip(spent.figures, shares)])
    how = unsettled(stated, mean) if verdict == "undecided" else compared(stated, mean.value, verdict)
    figure = beside(mean.value, (scale.value, stated.limit), 2)
    verb = "is" if len(shares) == 1 else "are"
    return f"{each} {verb} {grouped(figure)}% on average{'' if scale.as_written else between(stated, mean)}: {how}"


def of_nothing(case, verdict, others):
    """Nothing is published under the definition: what is under others of its family is listed, of each and each year the first by rank."""
    if case.ask.options.strict or verdict == "undecided":
        return "*"
    head = f"nothing is published under `{case.definition}` for {case.commitment.years_text(case.years)}"
    if verdict == "open":
        return f"{head}, nor under another definition of its family"
    found = [(each, case.spending.chosen(case.country, each, year, case.currency)[:1]) for each in others for year in case.years]
    said = [f"`{name}` {published(case, figures[0])}" for name, figures in found if figures]
    return f"{head}; under others of its family: {'; '.join(said)}"


def published(case, figure):
    """`110 m (Bank, plan)`, with the year where there are several, and the currency where it is another."""
    amount = f"{figure.text}%" if figure.measure == "spending-share" else f"{millions(figure.value)} m"
    money = f" in {figure.unit}" if figure.measure == "spending" and figure.unit != case.currency else ""
    year = f" for {figure.year}" if case.together else ""
    return f"{amount}{money}{year} ({figure.publisher}, {figure.kind})"
