"""The table `league`: where each country stands by its share of GDP, how far it moved, and what its pledge makes of that."""

from before import in_year
import ruling
from case import Case
from model import fix, fixed

COLUMNS = "rank,country,year,definition,publisher,kind,share_pct,change_pp,since,pledge,pledge_pct,verdict".split(",")
STRENGTHS = ["law", "budget", "decision", "declaration", "bill", "statement", "goal"]


def rows(ask):
    """The largest share first, in print; those without a figure last."""
    definition = ask.options.definition or ask.book.compared(ask.book.head["country"], ask.as_of)
    counted = years(ask, definition)
    most = lambda year: counted.get(year, 0) * 2 > len(ask.countries)
    year = int(ask.options.year) if ask.options.year else max(filter(most, counted), default=latest(ask, definition))
    if year is None:
        return
    since = int(ask.options.since) if ask.options.since else min((each for each in counted if most(each) and year - 10 <= each < year), default=None)
    stand = lambda country, of: of and in_year(ask, country, definition, ask.path("latest", country), of)
    found = [(country, stand(country, year), stand(country, since)) for country in ask.countries]
    found.sort(key=lambda each: (each[1] is None, -fix(each[1].share.value, 2) if each[1] else 0))
    printed = [fixed(now.share.value, 2) if now else "" for _, now, _ in found]
    for (country, now, then), share in zip(found, printed):
        made = {"country": country, "year": str(year), "definition": definition} | held(ask, country, definition, year, now)
        if now:
            made |= {"rank": str(printed.index(share) + 1), "publisher": now.figure.publisher, "kind": now.figure.kind, "share_pct": share}
            if then:
                made |= {"change_pp": fixed(now.share.value - then.share.value, 2), "since": str(since)}
        yield made


def years(ask, definition):
    """Of how many countries a year has an outturn or an estimate."""
    counted = {}
    for country, of, year in ask.spending(False).known:
        if country in ask.countries and of == definition and any(figure.kind in ("outturn", "estimate") for figure in ask.spending(False).known[country, of, year]):
            counted[year] = counted.get(year, 0) + 1
    return counted


def latest(ask, definition):
    """The latest year with any figure, where most countries have none of the firm kinds in one."""
    return max((year for country, of, year in ask.spending(False).known if country in ask.countries and of == definition), default=None)


def held(ask, country, definition, year, now):
    """The first pledge for the year that can be held against the share: a country's own before its group's, one under the definition itself
    before its own one of the family, then the one announced last, the strongest, the first by id. Without a share the first at all. Against a
    share of spending a pledge of such a share alone is held."""
    records, own = ask.book.definitions, ask.book.own[country]
    whose = records[definition].get("of")
    among = [each for each in ask.standing(country, False) if each.pledge and records[each.definition]["family"] == records[definition]["family"]
             and records[each.definition].get("of") == whose and (not whose or each.pledge.base == "defence spending")
             and (each.definition == definition or each.id in own and "whole" not in records[each.definition])]
    able = [each for each in among if each.when == "each" and each.first <= year and (each.last is None or year <= each.last)]
    able.sort(key=lambda each: (each.id not in own, each.definition != definition, -each.announced.last.toordinal(), STRENGTHS.index(each.record["strength"]), each.id))
    return next((row for each in able for row in judged(ask, each, definition, year, now)), {})


def judged(ask, commitment, definition, year, now):
    """The verdict on the figure that is the share, on `latest`; without a figure what is said of that."""
    rows = ruling.rows(Case(ask, commitment, definition, ask.path("latest", commitment.country), "latest", [year]))
    if now:
        said = ("money" if now.figure.measure == "spending" else "published", now.figure.publisher, now.figure.vintage.text, now.figure.kind)
        rows = [row for row in rows if row["measure"] and (row["measure"], row["spent_publisher"], row["spent_vintage"], row["spent_kind"]) == said]
    return [{"pledge": str(commitment.pledge), "pledge_pct": row.get("pledged_pct", ""), "verdict": row["verdict"]} for row in rows[:1]]
