//! `commitments/*.toml`: the commitments of a country, or of each member of a group.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::book::{Commitment, Membership, Reference};
use crate::error::{Error, Errors, Kind, Noun, Origin, Result};
use crate::pledge::{Pledge, Sentence, Speaker, Tolerance, When};
use crate::quantity::{Country, Currency, FiscalYear, Share, Year};

use super::by_year::ByYear;
use super::document::Apart;
use super::draft::{Draft, Names};
use super::field::Field;
use super::record::Record;
use super::when::{times, when};
use super::whose::Whose;

/// Who speaks in the commitments of a file: the country whose they are, or one that stands for every member of a group.
#[derive(Clone, Copy)]
struct Voice<'g> {
    whose: Option<(Country, Currency)>,
    speaker: Speaker,
    group: Option<&'g str>,
}

/// So many bytes of text the files of groups' commitments have at most, each as often as its group has members, who each keep their own.
const MOST_OF_MEMBERS: usize = 8 << 20;

impl Draft {
    pub(super) fn read_commitments(&mut self, mut root: Record<'_>, apart: Vec<Apart<'_>>) {
        let country = match root.required("country", |field| self.whose(field)) {
            Some(Whose::Country(country, origin)) => Some((country, origin)),
            Some(Whose::Group(_)) => return self.of_groups.push(Arc::clone(root.file())),
            Some(Whose::Unread) => return self.names.unread.push(Noun::Commitment),
            None => None,
        };
        let currency: Option<Currency> = root.required("currency", Field::parse);
        let fiscal_year = root.optional("fiscal_year", fiscal_year);
        if let Some(((country, origin), currency)) = country.clone().zip(currency) {
            self.add_country(country, &origin, currency);
            self.add_fiscal_year(country, &origin, fiscal_year);
        }
        let whose = country.map(|(country, _)| country).zip(currency);
        let voice = Voice { whose, speaker: Speaker { currency, fiscal_year }, group: None };
        let Self { commitments, names, errors, .. } = self;
        root.each("commitment", apart, errors, |record, errors| {
            commitments.push(commitment(record, voice, names, errors)?);
            Some(())
        });
    }

