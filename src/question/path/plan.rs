//! From where to where a pledge leads, on which GDP and by which shapes; what stands in the way is refused with a way out.

use crate::analysis::{Shape, Spent};
use crate::book::{Basis, Commitment, Definition};
use crate::error::{Error, Kind, Result};
use crate::evaluate::{self, Outcome, ShareOfGdp};
use crate::gdp::Resolution;
use crate::pledge::{Base, When};
use crate::quantity::{Country, Decimal, Ratio, Year, YearRange};
use crate::question::shares::Shares;
use crate::question::start::{Said, Start};
use crate::question::{Definitions, Query};

use super::planning::Planning;

/// A pledge on its way.
pub(super) struct Plan<'b> {
    pub(super) commitment: &'b Commitment,
    /// GDP under the one scenario that is asked for, else `latest`.
    pub(super) resolution: Resolution<'b>,
    pub(super) start: Start<'b>,
    pub(super) goal: Goal,
    pub(super) shapes: Vec<Shape>,
    /// The shares that the shape `waypoints` leads through.
    pub(super) waypoints: Vec<(Year, Ratio)>,
    /// What was spent in the years of a pledge over years together that are known, in their order.
    pub(super) known: Vec<Start<'b>>,
}

/// What is to be reached, and when.
pub(super) struct Goal {
    pub(super) year: Year,
    /// What the pledge comes to in that year, or over its years together.
    pub(super) spent: Spent,
    pub(super) outcome: Outcome,
    /// The years that are taken together.
    pub(super) together: Option<YearRange>,
}

impl<'b> Plan<'b> {
    /// The plan of the one commitment that is asked about.
    ///
    /// # Errors
    /// None or several are asked about, no path leads there, or two figures between which nothing chooses.
    pub(super) fn of(query: &Query<'b>) -> Result<Self> {
        let commitment = asked(query)?;
        Self::to(query, commitment)
    }

    /// The plan of a commitment.
    ///
    /// # Errors
    /// No path leads there, or two figures between which nothing chooses.
    pub(super) fn to(query: &Query<'b>, commitment: &'b Commitment) -> Result<Self> {
        let (planning, country) = (&query.planning, commitment.country);
        commitment.check_announced(query.as_of)?;
        let pledge = commitment.stated()?;
        let when = commitment.when.ok_or_else(|| missing("--pledge", "by YEAR", SAY_WHEN))?;
        let last = when.last().unwrap_or(Year::LAST);
        let latest = || Basis::Latest.to_string();
        let scenario = query.scenarios.first().cloned().unwrap_or_else(latest);
        let horizon = when.last().unwrap_or(Year::FIRST).max(query.book.latest_year());
        let resolution = query.resolver().to(horizon).resolve(&scenario, country)?;
        let mut spending = Spending { query, country, shares: None, commitment };
        let start = spending.start(planning, &resolution, last)?;
        let Some(year) = goal_year(when, start.year) else {
            let reason =
                format!("it speaks of {}, and it starts from {}: {}", commitment.years(), start.year, start.words);
            return Err(no_path(commitment, reason).help("start from an earlier year with `--from`, or ask `verdicts`"));
        };
        let pledged = query.stated(commitment)?;
        let together = when.together();
        let outcome = evaluate::over(&pledged, &resolution.path, together.unwrap_or(year.into()))?;
        let gdp = |year: Year| resolution.path.value(year).map(|value| value.gdp.millions());
        let spent = Spent {
            share: share_of_gdp(&outcome, pledge.base(), pledge.share_of_gdp().is_some(), gdp(year))?,
            money: None,
        };
        let money = match query.book.currency(country) {
            Some(own) if own == outcome.currency => outcome.amount,
            Some(_) | None => spent.share.zip(gdp(year)).map(|(share, gdp)| share.per_cent(gdp)).transpose()?,
        };
        let spent = Spent { money, ..spent };
        if spent == (Spent { share: None, money: None }) {
            let reason =
                outcome.reason.as_ref().map_or_else(|| "what it comes to is unknown".to_owned(), ToString::to_string);
            return Err(no_path(commitment, reason).help("ask for a pledge of money or of a share of GDP"));
        }
        let known = match together {
            Some(years) => spending.known(years, &start)?,
            None => Vec::new(),
        };
        let goal = Goal { year, spent, outcome, together };
        let stated = || commitment.path.iter().map(|(year, share)| (*year, *share)).collect();
        let waypoints = if planning.waypoints.is_empty() { stated() } else { planning.waypoints.clone() };
        let waypoints: Vec<(Year, Ratio)> =
            waypoints.into_iter().map(|(year, share)| (year, share.percent().into())).collect();
        let shapes = match (&planning.shapes[..], together, waypoints.is_empty()) {
            ([], Some(_), _) => vec![Shape::Even],
            ([], None, true) => vec![Shape::Linear],
            ([], None, false) => vec![Shape::Waypoints],
            (asked, _, _) => asked.to_vec(),
        };
        let plan = Self { commitment, resolution, start, goal, shapes, waypoints, known };
        plan.shapes.iter().try_for_each(|shape| plan.check(planning, *shape))?;
        Ok(plan)
    }

