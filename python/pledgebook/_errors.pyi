from collections.abc import Iterable
from typing import Any, NamedTuple

class Place(NamedTuple):
    file: str
    line: int
    column: int
    excerpt: str

class Finding(NamedTuple):
    kind: str
    message: str
    place: Place | None
    help: str | None

class PledgebookError(ValueError):
    def __init__(self, text: str, findings: Iterable[tuple[Any, ...]] = ()) -> None: ...
    @property
    def errors(self) -> list[Finding]: ...
    @property
    def kind(self) -> str | None: ...
    @property
    def place(self) -> Place | None: ...
    @property
    def help(self) -> str | None: ...
