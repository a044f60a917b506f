"""As many pictures as a report has, each as SVG and PNG, drawn by matplotlib from the CSV files of a report.

    python3 benches/peers/report.py REPORT SERIES OUT "NAME ACROSS UP LABEL ..." [REDRAWS]

REPORT is a folder that `pledgebook report` wrote, SERIES the file `data/series/latvia-defence.csv`, OUT a folder that exists.
`share` and `amounts` are drawn in full; given, where pledgebook works it out: which pledge stands in which year, where a path of
GDP breaks, and every word. Of each other picture only the points of `charts/NAME.csv` are drawn, with their values and labels in
words, an axis, a grid and three lines of text: less than pledgebook draws. With REDRAWS, `share` alone is drawn, so many times
with the same artists, as SVG into memory, and the milliseconds of one are printed.
"""

import io
import sys
import time
from pathlib import Path

import matplotlib
import pandas as pd
from matplotlib.figure import Figure

STANDING = {
    2025: "lva-defence-2025",
    2026: "lva-defence-2026",
    2027: "lva-framework-2027",
    2028: "lva-framework-2028",
    2029: "lva-decision-towards-5",
    2030: "lva-decision-towards-5",
}
GOALS = {
    "nato-hague-core": "3.5% Hague goal: core defence",
    "nato-hague-total": "5% Hague goal: core and related together",
}

INK, SOFT, GRID, AXIS, TINT = "#161d28", "#555f6d", "#e1e4e9", "#5b6675", "#f4f2ec"
BLUE, ORANGE, RUST, GREEN, DARK_GREEN, VIOLET = "#1b4f9c", "#d95f0e", "#a84500", "#12a18a", "#0b6f60", "#6d2e84"
BAR, PALE = "#a9b4c2", "#e3e7ec"

# text stays text in the SVG; 100 pixels to the inch
matplotlib.rcParams.update({"svg.fonttype": "none", "font.size": 14.4, "figure.dpi": 100, "savefig.dpi": 100})


def grouped(amount):
    return f"{amount:,.0f}".replace(",", "\u00a0")


def sheet(title, subtitle, source, left, bottom, width, height):
    """A figure of 1600 by 900 pixels with its words, and the axes for the data."""
    figure = Figure(figsize=(16, 9))
    figure.text(0.025, 0.93, title, fontsize=23, fontweight="bold", color=INK)
    figure.text(0.025, 0.88, subtitle, fontsize=15.8, color=SOFT)
    figure.text(0.025, 0.025, source, fontsize=11.5, color=SOFT)
    axes = figure.add_axes((left, bottom, width, height))
    axes.spines[["left", "top", "right"]].set_visible(False)
    axes.spines["bottom"].set(color=AXIS, linewidth=1.5)
    axes.grid(axis="y", color=GRID, linewidth=1)
    axes.set_axisbelow(True)
    axes.tick_params(axis="x", labelcolor=SOFT, color=AXIS)
    axes.tick_params(axis="y", labelcolor=SOFT, length=0)
    return figure, axes


def label(axes, text, year, value, offset, color, **look):
    """A text beside a point, so many printer's points away."""
    axes.annotate(text, (year, value), offset, textcoords="offset points", color=color, **look)


def led(axes, text, year, value, offset, line, color):
    """A text at the end of a thin line that leads to a point."""
    label(axes, text, year, value, offset, color, fontweight="bold", arrowprops={"arrowstyle": "-", "color": line})


