//! (16) A question as one SQL statement over a reader's own table of scenarios, for an engine that runs it where the table is.
//!
//! No rule of the model is written twice. The question itself is asked about scenarios of our own making, and what a statement has to
//! say is read off its answers: words and figures that are the same on any GDP; figures that are a share of GDP or something divided by
//! it, and something more; and between which GDP a verdict holds, found to the last digit that GDP may be stated with. So the statement
//! multiplies, adds, compares and divides whole numbers, and knows nothing of pledges.
//!
//! # What engines do with decimals, and what follows
//!
//! Measured with DuckDB 2.0.1, DataFusion 55.0.0, Spark 4.3.0 and PostgreSQL 15 by `tests/engines/decimals.py`, which asks the engines at
//! hand. `tests/engines.rs` compares what they answer with the program cell by cell, and `tests/engines/spark.sh` what Spark does.
//!
//! | | DuckDB | DataFusion | Spark | PostgreSQL |
//! | --- | --- | --- | --- | --- |
//! | `DECIMAL(24, 6) * DECIMAL(12, 10)` | `(36, 16)`, exact | `(37, 16)`, exact | `(37, 16)`, exact | exact |
//! | a product of more than 38 digits | an error | an error | fewer places, in silence | exact |
//! | `ROUND` of ties | away from zero | away from zero | away from zero | away from zero |
//! | `SUM` of `DECIMAL(21, 6)` | `(38, 6)` | `(31, 6)` | `(31, 6)` | exact |
//! | `/` of decimals | a double | four places more, cut off | six places or more, rounded | sixteen digits or more, rounded |
//! | whole numbers past 64 bits | `HUGEINT`, `//` cuts off | `DECIMAL(38, 0)` | `DECIMAL(38, 0)`; `div` wraps past 64 bits | `NUMERIC`, `div` cuts off |
//! | `CAST` of text that is too long | an error | an error | an error | an error |
//!
//! So each literal is text that is cast to the narrowest type that holds it; a share of GDP is `DECIMAL(12, 10)`, and its product with
//! GDP the widest decimal there is; nothing is divided but whole numbers, `(2 × a ± b) ÷ (2 × b)` cut off, which is a ÷ b rounded half away from
//! zero; every figure is cast to its own places before `COALESCE`, which would take the places of one for another's. GDP is what a scenario
//! file may state, 15 digits and 6 behind the point; more of the first fail in a `CAST`, which says so, as do what is not above zero or no number, a scenario without a
//! name, and a year that is stated twice where years are counted together; more of the second are rounded. A year by itself is not counted:
//! that takes an engine memory for each scenario (of 5 million lines DuckDB held 508 to 746 MB in the place of 218), and a table whose key is
//! scenario and year has none twice. The comment above a statement has the query that finds them.
//!
//! ```
//! use pledgebook::Session;
//! use pledgebook::export::{Dialect, statement};
//!
//! let book = Session::embedded()?.over(2026)?;
//! let sql = statement(&book.query(), "amounts", Dialect::named("duckdb")?, "of my own")?;
//! assert!(sql.text.starts_with("-- what each pledge comes to"));
//! # Ok::<(), pledgebook::Errors>(())
//! ```

mod bands; // between which GDP the words of a row stay as they are
mod columns; // what each column of the result takes and makes of GDP
mod dialect; // what engines write differently
mod figure; // how a figure hangs on GDP
#[cfg(test)]
mod laws; // a statement gives the rows of the question
mod rows; // rows as far as they are known before GDP is
mod trial; // trial scenarios of our own making
mod written; // the statement as text

use crate::book::Commitment;
use crate::error::{self, Error, Errors, Kind, Noun};
use crate::evaluate::named_year;
use crate::gdp::feed::Feed;
use crate::gdp::one_country;
use crate::pledge::When;
use crate::quantity::{Country, Currency, Year, YearRange};
use crate::question::{Query, question};
use crate::table::Column;

use trial::{Asked, Span};

pub use dialect::Dialect;

/// Every dialect.
pub const DIALECTS: &[Dialect] =
    &[dialect::duckdb::DIALECT, dialect::datafusion::DIALECT, dialect::spark::DIALECT, dialect::postgres::DIALECT];

/// The questions that can be asked so.
pub const QUESTIONS: [&str; 2] = ["amounts", "verdicts"];

/// A statement, and what it does not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The text, which ends with a line end.
    pub text: String,
    /// The commitments that it leaves out, with the reason.
    pub left_out: Vec<String>,
}

