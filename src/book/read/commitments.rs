//! `commitments/*.toml`: a country's commitments.

use crate::book::{Commitment, Reference};
use crate::error::{Error, Kind, Noun, Origin, Result};
use crate::pledge::{Pledge, Tolerance, When};
use crate::quantity::{Country, Currency, Year, YearRange};

use super::document::Apart;
use super::draft::{Draft, Names};
use super::field::Field;
use super::record::Record;

/// The keys that say when, in the order in which they are looked for.
const TIMES: [&str; 3] = ["in", "since", "by"];

impl Draft {
    pub(super) fn read_commitments(&mut self, mut root: Record<'_>, apart: Vec<Apart<'_>>) {
        let country: Option<(Country, _)> = root.required("country", |field| Ok((field.parse()?, field.origin())));
        let currency: Option<Currency> = root.required("currency", Field::parse);
        if let Some(((country, origin), currency)) = country.clone().zip(currency) {
            self.add_country(country, &origin, currency);
        }
        let Self { commitments, names, errors, .. } = self;
        root.each("commitment", apart, errors, |mut record, errors| {
            let id = record.id();
            if let Some(id) = id.as_ref().filter(|id| id.id.contains('/')) {
                let kind = Kind::NotAnId { text: id.id.clone() };
                record
                    .error(Error::new(kind).help("write it with `a` to `z`, `0` to `9` and `-`").at(id.origin.place()));
            }
            let whose = country.as_ref().map(|(country, _)| *country).zip(currency);
            let read = commitment(&mut record, whose, id.as_ref(), names);
            record.finish(errors);
            id.inspect(|id| names.add(Noun::Commitment, id, errors))?;
            commitments.push(read?);
            Some(())
        });
    }

    /// A country may have several files, but one currency.
    fn add_country(&mut self, country: Country, origin: &Origin, currency: Currency) {
        match self.countries.iter().find(|(known, _)| *known == country) {
            None => self.countries.push((country, currency)),
            Some((_, known)) if *known == currency => {}
            Some((_, known)) => {
                let first = format!("another file gives it the currency {known}");
                let kind = Kind::DuplicateId { id: country.to_string(), first };
                self.errors.push(Error::new(kind).help("give both files one currency").at(origin.place()));
            }
        }
    }
}

fn commitment(
    record: &mut Record<'_>,
    whose: Option<(Country, Currency)>,
    id: Option<&Reference>,
    names: &mut Names,
) -> Option<Commitment> {
    let title = record.required("title", Field::text);
    let pledge = record.required("pledge", pledge);
    let when = when(record, pledge.flatten());
    let definition = match pledge {
        Some(None) => record.optional("definition", Field::reference),
        _ => record.required("definition", Field::reference),
    };
    let announced = record.required("announced", Field::exact_date);
    let strength = record.required("strength", Field::parse);
    let source = record.required("source", Field::reference);
    let basis = record.optional("basis", Field::parse);
    let tolerance = record.optional("tolerance", |field| tolerance(field, pledge.flatten()));
    let tolerance_reason = record.optional("tolerance_reason", Field::text);
    pair(record, "tolerance", "tolerance_reason");
    let supersedes = record.optional("supersedes", Field::reference);
    let part_of = record.optional("part_of", Field::reference);
    let overlaps = record.optional("overlaps", Field::references).unwrap_or_default();
    let note = record.optional("note", Field::text);
    names.require(Noun::Source, &source);
    names.require(Noun::Definition, &definition);
    names.require(Noun::Commitment, supersedes.iter().chain(&part_of).chain(&overlaps));
    let (id, (country, currency)) = id.zip(whose)?;
    Some(Commitment {
        id: id.id.clone(),
        country,
        currency,
        title: title?,
        pledge: pledge?,
        when,
        definition,
        announced: announced?,
        strength: strength?,
        source: source?,
        basis,
        tolerance,
        tolerance_reason,
        supersedes,
        part_of,
        overlaps,
        note,
        origin: id.origin.clone(),
    })
}

/// A pledge, or the word that no figure was stated.
fn pledge(field: &Field<'_>) -> Result<Option<Pledge>> {
    let help = "write it in quotes with its unit, as `pledge = \"4% of GDP\"`, or `\"none\"`";
    let text = field.text().map_err(|error| error.help(help))?;
    if text == "none" { Ok(None) } else { field.parse().map(Some) }
}

fn tolerance(field: &Field<'_>, pledge: Option<Pledge>) -> Result<Tolerance> {
    let tolerance = field.parse()?;
    let fits = pledge.map_or(Ok(()), |pledge| pledge.slack_or(Some(tolerance)).map(|_| ()));
    field.parse_by(|_| fits.map(|()| tolerance))
}

/// Exactly one of `in`, `since` with `until`, and `by`; a commitment without a figure may have none.
fn when(record: &mut Record<'_>, pledge: Option<Pledge>) -> Option<When> {
    let given: Vec<&'static str> = TIMES.into_iter().filter(|key| record.has(key)).collect();
    if let [first, second, ..] = given[..] {
        let kind = Kind::TwoTimes { first: first.to_owned(), second: second.to_owned() };
        let place = record.key_origin(second).place();
        record.error(Error::new(kind).help("keep one of `in`, `since` with `until`, and `by`").at(place));
    }
    let each = record.optional("in", |field| field.years(|text| When::parse_in(text, None)));
    let by = record.optional("by", Field::year).map(When::By);
    pair(record, "since", "until");
    let since = record.optional("since", Field::year);
    let range = record.optional("until", |field| {
        let until = field.year()?;
        since.map(|since| field.parse_years(since, until)).transpose()
    });
    if given.is_empty() && pledge.is_some() {
        let kind = Kind::MissingKey { key: "in".to_owned(), record: "the pledge".to_owned() };
        record
            .error(Error::new(kind).help("say when: `in = 2026`, `since = 2022` with `until = 2025`, or `by = 2035`"));
    }
    each.or(range.flatten().map(When::Sum)).or(by)
}

/// Two keys that only mean something together.
fn pair(record: &mut Record<'_>, first: &'static str, second: &'static str) {
    let (missing, present) = match (record.has(first), record.has(second)) {
        (true, false) => (second, first),
        (false, true) => (first, second),
        (true, true) | (false, false) => return,
    };
    let kind = Kind::MissingKey { key: missing.to_owned(), record: format!("the commitment with `{present}`") };
    let place = record.key_origin(present).place();
    record.error(Error::new(kind).help(format!("add a line `{missing} = …`")).at(place));
}

impl Field<'_> {
    /// The years up to this one.
    fn parse_years(&self, since: Year, until: Year) -> Result<YearRange> {
        YearRange::new(since, until)
            .map_err(|error| error.help("write the earlier year in `since`").at(self.origin().place()))
    }
}