    /// GDP of a year, in millions.
    pub(super) fn gdp(&self, year: Year) -> Option<Decimal> {
        self.resolution.path.value(year).map(|value| value.gdp.millions())
    }

    /// The years of the path: from its start to its goal, of a pledge over years together those of them that are left.
    pub(super) fn years(&self) -> Vec<Year> {
        let first = self.goal.together.map_or(self.start.year, YearRange::first).max(self.start.year);
        let after = first.to(self.goal.year).filter(|year| *year > self.start.year);
        std::iter::once(self.start.year).chain(after).collect()
    }

    /// That a shape can lead there.
    pub(super) fn check(&self, planning: &Planning, shape: Shape) -> Result<()> {
        let (start, goal, id) = (&self.start, &self.goal, &self.commitment.id);
        let needless = |reason: &str, help: &str| {
            let kind = Kind::NeedlessOption { option: format!("--shape {shape}"), reason: format!("`{id}` {reason}") };
            Err(Error::new(kind).help(help))
        };
        let lacks =
            |what: String, help: String| Err(no_path(self.commitment, format!("`{shape}` needs {what}")).help(help));
        match (shape, goal.together) {
            (Shape::Even, None) => {
                return needless("is for one year, not for several together", "leave it out, or take `linear`");
            }
            (Shape::Even, Some(_)) => return Ok(()),
            (_, Some(years)) => {
                return needless(
                    &format!("is for {years} together"),
                    "leave it out, or take `even`: what is left, the same in each year",
                );
            }
            (Shape::Linear | Shape::Growth | Shape::Flat | Shape::Waypoints, None) => {}
        }
        if shape == Shape::Waypoints {
            if self.waypoints.is_empty() {
                return Err(missing(
                    "--shape waypoints",
                    "YEAR=SHARE",
                    "write `--shape waypoints:2026=2.2%,2030=3%`: the commitment states no path of its own",
                ));
            }
            let outside = planning.waypoints.iter().find(|(year, _)| *year <= start.year || goal.year <= *year);
            if let Some((year, _)) = outside {
                return needless(
                    &format!("leads from {} to {}, and {year} is not between", start.year, goal.year),
                    "write years between both",
                );
            }
        }
        let years = [(&start.spent, start.year), (&goal.spent, goal.year)];
        if shape == Shape::Growth {
            let without = years.iter().find(|(spent, _)| spent.money.is_none());
            return match without {
                Some((_, year)) => lacks(
                    format!("money of {year}, and there is no GDP of it on `{}`", self.resolution.path.scenario),
                    say_gdp(*year),
                ),
                None if start
                    .spent
                    .money
                    .is_some_and(|money| money.compare(Decimal::ZERO).is_ok_and(std::cmp::Ordering::is_eq)) =>
                {
                    lacks("something that grows".to_owned(), "take `--shape linear`".to_owned())
                }
                None => Ok(()),
            };
        }
        let without = years.iter().find(|(spent, _)| spent.share.is_none());
        without.map_or(Ok(()), |(_, year)| {
            let help = format!("{}; `--shape growth` needs none for a pledge of money", say_gdp(*year));
            lacks(format!("a share of {year}, and there is no GDP of it on `{}`", self.resolution.path.scenario), help)
        })
    }
}

const SAY_WHEN: &str = "say by when, as \"3.5% of GDP by 2035\"";

fn say_gdp(year: Year) -> String {
    format!("say GDP of it with `--gdp-level {year}=MILLION`, or how GDP grows up to it with `--growth`")
}

/// The one commitment that is asked about.
fn asked<'b>(query: &Query<'b>) -> Result<&'b Commitment> {
    let countries = query.countries();
    let listed = query.listed();
    let of = listed.iter().filter(|own| countries.contains(&own.country));
    let is_named = !query.said.is_empty() || !query.commitments.is_empty();
    match (is_named, &of.copied().collect::<Vec<_>>()[..]) {
        (true, [one]) => Ok(one),
        (true, [one, ..]) if query.said.is_empty() => {
            Err(Error::new(Kind::SeveralCountries { commitment: one.id.clone() })
                .help("ask about one of its countries"))
        }
        (true | false, _) => Err(missing("path", "ID", "name a commitment, or say a pledge with `--pledge`")),
    }
}

