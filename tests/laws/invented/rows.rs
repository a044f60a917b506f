//! Published figures: of every measure and kind, no two of one rank.

use pledgebook::quantity::Decimal;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::COUNTRIES;

const PUBLISHERS: [&str; 4] = ["Statistics", "Bank", "Ministry", "Elsewhere"];
const VINTAGES: [&str; 5] = ["2024-03-31", "2024-10-14", "2025-06-30", "2025-09-30", "2026-02-27"];

/// What tells two figures of a country apart: measure, definition, year, kind, publisher and vintage.
type Key = (&'static str, &'static str, &'static str, u16, &'static str, &'static str, &'static str);

/// A published figure.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row {
    pub(crate) key: Key,
    pub(crate) value: Decimal,
    pub(crate) precision: Option<Decimal>,
    /// The currency of money.
    pub(super) currency: &'static str,
}

impl Row {
    pub(super) fn is_money(&self) -> bool {
        matches!(self.key.1, "gdp" | "gni" | "spending")
    }

    pub(super) fn text(&self) -> String {
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

pub(super) fn rows() -> impl Strategy<Value = Vec<Row>> {
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

/// A figure of a publisher that has no other one, weaker than all, of a definition that has no parts.
pub(crate) fn newcomer() -> impl Strategy<Value = Row> {
    let definition = select(vec!["nato", "defence", "aid"]);
    let series = (select(vec!["spending", "spending-share"]), definition, select(vec!["AAA", "BBB"]), 2020..2030u16);
    (series, 0..1_000_000i64, option::weighted(0.8, 0..3u32)).prop_map(
        |((measure, definition, country, year), value, unit)| {
            row((country, measure, definition, year, "assumption", "Newcomer", "2024-03-31"), (value, unit))
        },
    )
}
