//! The statement as text.

use std::collections::BTreeSet;

use crate::error::Result;
use crate::quantity::Year;
use crate::quantity::text::in_one_line;
use crate::table::Column;

use super::columns::{Columns, Known};
use super::dialect::Dialect;
use super::rows::Row;
use super::trial::{MOST, Millionths, Span, in_millions};

/// GDP of a line.
const GDP_OF_LINE: &str = "DECIMAL(21, 6)";

/// GDP of several years together, whose sum has three digits more.
const GDP: &str = "DECIMAL(24, 6)";

/// Every GDP that a line may state.
const ANY: [Millionths; 2] = [1, MOST + 999_999];

/// The statement that gives these rows, below these lines of comment.
///
/// # Errors
/// A figure needs more digits than the engine has.
pub(super) fn statement(dialect: &Dialect, comments: &[String], columns: &[Column], rows: &[Row]) -> Result<String> {
    let mut results = Columns::new(dialect, rows);
    let expression =
        |(at, column): (usize, &Column)| Ok(format!("  {} AS {}", results.expression(at, column)?, column.name));
    let shown = columns.iter().enumerate().map(expression).collect::<Result<Vec<_>>>()?.join(",\n");
    let join = Join::of(rows);
    let known = join.known(dialect).into_iter().chain(results.known).collect::<Vec<_>>();
    let parts = [
        comments.iter().map(|line| format!("{}\n", (dialect.comment)(&in_one_line(line)))).collect(),
        format!("WITH input AS (\n{}\n),\n", input(dialect)),
        join.given(results.in_millionths.then_some(dialect.whole), dialect),
        format!("pledges AS (\n{}\n)\n", values(&known)),
        format!("SELECT\n{shown}\nFROM given AS g\nJOIN pledges AS p ON {}\n", join.on()),
    ];
    Ok(parts.concat())
}

/// The reader's table in narrow types; what is no GDP of a scenario fails, and says so. To some engines NaN is above every number.
fn input(dialect: &Dialect) -> String {
    let fails = fails("no scenario, or no GDP above zero: ", "scenario", dialect);
    let gdp = |text: &str| format!("CAST({text} AS {GDP_OF_LINE})");
    let [least, most] = ANY.map(|gdp_of_line| gdp(&(dialect.quoted)(&in_millions(gdp_of_line))));
    let (gdp, text, nothing) = (gdp("gdp_million"), dialect.text, (dialect.quoted)(""));
    format!(
        "  SELECT scenario, CAST(year AS INTEGER) AS year,\n    \
         CASE WHEN TRIM(CAST(scenario AS {text})) <> {nothing} AND {gdp} BETWEEN {least} AND {most}\n      \
         THEN {gdp}\n      ELSE {fails} END AS gdp\n  FROM scenarios"
    )
}

/// What stands for GDP and is words, so that the engine ends with an error that has them in it.
fn fails(words: &str, scenario: &str, dialect: &Dialect) -> String {
    let text = dialect.text;
    let (words, nameless) = ((dialect.quoted)(words), (dialect.quoted)("NULL"));
    format!("CAST({words} || COALESCE(CAST({scenario} AS {text}), {nameless}) AS {GDP_OF_LINE})")
}

/// How rows that are known meet the lines of the reader's table.
struct Join<'a> {
    rows: &'a [Row],
    /// The spans of years together.
    spans: BTreeSet<Span>,
    /// Whether a row stands for several years.
    in_runs: bool,
    /// Whether a row holds on some GDP alone.
    in_bands: bool,
}

impl<'a> Join<'a> {
    fn of(rows: &'a [Row]) -> Self {
        let spans = rows.iter().filter(|row| row.span.together).map(|row| Span { missing: None, ..row.span }).collect();
        let in_runs = rows.iter().any(|row| !row.span.together && row.span.first != row.span.last);
        Self { rows, spans, in_runs, in_bands: rows.iter().any(|row| row.between.is_some()) }
    }

