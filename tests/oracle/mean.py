"""The mean of the years' shares: a row per measure, with a gap in points alone."""

import reason
from gap import percent_cells
from held import Spent
from model import fixed
from verdict import Between, judge


def rows(case):
    """Of each year the first figure by rank."""
    made = []
    for measure, word in (("spending-share", "published"), ("spending", "money")):
        found = [[figure for figure in case.spending.chosen(case.country, case.definition, year, case.currency)
                  if figure.measure == measure and figure.unit in ("%", case.currency)][:1] for year in case.years]
        figures = [figure for each in found for figure in each]
        if figures:
            made.append((Spent(figures, word), shares(case, figures)))
    return [row(case, spent, each_year) for spent, each_year in sorted(made, key=lambda each: each[0].rank())]


def shares(case, figures):
    """The share of each year; nothing if one is missing."""
    if len(figures) < len(case.years):
        return None
    shares = [Between.of(figure.value, figure.precision) for figure in figures]
    if figures[0].measure == "spending-share":
        return shares if case.shares_are_of_the_base() else None
    wholes = [case.whole_of(figure.year) for figure in figures]
    return [share.percent_of(whole) for share, whole in zip(shares, wholes)] if all(wholes) else None


def row(case, spent, shares):
    """A year without a share leaves it undecided."""
    v = case.pledge.first.value
    row = case.head(spent.measure, v, True) | spent.cells() | {"verdict": "undecided", "reason": "*"}
    if len(spent.figures) == 1 and spent.measure == "published":
        row["published_pct"] = fixed(spent.figures[0].value, 2)
    if shares is None:
        return row
    # an end that one year lacks the mean lacks too
    mean = Between(*[None if None in ends else sum(ends) / len(shares) for ends in zip(*[share.ends() for share in shares])])
    scale = case.scale(v)
    verdict = scale.verdict(mean.value) if case.written else judge([scale] * 3, mean)
    words = reason.of_mean(case, spent, scale, shares, mean, verdict)
    return row | percent_cells(mean) | {"gap_pp": fixed(v - mean.value, 2), "verdict": verdict, "reason": words}
