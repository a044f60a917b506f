//! What is in the CSV files of a report, for programs: a Data Package with the type and unit of every column, and the documents.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::Serialize;

use crate::book::{Kind, Source};
use crate::quantity::text::in_data;
use crate::question::Query;
use crate::table::{Column, Content, Table, Unit, Verdict, columns};

const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// Columns of dates, which may be known to the month or the year alone.
const DATES: [Column; 6] = [
    columns::ANNOUNCED,
    columns::DATE,
    columns::PUBLISHED,
    columns::VINTAGE,
    columns::GDP_VINTAGE,
    columns::SPENT_VINTAGE,
];
/// Columns of one year, which others have several of: `2022-2025`, or a fiscal year.
const YEARS: [Column; 3] = [columns::FIRST_YEAR, columns::LAST_YEAR, columns::START_YEAR];

#[derive(Serialize)]
struct Package<'p> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: String,
    title: String,
    description: String,
    sources: Vec<Document>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<License>,
    resources: Vec<Resource<'p>>,
}

#[derive(Serialize)]
struct Document {
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    /// The terms that it states.
    #[serde(skip_serializing_if = "Option::is_none")]
    terms: Option<String>,
}

#[derive(Serialize)]
struct License {
    path: String,
    title: String,
}

#[derive(Serialize)]
struct Resource<'p> {
    name: String,
    #[serde(rename = "type")]
    kind: &'static str,
    path: &'p str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    schema: Schema,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Field>,
    missing_values: [&'static str; 1],
}

#[derive(Serialize)]
struct Field {
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: Cow<'static, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    constraints: Option<Constraints>,
}

#[derive(Serialize)]
struct Constraints {
    #[serde(rename = "enum")]
    words: Vec<&'static str>,
}

/// The package of a report on what a query asks about, which a command writes: its tables, each with the name of its file.
///
/// # Errors
/// None: it is text that memory takes.
pub(super) fn write(query: &Query<'_>, command: &str, tables: &[(String, &Table)]) -> serde_json::Result<String> {
    let book = query.book;
    let known: Vec<&Source> = book.sources.iter().filter(|own| own.published.is_known_on(query.as_of)).collect();
    let package = Package {
        schema: PROFILE,
        name: format!("report-{}", query.country().code().to_lowercase()),
        title: in_data(format!("{}: {}", book.title, query.country().named())),
        description: in_data(format!("As known on {}; book {}; {command}", query.as_of, book.fingerprint)),
        sources: known.iter().map(|own| document(own)).collect(),
        licenses: licenses(&known),
        resources: tables.iter().map(|(path, table)| resource(path, table)).collect(),
    };
    Ok(serde_json::to_string_pretty(&package)? + "\n")
}

fn document(source: &Source) -> Document {
    let shown = |text: &Option<String>| text.as_ref().map(in_data);
    Document { title: in_data(cited(source)), path: shown(&source.url), terms: shown(&source.licence) }
}

fn cited(source: &Source) -> String {
    format!("{}, {}, {}", source.publisher, source.title, source.published)
}

/// The terms of the documents that state some, each once of a publisher, at the address where it stands.
fn licenses(sources: &[&Source]) -> Vec<License> {
    let mut seen = BTreeSet::new();
    let terms = sources.iter().filter_map(|own| Some((own.licence.as_deref()?, own.url.as_deref()?, &own.publisher)));
    let once = terms.filter(|(terms, _, publisher)| seen.insert((*terms, *publisher)));
    let license = |(terms, path, publisher): (&str, &str, &String)| License {
        path: in_data(path),
        title: in_data(format!("{publisher}: {terms}")),
    };
    once.map(license).collect()
}

fn resource<'p>(path: &'p str, table: &Table) -> Resource<'p> {
    Resource {
        name: path.trim_end_matches(".csv").replace('/', "-"),
        kind: "table",
        path,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        schema: Schema { fields: table.columns.iter().map(|own| field(own, table)).collect(), missing_values: [""] },
    }
}

/// A column as its constant tells it, whatever its cells hold in one report.
fn field(column: &Column, table: &Table) -> Field {
    let is_one_of = |list: &[Column]| list.iter().any(|other| other.name == column.name);
    let (kind, description) = match (column.content, column.unit) {
        (Content::Figure, Unit::Count) => ("integer", Cow::default()),
        (Content::Figure, unit) => ("number", counted(unit, table)),
        (Content::Text | Content::Name, _) if is_one_of(&YEARS) => ("year", Cow::default()),
        (Content::Text | Content::Name, _) if is_one_of(&DATES) => {
            ("string", "a day, a month or a year, as published".into())
        }
        (Content::Text | Content::Name, _) if is_one_of(&[columns::YEAR]) => {
            ("string", "a year, or years together as 2022-2025".into())
        }
        (Content::Text | Content::Name, _) => ("string", Cow::default()),
    };
    let constraints = words(column).map(|words| Constraints { words });
    Field { name: column.name, kind, title: column.heading, description, constraints }
}

/// What figures of a table are counted in.
fn counted(unit: Unit, table: &Table) -> Cow<'static, str> {
    match unit {
        Unit::Millions => millions(table),
        Unit::Percent => "per cent".into(),
        Unit::Points => "percentage points".into(),
        Unit::OfRow => "in the unit that the row names".into(),
        Unit::Count | Unit::None => Cow::default(),
    }
}

/// The unit of amounts: each row says its own currency, or the table has one.
fn millions(table: &Table) -> Cow<'static, str> {
    match table.context.currency {
        _ if table.columns.contains(&columns::CURRENCY) => "millions of the `currency` of the row".into(),
        Some(currency) => format!("millions of {currency}").into(),
        None => "millions of the currency of the country".into(),
    }
}

/// The words of a column that has no others.
fn words(column: &Column) -> Option<Vec<&'static str>> {
    match column.name {
        name if name == columns::VERDICT.name => Some(Verdict::ALL.iter().map(|own| own.word()).collect()),
        name if [columns::KIND, columns::GDP_KIND, columns::SPENT_KIND].iter().any(|other| other.name == name) => {
            Some(Kind::ALL.iter().map(|own| own.word()).collect())
        }
        _ => None,
    }
}
