//! The way through a block, scenario by scenario: which one is open, which years it has given.

use crate::error::Result;
use crate::gdp::feed::Columns;

use super::plan::Plan;
use super::scale_bounds::ScaleBounds;
use super::scenario_set::Marking;

/// What a line says beside scenario and country.
#[derive(Clone, Copy)]
pub(super) struct Fed<'t> {
    /// The year, counted from [`Year::FIRST`].
    pub(super) year: usize,
    /// GDP as stated.
    pub(super) stated: &'t [u8],
    /// GDP in millionths of a million.
    pub(super) gdp: u128,
}

/// What is done with the lines of a block.
pub(super) trait Work: Send {
    /// Forgets the block before.
    fn clear(&mut self);
    /// A scenario begins.
    fn open(&mut self, _scenario: &str) {}
    /// A line of it, about a country of the plan.
    ///
    /// # Errors
    /// A figure that cannot be kept exactly; then it is as if the line had not been.
    fn line(&mut self, scenario: &str, country: usize, fed: Fed<'_>) -> Result<()>;
    /// Its last line was read.
    ///
    /// # Errors
    /// A figure that cannot be kept exactly.
    fn close(&mut self, _scenario: &str) -> Result<()> {
        Ok(())
    }
    /// The rows of the block as text, each with what parts it from the one before.
    fn text(&self) -> &[u8] {
        &[]
    }
    /// The block was handed in.
    fn settle(&mut self) {}
}

/// Reads one block.
pub(super) struct ScenarioReader<'p, W> {
    plan: &'p Plan<'p>,
    /// Which countries the file may be about.
    columns: Columns<'p>,
    pub(super) work: W,
    /// The open scenario, if there is one.
    scenario: String,
    is_open: bool,
    /// How scenarios are marked, to know one that comes back; without it the file was found sound before.
    marking: Option<&'p Marking>,
    /// The scenarios of the block by their marks, in order.
    pub(super) marks: Vec<u128>,
    /// How many lines were good.
    pub(super) lines: u64,
    given: Vec<Given>,
    /// The place in `given` of the line before.
    latest: usize,
}

/// The years that the open scenario has given of a country, and what GDP may be in each.
struct Given {
    code: [u8; 3],
    /// Where the country stands in the plan, if it has pledges.
    planned: Option<usize>,
    years: [u64; 5],
    bounds: ScaleBounds,
}

impl<'p, W: Work> ScenarioReader<'p, W> {
    pub(super) fn new(plan: &'p Plan<'p>, columns: Columns<'p>, work: W, marking: Option<&'p Marking>) -> Self {
        let (scenario, marks, given) = (String::new(), Vec::new(), Vec::new());
        Self { plan, columns, work, scenario, is_open: false, marking, marks, lines: 0, given, latest: 0 }
    }

    /// Goes to the start of another block.
    pub(super) fn clear(&mut self) {
        self.work.clear();
        self.is_open = false;
        self.marks.clear();
        self.lines = 0;
    }

    /// Whether no scenario of the file may have this name.
    pub(super) fn is_taken(&self, name: &str) -> bool {
        self.plan.is_taken(name)
    }

    /// The next line is about this scenario.
    pub(super) fn enter(&mut self, name: &str) -> Result<()> {
        if self.is_open && self.scenario == name {
            return Ok(());
        }
        self.end()?;
        self.given.iter_mut().for_each(|given| given.years = [0; 5]);
        self.marks.extend(self.marking.map(|marking| marking.mark(name)));
        self.work.open(name);
        self.scenario.clear();
        self.scenario.push_str(name);
        self.is_open = true;
        Ok(())
    }

    /// A line of the open scenario; false if it has given that year before, is out of scale, or is about a country that no file may
    /// be about.
    #[inline(always)]
    pub(super) fn line(&mut self, country: [u8; 3], fed: Fed<'_>) -> Result<bool> {
        let Some(given) = self.given(country) else { return Ok(false) };
        let (word, bit) = (&mut given.years[fed.year / 64], 1u64 << (fed.year % 64));
        if *word & bit != 0 || !given.bounds.hold(fed.year, fed.gdp) {
            return Ok(false);
        }
        *word |= bit;
        let planned = given.planned;
        if let Some(country) = planned {
            self.work.line(&self.scenario, country, fed).inspect_err(|_| forget(&mut self.given[self.latest], fed))?;
        }
        self.lines += 1;
        Ok(true)
    }

    /// The block is over, and with it its last scenario.
    pub(super) fn end(&mut self) -> Result<()> {
        if std::mem::take(&mut self.is_open) { self.work.close(&self.scenario) } else { Ok(()) }
    }

    /// What is given of a country; nothing if no file may be about it.
    #[inline(always)]
    fn given(&mut self, code: [u8; 3]) -> Option<&mut Given> {
        if self.given.get(self.latest).is_none_or(|given| given.code != code) {
            self.latest = self.place(code)?;
        }
        self.given.get_mut(self.latest)
    }

    #[cold]
    fn place(&mut self, code: [u8; 3]) -> Option<usize> {
        let place = self.given.binary_search_by_key(&code, |given| given.code);
        let known = place.is_ok() || self.columns.takes(&code);
        known.then(|| {
            place.unwrap_or_else(|at| {
                let bounds = ScaleBounds::of(self.columns.guard(&code));
                self.given.insert(at, Given { code, planned: self.plan.find(code), years: [0; 5], bounds });
                at
            })
        })
    }
}

/// Takes the year of a line back that is left out.
#[cold]
fn forget(given: &mut Given, fed: Fed<'_>) {
    given.years[fed.year / 64] &= !(1 << (fed.year % 64));
}
