//! The columns of the result: what each takes from the rows that are known, and what it makes of GDP.

use num_bigint::{BigInt, BigUint};

use crate::error::{Error, Kind, Result};
use crate::table::{Column, Content};

use super::dialect::Dialect;
use super::figure::Figure;
use super::rows::{Form, Row};
use super::trial::{MOST, NAME, YEAR};

/// What the statement holds of rows: a column for each thing that they have in common and say otherwise.
pub(super) struct Known {
    pub(super) name: String,
    pub(super) kind: String,
    /// A literal for each row.
    pub(super) literals: Vec<Option<String>>,
}

/// The statement's columns of what is known, and the expressions of those of its result.
pub(super) struct Columns<'a> {
    dialect: &'a Dialect,
    rows: &'a [Row],
    pub(super) known: Vec<Known>,
    /// Whether a figure is made of GDP in millionths.
    pub(super) in_millionths: bool,
}

impl<'a> Columns<'a> {
    pub(super) fn new(dialect: &'a Dialect, rows: &'a [Row]) -> Self {
        Self { dialect, rows, known: Vec::new(), in_millionths: false }
    }

    /// The expression of a column of the result.
    ///
    /// # Errors
    /// A figure needs more digits than the engine has.
    pub(super) fn expression(&mut self, at: usize, column: &Column) -> Result<String> {
        let forms: Vec<&Form> = self.rows.iter().map(|row| &row.forms[at]).collect();
        let is_figure = column.content == Content::Figure;
        let places = is_figure.then(|| forms.iter().filter_map(|form| places(form)).max().unwrap_or(2));
        let mut found = match places {
            Some(places) => self.figures(column.name, &forms, places)?,
            None => self.words(column.name, &forms),
        };
        let kind = places.map_or(self.dialect.text.to_owned(), Dialect::decimal);
        Ok(match found.len() {
            0 => format!("CAST(NULL AS {kind})"),
            1 => found.remove(0),
            _ => format!("COALESCE({})", found.join(", ")),
        })
    }

    fn words(&mut self, name: &str, forms: &[&Form]) -> Vec<String> {
        let braces = self.braces();
        let [scenario, year] = ["scenario", "year"].map(|word| format!("{{{braces}{word}}}"));
        let words = |form: &&Form| match form {
            Form::Words(words) => Some(words.replace(NAME, &scenario).replace(YEAR, &year)),
            Form::Nothing | Form::Figure(_) => None,
        };
        let texts: Vec<Option<String>> = forms.iter().map(words).collect();
        let only = texts.first().cloned().flatten().filter(|only| texts.iter().all(|text| text.as_ref() == Some(only)));
        let text = self.dialect.text;
        let year_of_line = format!("CAST(g.year AS {text})");
        let marked = [(&year, year_of_line.as_str()), (&scenario, "g.scenario")];
        let has = |mark: &str| texts.iter().flatten().any(|text| text.contains(mark));
        if let Some((_, line)) = marked.iter().find(|(mark, _)| only.as_ref() == Some(mark)) {
            return vec![(*line).to_owned()];
        }
        let start =
            only.map(|only| (self.dialect.quoted)(&only)).or_else(|| self.column(name, text, texts.iter().cloned()));
        // the name of a scenario may be any, so nothing is looked for in it
        let replaced = |inner: String, (mark, line): (&String, &str)| match has(mark) {
            true => format!("REPLACE({inner}, {}, {line})", (self.dialect.quoted)(mark)),
            false => inner,
        };
        start.into_iter().map(|start| marked.into_iter().fold(start, replaced)).collect()
    }

    /// As many braces more than one as no word has.
    fn braces(&self) -> String {
        let words = |form: &Form| if let Form::Words(words) = form { words.matches('{').count() } else { 0 };
        "{".repeat(self.rows.iter().flat_map(|row| &row.forms).map(words).max().unwrap_or_default())
    }

