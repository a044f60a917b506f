//! What was spent, year by year and account by account, against what was pledged.

use crate::chart::figure::{Across, Figure, Floor, Hue, Point, Role, Series, Shape, Words};
use crate::chart::words::{ACCOUNTS, Lang, SHARED, listed};
use crate::error::{Error, Result};
use crate::table::{self, Cell, Table, columns};

use super::Chart;
use super::alt_text::{Also, Told, course, sentence};
use super::table_rows::{Row, beside, credits, currency, drawn_as, printed, rows, subject, this_year};

/// Reads rows of `role` (`pledge`, or the kind of the figure), `label` (the words of the pledge, or the publisher), `year`,
/// `share_pct`, `amount_million` and `definition`.
pub(crate) const ENTRY: Chart = Chart {
    name: "accounts",
    about: "spending as a share of GDP by each publisher’s account, beside its pledge",
    build,
};

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    let (rows, amounts) = (rows(table, &columns::SHARE_PCT)?, rows(table, &columns::AMOUNT_MILLION)?);
    let (pledges, accounts): (Vec<Row>, Vec<Row>) = rows.iter().partition(|row| row.role == table::Role::Pledge);
    let years = rows.iter().map(|row| row.year);
    let (Some(first), Some(last), Some(topic)) = (years.clone().min(), years.max(), topic(table, &accounts)) else {
        return Err(nothing(&amounts));
    };
    let mut series = lines(&pledges, last, lang);
    series.extend(bars(&accounts, lang));
    Ok(Figure {
        lang,
        title: title(table, &accounts, &pledges, topic, lang),
        subtitle: (ACCOUNTS.of(lang).subtitle)(rows.first().map_or("", |row| row.definition)),
        source: credits(table, lang),
        alt: alt(table, &accounts, &pledges, topic, lang),
        across: Across::Years(first, last),
        floor: Floor::Zero,
        unit: lang.percent_sign().to_owned(),
        ground: None,
        bands: Vec::new(),
        series,
        bullets: Vec::new(),
        words: words(table, &amounts, &accounts, lang),
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

/// The bars of a year beside each other, one for each account.
fn bars(accounts: &[Row], lang: Lang) -> Vec<Series> {
    let mut accounts = accounts.to_vec();
    accounts.sort_by_key(|row| row.year);
    let years: Vec<&[Row]> = accounts.chunk_by(|one, next| one.year == next.year).collect();
    let most = years.iter().map(|of_year| of_year.len()).max().unwrap_or(1);
    let bar = |row: &Row, aside: f64| {
        let point = Point::new(f64::from(row.year) + aside, row.value);
        let points = vec![point.labelled(lang.percent(&printed(row.figure, lang)))];
        let label = row.label.words().to_owned();
        let role = row.role.kind().map_or(Role::Outturn, drawn_as);
        Series { role, shape: Shape::Bars, hue: Hue::Neutral, label, points }
    };
    let of_year =
        |rows: &&[Row]| rows.iter().zip(beside(rows.len(), most)).map(|(row, aside)| bar(row, aside)).collect();
    years.iter().flat_map(|rows| -> Vec<Series> { of_year(rows) }).collect()
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

/// The amounts that were published, below the years that have a bar.
fn words(table: &Table, amounts: &[Row], accounts: &[Row], lang: Lang) -> Option<Words> {
    let mut words: Vec<(i32, String)> = Vec::new();
    let drawn = |row: &Row| accounts.iter().any(|account| account.year == row.year);
    for row in amounts.iter().filter(|row| drawn(row)) {
        let amount = printed(row.figure, lang);
        match words.iter_mut().find(|(year, _)| *year == row.year) {
            Some((_, others)) => *others += &format!(" / {amount}"),
            None => words.push((row.year, amount)),
        }
    }
    (!words.is_empty()).then(|| Words { name: (ACCOUNTS.of(lang).million)(currency(table)), words })
}

fn title(table: &Table, accounts: &[Row], pledges: &[Row], topic: i32, lang: Lang) -> String {
    let (say, country) = (ACCOUNTS.of(lang), lang.country(table.context.country.as_ref()));
    let percent = |figure: &Cell| lang.percent(&printed(figure, lang));
    let spent = subject(accounts, lang);
    let of_year = accounts.iter().filter(|row| row.year == topic);
    let accounts: Vec<String> = of_year.map(|row| (say.by)(&percent(row.figure), row.label.words())).collect();
    let pledge = pledges.iter().find(|row| row.year == topic).map(|row| row.short_pledge(lang)).unwrap_or_default();
    (say.came_to)([&country, &spent], topic, &listed(&accounts, say.or), &pledge)
}

/// The finding, and the course of what was published and pledged.
fn alt(table: &Table, accounts: &[Row], pledges: &[Row], topic: i32, lang: Lang) -> String {
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
    let mut accounts_by_year = accounts.to_vec();
    accounts_by_year.sort_by_key(|row| row.year);
    let published: Vec<Told> = accounts_by_year.iter().map(published).collect();
    let pledged: Vec<Told> = pledges.chunk_by(same).filter_map(pledged).collect();
    let sentences = [
        Some(format!("{}.", title(table, accounts, pledges, topic, lang))),
        sentence(shared.of_published, &course(&published, Also::Both, lang)),
        sentence(shared.of_pledges, &course(&pledged, Also::Highest, lang)),
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
