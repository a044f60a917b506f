"""Pledges as people say them, read as what they mean."""

import re

from pledge import SCALES, Pledge, Quantity

QUALIFIERS = {
    "": ["exactly"],
    "at least": ["no less than", "not less than", "a minimum of", "minimum", "at minimum", "at a minimum", "a floor of",
                 "no fewer than", "no lower than", "not lower than", "not below"],
    "more than": ["over", "above", "in excess of", "exceeding", "higher than", "greater than"],
    "at most": ["up to", "no more than", "not more than", "a maximum of", "maximum", "at maximum", "a ceiling of",
                "no higher than", "not exceeding", "not above"],
    "less than": ["under", "below", "lower than", "fewer than"],
    "about": ["approximately", "around", "roughly", "some", "nearly", "almost", "circa"],
}
SAID = {said: canonical for canonical, list in QUALIFIERS.items() for said in [canonical, *list] if said}
SCALE_WORDS = {"k": "thousand", "m": "million", "mn": "million", "mln": "million", "mio": "million", "bn": "billion",
               "bln": "billion", "mrd": "billion", "tn": "trillion"} | {word: word for word in SCALES if word}
CURRENCIES = {"€": "EUR", "£": "GBP", "zł": "PLN", "₺": "TRY", "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP",
              "zloty": "PLN", "zlotys": "PLN", "koruna": "CZK", "forint": "HUF", "leu": "RON", "lei": "RON", "lev": "BGN",
              "leva": "BGN", "lira": "TRY", "yen": "JPY", "swiss franc": "CHF", "swiss francs": "CHF", "us$": "USD"}
CADENCE = r"\s*\b(a year|per year|per annum|annually|yearly|each year|every year)$"
TIMES = {"twice": "2", "double": "2", "triple": "3", "quadruple": "4"}
NUMBER = r"\d+(?:\.\d+)?"


def quantity(text):
    """`4%`, `0.2 pp`, `7.2 million EUR`, `€7.2m`, `EUR 7.2 mio`."""
    if found := re.fullmatch(rf"({NUMBER})\s*(%|percent|per cent|pct)", text):
        return Quantity(found[1], "%")
    if found := re.fullmatch(rf"({NUMBER})\s*(pp|percentage points?)", text):
        return Quantity(found[1], "pp")
    if found := re.fullmatch(rf"(?:(\D+?)\s*)?({NUMBER})\s*([^\d\s]*)\s*(\D*)", text):
        before, number, scale, after = (part or "" for part in found.groups())
        if scale not in SCALE_WORDS:
            scale, after = "", f"{scale} {after}".strip()
        name = (before + after).strip()
        return Quantity(number, CURRENCIES.get(name) or name.upper(), SCALE_WORDS.get(scale, ""))
    raise ValueError(f"no quantity: {text}")


def read(text):
    """A pledge in words; when it holds is said by keys, but for `a year` and the like, which are dropped."""
    rest = re.sub(CADENCE, "", re.sub(r"\s+", " ", text.strip().lower()))
    if rest == "none":
        return None
    qualifier = ""
    for said in sorted(SAID, key=len, reverse=True):
        if rest.startswith(said + " ") or (rest.startswith(said) and re.match(r"[€£\d]", rest[len(said):])):
            qualifier, rest = SAID[said], rest[len(said):].strip()
            break
    base, than, reference = "GDP", "", None
    if found := re.fullmatch(r"(.+?) (more|less) than in (\d{4})", rest):
        rest, than, reference = found[1], found[2], int(found[3])
    elif found := re.fullmatch(r"(.+?) that of (\d{4})", rest):
        rest, than, reference = found[1], "that", int(found[2])
        rest = TIMES.get(rest, rest.removesuffix(" times"))
        first = quantity(rest) if rest.endswith(("%", "cent", "pct")) else Quantity(rest, "times")
        return Pledge(qualifier, first, None, base, than, reference)
    if found := re.fullmatch(r"(.+?) of (?:its )?(gdp|gross domestic product|gni|gnp|gross national (?:income|product)|defence spending)( of (\d{4}))?", rest):
        rest, named = found[1], found[2]
        base = found[4] or ("GDP" if named in ("gdp", "gross domestic product") else "defence spending" if named == "defence spending" else "GNI")
    found = re.fullmatch(r"(?:from (.+) to (.+)|between (.+) and (.+)|(.+?) to (.+)|(.+?)[-–](.+))", rest)
    if not found:
        return Pledge(qualifier, quantity(rest), None, base, than, reference)
    low, high = [part for part in found.groups() if part]
    return Pledge(qualifier, *range_of(low, high), base, than, reference)


def range_of(low, high):
    """Both ends of a range, lower end first; the unit may stand once."""
    bare = re.fullmatch(NUMBER, low)
    if bare:
        second = quantity(high)
        return Quantity(low, second.unit, second.scale), second
    if re.fullmatch(NUMBER, high):
        first = quantity(low)
        return first, Quantity(high, first.unit, first.scale)
    lone = re.fullmatch(rf"({NUMBER})\s*([a-z]+)", low)
    if lone and lone[2] in SCALE_WORDS:
        second = quantity(high)
        return Quantity(lone[1], second.unit, SCALE_WORDS[lone[2]]), second
    first, second = quantity(low), high
    if re.fullmatch(rf"{NUMBER}\s*[a-z]+", second) and second.lstrip("0123456789. ") in SCALE_WORDS:
        second = f"{second} {first.unit.lower()}"
    return first, quantity(second)
