//! The subjects of the database that a book has a measure for, by their codes and by their words.

use crate::book::Measure;

/// A subject: its code, and its descriptor and units in the table of the site.
#[derive(Debug)]
pub(super) struct Subject {
    pub(super) code: &'static str,
    descriptor: &'static str,
    units: &'static str,
    /// Nothing where only its notes matter.
    pub(super) measure: Option<Measure>,
    pub(super) unit: SubjectUnit,
}

/// What a subject is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SubjectUnit {
    NationalCurrency,
    Dollars,
    Index,
    Percent,
}

/// GDP at constant prices, whose base year is that of the deflator.
pub(super) const CONSTANT_PRICES: &str = "NGDP_R";

const CURRENT: &str = "Gross domestic product, current prices";
const CONSTANT: &str = "Gross domestic product, constant prices";

const SUBJECTS: &[Subject] = &[
    Subject {
        code: "NGDP",
        descriptor: CURRENT,
        units: "National currency",
        measure: Some(Measure::Gdp),
        unit: SubjectUnit::NationalCurrency,
    },
    Subject {
        code: "NGDPD",
        descriptor: CURRENT,
        units: "U.S. dollars",
        measure: Some(Measure::Gdp),
        unit: SubjectUnit::Dollars,
    },
    Subject {
        code: "NGDP_D",
        descriptor: "Gross domestic product, deflator",
        units: "Index",
        measure: Some(Measure::GdpDeflator),
        unit: SubjectUnit::Index,
    },
    Subject {
        code: "NGDP_RPCH",
        descriptor: CONSTANT,
        units: "Percent change",
        measure: Some(Measure::RealGrowth),
        unit: SubjectUnit::Percent,
    },
    Subject {
        code: "PCPIPCH",
        descriptor: "Inflation, average consumer prices",
        units: "Percent change",
        measure: Some(Measure::ConsumerInflation),
        unit: SubjectUnit::Percent,
    },
    Subject {
        code: CONSTANT_PRICES,
        descriptor: CONSTANT,
        units: "National currency",
        measure: None,
        unit: SubjectUnit::NationalCurrency,
    },
];

pub(super) fn by_code(code: &str) -> Option<&'static Subject> {
    SUBJECTS.iter().find(|own| own.code == code)
}

pub(super) fn by_words(descriptor: &str, units: &str) -> Option<&'static Subject> {
    SUBJECTS.iter().find(|own| own.descriptor == descriptor && own.units == units)
}

/// The codes that are taken, for people.
pub(super) fn taken() -> String {
    let taken = SUBJECTS.iter().filter(|own| own.measure.is_some());
    taken.map(|own| format!("`{}`", own.code)).collect::<Vec<_>>().join(", ")
}
