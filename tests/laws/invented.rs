//! Books that nobody wrote: pledges, figures and scenarios of every sort, in parts that a law may move, change or leave out.

use std::fmt::Write as _;

use pledgebook::book::{Book, Files, Reading};
use pledgebook::quantity::{Date, Decimal};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const HEADER: &str = "country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note\n";
const BOOK: &str = "title = \"Invented\"\ncountry = \"AAA\"\npublishers = [\"Statistics\", \"Bank\", \"Ministry\"]\n";
/// AAA and BBB are members, ZZZ has no file of commitments.
const GROUPS: &str = "[[group]]\nid = \"PACT\"\ntitle = \"The pact\"\nmembers = [{ country = \"AAA\", since = 1999-04-01 }, \
    { country = \"BBB\", since = 2024-07-01 }, { country = \"ZZZ\", since = 1999-04-01 }]\n";
const DEFINITIONS: [&str; 7] = [
    "id = \"nato\"\nfamily = \"defence\"\ntitle = \"Compared\"\nrole = \"compared\"\n",
    "id = \"defence\"\nfamily = \"defence\"\ntitle = \"Budget\"\nrole = \"budget\"\n",
    "id = \"aid\"\nfamily = \"aid\"\ntitle = \"Aid\"\n",
    "id = \"border\"\nfamily = \"border\"\ntitle = \"Border\"\n",
    "id = \"border/fence\"\nfamily = \"border\"\ntitle = \"Fence\"\nwhole = \"border\"\n",
    "id = \"border/towers\"\nfamily = \"border\"\ntitle = \"Towers\"\nwhole = \"border\"\n",
    "id = \"equipment\"\nfamily = \"equipment\"\ntitle = \"Equipment\"\nof = \"nato\"\n",
];
const SOURCES: [&str; 2] = [
    "id = \"yearbook\"\ntitle = \"Yearbook\"\npublisher = \"Statistics\"\npublished = 2019-06-30\n",
    "id = \"speech\"\ntitle = \"Speech\"\npublisher = \"Ministry\"\npublished = 2019-01-31\n",
];
/// GDP that is chosen, chained and set; each starts from what is published or from one of them.
const SCENARIOS: [&str; 6] = [
    "id = \"edition\"\ntitle = \"One edition\"\nbase = \"latest\"\nvintage = 2025-06-30\n",
    "id = \"early\"\ntitle = \"An early view\"\nbase = \"latest\"\nas_of = 2025-06-30\npublishers = [\"Bank\", \"Statistics\"]\n",
    "id = \"lean\"\ntitle = \"A lean year\"\nbase = \"publisher:Statistics\"\ncountry = \"AAA\"\nnominal_growth = { 2026 = \"-2%\" }\n",
    "id = \"leaner\"\ntitle = \"Two lean years\"\nbase = \"lean\"\ncountry = \"AAA\"\nnominal_growth = { 2027 = \"0.5%\" }\nthen = \"2.0%\"\n",
    "id = \"real\"\ntitle = \"In real terms\"\nbase = \"latest\"\ncountry = \"BBB\"\nreal_growth = { 2026 = \"2.6%\" }\ndeflator = { 2026 = \"2.9%\" }\n",
    "id = \"level\"\ntitle = \"A level\"\nbase = \"latest\"\ncountry = \"AAA\"\ngdp = { 2027 = \"1500 million EUR\" }\n",
];
/// The countries with a file of commitments, and the currency of their GDP.
pub(super) const COUNTRIES: [(&str, &str); 2] = [("AAA", "EUR"), ("BBB", "NOK")];
const PUBLISHERS: [&str; 4] = ["Statistics", "Bank", "Ministry", "Elsewhere"];
const VINTAGES: [&str; 5] = ["2024-03-31", "2024-10-14", "2025-06-30", "2025-09-30", "2026-02-27"];
const ANNOUNCED: [&str; 4] = ["2021-05-01", "2024-03-01", "2025-07-15", "2026-01-15"];

/// What tells two figures of a country apart: measure, definition, year, kind, publisher and vintage.
type Key = (&'static str, &'static str, &'static str, u16, &'static str, &'static str, &'static str);

