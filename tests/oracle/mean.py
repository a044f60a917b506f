"""The mean of the years' shares: a row per measure, with a gap in points alone."""

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
            made.append((Spent(figures, word), of(case, figures)))
    return [row(case, spent, shares) for spent, shares in sorted(made, key=lambda each: each[0].rank())]


def of(case, figures):
    """The mean; nothing if the share of a year is missing."""
    if len(figures) < len(case.years) or not case.shares_are_of_the_base():
        return None
    shares = [Between.of(figure.value, figure.precision) for figure in figures]
    if figures[0].measure == "spending":
        if any(figure.year not in case.path.years for figure in figures):
            return None
        whole = [case.path.years[figure.year] for figure in figures]
        shares = [share.percent_of(Between.of(gdp.gdp, gdp.precision)) for share, gdp in zip(shares, whole)]
    return Between(*[each / len(shares) for each in Between.sum(shares).ends()])


def row(case, spent, mean):
    """A year without a share leaves it undecided."""
    v = case.pledge.first.value
    row = case.head(spent.measure, v, True) | spent.cells() | {"verdict": "undecided", "reason": "*"}
    if len(spent.figures) == 1 and spent.measure == "published":
        row["published_pct"] = fixed(spent.figures[0].value, 2)
    if mean is None:
        return row
    scale = case.scale(v)
    verdict = scale.verdict(mean.value) if case.written else judge([scale] * 3, mean)
    return row | percent_cells(mean) | {"gap_pp": fixed(v - mean.value, 2), "verdict": verdict}
