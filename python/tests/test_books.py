"""How a book is opened, narrowed and asked for one figure, and how it refuses."""

import datetime
import pickle
import threading
from decimal import Decimal

import pytest
from conftest import FILES

import pledgebook as pb

def test_a_book_says_what_it_is_and_what_it_is_asked_about(book):
    assert book.as_of == datetime.date(2026, 8, 4) and book.countries == ["LVA"]
    assert len(book.fingerprint) == 64 and book.title == "Defence and security commitments of the allies"
    assert repr(book.of("EST")).endswith("`: EST, as of 2026-08-04>")
    assert len(book.of_every_country().countries) == 32 == len(pb.open(country="all").countries)


def test_a_day_is_a_date_or_text(book):
    day = datetime.date(2025, 11, 30)
    assert book.at(day).as_of == book.at("2025-11-30").as_of == pb.open(as_of=day).as_of == day
    assert book.as_of != day, "what narrows a book gives another one"
    with pytest.raises(TypeError, match="a day is a `datetime.date` or text, not `int`"):
        book.at(20251130)
    with pytest.raises(pb.PledgebookError, match="is not a date"):
        book.at("yesterday")


def test_hidden_letters_are_shown_in_all_that_is_wrong(book):
    with pytest.raises(pb.PledgebookError) as raised:
        book.explain("lva\u202e\u200b\x1b")
    error = raised.value.errors[0]
    for text in (str(raised.value), error.message, error.help or "", *map(str, error.place or ())):
        assert not set(text) & set("\u202e\u200b\x1b"), repr(text)
    assert r"lva\u{202e}\u{200b}\u{1b}" in str(raised.value)


def test_a_book_is_read_from_a_folder_or_from_memory(tmp_path):
    (tmp_path / "series").mkdir()
    for name, contents in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(contents if isinstance(contents, bytes) else contents.encode())
    read, made = pb.open(tmp_path), pb.from_files(FILES)
    assert (read.title, read.fingerprint) == (made.title, made.fingerprint) == ("Ours", read.fingerprint)
    assert pb.open(str(tmp_path)).title == "Ours" and len(made.commitments()) == 0


def test_what_if_takes_exact_numbers_alone(book):
    levels = [book.what_if(gdp={2026: gdp}).under("what-if").amount("lva-ukraine-2026").in_year(2026).amount_million
              for gdp in (45000, "45000", Decimal("4.5E+4"))]
    assert levels == [Decimal("112.5")] * 3
    grown = book.what_if(growth={2026: Decimal("-2"), 2027: "0.5%"}, id="mine").under("mine").gdp()
    assert {row["scenario"] for row in grown} == {"mine"}
    for wrong in (2.5, True, None, [1]):
        with pytest.raises(TypeError):
            book.what_if(growth={2027: wrong})
    with pytest.raises(TypeError, match=r'pass `Decimal\("2.5"\)` or text'):
        book.what_if(growth={2027: 2.5})
    with pytest.raises(pb.PledgebookError, match="is not a number"):
        book.what_if(growth={2027: Decimal("NaN")})
    with pytest.raises(pb.PledgebookError):
        book.what_if(gdp={2026: 1})
    assert len(book.what_if(gdp={2026: 1}, any_scale=True).scenarios()) == len(book.scenarios()) + 1


def test_years_are_numbers_or_text(book):
    assert book.over(2026).amounts().to_csv() == book.over("2026").amounts().to_csv()
    for wrong in (2026.0, True, None):
        with pytest.raises(TypeError):
            book.over(wrong)
    with pytest.raises(pb.PledgebookError, match="run backwards"):
        book.over("2028-2026")
    with pytest.raises(pb.PledgebookError, match="not between 1900 and 2200"):
        book.over(10**30)


def test_one_figure_is_a_decimal(book):
    defence = book.amount("lva-defence-2026")
    outcome = defence.under("budget-2026").in_year(2026)
    assert (outcome.amount_million, outcome.low_million, outcome.high_million) == tuple(
        map(Decimal, ("2197.65", "1977.885", "2417.415")))
    assert (outcome.gdp_million, outcome.currency, outcome.years) == (Decimal(43953), "EUR", "2026")
    unknown = defence.under("publisher:CSB").in_year(2026)
    assert unknown.amount_million is None and "no GDP" in unknown.reason
    assert "2197.65" in repr(outcome) and "unknown" in repr(unknown)
    with pytest.raises(pb.PledgebookError, match="does not speak of"):
        defence.in_year(2031)


def test_one_verdict_has_its_reason(book):
    ruling, *_ = book.at("2025-11-30").judge("lva-defence-2025").in_year(2025)
    assert (ruling.verdict, ruling.spent_million, ruling.pledged_million) == ("missed", Decimal(1559), Decimal("1695.52"))
    assert ruling.gap_million == Decimal("136.52") and "below 3.8%" in ruling.reason
    strict = book.judge("lva-defence-2026").strictly().as_written().by("nato").on("latest").in_each_year()
    assert [ruling.verdict for ruling in strict] == ["open"]
    said = book.judge_words("at least 3.5% of GDP", "nato").in_year(2025)
    assert {ruling.verdict for ruling in said} == {"met"}


def test_a_derivation_is_text(book):
    text = book.explain("lva-ukraine-2026")
    assert text.startswith("- **") and "data/series/" in text
    assert book.judge("lva-ukraine-2026").on("publisher:MoF").explain() != text
    assert book.amount("lva-ukraine-2026").explain(format="json").startswith("[")