    /// The columns by which they meet.
    fn known(&self, dialect: &Dialect) -> Vec<Known> {
        let column = |name: &str, kind: &str, literal: &dyn Fn(&Row) -> String| Known {
            name: name.to_owned(),
            kind: kind.to_owned(),
            literals: self.rows.iter().map(|row| Some((dialect.quoted)(&literal(row)))).collect(),
        };
        let last = |row: &Row| if row.span.together { row.span.first } else { row.span.last };
        let end = |side: usize| move |row: &Row| in_millions(row.between.unwrap_or(ANY)[side]);
        let mut known = vec![column("first_year", "INTEGER", &|row| row.span.first.number().to_string())];
        known.extend(self.in_runs.then(|| column("last_year", "INTEGER", &|row| last(row).number().to_string())));
        if !self.spans.is_empty() {
            known.push(column("together", dialect.text, &|row| together(row.span)));
            known.push(column("missing", "INTEGER", &|row| row.span.missing.map_or(0, Year::number).to_string()));
        }
        if self.in_bands {
            known.push(column("from_gdp", GDP, &end(0)));
            known.push(column("to_gdp", GDP, &end(1)));
        }
        known
    }

    fn on(&self) -> String {
        let years = if self.in_runs { "g.year BETWEEN p.first_year AND p.last_year" } else { "g.year = p.first_year" };
        let together =
            if self.spans.is_empty() { "" } else { " AND g.together = p.together AND g.missing = p.missing" };
        let bands = if self.in_bands { " AND g.gdp BETWEEN p.from_gdp AND p.to_gdp" } else { "" };
        format!("{years}{together}{bands}")
    }

    /// GDP that is given: of each line, and of years together their sum or the first year that is missing.
    fn given(&self, millionths: Option<&str>, dialect: &Dialect) -> String {
        let millionths =
            millionths.map(|whole| format!(", CAST(gdp * 1000000 AS {whole}) AS millionths")).unwrap_or_default();
        if self.spans.is_empty() {
            return format!("given AS (\n  SELECT scenario, year, gdp{millionths} FROM input\n),\n");
        }
        let literal = |span: &Span| (dialect.quoted)(&together(*span));
        let year = |span: &Span, year: u16| format!("    ({}, {}, {year})", literal(span), span.first.number());
        let years =
            self.spans.iter().flat_map(|span| span.first.to(span.last).map(move |own| year(span, own.number())));
        let years = years.collect::<Vec<_>>().join(",\n");
        let empty = (dialect.quoted)("");
        let fails = fails("a year is stated twice in ", "s.scenario", dialect);
        format!(
            "years_together AS (\n  SELECT v.together, v.first_year, v.year FROM (VALUES\n{years}\n  ) AS v(together, first_year, year)\n),\n\
             summed AS (\n  SELECT s.scenario, y.first_year AS year, y.together,\n    \
             COALESCE(MIN(CASE WHEN i.year IS NULL THEN y.year END), 0) AS missing,\n    \
             CASE WHEN COUNT(*) = MAX(y.year) - MIN(y.year) + 1 THEN SUM(i.gdp) ELSE {fails} END AS gdp\n  \
             FROM (SELECT DISTINCT scenario FROM input) AS s CROSS JOIN years_together AS y\n  \
             LEFT JOIN input AS i ON i.scenario = s.scenario AND i.year = y.year\n  \
             GROUP BY s.scenario, y.first_year, y.together\n),\n\
             lines AS (\n  SELECT scenario, year, {empty} AS together, 0 AS missing, CAST(gdp AS {GDP}) AS gdp FROM input\n  \
             UNION ALL\n  SELECT scenario, year, together, missing, CAST(gdp AS {GDP}) FROM summed\n),\n\
             given AS (\n  SELECT scenario, year, together, missing, gdp{millionths} FROM lines\n),\n"
        )
    }
}

/// The years that are counted together, as the row names them; nothing of a year by itself.
fn together(span: Span) -> String {
    if span.together { format!("{}-{}", span.first.number(), span.last.number()) } else { String::new() }
}

/// What is known of rows, each literal in the type of its column.
fn values(known: &[Known]) -> String {
    let typed: Vec<String> =
        known.iter().map(|Known { name, kind, .. }| format!("    CAST(v.{name} AS {kind}) AS {name}")).collect();
    let count = known.first().map_or(0, |column| column.literals.len());
    let literal = |column: &Known, row: usize| column.literals[row].clone().unwrap_or_else(|| "NULL".to_owned());
    let row = |row: usize| {
        let literals: Vec<String> = known.iter().map(|column| literal(column, row)).collect();
        format!("    ({})", literals.join(", "))
    };
    let rows: Vec<String> = (0..count).map(row).collect();
    let names: Vec<&str> = known.iter().map(|column| column.name.as_str()).collect();
    format!("  SELECT\n{}\n  FROM (VALUES\n{}\n  ) AS v({})", typed.join(",\n"), rows.join(",\n"), names.join(", "))
}