    fn figures(&mut self, name: &str, forms: &[&Form], places: u32) -> Result<Vec<String>> {
        let figures: Vec<Option<&Figure>> =
            forms.iter().map(|form| if let Form::Figure(figure) = form { Some(figure) } else { None }).collect();
        if figures.iter().all(|figure| figure.is_some_and(Figure::is_gdp)) {
            return Ok(vec!["g.gdp".to_owned()]);
        }
        let kind = Dialect::decimal(places);
        let digits = |figure: &Figure| if let Figure::Known(digits) = figure { Some(digits.clone()) } else { None };
        let mut found: Vec<String> =
            self.column(name, &kind, figures.iter().map(|figure| digits((*figure)?))).into_iter().collect();
        let products: Vec<Option<[String; 2]>> = figures.iter().map(|figure| figure.as_ref()?.product()).collect();
        let product = |side: usize| products.iter().map(move |parts| parts.as_ref().map(|parts| parts[side].clone()));
        if let Some(times) = self.column(&format!("{name}_of_gdp"), "DECIMAL(12, 10)", product(0)) {
            let has_more = product(1).flatten().any(|more| more != "0");
            let more = product(1).map(|more| more.filter(|_| has_more));
            let more = self.column(&format!("{name}_more"), "DECIMAL(28, 12)", more);
            let more = more.map(|more| format!(" + {more}")).unwrap_or_default();
            found.push(format!("CAST(ROUND(g.gdp * {times}{more}, {places}) AS {kind})"));
        }
        let unsaid =
            |(figure, product): (&Option<&Figure>, &Option<_>)| figure.filter(|_| product.is_none())?.quotient();
        let (quotients, own): (Vec<_>, Vec<_>) = figures.iter().zip(&products).map(|pair| unsaid(pair).unzip()).unzip();
        if let (Some(quotient), Some(own)) = (self.quotient(name, &quotients)?, own.into_iter().flatten().max()) {
            let unit = format!("CAST('{}' AS DECIMAL({}, {own}))", in_last_place(own), own + 1);
            found.push(format!("CAST(CAST({quotient} AS DECIMAL(24, 0)) * {unit} AS {kind})"));
        }
        Ok(found)
    }

    /// (a + b × GDP) ÷ (c + d × GDP), as a whole number.
    fn quotient(&mut self, name: &str, quotients: &[Option<[BigInt; 4]>]) -> Result<Option<String>> {
        if quotients.iter().all(Option::is_none) {
            return Ok(None);
        }
        self.check(name, quotients)?;
        let whole = self.dialect.whole;
        let mut part = |at: usize, suffix: &str| {
            let is_used = quotients.iter().flatten().any(|parts| parts[at] != BigInt::ZERO);
            let digits =
                quotients.iter().map(|parts| parts.as_ref().filter(|_| is_used).map(|parts| parts[at].to_string()));
            self.column(&format!("{name}_{suffix}"), whole, digits)
        };
        let sides = [("above", "above_gdp"), ("below", "below_gdp")].map(|(alone, by_gdp)| {
            let at = if alone == "above" { 0 } else { 2 };
            let by_gdp = part(at + 1, by_gdp).map(|times| format!("{times} * g.millionths"));
            part(at, alone).into_iter().chain(by_gdp).collect::<Vec<_>>().join(" + ")
        });
        self.in_millionths = true;
        let may_be_negative = quotients.iter().flatten().any(|[a, b, ..]| *a < BigInt::ZERO || *b < BigInt::ZERO);
        Ok(Some(self.dialect.rounded(&sides[0], &sides[1], may_be_negative)))
    }

    /// That no quotient outgrows the whole numbers of the engine, whatever GDP is.
    fn check(&self, name: &str, quotients: &[Option<[BigInt; 4]>]) -> Result<()> {
        let largest = self.rows.iter().zip(quotients).filter_map(|(row, quotient)| {
            let most = BigUint::from(MOST) * row.span.least();
            let [a, b, c, d] = quotient.as_ref()?.each_ref().map(BigInt::magnitude);
            Some((a + b * &most + c + d * &most) * 2u8)
        });
        if largest.max().is_some_and(|largest| largest.to_string().len() > self.dialect.digits) {
            let what = format!("`{name}` in {}", self.dialect.engine);
            let help = "name the commitments that you need; `postgres` has as many digits as are needed";
            return Err(Error::new(Kind::TooLarge { what }).help(help));
        }
        Ok(())
    }

    /// A column of what is known, if any row has something in it.
    fn column(&mut self, name: &str, kind: &str, literals: impl Iterator<Item = Option<String>>) -> Option<String> {
        let literals: Vec<Option<String>> =
            literals.map(|literal| literal.map(|text| (self.dialect.quoted)(&text))).collect();
        if literals.iter().all(Option::is_none) {
            return None;
        }
        self.known.push(Known { name: name.to_owned(), kind: kind.to_owned(), literals });
        Some(format!("p.{name}"))
    }
}

/// The places of a figure; none of what is no figure.
fn places(form: &Form) -> Option<u32> {
    match form {
        Form::Nothing | Form::Words(_) => None,
        Form::Figure(Figure::Known(digits)) => {
            Some(digits.split_once('.').map_or(0, |(_, behind)| u32::try_from(behind.len()).unwrap_or_default()))
        }
        Form::Figure(Figure::OfGdp { places, .. } | Figure::ByGdp { places, .. }) => Some(*places),
    }
}

/// One in the last of so many places.
fn in_last_place(places: u32) -> String {
    match places.checked_sub(1) {
        Some(zeros) => format!("0.{}1", "0".repeat(zeros as usize)),
        None => "1".to_owned(),
    }
}
