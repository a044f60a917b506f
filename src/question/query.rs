//! What somebody asks about.

use std::sync::Arc;

use crate::book::{Book, Commitment};
use crate::error::{Result, SourceText};
use crate::gdp::feed::Feed;
use crate::gdp::{Path, Resolver, has_scenario, scenario_names};
use crate::pledge::When;
use crate::quantity::{Country, Currency, Date, Year, YearRange};
use crate::verdict::Judge;

use super::{Claim, Grid, Judging, Planning, Point, Spreads};

/// What somebody asks about: a book as it was known on a day, and which part of it.
#[derive(Debug, Clone)]
pub struct Query<'b> {
    /// The book.
    pub book: &'b Book,
    /// The day whose knowledge is shown.
    pub as_of: Date,
    /// The countries that were asked for; nothing is the book's default country.
    pub countries: Option<Vec<Country>>,
    /// The years that were asked for.
    pub years: Option<YearRange>,
    /// The earlier year that is asked for where it is told how far something moved.
    pub since: Option<Year>,
    /// The scenarios that were asked for; none is all that are shown by default.
    pub scenarios: Vec<String>,
    /// The commitments that were asked for; none is all.
    pub commitments: Vec<String>,
    /// Commitments in the place of the book's.
    pub said: &'b [Commitment],
    /// The family of definitions that was asked for; nothing is all, and for a picture of one family that of [`Query::family`].
    pub family: Option<String>,
    /// Scenarios that somebody brought along; [`Feed::elsewhere`] where their rows are made beside the answer.
    pub feed: Option<Feed>,
    /// The currency of all money, at the rates of the book; nothing is each amount's own.
    pub currency: Option<Currency>,
    /// The scenario that amounts are compared with.
    pub compare: Option<String>,
    /// Whether superseded commitments are shown too.
    pub all: bool,
    /// Whether sums over the commitments are added.
    pub total: bool,
    /// GDP over all scenarios of a file, for the picture of how far amounts are apart.
    pub spreads: Option<Spreads>,
    /// How commitments are judged.
    pub judging: Judging,
    /// How paths to pledges lead there, and what they are set against.
    pub planning: Planning,
    /// The two ends between which a change is told, each by what it is of where that is not the year, the day and the definition asked
    /// about.
    pub between: [Vec<Point>; 2],
    /// How far GDP and the share of a pledge are moved.
    pub grid: Grid,
    /// What somebody claims.
    pub claim: Option<Claim>,
}

impl<'b> Query<'b> {
    /// Everything about the default country, as known on the latest date of the book or another day.
    #[must_use]
    pub fn new(book: &'b Book, as_of: Date) -> Self {
        let (scenarios, commitments) = (Vec::new(), Vec::new());
        Self {
            book,
            as_of,
            countries: None,
            years: None,
            since: None,
            scenarios,
            commitments,
            said: &[],
            family: None,
            feed: None,
            currency: None,
            compare: None,
            all: false,
            total: false,
            spreads: None,
            judging: Judging::default(),
            planning: Planning::default(),
            between: [Vec::new(), Vec::new()],
            grid: Grid::default(),
            claim: None,
        }
    }

    /// The countries that are asked about.
    #[must_use]
    pub fn countries(&self) -> Vec<Country> {
        self.countries.clone().unwrap_or_else(|| vec![self.book.country])
    }

    /// The one country that a picture is about: the book's own if it is among those asked for, else the first of them.
    #[must_use]
    pub fn country(&self) -> Country {
        let asked = self.countries();
        let own = asked.iter().find(|country| **country == self.book.country).or(asked.first());
        own.copied().unwrap_or(self.book.country)
    }

    /// Pledges in words, as each country that is asked about would say them: `pledge-1` and so on, for the years that they name, else for
    /// those that are asked about; they are asked about in the place of the book's commitments as [`Query::said`].
    ///
    /// ```
    /// use pledgebook::Session;
    /// use pledgebook::error::SourceText;
    /// use pledgebook::question::{Query, ask};
    /// use pledgebook::table::columns;
    ///
    /// let book = Session::embedded()?.over(2026)?;
    /// let said = book.query().in_words([SourceText::new("pledge", "about 5% of GDP")], None)?;
    /// let table = ask("amounts", &Query { said: &said, ..book.query() })?;
    /// assert!(table.select([&columns::COMMITMENT])?.iter().all(|[commitment]| commitment.words() == "pledge-1"));
    /// # Ok::<(), pledgebook::Errors>(())
    /// ```
    /// # Errors
    /// Words are no pledge, or the book has no such definition.
    pub fn in_words(
        &self,
        words: impl IntoIterator<Item = SourceText>,
        definition: Option<&str>,
    ) -> Result<Vec<Commitment>> {
        let words: Vec<_> = words.into_iter().map(Arc::new).collect();
        let all = self.countries().into_iter().flat_map(|country| (1..).zip(&words).map(move |own| (country, own)));
        all.map(|(country, (number, words))| {
            let said = self.book.said(format!("pledge-{number}"), country, words, definition)?;
            Ok(Commitment { when: said.when.or(self.years.map(When::Each)), ..said })
        })
        .collect()
    }

    /// The names of the scenarios of the book that are asked about.
    #[must_use]
    pub fn scenarios(&self) -> Vec<String> {
        match (self.scenarios.is_empty(), &self.feed) {
            (false, _) => self.scenarios.clone(),
            (true, Some(_)) => Vec::new(),
            (true, None) => scenario_names(self.book, &self.countries()),
        }
    }

    /// Those of them that a country has.
    #[must_use]
    pub fn scenarios_of(&self, country: Country) -> Vec<String> {
        self.scenarios().into_iter().filter(|scenario| has_scenario(self.book, scenario, country)).collect()
    }

    /// GDP under a scenario, of each country asked about that has it.
    pub(super) fn paths(&self, scenario: &str) -> Result<Vec<Path>> {
        let countries = self.countries().into_iter();
        let having = countries.filter(|country| has_scenario(self.book, scenario, *country));
        having.map(|country| self.resolver().path(scenario, country)).collect()
    }

    /// What resolves GDP as it was known by then; growth without an end runs to the last year asked for.
    #[must_use]
    pub fn resolver(&self) -> Resolver<'b> {
        let resolver = Resolver::new(self.book, self.as_of);
        self.years.map_or(resolver, |years| resolver.to(years.last()))
    }

    /// What judges as it was asked for, on what was known by then.
    pub(super) fn judge(&self) -> Judge<'b> {
        Judge::new(self.book, self.as_of, self.judging.strict).as_written(self.judging.as_written)
    }

    /// Whether years are among those asked for.
    pub(super) fn asks_about(&self, years: YearRange) -> bool {
        self.years.is_none_or(|asked| asked.overlaps(years))
    }
}
