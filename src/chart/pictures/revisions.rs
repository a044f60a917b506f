//! How the pledge for one year moved as it was announced and announced again, and what was published meanwhile.

use super::Chart;
use super::alt_text::{Also, Told, course, sentence};
use super::dated_rows::{Dated, dated, day};
use super::table_rows::{credits, printed, role, short, words};
use crate::chart::figure::{Across, Figure, Floor, Hue, Point, Role, Series, Shape};
use crate::chart::words::{Lang, REVISIONS, SHARED};
use crate::error::Result;
use crate::table::Table;

/// The least that the last step takes of the time before it.
const LAST: f64 = 0.04;

/// Reads rows of `role` (`pledge`, or the kind of a published share), `label` (the words of the pledge, or the publisher),
/// `year`, `date`, `strength` (of a pledge), `share_pct` and `definition`.
pub(crate) const ENTRY: Chart = Chart {
    name: "revisions",
    question: "revisions",
    about: "how the pledge for one year moved from announcement to announcement",
    build,
};

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    let rows = dated(table, "share_pct");
    let (pledges, published): (Vec<Dated>, Vec<Dated>) = rows.iter().partition(|row| row.role == "pledge");
    let (Some(first), Some(last)) = (rows.first().filter(|_| !pledges.is_empty()), rows.last()) else {
        let reason = "no commitment under `direct-defence` names a share of GDP for a year";
        let help = "add such a commitment, or ask for another year with `--years`";
        return Err(ENTRY.nothing_to_draw(reason, help));
    };
    let mut series = vec![stairs(table, &pledges, lang)];
    series.extend(published_series(table, &published, definition(table, &pledges), lang));
    Ok(Figure {
        lang,
        title: title(table, &pledges, lang),
        subtitle: subtitle(table, &pledges, !published.is_empty(), lang),
        source: credits(table, lang),
        alt: alt(table, &pledges, &published, lang),
        across: Across::Days(first.at, end(table, first, &pledges, last)),
        floor: Floor::Lowest,
        unit: lang.percent_sign().to_owned(),
        ground: None,
        bands: Vec::new(),
        series,
        bullets: Vec::new(),
        words: None,
    })
}

/// Where the picture ends: on the day whose knowledge is shown, and late enough for the last pledge to be seen.
fn end(table: &Table, first: &Dated, pledges: &[Dated], last: &Dated) -> f64 {
    let end = day(table.context.as_of).max(last.at);
    let announced = pledges.last().map_or(end, |pledge| pledge.at);
    end.max(announced + (end - first.at).max(1.0) * LAST)
}

/// The pledge from announcement to announcement.
fn stairs(table: &Table, pledges: &[Dated], lang: Lang) -> Series {
    let say = REVISIONS.of(lang);
    let step = |row: &Dated| {
        let strength = words(table.cell(row.cells, "strength"));
        let label = (say.step)(&lang.pledge(short(row.label)), (say.strength)(strength));
        Point::new(row.at, row.value).labelled(label).weighing(weight(strength))
    };
    let points = pledges.iter().map(step).collect();
    Series { role: Role::Pledge, shape: Shape::Steps, hue: Hue::Number(1), label: String::new(), points }
}

/// How heavy the line of a pledge is: the firmer, the heavier.
fn weight(strength: &str) -> f64 {
    let order = ["goal", "statement", "bill", "declaration", "decision", "budget", "law"];
    let rank = order.into_iter().zip([0.6, 0.9, 1.2, 1.5, 1.9, 2.3, 2.8]);
    rank.into_iter().find(|(name, _)| *name == strength).map_or(1.0, |(_, weight)| weight)
}

/// The definition of the pledges.
fn definition<'a>(table: &'a Table, pledges: &[Dated<'a>]) -> &'a str {
    pledges.first().map_or("", |row| words(table.cell(row.cells, "definition")))
}

/// What a definition's title has in brackets at its end, else all of it: `NATO definition`.
fn bracketed(title: &str) -> &str {
    let inner = title.strip_suffix(')').and_then(|title| title.rsplit_once('('));
    inner.map_or(title, |(_, inner)| inner)
}

/// The shares of each publisher under each definition, as marks; one that is not that of the pledges is named.
fn published_series(table: &Table, published: &[Dated], definition: &str, lang: Lang) -> Vec<Series> {
    let mut series: Vec<([&str; 2], Series)> = Vec::new();
    for row in published {
        let text = (REVISIONS.of(lang).share)(
            &lang.percent(&printed(row.figure, lang)),
            row.label,
            (SHARED.of(lang).kind)(row.role),
        );
        let of = words(table.cell(row.cells, "definition"));
        let text = if of == definition { text } else { format!("{text}\n({})", bracketed(of)) };
        let point = Point::new(row.at, row.value).labelled(text);
        if let Some((_, same)) = series.iter_mut().find(|(key, _)| *key == [row.label, of]) {
            same.points.push(point);
            continue;
        }
        let hue = Hue::Number([0, 2, 3, 5].into_iter().cycle().nth(series.len()).unwrap_or_default());
        let own = Series { role: role(row.role), shape: Shape::Marks, hue, label: String::new(), points: vec![point] };
        series.push(([row.label, of], own));
    }
    series.into_iter().map(|(_, series)| series).collect()
}

fn title(table: &Table, pledges: &[Dated], lang: Lang) -> String {
    let (say, country) = (REVISIONS.of(lang), lang.country(table.context.country.as_ref()));
    let Some((first, last)) = pledges.first().zip(pledges.last()) else { return country };
    if pledges.len() == 1 {
        return (say.pledged)(&country, first.year, &lang.pledge(first.label));
    }
    let ends = [&*lang.pledge(short(first.label)), &*lang.pledge(last.label)];
    (say.moved)(&country, first.year, ends, last.value.total_cmp(&first.value), pledges.len())
}

fn subtitle(table: &Table, pledges: &[Dated], published: bool, lang: Lang) -> String {
    (REVISIONS.of(lang).subtitle)(definition(table, pledges), published)
}

/// The finding, and the course of what was announced and published, each with its day.
fn alt(table: &Table, pledges: &[Dated], published: &[Dated], lang: Lang) -> String {
    let say = REVISIONS.of(lang);
    let told = |series: &[Series], rows: &[Dated]| {
        let points = series.iter().flat_map(|series| &series.points);
        let of = |row: &Dated| points.clone().find(|point| point.at == row.at && point.value == row.value);
        let label = |row: &Dated| Some(of(row)?.label.replace('\n', " "));
        let told = |row: &Dated| Some(Told::new((say.on)(&label(row)?, &row.date.to_string()), row.value));
        course(&rows.iter().filter_map(told).collect::<Vec<_>>(), Also::Highest, lang)
    };
    let dots = published_series(table, published, definition(table, pledges), lang);
    let mut sentences = vec![format!("{}.", title(table, pledges, lang))];
    sentences.extend(sentence(say.announced, &told(&[stairs(table, pledges, lang)], pledges)));
    sentences.extend(sentence(SHARED.of(lang).of_published, &told(&dots, published)));
    sentences.join(" ")
}
