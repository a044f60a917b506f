"""What goes wrong: every finding of a run at once, each with its place and a way out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Place(NamedTuple):
    """Where in a file or another text: line and column are counted from 1, and are 0 where the whole file is meant."""

    file: str
    line: int
    column: int
    excerpt: str


class Finding(NamedTuple):
    """What is wrong, where, and what to do about it."""

    kind: str
    message: str
    place: Place | None
    help: str | None


class PledgebookError(ValueError):
    """What stands in the way of an answer, in the words of the program.

    >>> import pledgebook as pb
    >>> try:
    ...     pb.pledge("about 1,5% of GDP")
    ... except pb.PledgebookError as error:
    ...     print(error.kind, "-", error.help)
    not-a-number - write a decimal point: `1.5%`
    """

    def __init__(self, text: str, findings: Iterable[tuple] = ()) -> None:
        super().__init__(text, findings)
        self._errors = [
            Finding(kind, message, place and Place(*place), help) for kind, message, place, help in findings
        ]

    def __str__(self) -> str:
        return self.args[0]

    @property
    def errors(self) -> list[Finding]:
        """Everything that was found, in the order in which it was found."""
        return list(self._errors)

    @property
    def kind(self) -> str | None:
        """What the first finding is, as `not-a-number`."""
        return self._errors[0].kind if self._errors else None

    @property
    def place(self) -> Place | None:
        """Where the first finding is."""
        return self._errors[0].place if self._errors else None

    @property
    def help(self) -> str | None:
        """What to do about the first finding."""
        return self._errors[0].help if self._errors else None