/// A published figure.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub(super) key: Key,
    pub(super) value: Decimal,
    pub(super) precision: Option<Decimal>,
    /// The currency of money.
    currency: &'static str,
}

/// A commitment of a country or of the group.
#[derive(Debug, Clone)]
pub(super) struct Pledged {
    pub(super) country: &'static str,
    pub(super) id: String,
    pub(super) pledge: String,
    when: String,
    definition: &'static str,
    pub(super) announced: &'static str,
    /// Whether it replaces the one before it.
    supersedes: Option<String>,
    part_of: Option<String>,
    tolerance: bool,
    basis: Option<&'static str>,
}

/// A book in parts.
#[derive(Debug, Clone)]
pub(super) struct Invented {
    pub(super) commitments: Vec<Pledged>,
    pub(super) rows: Vec<Row>,
    pub(super) scenarios: Vec<String>,
    pub(super) definitions: Vec<&'static str>,
    pub(super) sources: Vec<&'static str>,
    /// What stands in front of the names of the files of each country, and how many rows are in a file.
    pub(super) named: [&'static str; 2],
    pub(super) rows_in_file: usize,
}

impl Row {
    fn is_money(&self) -> bool {
        matches!(self.key.1, "gdp" | "gni" | "spending")
    }

    fn text(&self) -> String {
        let (country, measure, definition, year, kind, publisher, vintage) = self.key;
        let unit = match measure {
            "gdp-deflator" => "index".to_owned(),
            "spending-share" | "consumer-inflation" => "%".to_owned(),
            "exchange-rate" => format!("USD per {}", self.currency),
            _ => format!("{} million", self.currency),
        };
        let precision = self.precision.map(|unit| unit.to_string()).unwrap_or_default();
        let figure = format!("{},{unit},{precision}", self.value);
        format!("{country},{measure},{definition},{year},{figure},{kind},{publisher},{vintage},yearbook,\n")
    }
}

impl Pledged {
    fn text(&self) -> String {
        let Self { id, pledge, when, definition, announced, .. } = self;
        let mut text = format!(
            "[[commitment]]\nid = \"{id}\"\ntitle = \"C\"\npledge = \"{pledge}\"\n{when}\ndefinition = \"{definition}\"\n\
             announced = {announced}\nstrength = \"law\"\nsource = \"speech\"\n"
        );
        let named =
            [("supersedes", self.supersedes.as_deref()), ("part_of", self.part_of.as_deref()), ("basis", self.basis)];
        for (key, value) in named {
            if let Some(value) = value {
                writeln!(text, "{key} = \"{value}\"").unwrap();
            }
        }
        if self.tolerance {
            text += "tolerance = \"3%\"\ntolerance_reason = \"so it is\"\n";
        }
        text
    }
}

impl Invented {
    pub(super) fn files(&self) -> Vec<(String, String)> {
        let listed = |what: &str, records: &mut dyn Iterator<Item = &str>| {
            records.map(|record| format!("[[{what}]]\n{record}")).collect::<String>()
        };
        let mut files = vec![
            ("book.toml".to_owned(), BOOK.to_owned()),
            ("groups.toml".to_owned(), GROUPS.to_owned()),
            ("definitions.toml".to_owned(), listed("definition", &mut self.definitions.iter().copied())),
            ("sources.toml".to_owned(), listed("source", &mut self.sources.iter().copied())),
            ("scenarios.toml".to_owned(), listed("scenario", &mut self.scenarios.iter().map(String::as_str))),
            ("commitments/m-pact.toml".to_owned(), "country = \"PACT\"\n".to_owned() + &self.records("PACT")),
        ];
        for ((country, currency), front) in COUNTRIES.iter().zip(self.named) {
            let head = format!("country = \"{country}\"\ncurrency = \"{currency}\"\n");
            files.push((format!("commitments/{front}.toml"), head + &self.records(country)));
        }
        for (at, rows) in self.rows.chunks(self.rows_in_file).enumerate() {
            files.push((
                format!("series/{at}.csv"),
                HEADER.to_owned() + &rows.iter().map(Row::text).collect::<String>(),
            ));
        }
        files
    }

    fn records(&self, country: &str) -> String {
        self.commitments.iter().filter(|own| own.country == country).map(Pledged::text).collect()
    }

