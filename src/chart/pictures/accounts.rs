//! What was spent, year by year and account by account, against what was pledged.

use crate::chart::figure::{Across, Figure, Hue, Point, Role, Series, Shape, Words};
use crate::chart::words::{ACCOUNTS, Lang, SHARED, listed};
use crate::error::{Error, Result};
use crate::table::{self, Cell, Table, columns};

use super::alt_text::{Also, Told, main_values, sentence};
use super::table_rows::{Row, beside, currency, drawn_as, printed, rows, signed, subject, this_year};
use super::unknown_years::{unknown, years_sentence, years_without};
use super::{Chart, Countries};

/// Reads rows of `role` (`pledge`, or the kind of the figure), `label` (the words of the pledge, or the publisher), `year`,
/// `share_pct`, `amount_million` and `definition`.
pub(crate) const ENTRY: Chart = Chart {
    name: "accounts",
    about: "spending as a share of GDP by each publisher, beside its pledge",
    countries: Countries::One,
    needs: None,
    build,
};

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    let (rows, amounts) = (rows(table, &columns::SHARE_PCT)?, rows(table, &columns::AMOUNT_MILLION)?);
    ENTRY.check_marks(rows.len().max(amounts.len()))?;
    let (pledges, mut accounts): (Vec<Row>, Vec<Row>) = rows.iter().partition(|row| row.role == table::Role::Pledge);
    accounts.sort_by_key(|row| row.year);
    let years = rows.iter().map(|row| row.year);
    let (Some(first), Some(last), Some(topic)) = (years.clone().min(), years.max(), topic(table, &accounts)) else {
        return Err(nothing(&amounts));
    };
    let between = years_without(first..=last, |year| accounts.iter().any(|row| row.year == year));
    let mut series = lines(&pledges, last, lang);
    series.extend(bars(&accounts, lang));
    Ok(Figure {
        title: title(table, &accounts, &pledges, topic, lang),
        subtitle: (ACCOUNTS.of(lang).subtitle)(rows.first().map_or("", |row| row.definition)),
        alt: alt(table, &accounts, &pledges, (topic, &between), lang),
        across: Across::Years(first, last),
        unit: lang.percent_sign().to_owned(),
        series,
        unknown: unknown(&between, lang),
        words: words(table, &amounts, &accounts, lang),
        ..signed(table, lang)
    })
}

/// What is missing: a figure at all, or GDP of which it would be a share.
fn nothing(amounts: &[Row]) -> Error {
    let (reason, help) = if amounts.is_empty() {
        let help =
            "add rows of `spending` or `spending-share` under that definition, or draw another family with `--family`";
        ("there is no account", help)
    } else {
        let reason = "all accounts are in money, and of no such year GDP is known";
        (reason, "add GDP of these years, or rows of `spending-share` under that definition")
    };
    ENTRY.nothing_to_draw(reason, help)
}

/// The last year that is over and has the most accounts: where they differ is what is being talked about.
fn topic(table: &Table, accounts: &[Row]) -> Option<i32> {
    let count = |year: i32| accounts.iter().filter(|row| row.year == year).count();
    let years = || accounts.iter().map(|row| row.year);
    let over = years().filter(|year| *year < this_year(table)).max_by_key(|year| (count(*year), *year));
    over.or_else(|| years().max())
}

/// Where the accounts stand: those of a year beside each other.
fn places<'r, 'a>(accounts: &'r [Row<'a>]) -> Vec<(f64, &'r Row<'a>)> {
    let of_years = || accounts.chunk_by(|one, next| one.year == next.year);
    let most = of_years().map(<[Row]>::len).max().unwrap_or(1);
    let place = |(row, aside): (&'r Row<'a>, f64)| (f64::from(row.year) + aside, row);
    of_years().flat_map(|rows| rows.iter().zip(beside(rows.len(), most)).map(place)).collect()
}

/// A bar for each account.
fn bars(accounts: &[Row], lang: Lang) -> Vec<Series> {
    let bar = |(at, row): (f64, &Row)| {
        let points = vec![Point::new(at, row.value).labelled(lang.percent(&printed(row.figure, lang)))];
        let label = row.label.words().to_owned();
        let role = row.role.kind().map_or(Role::Outturn, drawn_as);
        Series { role, shape: Shape::Bars, hue: Hue::Neutral, label, points }
    };
    places(accounts).into_iter().map(bar).collect()
}

/// Whether a pledge goes on as it was.
fn same(one: &Row, next: &Row) -> bool {
    one.year + 1 == next.year && one.label == next.label
}