    /// The same of a group: each holds for every member that has commitments of its own country, if only a file without one.
    pub(super) fn read_commitments_of_group(&mut self, mut root: Record<'_>, apart: Vec<Apart<'_>>) {
        let whose = root.required("country", |field| Ok((self.whose(field)?, field.origin())));
        let Some((Whose::Group(group), origin)) = whose else { return };
        self.of_members += root.file().content().len() * group.members.len();
        if self.of_members > MOST_OF_MEMBERS {
            let help = "give a group those commitments alone that all of its members share, or write several books";
            let error = Error::new(Kind::TooManyOfMembers { most: MOST_OF_MEMBERS >> 20 }).help(help);
            return self.errors.push(error.at(origin.place()));
        }
        for key in ["currency", "fiscal_year"] {
            root.optional(key, |field| of_each_member(field, key));
        }
        let Self { countries, commitments, names, errors, .. } = self;
        let currency =
            |of: Country| countries.iter().find(|(country, _)| *country == of).map(|(_, currency)| *currency);
        let members = group.members.iter().filter_map(|member| Some((member, currency(member.country)?)));
        let members: Vec<(&Membership, Currency)> = members.collect();
        let whose = members.first().map(|(member, currency)| (member.country, *currency));
        let voice = Voice { whose, speaker: Speaker::default(), group: Some(&group.id) };
        root.each("commitment", apart, errors, |record, errors| {
            let read = commitment(record, voice, names, errors)?;
            commitments.extend(members.iter().filter_map(|(member, currency)| read.of_member(member, *currency)));
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

/// The commitment of a record, or nothing after all that is wrong with it has been reported.
fn commitment(mut record: Record<'_>, voice: Voice<'_>, names: &mut Names, errors: &mut Errors) -> Option<Commitment> {
    let id = record.id();
    if let Some(id) = id.as_ref().filter(|id| id.id.contains('/')) {
        let kind = Kind::NotAnId { text: id.id.clone() };
        record.error(Error::new(kind).help("write it with `a` to `z`, `0` to `9` and `-`").at(id.origin.place()));
    }
    let read = stated(&mut record, voice, id.as_ref(), names);
    record.finish(errors);
    id.inspect(|id| names.add(Noun::Commitment, id, errors))?;
    read
}

fn stated(record: &mut Record<'_>, voice: Voice<'_>, id: Option<&Reference>, names: &mut Names) -> Option<Commitment> {
    let title = record.required("title", Field::text);
    let key = times(record).find(|key| *key != "in");
    let pledge = record.required("pledge", |field| pledge(field, voice, key));
    let when = when(record, pledge.flatten(), voice.speaker.fiscal_year);
    let path = record.optional("path", |field| path(field, pledge.flatten(), when)).unwrap_or_default();
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
    names.require(Noun::Source, &source, None);
    names.require(Noun::Definition, &definition, None);
    names.require(Noun::Commitment, supersedes.iter().chain(&part_of).chain(&overlaps), id);
    let (id, (country, currency)) = id.zip(voice.whose)?;
    Some(Commitment {
        id: id.id.clone(),
        country,
        currency,
        group: None,
        title: title?,
        pledge: pledge?,
        when,
        path,
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

/// What each member of a group says in the file of its own commitments.
fn of_each_member(field: &Field<'_>, key: &str) -> Result<()> {
    let kind = Kind::NeedlessKey { key: key.to_owned(), reason: "each member of the group has its own".to_owned() };
    Err(Error::new(kind).help("leave it out").at(field.origin().place()))
}

/// A pledge in the words of who speaks, or the word that no figure was stated; its years are said by other keys, as this one.
fn pledge(field: &Field<'_>, voice: Voice<'_>, key: Option<&str>) -> Result<Option<Pledge>> {
    let help = "write it in quotes with its unit, as `pledge = \"4% of GDP\"`, or `\"none\"`";
    let text = field.text().map_err(|error| error.help(help))?;
    match text.as_str() {
        "none" => Ok(None),
        _ => {
            let pledge = field.parse_by(|text| Sentence::beside(text, voice.speaker, key))?;
            match voice.group.filter(|_| pledge.currency().is_some()) {
                Some(group) => Err(together(pledge, group).at(field.origin().place())),
                None => Ok(Some(pledge)),
            }
        }
    }
}

/// An amount of a group, of which nobody knows how much is each member's.
fn together(pledge: Pledge, group: &str) -> Error {
    let kind = Kind::AmountOfAGroup { pledge: pledge.to_string(), group: group.to_owned() };
    Error::new(kind).help(
        "write `pledge = \"none\"`, and the amount in `note`; what a member owes of it is a commitment of its own",
    )
}

/// The shares that lead to a share of GDP by a year, those of earlier years first.
fn path(field: &Field<'_>, pledge: Option<Pledge>, when: Option<When>) -> Result<BTreeMap<Year, Share>> {
    let stated: ByYear<Share> = field.by_year()?;
    let needless = |key: &str, reason: String, origin: &Origin| {
        let kind = Kind::NeedlessKey { key: key.to_owned(), reason };
        Err(Error::new(kind).help("leave it out").at(origin.place()))
    };
    let by = when.and_then(When::by).filter(|_| pledge.is_none_or(|pledge| pledge.share_of_gdp().is_some()));
    let Some(by) = by else {
        return needless("path", "it leads to a share of GDP `by` a year".to_owned(), &field.origin());
    };
    if let Some((year, (_, origin))) = stated.range(by..).next() {
        return needless(&year.to_string(), format!("the pledge itself says what is reached by {by}"), origin);
    }
    Ok(stated.into_iter().map(|(year, (share, _))| (year, share)).collect())
}

fn tolerance(field: &Field<'_>, pledge: Option<Pledge>) -> Result<Tolerance> {
    let tolerance = field.parse()?;
    let fits = pledge.map_or(Ok(()), |pledge| pledge.slack_or(Some(tolerance)).map(|_| ()));
    field.parse_by(|_| fits.map(|()| tolerance))
}
