"""The table `amounts`: which commitments in which years, and what each comes to beside another scenario."""

import gdp
import paths
import said
import totals
from amount import evaluate
from model import fixed

BASE = "scenario,country,commitment,year,pledge,currency,gdp_million,share_pct,low_million,amount_million,high_million,reason".split(",")
COMPARED = ["base_amount_million", "difference_million", "difference_pct"]


def columns(ask):
    return BASE + (COMPARED if ask.options.compare else [])


def asked(ask):
    """The commitments that are asked about, in the book's order, or the words that were said."""
    if ask.options.pledge:
        yield from said.commitments(ask.book, ask.countries, ask.options.pledge, ask.options.definition)
        return
    replaced_too = bool(ask.options.commitment) or ask.options.all
    for commitment in ask.book.commitments:
        if commitment.country in ask.countries and commitment in ask.standing(commitment.country, replaced_too):
            if not ask.options.commitment or commitment.id in ask.options.commitment:
                yield commitment


def years_of(commitment, path, window):
    """The years of `each`: those it names within the window; an open end runs to the window's, else to the last year with GDP."""
    if commitment.first is None:
        return [year for year in sorted(path.years) if not window or window[0] <= year <= window[1]]
    last = commitment.last if commitment.last is not None else (window[1] if window else max(path.years, default=0))
    return [year for year in range(commitment.first, last + 1) if not window or window[0] <= year <= window[1]]


def row(commitment, scenario, year, outcome, decimals):
    return {"scenario": scenario, "country": commitment.country, "commitment": commitment.id, "year": year, "pledge": str(commitment.pledge),
            "currency": outcome.currency, "gdp_million": outcome.gdp_text, "share_pct": outcome.share,
            "low_million": fixed(outcome.low, decimals), "amount_million": fixed(outcome.amount, decimals),
            "high_million": fixed(outcome.high, decimals), "money_in": outcome.currency, "reason": "; ".join(outcome.reasons)}


def rows(ask):
    """By scenario, then by year, then by the book, with a total of the year; years together stand last."""
    commitments = [each for each in asked(ask) if each.pledge]
    for scenario in ask.scenarios or paths.default_scenarios(ask.book, ask.countries):
        single, together = {}, []
        for commitment in commitments:
            if not gdp.has(ask.book, scenario, commitment.country):
                continue
            path = ask.path(scenario, commitment.country)
            if commitment.when == "each":
                for year in years_of(commitment, path, ask.window):
                    single.setdefault(year, []).append((commitment, path, [year]))
            elif ask.within(commitment.first, commitment.last):
                together.append((commitment, path, list(range(commitment.first, commitment.last + 1))))
        for year, lines in [*sorted(single.items()), (None, together)]:
            found = [(commitment, years, evaluate(ask, commitment, path, years, scenario)) for commitment, path, years in lines]
            for commitment, years, outcome in found:
                made = row(commitment, scenario, commitment.years_text(years), outcome, ask.decimals) | {"years": years}
                yield made | (compared(ask, outcome, under_base(ask, commitment, years)) if ask.options.compare else {})
            if ask.options.total and year:
                yield from total_rows(ask, scenario, year, found)


def total_rows(ask, scenario, year, found):
    """One for each country; under the base of a comparison the same are added up."""
    for country in ask.countries:
        own = [each for each in found if each[0].country == country]
        if not own:
            continue
        total = totals.of_amounts(ask, [(commitment, outcome) for commitment, _, outcome in own], year, ask.path(scenario, country), scenario)
        text = totals.year_of([(commitment, years) for commitment, years, _ in own])
        made = row(own[0][0], scenario, text, total, ask.decimals) | {"commitment": "total", "pledge": "", "years": [year]}
        if ask.options.compare:
            under = [(commitment, under_base(ask, commitment, years)) for commitment, years, _ in own]
            base = None if None in [each for _, each in under] else totals.of_amounts(ask, under, year, ask.path(ask.options.compare, country))
            made |= compared(ask, total, base)
        yield made


def under_base(ask, commitment, years):
    """What it comes to under the base, where its country has that."""
    base = ask.options.compare
    return evaluate(ask, commitment, ask.path(base, commitment.country), years, base) if gdp.has(ask.book, base, commitment.country) else None


def compared(ask, outcome, under):
    """The amount under the base, the difference, and that in per cent of it; empty where either is unknown."""
    if not under:
        return {}
    other = under.amount
    if other is None or outcome.amount is None:
        return {"reason": "; ".join(dict.fromkeys(outcome.reasons + (under.reasons if outcome.amount is not None else [])))}
    difference = outcome.amount - other
    return {"base_amount_million": fixed(other, ask.decimals), "difference_million": fixed(difference, ask.decimals),
            "difference_pct": fixed(difference / other * 100, 2) if other else ""}
