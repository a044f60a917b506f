"""What is held against a pledge: one figure, or what is published of parts or years together."""

from model import KINDS


def joined(names):
    return "+".join(dict.fromkeys(names))


def latest(days):
    return max(days, key=lambda day: day.last).text


def weakest(kinds):
    return max(kinds, key=KINDS.index)


class Spent:
    """One figure, or a sum of several; `is_bound` where more may yet be added."""

    def __init__(self, figures, measure, is_bound=False):
        self.figures, self.measure, self.is_bound = figures, measure, is_bound
        self.kind, self.vintage = weakest([figure.kind for figure in figures]), latest([figure.vintage for figure in figures])
        self.publisher = joined([figure.publisher for figure in figures])
        self.money = None

    def cells(self):
        return {"spent_kind": self.kind, "spent_publisher": self.publisher, "spent_vintage": self.vintage}

    def rank(self):
        newest = max(figure.vintage.last.toordinal() for figure in self.figures)
        return KINDS.index(self.kind), -newest, self.publisher, self.measure == "money"


def found(case):
    """Every figure that is held against the pledge of a case, the firmest first."""
    pledge, currency = case.pledge, case.currency
    if case.together:
        return years_together(case)
    takes_shares = pledge.is_share or (pledge.than and pledge.first.unit in ("%", "times"))
    figures = case.spending.chosen(case.country, case.definition, case.years[0], currency)
    rows = [Spent([figure], "published") for figure in figures if figure.measure == "spending-share" and takes_shares]
    money = [figure for figure in figures if figure.measure == "spending"]
    rows += [Spent([figure], "money") for figure in money]
    if not any(figure.unit == currency for figure in money):
        parts = of_parts(case, case.definition, case.years[0])
        if parts:
            rows.append(Spent(parts, "money", True))
    return sorted(rows, key=Spent.rank)


def of_parts(case, whole, year):
    """The amounts of a definition's parts: of each the first by rank, else those of its own parts."""
    figures = []
    for part in case.book.parts(whole):
        amounts = case.spending.amounts(case.country, part, year, case.currency)
        figures += amounts[:1] or of_parts(case, part, year)
    return figures


def years_together(case):
    """Of each year the first amount by rank, else what is published of parts; a missing year makes it a lower bound."""
    figures, is_bound = [], False
    for year in case.years:
        amounts = case.spending.amounts(case.country, case.definition, year, case.currency)[:1]
        is_bound |= not amounts
        figures += amounts or of_parts(case, case.definition, year)
    return [Spent(figures, "money", is_bound)] if figures else []


def overlapping(book, figures):
    """Parts that name each other may count the same money of a year: they are listed and not added."""
    parts = {(figure.definition, figure.year) for figure in figures}
    return any((other, year) in parts for part, year in parts for other in book.definitions[part].get("overlaps", []))
