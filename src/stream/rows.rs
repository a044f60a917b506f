//! The rows of a block, written into memory: for each line those of the pledges that name its year, then the sums.

use crate::book::Kind;
use crate::error::Result;
use crate::evaluate::{self, Gdp, Outcome, Pledged};
use crate::gdp::{Path, feed};
use crate::quantity::text::grouped;
use crate::quantity::{Year, YearRange};
use crate::question::{Asked, stated};

use super::below::{Below, Rowing};
use super::digits::{Fixed, four_digits};
use super::heads::Heads;
use super::output_buffer::{OutputBuffer, Piece, Row};
use super::plan::{Plan, Whose};
use super::scaled::Dividend;
use super::scenario_reader::{Fed, Work};
use super::sums::GivenYears;
use super::template::{Figure, Given, Template, Writing};
use super::units::{GDP_PLACES, year_at};

/// What the rows of all blocks have in common.
pub(super) struct Page<'a> {
    pub(super) plan: &'a Plan<'a>,
    pub(super) writing: Writing<'a>,
    /// Of the pledges of the plan.
    templates: Vec<Template>,
}

impl<'a> Page<'a> {
    pub(super) fn new(plan: &'a Plan<'a>, writing: Writing<'a>) -> Self {
        let template = |asked: &'a crate::question::Asked| {
            let whose = plan.countries.iter().find(|whose| whose.country == asked.0.country);
            whose.map_or_else(Template::default, |whose| writing.template(asked, whose.currency))
        };
        let templates = plan.asked.iter().map(template).collect();
        Self { plan, writing, templates }
    }
}

/// The rows of a block.
pub(super) struct Rows<'p> {
    page: &'p Page<'p>,
    out: OutputBuffer,
    heads: Heads,
    /// GDP of the line.
    stated: Piece,
    /// What the open scenario has given, for each country of the plan.
    kept: Vec<GivenYears>,
    /// Whether a row of the block states GDP.
    states_gdp: bool,
    /// Whether one that was handed in did.
    stated_gdp: bool,
}

impl<'p> Rows<'p> {
    pub(super) fn new(page: &'p Page<'p>) -> Self {
        let kept = page.plan.countries.iter().map(GivenYears::new).collect();
        let (out, heads, stated) = (OutputBuffer::default(), Heads::new(page.templates.len()), Piece::default());
        Self { page, out, heads, stated, kept, states_gdp: false, stated_gdp: false }
    }

    /// The rows of a line.
    #[inline(always)]
    fn push_line(&mut self, scenario: &str, country: usize, fed: Fed<'_>) -> Result<()> {
        let page = self.page;
        let whose = &page.plan.countries[country];
        let digits = four_digits(fed.year + usize::from(Year::FIRST.number()));
        self.state(fed.stated);
        for index in &whose.yearly[fed.year] {
            let given = page.templates[*index].given.as_ref();
            if !given.is_some_and(|given| self.push_given(*index, given, (Some(digits), fed.gdp))) {
                let asked = &page.plan.asked[*index];
                self.push_exact(&asked.0, scenario, &outcome(asked, scenario, whose, fed)?)?;
            }
        }
        Ok(())
    }

    /// The row of a sum over years.
    fn push_sum(&mut self, scenario: &str, whose: &Whose, kept: &GivenYears, sum: (usize, YearRange)) -> Result<()> {
        let ((pledged, _), template, years) = (&self.page.plan.asked[sum.0], &self.page.templates[sum.0], sum.1);
        if let (Some(year), Some(between)) = (kept.missing(years), &template.missing) {
            self.out.push(self.heads.scenario());
            self.out.push(between.as_bytes());
            self.out.push(self.page.writing.no_gdp(year, scenario)?.as_bytes());
            return Ok(());
        }
        if let Some((gdp, given)) = kept.sum(years).zip(template.given.as_ref()) {
            let digits = Fixed::new(gdp, GDP_PLACES as usize).to_string();
            self.state(digits.trim_end_matches('0').trim_end_matches('.').as_bytes());
            if self.push_given(sum.0, given, (None, gdp.into())) {
                return Ok(());
            }
        }
        self.push_exact(pledged, scenario, &over(pledged, scenario, whose, (years, kept))?)
    }

    /// Takes GDP as stated.
    fn state(&mut self, digits: &[u8]) {
        match self.page.writing.gap {
            Some(gap) => self.stated.set(grouped(&String::from_utf8_lossy(digits), gap).as_bytes()),
            None => self.stated.set(digits),
        }
    }