def share(published, pledges, goals):
    figure, axes = sheet(
        "Latvia spent 3.28% of GDP on defence in 2024 and pledges about 5% for 2026",
        "Defence spending, % of GDP, Defence spending (NATO definition); pledges as stated",
        "Sources: NATO 2026-07-10, 2025-06-25; Ministry of Foreign Affairs of Latvia 2025-11-20; "
        "Ministry of Finance of Latvia 2025-10-14. As of 2026-08-04.",
        0.05, 0.11, 0.925, 0.73,
    )
    axes.axvspan(2024.5, 2035.2, color=TINT, linewidth=0, zorder=0)
    label(axes, "estimates and pledges", 2024.5, 5.85, (6, 0), SOFT, fontsize=11.5)

    spent, estimated = published.loc[:2024], published.loc[2024:]
    axes.plot(estimated.index, estimated, color=BLUE, linewidth=2.5, linestyle=(0, (2.5, 1.6)))
    axes.plot(spent.index, spent, color=BLUE, linewidth=2.5)
    ends = published.loc[[2014, 2024, 2025, 2026]]
    axes.plot(ends.index, ends, "o", color=BLUE, markersize=6.5)
    for (year, value), offset in zip(ends.items(), [(-12, -20), (-46, 6), (9, -6), (4, -18)]):
        label(axes, f"{value:g}%", year, value, offset, BLUE)
    label(axes, "spent", 2019, published[2019], (0, 10), BLUE, ha="center", fontweight="bold")

    axes.plot(pledges.index, pledges, "D", color=ORANGE, markersize=10, markeredgecolor="white", markeredgewidth=1.5)
    for year, value in pledges.items():
        about = "about " if year == 2026 else ""
        label(axes, f"{about}{value:g}%", year, value, (0, 12), RUST, ha="center")
    label(axes, "pledged", 2028, pledges[2028], (12, -5), RUST, fontweight="bold")

    axes.hlines(goals, 2034.84, 2035.16, color=VIOLET, linewidth=4)
    for commitment, value in goals.items():
        label(axes, GOALS[commitment], 2035.1, value, (0, 20), VIOLET, ha="right", fontweight="bold")

    axes.set(xlim=(2013.8, 2035.2), ylim=(0, 6), xticks=range(2014, 2036), yticks=range(7))
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:g}%" if value == 6 else f"{value:g}")
    return figure


def amounts(standing, spending):
    figure, axes = sheet(
        "Latvia’s pledge of about 5% of GDP comes to EUR 2 198 to 2 271 million in 2026",
        "EUR million, pledged share × nominal GDP under each path of GDP; bars: what is spent or budgeted",
        "Sources: Ministry of Defence of Latvia 2024-12-07, 2025-12-04; Central Statistical Bureau of Latvia 2026-02-27; "
        "Ministry of Foreign Affairs of Latvia\n2025-11-20; NATO 2026-07-10; IMF 2025-10-14; "
        "Ministry of Finance of Latvia 2025-10-14; Cabinet of Ministers of Latvia 2025-05-13. As of 2026-08-04.",
        0.05, 0.165, 0.79, 0.675,
    )
    axes.bar(spending.index, spending, width=0.46, color=PALE)
    axes.bar(spending.index, spending - 300, 0.46, 300, color="none", edgecolor=BAR, linewidth=0, hatch="//")
    for year, value in spending.items():
        axes.text(year, 170, grouped(value), color=INK, ha="center", fontweight="bold")
        axes.text(year, 60, "plan", color=INK, ha="center")

    latest, budget, imf = (standing[name].dropna() for name in ["latest", "budget-2026", "imf-2025-10"])
    axes.plot(imf.index, imf, color=GREEN, linewidth=2.5)
    axes.plot(imf.loc[2027:].index, imf.loc[2027:], color=GREEN, linewidth=6)
    axes.plot(budget.index, budget, "s", color=ORANGE, markersize=10, markeredgecolor="white", markeredgewidth=1.5)
    axes.plot(latest.loc[2027:].index, latest.loc[2027:], color=BLUE, linewidth=2.5)
    axes.plot(latest.index, latest, "o", color=BLUE, markersize=10, markeredgecolor="white", markeredgewidth=1.5)
    for year, value in latest.loc[:2029].items():
        label(axes, grouped(value), year, value, (0, 10), BLUE, ha="center")
    led(axes, f"latest: {grouped(latest[2030])}", 2030.06, latest[2030], (40, 6), BLUE, BLUE)
    led(axes, f"imf-2025-10: {grouped(imf[2030])}", 2030.06, imf[2030], (40, -15), GREEN, DARK_GREEN)
    led(axes, f"budget-2026: {grouped(budget[2026])}", 2026.07, budget[2026], (30, -5), ORANGE, RUST)

    words = ["4%", "about 5%", "5%", "4.87%", "about 5%", "about 5%"]
    axes.set(xlim=(2024.5, 2030.4), ylim=(0, 3000), xticks=list(STANDING), yticks=range(0, 3001, 500))
    axes.set_xticklabels([f"{year}\n{pledge}" for year, pledge in zip(STANDING, words)])
    axes.yaxis.set_major_formatter(lambda value, _: grouped(value))
    figure.text(0.86, 0.107, "of GDP pledged", color=SOFT)
    return figure


