//! Do published figures follow from those that they are made of?

use std::collections::BTreeMap;

use crate::analysis::{Check, Estimate, Verified, sum};
use crate::book::{Book, Measure, Observation, Source, Triple};
use crate::error::Result;
use crate::quantity::{Between, Country, Date, Interval, Ratio, Share, Year};
use crate::table::{Cell, Column, Table, Value, columns};
use crate::verdict::{Division, Edition, InParts, by_edition, editions};

use super::once::Once;
use super::{Query, Question};

pub(super) const QUESTION: Question = Question {
    name: "verify",
    about: "whether published figures follow from those that they are made of",
    build: |query| Ok(verify(query, &Verifying::default())?),
};

const COLUMNS: &[Column] = &[
    columns::COUNTRY,
    columns::YEAR,
    columns::DEFINITION.unwrapped(),
    columns::PUBLISHER,
    columns::VINTAGE,
    columns::CHECK,
    columns::PUBLISHED_FIGURE,
    columns::COMPUTED,
    columns::COMPUTED_LOW,
    columns::COMPUTED_HIGH,
    columns::RESULT,
];

/// What figures are held against, beyond those of a book.
#[derive(Debug, Clone, Copy, Default)]
pub struct Verifying<'t> {
    /// So many digits behind the point are compared; nothing is those that the publisher prints.
    pub digits: Option<u32>,
    /// What a document divides itself, which takes the place of what is in the book.
    pub divided: Option<(&'t Source, &'t [Triple])>,
}

/// One published figure, held against others.
struct Line<'l> {
    whose: &'l str,
    year: Year,
    definition: &'l str,
    publisher: &'l str,
    vintage: Date,
    check: Check,
    verified: Verified,
}

impl Line<'_> {
    /// By country in the order in which they are asked about, aggregates behind them; then by year.
    fn place(&self, countries: &[Country]) -> impl Ord {
        let at = countries.iter().position(|country| country.code() == self.whose).unwrap_or(countries.len());
        (at, self.whose, self.year, self.definition, self.publisher, self.vintage.last_day(), self.check)
    }
}

/// Every published figure that something can be held against: a share against its publisher's own money and GDP, a figure against
/// its parts, that of a group against its members, and a share against that of the publisher's next edition.
///
/// # Errors
/// Arithmetic that needs more than 28 digits.
pub fn verify(query: &Query<'_>, verifying: &Verifying<'_>) -> Result<Table> {
    let mut answer = Answer { book: query.book, verifying, lines: Vec::new(), sources: Once::default() };
    let countries = query.countries();
    let rows = by_edition(query.book, query.as_of);
    for edition in editions(&rows).filter(|edition| edition.country().is_some_and(|own| countries.contains(&own))) {
        answer.add_shares(edition)?;
        answer.add_parts(edition)?;
    }
    let shares = rows.iter().filter(|row| row.measure == Measure::SpendingShare && countries.contains(&row.country));
    answer.add_editions(shares.copied())?;
    answer.add_divided()?;
    let Answer { mut lines, sources, .. } = answer;
    lines.retain(|line| query.asks_about(line.year.into()));
    lines.sort_by(|one, other| one.place(&countries).cmp(&other.place(&countries)));
    Ok(query.table(QUESTION.name, COLUMNS, lines.iter().map(row).collect(), sources.names()))
}

fn row(line: &Line<'_>) -> Vec<Cell> {
    let Verified { published, computed: (value, ends), digits, agreement } = line.verified;
    let figure = |ratio: Option<Ratio>, digits| Cell::maybe(ratio.map(|ratio| Value::Quotient(ratio, digits)));
    vec![
        line.whose.parse::<Country>().map_or_else(|_| Cell::name(line.whose), Cell::from),
        line.year.into(),
        Cell::name(line.definition),
        Cell::text(line.publisher),
        line.vintage.into(),
        Cell::name(line.check.word()),
        Value::Stated(published.to_string()).into(),
        figure(Some(value), digits),
        // so fine that an end that is just short of a rounding does not look like it
        figure(ends.low, digits + 2),
        figure(ends.high, digits + 2),
        Cell::name(agreement.word()),
    ]
}

struct Answer<'a> {
    book: &'a Book,
    verifying: &'a Verifying<'a>,
    lines: Vec<Line<'a>>,
    sources: Once,
}

impl<'a> Answer<'a> {
    /// A row against what others come to.
    fn add(&mut self, check: Check, row: &'a Observation, computed: Estimate) -> Result<()> {
        let verified = self.verified(row.between()?, self.printed_to(row), computed)?;
        let definition = row.definition.as_deref().unwrap_or_default();
        let (whose, publisher, vintage) = (row.country.code(), &*row.publisher, row.vintage);
        self.lines.push(Line { whose, year: row.year, definition, publisher, vintage, check, verified });
        Ok(())
    }

