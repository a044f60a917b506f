//! Judges commitments: of each year every publisher's figure by itself.

use crate::book::{Book, Commitment, Definition};
use crate::error::{Error, Kind, Result};
use crate::evaluate;
use crate::gdp::{Ground, Path, Rates};
use crate::pledge::{Quantity, When};
use crate::quantity::{Date, Ratio, YearRange};

use super::case::Case;
use super::contradiction::Contradiction;
use super::kept::Kept;
use super::spent::Sought;
use super::{Extent, Measure, Measured, Spending, Spent, Verdict, reason, unmeasured};

/// Judges the commitments of a book on what was known on a day.
#[derive(Debug)]
pub struct Judge<'b> {
    pub(super) book: &'b Book,
    pub(super) as_of: Date,
    /// All spending that was known.
    pub(super) known: Kept<'b>,
    /// What of it counts, if not all does.
    pub(super) strict: Option<Kept<'b>>,
    /// What one currency is worth in another.
    rates: Rates<'b>,
    /// Whether words are set against words.
    as_written: bool,
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
    pub unaccounted: Option<Ratio>,
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
        let strict = strict.then(|| Kept::new(known.strictly(as_of)));
        let rates = Rates::known(book, as_of);
        Self { book, as_of, known: Kept::new(known), strict, rates, as_written: false }
    }

    /// The same with words set against words, or not: no slack but that of `about`, and no precision of figures.
    #[must_use]
    pub fn as_written(self, as_written: bool) -> Self {
        Self { as_written, ..self }
    }

    /// The years that a commitment is judged in, within `window` if there is one; a cumulative one over its years together, one that
    /// names none in each year of the window, without one in each of the path.
    #[must_use]
    pub fn years(commitment: &Commitment, path: &Path, window: Option<YearRange>) -> Vec<YearRange> {
        match commitment.when {
            Some(When::Sum(years) | When::Mean(years)) => {
                Some(years).filter(|years| window.is_none_or(|window| window.overlaps(*years))).into_iter().collect()
            }
            Some(when) => evaluate::years(when, path, window).into_iter().map(|year| when.stated(year)).collect(),
            None if commitment.pledge.is_none() => Vec::new(),
            None => match window {
                Some(window) => window.years().map(YearRange::from).collect(),
                None => path.values.keys().copied().map(YearRange::from).collect(),
            },
        }
    }

    /// The verdicts on a commitment in a year, or over years together, on a path of GDP and by a definition: one for each
    /// publisher and measure with a figure, the firmest kind first, then the latest vintage, the publisher's name, and the
    /// published share before the money; one alone where nobody has any.
    ///
    /// # Errors
    /// Arithmetic that would need more than 28 digits, with the place of the commitment; two figures of one publisher between
    /// which nothing chooses, with theirs.
    pub fn judge(
        &self,
        commitment: &'b Commitment,
        definition: &'b Definition,
        (ground, path): (&Ground, &Path),
        years: YearRange,
    ) -> Result<Vec<Judgement<'b>>> {
        let judged = self.judged(commitment, definition, (ground, path), years, |case| self.judge_case(case))?;
        Ok(judged.unwrap_or_else(|| vec![Judgement::without_figure(commitment)]))
    }

    /// The same where somebody has a figure; none where nobody has any, without a look for what is published beside it.
    ///
    /// # Errors
    /// As [`Judge::judge`].
    pub fn judge_figures(
        &self,
        commitment: &'b Commitment,
        definition: &'b Definition,
        (ground, path): (&Ground, &Path),
        years: YearRange,
    ) -> Result<Vec<Judgement<'b>>> {
        let judged = self.judged(commitment, definition, (ground, path), years, |case| self.judge_found(case))?;
        Ok(judged.unwrap_or_default())
    }

    /// What `judge` makes of what is judged, if the commitment states a figure.
    fn judged(
        &self,
        commitment: &'b Commitment,
        definition: &'b Definition,
        (ground, path): (&Ground, &Path),
        years: YearRange,
        judge: impl Fn(&Case<'b>) -> Result<Vec<Judgement<'b>>>,
    ) -> Result<Option<Vec<Judgement<'b>>>> {
        let case = Case::new(commitment, definition, (ground, path), years, (&self.rates, self.as_written));
        case.and_then(|case| case.map(|case| judge(&self.on_spending(case)?)).transpose())
            .map(|judged| judged.map(|judged| judged.into_iter().map(Judgement::remarked).collect()))
            .map_err(|error| too_large(error, commitment, ground, years))
    }

    fn judge_found(&self, case: &Case<'b>) -> Result<Vec<Judgement<'b>>> {
        self.found(case, self.counted())?.into_iter().map(|spent| self.judge_spent(case, spent)).collect()
    }

    fn judge_case(&self, case: &Case<'b>) -> Result<Vec<Judgement<'b>>> {
        let found = self.judge_found(case)?;
        if !found.is_empty() {
            return Ok(found);
        }
        let (verdict, reason) = if let Some(figures) = self.not_added(case, self.counted())? {
            (Verdict::Undecided, unmeasured::without_amounts(case, &figures))
        } else if let Some(left_out) = self.left_out(case, &[])? {
            (Verdict::Open, format!("nothing that counts is published; left out: {left_out}"))
        } else {
            self.beside(case)?
        };
        Ok(vec![Judgement { verdict, reason, ..Judgement::open(case) }])
    }

    /// The spending that counts.
    pub(super) fn counted(&self) -> &Kept<'b> {
        self.strict.as_ref().unwrap_or(&self.known)
    }

    /// What is published under the definition.
    pub(super) fn found(&self, case: &Case<'b>, spending: &Kept<'b>) -> Result<Vec<Spent<'b>>> {
        let sought = self.sought(case);
        if case.is_cumulative() {
            return Ok(sought.over(spending, case.outcome.years)?.into_iter().collect());
        }
        if case.is_mean() {
            return sought.of_each_year(spending, case.outcome.years);
        }
        let mut found = sought.in_year(spending, case.outcome.years.first())?;
        found.retain(|spent| spent.measure == Measure::Money || !case.takes_amounts_alone());
        Ok(found)
    }

    pub(super) fn sought(&self, case: &Case<'b>) -> Sought<'b> {
        let (country, currency) = (case.commitment.country, case.pledged.currency);
        Sought { book: self.book, country, definition: &case.definition.id, currency }
    }

    fn judge_spent(&self, case: &Case<'b>, spent: Spent<'b>) -> Result<Judgement<'b>> {
        let Quantity::Relative { to, year } = case.pledged.pledge.quantity else {
            return self.judge_known(case, spent);
        };
        match self.set_against(case, &spent, to, year)? {
            Ok(own) => self.judge_known(&own, spent),
            Err(reason) => {
                let (measured, verdict) = (Measured::new(case, &spent)?.without_pledge(), Verdict::Undecided);
                Ok(Judgement { spent: Some(spent), measured, verdict, reason, ..Judgement::open(case) })
            }
        }
    }

    /// The verdict on a figure where what was pledged is known.
    fn judge_known(&self, case: &Case<'b>, spent: Spent<'b>) -> Result<Judgement<'b>> {
        let measured = Measured::new(case, &spent)?;
        let verdict = match (&measured.figure, spent.extent) {
            (None, _) | (_, Extent::Overlapping) => Verdict::Undecided,
            (Some((figure, ends)), Extent::Whole) => case.judge(figure, ends)?,
            (Some((figure, _)), Extent::Bound) => case.scale.judge_bound(figure)?,
        };
        let in_parts = spent.extent != Extent::Whole;
        let lacks_years = case.is_mean() && measured.figure.is_none();
        let left_out = if in_parts || lacks_years { self.left_out(case, &spent.rows)? } else { None };
        let mut reason = reason::of_figure(case, &spent, &measured, verdict, left_out.is_some())?;
        if verdict == Verdict::Undecided && measured.figure.is_some() {
            reason.extend(self.settled(case, &spent)?.map(|way| format!("; {way}")));
        }
        reason.extend(Contradiction::of(case, &spent)?.map(|both| both.words(case)).transpose()?);
        reason.extend(self.parts_inside(case, &spent)?);
        reason.extend(left_out.map(|rows| format!("; left out {rows}")));
        if in_parts {
            reason.extend(self.not_added(case, self.counted())?.map(|figures| format!("; not added {figures}")));
        }
        let open = verdict == Verdict::Undecided && in_parts;
        let unaccounted = if open { measured.missing()? } else { None };
        Ok(Judgement { spent: Some(spent), measured, unaccounted, verdict, reason, ..Judgement::open(case) })
    }
}

/// The error of arithmetic with the verdict that it is about.
fn too_large(error: Error, commitment: &Commitment, ground: &Ground, years: YearRange) -> Error {
    if !matches!(error.kind(), Kind::TooLarge { .. }) {
        return error;
    }
    let what = format!("the verdict on `{}` in {years} on `{ground}`", commitment.id);
    let help = "28 digits can be kept: write fewer in the pledge, in GDP or in spending";
    Error::new(Kind::TooLarge { what }).help(help).at(commitment.origin.place())
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

    /// By which measure the year is read; nothing where there is no figure.
    #[must_use]
    pub fn measure(&self) -> Option<Measure> {
        self.spent.as_ref().map(|spent| spent.measure)
    }

    fn open(case: &Case<'b>) -> Self {
        Self { case: Some(case.clone()), reason: String::new(), ..Self::without_figure(case.commitment) }
    }
}
