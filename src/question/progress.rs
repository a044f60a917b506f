//! Is each pledge for a later year on its way there?

use std::collections::BTreeMap;

use crate::analysis::{Course, Estimate, Shape};
use crate::book::{Basis, Commitment};
use crate::error::{Errors, Result};
use crate::evaluate::{Premise, Unknown};
use crate::gdp::{Rate, Rates, exchanged};
use crate::quantity::{Between, Country, Money, Ratio, Year};
use crate::table::{Cell, Column, Table, columns};

use super::cells::{millions, quotient};
use super::goal::Goal;
use super::once::Once;
use super::shares::{Share, Shares};
use super::{Query, Question};

pub(super) const QUESTION: Question = Question {
    name: "progress",
    about: "whether each pledge for a later year is on course, behind or ahead of its path",
    build,
};

const COLUMNS: &[Column] = &[
    columns::COUNTRY,
    columns::COMMITMENT,
    columns::YEAR,
    columns::PLEDGE,
    columns::BY,
    columns::SHAPE.for_programs(),
    columns::START_YEAR,
    columns::START_PCT,
    columns::PATH_PCT,
    columns::SHARE_PCT,
    columns::KIND.for_programs(),
    columns::PUBLISHER,
    columns::GAP_PP,
    columns::GAP_MILLION,
    columns::STANDING,
    columns::REASON,
];

/// Below the table for people.
const LINEAR: &str = "the path is linear: equal steps in points from the last outturn to the year of the pledge";
const WAYPOINTS: &str = "leads through the shares that it states itself, by equal steps in points from one to the next";
const ON_COURSE: &str = "on course: as near to the path as the digits of the pledge and of the figure tell, or behind it with the pledge kept";

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let (mut rows, mut sources, mut unknown) = (Vec::new(), Once::default(), BTreeMap::new());
    let (mut stated, mut is_linear) = (Once::default(), false);
    let mut shares: BTreeMap<&str, Shares<'_>> = BTreeMap::new();
    for (commitment, by) in query.standing().filter_map(|own| Some((own, own.when?.by()?))) {
        let Some(definition) = query.book.definition_of(commitment) else { continue };
        let shares = shares.entry(&definition.id).or_insert_with(|| Shares::new(query, definition));
        match Progress::of(query, shares, (commitment, by))? {
            Ok(progress) => {
                sources.add(&commitment.source.id);
                sources.extend([&progress.start, &progress.latest].into_iter().flat_map(Share::sources));
                sources.extend(progress.goal.premises.iter().filter_map(Premise::source));
                is_linear |= progress.shape() == Shape::Linear;
                stated.extend(Some(&*commitment.id).filter(|_| progress.shape() == Shape::Waypoints));
                rows.push(progress.row()?);
            }
            Err(why) => unknown.entry((&*commitment.id, why)).or_insert_with(Vec::new).push(commitment.country),
        }
    }
    let mut table = query.table(QUESTION.name, COLUMNS, rows, sources.names());
    table.notes.extend(Some(LINEAR.to_owned()).filter(|_| is_linear));
    table.notes.extend(stated.names().iter().map(|id| format!("the path of `{id}` {WAYPOINTS}")));
    table.notes.extend(Some(ON_COURSE.to_owned()).filter(|_| !table.rows.is_empty()));
    table.notes.extend(unknown.into_iter().map(|((id, why), of)| unknown_of(query, (id, &why), &of)));
    Ok(table)
}

/// Why nothing is known of a commitment, and of whom where that are not all who are asked about.
fn unknown_of(query: &Query<'_>, (id, why): (&str, &str), of: &[Country]) -> String {
    if of.len() == query.countries().len() {
        return format!("`{id}`: {why}");
    }
    let of: Vec<&str> = of.iter().map(Country::code).collect();
    format!("`{id}` of {}: {why}", of.join(", "))
}

/// How far a commitment has come.
struct Progress<'b> {
    commitment: &'b Commitment,
    course: Course,
    goal: Goal,
    start: Share<'b>,
    latest: Share<'b>,
    /// The latest share and what it may be the rounding of.
    figure: Estimate,
    /// GDP of its year.
    gdp: Option<Money>,
    /// The rates of that year that lead from its currency to that of the pledge, or that there are none.
    rates: Result<Vec<Rate>, Unknown>,
}

