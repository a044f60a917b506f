"""The rows of verdicts of a case: every figure that is held against the pledge, or that there is none."""

import gap
import mean
import reason
from held import found, overlapping
from model import fixed
from stated import Stated
from verdict import Between, judge


def rows(case):
    if case.commitment.when == "mean":
        return mean.rows(case) or [unpublished(case)]
    return [row(case, spent) for spent in found(case)] or [unpublished(case)]


def row(case, spent):
    """What cannot be held against the pledge is listed and undecided."""
    pledged, reference = case.pledged(spent)
    row = case.head(spent.measure, pledged and pledged.value, case.in_percent(spent)) | spent.cells() | {"verdict": "undecided", "reason": "*"}
    if spent.measure == "published":
        row["published_pct"] = fixed(spent.figures[0].value, 2)
        if not case.takes_shares():
            return row
        x = Between.of(spent.figures[0].value, spent.figures[0].precision)
        row |= gap.percent_cells(x)
    else:
        beside = case.spending.beside(spent.figures[0]) if len(spent.figures) == 1 and not case.together and not spent.is_bound else None
        row["published_pct"] = fixed(beside and beside.value, 2)
        if any(figure.unit != case.currency for figure in spent.figures) or overlapping(case.book, spent.figures):
            return row
        spent.money = Between.sum([Between.of(figure.value, figure.precision) for figure in spent.figures])
        row["spent_million"] = fixed(spent.money.value, case.ask.decimals)
        row["spent"] = None if spent.is_bound else spent.money.value
        percent = spent.money.times(case.at_home).percent_of(case.whole) if case.whole and case.at_home else None
        x = percent if case.pledge.is_share else spent.money
        if percent:
            row |= gap.percent_cells(percent, spent.is_bound)
    return row if x is None or pledged is None else row | judged(case, spent, x, pledged, reference)


def judged(case, spent, x, pledged, reference):
    """A figure against the pledge; what was pledged has ends too where it is set against a year."""
    if spent.is_bound:
        return bound(case, spent, x, pledged, reference)
    ends = (pledged.value, pledged.low, pledged.high)
    references = (reference.value, reference.low, reference.high) if reference else (None,) * 3
    scales = [case.scale(each, r) for each, r in zip(ends, references)]
    verdict = scales[0].verdict(x.value) if case.written else judge(scales, x)
    words = reason.of_figure(Stated(case, spent, scales[0], reference), x, verdict)
    return gap.cells(case, spent, x, pledged) | {"verdict": verdict, "reason": words}


def bound(case, spent, x, pledged, reference):
    """A lower bound has no ends; where it leaves open what was spent, the rest of what was pledged is unaccounted for."""
    left = (case.whole.value * pledged.value / 100 if case.pledge.is_share else pledged.value) - spent.money.value
    scale = case.scale(pledged.value, reference and reference.value)
    verdict = scale.bound(x.value)
    unaccounted = fixed(left, case.ask.decimals) if verdict == "undecided" and left > 0 else ""
    return gap.cells(case, spent, x, pledged) | {"verdict": verdict, "unaccounted_million": unaccounted,
                                                "reason": reason.of_bound(Stated(case, spent, scale, reference), x, verdict, left)}


def unpublished(case):
    """Nothing counts: incomparable where others of the family have a figure, else open."""
    book, spending, years = case.book, case.spending, case.years
    pledged, _ = case.pledged(None)
    family = book.definitions[case.definition]["family"]
    others = [each for each, record in book.definitions.items() if record["family"] == family and each != case.definition and not record.get("whole")]
    own = [case.definition, *book.parts_below(case.definition)]
    published = lambda ids: any(spending.anything(case.country, each, year) for each in ids for year in years)
    verdict = "incomparable" if not published(own) and published(others) else "open"
    if any(spending.under(case.country, each, year) for each in own for year in years):
        verdict = "undecided"  # what is published can only be listed: shares where amounts are sought
    return case.head("", pledged and pledged.value, case.pledge.is_share) | {"verdict": verdict, "reason": reason.of_nothing(case, verdict, others)}