/// A question as a statement in a dialect, which says that it came of a command.
///
/// # Errors
/// There is no such question, several countries are asked about, nothing is left to say, or a figure has more digits than the engine.
pub fn statement(query: &Query<'_>, name: &str, dialect: &Dialect, command: &str) -> Result<Statement, Errors> {
    let asks = question(name).filter(|question| QUESTIONS.contains(&question.name));
    let unknown = || error::unknown_name(Noun::Question, name, QUESTIONS, "`export::QUESTIONS` lists them");
    let asks = asks.ok_or_else(unknown)?;
    let country = one_country(&query.countries(), "export sql", |one| format!("`--country {one}`"))?;
    let judged = asks.name == "verdicts";
    let (said, unsaid) = said(query, judged);
    let says_nothing = said.is_empty() && !unsaid.is_empty();
    let left_out = notes(&unsaid, judged);
    let query = &Query { countries: Some(vec![country]), feed: Some(Feed::elsewhere()), ..query.clone() };
    let mut asked = if judged { Asked::verdicts(query, country)? } else { Asked::amounts(query, country)? };
    let mut rows = Vec::new();
    for commitment in said {
        let bands = bands::bands(&mut asked, commitment, &spans(query, commitment))?;
        rows.extend(rows::rows(asked.columns(), &bands)?);
    }
    if rows.is_empty() {
        let what = format!("pledge of {country} that a statement could be about");
        let why = unsaid.iter().filter_map(|own| Some(format!("`{}`: {}", own.id, why_unsaid(own, judged)?)));
        let help = match says_nothing {
            true => format!("name others: {}", why.collect::<Vec<_>>().join("; ")),
            false => "widen `--years` or `--as-of`, or name others".to_owned(),
        };
        return Err(Error::new(Kind::NothingPublished { what, day: query.as_of.to_string() }).help(help).into());
    }
    let columns = asked.columns();
    let together = |span: Span| span.together.then_some((span.last, span.missing));
    rows.sort_by_key(|row| (row.span.together, row.span.first, together(row.span)));
    let comments = comments((query, country), (asks.about, dialect, command), columns, &left_out);
    Ok(Statement { text: written::statement(dialect, &comments, columns, &rows)?, left_out })
}

/// The commitments that a statement does not speak of, by the reason; that no amounts come of what states no figure goes without saying.
fn notes(commitments: &[&Commitment], judged: bool) -> Vec<String> {
    let of = |reason: &str| {
        let is_why = |own: &&&Commitment| why_unsaid(own, judged) == Some(reason) && (judged || reason != NO_FIGURE);
        let ids: Vec<String> = commitments.iter().filter(is_why).map(|own| format!("`{}`", own.id)).collect();
        (!ids.is_empty()).then(|| format!("left out: {}: {reason}", ids.join(", ")))
    };
    [NO_FIGURE, TOGETHER, OTHER_YEAR].into_iter().filter_map(of).collect()
}

const NO_FIGURE: &str = "no figure is stated";
const TOGETHER: &str = "a verdict on years together takes GDP of each of them";
const OTHER_YEAR: &str = "a verdict takes GDP of another year too";

/// The commitments of a question that a statement speaks of, and those that it leaves out.
fn said<'b>(query: &Query<'b>, judged: bool) -> (Vec<&'b Commitment>, Vec<&'b Commitment>) {
    query.standing().partition(|commitment| why_unsaid(commitment, judged).is_none())
}

/// Why a statement does not speak of a commitment.
fn why_unsaid(commitment: &Commitment, judged: bool) -> Option<&'static str> {
    let Some(pledge) = commitment.pledge else { return Some(NO_FIGURE) };
    if judged && years_together(commitment) {
        return Some(TOGETHER);
    }
    (judged && named_year(&pledge).is_some()).then_some(OTHER_YEAR)
}

fn years_together(commitment: &Commitment) -> bool {
    commitment.when.and_then(When::together).is_some()
}

/// Every year by itself that a commitment names, or its years together, whole and without each of them.
fn spans(query: &Query<'_>, commitment: &Commitment) -> Vec<Span> {
    let Some(when) = commitment.when else { return Vec::new() };
    let is_asked = |years: YearRange| query.years.is_none_or(|asked| asked.overlaps(years));
    let single = |year| Span { first: year, last: year, together: false, missing: None };
    let Some(years) = when.together() else {
        let named = Year::FIRST.to(Year::LAST).filter(|year| is_asked((*year).into()) && when.names(*year));
        return named.map(single).collect();
    };
    let whole = Span { first: years.first(), last: years.last(), together: true, missing: None };
    let without = years.years().map(|year| Span { missing: Some(year), ..whole });
    std::iter::once(whole).chain(without).filter(|_| is_asked(years)).collect()
}

/// What names each year of a scenario that is stated twice, in every dialect.
const STATED_TWICE: &str = "SELECT scenario, year FROM scenarios GROUP BY scenario, year HAVING COUNT(*) > 1";

/// What stands above a statement.
fn comments(
    (query, country): (&Query<'_>, Country),
    (about, dialect, command): (&str, &Dialect, &str),
    columns: &[Column],
    left_out: &[String],
) -> Vec<String> {
    let currency = query.book.currency(country).map_or("", Currency::code);
    let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    let version = env!("CARGO_PKG_VERSION");
    let mut lines = vec![
        format!("{about}, for {} by pledgebook {version}: {command}", dialect.engine),
        format!("as known on {}; book `{}`, fingerprint {}", query.as_of, query.book.title, query.book.fingerprint),
        format!(
            "reads scenarios(scenario {}, year INTEGER, gdp_million DECIMAL(21, 6)), a line for each scenario and year:",
            dialect.text
        ),
        format!(
            "nominal GDP of {country} in millions of {currency}, above zero, of which more than six decimals are rounded"
        ),
        "nothing guards the scale of GDP; a year stated twice fails in years together and is answered twice by itself,"
            .to_owned(),
        "so that this has to give nothing:".to_owned(),
        STATED_TWICE.to_owned(),
        format!("gives {}, in no order", names.join(", ")),
    ];
    lines.extend(dialect.settings.map(|settings| format!("needs {settings}")));
    lines.extend(left_out.iter().cloned());
    lines
}
