"""Holds the program against this second opinion: every question about a book, cell by cell."""

import csv
import io
import itertools
import subprocess
import sys
import tempfile
from pathlib import Path

import generate
import main
from book import Book


def started(binary, folder, question):
    """The program at work on a question, while this one works on it, too."""
    of_book = ["--book", str(folder)] if question[0] != "solve" else []
    return subprocess.Popen([binary, *question, *of_book, "--format", "csv"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")


def known(mine, other):
    """Of a reason what the oracle says: all of it, what stands before `; `, or only that there is one."""
    return mine if other.startswith(mine + "; ") or (mine == "*" and other) else other


def differences(ours, theirs):
    """Rows that only one of two tables has, or that stand otherwise."""
    mine, other = [list(csv.reader(io.StringIO(text))) for text in (ours, theirs)]
    if "verdict" in other[0]:
        said = {}
        for row in mine:
            said.setdefault(tuple(row[:-1]), []).append(row[-1])
        for row in other:
            reasons = said.get(tuple(row[:-1]), [])
            row[-1] = next((known(reason, row[-1]) for reason in reasons if known(reason, row[-1]) == reason), row[-1])
    mine, other = [[",".join(row) for row in table] for table in (mine, other)]
    found = [f"oracle  {row}" for row in mine if row not in other] + [f"program {row}" for row in other if row not in mine]
    return sorted(found, key=lambda line: line.partition(" ")[2].strip()) or (["rows stand in another order, or more than once"] if mine != other else [])


def compare(binary, folder, question, book):
    """What differs; nothing where both refuse. What is written is the answer, also where `--strict` ends with exit code 1."""
    running = started(binary, folder, question)
    try:
        ours, wrong = main.answer(["--book", str(folder), *question], book), ""
    except Exception as error:
        ours, wrong = "", f"oracle: {type(error).__name__} {error}"
    theirs, error = running.communicate()
    if wrong:
        return [wrong] if theirs else None
    return differences(ours, theirs) if theirs else [f"program: {error.splitlines()[0]}"]


def written(binary, folder):
    """A book that somebody wrote, all of its countries, and of each the way to its farthest pledge of a share `by` a year."""
    book = Book(folder)
    more = [[], ["--as-of", "2025-11-30"], ["--years", "2024-2027"]]
    asked = [[command, "--country", "all", *each] for command in ("gdp", "amounts", "verdicts") for each in more]
    asked += [[command, "--country", "all", each] for command in ("amounts", "verdicts") for each in ("--total", "--all")]
    asked += [["verdicts", "--country", "all", *each] for each in (["--as-written"], ["--strict"], ["--all-bases"], ["--definition", "all"])]
    asked += [["verify", "--country", "all"], ["verify", "--country", "all", "--digits", "1"], ["league"], ["progress", "--country", "all"]]
    asked += [[command, "--country", "all", "--in", "USD"] for command in ("gdp", "amounts", "verdicts", "progress")]
    asked += [["claim", f"1 billion {currency} = 2% of GDP", "--country", country, "--years", "2024-2026"] for country, currency in book.currencies.items()]
    shapes = [["--shape", "linear", "--shape", "flat"], ["--shape", "growth"]]
    known = {(figure.country, figure.definition) for figure in book.figures if figure.kind == "outturn"}
    ways = [each for each in book.commitments if has_way(each) and (each.country, each.definition) in known]
    farthest = {each.country: each for each in sorted(ways, key=lambda each: each.last)}
    asked += [["path", each.id, "--country", each.country, *shape] for each in farthest.values() for shape in shapes]
    for question in asked:
        yield [str(folder), *question], compare(binary, folder, question, book)


def has_way(commitment):
    return "by" in commitment.record and "path" not in commitment.record and str(commitment.pledge).endswith("of GDP") and not commitment.pledge.second


def generated(binary, seeds):
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            questions, book = generate.make(seed, folder), Book(folder)
            for question in questions:
                yield [str(seed), *question], compare(binary, folder, question, book)


def report(results, most=60):
    """Prints the first differences, and how many tables were held against each other; whether all agreed."""
    tables = refused = wrong = 0
    for question, found in results:
        tables, refused = tables + 1, refused + (found is None)
        if found:
            wrong += 1
            if wrong <= most:
                print(" ".join(question), *found[:4], sep="\n  ", flush=True)
    print(f"{tables} tables, {refused} refused by both, {wrong} differ")
    return wrong == 0


if __name__ == "__main__":
    binary, first, count, *books = sys.argv[1:]
    results = itertools.chain(*[written(binary, book) for book in books], generated(binary, range(int(first), int(first) + int(count))))
    sys.exit(0 if report(results) else 1)
