//! Statements in the order in which they were made, what replaced them, and what each came to then and comes to now.

use crate::chart::figure::{Across, Chronicle, Figure, Statement};
use crate::chart::words::{Due, Lang, REVISIONS, TIMELINE};
use crate::error::Result;
use crate::quantity::Date;
use crate::table::{Cell, Pledge, Role, Strength, Table, columns};

use super::alt_text::{Also, Told, main_values, range, sentence};
use super::dated_rows::{day, weight};
use super::table_rows::{currency, fine, place, signed, year};
use super::{Chart, Countries};

/// Reads rows of `role` (`pledge` for each year, `sum` and `mean` over years together, `goal` by a year), `commitment`, `announced`, `strength`,
/// `pledge`, `first_year`, `last_year` (unknown without an end), `superseded_by`, `group` (that said it), `amount_then_million` and `amount_now_million`.
pub(crate) const ENTRY: Chart = Chart {
    name: "timeline",
    about: "statements in their order, what replaced them, and what each came to then and comes to now",
    countries: Countries::One,
    needs: None,
    build,
};

/// How much of its width the axis has behind the day whose knowledge is shown.
const BEHIND: f64 = 0.02;

/// What was said.
struct Said<'a> {
    lang: Lang,
    id: &'a str,
    date: Date,
    strength: Strength,
    pledge: Pledge,
    due: Due,
    replaced_by: &'a str,
    is_of_group: bool,
    then: &'a Cell,
    now: &'a Cell,
}

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    let said = Said::all(table, lang)?;
    ENTRY.check_statements(said.len())?;
    let Some(first) = said.first() else {
        let help = "add a commitment, or ask for another family with `--family`";
        return Err(ENTRY.nothing_to_draw("no commitment states a figure", help));
    };
    let (from, now) = (day(first.date), day(table.context.as_of));
    let to = now + (now - from).max(1.0) * BEHIND;
    let say = TIMELINE.of(lang);
    let title = title(table, &said, lang);
    Ok(Figure {
        alt: alt(&said, &title, lang),
        title,
        subtitle: say.subtitle.to_owned(),
        across: Across::Days(from, to),
        chronicle: Some(Chronicle {
            statements: said.iter().map(|own| own.statement(&said, to)).collect(),
            heads: [say.heads[0].to_owned(), say.heads[1].to_owned(), (say.figures)(currency(table))],
        }),
        ..signed(table, lang)
    })
}

impl<'a> Said<'a> {
    /// Everything that was pledged, in the order in which it was.
    fn all(table: &'a Table, lang: Lang) -> Result<Vec<Self>> {
        let of = [
            &columns::ROLE,
            &columns::COMMITMENT,
            &columns::ANNOUNCED,
            &columns::STRENGTH,
            &columns::PLEDGE,
            &columns::FIRST_YEAR,
            &columns::LAST_YEAR,
            &columns::SUPERSEDED_BY,
            &columns::GROUP,
            &columns::AMOUNT_THEN_MILLION,
            &columns::AMOUNT_NOW_MILLION,
        ];
        let said = |[role, id, announced, strength, pledge, first, last, replaced_by, group, then, now]: [&'a Cell;
                        11]| {
            let (first, last) = (year(first)?, year(last));
            let together = [(Role::Sum, Due::Together as fn(i32, i32) -> Due), (Role::Mean, Due::OnAverage)];
            let together = together.into_iter().find(|(own, _)| role.role() == Some(*own));
            let due = match together {
                Some((_, due)) => due(first, last?),
                None if role.role() == Some(Role::Goal) => Due::By(first),
                None => Due::Each(first, last),
            };
            Some(Self {
                lang,
                id: id.words(),
                date: announced.date()?,
                strength: strength.strength()?,
                pledge: pledge.pledge()?,
                due,
                replaced_by: replaced_by.words(),
                is_of_group: !group.words().is_empty(),
                then,
                now,
            })
        };
        let mut all: Vec<Self> = table.select(of)?.into_iter().filter_map(said).collect();
        all.sort_by_key(|own| own.date.last_day());
        Ok(all)
    }

