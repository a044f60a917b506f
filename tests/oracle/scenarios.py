"""Scenarios of a generated book, with every key, one upon another."""

from figures import MONEY, PUBLISHERS

GROWTHS = ["-2%", "0.5%", "2.5%", "3%", "10%", "0.125%", "-0.05%"]


def text(maker):
    """Scenarios with every key, one upon another."""
    records, names = [], ["latest", "budgeted", "publisher:Bank"]
    for number in range(maker.random.randint(0, 5)):
        lines = {"id": f'"s{number}"', "title": f'"Scenario {number}"', "base": f'"{maker.one(names)}"'}
        country, year = maker.one(maker.countries), maker.random.randint(2022, 2027)
        if maker.odds(0.3):
            lines |= maker.one([{"vintage": "2025-03-01"}, {"as_of": "2024-12-31"}, {"as_of": '"2025-06"'}])
        if maker.odds(0.3):
            lines["publishers"] = str(maker.random.sample(PUBLISHERS, 4))
        if maker.odds(0.6):
            lines["country"] = f'"{country}"'
            some = {year + step: maker.one(GROWTHS) for step in range(maker.random.randint(1, 3))}
            table = lambda values: "{ " + ", ".join(f'{year} = "{value}"' for year, value in values.items()) + " }"
            lines |= maker.one([{"nominal_growth": table(some)}, {"real_growth": table(some), "deflator": table({each: maker.one(GROWTHS) for each in some})},
                               {"gdp": table({year: f"{maker.gdp[country].get(year, 1000)}.25 million {MONEY[country]}"})},
                               {"gdp": table({year: f"{maker.gdp[country].get(year, 1000)} million {MONEY[country]}"}), "nominal_growth": table({year + 1: "1.5%"})}])
            if maker.odds(0.5):
                lines["then"] = f'"{maker.one(GROWTHS)}"'
        names += [f"s{number}"] if "country" not in lines else []
        records.append("[[scenario]]\n" + "".join(f"{key} = {value}\n" for key, value in lines.items()))
    return "\n".join(records)
