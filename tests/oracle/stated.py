"""Figures as sentences have them: grouped, with just the digits that tell them apart."""

from fractions import Fraction

from model import fixed, plain


def grouped(text):
    """Thousands apart: `43 000.5`."""
    whole, point, rest = text.partition(".")
    return f"{int(whole):,}".replace(",", " ") + point + rest if whole.isdigit() else text


def side(a, b):
    return (a > b) - (a < b)


def beside(value, others, places):
    """So many decimals, or as many more as leave the figure above, below or equal to each of the others."""
    for more in range(places, 20):
        if all(side(value, other) == side(Fraction(fixed(value, more)), other) for other in others):
            return fixed(value, more)
    return fixed(value, 20)


def short(text):
    return text.rstrip("0").rstrip(".") if "." in text else text


def millions(value, others=()):
    """Two decimals, none of them at the end where these are all that there is."""
    text = beside(value, others, 2)
    return grouped(short(text) if Fraction(text) == value else text)


def precision(figure):
    """The unit to which millions were published, where their digits do not say it."""
    half = figure.high - figure.value
    return " (published to the billion)" if half == 500 else f" (± {millions(half)})" if half > Fraction(1, 2) else ""


def prime_factors(n):
    for prime in (2, 5):
        while n % prime == 0:
            n //= prime
            yield prime
    if n > 1:
        yield n


class Stated:
    """A pledge as a sentence has it, beside the figure that it is held against."""

    def __init__(self, case, spent, scale, reference):
        self.case, self.spent, self.scale, self.reference = case, spent, scale, reference
        self.pledge, self.is_share = case.pledge, case.in_percent(spent)
        self.limit = scale.value + (scale.slack if scale.is_ceiling else -scale.slack)

    def in_unit(self, value):
        """All digits where they end, else four decimals."""
        ends = value.denominator == 1 or not set(prime_factors(value.denominator)) - {2, 5}
        return grouped(plain(value, 28 if ends else 4)) + ("%" if self.is_share else " m")

    def words(self):
        """The quantity as it was stated, without its qualifier and what it is a share of."""
        first = self.pledge.first
        if self.pledge.second or self.pledge.than:
            text = str(self.pledge).removeprefix(self.pledge.qualifier).strip()
            return text.partition(" of ")[0] if self.pledge.second and first.unit == "%" else text
        return str(first)

    def before(self):
        """What was spent in the year that it is set against."""
        figure = self.case.figure_before(self.spent)
        said = f"{figure.text}%" if figure.measure == "spending-share" else f"{millions(figure.value)} m"
        of_gdp = f", {fixed(self.reference.value, 2)}% of GDP" if self.pledge.first.unit == "pp" and figure.measure == "spending" else ""
        return f"; in {figure.year} it was {said}{of_gdp}"

    def __str__(self):
        return f"{self.in_unit(self.scale.value)} ({self.words()}{self.before()})" if self.reference else self.words()

    def end(self):
        """The figure itself that something falls short of."""
        return f"{self.pledge.first}, the lower end of {self}" if self.pledge.second else str(self)

    def last(self):
        """The last figure that is not missed, and why it is that."""
        if not self.scale.slack:
            return self.end()
        said = f"{self.words()} ({self.in_unit(self.scale.value)}{self.before()})" if self.reference else str(self)
        how = " with its tolerance" if self.case.commitment.tolerance else "" if self.reference else " as stated"
        return f"{self.in_unit(self.limit)}, the {'most' if self.scale.is_ceiling else 'least'} that {said}{how} allows"

    def slack(self):
        return self.in_unit(self.scale.slack).replace("%", " pp")
