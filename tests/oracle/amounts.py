"""The table `amounts`: which commitments in which years, and what each comes to beside another scenario."""

import gdp
import paths
from amount import evaluate
from model import fixed

BASE = "scenario,country,commitment,year,pledge,currency,gdp_million,share_pct,low_million,amount_million,high_million,reason".split(",")
COMPARED = ["base_amount_million", "difference_million", "difference_pct"]


def columns(ask):
    return BASE + (COMPARED if ask.options.compare else [])


def asked(ask):
    """The commitments that are asked about, in the book's order: a country's at a time where several are asked for."""
    if ask.options.commitment:
        replaced_too = True
    else:
        replaced_too = ask.options.all
    for commitment in ask.book.commitments:
        if commitment.country in ask.countries and commitment in ask.standing(commitment.country, replaced_too):
            if not ask.options.commitment or commitment.id in ask.options.commitment:
                yield commitment


def years_of(commitment, path, window):
    """The years of `each`: those it names within the window; an open end runs to the window's, else to the last year with GDP."""
    last = commitment.last if commitment.last is not None else (window[1] if window else max(path.years, default=0))
    first = commitment.first
    return [year for year in range(first, last + 1) if not window or window[0] <= year <= window[1]]


def row(commitment, scenario, year, outcome, decimals):
    return {"scenario": scenario, "country": commitment.country, "commitment": commitment.id, "year": year, "pledge": str(commitment.pledge),
            "currency": outcome.currency, "gdp_million": outcome.gdp_text, "share_pct": outcome.share,
            "low_million": fixed(outcome.low, decimals), "amount_million": fixed(outcome.amount, decimals),
            "high_million": fixed(outcome.high, decimals), "reason": "; ".join(outcome.reasons)}


def rows(ask):
    """By scenario, then by year, then by the book; years together stand last."""
    commitments = [each for each in asked(ask) if each.pledge]
    for scenario in ask.scenarios or paths.default_scenarios(ask.book, ask.countries):
        single, together = [], []
        for place, commitment in enumerate(commitments):
            if not gdp.has(ask.book, scenario, commitment.country):
                continue
            path = ask.path(scenario, commitment.country)
            if commitment.when == "each":
                single += [(year, place, commitment, path, [year]) for year in years_of(commitment, path, ask.window)]
            elif ask.within(commitment.first, commitment.last):
                together.append((0, place, commitment, path, list(range(commitment.first, commitment.last + 1))))
        for year, _, commitment, path, years in sorted(single, key=lambda each: each[:2]) + together:
            outcome = evaluate(ask, commitment, path, years, scenario)
            text = commitment.years_text(years)
            made = row(commitment, scenario, text, outcome, ask.decimals)
            if ask.options.compare:
                made |= compared(ask, commitment, years, outcome)
            yield made


def compared(ask, commitment, years, outcome):
    """The amount under the base, the difference, and that in per cent of it; empty where either is unknown."""
    base = ask.options.compare
    if not gdp.has(ask.book, base, commitment.country):
        return {}
    under = evaluate(ask, commitment, ask.path(base, commitment.country), years, base)
    other = under.amount
    if other is None or outcome.amount is None:
        return {"reason": "; ".join(dict.fromkeys(outcome.reasons + (under.reasons if outcome.amount is not None else [])))}
    difference = outcome.amount - other
    return {"base_amount_million": fixed(other, ask.decimals), "difference_million": fixed(difference, ask.decimals),
            "difference_pct": fixed(difference / other * 100, 2) if other else ""}
