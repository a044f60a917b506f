"""A commitment in a year, or in years together, on one GDP and by one definition, with every figure that is held against it."""

from amounts import against, slack
from model import KINDS, fixed, plain
from verdict import Between, Scale, judge


def joined(names):
    return "+".join(dict.fromkeys(names))


def latest(days):
    return max(days, key=lambda day: day.last).text


def weakest(kinds):
    return max(kinds, key=KINDS.index)


class Spent:
    """What is held against a pledge: one figure, or a sum of several; `is_bound` where more may yet be added."""

    def __init__(self, figures, measure, is_bound=False):
        self.figures, self.measure, self.is_bound = figures, measure, is_bound
        self.kind, self.vintage = weakest([figure.kind for figure in figures]), latest([figure.vintage for figure in figures])
        self.publisher = joined([figure.publisher for figure in figures])
        self.money = None

    def rank(self):
        newest = max(figure.vintage.last.toordinal() for figure in self.figures)
        return KINDS.index(self.kind), -newest, self.publisher, self.measure == "money"


class Case:
    """A commitment in a year, or in years together, on one GDP and by one definition."""

    def __init__(self, ask, commitment, definition, path, basis, years):
        self.ask, self.commitment, self.pledge, self.definition = ask, commitment, commitment.pledge, definition
        self.basis, self.path, self.years = basis, path, years
        self.spending = ask.spending(ask.options.strict)
        self.written = ask.options.as_written
        self.home = ask.book.currencies[commitment.country]
        unit = self.pledge.first.unit
        self.currency = unit if unit not in ("%", "pp", "times") else self.home
        self.together = commitment.when in ("sum", "mean")
        self.whole, self.cells = self.base()
        self.slack = commitment.tolerance if not self.written or self.pledge.qualifier == "about" else ""

    def of_spending(self):
        return self.pledge.base == "defence spending"

    def between(self, value, precision):
        return Between.of(value, precision)

    def base(self):
        """What the pledge is a share of, or its amount is set against, and the cells about GDP."""
        if self.of_spending():
            return self.spending_whole(), {}
        named = self.pledge.base.isdigit()
        series = self.path.base(self.pledge.base)
        years = [int(self.pledge.base)] if named else self.years
        if any(year not in series for year in years):
            return None, {}
        values = [series[year] for year in years]
        chained = any(value.chained for value in values)
        total = sum(value.gdp for value in values)
        text = values[0].text if len(values) == 1 and values[0].text else plain(total, self.ask.decimals if chained else 12)
        dated = [value.vintage for value in values if value.vintage]
        cells = {"gdp_million": text, "gdp_kind": weakest([value.kind for value in values]), "gdp_publisher": joined([value.publisher for value in values]),
                 "gdp_vintage": latest(dated) if dated else ""}
        return Between.sum([self.between(value.gdp, value.precision) for value in values]), cells

    def spending_whole(self):
        """The country's spending under the definition that its own names with `of`: the first amount by rank, of every year."""
        of = self.ask.book.definitions[self.commitment.definition].get("of")
        found = [self.spending.amounts(self.commitment.country, of, year, self.currency)[:1] for year in self.years]
        if not all(found):
            return None
        whole = Between.sum([self.between(each[0].value, each[0].precision) for each in found])
        return whole if whole.value else None

    def scale(self, value, reference=None):
        n = slack(self.pledge, self.slack, reference, value)
        if self.written and self.pledge.qualifier != "about":
            n = 0
        return Scale(self.pledge.qualifier, self.pledge.is_ceiling, value, n, self.written)

    def pledged(self, spent):
        """The stated figure in its unit with its ends, or nothing; set against a year it is the same publisher's figure of that year."""
        if not self.pledge.than:
            return Between.of(self.pledge.first.value), None
        reference = self.reference(spent)
        if not reference:
            return None, None
        value, low, high = [against(self.pledge, each, each) for each in (reference.value, reference.low, reference.high)]
        return (Between(value, low, high), reference) if value >= 0 else (None, None)  # more is taken off than was spent

    def in_percent(self, spent):
        """A change in per cent or a multiple of a published share is a share."""
        return self.pledge.is_share or (spent is not None and spent.measure == "published")

    def reference(self, spent):
        """What the publisher of a figure says of the year that the pledge is set against, by the same measure."""
        if not spent:
            return None
        measure = spent.figures[0].measure
        found = [figure for figure in self.spending.chosen(self.commitment.country, self.definition, self.pledge.reference, self.currency)
                 if figure.publisher == spent.publisher and figure.measure == measure and (measure != "spending" or figure.unit == self.currency)]
        if not found:
            return None
        figure = self.between(found[0].value, found[0].precision)
        if self.pledge.first.unit != "pp" or measure != "spending":
            return figure
        year = self.path.years.get(self.pledge.reference)
        return figure.percent_of(self.between(year.gdp, year.precision)) if year else None

    def found(self):
        """Every figure that is held against the pledge, the firmest first."""
        country = self.commitment.country
        takes_shares = self.pledge.is_share or (self.pledge.than and self.pledge.first.unit in ("%", "times"))
        if self.together:
            return self.years_together()
        figures = self.spending.chosen(country, self.definition, self.years[0], self.currency)
        rows = [Spent([figure], "published") for figure in figures if figure.measure == "spending-share" and takes_shares]
        money = [figure for figure in figures if figure.measure == "spending"]
        rows += [Spent([figure], "money") for figure in money]
        if not any(figure.unit == self.currency for figure in money):
            parts = self.of_parts(self.definition, self.years[0])
            if parts:
                rows.append(Spent(parts, "money", True))
        return sorted(rows, key=Spent.rank)

    def of_parts(self, whole, year):
        """The amounts of a definition's parts: of each the first by rank, else those of its own parts."""
        found = []
        for part in self.ask.book.parts(whole):
            amounts = self.spending.amounts(self.commitment.country, part, year, self.currency)
            found += amounts[:1] or self.of_parts(part, year)
        return found

    def years_together(self):
        """Of each year the first amount by rank, else what is published of parts; a missing year makes it a lower bound."""
        figures, is_bound = [], False
        for year in self.years:
            amounts = self.spending.amounts(self.commitment.country, self.definition, year, self.currency)[:1]
            is_bound |= not amounts
            figures += amounts or self.of_parts(self.definition, year)
        return [Spent(figures, "money", is_bound)] if figures else []

    def rows(self):
        if self.commitment.when == "mean":
            return self.mean_rows()
        found = self.found()
        return [self.row(spent) for spent in found] or [self.unpublished()]

    def head(self, measure, value, in_percent):
        return {"country": self.commitment.country, "commitment": self.commitment.id, "year": self.commitment.years_text(self.years), "pledge": str(self.pledge),
                "definition": self.definition, "measure": measure, "basis": self.basis} | self.cells | self.pledged_cells(value, in_percent)

    def pledged_cells(self, value, in_percent):
        """The stated figure in millions and in per cent, as far as both are known."""
        if value is None:
            return {}
        if in_percent:
            return {"pledged_million": fixed(self.whole.value * value / 100, self.ask.decimals) if self.whole else "", "pledged_pct": fixed(value, 2)}
        pct = fixed(value / self.whole.value * 100, 2) if self.whole and self.currency == self.home else ""
        return {"pledged_million": fixed(value, self.ask.decimals), "pledged_pct": pct}

    def row(self, spent):
        pledged, reference = self.pledged(spent)
        row = self.head(spent.measure, pledged and pledged.value, self.in_percent(spent))
        row |= {"spent_kind": spent.kind, "spent_publisher": spent.publisher, "spent_vintage": spent.vintage, "verdict": "undecided", "reason": "*"}
        if spent.measure == "published":
            row["published_pct"] = fixed(spent.figures[0].value, 2)
            if not self.shares_are_of_the_base():
                return row
            x = self.between(spent.figures[0].value, spent.figures[0].precision)
        else:
            beside = self.spending.beside(spent.figures[0]) if len(spent.figures) == 1 and not self.together and not spent.is_bound else None
            row["published_pct"] = fixed(beside and beside.value, 2)
            if any(figure.unit != self.currency for figure in spent.figures) or self.overlapping(spent.figures):
                return row
            spent.money = Between.sum([self.between(figure.value, figure.precision) for figure in spent.figures])
            row["spent_million"] = fixed(spent.money.value, self.ask.decimals)
            percent = spent.money.percent_of(self.whole) if self.whole and self.currency == self.home else None
            x = percent if self.pledge.is_share else spent.money
            if percent:
                row |= self.percent_cells(percent, spent.is_bound)
        if spent.measure == "published":
            row |= self.percent_cells(x, False)
        if x is None or pledged is None:
            return row
        if spent.is_bound:
            return row | self.bound(spent, x, pledged, reference)
        ends = (pledged.value, pledged.low, pledged.high)
        references = (reference.value, reference.low, reference.high) if reference else (None,) * 3
        scales = [self.scale(each, r) for each, r in zip(ends, references)]
        row["verdict"] = scales[0].verdict(x.value) if self.written else judge(scales, x)
        return row | self.gaps(spent, x, pledged)

    def shares_are_of_the_base(self):
        """Shares are published of GDP of their year, under a definition with `of` of that spending; no other pledge is held against them."""
        of = lambda definition: self.ask.book.definitions[definition].get("of")
        if self.of_spending():
            return of(self.definition) is not None and of(self.definition) == of(self.commitment.definition)
        return self.pledge.base == "GDP" and of(self.definition) is None

    def overlapping(self, figures):
        """Parts that name each other may count the same money of a year: they are listed and not added."""
        parts = {(figure.definition, figure.year) for figure in figures}
        return any((other, year) in parts for part, year in parts for other in self.ask.book.definitions[part].get("overlaps", []))

    def percent_cells(self, percent, is_bound):
        ends = {} if is_bound else {"spent_pct_low": fixed(percent.low, 3), "spent_pct_high": fixed(percent.high, 3)}
        return {"spent_pct": fixed(percent.value, 2)} | ends

    def gaps(self, spent, x, pledged):
        """Pledged − spent: positive is still missing. Of an amount the gap in points is its gap as a share of GDP."""
        places, whole, cells = self.ask.decimals, self.whole, {}
        if self.in_percent(spent):
            cells["gap_pp"] = fixed(pledged.value - x.value, 2)
            if spent.measure == "published":
                return cells | {"gap_million": fixed(whole and (pledged.value - x.value) * whole.value / 100, places)}
            money = Between(whole.value * pledged.value / 100, whole.low * pledged.low / 100, whole.high * pledged.high / 100)
            cells |= self.break_even(spent, pledged.value)
        else:
            money = pledged
            if whole and self.currency == self.home:
                cells["gap_pp"] = fixed((money.value - spent.money.value) / whole.value * 100, 2)
        cells["gap_million"] = fixed(money.value - spent.money.value, places)
        if not spent.is_bound:
            cells |= {"gap_million_low": fixed(money.low - spent.money.high, places), "gap_million_high": fixed(money.high - spent.money.low, places)}
        return cells

    def break_even(self, spent, percent):
        """The GDP of which the same money is just the pledged share; a ceiling has none, nor has a share of something else."""
        if spent.is_bound or self.pledge.is_ceiling or self.pledge.base != "GDP" or self.pledge.than:
            return {}
        level = spent.money.value / percent * 100
        return {"breakeven_gdp_million": fixed(level, self.ask.decimals), "breakeven_pct": fixed((level - self.whole.value) / self.whole.value * 100, 2)}

    def bound(self, spent, x, pledged, reference):
        """A lower bound has no ends; where it leaves open what was spent, the rest of what was pledged is unaccounted for."""
        left = (self.whole.value * pledged.value / 100 if self.pledge.is_share else pledged.value) - spent.money.value
        verdict = self.scale(pledged.value, reference and reference.value).bound(x.value)
        unaccounted = fixed(left, self.ask.decimals) if verdict == "undecided" and left > 0 else ""
        return self.gaps(spent, x, pledged) | {"verdict": verdict, "unaccounted_million": unaccounted}

    def unpublished(self):
        """Nothing counts: incomparable where others of the family have a figure, else open."""
        book, country = self.ask.book, self.commitment.country
        pledged, _ = self.pledged(None)
        family = book.definitions[self.definition]["family"]
        others = [each for each, record in book.definitions.items() if record["family"] == family and each != self.definition and not record.get("whole")]
        own = [self.definition, *self.parts_below(self.definition)]
        published = lambda ids: any(self.spending.anything(country, each, year) for each in ids for year in self.years)
        verdict = "incomparable" if not published(own) and published(others) else "open"
        if any(self.spending.under(country, each, year) for each in own for year in self.years):
            verdict = "undecided"  # what is published can only be listed: shares where amounts are sought
        return self.head("", pledged and pledged.value, self.pledge.is_share) | {"verdict": verdict, "reason": "*"}

    def parts_below(self, whole):
        return [each for part in self.ask.book.parts(whole) for each in [part, *self.parts_below(part)]]

    def mean_rows(self):
        """A row per measure: the mean of the years' shares, of each year the first by rank, with a gap in points alone.

        A year without one leaves it undecided."""
        rows = []
        for measure, word in (("spending-share", "published"), ("spending", "money")):
            found = [[figure for figure in self.spending.chosen(self.commitment.country, self.definition, year, self.currency)
                      if figure.measure == measure and figure.unit in ("%", self.currency)][:1] for year in self.years]
            figures = [figure for each in found for figure in each]
            if figures:
                rows.append((Spent(figures, word), self.mean_of(figures)))
        return [self.mean_row(spent, shares) for spent, shares in sorted(rows, key=lambda each: each[0].rank())] or [self.unpublished()]

    def mean_of(self, figures):
        """The share of each year; nothing if one is missing."""
        if len(figures) < len(self.years) or not self.shares_are_of_the_base():
            return None
        if figures[0].measure == "spending-share":
            shares = [self.between(figure.value, figure.precision) for figure in figures]
        elif all(figure.year in self.path.years for figure in figures):
            whole = [self.path.years[figure.year] for figure in figures]
            shares = [self.between(figure.value, figure.precision).percent_of(self.between(gdp.gdp, gdp.precision)) for figure, gdp in zip(figures, whole)]
        else:
            return None
        total = Between.sum(shares)
        return Between(*[each / len(shares) for each in (total.value, total.low, total.high)])

    def mean_row(self, spent, mean):
        v = self.pledge.first.value
        row = self.head(spent.measure, v, True) | {"spent_kind": spent.kind, "spent_publisher": spent.publisher, "spent_vintage": spent.vintage}
        row |= {"verdict": "undecided", "reason": "*"}
        if len(spent.figures) == 1 and spent.measure == "published":
            row["published_pct"] = fixed(spent.figures[0].value, 2)
        if mean is None:
            return row
        scale = self.scale(v)
        verdict = scale.verdict(mean.value) if self.written else judge([scale] * 3, mean)
        return row | self.percent_cells(mean, False) | {"gap_pp": fixed(v - mean.value, 2), "verdict": verdict}