    pub(super) fn book(&self) -> Book {
        Reading::new(&Files::from_memory("", self.files()).unwrap()).into_book().unwrap()
    }

    /// The same without growth that goes on to the last year that is asked about.
    pub(super) fn without_end(mut self) -> Self {
        self.scenarios.iter_mut().for_each(|own| *own = own.replace("then = \"2.0%\"\n", ""));
        self
    }

    /// The same with a thousand times all money.
    pub(super) fn a_thousandfold(&self) -> Self {
        let larger = |text: &str| text.replace(" million", " billion");
        let mut all = self.clone();
        for row in all.rows.iter_mut().filter(|row| row.is_money()) {
            row.value *= Decimal::ONE_THOUSAND;
            row.precision = row.precision.map(|unit| unit * Decimal::ONE_THOUSAND);
        }
        all.commitments.iter_mut().for_each(|own| own.pledge = larger(&own.pledge));
        all.scenarios.iter_mut().for_each(|own| *own = larger(own));
        all
    }

    /// What had been published and announced by a day, and nothing else.
    pub(super) fn cut(&self, day: Date) -> Self {
        let known = |on: &str| on.parse::<Date>().unwrap().is_known_on(day);
        let mut cut = self.clone();
        cut.rows.retain(|row| known(row.key.6));
        cut.commitments.retain(|own| known(own.announced));
        cut
    }
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[1-9](\\.[0-9]{1,2})?", 1 => "0\\.[0-9]?[1-9]", 1 => "[1-9][0-9]"]
}

/// Words of one figure, in one of these units.
fn said(units: &'static [&'static str]) -> impl Strategy<Value = String> {
    let qualifier = select(vec!["", "at least ", "more than ", "at most ", "less than ", "about "]);
    (qualifier, number(), select(units)).prop_map(|(how, number, unit)| format!("{how}{number}{unit}"))
}

/// For each of some years, from one on, or by one.
fn yearly() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => (2020..2029u16, 0..4u16).prop_map(|(first, more)| format!("in = \"{first}-{}\"", first + more)),
        2 => (2020..2031u16).prop_map(|year| format!("in = {year}")),
        1 => (2021..2029u16).prop_map(|year| format!("in = \"{year}-\"")),
        1 => (2025..2034u16).prop_map(|year| format!("by = {year}")),
    ]
}

fn together() -> impl Strategy<Value = String> {
    (2020..2029u16, 1..4u16).prop_map(|(first, more)| format!("since = {first}\nuntil = {}", first + more))
}

/// A pledge, and when.
fn words() -> impl Strategy<Value = (String, String)> {
    const OF_GDP: &[&str] = &["% of GDP"];
    const MONEY: &[&str] = &[" million EUR", " million EUR", " million NOK", " million USD"];
    let range = (1..5u16, 1..5u16).prop_map(|(low, more)| format!("{low}% to {}% of GDP", low + more));
    let waypoints = (2027..2034u16).prop_map(|year| format!("by = {year}\npath = {{ 2026 = \"2.2%\" }}"));
    let mean = together().prop_map(|years| years + "\nmean = true");
    prop_oneof![
        4 => (said(OF_GDP), yearly()),
        1 => (said(OF_GDP), waypoints),
        1 => (range, yearly()),
        3 => (said(MONEY), yearly()),
        1 => (said(OF_GDP), together()),
        1 => (said(OF_GDP), mean),
        1 => (said(MONEY), together()),
        2 => (said(&["% of GNI", "% of GDP of 2022", "% of defence spending"]), yearly()),
        2 => (said(RELATIVE), yearly()),
    ]
}

const RELATIVE: &[&str] = &[
    "% more than in 2023",
    "% less than in 2023",
    "% that of 2022",
    " times that of 2023",
    " pp more than in 2023",
    " pp less than in 2022",
    " million EUR more than in 2023",
];