fn missing(what: &str, option: &str, help: &str) -> Error {
    Error::new(Kind::MissingOption { what: what.to_owned(), option: option.to_owned() }).help(help)
}

fn no_path(commitment: &Commitment, reason: String) -> Error {
    let commitment = commitment.id.clone();
    Error::new(Kind::NoPath { commitment, reason })
}

/// The year in which a pledge is to be reached first after another one; of years together the last.
fn goal_year(when: When, start: Year) -> Option<Year> {
    match when {
        When::Sum(years) | When::Mean(years) => Some(years.last()).filter(|last| *last > start),
        When::By(_) | When::Each(_) | When::From(_) => {
            let next = start.next()?.max(when.first());
            when.last().is_none_or(|last| next <= last).then_some(next)
        }
    }
}

/// The share of GDP that is pledged: as it is stated, else what the amount comes to.
fn share_of_gdp(outcome: &Outcome, base: Option<Base>, is_stated: bool, gdp: Option<Decimal>) -> Result<Option<Ratio>> {
    match (base, outcome.share) {
        (Some(Base::Gdp), Some(ShareOfGdp::Stated(share))) if is_stated => Ok(Some(share.percent().into())),
        (None, Some(ShareOfGdp::Quotient(share))) => Ok(Some(share)),
        (None, Some(ShareOfGdp::Stated(_)) | None) | (Some(_), _) => {
            outcome.amount.zip(gdp).map(|(amount, gdp)| amount.percent_of(gdp)).transpose()
        }
    }
}

/// What was spent of which a pledge speaks.
struct Spending<'q, 'b> {
    query: &'q Query<'b>,
    country: Country,
    commitment: &'b Commitment,
    /// By the definition that is asked for, else the commitment's own; nothing before it is needed.
    shares: Option<Shares<'b>>,
}

impl<'b> Spending<'_, 'b> {
    fn shares(&mut self) -> Result<&mut Shares<'b>> {
        let (query, commitment) = (self.query, self.commitment);
        let definition: Option<&'b Definition> = match &query.judging.by {
            Definitions::One(id) => Some(query.book.definition(id)).flatten(),
            Definitions::Own | Definitions::Family => query.book.definition_of(commitment),
        };
        let lacks =
            || missing("--pledge", "--definition", "say what spending counts: a definition of `definitions.toml`");
        let definition = definition.ok_or_else(lacks)?;
        Ok(self.shares.get_or_insert_with(|| Shares::new(query, definition)))
    }

    /// Where the path starts.
    fn start(&mut self, planning: &Planning, on: &Resolution<'_>, until: Year) -> Result<Start<'b>> {
        let (query, country, commitment) = (self.query, self.country, self.commitment);
        match (planning.start, planning.from) {
            (Some(Said::Amount(amount)), Some(_)) if Some(amount.currency) != query.book.currency(country) => {
                let expected = query.book.known_currency(country)?.to_string();
                let kind = Kind::CurrencyMismatch { found: amount.currency.to_string(), expected };
                Err(Error::new(kind).help("write the amount in the currency of the country"))
            }
            (Some(said), Some(year)) => Start::said(year, said, on.path.value(year).map(|value| value.gdp.millions())),
            (Some(_), None) => Err(missing("--start", "--from", "say in which year it was spent, as `--from 2028`")),
            (None, Some(year)) => {
                let shares = self.shares()?;
                let (definition, found) = (shares.definition, Start::in_year(query, shares, country, year)?);
                found.ok_or_else(|| {
                    let reason = format!("no spending of {year} is published under `{}`", definition.id);
                    no_path(commitment, reason).help("name another year, or say what was spent in it with `--start`")
                })
            }
            (None, None) => {
                let shares = self.shares()?;
                match shares.last_outturn(country, until)? {
                    Some(share) => Start::at(query, shares, country, share),
                    None => {
                        let reason = format!("there is no outturn under `{}` to start from", shares.definition.id);
                        let help = "name a year that has another figure with `--from`, or say what was spent in it with `--start`";
                        Err(no_path(commitment, reason).help(help))
                    }
                }
            }
        }
    }

    /// What is known of years together, up to the start.
    fn known(&mut self, years: YearRange, start: &Start<'b>) -> Result<Vec<Start<'b>>> {
        let (query, country, commitment) = (self.query, self.country, self.commitment);
        let before = years.years().take_while(|year| *year < start.year).collect::<Vec<_>>();
        let mut known = Vec::new();
        for year in before {
            let found = Start::in_year(query, self.shares()?, country, year)?;
            known.push(found.ok_or_else(|| {
                let reason = format!("nothing is published of {year}, one of its years {years}");
                no_path(commitment, reason).help("add the figure to the book")
            })?);
        }
        known.extend(Some(start.clone()).filter(|start| years.contains(start.year)));
        Ok(known)
    }
}