    /// What a document divides or adds up itself, against what that comes to.
    fn add_of(&mut self, triple: &'a Triple, check: Check, (source, verified): (&'a Source, Verified)) {
        let (whose, definition, year) = (&*triple.name, &*triple.definition, triple.year);
        let (publisher, vintage) = (&*source.publisher, source.published);
        self.lines.push(Line { whose, year, definition, publisher, vintage, check, verified });
    }

    /// The unit to which the document of a share prints it, where the figure itself does not say so.
    fn printed_to(&self, row: &Observation) -> Option<Share> {
        self.book.source(&row.source).filter(|_| row.measure == Measure::SpendingShare)?.shares_to
    }

    /// A figure against what others come to, at the digits that were asked for, else those that are printed, else its own.
    fn verified(&self, figure: Between, printed_to: Option<Share>, computed: Estimate) -> Result<Verified> {
        let printed = printed_to.map(|unit| Between::new(figure.value, Some(unit.percent()))).transpose()?;
        let figure = printed.unwrap_or(figure);
        Verified::new(&figure, self.verifying.digits.map_or_else(|| figure.digits(), Ok)?, computed)
    }

    fn add_shares(&mut self, edition: Edition<'_, 'a>) -> Result<()> {
        let mut finest: BTreeMap<_, (Division<'_>, Estimate)> = BTreeMap::new();
        for division in edition.divisions(self.book) {
            let Division { share, money, whole } = division;
            if whole.value.is_zero() || !edition.is_firmest(money) || self.is_divided(share) {
                continue;
            }
            let computed = money.between()?.percent_of(&whole.between()?)?;
            let of = (share.definition.as_deref(), share.year);
            let other = finest.get(&of).map(|(_, other)| is_finer(&computed, other)).transpose()?;
            if other.unwrap_or(true) {
                finest.insert(of, (division, computed));
            }
        }
        for (Division { share, money, whole }, computed) in finest.into_values() {
            self.sources.extend([share, money, whole].map(|row| row.source.as_str()));
            self.add(Check::Share, share, computed)?;
        }
        Ok(())
    }

    /// Whether a document says itself what a share is a share of.
    fn is_divided(&self, share: &Observation) -> bool {
        let is_of = |triple: &Triple| {
            triple.name == share.country.code()
                && triple.year == share.year
                && Some(&triple.definition) == share.definition.as_ref()
        };
        self.verifying.divided.is_some_and(|(source, triples)| source.id == share.source && triples.iter().any(is_of))
    }

    fn add_parts(&mut self, edition: Edition<'_, 'a>) -> Result<()> {
        for InParts { whole, parts } in edition.in_parts(self.book) {
            self.sources.extend(parts.iter().map(|(_, row)| *row).chain([whole]).map(|row| row.source.as_str()));
            let parts = parts.iter().map(|(_, row)| row.between()).collect::<Result<Vec<_>>>()?;
            // nobody says that the parts of a book are all that there are
            self.add(Check::Parts, whole, sum(parts, false)?)?;
        }
        Ok(())
    }

    fn add_editions(&mut self, shares: impl Iterator<Item = &'a Observation>) -> Result<()> {
        let mut series: BTreeMap<_, Vec<&Observation>> = BTreeMap::new();
        for row in shares {
            series.entry((row.country, &row.definition, &row.publisher, row.year)).or_default().push(row);
        }
        for rows in series.values_mut() {
            rows.sort_by_key(|row| (row.vintage.last_day(), row.kind));
            rows.dedup_by_key(|row| row.vintage.last_day());
            for pair in rows.windows(2) {
                let [older, newer] = pair else { continue };
                self.sources.extend([older, newer].map(|row| row.source.as_str()));
                let figure = newer.between()?;
                self.add(Check::Editions, older, (figure.value.into(), figure.interval()?))?;
            }
        }
        Ok(())
    }

    /// What a document divides itself, and its aggregates against their members.
    fn add_divided(&mut self) -> Result<()> {
        let Some((source, triples)) = self.verifying.divided else { return Ok(()) };
        let money: BTreeMap<_, Between> =
            triples.iter().map(|own| ((&*own.name, &*own.definition, own.year), own.money)).collect();
        for own in triples {
            let of_whole = own.money.percent_of(&own.whole)?;
            self.add_of(own, Check::Share, (source, self.verified(own.share, source.shares_to, of_whole)?));
            let known = own.members.iter().filter_map(|name| money.get(&(&**name, &*own.definition, own.year)));
            let known: Vec<Between> = known.copied().collect();
            if !known.is_empty() {
                let all = known.len() == own.members.len();
                let of_members = sum(known, all)?;
                self.add_of(own, Check::Aggregate, (source, self.verified(own.money, None, of_members)?));
            }
        }
        self.sources.add(&source.id);
        Ok(())
    }
}

/// Whether the ends of one lie closer together than those of the other, as what two currencies say of a share may.
fn is_finer((_, one): &Estimate, (_, other): &Estimate) -> Result<bool> {
    let width = |ends: &Interval<Ratio>| ends.low.zip(ends.high).map(|(low, high)| low.gap_to(high)).transpose();
    Ok(match (width(one)?, width(other)?) {
        (Some(one), Some(other)) => one.compare(other)?.is_lt(),
        (one, other) => one.is_some() && other.is_none(),
    })
}
