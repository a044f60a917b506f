//! Worked rows: what follows from a few figures that anybody can reckon by hand.

use pledgebook::Session;
use pledgebook::book::{Basis, Book};
use pledgebook::evaluate::{Outcome, Pledged, ShareOfGdp, Unknown, in_year, over, rests_on_gdp_alone, total};
use pledgebook::gdp::{Fate, Ground, Path, Rates, Resolver, WhatIf};
use pledgebook::pledge::{Pledge as Words, SlackOrigin};
use pledgebook::quantity::{Decimal, Money, YearRange};
use pledgebook::verdict::{Judge, Ruling, Verdict, WhyPassedOver, doubts};

const BOOK: &str = "title = 'Rows'\ncountry = 'AAA'\npublishers = ['Statistics']\n";
const SOURCES: &str = "\
[[source]]\nid = 'yearbook'\ntitle = 'Yearbook'\npublisher = 'Statistics'\npublished = 2019-12-31\n\
[[source]]\nid = 'accounts'\ntitle = 'Accounts'\npublisher = 'Statistics'\npublished = 2019-12-31\n\
[[source]]\nid = 'speech'\ntitle = 'Speech'\npublisher = 'Ministry'\npublished = 2020-01-01\n";
const DEFINITIONS: &str = "\
[[definition]]\nid = 'core'\nfamily = 'core'\ntitle = 'Core defence'\n\
[[definition]]\nid = 'gear'\nfamily = 'gear'\ntitle = 'Equipment, a share of core defence'\nof = 'core'\n\
[[definition]]\nid = 'posts'\nfamily = 'gear'\ntitle = 'Posts, a share of the border'\nof = 'border'\n\
[[definition]]\nid = 'plain'\nfamily = 'plain'\ntitle = 'Shares of GDP alone'\n\
[[definition]]\nid = 'border'\nfamily = 'border'\ntitle = 'The border'\n\
[[definition]]\nid = 'border/fence'\nfamily = 'border'\ntitle = 'A fence'\nwhole = 'border'\n\
[[definition]]\nid = 'border/towers'\nfamily = 'border'\ntitle = 'Towers'\nwhole = 'border'\n";
/// A year that grows from the one before.
const SCENARIOS: &str = "\
[[scenario]]\nid = 'grown'\ntitle = 'Grown'\nbase = 'latest'\ncountry = 'AAA'\nnominal_growth = { 2025 = '2%' }\n\
[[scenario]]\nid = 'bank'\ntitle = 'The bank first'\nbase = 'latest'\npublishers = ['Bank', 'Statistics']\n";
const HEADER: &str = "country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note\n";
/// 1 000 million in each year, in two of them to the million and to two.
const GDP: &str = "\
AAA,gdp,,2021,1000,EUR million,1,outturn,Statistics,2025-06-30,yearbook,\n\
AAA,gdp,,2022,1000,EUR million,2,outturn,Statistics,2025-06-30,yearbook,\n\
AAA,gdp,,2023,1000,EUR million,,outturn,Statistics,2025-06-30,yearbook,\n\
AAA,gdp,,2024,1000,EUR million,,outturn,Statistics,2025-06-30,yearbook,\n";

/// A pledge: its id, its words, the key that says when, its definition.
type Pledge<'t> = (&'t str, &'t str, &'t str, &'t str);

/// A book of these pledges and rows, each row `measure,definition,year,value,unit by kind,publisher,vintage`, with
/// ` to` its precision where it has one.
fn book(pledges: &[Pledge<'_>], rows: &[&str]) -> Session {
    let pledge = |(id, pledge, when, definition): &Pledge<'_>| {
        format!(
            "\n[[commitment]]\nid = '{id}'\ntitle = '{id}'\npledge = '{pledge}'\n{when}\ndefinition = '{definition}'\n\
             announced = 2020-01-01\nstrength = 'statement'\nsource = 'speech'\n"
        )
    };
    let row = |row: &&str| {
        let (figure, said) = row.split_once(" by ").unwrap();
        let (figure, precision) = figure.split_once(" to ").unwrap_or((figure, ""));
        format!("AAA,{figure},{precision},{said},accounts,\n")
    };
    let pledges: String = pledges.iter().map(pledge).collect();
    let rows: String = rows.iter().map(row).collect();
    let files = [
        ("book.toml", BOOK.to_owned()),
        ("scenarios.toml", SCENARIOS.to_owned()),
        ("sources.toml", SOURCES.to_owned()),
        ("definitions.toml", DEFINITIONS.to_owned()),
        ("commitments/aaa.toml", format!("country = 'AAA'\ncurrency = 'EUR'\n{pledges}")),
        ("series/aaa.csv", format!("{HEADER}{GDP}{rows}")),
    ];
    Session::from_memory(files).unwrap()
}

