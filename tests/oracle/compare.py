"""Holds the program against this second opinion: every question about a book, cell by cell."""

import csv
import io
import subprocess
import sys
import tempfile
from pathlib import Path

import generate
import main
from book import Book


def program(binary, folder, question):
    done = subprocess.run([binary, *question, *(["--book", str(folder)] if question[0] != "solve" else []), "--format", "csv"], capture_output=True, text=True, encoding="utf-8")
    return done.returncode, done.stdout, done.stderr


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
    """What differs; nothing where both refuse. Exit code 1 of `--strict` is an answer."""
    status, theirs, error = program(binary, folder, question)
    try:
        ours = main.answer(["--book", str(folder), *question], book)
    except Exception as wrong:
        return None if not theirs else [f"oracle: {type(wrong).__name__} {wrong}"]
    if not theirs:
        return [f"program: {error.splitlines()[0]}"]
    return differences(ours, theirs)


def shipped(binary, folder):
    book = Book(folder)
    for question in ([command, "--country", "all", *more] for command in ("gdp", "amounts", "verdicts") for more in ([], ["--as-of", "2025-11-30"], ["--years", "2024-2027"])):
        yield question, compare(binary, folder, question, book)
    for country in book.currencies:
        question = ["path", "nato-hague-core", "--country", country, *[word for shape in ("linear", "growth", "flat") for word in ("--shape", shape)]]
        yield question, compare(binary, folder, question, book)


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
                print(" ".join(question), *found[:4], sep="\n  ")
    print(f"{tables} tables, {refused} refused by both, {wrong} differ")
    return wrong == 0


if __name__ == "__main__":
    binary, book, first, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    same = report(shipped(binary, book)) if book != "-" else True
    sys.exit(0 if report(generated(binary, range(first, first + count))) and same else 1)
