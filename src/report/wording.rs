//! A book in the words of a language: its names spelled out, its pledges and verdicts in the words that pictures use.

use crate::book::{Book, Commitment, Definition};
use crate::chart::Lang;
use crate::chart::words::{In, SCOREBOARD, SHARED, listed};
use crate::pledge::{Base, Pledge, Qualifier, Quantity, When};
use crate::quantity::text::{capitalised, markdown, markdown_paragraph};
use crate::quantity::{Country, Decimal, Share, YearRange};
use crate::verdict::Judgement;

use super::words::FINDING;

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
        markdown(&self.said(text)).into_owned()
    }

    /// The same at the start of a line or of an item, where it begins no list and no heading.
    pub(super) fn first_text(self, text: &str) -> String {
        markdown_paragraph(&self.said(text))
    }

    fn said(self, text: &str) -> String {
        self.book.translations.of(self.lang.code(), text).unwrap_or_else(|| text.to_owned())
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

    /// The words of a pledge.
    pub(super) fn pledge(self, pledge: Pledge) -> String {
        self.lang.pledge(pledge)
    }

    /// The figure that is to be reached, as it was stated: of a range its lower end.
    pub(super) fn stated(self, pledge: Pledge) -> String {
        let quantity = match pledge.quantity {
            Quantity::Shares { low, base, .. } => Quantity::Share { share: low, base },
            Quantity::Amounts { low, .. } => Quantity::Amount(low),
            own @ (Quantity::Share { .. } | Quantity::Amount(_) | Quantity::Relative { .. }) => own,
        };
        self.pledge(Pledge { qualifier: Qualifier::Exactly, quantity })
    }

    /// So much per cent of something: `3.63% of GDP`.
    pub(super) fn share(self, percent: Decimal, base: Base) -> String {
        let quantity = Quantity::Share { share: Share::from_percent(percent), base };
        self.pledge(Pledge { qualifier: Qualifier::Exactly, quantity })
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
