#!/usr/bin/env python3
"""How time and memory of each command grow with a book.

usage: scaling.py write KIND COUNT FOLDER            one book
       scaling.py run PROGRAM FOLDER [WORD ...]      every kind of book, or those that a WORD names, at each size that a WORD is, and
                                                     every command, or those that begin with a WORD
"""
import datetime
import math
import os
import pathlib
import re
import resource
import shutil
import string
import subprocess
import sys
import time
import urllib.request

SIZES = (1_000, 10_000, 100_000)
SECONDS = 120  # a command that takes longer is ended
HEADINGS = "country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note\n"
FIRST_DAY = datetime.date(2000, 1, 1)
YEARS = range(2020, 2030)


def code(number):
    """A country by its number: AAA, AAB and so on, 17 576 of them."""
    letters = string.ascii_uppercase
    return letters[number // 676 % 26] + letters[number // 26 % 26] + letters[number % 26]


def record(kind, **fields):
    bare = ("announced", "published")
    written = lambda name, value: value if name in bare or isinstance(value, int) else '"%s"' % value
    return f"\n[[{kind}]]\n" + "".join(f"{name} = {written(name, value)}\n" for name, value in fields.items())


def commitment(number, **more):
    fields = {"id": f"c{number}", "title": f"Commitment {number}", "pledge": f"about {number % 40 + 10}% of GDP",
              "in": 2020 + number % 10, "definition": f"d{number % 10}", "announced": "2019-05-01",
              "strength": "statement", "source": f"s{number // 10}"}
    return record("commitment", **(fields | more))


def row(country, measure, definition, year, value, publisher="P0", vintage="2019-01-01", kind="plan"):
    return f"{country},{measure},{definition},{year},{value},EUR million,1,{kind},{publisher},{vintage},s0,\n"


def few_rows(country="AAA", years=YEARS, definitions=10):
    """GDP of these years, and what is spent under each definition."""
    for year in years:
        yield row(country, "gdp", "", year, 40_000 + year, kind="outturn")
        yield from (row(country, "spending", f"d{number}", year, 9_000 + year, kind="outturn" if year < 2024 else "plan")
                    for number in range(definitions))


def country_file(country, records):
    return {f"commitments/{country}.toml": f'country = "{country}"\ncurrency = "EUR"\n' + "".join(records)}


class Book:
    """One small book; the kinds below have more of one thing."""

    families, definitions, scenarios, groups, publishers = 10, 10, "", "", ["P0"]

    def __init__(self, count):
        self.count = count
        self.rows = list(few_rows())
        self.files = country_file("AAA", [commitment(0), commitment(1, **{"in": 2024})])

    def sources(self):
        return self.count // 10 + 2

    def all_files(self):
        return self.files | {
            "book.toml": 'title = "Scaling"\ncountry = "AAA"\npublishers = [' + ", ".join(f'"{name}"' for name in self.publishers) + "]\n",
            "definitions.toml": "".join(
                record("definition", id=f"d{number}", family=f"f{number % self.families}", title=f"D {number}",
                       **({"role": "budget"} if number < self.families else {})) for number in range(self.definitions)),
            "sources.toml": "".join(record("source", id=f"s{number}", title=f"S {number}", publisher="P0",
                                           published="1999-12-31") for number in range(self.sources())),
            "scenarios.toml": self.scenarios,
            "groups.toml": self.groups,
            "series/all.csv": HEADINGS + "".join(self.rows),
        }


class Series(Book):
    """Rows of twenty countries, half of them GDP: five publishers, every time a day later."""

    def __init__(self, count):
        super().__init__(count)
        places = [(code(number), year) for number in range(20) for year in range(2000, 2030)]
        self.rows = []
        for number in range(count):
            country, year = places[number // 2 % len(places)]
            edition = number // (2 * len(places))
            measure, definition, value = ("gdp", "", 40_000) if number % 2 else ("spending", "d0", 900)
            self.rows.append(row(country, measure, definition, year, value + number % 997, f"P{edition % 5}",
                                 FIRST_DAY + datetime.timedelta(edition), "forecast"))
        for index in range(20):
            self.files |= country_file(code(index), [commitment(index, definition="d0", **{"in": "2020-2029"})])


class Commitments(Book):
    """Commitments of one country under ten definitions; one in five replaces the one before it, one in five is a part of it."""

    def __init__(self, count):
        super().__init__(count)
        links = {0: "supersedes", 1: "part_of"}
        linked = lambda number: {links[number % 5]: f"c{number - 1}"} if number and number % 5 in links else {}
        self.files = country_file("AAA", [commitment(number, **linked(number)) for number in range(count)])


class Family(Book):
    """Commitments of one country and definition, all of one year, announced on days of their own."""

    def __init__(self, count):
        super().__init__(count)
        day = lambda number: FIRST_DAY + datetime.timedelta(number % 7_000)
        self.files = country_file("AAA", [commitment(number, definition="d0", announced=day(number), **{"in": 2024})
                                          for number in range(count)])


class Later(Book):
    """Commitments of one country and definition to be reached by a year to come."""

    def __init__(self, count):
        super().__init__(count)
        later = lambda number: commitment(number, definition=f"d{number % 10}", by=2029).replace(f"in = {2020 + number % 10}\n", "")
        self.files = country_file("AAA", [later(number) for number in range(count)])


class Countries(Book):
    """Countries with a commitment each, 250 of them, as many as there are in the world."""

    def __init__(self, count):
        super().__init__(count)
        countries = min(count, 250)
        self.rows = [line for number in range(countries) for line in few_rows(code(number), (2020, 2024), 1)]
        self.files = {}
        for number in range(countries):
            self.files |= country_file(code(number), [commitment(each, definition="d0", **{"in": 2024})
                                                      for each in range(number, count, countries)])


class Members(Book):
    """A group with so many members, which has one commitment."""

    def __init__(self, count):
        super().__init__(count)
        countries = min(count, 250)
        members = ", ".join(f'{{ country = "{code(number)}", since = 2000-01-01 }}' for number in range(countries))
        self.groups = f'[[group]]\nid = "GROUP"\ntitle = "Group"\nmembers = [{members}]\n'
        self.rows = [line for number in range(countries) for line in few_rows(code(number), (2020, 2024), 1)]
        self.files = {}
        for number in range(countries):
            self.files |= country_file(code(number), [])
        self.files["commitments/group.toml"] = 'country = "GROUP"\n' + commitment(0, definition="d0", **{"in": 2024})


class Parts(Book):
    """A chain of commitments, each a part of the one before it."""

    def __init__(self, count):
        super().__init__(count)
        self.files = country_file("AAA", [commitment(number, definition="d0", **{"in": 2024},
                                                     **({"part_of": f"c{number - 1}"} if number else {}))
                                          for number in range(count)])


class Successors(Book):
    """A chain of commitments, each in the place of the one before it."""

    def __init__(self, count):
        super().__init__(count)
        day = lambda number: FIRST_DAY + datetime.timedelta(number % 7_000)
        self.files = country_file("AAA", [commitment(number, definition="d0", announced=day(number), **{"in": 2024},
                                                     **({"supersedes": f"c{number - 1}"} if number else {}))
                                          for number in range(count)])


class Bases(Book):
    """A chain of scenarios, each on the base of the one before it."""

    def __init__(self, count):
        super().__init__(count)
        self.scenarios = "".join(record("scenario", id=f"b{number}", title=f"B {number}",
                                        base=f"b{number - 1}" if number else "latest") for number in range(count))


class Definitions(Book):
    """Definitions of one family, each with spending."""

    families = 1

    def __init__(self, count):
        super().__init__(count)
        self.definitions = count
        self.rows = list(few_rows(years=(2024,), definitions=count))


class Split(Book):
    """Definitions of one family, each with spending in a year of its own, and as many commitments, each under its own."""

    families = 1

    def __init__(self, count):
        super().__init__(count)
        self.definitions = count
        self.rows = [line for year in YEARS for line in few_rows(years=(year,), definitions=0)]
        self.rows += [row("AAA", "spending", f"d{number}", 2020 + number % 10, 900) for number in range(count)]
        self.files = country_file("AAA", [commitment(number, definition=f"d{number}", **{"in": 2020 + (number + number // 10) % 10})
                                          for number in range(count)])


class Sources(Book):
    """Sources, each of a figure of its own, twenty commitments."""

    def __init__(self, count):
        super().__init__(count)
        self.rows = [row(code(number % 20), *("gdp", "") if number // 20 % 2 else ("spending", "d0"), 2000 + number // 40 % 30,
                         40_000 if number // 20 % 2 else 900, f"P{number // 1200 % 5}", FIRST_DAY + datetime.timedelta(number // 1200),
                         "forecast").replace(",s0,", f",s{number},") for number in range(count)]
        self.files = {}
        for index in range(20):
            self.files |= country_file(code(index), [commitment(index, definition="d0", **{"in": "2020-2029"})])

    def sources(self):
        return self.count


class Groups(Book):
    """Groups of twenty out of fifty countries, each with a commitment."""

    def __init__(self, count):
        super().__init__(count)
        groups, self.files = count // 20, {}
        self.rows = [line for number in range(50) for line in few_rows(code(number), (2020, 2024), 1)]
        for number in range(50):
            self.files |= country_file(code(number), [])
        for number in range(groups):
            members = ", ".join(f'{{ country = "{code((number + each) % 50)}", since = 2000-01-01 }}' for each in range(20))
            self.groups += f'[[group]]\nid = "G{number}"\ntitle = "Group {number}"\nmembers = [{members}]\n\n'
            self.files[f"commitments/group-{number}.toml"] = f'country = "G{number}"\n' + commitment(number, definition="d0", **{"in": 2024})


class Translated(Commitments):
    """The commitments of one country, each with its title in Latvian."""

    def __init__(self, count):
        super().__init__(count)
        self.files["translations/lv.csv"] = "text,translation\n" + "".join(
            f"Commitment {number},Apņemšanās {number}\n" for number in range(count))


class Rates(Book):
    """Exchange rates: two currencies, thirty years, every time a day later."""

    def __init__(self, count):
        super().__init__(count)
        self.rows += [f"AAA,exchange-rate,,{2000 + number // 2 % 30},1.{number % 89 + 10},{('USD', 'GBP')[number % 2]} per EUR,0.01,"
                      f"outturn,P0,{FIRST_DAY + datetime.timedelta(number // 60)},s0,\n" for number in range(count)]


class Editions(Book):
    """Editions of GDP and of spending of one year, every time a day later, and twenty commitments of that year."""

    def __init__(self, count):
        super().__init__(count)
        self.rows = [row("AAA", *("gdp", "") if number % 2 else ("spending", "d0"), 2024, (40_000 if number % 2 else 900) + number % 97,
                         "P0", FIRST_DAY + datetime.timedelta(number // 2), "forecast") for number in range(count)]
        self.files = country_file("AAA", [commitment(number, definition="d0", **{"in": 2024}) for number in range(20)])


class Publishers(Book):
    """Publishers of GDP and of spending of one year."""

    def __init__(self, count):
        super().__init__(count)
        self.rows = [row("AAA", *("gdp", "") if number % 2 else ("spending", "d0"), 2024, (40_000 if number % 2 else 900) + number % 97,
                         f"Q{number // 2}") for number in range(count)]
        self.publishers = [f"Q{number}" for number in range((count + 1) // 2)]
        self.files = country_file("AAA", [commitment(0, definition="d0", **{"in": 2024})])


class Judged(Book):
    """Half of it commitments of one year, half of it editions of what was spent in that year."""

    def __init__(self, count):
        super().__init__(count)
        self.rows = list(few_rows(years=(2024,), definitions=0))
        self.rows += [row("AAA", "spending", "d0", 2024, 900 + number % 97, "P0", FIRST_DAY + datetime.timedelta(number), "forecast")
                      for number in range(count // 2)]
        self.files = country_file("AAA", [commitment(number, definition="d0", **{"in": 2024}) for number in range(count // 2)])


class Notes(Book):
    """Twenty commitments and rows with long notes, of ten kilobytes in all for each of the count."""

    def __init__(self, count):
        super().__init__(count)
        note = "A remark, as long as it takes. " * (count * 8)
        self.rows = [line.rstrip("\n") + f'"{note}"\n' for line in few_rows(definitions=1)]
        self.files = country_file("AAA", [commitment(number, definition="d0", note=note) for number in range(20)])


class Unsound(Book):
    """Commitments that each have an error: a definition that is not in the book."""

    def __init__(self, count):
        super().__init__(count)
        self.files = country_file("AAA", [commitment(number, definition=f"unknown-{number}") for number in range(count)])


KINDS = {kind.__name__.lower(): kind for kind in (Series, Commitments, Family, Later, Countries, Members, Parts, Successors,
                                                  Bases, Definitions, Split, Sources, Groups, Translated, Rates, Editions,
                                                  Publishers, Judged, Notes, Unsound)}

FEED = "scenario,year,gdp_million\n" + "".join(f"n{number},2024,{40_000 + number}.5\n" for number in range(10))
ALL = "--country all --format csv"
MAPPED = " ".join(f"--map {pair}" for pair in (
    "country=country", "year=year", "value=value", "unit==EUR_million", "measure==spending", "definition=definition", "kind==outturn",
    "publisher==P9", "title==Budget")) + " --vintage 2026-01-01"
COMMANDS = (
    "check",
    *(f"{question} {ALL}" for question in (
        "amounts", "amounts --scenario latest --total", "amounts --all --compare latest", "amounts --in EUR", "verdicts", "verdicts --total", "verdicts --definition all",
        "verdicts --all-bases", "verdicts --then 2015-01-01", "verdicts --strict", "gdp", "scenarios", "commitments", "progress", "timeline",
        "diff --as-of 2020-01-01 --then 2015-01-01", "diff BOOK", "diff OTHER", "league", "verify")),
    "amounts --gdp FEED --format csv", "amounts --gdp FEED --summary --format csv", "amounts --gdp FEED --compare latest --format csv",
    "verdicts --gdp FEED --format csv",
    "explain c1 --format json", "explain timeline --format json", "explain gdp --format json", "explain league --format json",
    "path c1 --from 2020 --format csv", "sensitivity c1 --share 1..3:0.5 --format csv", "why AAA 2024 --from 2020 --format csv",
    'claim 2_billion_EUR_=_5%_of_GDP --years 2024 --format csv',
    f"import csv OFFICIAL {MAPPED} --dry-run --book BOOK", f"import csv OFFICIAL {MAPPED} --into COPY/series/new.csv",
    "export sql --dialect duckdb", "export sql --dialect duckdb --question verdicts",
    "completions:explain c", "completions:verdicts --scenario b", "completions:amounts --country A",
    *(f"chart {name}" for name in ("all -o FOLDER", "share", "amounts", "scenarios", "revisions", "gdp-vintages", "progress", "accounts",
                                   "scoreboard --all", "gap", "league --country all", "grid --country all", "path c1 --from 2020", "why AAA 2024 --from 2020", "sensitivity c1 --share 1..3:0.5",
                                   "timeline", "fan --gdp FEED --commitment c1")),
    "report -o FOLDER", "report -o FOLDER --country all",
    *(f"page:/{page}" for page in ("", "country", "commitment?id=c1", "gdp", "check", "data", "compare", "chart/gap.svg", "data/verdicts.csv")),
    "check --book NOWHERE", "explain nothing", "amounts --commitment nothing --country all", "amounts --scenario nothing --country all",
)


def write(kind, count, folder):
    for name, text in KINDS[kind](count).all_files().items():
        path = pathlib.Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def revise(place):
    """The same book beside it, with other values in every second row."""
    other = shutil.copytree(place, f"{place}-other", dirs_exist_ok=True)
    series = pathlib.Path(other, "series/all.csv")
    head, *rows = series.read_text().splitlines()
    moved = (re.sub(r"^([^,]*,[^,]*,[^,]*,[^,]*),(\d+)", lambda found: f"{found[1]},{int(found[2]) + 1}", row) if number % 2 else row
             for number, row in enumerate(rows))
    series.write_text("\n".join([head, *moved]) + "\n")


def official(count):
    """A table of so many figures that the book does not have."""
    figures = ((("EST", "LVA", "LTU", "FIN", "DEU", "FRA", "ITA", "ESP", "NLD", "BEL")[number // 2_000 % 10], f"d{number // 200 % 10}",
                1900 + number % 200, 900 + number // 20_000) for number in range(count))
    return "country,definition,year,value\n" + "".join(",".join(map(str, figure)) + "\n" for figure in figures)


def measured(command, environment=None):
    """Seconds of processor time, the peak memory in MiB, how many bytes came, and the exit code of a program."""
    out = os.memfd_create("output")
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream, target in ((0, nothing), (1, out), (2, out)):
            os.dup2(target, stream)
        os.execve(command[0], command, environment or dict(os.environ))
    _, status, used = os.wait4(child, 0)
    size = os.fstat(out).st_size
    os.close(out)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, size, os.waitstatus_to_exitcode(status)


def served(program, place, address):
    """As `measured`, of one page of the explorer with its start."""
    serving = subprocess.Popen([program, "serve", "--port", "0", "--book", place], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                               preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS)))
    base = serving.stdout.readline().decode().strip()
    try:
        size = len(urllib.request.urlopen(base.rstrip("/") + address, timeout=SECONDS).read())
    except (OSError, ValueError) as error:
        size = getattr(error, "code", 0)
    os.kill(serving.pid, 9)
    _, status, used = os.wait4(serving.pid, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, size, 0


def once(program, folder, place, command):
    """One run of a command over a book, and what it took."""
    named = {"BOOK": place, "OTHER": f"{place}-other", "OFFICIAL": f"{place}-official.csv",
             "FEED": os.path.join(folder, "feed.csv"), "FOLDER": os.path.join(folder, "out")}
    if " COPY/" in command:
        copy = shutil.copytree(place, os.path.join(folder, "copy"))
        try:
            return measured([program, *(word.replace("COPY", copy).replace("_", " ") if word != "OFFICIAL" else named[word]
                                        for word in command.split())])
        finally:
            shutil.rmtree(copy)
    if command.startswith("page:"):
        return served(program, place, command[5:])
    if command.startswith("completions:"):
        line = command[12:].split()
        line.insert(1, f"--book={place}")
        asked = dict(os.environ) | {"_PLEDGEBOOK_COMPLETE": "fish", "_CLAP_COMPLETE_INDEX": str(len(line))}
        return measured([program, "--", "pledgebook", *line], asked)
    words = [named.get(word, word.replace("_", " ")) for word in command.split()]
    if "--book" not in words:
        words += ["--book", place]
    return measured([program, *words])


def grown(small, large, ratio):
    """The exponent of growth, where what is measured is more than what every run takes."""
    return f"{math.log(large / small) / math.log(ratio):.2f}" if small > 0 and large > 0 else ""


def run(program, folder, words):
    sizes = [int(word) for word in words if word.isdigit()] or SIZES
    kinds = [word for word in words if word in KINDS] or KINDS
    begun = [word for word in words if not word.isdigit() and word not in KINDS]
    commands = [command for command in COMMANDS if not begun or command.startswith(tuple(begun))]
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    pathlib.Path(folder, "feed.csv").write_text(FEED)
    print("| book | command |" + "".join(f" {size:,} |".replace(",", " ") for size in sizes) + " time grows | memory grows |")
    print("| --- | --- |" + " ---: |" * (len(sizes) + 2))
    for kind in kinds:
        for size in sizes:
            # a process of its own, since what is measured starts with the memory of this one
            subprocess.run([sys.executable, __file__, "write", kind, str(size), os.path.join(folder, f"{kind}-{size}")], check=True)
        for command in commands:
            print(line_of(program, folder, kind, sizes, command), flush=True)


def line_of(program, folder, kind, sizes, command):
    found, cells = [], []
    for size in sizes:
        if found and (found[-1][3] < 0 or found[-1][0] > SECONDS / 5):
            cells.append("–")
            continue
        found.append(once(program, folder, os.path.join(folder, f"{kind}-{size}"), command))
        seconds, memory, bytes_, exit_code = found[-1]
        failed = f", exit {exit_code}" if exit_code else ""
        cells.append(f"{seconds:.2f} s, {memory:.0f} MiB, {bytes_ / 1e6:.2f} MB{failed}")
    growth = [grown(found[-2][at], found[-1][at], sizes[len(found) - 1] / sizes[len(found) - 2]) if len(found) > 1 else "" for at in (0, 1)]
    return f"| {kind} | `{command}` | {' | '.join([*cells, *growth])} |"


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["write", kind, count, folder]:
            write(kind, int(count), folder)
            revise(folder)
            pathlib.Path(f"{folder}-official.csv").write_text(official(int(count)))
        case ["run", program, folder, *words]:
            run(os.path.abspath(program), folder, words)
        case _:
            sys.exit(__doc__)