impl<'b> Progress<'b> {
    /// From the last outturn to the last year with a figure, or why nothing is known of it.
    fn of(
        query: &Query<'b>,
        shares: &mut Shares<'b>,
        (commitment, by): (&'b Commitment, Year),
    ) -> Result<Result<Self, String>> {
        let country = commitment.country;
        let path = shares.path(country)?;
        let goal = match Goal::of(query, commitment, &path, by)? {
            Ok(goal) => goal,
            Err(why) => return Ok(Err(why)),
        };
        let start = match shares.last_outturn(country, by)? {
            Some(start) if start.row.year < by => start,
            Some(_) => return Ok(Err("its year is over, `verdicts` says whether it was kept".to_owned())),
            None => return Ok(Err("no outturn to start from".to_owned())),
        };
        let first = start.row.year;
        let is_asked = |year: Year| first <= year && year <= by && query.asks_about(year.into());
        let Some(latest) = shares.last(country, |_| true, is_asked)? else {
            return Ok(Err("no figure of a year that is asked for since its last outturn".to_owned()));
        };
        let through = commitment.path.iter().map(|(year, share)| (*year, share.percent().into())).collect();
        let course = Course { through, ..Course::linear((first, start.percent), (by, goal.share)) };
        let value = path.value(latest.row.year);
        let figure = match value.filter(|_| latest.is_computed()) {
            Some(value) => latest.row.between()?.percent_of(&Between::new(value.gdp.millions(), value.precision)?)?,
            None => (latest.percent, latest.row.between()?.interval()?),
        };
        let gdp = value.map(|value| value.gdp);
        let (from, year) = (commitment.currency, latest.row.year);
        let rates = match commitment.pledge.and_then(|pledge| pledge.currency()).filter(|to| *to != from) {
            Some(to) => {
                let rates = Rates::known(query.book, query.as_of).between(from, to, year)?;
                rates.ok_or(Unknown::NoRate { from, to, year })
            }
            None => Ok(Vec::new()),
        };
        Ok(Ok(Self { commitment, course, goal, start, latest, figure, gdp, rates }))
    }

    /// How its path leads there.
    fn shape(&self) -> Shape {
        if self.commitment.path.is_empty() { Shape::Linear } else { Shape::Waypoints }
    }

    fn row(&self) -> Result<Vec<Cell>> {
        let Self { commitment, course, goal, start, latest, .. } = self;
        let (kind, year) = (latest.row.kind, latest.row.year);
        let path = course.share_in(year)?;
        let is_ceiling = commitment.pledge.is_some_and(|pledge| pledge.is_ceiling());
        let gap = latest.percent.gap_to(path)?;
        let in_money = |(gdp, rates): (Money, &Vec<Rate>)| {
            exchanged(rates, (gap.per_cent(gdp.millions())?, gdp.currency())).map(|(millions, _)| millions)
        };
        let in_money = self.gdp.zip(self.rates.as_ref().ok()).map(in_money).transpose()?;
        let percent = |ratio: Ratio| quotient(Some(ratio), 2);
        let scenario = Basis::Latest.to_string();
        let unknown = self.gdp.is_none().then(|| Unknown::NoGdp { year, scenario }.to_string());
        let rates = self.rates.iter().flatten().map(|rate| Premise::Rate(rate.clone()).to_string());
        let no_rate = self.rates.as_ref().err().map(ToString::to_string);
        let mut said = Once::default();
        let premises = goal.premises.iter().map(ToString::to_string).chain(rates);
        premises.chain(no_rate).chain(unknown).for_each(|words| said.add(&words));
        let pledged = (goal.in_year(self.gdp)?, goal.slack);
        Ok(vec![
            commitment.country.into(),
            Cell::name(&*commitment.id),
            year.into(),
            Cell::maybe(commitment.pledge),
            course.end.0.into(),
            Cell::name(self.shape().word()),
            start.row.year.into(),
            percent(start.percent),
            percent(path),
            percent(latest.percent).of_kind(kind),
            kind.into(),
            Cell::text(&*latest.row.publisher),
            percent(gap),
            millions(in_money),
            Cell::name(course.standing(year, &self.figure, pledged, is_ceiling)?.word()),
            Cell::text(said.names().join("; ")),
        ])
    }
}
