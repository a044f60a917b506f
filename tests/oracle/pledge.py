"""A pledge: an optional qualifier and a quantity, and how it is printed."""

from dataclasses import dataclass
from fractions import Fraction

from model import unit_of_last_digit

SCALES = {"": -6, "thousand": -3, "million": 0, "billion": 3, "trillion": 6}  # the powers of ten of a million


@dataclass
class Quantity:
    """One figure with the digits that were stated: per cent, points, times or money in its scale."""

    text: str
    unit: str  # "%", "pp", "times" or a currency
    scale: str = ""

    @property
    def factor(self):
        return Fraction(10) ** SCALES[self.scale] if self.unit not in ("%", "pp", "times") else Fraction(1)

    @property
    def value(self):
        """Per cent, points, times, or millions."""
        return Fraction(self.text) * self.factor

    @property
    def half_unit(self):
        """Half a unit of the last stated digit: 0.005 of `0.25%`, 500 million of `1 billion EUR`."""
        return unit_of_last_digit(self.text) * self.factor / 2

    def __str__(self):
        if self.unit in ("%", "pp"):
            return self.text + {"%": "%", "pp": " pp"}[self.unit]
        return " ".join(part for part in (self.text, self.scale, self.unit) if part)


@dataclass
class Pledge:
    """A qualifier, a figure or a range, of what the figure is a share, and the year that it is set against."""

    qualifier: str
    first: Quantity
    second: Quantity | None = None
    base: str = "GDP"  # "GDP", "GNI", "defence spending" or a year: GDP of that year
    than: str = ""  # "more", "less" or "that" where it is set against what was spent in `reference`
    reference: int | None = None

    @property
    def is_share(self):
        """Figures are held against it in per cent."""
        return self.first.unit == "pp" or (self.first.unit == "%" and not self.than)

    @property
    def is_ceiling(self):
        """A cut is a ceiling, and a cut of at most so much a floor."""
        return (self.qualifier in ("at most", "less than")) != (self.than == "less")

    def slack_of(self, value, half_unit):
        """Half a unit of the last stated digit, though at most a twentieth of the value, with `about` a tenth."""
        return max(Fraction(0), min(half_unit, value / (10 if self.qualifier == "about" else 20)))

    def __str__(self):
        words = [self.qualifier] if self.qualifier else []
        if self.second:
            a, b = self.first, self.second
            same = a.unit not in "%pp" and a.scale == b.scale
            scaled = a.text if same else f"{a.text} {a.scale}".strip()
            words.append(f"{a if a.unit == '%' else scaled} to {b}")
        elif self.than == "that":
            times = "twice" if self.first.text == "2" else f"{self.first.text} times"
            words.append(f"{str(self.first) if self.first.unit == '%' else times} that of {self.reference}")
        else:
            words.append(str(self.first))
        if self.than in ("more", "less"):
            words.append(f"{self.than} than in {self.reference}")
        elif self.first.unit == "%" and not self.than:
            words.append(f"of GDP of {self.base}" if self.base.isdigit() else f"of {self.base}")
        return " ".join(words)