fn pledged() -> impl Strategy<Value = Pledged> {
    let country = select(vec!["AAA", "AAA", "AAA", "BBB", "PACT"]);
    let definition = select(vec!["nato", "defence", "aid", "border"]);
    let basis = option::weighted(0.2, select(vec!["budgeted", "publisher:Bank"]));
    (country, words(), definition, select(&ANNOUNCED[..]), any::<[bool; 2]>(), prop::bool::weighted(0.2), basis)
        .prop_map(|(country, (pledge, when), definition, announced, linked, tolerance, basis)| {
            // money of every member together is not that of each
            let of_all = country == "PACT" && (pledge.contains("million") || when.contains("path"));
            let (pledge, when) = if of_all { ("2% of GDP".to_owned(), "in = 2024".to_owned()) } else { (pledge, when) };
            let definition = if pledge.contains("defence spending") { "equipment" } else { definition };
            let [supersedes, part_of] = linked.map(|is_linked| is_linked.then(String::new));
            let id = String::new();
            Pledged { country, id, pledge, when, definition, announced, supersedes, part_of, tolerance, basis }
        })
}

/// One that no cut leaves out and that names the last year.
fn anchor() -> Pledged {
    let (pledge, when) = ("at least 3.5% of GDP".to_owned(), "by = 2035".to_owned());
    let (supersedes, part_of, tolerance, basis) = (None, None, false, None);
    let id = String::new();
    Pledged {
        country: "AAA",
        id,
        pledge,
        when,
        definition: "nato",
        announced: "2014-09-05",
        supersedes,
        part_of,
        tolerance,
        basis,
    }
}

/// Commitments that replace and are parts of those that the same country made before; each has an id.
fn commitments() -> impl Strategy<Value = Vec<Pledged>> {
    vec(pledged(), 1..9).prop_map(|mut all| {
        all.sort_by_key(|own| own.announced);
        all.insert(0, anchor());
        for at in 0..all.len() {
            all[at].id = format!("{}-{at}", all[at].country.to_lowercase());
            let before = |all: &[Pledged]| {
                all[..at].iter().rfind(|own| own.country == all[at].country).map(|own| own.id.clone())
            };
            let replaced = before(&all).filter(|_| all[at].supersedes.is_some());
            let part_of = before(&all).filter(|_| all[at].part_of.is_some() && replaced.is_none());
            (all[at].supersedes, all[at].part_of) = (replaced, part_of);
        }
        all
    })
}

/// A figure beside those that every book has; no two of one rank.
fn key() -> impl Strategy<Value = Key> {
    let country = select(vec!["AAA", "AAA", "BBB"]);
    let series = select(vec![
        ("gdp", ""),
        ("gdp", ""),
        ("gni", ""),
        ("gdp-deflator", ""),
        ("exchange-rate", ""),
        ("spending", "nato"),
        ("spending", "defence"),
        ("spending", "aid"),
        ("spending", "border"),
        ("spending", "border/fence"),
        ("spending", "border/towers"),
        ("spending-share", "nato"),
        ("spending-share", "defence"),
        ("spending-share", "aid"),
        ("spending-share", "equipment"),
    ]);
    let kind = select(vec!["outturn", "outturn", "estimate", "plan", "forecast"]);
    (country, series, 2020..2030u16, kind, select(&PUBLISHERS[..]), select(&VINTAGES[..])).prop_map(
        |(country, (measure, definition), year, kind, publisher, vintage)| {
            (country, measure, definition, year, kind, publisher, vintage)
        },
    )
}

/// A value of a series, that is large where it is GDP and small where it is a share.
fn row(key: Key, (thousandths, unit): (i64, Option<u32>)) -> Row {
    let value = match key.1 {
        "gdp" | "gni" => Decimal::from(1_000 + thousandths % 900),
        "spending" => Decimal::new(1_000 + thousandths % 80_000, 3),
        "spending-share" | "consumer-inflation" => Decimal::new(1 + thousandths % 700, 2),
        "exchange-rate" => Decimal::new(1_000 + thousandths % 300, 3),
        _ => Decimal::new(900 + thousandths % 400, 1),
    };
    let currency = COUNTRIES.iter().find(|(country, _)| *country == key.0).map_or("EUR", |(_, currency)| currency);
    Row { key, value, precision: unit.map(|places| Decimal::new(1, places)), currency }
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let figure = || (0..1_000_000i64, option::weighted(0.8, 0..3u32));
    let base: Vec<Key> = COUNTRIES
        .iter()
        .flat_map(|(country, _)| {
            let of = move |measure, definition, last: u16| {
                (2020..=last).map(move |year| {
                    let kind = if year < 2025 { "outturn" } else { "forecast" };
                    (*country, measure, definition, year, kind, "Statistics", "2024-03-31")
                })
            };
            of("gdp", "", 2029).chain(of("gdp-deflator", "", 2029)).chain(of("spending", "nato", 2024)).chain(of(
                "spending-share",
                "nato",
                2024,
            ))
        })
        .collect();
    let count = base.len();
    (vec(figure(), count), btree_map(key(), figure(), 5..40)).prop_map(move |(figures, mut more)| {
        for (key, figure) in base.iter().zip(figures) {
            more.insert(*key, figure);
        }
        more.into_iter().map(|(key, figure)| row(key, figure)).collect()
    })
}

