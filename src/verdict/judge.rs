//! Judges commitments: of each year every publisher's figure by itself.

use crate::book::{Basis, Book, Commitment, Definition, Observation};
use crate::error::{Error, Kind, Result};
use crate::evaluate;
use crate::gdp::Path;
use crate::pledge::When;
use crate::quantity::{Country, Date, Decimal, Year, YearRange};

use super::case::{Case, Whole};
use super::spent::Sought;
use super::words::{listed, millions};
use super::{Between, Extent, Measured, Spending, Spent, Verdict, reason};

/// Judges the commitments of a book on what was known on a day.
#[derive(Debug)]
pub struct Judge<'b> {
    pub(super) book: &'b Book,
    pub(super) as_of: Date,
    /// All spending that was known.
    known: Spending<'b>,
    /// What of it counts, if not all does.
    strict: Option<Spending<'b>>,
}

/// A verdict with everything that it rests on.
#[derive(Debug, Clone)]
pub struct Judgement<'b> {
    /// The commitment.
    pub commitment: &'b Commitment,
    /// What it is measured against; nothing if it states no figure.
    pub case: Option<Case<'b>>,
    /// What was spent; nothing if nothing counts.
    pub spent: Option<Spent<'b>>,
    /// How far that is from what was pledged.
    pub measured: Measured,
    /// What of the pledge a lower bound leaves unaccounted for, in millions.
    pub unaccounted: Option<Decimal>,
    /// The verdict.
    pub verdict: Verdict,
    /// Why, in a sentence.
    pub reason: String,
}

impl<'b> Judge<'b> {
    /// Judges on what was known on a day; in the strict sense only outturns and estimates of years that were over count.
    #[must_use]
    pub fn new(book: &'b Book, as_of: Date, strict: bool) -> Self {
        let known = Spending::known(book, as_of);
        let strict = strict.then(|| known.strictly(as_of));
        Self { book, as_of, known, strict }
    }

    /// The years that a commitment is judged in, within `window` if there is one; a cumulative one over its years together.
    #[must_use]
    pub fn years(commitment: &Commitment, path: &Path, window: Option<YearRange>) -> Vec<YearRange> {
        match commitment.when {
            Some(When::Sum(years)) => {
                Some(years).filter(|years| window.is_none_or(|window| window.overlaps(*years))).into_iter().collect()
            }
            Some(when) => evaluate::years(when, path, window).into_iter().map(YearRange::from).collect(),
            None => Vec::new(),
        }
    }