/// The level of the pledge, over each run of years in which it is the same.
fn lines(pledges: &[Row], last: i32, lang: Lang) -> Vec<Series> {
    let line = |run: &[Row]| {
        let (first, end) = run.first().zip(run.last())?;
        let [from, to] = [f64::from(first.year) - 0.5, f64::from(end.year) + 0.5];
        let label = end.short_pledge(lang);
        let label = if end.year == last || run.len() == pledges.len() { label } else { String::new() };
        let points = vec![Point::new(from, first.value), Point::new(to, end.value)];
        Some(Series { role: Role::Pledge, shape: Shape::Line, hue: Hue::Number(1), label, points })
    };
    pledges.chunk_by(same).filter_map(line).collect()
}

/// The amount of each account below its bar; a dash below one that is published as a share alone.
fn words(table: &Table, amounts: &[Row], accounts: &[Row], lang: Lang) -> Option<Words> {
    // the two are the same row of the table
    let amount = |row: &Row| amounts.iter().find(|amount| std::ptr::eq(amount.label, row.label));
    accounts.iter().find_map(amount)?;
    let said = |row: &Row| amount(row).map_or_else(|| "–".to_owned(), |amount| printed(amount.figure, lang));
    let words = places(accounts).into_iter().map(|(at, row)| (at, said(row))).collect();
    Some(Words { name: (ACCOUNTS.of(lang).million)(currency(table)), words, shared: false })
}

fn title(table: &Table, accounts: &[Row], pledges: &[Row], topic: i32, lang: Lang) -> String {
    let (say, country) = (ACCOUNTS.of(lang), lang.country(table.context.country.as_ref()));
    let percent = |figure: &Cell| lang.percent(&printed(figure, lang));
    let spent = subject(accounts, lang);
    let mut accounts_by: Vec<(String, Vec<String>)> = Vec::new();
    for row in accounts.iter().filter(|row| row.year == topic) {
        let (share, publisher) = (percent(row.figure), row.label.words().to_owned());
        match accounts_by.iter_mut().find(|(known, _)| *known == share) {
            Some((_, publishers)) => publishers.push(publisher),
            None => accounts_by.push((share, vec![publisher])),
        }
    }
    let by = |(share, publishers): &(String, Vec<String>)| (say.by)(share, &listed(publishers, SHARED.of(lang).and));
    let accounts: Vec<String> = accounts_by.iter().map(by).collect();
    let pledge = pledges.iter().find(|row| row.year == topic).map(|row| row.short_pledge(lang)).unwrap_or_default();
    (say.came_to)([&country, &spent], topic, &listed(&accounts, say.or), &pledge)
}

/// The finding, and the course of what was published and pledged.
fn alt(table: &Table, accounts: &[Row], pledges: &[Row], (topic, without): (i32, &[i32]), lang: Lang) -> String {
    let (say, shared) = (ACCOUNTS.of(lang), SHARED.of(lang));
    let published = |row: &Row| {
        let share = lang.percent(&printed(row.figure, lang));
        let kind = row.role.kind().map_or("", shared.kind);
        Told::new((say.in_year)(&share, row.label.words(), kind, row.year), row.value)
    };
    let pledged = |run: &[Row]| {
        let (first, end) = run.first().zip(run.last())?;
        let words = end.short_pledge(lang);
        Some(Told::new((say.for_years)(&words, [first.year, end.year]), end.value))
    };
    let published: Vec<Told> = accounts.iter().map(published).collect();
    let pledged: Vec<Told> = pledges.chunk_by(same).filter_map(pledged).collect();
    let sentences = [
        Some(format!("{}.", title(table, accounts, pledges, topic, lang))),
        sentence(shared.of_published, &main_values(&published, Also::Both, lang)),
        sentence(shared.of_pledges, &main_values(&pledged, Also::Highest, lang)),
        years_sentence(without, lang),
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::sample::invented_accounts;

    #[test]
    fn an_amount_stands_below_the_bar_that_it_belongs_to() {
        let figure = build(&invented_accounts().unwrap(), Lang::En).unwrap();
        let bars: Vec<f64> = figure.series.iter().filter(|s| s.shape == Shape::Bars).map(|s| s.points[0].at).collect();
        let words = figure.words.unwrap();
        assert_eq!(words.words.iter().map(|(at, _)| *at).collect::<Vec<_>>(), bars);
        assert_eq!(
            words.words.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>(),
            ["1\u{a0}297", "83", "–", "110"]
        );
    }
}
