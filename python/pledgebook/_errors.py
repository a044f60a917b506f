"""What goes wrong: every finding of a run at once, each with its place and a way out."""

from collections import namedtuple  # `typing` would take most of the time of an import


class Place(namedtuple("Place", ["file", "line", "column", "excerpt"])):
    """Where in a file or another text: line and column are counted from 1, and are 0 where the whole file is meant."""

    __slots__ = ()


class Finding(namedtuple("Finding", ["kind", "message", "place", "help"])):
    """What is wrong, where, and what to do about it."""

    __slots__ = ()


class PledgebookError(ValueError):
    """What stands in the way of an answer, in the words of the program.

    >>> import pledgebook as pb
    >>> try:
    ...     pb.pledge("about 1,5% of GDP")
    ... except pb.PledgebookError as error:
    ...     print(error.kind, "-", error.help)
    not-a-number - write a decimal point: `1.5%`
    """

    def __init__(self, text, findings=()):
        super().__init__(text, findings)
        self._errors = [
            Finding(kind, message, place and Place(*place), help) for kind, message, place, help in findings
        ]

    def __str__(self):
        return self.args[0]

    @property
    def errors(self):
        """Everything that was found, in the order in which it was found."""
        return list(self._errors)

    @property
    def kind(self):
        """What the first finding is, as `not-a-number`."""
        return self._errors[0].kind if self._errors else None

    @property
    def place(self):
        """Where the first finding is."""
        return self._errors[0].place if self._errors else None

    @property
    def help(self):
        """What to do about the first finding."""
        return self._errors[0].help if self._errors else None
