"""What tests have in common: the compiled-in book, and the answer to each of its questions."""

import os
import pathlib
import subprocess

import pytest

import pledgebook as pb

ROOT = pathlib.Path(__file__).parents[2]
DAY = "2026-08-04"

# the smallest book that there is
FILES = {
    "book.toml": 'title = "Ours"\ncountry = "LVA"\npublishers = []\n',
    "commitments/latvia.toml": 'country = "LVA"\ncurrency = "EUR"\n',
    "definitions.toml": b"",
    "sources.toml": b"",
    "scenarios.toml": b"",
}

# each question of a book with what it has to be told, and the command that asks the same
QUESTIONS = {
    "amounts": (lambda book: book.amounts(), ["amounts"]),
    "amounts of some": (
        lambda book: book.amounts("lva-defence-2026", "lva-ukraine-2026", compare="budget-2026", total=True),
        ["amounts", "--commitment", "lva-defence-2026", "--commitment", "lva-ukraine-2026", "--compare", "budget-2026", "--total"],
    ),
    "amounts of words": (
        lambda book: book.over(2026).amounts(pledge=["about 5% of GDP", "7.2 million EUR"]),
        ["amounts", "--pledge", "about 5% of GDP", "--pledge", "7.2 million EUR", "--years", "2026"],
    ),
    "amounts under a scenario": (
        lambda book: book.under("recession").over("2026-2027").amounts(all=True),
        ["amounts", "--scenario", "recession", "--years", "2026-2027", "--all"],
    ),
    "verdicts": (lambda book: book.verdicts(), ["verdicts"]),
    "verdicts by all": (lambda book: book.verdicts(definition="all"), ["verdicts", "--definition", "all"]),
    "verdicts on all bases": (lambda book: book.verdicts(all_bases=True), ["verdicts", "--all-bases"]),
    "verdicts on a basis": (lambda book: book.verdicts(basis="budgeted"), ["verdicts", "--basis", "budgeted"]),
    "verdicts under a scenario": (
        lambda book: book.under("recession").verdicts(as_written=True),
        ["verdicts", "--scenario", "recession", "--as-written"],
    ),
    "verdicts of words": (
        lambda book: book.over("2021-2026").verdicts(pledge="at least 3.5% of GDP", definition="nato"),
        ["verdicts", "--pledge", "at least 3.5% of GDP", "--definition", "nato", "--years", "2021-2026"],
    ),
    "verdicts of all countries": (lambda book: book.of_every_country().verdicts(), ["verdicts", "--country", "all"]),
    "verdicts added up": (lambda book: book.verdicts(total=True), ["verdicts", "--total"]),
    "then and now": (lambda book: book.since("2025-11-30"), ["verdicts", "--then", "2025-11-30"]),
    "gdp": (lambda book: book.gdp(), ["gdp"]),
    "gdp of another country": (lambda book: book.of("EST").gdp(), ["gdp", "--country", "EST"]),
    "scenarios": (lambda book: book.scenarios(), ["scenarios"]),
    "commitments": (lambda book: book.commitments(), ["commitments"]),
    "commitments of all": (lambda book: book.of_every_country().commitments(), ["commitments", "--country", "all"]),
    "progress": (lambda book: book.progress(), ["progress"]),
    "league": (lambda book: book.league(year=2024, since=2014), ["league", "--year", "2024", "--since", "2014"]),
    "verify": (lambda book: book.over(2024).verify(), ["verify", "--years", "2024"]),
    "timeline": (
        lambda book: book.over(2026).timeline(family="ukraine"),
        ["timeline", "--family", "ukraine", "--years", "2026"],
    ),
    "path": (
        lambda book: book.path("deu-defence-2029", shape=["linear", "growth"], versus="constant-share", total=True),
        ["path", "deu-defence-2029", "--shape", "linear", "--shape", "growth", "--versus", "constant-share", "--total"],
    ),
    "sensitivity": (
        lambda book: book.sensitivity("lva-defence-2026", growth="-2..2:0.5", share="4.5..5:0.25"),
        ["sensitivity", "lva-defence-2026", "--growth", "-2..2:0.5", "--share", "4.5..5:0.25"],
    ),
    "why": (lambda book: book.over(2026).why("2025"), ["why", "LVA", "2026", "--from", "2025"]),
    "claim": (
        lambda book: book.of("GBR").over(2027).claim("13.4 billion GBP = 0.2% of GDP"),
        ["claim", "13.4 billion GBP = 0.2% of GDP", "--years", "2027", "--country", "GBR"],
    ),
    "sources": (lambda book: book.sources(), None),
    "differences": (lambda book: book.differences(book.at("2025-11-30"))[0], None),
    "flips": (lambda book: book.differences(book.at("2025-11-30"))[1], None),
    "amounts that nobody knows": (lambda book: book.over(2200).amounts("lva-defence-2026"), None),
}


@pytest.fixture(scope="session")
def book():
    return pb.open(as_of=DAY)


@pytest.fixture(scope="session", params=QUESTIONS)
def table(request, book):
    ask, _ = QUESTIONS[request.param]
    return ask(book)


@pytest.fixture(scope="session")
def program():
    """Runs the program with some arguments, and gives what it writes."""
    path = os.environ.get("PLEDGEBOOK")
    if not path:
        pytest.skip("PLEDGEBOOK names no program to compare with")

    def run(*arguments):
        done = subprocess.run([path, *arguments], capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run
