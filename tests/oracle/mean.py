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
    """The share of each year of what the pledge is a share of; nothing if one is missing, or is published of something else."""
    if len(figures) < len(case.years) or (figures[0].measure == "spending-share" and not case.shares_are_of_the_base()):
        return None
    shares = [Between.of(figure.value, figure.precision) for figure in figures]
    if figures[0].measure == "spending":
        whole = [whole_of(case, figure.year) for figure in figures]
        if None in whole:
            return None
        shares = [share.percent_of(of) for share, of in zip(shares, whole)]
    return shares


def whole_of(case, year):
    """GDP or GNI of the year, GDP of the one that is named, or spending of the year, where all of them are known."""
    if case.of_spending():
        of = case.book.definitions[case.commitment.definition].get("of")
        amount = case.whole and case.spending.amounts(case.country, of, year, case.currency)[0]
        return amount and Between.of(amount.value, amount.precision)
    named = case.pledge.base.isdigit()
    value = case.path.base(case.pledge.base).get(int(case.pledge.base) if named else year)
    return value and Between.of(value.gdp, value.precision)


def row(case, spent, shares):
    """A year without a share leaves it undecided."""
    v = case.pledge.first.value
    row = case.head(spent.measure, v, True) | spent.cells() | {"verdict": "undecided", "reason": "*"}
    if len(spent.figures) == 1 and spent.measure == "published":
        row["published_pct"] = fixed(spent.figures[0].value, 2)
    if shares is None:
        return row
    mean = Between(*[each / len(shares) for each in Between.sum(shares).ends()])
    scale = case.scale(v)
    verdict = scale.verdict(mean.value) if case.written else judge([scale] * 3, mean)
    words = reason.of_mean(case, spent, scale, shares, mean, verdict)
    return row | percent_cells(mean) | {"gap_pp": fixed(v - mean.value, 2), "verdict": verdict, "reason": words}
