//! `scenarios.toml`: paths of GDP, and the years that they change.

use crate::book::{Basis, Cap, Change, Changed, Reference, Scenario, changed_years};
use crate::error::{Error, Kind, Noun, Origin};
use crate::quantity::{Growth, Money, Year};

use super::by_year::ByYear;
use super::document::Apart;
use super::draft::{Draft, Names};
use super::field::Field;
use super::record::Record;

/// The keys that change a year.
const CHANGES: [&str; 4] = ["nominal_growth", "real_growth", "deflator", "gdp"];

impl Draft {
    pub(super) fn read_scenarios(&mut self, root: Record<'_>, apart: Vec<Apart<'_>>) {
        let Self { scenarios, names, errors, .. } = self;
        root.each("scenario", apart, errors, |mut record, errors| {
            let id = record.id();
            let read = scenario(&mut record, id.as_ref(), names);
            record.finish(errors);
            scenarios.extend(read);
            names.add(Noun::Scenario, &id?, errors);
            Some(())
        });
    }
}

fn scenario(record: &mut Record<'_>, id: Option<&Reference>, names: &mut Names) -> Option<Scenario> {
    let title = record.required("title", Field::text);
    let base = record.required("base", Field::base);
    names.require(Noun::Scenario, base.iter().filter(|base| base.id.parse::<Basis>().is_err()), id);
    let country = record.optional("country", Field::parse);
    let cap = cap(record);
    let publishers = record.optional("publishers", Field::texts);
    let then: Option<Growth> = record.optional("then", Field::parse);
    let name = id.map_or("?", |id| &id.id);
    let changes = changed_years(name, changes(record), then.is_some());
    let changes = changes.map_err(|error| record.error(error)).unwrap_or_default();
    let changed = CHANGES.into_iter().find(|key| record.has(key));
    if let Some(key) = changed.filter(|_| !record.has("country")) {
        let kind = Kind::MissingKey { key: "country".to_owned(), record: "a scenario that changes a year".to_owned() };
        let help = "add a line `country = …` with the letters of the one country whose GDP it changes";
        record.error(Error::new(kind).help(help).at(record.key_origin(key).place()));
    }
    if let Some(then) = &then
        && changed.is_none()
    {
        let reason = "it follows a changed year, and none is changed".to_owned();
        needless(
            record,
            "then",
            reason,
            &format!("name the first year, as `nominal_growth = {{ 2026 = \"{then}\" }}`"),
        );
    }
    let note = record.optional("note", Field::text);
    let id = id?;
    let (title, base, origin) = (title?, base?, id.origin.clone());
    Some(Scenario {
        id: id.id.clone(),
        title,
        base,
        country,
        cap,
        publishers,
        changes,
        then,
        any_scale: false,
        note,
        origin,
    })
}

fn cap(record: &mut Record<'_>) -> Option<Cap> {
    let vintage = record.optional("vintage", Field::exact_date).map(Cap::Vintage);
    let as_of = record.optional("as_of", Field::exact_date).map(Cap::AsOf);
    if vintage.is_some() && as_of.is_some() {
        needless(record, "as_of", "`vintage` names the only one".to_owned(), "keep one of the two");
    }
    vintage.or(as_of)
}

/// The changed years: by nominal growth, by real growth with a deflator, or by a level.
fn changes(record: &mut Record<'_>) -> Vec<(Year, Changed)> {
    let nominal: ByYear<Growth> = record.optional("nominal_growth", Field::by_year).unwrap_or_default();
    let real: ByYear<Growth> = record.optional("real_growth", Field::by_year).unwrap_or_default();
    let mut deflator: ByYear<Growth> = record.optional("deflator", Field::by_year).unwrap_or_default();
    let levels: ByYear<Money> = record.optional("gdp", Field::by_year).unwrap_or_default();
    for (level, origin) in levels.values().filter(|(level, _)| level.millions().is_zero()) {
        let kind = Kind::NotPositive { text: level.to_string() };
        record.error(Error::new(kind).help("write a level above zero").at(origin.place()));
    }
    let changed = |year, how, origin| (year, Changed { how, origin });
    let mut found = Vec::new();
    found.extend(nominal.into_iter().map(|(year, (growth, origin))| changed(year, Change::Nominal(growth), origin)));
    found.extend(levels.into_iter().map(|(year, (level, origin))| changed(year, Change::Level(level), origin)));
    for (year, (growth, origin)) in real {
        match deflator.remove(&year) {
            Some((deflator, _)) => found.push(changed(year, Change::Real { growth, deflator }, origin)),
            None => lonely(record, "deflator", "real_growth", year, &origin),
        }
    }
    deflator.iter().for_each(|(year, (_, origin))| lonely(record, "real_growth", "deflator", *year, origin));
    found
}

fn lonely(record: &mut Record<'_>, missing: &str, present: &str, year: Year, origin: &Origin) {
    let kind = Kind::MissingKey { key: missing.to_owned(), record: format!("`{present}` of {year}") };
    record.error(Error::new(kind).help(format!("add `{missing} = {{ {year} = \"…%\" }}`")).at(origin.place()));
}

fn needless(record: &mut Record<'_>, key: &str, reason: String, help: &str) {
    let place = record.key_origin(key).place();
    record.error(Error::new(Kind::NeedlessKey { key: key.to_owned(), reason }).help(help).at(place));
}