    /// The verdicts on a commitment in a year, or over years together, on a path of GDP and by a definition: one for each
    /// publisher with a figure, the firmest kind first, then the latest vintage; one alone where nobody has any.
    ///
    /// # Errors
    /// Arithmetic that would need more than 28 digits, with the place of the commitment.
    pub fn judge(
        &self,
        commitment: &'b Commitment,
        definition: &'b Definition,
        (basis, path): (&Basis, &Path),
        years: YearRange,
    ) -> Result<Vec<Judgement<'b>>> {
        let judged = || {
            let defence = self.defence_spending(commitment, years.first())?;
            match Case::new(commitment, definition, (basis, path), years, defence)? {
                Some(case) => self.judge_case(&case),
                None => Ok(vec![Judgement::without_figure(commitment)]),
            }
        };
        judged().map_err(|_| {
            let what = format!("the verdict on `{}` in {years} on `{basis}`", commitment.id);
            let help = "28 digits can be kept: write fewer in the pledge, in GDP or in spending";
            Error::new(Kind::TooLarge { what }).help(help).at(commitment.origin.place())
        })
    }

    fn judge_case(&self, case: &Case<'b>) -> Result<Vec<Judgement<'b>>> {
        let found = self.found(case, self.strict.as_ref().unwrap_or(&self.known))?;
        if !found.is_empty() {
            return found.into_iter().map(|spent| self.judge_spent(case, spent)).collect();
        }
        let left_out = if self.strict.is_some() { self.found(case, &self.known)? } else { Vec::new() };
        let (verdict, reason) =
            if left_out.is_empty() { self.beside(case)? } else { (Verdict::Open, self.left_out(&left_out)?) };
        Ok(vec![Judgement { verdict, reason, ..Judgement::open(case) }])
    }

    /// What is published under the definition.
    fn found(&self, case: &Case<'b>, spending: &Spending<'b>) -> Result<Vec<Spent<'b>>> {
        let sought = self.sought(case);
        if case.is_cumulative() {
            return Ok(sought.over(spending, case.outcome.years)?.into_iter().collect());
        }
        sought.in_year(spending, case.outcome.years.first())
    }

    fn sought(&self, case: &Case<'b>) -> Sought<'b> {
        let (country, currency) = (case.commitment.country, case.pledged.currency);
        Sought { book: self.book, country, definition: &case.definition.id, currency }
    }

    fn judge_spent(&self, case: &Case<'b>, spent: Spent<'b>) -> Result<Judgement<'b>> {
        let measured = Measured::new(case, &spent)?;
        let verdict = match (&measured.figure, spent.extent) {
            (None, _) => Verdict::Undecided,
            (Some((figure, ends)), Extent::Whole) => case.scale.judge(figure, ends)?,
            (Some((figure, _)), Extent::Bound) => case.scale.judge_bound(figure)?,
        };
        let mut reason = reason::of_figure(case, &spent, &measured, verdict)?;
        if verdict == Verdict::Undecided && measured.figure.is_some() {
            reason.extend(self.settled(case, &spent)?.map(|way| format!("; {way}")));
        }
        reason.extend(self.parts_inside(case, &spent)?);
        let open = verdict == Verdict::Undecided && spent.extent == Extent::Bound;
        let unaccounted = if open { reason::unaccounted(case, &spent)? } else { None };
        Ok(Judgement { spent: Some(spent), measured, unaccounted, verdict, reason, ..Judgement::open(case) })
    }

    /// Parts that are published beside their whole: listed, not added.
    fn parts_inside(&self, case: &Case<'b>, spent: &Spent<'b>) -> Result<Option<String>> {
        let years = case.outcome.years.years().filter(|_| spent.extent == Extent::Whole);
        let sought = self.sought(case);
        let parts: Vec<_> = years.flat_map(|year| sought.parts(&self.known, &case.definition.id, year)).collect();
        let words: Vec<String> = parts
            .iter()
            .map(|row| Ok(format!("{} m under `{}`", millions(row.value)?, row.definition.as_deref().unwrap_or(""))))
            .collect::<Result<_>>()?;
        Ok((!words.is_empty()).then(|| format!("; of it {}", listed(&words))))
    }

    /// Nothing is published under the definition: what is, under others of its family, is listed and never put in its place.
    fn beside(&self, case: &Case<'b>) -> Result<(Verdict, String)> {
        let words = |row: &&Observation| {
            let definition = row.definition.as_deref().unwrap_or_default();
            let year = if case.is_cumulative() { format!(" for {}", row.year) } else { String::new() };
            Ok(format!("`{definition}`{year} {}", reason::row(row)?))
        };
        let words: Vec<String> = self.of_family(case).iter().map(words).collect::<Result<_>>()?;
        let lead = format!("nothing is published under `{}` for {}", case.definition.id, case.outcome.years);
        if words.is_empty() {
            return Ok((Verdict::Open, format!("{lead}, nor under another definition of its family")));
        }
        Ok((Verdict::Incomparable, format!("{lead}; under others of its family: {}", words.join("; "))))
    }

    /// What is published for the years of a case under other definitions of its family: of each the first figure by rank.
    #[must_use]
    pub fn of_family(&self, case: &Case<'b>) -> Vec<&'b Observation> {
        let (own, years) = (case.definition, case.outcome.years);
        let others = self.book.definitions.iter().filter(|other| other.family == own.family && other.id != own.id);
        let (country, currency) = (case.commitment.country, case.pledged.currency);
        let figures = others.flat_map(|other| {
            years.years().filter_map(|year| self.known.figures(country, &other.id, year, currency).into_iter().next())
        });
        figures.map(|figure| figure.leading).collect()
    }

    /// Everything that was published for the years of a case under its definition.
    #[must_use]
    pub fn published(&self, case: &Case<'b>) -> Vec<&'b Observation> {
        let rows = |year| self.known.rows(case.commitment.country, &case.definition.id, year).to_vec();
        case.outcome.years.years().flat_map(rows).collect()
    }

    /// What does not count in the strict sense, and why.
    fn left_out(&self, left_out: &[Spent<'b>]) -> Result<String> {
        let rows = left_out.iter().flat_map(|spent| &spent.rows);
        let words: Vec<String> = rows
            .map(|row| {
                let over =
                    if self.as_of.closes(row.year) { String::new() } else { format!(", {} is not over", row.year) };
                Ok(format!("{}{over}", reason::row(row)?))
            })
            .collect::<Result<_>>()?;
        Ok(format!("no outturn or estimate of a year that is over: left out {}", words.join("; ")))
    }

    /// The country's defence spending of a year by NATO's definition: the whole of a share of defence spending.
    fn defence_spending(&self, commitment: &Commitment, year: Year) -> Result<Option<Between>> {
        let Some(definition) = Whole::of_shares(self.book) else { return Ok(None) };
        let (country, currency): (Country, _) = (commitment.country, commitment.currency);
        let figures = self.known.figures(country, &definition.id, year, currency);
        let amount = figures.iter().find_map(|figure| figure.amount);
        amount.map(|row| Between::new(row.value, row.precision)).transpose()
    }
}

impl<'b> Judgement<'b> {
    /// The verdict on a commitment that states no figure.
    #[must_use]
    pub fn without_figure(commitment: &'b Commitment) -> Self {
        Self {
            commitment,
            case: None,
            spent: None,
            measured: Measured::default(),
            unaccounted: None,
            verdict: Verdict::Open,
            reason: "the statement names no figure".to_owned(),
        }
    }

    fn open(case: &Case<'b>) -> Self {
        Self { case: Some(case.clone()), reason: String::new(), ..Self::without_figure(case.commitment) }
    }
}
