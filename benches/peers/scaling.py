#!/usr/bin/env python3
"""How time and memory grow with a book: 1 000, 10 000 and 100 000 rows of series or commitments, and chains.

usage: scaling.py write KIND COUNT FOLDER        one book: series, commitments, parts, successors or bases
       scaling.py run PROGRAM FOLDER [ROUNDS]    all of them in turn, medians as a table in Markdown
"""
import datetime
import os
import pathlib
import statistics
import subprocess
import sys

SIZES = {"series": (1_000, 10_000, 100_000), "commitments": (1_000, 10_000, 100_000)}
CHAINS = ("parts", "successors", "bases")
LINKS = (1_000, 4_000)
COMMANDS = ("check", "amounts", "verdicts", "gdp")
HEADINGS = "country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note\n"
COUNTRIES = [f"A{first}{second}" for first in "ABCD" for second in "ABCDE"]
FIRST_DAY = datetime.date(2000, 1, 1)


def record(kind, **fields):
    lines = (f"{name} = {value if name in ('announced', 'published') else repr(value).replace(chr(39), chr(34))}\n"
             for name, value in fields.items())
    return f"\n[[{kind}]]\n" + "".join(lines)


def commitment(number, **more):
    fields = {"id": f"c{number}", "title": f"Commitment {number}", "pledge": f"about {number % 40 + 10}% of GDP",
              "in": 2020 + number % 10, "definition": f"d{number % 10}", "announced": "2019-05-01",
              "strength": "statement", "source": f"s{number // 10}"}
    return record("commitment", **(fields | more))


def linked(kind, number):
    """A commitment that is a part of the one before it or replaces it: in a chain each, among many one of five."""
    more, before = {}, f"c{number - 1}"
    if kind == "successors":
        more["announced"] = FIRST_DAY + datetime.timedelta(number)
    match kind, number % 5:
        case _ if number == 0:
            pass
        case ("parts", _) | ("commitments", 1):
            more["part_of"] = before
        case ("successors", _) | ("commitments", 0):
            more["supersedes"] = before
    return commitment(number, **more)


def series(count):
    """Each country and year with as many rows, half of them GDP: five publishers, every time a day later."""
    years, rows = range(2000, 2030), []
    places = [(country, year) for country in COUNTRIES for year in years]
    for number in range(count):
        country, year = places[number // 2 % len(places)]
        edition = number // (2 * len(places))
        measure, definition, value = ("gdp", "", 40_000) if number % 2 else ("spending", "d0", 900)
        rows.append(f"{country},{measure},{definition},{year},{value + number % 997},EUR million,1,forecast,"
                    f"P{edition % 5},{FIRST_DAY + datetime.timedelta(edition)},s0,\n")
    return rows


def few_rows():
    """GDP of the years that commitments are about, and what is spent under each definition."""
    for year in range(2020, 2030):
        yield f"AAA,gdp,,{year},{40_000 + year},EUR million,1,outturn,P0,2019-01-01,s0,\n"
        yield from (f"AAA,spending,d{number},{year},{9_000 + year},EUR million,1,plan,P0,2019-01-01,s0,\n"
                    for number in range(10))


def book(kind, count):
    """The files of a book by their names."""
    head = 'country = "{}"\ncurrency = "EUR"\n'
    scenarios, rows, numbers = "", few_rows(), range(count)
    if kind == "series":
        rows, numbers = series(count), range(1)
        files = {f"commitments/{country}.toml": head.format(country)
                 + commitment(index, definition="d0", **{"in": "2020-2029"}) for index, country in enumerate(COUNTRIES)}
    elif kind == "bases":
        numbers = range(1)
        files = {"commitments/AAA.toml": head.format("AAA") + commitment(0)}
        scenarios = "".join(record("scenario", id=f"b{number}", title=f"B {number}",
                                   base=f"b{number - 1}" if number else "latest") for number in range(count))
    else:
        files = {"commitments/AAA.toml": head.format("AAA") + "".join(linked(kind, number) for number in numbers)}
    return files | {
        "book.toml": 'title = "Scaling"\ncountry = "AAA"\npublishers = ["P0"]\n',
        "definitions.toml": "".join(record("definition", id=f"d{number}", family=f"f{number}", title=f"D {number}")
                                    for number in range(10)),
        "sources.toml": "".join(record("source", id=f"s{number}", title=f"S {number}", publisher="P0",
                                       published="1999-12-31") for number in range(len(numbers) // 10 + 2)),
        "scenarios.toml": scenarios,
        "series/all.csv": HEADINGS + "".join(rows),
    }


def write(kind, count, folder):
    for name, text in book(kind, count).items():
        path = pathlib.Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def measured(command):
    """Seconds of processor time, the peak memory in MiB, and the exit code of a program."""
    child = os.fork()
    if child == 0:
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nothing, stream)
        os.execv(command[0], command)
    _, status, used = os.wait4(child, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def options(kind, count, command):
    """Every country, as CSV, under one scenario: that at the end of a chain of bases. Parts are what a total has to look at."""
    if command == "check":
        return []
    scenario = ["--scenario", f"b{count - 1}" if kind == "bases" else "latest"]
    total = ["--total"] if kind == "parts" and command != "gdp" else []
    return ["--country", "all", "--format", "csv", *total, *(scenario if command != "verdicts" else [])]


def run(program, folder, rounds):
    sizes = [(kind, count) for kind, counts in SIZES.items() for count in counts]
    sizes += [(kind, count) for kind in CHAINS for count in LINKS]
    places = {size: str(pathlib.Path(folder, "-".join(map(str, size)))) for size in sizes}
    for (kind, count), place in places.items():
        # a process of its own, since what is measured starts with the memory of this one
        subprocess.run([sys.executable, __file__, "write", kind, str(count), place], check=True)
    found = {}
    for _ in range(rounds):
        for (kind, count), place in places.items():
            for command in COMMANDS:
                call = [program, command, "--book", place, *options(kind, count, command)]
                found.setdefault((kind, count, command), []).append(measured(call))
    print(f"| {' | '.join(['book', 'size', *COMMANDS])} |\n| --- |{' ---: |' * (len(COMMANDS) + 1)}")
    for kind, count in sizes:
        cells = [shown(found[kind, count, command]) for command in COMMANDS]
        print(f"| {' | '.join([kind, f'{count:,}'.replace(',', ' '), *cells])} |")


def shown(rounds):
    seconds, memory, codes = zip(*rounds)
    failed = "" if set(codes) <= {0} else f" (exit {max(codes)})"
    return f"{statistics.median(seconds):.2f} s, {statistics.median(memory):.0f} MiB{failed}"


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["write", kind, count, folder]:
            write(kind, int(count), folder)
        case ["run", program, folder, *rounds]:
            run(os.path.abspath(program), folder, int(rounds[0]) if rounds else 5)
        case _:
            sys.exit(__doc__)