fn latest(book: &Book) -> Path {
    Resolver::new(book, book.today()).path("latest", book.country).unwrap()
}

/// The one ruling on a pledge in 2024.
fn ruled(book: &Session, id: &str) -> Ruling {
    let [ruling] = &book.judge(id).unwrap().in_year(2024).unwrap()[..] else { panic!("several figures") };
    ruling.clone()
}

fn eur(millions: u32) -> Option<Money> {
    Some(format!("{millions} million EUR").parse().unwrap())
}

#[test]
fn a_figure_that_no_verdict_rests_on_says_why() {
    let session = book(
        &[("sum", "90 million EUR", "since = 2023\nuntil = 2024", "core")],
        &[
            "spending,core,2023,40,EUR million by outturn,Statistics,2025-03-01",
            "spending,core,2023,41,EUR million by estimate,Statistics,2025-03-01",
            "spending,core,2023,39,EUR million by outturn,Statistics,2025-01-01",
            "spending,core,2023,50,USD million by outturn,Treasury,2025-03-01",
            "spending,core,2023,44,EUR million by outturn,Zoo,2025-03-01",
            "spending-share,core,2023,4.0,% by outturn,Treasury,2025-03-01",
            "spending,core,2024,45,EUR million by outturn,Statistics,2025-03-01",
        ],
    );
    let book = session.book();
    let (pledge, definition) = (&book.commitments[0], book.definition("core").unwrap());
    let (judge, path) = (Judge::new(book, book.today(), false), latest(book));
    let years: YearRange = "2023-2024".parse().unwrap();
    let judged = judge.judge(pledge, definition, (&Ground::Basis(Basis::Latest), &path), years).unwrap();
    let case = judged[0].case.as_ref().unwrap();
    let passed = judge.passed_over(case, &judged);
    let mut why: Vec<_> = passed.iter().map(|passed| (passed.row.value.to_string(), passed.why)).collect();
    why.sort_by(|one, other| one.0.cmp(&other.0));
    let outturn = pledgebook::book::Kind::Outturn;
    let expected = [
        ("39", WhyPassedOver::Older("2025-03-01".parse().unwrap())),
        ("4.0", WhyPassedOver::Share),
        ("41", WhyPassedOver::WeakerKind(outturn)),
        ("44", WhyPassedOver::LaterInOrder),
        ("50", WhyPassedOver::OtherCurrency),
    ];
    assert_eq!(why, expected.map(|(value, why)| (value.to_owned(), why)));
    assert_eq!(judged[0].spent.as_ref().unwrap().amount, eur(85));
}

#[test]
fn what_names_neither_a_figure_nor_a_year_is_judged_in_none() {
    let session = book(&[("words", "none", "", "core")], &[]);
    let book = session.book();
    assert_eq!(Judge::years(&book.commitments[0], &latest(book), None), []);
    assert_eq!(Judge::years(&book.commitments[0], &latest(book), Some("2023-2024".parse().unwrap())), []);
}

#[test]
fn of_spending_that_comes_to_nothing_there_are_no_shares() {
    let rows = [
        "spending,core,2024,0,EUR million by outturn,Statistics,2025-03-01",
        "spending,gear,2024,0,EUR million by outturn,Statistics,2025-03-01",
    ];
    let session = book(&[("gear", "at least 20% of defence spending", "in = 2024", "gear")], &rows);
    let ruling = ruled(&session, "gear");
    assert_eq!((ruling.verdict, ruling.share), (Verdict::Undecided, None), "{}", ruling.reason);
}

