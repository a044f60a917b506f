"""The table of verdicts: a figure against what was pledged and its slack, exactly, by multiplying crosswise where it divides."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass
class Between:
    """A figure, which is not below zero, and all that it may be the rounding of and is not below zero either, both ends included."""

    value: Fraction
    low: Fraction
    high: Fraction

    @staticmethod
    def of(value, precision=None):
        half = (precision or Fraction(0)) / 2
        return Between(value, max(value - half, Fraction(0)), value + half)

    @staticmethod
    def sum(parts):
        """Values and precisions are added."""
        value = sum(part.value for part in parts)
        return Between.of(value, 2 * (sum(part.high for part in parts) - value))

    def ends(self):
        return self.value, self.low, self.high

    def percent_of(self, whole):
        """The quotient, its least and its most; a whole that may be nothing leaves an end open."""
        open = whole.low <= 0
        least, most = self.low / whole.high, None if open else self.high / whole.low
        return Between(self.value / whole.value * 100, *[None if end is None else end * 100 for end in (least, most)])

    def times(self, factor):
        return Between(*[each * factor for each in self.ends()])

    def share(self, percent):
        return Between(*[each * percent / 100 for each in (self.value, self.low, self.high)])


@dataclass
class Scale:
    """The stated figure, of a range its lower end, with its slack, and how it binds."""

    qualifier: str
    is_ceiling: bool
    value: Fraction
    slack: Fraction
    as_written: bool = False

    def verdict(self, x):
        """met, met-rounded or missed, of a figure taken as exact.

        As written nothing is met by rounding: only `about` has its slack, and what does not reach the words is missed."""
        beyond = (self.value - x) if self.is_ceiling else (x - self.value)
        excluded, close = self.qualifier in ("more than", "less than"), beyond >= -self.slack
        met = close if self.qualifier == "about" else beyond > 0 if excluded else beyond >= 0
        return "met" if met else "met-rounded" if close and not self.as_written else "missed"

    def bound(self, x):
        """A lower bound: only what more could not change is decided."""
        if self.is_ceiling:
            return "missed" if self.verdict(x) == "missed" else "undecided"
        return "met" if self.verdict(x) == "met" else "undecided"


def judge(scales, figure):
    """The figure decides; where one end of it is missed and the other is not, it is undecided.

    What was pledged may have ends too: at worst little was spent and much was pledged. `scales` are as stated, least and most."""
    stated, least, most = scales
    bad, good = (figure.high, figure.low) if stated.is_ceiling else (figure.low, figure.high)
    worst, best = (least, most) if stated.is_ceiling else (most, least)
    ends = {bad is None or worst.verdict(bad) == "missed", good is not None and best.verdict(good) == "missed"}
    return "undecided" if len(ends) == 2 else stated.verdict(figure.value)