def test_a_pledge_in_words():
    pledge = pb.pledge("€7.2 million by 2027")
    assert (str(pledge), pledge.amount_million, pledge.currency, pledge.when) == (
        "7.2 million EUR by 2027", Decimal("7.2"), "EUR", "by 2027")
    assert pledge.share_pct is None and pledge.qualifier is None
    assert pb.pledge("minimum 2% of GDP") == pb.pledge("at least 2 per cent of GDP") != pb.pledge("2% of GDP")
    assert len({pb.pledge("2% of GDP"), pb.pledge("2% of its GDP")}) == 1


def test_an_error_says_what_where_and_what_to_do(book):
    files = dict(FILES)
    files["commitments/latvia.toml"] += '\n[[commitment]]\nid = "a"\npledge = "about 1,5% of GDP"\n'
    with pytest.raises(pb.PledgebookError) as raised:
        pb.from_files(files)
    error = raised.value
    wrong = next(finding for finding in error.errors if finding.kind == "not-a-number")
    assert wrong.place[:3] == ("commitments/latvia.toml", 6, 17) and wrong.help == "write a decimal point: `1.5%`"
    assert wrong.place.excerpt == 'pledge = "about 1,5% of GDP"'
    assert len(error.errors) > 1 and str(error).count("\n") == len(error.errors) - 1
    assert (error.kind, error.place, error.help) == (error.errors[0].kind, error.errors[0].place, error.errors[0].help)
    assert isinstance(error, ValueError)
    copy = pickle.loads(pickle.dumps(error))
    assert (str(copy), copy.errors) == (str(error), error.errors)


@pytest.mark.parametrize(
    ("wrong", "kind", "words"),
    [
        (lambda book: book.of("Latvia"), "unknown-name", "write `LVA`"),
        (lambda book: book.under("resession"), "unknown-name", "did you mean `recession`"),
        (lambda book: book.in_currency("EURO"), "unknown-currency", "EURO"),
        (lambda book: book.verdicts("lva-defense-2026"), "unknown-name", "did you mean `lva-defence-2026`"),
        (lambda book: book.verdicts(definition="nat"), "unknown-name", "nat"),
        (lambda book: book.verdicts(basis="late"), "unknown-name", "late"),
        (lambda book: book.under("boom").verdicts(basis="latest"), "needless-option", "takes the place"),
        (lambda book: book.verdicts(basis="latest", all_bases=True), "needless-option", "has it too"),
        (lambda book: book.verdicts(pledge="2% of GDP"), "missing-option", "definition"),
        (lambda book: book.verdicts(pledge="2% of GDP", definition="all"), "missing-option", "definition"),
        (lambda book: book.amounts("lva-defence-2026", pledge="2% of GDP"), "needless-option", "takes the place"),
        (lambda book: book.amounts(definition="nato"), "needless-option", "what counts as spent"),
        (lambda book: book.amounts(compare="nothing"), "unknown-name", "nothing"),
        (lambda book: book.amounts(pledge="2,5% of GDP"), "not-a-number", "write a decimal point"),
        (lambda book: book.league(year="2024-2025"), "not-a-year", "name one year"),
        (lambda book: book.timeline(family="navy"), "unknown-name", "navy"),
        (lambda book: book.explain("lva-defence-2026", format="pdf"), "unknown-name", "pdf"),
        (lambda book: book.chart("shares"), "unknown-name", "did you mean `share`"),
        (lambda book: book.chart("share", size=(1, 1)), "not-a-size", "400x300 to 8000x8000"),
        (lambda book: book.chart("share", size="poster"), "not-a-size", "`slide`"),
        (lambda book: book.chart("share", scale=9), "not-a-size", "from 1 to 8"),
        (lambda book: book.chart("share", theme="grey"), "wrong-type", "`light` or `dark`"),
        (lambda book: book.chart("share", lang="xx"), "wrong-type", "`en`"),
        (lambda book: pb.pledge("\0\ud7ff😀%" * 100), None, ""),
        (lambda book: pb.open("/nowhere/at/all"), None, "nowhere"),
        (lambda book: pb.from_files({}), None, ""),
        (lambda book: pb.from_files({"../book.toml": b"\xff\xfe"}), None, ""),
        (lambda book: book.why([]), None, ""),
        (lambda book: book.sensitivity("lva-ukraine-2026", growth="x"), None, ""),
    ],
)
def test_what_is_wrong_is_an_exception_of_ours(book, wrong, kind, words):
    with pytest.raises(pb.PledgebookError) as raised:
        wrong(book)
    assert raised.value.errors and kind in (None, raised.value.kind) and words in str(raised.value)


def test_what_cannot_be_pickled_says_so(book):
    for thing in (book, book.gdp(), book.chart("share"), pb.pledge("2% of GDP")):
        with pytest.raises(TypeError, match="pickle"):
            pickle.dumps(thing)


def test_threads_ask_one_book_at_once(book):
    answers, expected = [], book.verdicts().to_csv()

    def ask():
        answers.append(book.verdicts().to_csv())

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [expected] * 8


def test_gdp_that_is_out_of_scale_is_warned_of(book):
    row = "LVA,gdp,,{},{},EUR million,1,outturn,Statistics,2026-09-01,yearbook,\n"
    files = {
        **FILES,
        "sources.toml": '[[source]]\nid = "yearbook"\ntitle = "Yearbook"\npublisher = "Statistics"\npublished = 2026-09-01\n',
        "series/gdp.csv": "country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note\n"
        + row.format(2025, 43000) + row.format(2026, 45),
    }
    table = pb.from_files(files).gdp()
    assert len(table.warnings) == 1 and "GDP leaps from 43000 million EUR in 2025" in table.warnings[0]
    assert table.with_decimals(0).warnings == table.warnings and book.gdp().warnings == []
