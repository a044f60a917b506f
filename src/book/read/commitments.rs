//! `commitments/*.toml`: a country's commitments.

use crate::book::{Commitment, Reference};
use crate::error::{Error, Kind, Noun, Origin, Result};
use crate::pledge::{Pledge, Sentence, Speaker, Tolerance};
use crate::quantity::{Country, Currency, FiscalYear};

use super::document::Apart;
use super::draft::{Draft, Names};
use super::field::Field;
use super::record::Record;
use super::when::{times, when};

impl Draft {
    pub(super) fn read_commitments(&mut self, mut root: Record<'_>, apart: Vec<Apart<'_>>) {
        let country: Option<(Country, _)> = root.required("country", |field| Ok((field.parse()?, field.origin())));
        let currency: Option<Currency> = root.required("currency", Field::parse);
        let fiscal_year = root.optional("fiscal_year", fiscal_year);
        if let Some(((country, origin), currency)) = country.clone().zip(currency) {
            self.add_country(country, &origin, currency);
            self.add_fiscal_year(country, &origin, fiscal_year);
        }
        let speaker = Speaker { currency, fiscal_year };
        let Self { commitments, names, errors, .. } = self;
        root.each("commitment", apart, errors, |mut record, errors| {
            let id = record.id();
            if let Some(id) = id.as_ref().filter(|id| id.id.contains('/')) {
                let kind = Kind::NotAnId { text: id.id.clone() };
                record
                    .error(Error::new(kind).help("write it with `a` to `z`, `0` to `9` and `-`").at(id.origin.place()));
            }
            let whose = country.as_ref().map(|(country, _)| *country).zip(currency);
            let read = commitment(&mut record, whose, speaker, id.as_ref(), names);
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
                self.two_files(country, origin, first, "give both files one currency");
            }
        }
    }

    /// Nor may its fiscal year begin on two days.
    fn add_fiscal_year(&mut self, country: Country, origin: &Origin, day: Option<FiscalYear>) {
        let Some(day) = day else { return };
        let known = *self.fiscal_years.entry(country).or_insert(day);
        if known != day {
            let first = format!("in another file its fiscal year begins on {known}");
            self.two_files(country, origin, first, "give both files one `fiscal_year`");
        }
    }

    fn two_files(&mut self, country: Country, origin: &Origin, first: String, help: &str) {
        let kind = Kind::DuplicateId { id: country.to_string(), first };
        self.errors.push(Error::new(kind).help(help).at(origin.place()));
    }
}

fn commitment(
    record: &mut Record<'_>,
    whose: Option<(Country, Currency)>,
    speaker: Speaker,
    id: Option<&Reference>,
    names: &mut Names,
) -> Option<Commitment> {
    let title = record.required("title", Field::text);
    let key = times(record).find(|key| *key != "in");
    let pledge = record.required("pledge", |field| pledge(field, speaker, key));
    let when = when(record, pledge.flatten(), speaker.fiscal_year);
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
    record.pair("tolerance", "tolerance_reason");
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

/// The first day of a fiscal year that is not the calendar year.
fn fiscal_year(field: &Field<'_>) -> Result<FiscalYear> {
    let day: FiscalYear = field.parse()?;
    if !day.is_calendar() {
        return Ok(day);
    }
    let reason = "a year from 1 January on is the calendar year".to_owned();
    let kind = Kind::NeedlessKey { key: "fiscal_year".to_owned(), reason };
    Err(Error::new(kind).help("leave it out").at(field.origin().place()))
}

/// A pledge in the words of its country, or the word that no figure was stated; its years are said by other keys, as this one.
fn pledge(field: &Field<'_>, speaker: Speaker, key: Option<&str>) -> Result<Option<Pledge>> {
    let help = "write it in quotes with its unit, as `pledge = \"4% of GDP\"`, or `\"none\"`";
    let text = field.text().map_err(|error| error.help(help))?;
    match text.as_str() {
        "none" => Ok(None),
        _ => field.parse_by(|text| Sentence::beside(text, speaker, key)).map(Some),
    }
}

fn tolerance(field: &Field<'_>, pledge: Option<Pledge>) -> Result<Tolerance> {
    let tolerance = field.parse()?;
    let fits = pledge.map_or(Ok(()), |pledge| pledge.slack_or(Some(tolerance)).map(|_| ()));
    field.parse_by(|_| fits.map(|()| tolerance))
}
