"""Questions about a generated book, among them those with a scenario file of one's own."""

from fractions import Fraction

from figures import MONEY
from model import fixed, plain
from promises import QUALIFIERS, SHARES
from scenarios import GROWTHS


def feed_of(maker):
    """A scenario file of one country: its lines as they may come, GDP with any digits."""
    country = maker.one(maker.countries)
    lines = ["scenario,year,gdp_million,country"]
    for number in range(maker.random.randint(1, 4)):
        years = maker.random.sample(range(2020, 2029), maker.random.randint(1, 6))
        lines += [f"f{number},{year},{maker.gdp[country].get(year, 1000) + maker.random.randint(0, 9)}{maker.one(['', '.5', '.25', '.10', '.125'])},{country}" for year in years]
    (maker.folder / "feed.csv").write_text("\n".join(lines) + "\n")
    return country


def solve(maker):
    """Two of money, a share and GDP, with digits of any number."""
    number = lambda: f"{maker.random.randint(1, 99999)}{maker.one(['', '.5', '.25', '.10', '.125'])}"
    given = {"--money": f"{number()} million EUR", "--share": f"{maker.one(['2', '2.0', '0.25', '12.5', '3.75'])}%", "--gdp": f"{maker.random.randint(10, 999)} billion EUR"}
    del given[maker.one(list(given))]
    return ["solve", *[word for pair in given.items() for word in pair], "--decimals", maker.one("0236")]


def claim(maker):
    """Money that is such a share of GDP, or such a rise, or nearly, in one year or more."""
    country, year, digits = maker.one(maker.countries), maker.random.randint(2021, 2027), maker.random.randint(0, 2)
    share = Fraction(maker.random.randint(1, 40), 10)
    money = share * maker.gdp[country].get(year, 1000) / 100 * maker.one([1, 1, Fraction(11, 10), Fraction(3, 2)])
    sides = [f"{fixed(money + 1, digits)} million {MONEY[country]}{maker.one(['', ' more'])}", f"{plain(share)}%"]
    sides[1] += maker.one(["", " of GDP"]) + (" more" if sides[0].endswith("more") else "")
    maker.random.shuffle(sides)
    more = maker.one([[], [], ["--from", str(year - maker.random.randint(1, 3))], ["--definition", maker.one(["national", "core", "aid"])], ["--as-of", "2025-06-30"], ["--decimals", "6"]])
    return ["claim", maker.one([" = ", " is "]).join(sides), "--country", country, "--years", maker.one([str(year), f"{year}-{year + 2}"]), *more]


def about(maker):
    """Some command lines about the book, without `--book`."""
    country, day = maker.one(maker.countries), maker.one(["2023-12-31", "2024-12-31", "2025-06-30"])
    feed = ["--gdp", str(maker.folder / "feed.csv"), "--any-scale", "--country", feed_of(maker)]
    what_if = ["--country", country, "--growth", f"{maker.one([2024, 2025, 2026])}={maker.one(GROWTHS)}"]
    asked = [["gdp", "--country", "all"], ["gdp", "--country", country, "--as-of", day, "--years", "2022-2030"], ["gdp", *what_if, "--decimals", "4"],
             ["amounts", "--country", "all"], ["amounts", "--country", country, "--as-of", day, "--all", "--decimals", maker.one("036")],
             ["amounts", "--country", country, "--years", "2022-2029", "--compare", maker.one(["latest", "budgeted"])], ["amounts", *what_if, "--years", "2024-2029"],
             ["amounts", *feed], ["amounts", *feed, "--summary"], ["amounts", *feed, "--compare", "latest"],
             ["verdicts", "--country", "all"], ["verdicts", "--country", "all", "--as-written"], ["verdicts", "--country", "all", "--strict"],
             ["verdicts", "--country", country, "--all-bases", "--all"], ["verdicts", "--country", country, "--definition", maker.one(["all", "defence", "aid"])],
             ["verdicts", "--country", country, "--as-of", day, "--years", "2021-2026"], ["verdicts", *what_if], ["verdicts", *feed],
             solve(maker), solve(maker)]
    asked_of_all = [["verify", "--country", "all", *maker.one([[], ["--digits", maker.one("0123")], ["--as-of", day], ["--years", "2021-2024"]])], claim(maker), claim(maker),
                    ["league", *maker.one([[], [], ["--year", maker.one(["2021", "2023", "2025"])], ["--since", "2020"], ["--definition", maker.one(["national", "aid", "core", "gear", "border"])], ["--as-of", day]])],
                    ["progress", "--country", "all", *maker.one([[], ["--years", "2021-2024"], ["--as-of", day], ["--in", "EUR"], ["--decimals", "4"]])],
                    [maker.one(["amounts", "verdicts", "gdp"]), "--country", "all", "--in", maker.one(["EUR", "usd", "NOK"]), *maker.one([[], [], ["--as-of", day], ["--decimals", "4"]])],
                    [maker.one(["amounts", "verdicts"]), "--country", country, "--in", maker.one(["EUR", "USD", "PLN"]), *maker.one([["--total"], ["--all"], what_if[2:]])]]
    return asked_of_all + maker.random.sample(asked, 7) + maker.random.sample(totals_and_words(maker, country, feed), 2)


def totals_and_words(maker, country, feed):
    """What is added up, and pledges in words that are in no book, with years behind them or without."""
    year = maker.random.randint(2021, 2025)
    words = lambda: ["--pledge", maker.one(QUALIFIERS) + maker.one(SHARES) + maker.one(["", f" in {year}", f" in {year}-{year + 2}", f" from {year}", f" by {year}", f" over {year}-{year + 2}", f" on average over {year}-{year + 1}"])]
    amount = ["--pledge", f"{maker.one(QUALIFIERS)}50 million {MONEY[country]}{maker.one(['', f' in {year}', f' over {year}-{year + 1}', f' no later than {year}'])}"]
    change = ["--pledge", f"{maker.one(['20%', '0.2 pp', '5 million EUR'])} {maker.one(['more', 'less'])} than in {year}{maker.one(['', f' in {year + 1}'])}"]
    definition = ["--definition", maker.one(["defence", "national", "core", "aid", "border"])]
    total = maker.one([["--compare", "latest"], ["--years", f"{year}-{year + 3}"], ["--all"], ["--decimals", "4"]])
    return [["amounts", "--country", "all", "--total"], ["amounts", "--country", country, "--total", *total], ["amounts", "--total", *words(), *amount],
            ["amounts", "--country", "all", *words(), *words()], ["amounts", "--country", country, *change, *definition], ["amounts", *feed, *words(), *amount],
            ["verdicts", "--country", "all", "--total"], ["verdicts", "--country", country, "--total", maker.one(["--all-bases", "--strict", "--as-written"])],
            ["verdicts", "--country", "all", *words(), *words(), *definition], ["verdicts", "--country", country, *amount, *definition, "--all-bases"],
            ["verdicts", "--country", country, *change, *words(), *definition, "--strict"], ["verdicts", *feed, *words(), *definition]]
