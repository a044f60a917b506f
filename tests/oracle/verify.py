"""The table `verify`: does a published figure follow from those that it is made of?"""

from fractions import Fraction

from held import overlapping
from model import KINDS, fix, fixed, plain
from verdict import Between

COLUMNS = "country,year,definition,publisher,vintage,check,published,computed,computed_low,computed_high,result".split(",")


def rows(ask):
    """By country, then by year, by definition, publisher and edition, and by what it is held against."""
    checks = [("share", share), ("parts", parts), ("editions", next_edition)]
    for country in ask.countries:
        found, lines = editions(ask, country), []
        for figure in found.values():
            if figure.definition and (not ask.window or ask.window[0] <= figure.year <= ask.window[1]):
                place = (figure.year, figure.definition, figure.publisher, figure.vintage.last)
                lines += [((*place, number), figure, check, computed(ask, found, figure)) for number, (check, computed) in enumerate(checks)]
        for _, figure, check, against in sorted(lines, key=lambda line: line[0]):
            if against:
                yield row(ask, figure, check, against)


def editions(ask, country):
    """The firmest figure of each edition, which is what a publisher publishes on a day, by definition, year and measure."""
    found = {}
    for figure in ask.book.figures:
        if figure.country == country and figure.vintage.known_on(ask.as_of) and figure.measure in ("spending", "spending-share", "gdp"):
            found.setdefault((figure.definition, figure.year, figure.publisher, figure.vintage.last, figure.measure, figure.unit), []).append(figure)
    return {key: min(figures, key=lambda figure: KINDS.index(figure.kind)) for key, figures in found.items()}


def beside(found, figure, definition, measure):
    """What the same edition says of the same year otherwise, in any unit."""
    return [each for key, each in found.items() if key[:5] == (definition, figure.year, figure.publisher, figure.vintage.last, measure)]


def between(figure):
    return Between.of(figure.value, figure.precision)


def share(ask, found, figure):
    """Money ÷ GDP of the same edition in one currency; under a definition with `of` spending under that one takes the place of GDP.

    Of several currencies the one whose figures leave the least open."""
    if figure.measure != "spending-share":
        return None
    of = ask.book.definitions[figure.definition].get("of")
    wholes = beside(found, figure, of, "spending") if of else beside(found, figure, "", "gdp")
    pairs = [(money, whole) for money in beside(found, figure, figure.definition, "spending") for whole in wholes if money.unit == whole.unit and whole.value]
    if not pairs:
        return None
    quotients = [between(money).percent_of(between(whole)) for money, whole in pairs]
    width = lambda each: (0, each.high - each.low) if None not in (each.low, each.high) else (1, 0)
    return min(quotients, key=width)


def next_edition(ask, found, figure):
    """The same share in its publisher's next edition that has it."""
    if figure.measure != "spending-share":
        return None
    key = lambda each: (each.definition, each.year, each.publisher, each.measure)
    later = [each for each in found.values() if key(each) == key(figure) and each.vintage.last > figure.vintage.last]
    return between(min(later, key=lambda each: each.vintage.last)) if later else None


def parts(ask, found, figure):
    """At least what its parts come to in the same edition, of those that may count the same money the most."""
    figures = [each for part in ask.book.parts(figure.definition) for each in beside(found, figure, part, figure.measure) if each.unit == figure.unit]
    sums = [Between.sum([between(each) for each in some]) for some in subsets(figures) if some and not overlapping(ask.book, some)]
    if not sums:
        return None
    most = max(sums, key=lambda each: each.value)
    return Between(most.value, most.low, None)


def subsets(figures):
    return [[]] if not figures else [some for rest in subsets(figures[1:]) for some in ([figures[0], *rest], rest)]


def unit_of(ask, figure):
    """To what a document prints its shares, else the precision of the figure, as text; `0` where nobody knows."""
    printed = ask.book.shares_to.get(figure.source) if figure.measure == "spending-share" else None
    return printed or plain(figure.precision or 0)


def digits(ask, figure):
    """Those that are asked for, else those that are printed, else those of the figure itself."""
    if ask.options.digits:
        return int(ask.options.digits)
    unit = unit_of(ask, figure)
    return len((figure.text if unit == "0" else unit).partition(".")[2])


def row(ask, figure, check, computed):
    """Equal at these digits, or by rounding where what both may be the rounding of meets: what is printed with fewer digits may be more."""
    places = digits(ask, figure)
    published = fix(figure.value, places)
    half = max(Fraction(1, 2 * 10**places), Fraction(unit_of(ask, figure)) / 2)
    stated = Between(published, published - half, published + half)
    same = published == fix(computed.value, places)
    meet = (computed.high is None or computed.high >= stated.low) and (computed.low is None or computed.low <= stated.high)
    follows = same or (check == "parts" and figure.value >= computed.value)
    return {"country": figure.country, "year": str(figure.year), "definition": figure.definition, "publisher": figure.publisher,
            "vintage": figure.vintage.text, "check": check, "published": fixed(figure.value, places), "computed": fixed(computed.value, places),
            "computed_low": fixed(computed.low, places + 2), "computed_high": fixed(computed.high, places + 2),
            "result": "follows" if follows else "rounding" if meet else "does-not-follow"}