    /// The row of a pledge on GDP that is given and stated, in a year if it is not of several; false where it is left to exact
    /// decimals, as a row is that would be very long.
    #[inline(always)]
    fn push_given(&mut self, pledge: usize, given: &Given, (year, gdp): (Option<[u8; 4]>, u128)) -> bool {
        let writing = &self.page.writing;
        let year_at = self.heads.scenario().len() + given.year_at;
        let head = self.heads.of(pledge, &given.front);
        if head.room() + self.stated.room() + given.room > Row::ROOM {
            return false;
        }
        let Some(mut row) = self.out.row() else { return false };
        row.push(head);
        if let Some(year) = year {
            row.put(year_at, year);
        }
        row.push(&self.stated);
        row.push(&given.behind);
        for (figure, behind) in &given.figures {
            let number = match figure {
                Figure::Money(factor) => factor.of(gdp).map(|amount| Fixed::new(amount, writing.places)),
                Figure::Quotient(dividend) => dividend.over(gdp).map(|share| Fixed::new(share, Dividend::PLACES)),
            };
            let Some(number) = number else { return false };
            let is_grouped = writing.gap.is_some() && matches!(figure, Figure::Money(_));
            for behind in behind {
                if is_grouped {
                    row.push_grouped(number, &writing.gap_piece, behind);
                } else {
                    row.push_fixed(number, behind);
                }
            }
        }
        let length = row.length();
        self.out.keep(length);
        self.states_gdp = true;
        true
    }

    fn push_exact(&mut self, pledged: &Pledged, scenario: &str, outcome: &Outcome) -> Result<()> {
        self.out.push(self.page.writing.row(pledged, scenario, outcome)?.as_bytes());
        self.states_gdp |= outcome.gdp.is_some();
        Ok(())
    }
}

impl Work for Rows<'_> {
    fn clear(&mut self) {
        self.out.clear();
        self.states_gdp = false;
    }

    fn open(&mut self, scenario: &str) {
        // a name is no figure, so nothing stands in its way
        self.heads.open(self.page.writing.scenario(scenario).unwrap_or_default().as_bytes());
        self.kept.iter_mut().for_each(GivenYears::clear);
    }

    fn line(&mut self, scenario: &str, country: usize, fed: Fed<'_>) -> Result<()> {
        let before = (self.out.as_bytes().len(), self.states_gdp);
        let done = self.push_line(scenario, country, fed);
        match done {
            Ok(()) => self.kept[country].keep(fed),
            Err(_) => {
                self.out.cut(before.0);
                self.states_gdp = before.1;
            }
        }
        done
    }

    fn close(&mut self, scenario: &str) -> Result<()> {
        let kept = std::mem::take(&mut self.kept);
        let mut given = self.page.plan.countries.iter().zip(&kept).filter(|(_, kept)| kept.is_given());
        let done = given.try_for_each(|(whose, kept)| {
            whose.sums.iter().try_for_each(|sum| self.push_sum(scenario, whose, kept, *sum))
        });
        self.kept = kept;
        done
    }

    fn text(&self) -> &[u8] {
        self.out.as_bytes()
    }

    fn settle(&mut self) {
        self.stated_gdp |= self.states_gdp;
    }
}

impl Rowing for Rows<'_> {
    fn end(self, below: &mut Below) {
        if self.stated_gdp {
            below.marks.note_kind(Kind::Assumption);
        }
    }
}

/// What a pledge comes to where a line states GDP.
pub(super) fn outcome((pledged, when): &Asked, scenario: &str, whose: &Whose, fed: Fed<'_>) -> Result<Outcome> {
    let (year, (money, digits)) = (year_at(fed.year), whose.gdp(fed.stated)?);
    let outcome = if evaluate::rests_on_gdp_alone(&pledged.pledge) {
        let gdp = Gdp { stated: Some(digits), ..money.into() };
        evaluate::on_gdp(pledged, stated(*when, year), Some(gdp))
    } else {
        let values = [(year, feed::value(scenario, money, digits))].into();
        evaluate::over(pledged, &Path::new(scenario, whose.country, values), stated(*when, year))
    };
    outcome.map_err(|_| evaluate::too_large(pledged, year.into(), scenario))
}

/// What a pledge comes to over years of which a scenario has given these.
pub(super) fn over(
    pledged: &Pledged,
    scenario: &str,
    whose: &Whose,
    given: (YearRange, &GivenYears),
) -> Result<Outcome> {
    let (years, kept) = given;
    let value = |(year, stated): (Year, &[u8])| {
        let (gdp, stated) = whose.gdp(stated)?;
        Ok((year, feed::value(scenario, gdp, stated)))
    };
    let values = kept.values(years).map(value).collect::<Result<_>>()?;
    let path = Path::new(scenario, whose.country, values);
    evaluate::over(pledged, &path, years).map_err(|_| evaluate::too_large(pledged, years, scenario))
}
