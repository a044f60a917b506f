"""Writes a scenario file: `scenarios.py COUNT FILE`, the same every time.

Every kind of GDP that a file may state: whole millions, of which a share is often a tie, six decimals, the least and the most there is.
Most scenarios have one year, every tenth several in disorder and with gaps; names hold what SQL and CSV take for more than letters.
"""

import random
import sys

NAMES = ["plain {}", "it's {}", "back\\slash {}", "a, comma {}", "{{year}} {}", "{{scenario}} ${{x}} {}", "Ģimene 家族 {}", 'said "so" {}']


def gdp(chance):
    kind = chance.randrange(20)
    if kind == 0:
        return chance.choice(["0.000001", "0.01", "1", "999999999999999", "1000.5", "500"])
    if kind < 8:
        return str(chance.randrange(1, 3000))
    if kind < 12:
        return f"{chance.randrange(1, 3000)}.{chance.randrange(1, 1000000):06}"
    if kind < 16:
        return f"{chance.randrange(800, 1200)}.{chance.choice(['5', '25', '75', '125', '500000'])}"
    return str(chance.randrange(10 ** chance.randrange(1, 12)) + 1)


def main(count, path):
    chance = random.Random(2026)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write("scenario,year,gdp_million\n")
        for number in range(count):
            name = NAMES[number % len(NAMES)].format(number)
            name = '"' + name.replace('"', '""') + '"'
            several = number % 10 == 0
            years = chance.sample(range(2019, 2032), chance.randrange(2, 13)) if several else [chance.randrange(2019, 2032)]
            for year in years:
                file.write(f"{name},{year},{gdp(chance)}\n")


main(int(sys.argv[1]), sys.argv[2])