/// Books of every sort.
pub(super) fn invented() -> impl Strategy<Value = Invented> {
    let scenarios = proptest::sample::subsequence(SCENARIOS.to_vec(), 1..=SCENARIOS.len()).prop_map(|some| {
        // what another one starts from has to be there
        let lean = some.iter().any(|own| own.contains("base = \"lean\"")) && !some.contains(&SCENARIOS[2]);
        lean.then_some(SCENARIOS[2]).into_iter().chain(some).map(str::to_owned).collect()
    });
    (commitments(), rows(), scenarios).prop_map(|(commitments, rows, scenarios)| Invented {
        commitments,
        rows,
        scenarios,
        definitions: DEFINITIONS.to_vec(),
        sources: SOURCES.to_vec(),
        named: ["a", "b"],
        rows_in_file: 1_000,
    })
}

/// The same book otherwise arranged: files by other names, and the rows and records of each in another order.
pub(super) fn rearranged(book: Invented) -> impl Strategy<Value = Invented> {
    let named = select(vec![["a", "b"], ["z", "n"], ["n", "b"]]);
    let orders = (
        Just(book.commitments).prop_shuffle(),
        Just(book.rows).prop_shuffle(),
        Just(book.scenarios).prop_shuffle(),
        Just(book.definitions).prop_shuffle(),
        Just(book.sources).prop_shuffle(),
    );
    (orders, named, 5..60usize).prop_map(
        move |((commitments, rows, scenarios, definitions, sources), named, rows_in_file)| Invented {
            commitments,
            rows,
            scenarios,
            definitions,
            sources,
            named,
            rows_in_file,
        },
    )
}

/// A figure of a publisher that has no other one, weaker than all, of a definition that has no parts.
pub(super) fn newcomer() -> impl Strategy<Value = Row> {
    let definition = select(vec!["nato", "defence", "aid"]);
    let series = (select(vec!["spending", "spending-share"]), definition, select(vec!["AAA", "BBB"]), 2020..2030u16);
    (series, 0..1_000_000i64, option::weighted(0.8, 0..3u32)).prop_map(
        |((measure, definition, country, year), value, unit)| {
            row((country, measure, definition, year, "assumption", "Newcomer", "2024-03-31"), (value, unit))
        },
    )
}

/// A book of these pledges for 2024, the first made first, and of these figures of it; each is known exactly.
pub(super) fn book_of(pledges: &[&str], figures: &[(&'static str, &'static str, &'static str, i64)]) -> Book {
    let pledged = |(at, pledge): (usize, &&str)| {
        let (id, pledge, when) = (format!("aaa-{at}"), (*pledge).to_owned(), "in = 2024".to_owned());
        Pledged { id, pledge, when, ..anchor() }
    };
    let figure = |(measure, definition, kind, value): &(&'static str, &'static str, &'static str, i64)| {
        let key = ("AAA", *measure, *definition, 2024, *kind, "Statistics", "2024-03-31");
        Row { key, value: Decimal::from(*value), precision: None, currency: "EUR" }
    };
    let invented = Invented {
        commitments: pledges.iter().enumerate().map(pledged).collect(),
        rows: figures.iter().map(figure).collect(),
        scenarios: Vec::new(),
        definitions: DEFINITIONS.to_vec(),
        sources: SOURCES.to_vec(),
        named: ["a", "b"],
        rows_in_file: 1_000,
    };
    invented.book()
}