#[test]
fn a_published_share_of_something_else_is_not_held_against_a_pledge() {
    let row = ["spending-share,plain,2024,25,% by outturn,Statistics,2025-03-01"];
    let session = book(&[("plain", "at least 20% of defence spending", "in = 2024", "plain")], &row);
    let ruling = ruled(&session, "plain");
    assert_eq!(ruling.verdict, Verdict::Undecided);
    assert_eq!(ruling.reason, "25% of GDP is published, the pledge is a share of defence spending");

    let row = ["spending-share,posts,2024,25,% by outturn,Statistics,2025-03-01"];
    let session = book(&[("gear", "at least 20% of defence spending", "in = 2024", "gear")], &row);
    let ruling = &session.judge("gear").unwrap().by("posts").unwrap().in_year(2024).unwrap()[0];
    assert_eq!(ruling.verdict, Verdict::Undecided);
    assert_eq!(
        ruling.reason,
        "25% of spending under `border` is published, the pledge is a share of spending under `core`"
    );
}

#[test]
fn a_change_is_reckoned_from_the_same_publisher_by_the_same_measure() {
    let more = [
        ("more", "20% more than in 2023", "in = 2024", "core"),
        ("near", "about 20% more than in 2023", "in = 2024", "core"),
    ];
    let money = |spent: &str| {
        let spent = format!("spending,core,2024,{spent},EUR million by outturn,Statistics,2025-03-01");
        book(&more, &["spending,core,2023,100,EUR million by outturn,Statistics,2025-03-01", &spent])
    };
    // half a per cent of the 100 that were spent before is what the digits of `20%` leave open
    for (spent, verdict, near, as_written) in [
        ("120", Verdict::Met, Verdict::Met, Verdict::Met),
        ("119.5", Verdict::MetRounded, Verdict::Met, Verdict::Missed),
        ("119.4", Verdict::Missed, Verdict::Missed, Verdict::Missed),
    ] {
        let session = money(spent);
        let ruling = ruled(&session, "more");
        assert_eq!((ruling.verdict, ruling.pledged), (verdict, eur(120)), "{spent}: {}", ruling.reason);
        assert_eq!(ruled(&session, "near").verdict, near, "{spent}");
        let written = |id: &str| session.judge(id).unwrap().as_written().in_year(2024).unwrap()[0].verdict;
        assert_eq!((written("more"), written("near")), (as_written, near), "{spent}");
    }
    for (rows, reason) in [
        (
            [
                "spending-share,core,2024,4.0,% by outturn,Statistics,2025-03-01",
                "spending,core,2023,100,EUR million by outturn,Statistics,2025-03-01",
            ],
            "no share of 2023 is published by Statistics, against which it could be set",
        ),
        (
            [
                "spending,core,2024,120,EUR million by outturn,Statistics,2025-03-01",
                "spending-share,core,2023,4.0,% by outturn,Statistics,2025-03-01",
            ],
            "no amount of 2023 in EUR is published by Statistics, against which it could be set",
        ),
    ] {
        let ruling = ruled(&book(&more, &rows), "more");
        assert_eq!((ruling.verdict, ruling.reason.as_str()), (Verdict::Undecided, reason));
    }
}

#[test]
fn a_change_of_a_share_of_spending_has_no_gap_in_money() {
    let share =
        |year: u16, percent: &str| format!("spending-share,gear,{year},{percent},% by outturn,Statistics,2025-03-01");
    let rows = [share(2023, "10"), share(2024, "11")];
    let session = book(&[("more", "20% more than in 2023", "in = 2024", "gear")], &rows.each_ref().map(String::as_str));
    let ruling = ruled(&session, "more");
    assert_eq!((ruling.verdict, ruling.gap, ruling.pledged), (Verdict::Missed, None, None), "{}", ruling.reason);
}