    /// What was said for when.
    fn words(&self) -> String {
        (TIMELINE.of(self.lang).said)(&self.lang.pledge(self.pledge), self.due)
    }

    fn strength(&self) -> &'static str {
        (REVISIONS.of(self.lang).strength)(self.strength)
    }

    /// The number of that which replaced it.
    fn successor(&self, all: &[Self]) -> Option<usize> {
        all.iter().position(|other| other.id == self.replaced_by && !self.replaced_by.is_empty())
    }

    /// The end of its years, or that of the axis.
    fn end(&self, to: f64) -> f64 {
        let last = match self.due {
            Due::Each(_, last) => last,
            Due::Together(_, last) | Due::OnAverage(_, last) | Due::By(last) => Some(last),
        };
        last.map_or(to, |last| f64::from(last + 1)).min(to)
    }

    fn statement(&self, all: &[Self], to: f64) -> Statement {
        let from = day(self.date);
        let replaced_by = self.successor(all);
        let replaced = replaced_by.and_then(|number| all.get(number)).map(|other| day(other.date));
        Statement {
            words: self.words(),
            strength: self.strength().to_owned(),
            weight: weight(self.strength),
            from,
            until: replaced.unwrap_or_else(|| self.end(to)).max(from),
            replaced_by,
            figure: self.figure(),
        }
    }

    /// What it came to and comes to, once where that is the same.
    fn figure(&self) -> String {
        let [then, now] = [self.then, self.now].map(|cell| cell.number().map(|_| fine(cell, self.lang)));
        match (then, now) {
            (Some(then), Some(now)) if then == now => now,
            (None, None) => String::new(),
            (then, now) => {
                let known = |amount: Option<String>| amount.unwrap_or_else(|| "–".to_owned());
                (TIMELINE.of(self.lang).then_now)(&known(then), &known(now))
            }
        }
    }
}

fn title(table: &Table, said: &[Said], lang: Lang) -> String {
    let years = said.iter().map(|own| i32::from(own.date.year().number()));
    let years = [years.clone().min(), years.max()].map(Option::unwrap_or_default);
    let count = |is: &dyn Fn(&Said) -> bool| said.iter().filter(|own| is(own)).count();
    let (replaced, of_group) = (count(&|own| own.successor(said).is_some()), count(&|own| own.is_of_group));
    let country = lang.country(table.context.country.as_ref());
    (TIMELINE.of(lang).made)(&country, [said.len(), of_group], years, replaced)
}

/// The finding, the first and the last statement, and from where to where what they come to goes.
fn alt(said: &[Said], title: &str, lang: Lang) -> String {
    let say = TIMELINE.of(lang);
    let told = |own: &Said| Told::new((say.on)(&own.words(), own.strength(), &lang.day(own.date)), 0.0);
    let announced: Vec<Told> = said.iter().map(told).collect();
    let comes_to =
        |own: &Said| Some(Told::new((say.comes_to)(&own.words(), &fine(own.now, lang)), place(own.now.number()?)));
    let amounts: Vec<Told> = said.iter().filter_map(comes_to).collect();
    let sentences = [
        Some(format!("{title}.")),
        sentence(say.announced, &main_values(&announced, Also::Neither, lang)),
        sentence(say.amounts, &range(&amounts, lang)),
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::sample::dated::invented_statements;

    #[test]
    fn a_statement_that_another_one_replaced_ends_on_its_day() {
        let figure = build(&invented_statements(12).unwrap(), Lang::En).unwrap();
        let statements = figure.chronicle.unwrap().statements;
        let replaced: Vec<_> = statements.iter().filter_map(|own| Some((own, own.replaced_by?))).collect();
        assert!(!replaced.is_empty());
        assert!(replaced.iter().all(|(own, by)| own.until == statements[*by].from));
    }
}