def points(name, rows, across, up, about):
    """The points of a picture with their values and labels."""
    figure, axes = sheet(
        f"Latvia’s pledges, and what was made of them by each publisher so far: {name}",
        "EUR million or % of GDP, by each publisher; labels as published, of the day that they were published",
        "Sources: Ministry of Defence of Latvia 2024-12-07, 2025-12-04; Central Statistical Bureau of Latvia 2026-02-27; "
        "IMF 2025-10-14. As of 2026-08-04.",
        0.05, 0.11, 0.925, 0.73,
    )
    places = pd.to_datetime(rows[across]) if across == "date" else rows[across].astype(str).str[:4].astype(int)
    axes.plot(places, rows[up], "o", color=BLUE, markersize=10)
    for place, value, text in zip(places, rows[up], rows[about].fillna("")):
        if value == value:
            label(axes, f"{value:g}", place, value, (0, 10), BLUE, ha="center")
            label(axes, text, place, value, (0, -20), RUST, ha="center")
    axes.set_ylim(bottom=0)
    return figure


def redrawn(figure, times):
    """The milliseconds that the same artists take as SVG in memory."""
    start = time.perf_counter()
    for _ in range(times):
        figure.savefig(io.StringIO(), format="svg")
    return (time.perf_counter() - start) * 1000 / times


def main(report, series, out, others, redraws=0):
    rows = pd.read_csv(report / "amounts.csv", usecols=["scenario", "commitment", "year", "share_pct", "amount_million"])
    goals = rows[(rows["scenario"] == "latest") & rows["commitment"].isin(GOALS)].set_index("commitment")["share_pct"]
    # a year of a cumulative pledge is a range and equals no year
    rows["year"] = pd.to_numeric(rows["year"], errors="coerce")
    rows = rows[rows["commitment"] == rows["year"].map(STANDING)]
    standing = rows.pivot(index="year", columns="scenario", values="amount_million")
    pledges = rows[rows["scenario"] == "latest"].set_index("year")["share_pct"].loc[:2028]

    defence = pd.read_csv(series, usecols=["measure", "definition", "year", "value", "vintage"])
    nato = defence.query("measure == 'spending-share' and definition == 'nato' and vintage == '2026-07-10'")
    direct = defence.query("measure == 'spending' and definition == 'direct-defence' and year >= 2025")

    pictures = {"share": share(nato.set_index("year")["value"], pledges, goals)}
    if redraws:
        redrawn(pictures["share"], 1)
        return print(f"{redrawn(pictures['share'], redraws):.3f}")
    pictures["amounts"] = amounts(standing, direct.set_index("year")["value"])
    words = others.split()
    for name, across, up, about in zip(*(words[place::4] for place in range(4))):
        pictures[name] = points(name, pd.read_csv(report / "charts" / f"{name}.csv"), across, up, about)
    for name, figure in pictures.items():
        for ending in ["svg", "png"]:
            figure.savefig(out / f"{name}.{ending}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]), sys.argv[4], *map(int, sys.argv[5:]))
