//! A book in the words of a language: its names spelled out, its figures grouped and whole on their line.

use crate::book::{Book, Commitment, Definition, Observation};
use crate::chart::Lang;
use crate::chart::words::{AMOUNTS, GAP, In, SCOREBOARD, SHARED, listed};
use crate::error::Result;
use crate::pledge::{Base, Pledge, Qualifier, Quantity, When};
use crate::quantity::text::{markdown, plain};
use crate::quantity::{Country, Currency, Decimal, Money, Ratio, Share, YearRange, round};
use crate::verdict::{Case, Judgement, Spent, beside};

use super::words::FINDING;

/// How many words there is room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    /// In a sentence.
    Full,
    /// In a table.
    Short,
}

/// A book and a language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wording<'b> {
    pub(super) book: &'b Book,
    pub(super) lang: Lang,
}

impl Wording<'_> {
    /// The phrases of a table in the language.
    pub(super) fn say<T>(self, phrases: &'static In<T>) -> &'static T {
        phrases.of(self.lang)
    }

    /// A text of the book, translated where the book has it in the language, as Markdown.
    pub(super) fn text(self, text: &str) -> String {
        let said = self.book.translations.of(self.lang.code(), text);
        markdown(said.as_deref().unwrap_or(text)).into_owned()
    }

    /// A country's name inside a sentence.
    pub(super) fn country(self, country: Country) -> String {
        let named = match self.lang {
            Lang::En => country.named(),
            Lang::Lv => self.lang.country(Some(&country)),
        };
        markdown(&named).into_owned()
    }

    pub(super) fn title(self, commitment: &Commitment) -> String {
        self.text(&commitment.title)
    }

    pub(super) fn definition(self, definition: &Definition) -> String {
        self.text(&definition.title)
    }

    /// Who published the documents with these ids, each once.
    pub(super) fn publishers<'s>(self, sources: impl IntoIterator<Item = &'s str>) -> String {
        let mut names = Vec::new();
        for source in sources.into_iter().filter_map(|id| self.book.source(id)) {
            let name = self.text(&source.publisher);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        self.listed(&names)
    }

    /// `a, b and c`
    pub(super) fn listed(self, items: &[String]) -> String {
        listed(items, self.say(&SHARED).and)
    }

    /// An amount in millions, with the three digits that people read.
    pub(super) fn millions(self, millions: Decimal) -> Result<String> {
        let limits = [1, 10, 100].map(Decimal::from);
        let places = limits.iter().map(|limit| u32::from(millions.abs() < *limit)).sum();
        self.rounded(millions, places)
    }

    fn rounded(self, number: Decimal, places: u32) -> Result<String> {
        Ok(self.lang.number(&plain(round(number, places)?)))
    }

    /// The same with its currency: `EUR 161 million`.
    pub(super) fn money(self, currency: Currency, millions: Decimal) -> Result<String> {
        self.amount(Money::from_millions(millions, currency), Length::Full)
    }

    /// The words of a pledge.
    pub(super) fn pledge(self, pledge: Pledge) -> String {
        self.lang.pledge(pledge)
    }

    /// Its figure alone, as it was stated.
    pub(super) fn stated(self, pledge: Pledge) -> String {
        self.pledge(Pledge { qualifier: Qualifier::Exactly, ..pledge })
    }

    /// So much per cent of something: `3.63% of GDP`.
    pub(super) fn share(self, percent: Decimal, base: Base) -> String {
        let quantity = Quantity::Share { share: Share::from_percent(percent), base };
        self.pledge(Pledge { qualifier: Qualifier::Exactly, quantity })
    }

    /// An amount in millions, in as many words as there is room for.
    fn amount(self, money: Money, length: Length) -> Result<String> {
        let millions = match length {
            Length::Full => self.say(&AMOUNTS).millions,
            Length::Short => self.say(&GAP).millions,
        };
        Ok(millions(money.currency().code(), &self.millions(money.millions())?))
    }

    /// Percentage points, of which there are some.
    pub(super) fn points(self, points: &Ratio, length: Length) -> Result<String> {
        let size = self.lang.number(&beside(points, &[Decimal::ZERO], 2)?.abs().to_string());
        Ok(match length {
            Length::Full => (self.say(&FINDING).points)(&size),
            Length::Short => (self.say(&GAP).points)(&size),
        })
    }

    /// A figure in the unit of a pledge, with the digits that tell it from what it is measured by.
    pub(super) fn in_unit(self, case: &Case<'_>, value: &Ratio) -> Result<String> {
        match base(case) {
            Some(base) => Ok(self.share(beside(value, &[case.scale.value, case.scale.limit()?], 2)?, base)),
            None => self.money(case.pledged.currency, value.round(6)?),
        }
    }

    /// A value in the unit of a pledge with all of its digits.
    pub(super) fn exactly(self, case: &Case<'_>, value: Decimal) -> String {
        match base(case) {
            Some(base) => self.share(value.normalize(), base),
            None => (self.say(&AMOUNTS).millions)(case.pledged.currency.code(), &self.lang.number(&plain(value))),
        }
    }

    /// An end of what a figure may be, with the digits that tell it from the last that is not missed.
    pub(super) fn end(self, case: &Case<'_>, end: &Ratio) -> Result<String> {
        let places = if case.is_share() { 3 } else { 2 };
        let end = beside(end, &[case.scale.limit()?], places)?;
        Ok(match base(case) {
            Some(_) => self.lang.percent(&self.lang.number(&plain(end))),
            None => self.exactly(case, end),
        })
    }

    /// What was spent, as an amount, as a share, or as both.
    pub(super) fn figure(self, judgement: &Judgement<'_>, length: Length) -> Result<String> {
        let Some((case, spent)) = judgement.case.as_ref().zip(judgement.spent.as_ref()) else {
            return Ok(String::new());
        };
        let amount = spent.amount.map(|money| self.amount(money, length)).transpose()?;
        let share = judgement.measured.percent.as_ref().zip(base(case));
        let share = share.map(|(percent, base)| self.percent(case, spent, percent, (base, length))).transpose()?;
        let is_to_list = amount.is_none() && share.is_none() && (length == Length::Full || spent.rows.len() == 1);
        let published = is_to_list.then(|| self.rows(spent, length));
        Ok([amount, share, published.transpose()?].into_iter().flatten().collect::<Vec<_>>().join(", "))
    }

    /// What was spent as a share: with the digits of its publisher, where these are few.
    fn percent(
        self,
        case: &Case<'_>,
        spent: &Spent<'_>,
        percent: &Ratio,
        (base, length): (Base, Length),
    ) -> Result<String> {
        let published = spent.share.filter(|row| spent.amount.is_none() && row.value.scale() <= 2).map(|row| row.value);
        let known = beside(percent, &[case.scale.value, case.scale.limit()?], 2);
        let value = published.map_or(known, Ok)?;
        Ok(match length {
            Length::Full => self.share(value, base),
            Length::Short => self.lang.percent(&self.lang.number(&value.to_string())),
        })
    }

    /// The rows of spending that come to nothing in the unit of the pledge, as they were published.
    fn rows(self, spent: &Spent<'_>, length: Length) -> Result<String> {
        let of = |row: &&Observation| match row.money() {
            Some(money) => self.amount(money, length),
            None => Ok(self.lang.percent(&self.rounded(row.value, 2)?)),
        };
        Ok(self.listed(&spent.rows.iter().map(of).collect::<Result<Vec<_>>>()?))
    }

    /// How far a figure is from the pledge: in money where either is money, else in points.
    pub(super) fn gap(self, judgement: &Judgement<'_>, length: Length) -> Result<String> {
        let measured = &judgement.measured;
        let money = judgement.case.as_ref().zip(measured.gap);
        let money =
            money.map(|(case, gap)| self.amount(Money::from_millions(gap.abs(), case.pledged.currency), length));
        let points = measured.gap_points.as_ref().filter(|_| !in_money(judgement));
        let points = points.map(|points| self.points(points, length));
        points.or(money).transpose().map(Option::unwrap_or_default)
    }

    /// The verdict as a table has it: `missed (plan)`.
    pub(super) fn verdict(self, judgement: &Judgement<'_>) -> String {
        let word = (self.say(&SCOREBOARD).verdict)(judgement.verdict);
        let kind = judgement.spent.as_ref().map(|spent| (self.say(&SHARED).kind)(spent.kind()));
        kind.map_or(word.to_owned(), |kind| format!("{word} ({kind})"))
    }

    /// Years by themselves: `2022–2025`.
    pub(super) fn years(self, years: YearRange) -> String {
        years.to_string().replace('-', "–")
    }

    /// A pledge with its years, as a sentence begins.
    pub(super) fn promise(self, commitment: &Commitment, pledge: Pledge, years: YearRange) -> String {
        let (say, pledge, years) = (self.say(&FINDING), self.pledge(pledge), self.years(years));
        let promise = match commitment.when {
            Some(When::Sum(_)) => (say.together)(&pledge, &years),
            Some(When::Mean(_)) => (say.on_average)(&pledge, &years),
            Some(When::By(_)) => (say.by)(&pledge, &years),
            Some(When::Each(_) | When::From(_)) | None => (say.in_years)(&pledge, &years),
        };
        capitalised(&promise)
    }
}

/// Whether a figure or the pledge that it is held against is money.
pub(super) fn in_money(judgement: &Judgement<'_>) -> bool {
    let spent = judgement.spent.as_ref().is_some_and(|spent| spent.amount.is_some());
    spent || !is_share(judgement)
}

/// Whether the pledge is a share.
pub(super) fn is_share(judgement: &Judgement<'_>) -> bool {
    judgement.case.as_ref().is_some_and(Case::is_share)
}

/// What a pledge is a share of; nothing of an amount.
pub(super) fn base(case: &Case<'_>) -> Option<Base> {
    case.pledged.pledge.base().filter(|_| case.is_share())
}

/// With a capital at its beginning.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