/// What pledges come to together in 2024.
fn together(pledges: &[Pledge<'_>]) -> Outcome {
    let session = book(pledges, &[]);
    let (book, path) = (session.book(), latest(session.book()));
    let pledged: Vec<Pledged> = book.commitments.iter().map(|own| Pledged::of(own).unwrap().unwrap()).collect();
    let year = "2024".parse().unwrap();
    let outcomes: Vec<Outcome> = pledged.iter().map(|own| in_year(own, &path, year).unwrap()).collect();
    let parts: Vec<_> = pledged.iter().zip(&outcomes).collect();
    total(book, Some(&path), &parts, (&Rates::known(book, book.today()), None)).unwrap().unwrap()
}

#[test]
fn a_sum_is_made_in_one_currency_and_says_why_it_is_no_share_of_gdp() {
    let core = |id: &'static str, pledge: &'static str, definition: &'static str| (id, pledge, "in = 2024", definition);
    // 3% of 1 000 million and 12 million
    let sum = together(&[core("a", "3% of GDP", "core"), core("b", "12 million EUR", "border")]);
    assert_eq!((sum.money(), sum.reason), (eur(42), None));
    // in a currency without a rate there is no share
    let sum = together(&[core("a", "3 million USD", "core"), core("b", "12 million USD", "border")]);
    let [usd, eur] = ["USD", "EUR"].map(|code| code.parse().unwrap());
    let not_converted = Some(Unknown::NotConverted { pledged: usd, gdp: eur });
    assert_eq!(
        (sum.money().map(|money| money.to_string()), sum.share, sum.reason),
        (Some("15 million USD".to_owned()), None, not_converted)
    );
    let sum = together(&[core("a", "3% of GDP", "core"), core("b", "12 million USD", "border")]);
    assert!(matches!(sum.reason, Some(Unknown::SeveralCurrencies(_))) && sum.amount.is_none());
}

/// The doubts about figures and pledges, without their places.
fn doubted(pledges: &[Pledge<'_>], rows: &[&str]) -> Vec<String> {
    let session = book(pledges, rows);
    let found = doubts(session.book(), session.book().today());
    found.iter().map(|error| error.kind().to_string()).filter(|said| !said.contains("precision")).collect()
}

#[test]
fn five_times_is_no_leap_and_parts_that_fill_their_whole_are_not_too_large() {
    let of = |definition: &str, year: u16, value: &str| {
        format!("spending,{definition},{year},{value},EUR million by outturn,Statistics,2025-03-01")
    };
    let count = |rows: &[String]| doubted(&[], &rows.iter().map(String::as_str).collect::<Vec<_>>()).len();
    let before = count(&[]);
    assert_eq!(count(&[of("core", 2023, "10"), of("core", 2024, "50")]), before);
    assert_eq!(count(&[of("core", 2023, "50"), of("core", 2024, "10")]), before);
    assert_eq!(count(&[of("core", 2023, "10"), of("core", 2024, "50.1")]), before + 1);
    assert_eq!(count(&[of("core", 2023, "50.1"), of("core", 2024, "10")]), before + 1);
    let parts =
        |fence: &str| [of("border", 2024, "30"), of("border/fence", 2024, fence), of("border/towers", 2024, "10")];
    assert_eq!(count(&parts("20")), before);
    assert_eq!(count(&parts("20.1")), before + 1);
}

#[test]
fn an_amount_names_the_documents_that_it_rests_on() {
    let spent = ["spending,core,2023,100,EUR million by outturn,Statistics,2025-03-01"];
    let session = book(
        &[("more", "20% more than in 2023", "in = 2024", "core"), ("share", "3% of GDP", "in = 2024", "core")],
        &spent,
    );
    let sources = |id: &str| {
        let outcome = session.amount(id).unwrap().in_year(2024).unwrap();
        outcome.sources().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        (sources("share"), sources("more")),
        (vec!["yearbook".to_owned()], vec!["yearbook".to_owned(), "accounts".to_owned()])
    );
    for commitment in &session.book().commitments {
        let pledged = Pledged::of(commitment).unwrap().unwrap();
        assert_eq!(pledged.sources().collect::<Vec<_>>(), ["speech"]);
    }
}

#[test]
fn gdp_of_years_together_is_as_coarse_as_all_of_them_and_chained_where_one_is() {
    let session = book(&[("sum", "1% of GDP", "since = 2021\nuntil = 2025", "core")], &[]);
    let (book, path) = (
        session.book(),
        Resolver::new(session.book(), session.book().today()).path("grown", session.book().country).unwrap(),
    );
    let pledged = Pledged::of(&book.commitments[0]).unwrap().unwrap();
    let rows = [
        ("2021-2022", 2_000, Some(3), false),
        ("2022-2023", 2_000, Some(2), false),
        ("2023-2024", 2_000, None, false),
        ("2024-2025", 2_020, None, true),
    ];
    for (years, millions, precision, chained) in rows {
        let gdp = over(&pledged, &path, years.parse().unwrap()).unwrap().gdp.unwrap();
        assert_eq!(Some(gdp.money), eur(millions), "{years}");
        assert_eq!((gdp.precision, gdp.chained), (precision.map(Decimal::from), chained), "{years}");
    }
}

#[test]
fn a_cut_below_zero_has_no_amount_and_says_so() {
    let spent = ["spending,core,2023,100,EUR million by outturn,Statistics,2025-03-01"];
    for (pledge, amount, below) in
        [("100 million EUR less than in 2023", eur(0), false), ("101 million EUR less than in 2023", None, true)]
    {
        let session = book(&[("less", pledge, "in = 2024", "core")], &spent);
        let outcome = session.amount("less").unwrap().in_year(2024).unwrap();
        assert_eq!(outcome.money(), amount, "{pledge}");
        assert_eq!(matches!(outcome.reason, Some(Unknown::BelowZero { .. })), below, "{pledge}");
    }
}

#[test]
fn the_least_of_two_kinds_of_slack_counts_and_a_tolerance_is_in_the_unit_of_its_pledge() {
    let slack = |pledge: &str| pledge.parse::<Words>().unwrap().slack().unwrap();
    // half of the last digit, and a twentieth, which comes to the same for a 10
    assert_eq!(
        (slack("9% of GDP").value, slack("9% of GDP").origin),
        (Decimal::new(45, 2), SlackOrigin::TwentiethOfValue)
    );
    assert_eq!(
        (slack("10% of GDP").value, slack("10% of GDP").origin),
        (Decimal::new(5, 1), SlackOrigin::TwentiethOfValue)
    );
    assert_eq!((slack("11% of GDP").value, slack("11% of GDP").origin), (Decimal::new(5, 1), SlackOrigin::LastDigit));
    let rows = [
        ("3% of GDP", "0.1 pp", true, ""),
        ("3% of GDP", "5 million EUR", false, "write it in pp, or in `%` of the value"),
        ("30 million EUR", "5 million EUR", true, ""),
        ("30 million EUR", "5 million USD", false, "write it in million EUR, or in `%` of the value"),
        ("30 million EUR", "0.1 pp", false, "write it in million EUR, or in `%` of the value"),
        ("0.2 pp more than in 2021", "0.1 pp", true, ""),
        ("20% more than in 2021", "0.1 pp", false, "write it in `%` of the value"),
        ("20% more than in 2021", "10%", true, ""),
    ];
    for (pledge, tolerance, fits, way_out) in rows {
        let slack = pledge.parse::<Words>().unwrap().slack_or(Some(tolerance.parse().unwrap()));
        assert_eq!(slack.is_ok(), fits, "{tolerance} of {pledge}");
        assert_eq!(slack.err().and_then(|error| error.way_out().map(str::to_owned)).unwrap_or_default(), way_out);
    }
}

#[test]
fn which_pledges_rest_on_gdp_of_their_own_years_alone() {
    let rows = [
        ("3% of GDP", true, false),
        ("3% to 4% of GDP", true, true),
        ("3% of GNI", false, false),
        ("3% of GDP of 2021", false, false),
        ("30 million EUR", true, false),
        ("10 to 12 billion EUR", true, true),
        ("20% more than in 2021", true, false),
        ("0.2 pp more than in 2021", false, false),
    ];
    for (pledge, alone, is_range) in rows {
        let pledge: Words = pledge.parse().unwrap();
        assert_eq!((rests_on_gdp_alone(&pledge), pledge.is_range()), (alone, is_range), "{pledge}");
    }
}

#[test]
fn an_amount_inside_a_smaller_one_of_its_years_is_doubted() {
    let rows = [
        (("12 million EUR", "in = 2024"), ("10 million EUR", "in = 2024"), true),
        (("11 million EUR", "in = 2024"), ("10 million EUR", "in = 2024"), false),
        (("12 million EUR", "in = 2023"), ("10 million EUR", "in = 2024"), false),
        (("12 million USD", "in = 2024"), ("10 million EUR", "in = 2024"), false),
        (("12% of GDP", "in = 2024"), ("10% of GDP", "in = 2024"), false),
        (("12 million EUR", "in = 2024"), ("10 million EUR", "since = 2023\nuntil = 2024"), true),
        (("12 million EUR", "in = '2024-2025'"), ("10 million EUR", "since = 2023\nuntil = 2024"), false),
        (("12 million EUR", "in = '2022-2023'"), ("10 million EUR", "since = 2023\nuntil = 2024"), false),
        (("12 million EUR", "since = 2023\nuntil = 2024"), ("10 million EUR", "in = 2024"), false),
    ];
    for ((part, part_when), (whole, whole_when), doubts) in rows {
        let part_when = format!("{part_when}\npart_of = 'whole'");
        let said = doubted(&[("whole", whole, whole_when, "core"), ("part", part, &part_when, "border")], &[]);
        let larger = said.iter().filter(|said| said.contains(part)).count();
        assert_eq!(larger, usize::from(doubts), "{part} {part_when}, {whole} {whole_when}: {said:?}");
    }
}

#[test]
fn a_share_of_gdp_is_not_held_against_a_share_of_gni_nor_against_money() {
    let share = ["spending-share,core,2024,4.0,% by outturn,Statistics,2025-03-01"];
    let session = book(
        &[("gni", "3% of GNI", "in = 2024", "core"), ("more", "5 million EUR more than in 2023", "in = 2024", "core")],
        &share,
    );
    let ruling = ruled(&session, "gni");
    assert_eq!(
        (ruling.verdict, ruling.reason.as_str()),
        (Verdict::Undecided, "4.0% of GDP is published, the pledge is a share of GNI")
    );
    assert_eq!(ruled(&session, "more").measure, None);
}

#[test]
fn what_is_strict_is_met_as_written_only_beyond_its_figure() {
    for (spent, verdict, as_written) in
        [("30", Verdict::MetRounded, Verdict::Missed), ("30.1", Verdict::Met, Verdict::Met)]
    {
        let spent = format!("spending,core,2024,{spent},EUR million by outturn,Statistics,2025-03-01");
        let session = book(&[("strict", "more than 3% of GDP", "in = 2024", "core")], &[&spent]);
        assert_eq!(ruled(&session, "strict").verdict, verdict);
        assert_eq!(session.judge("strict").unwrap().as_written().in_year(2024).unwrap()[0].verdict, as_written);
    }
}

#[test]
fn a_gdp_that_may_be_nothing_leaves_a_share_without_an_upper_end() {
    let rows = [
        "gdp,,2025,1000,EUR million to 2000 by outturn,Statistics,2026-03-01",
        "spending,core,2025,30,EUR million by outturn,Statistics,2026-03-01",
    ];
    let pledges = [
        ("low", "at least 1% of GDP", "in = 2025", "core"),
        ("high", "at least 2% of GDP", "in = 2025", "core"),
        ("ceiling", "at most 1% of GDP", "in = 2025", "core"),
    ];
    let session = book(&pledges, &rows);
    // 30 of at most 2 000 million is 1.5%, of next to nothing it is anything above
    for (id, verdict) in [("low", Verdict::Met), ("high", Verdict::Undecided), ("ceiling", Verdict::Missed)] {
        assert_eq!(session.judge(id).unwrap().in_year(2025).unwrap()[0].verdict, verdict, "{id}");
    }
}

#[test]
fn parts_that_are_published_beside_their_whole_are_told_and_not_added() {
    let rows = [
        "spending,border,2024,50,EUR million by outturn,Statistics,2025-03-01",
        "spending,border/fence,2024,30,EUR million by outturn,Statistics,2025-03-01",
    ];
    let ruling = ruled(&book(&[("whole", "50 million EUR", "in = 2024", "border")], &rows), "whole");
    assert_eq!((ruling.verdict, ruling.spent), (Verdict::Met, eur(50)));
    assert!(ruling.reason.contains("; of it ") && ruling.reason.contains("30 m"), "{}", ruling.reason);
}

#[test]
fn of_two_reasons_against_a_sum_that_of_the_earlier_commitment_is_told() {
    let fence = ("a", "3 million EUR", "in = 2024", "border/fence");
    let towers = ("d", "4 million EUR", "in = 2024", "border/towers");
    let (core, plain) =
        (("b", "5 million EUR", "in = 2024\noverlaps = ['c']", "core"), ("c", "6 million EUR", "in = 2024", "plain"));
    let family = Some(Unknown::OneFamily(vec!["a".to_owned(), "d".to_owned()]));
    assert_eq!(together(&[fence, towers]).reason, family);
    assert_eq!(together(&[fence, core, plain, towers]).reason, family);
    let overlap = Some(Unknown::Overlap(["b".to_owned(), "c".to_owned()]));
    assert_eq!(together(&[core, plain]).reason, overlap);
    assert_eq!(together(&[fence, core, plain]).reason, overlap);
}

#[test]
fn an_amount_in_another_currency_is_a_share_at_the_rate_of_its_year() {
    let pledge = [("dollars", "12 million USD", "in = 2024", "core")];
    let session = book(&pledge, &["exchange-rate,,2024,1.2,USD per EUR by outturn,Statistics,2025-03-01"]);
    let outcome = session.amount("dollars").unwrap().in_year(2024).unwrap();
    // 12 million dollars are 10 million euros, 1% of 1 000
    let Some(ShareOfGdp::Quotient(share)) = outcome.share else { panic!("{outcome:?}") };
    assert_eq!(
        (share.round(4).unwrap().to_string(), outcome.sources().collect::<Vec<_>>()),
        ("1.0000".to_owned(), vec!["yearbook", "accounts"])
    );
    let outcome = book(&pledge, &[]).amount("dollars").unwrap().in_year(2024).unwrap();
    assert_eq!((outcome.share, outcome.reason.is_some()), (None, true));
}

#[test]
fn the_years_of_a_pledge_are_named_as_a_book_names_them() {
    let rows = [
        ("3% of GDP in 2026", "say when beside the pledge: `in = 2026`"),
        ("3% of GDP in 2026-2027", "say when beside the pledge: `in = \"2026-2027\"`"),
        ("3% of GDP from 2026", "say when beside the pledge: `in = \"2026-\"`"),
        ("3% of GDP by 2026", "say when beside the pledge: `by = 2026`"),
        ("3 million EUR over 2026-2027", "say when beside the pledge: `since = 2026` with `until = 2027`"),
    ];
    for (text, way_out) in rows {
        assert_eq!(text.parse::<Words>().unwrap_err().way_out(), Some(way_out), "{text}");
    }
}

#[test]
fn gdp_that_leaps_within_an_edition_is_doubted() {
    let count = |gdp: &str| {
        let gdp = format!("gdp,,2025,{gdp},EUR million by outturn,Statistics,2025-06-30");
        doubted(&[("share", "3% of GDP", "in = 2024", "core")], &[&gdp]).len()
    };
    let before = count("1000");
    assert_eq!([count("5000"), count("200")], [before; 2]);
    assert!(count("5001") > before && count("199") > before);
    // from one edition to the next more may have changed, and what is in another currency is no leap
    let count = |gdp: &str, unit: &str| {
        let gdp = format!("gdp,,2025,{gdp},{unit} million by outturn,Statistics,2026-03-01");
        doubted(&[("share", "3% of GDP", "in = 2024", "core")], &[&gdp]).len()
    };
    assert_eq!([count("5001", "EUR"), count("9999", "EUR"), count("5001", "USD")], [before; 3]);
    assert!(count("10001", "EUR") > before);
    let dollars = "gdp,,2025,5001,USD million by outturn,Statistics,2025-06-30";
    assert!(doubted(&[("share", "3% of GDP", "in = 2024", "core")], &[dollars]).len() <= before);
}

#[test]
fn gdp_of_a_what_if_lies_between_a_tenth_of_what_is_known_and_ten_times_it_unless_any_is_taken() {
    let session = book(&[], &["gdp,,2025,1000,EUR million by outturn,Statistics,2026-03-01"]);
    let with = |levels: &str, growth: &str, any: bool| {
        let (mut book, day) = (session.book().clone(), session.book().today());
        let what_if = WhatIf::named("mine").levels(levels).growth(growth);
        let country = book.country;
        if any { what_if.any_scale() } else { what_if }.add_to(&mut book, country, day).ok()?;
        let path = Resolver::new(&book, day).path("mine", country).unwrap();
        Some(path.value("2026".parse().unwrap()).unwrap().gdp.millions().normalize().to_string())
    };
    let level = |level: &str, any| with(level, "2026=0%", any);
    assert_eq!([level("2025=100", false), level("2025=10000", false)], [None, None]);
    assert_eq!(level("2025=101", false).as_deref(), Some("101"));
    assert_eq!(level("2025=9999", false).as_deref(), Some("9999"));
    assert_eq!(level("2025=100", true).as_deref(), Some("100"));

    let grown = |rate: &str, any| with("2025=5000", &format!("2026={rate}"), any);
    assert_eq!([grown("100%", false), grown("-98%", false)], [None, None]);
    assert_eq!(grown("99.98%", false).as_deref(), Some("9999"));
    assert_eq!(grown("-97.98%", false).as_deref(), Some("101"));
    assert_eq!(grown("-98%", true).as_deref(), Some("100"));
}

#[test]
fn of_two_rates_the_later_one_counts_once_it_is_known() {
    let rows = [
        "exchange-rate,,2024,1.2,USD per EUR by outturn,Statistics,2025-03-01",
        "exchange-rate,,2024,1.25,USD per EUR by outturn,Statistics,2025-06-30",
    ];
    let session = book(&[], &rows);
    let on = |day: &str| {
        let rates = Rates::known(session.book(), day.parse().unwrap());
        let between = rates.between("USD".parse().unwrap(), "EUR".parse().unwrap(), "2024".parse().unwrap());
        between.unwrap().map(|rates| rates.iter().map(|rate| rate.value.to_string()).collect::<Vec<_>>())
    };
    assert_eq!(on("2025-02-28"), None);
    assert_eq!([on("2025-03-01"), on("2025-06-30")], ["1.2", "1.25"].map(|rate| Some(vec![rate.to_owned()])));
}

#[test]
fn a_budget_is_built_on_a_forecast_of_a_year_that_had_not_begun() {
    let rows = [
        "gdp,,2025,900,EUR million by estimate,Statistics,2024-10-01",
        "gdp,,2026,950,EUR million by forecast,Statistics,2025-10-01",
        "gdp,,2026,960,EUR million by forecast,Statistics,2026-02-01",
    ];
    let session = book(&[], &rows);
    let (book, day) = (session.book(), session.book().today());
    let path = Resolver::new(book, day).path("budgeted", book.country).unwrap();
    let value = |year: &str| path.value(year.parse().unwrap()).map(|value| value.gdp);
    assert_eq!((value("2025"), value("2026")), (None, eur(950)));
    let latest = Resolver::new(book, day).resolve("latest", book.country).unwrap();
    let considered = latest.considered("2026".parse().unwrap());
    let fates: Vec<_> = considered.iter().map(|one| (one.row.value.to_string(), one.fate == Fate::Chosen)).collect();
    assert_eq!(fates, [("960".to_owned(), true), ("950".to_owned(), false)]);
}

#[test]
fn of_two_publishers_on_one_day_that_counts_which_the_scenario_names_first() {
    let rows = [
        "gdp,,2025,1000,EUR million by outturn,Statistics,2025-06-30",
        "gdp,,2025,1100,EUR million by outturn,Bank,2025-06-30",
    ];
    let session = book(&[], &rows);
    let gdp = |scenario: &str| {
        let path =
            Resolver::new(session.book(), session.book().today()).path(scenario, session.book().country).unwrap();
        path.value("2025".parse().unwrap()).map(|value| value.gdp)
    };
    assert_eq!([gdp("latest"), gdp("bank")], [eur(1_000), eur(1_100)]);
}
