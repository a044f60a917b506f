"""`--pledge TEXT`: words that are in no book, with their years behind them."""

import re

import words
from book import Commitment
from model import Day

TAILS = [(r"on average over (\d{4})-(\d{4})", "mean"), (r"over (\d{4})-(\d{4})", "sum"), (r"(?:in|by|no later than) (\d{4})", "each"),
         (r"in (\d{4})-(\d{4})", "each"), (r"from (\d{4})", "from")]


def commitments(book, countries, texts, definition):
    """Each of them of every country that is asked about, known at any time; without years each year with GDP is meant."""
    parts = [parted(text) for text in texts]
    for country in countries:
        for number, (text, when, first, last) in enumerate(parts, 1):
            yield Commitment(f"pledge-{number}", country, book.currencies[country], words.read(text), when, first, last, definition,
                             Day("1900-01-01"), [], "", "", "", "", [], None)


def parted(text):
    """The words, and when: a tail stands at the end."""
    for tail, when in TAILS:
        if found := re.fullmatch(rf"(.+) {tail}", text) if not text.endswith("than") else None:
            if re.search(r"(than|that of)$", found[1]) or (found[2] and re.search(r"than in$", text[: found.start(2)].strip())):
                continue
            first, last = int(found[2]), int(found[len(found.groups())])
            return found[1], "each" if when == "from" else when, first, None if when == "from" else last
    return text, "each", None, None
