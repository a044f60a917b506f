"""Was it kept: a row for each publisher and measure, against the pledge on the GDP of its basis."""

import feed
import gdp
import ruling
import totals
from amounts import asked, years_of
from case import Case

COLUMNS = """country,commitment,year,pledge,definition,measure,basis,gdp_million,gdp_kind,gdp_publisher,gdp_vintage,pledged_million,pledged_pct,
spent_million,spent_pct,spent_pct_low,spent_pct_high,published_pct,spent_kind,spent_publisher,spent_vintage,gap_million,gap_million_low,
gap_million_high,gap_pp,breakeven_gdp_million,breakeven_pct,unaccounted_million,verdict,reason""".replace("\n", "").split(",")


def rows(ask):
    """On the file's scenarios one after another; without a file on what was asked for."""
    judged = []
    if not ask.options.gdp:
        yield from rows_on(ask, lambda commitment: [(name, ask.path(name, commitment.country)) for name in grounds_of(ask, commitment)], judged)
    else:
        silent = True
        for name, _, paths in feed.read(ask):
            grounds = lambda commitment: [(name, paths[commitment.country])] if commitment.country in paths else []
            yield from rows_on(ask, grounds, judged, silent)
            silent = False
    if ask.options.total:
        yield from totals.of_verdicts(ask, judged)


def rows_on(ask, grounds, judged, silent=True):
    """By the book, then by year, then by definition, by GDP and by rank; a year that a file lacks has no row."""
    for commitment in asked(ask):
        if not commitment.pledge:
            if silent and not ask.window and ask.options.definition in ("", "all"):
                yield {"country": commitment.country, "commitment": commitment.id, "pledge": "none", "definition": commitment.definition,
                       "verdict": "open", "reason": "*"}
            continue
        definitions = named_definitions(ask, commitment)
        blocks = {}
        for ground, path in grounds(commitment):
            if commitment.when == "each":
                for year in years_of(commitment, path, ask.window):
                    if ask.options.gdp and year not in path.years:
                        continue
                    blocks.setdefault((year,), []).append((ground, path, [year]))
            elif ask.within(commitment.first, commitment.last):
                blocks.setdefault((commitment.first,), []).append((ground, path, list(range(commitment.first, commitment.last + 1))))
        for _, cases in sorted(blocks.items(), key=lambda each: each[0]):
            for place, definition in enumerate(definitions):
                for ground, path, years in cases:
                    made = ruling.rows(Case(ask, commitment, definition, path, ground, years))
                    yield from [row for row in made if not place or row["measure"]]
                    if commitment.when == "each":
                        judged.append((commitment, years[0], ground, made))


def named_definitions(ask, commitment):
    """Its own; or the one that is asked for, of its family; or each of the family that is no part, its own first."""
    asked, book = ask.options.definition, ask.book.definitions
    if not asked or ask.options.pledge:
        return [commitment.definition]
    family = book[commitment.definition]["family"]
    if asked != "all":
        return [asked] if book[asked]["family"] == family else []
    return [commitment.definition] + [each for each, record in book.items()
                                      if record["family"] == family and each != commitment.definition and not record.get("whole")]


def grounds_of(ask, commitment):
    """Scenarios that are asked for, else `--basis`, else all bases, those of the book's publishers of GDP in its order, else the commitment's own, else `latest`."""
    if ask.scenarios:
        return [name for name in ask.scenarios if gdp.has(ask.book, name, commitment.country)]
    if ask.options.all_bases:
        names = ask.book.publishers + [figure.publisher for figure in ask.book.figures if figure.measure == "gdp"]
        return ["latest", "budgeted"] + [f"publisher:{name}" for name in dict.fromkeys(names)]
    return [ask.options.basis or commitment.basis or "latest"]
