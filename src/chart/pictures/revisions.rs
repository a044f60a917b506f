//! How the pledge for one year moved as it was announced and announced again, and what was published meanwhile.

use std::collections::BTreeMap;

use crate::chart::figure::{Across, Figure, Floor, Hue, Point, Role, Series, Shape};
use crate::chart::words::{Lang, REVISIONS, SHARED};
use crate::error::Result;
use crate::table::{self, Cell, Table, columns};

use super::alt_text::{Also, Told, main_values, sentence};
use super::dated_rows::{self, dated, day, weight};
use super::table_rows::{bracketed, drawn_as, printed, signed};
use super::{Chart, Countries};

/// What was announced or published, with the strength of a pledge and the definition.
type Dated<'a> = dated_rows::Dated<'a, 2>;

/// The least that the last step takes of the time before it.
const LAST: f64 = 0.04;

/// Reads rows of `role` (`pledge`, or the kind of a published share), `label` (the words of the pledge, or the publisher),
/// `year`, `date`, `strength` (of a pledge), `share_pct` and `definition`.
pub(crate) const ENTRY: Chart = Chart {
    name: "revisions",
    about: "how the pledge for a year moved from announcement to announcement",
    countries: Countries::One,
    needs: None,
    build,
};

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    let rows = dated(table, &columns::SHARE_PCT, [&columns::STRENGTH, &columns::DEFINITION])?;
    ENTRY.check_marks(rows.len())?;
    let (pledges, published): (Vec<Dated>, Vec<Dated>) = rows.iter().partition(|row| row.role == table::Role::Pledge);
    let (Some(first), Some(last)) = (rows.first().filter(|_| !pledges.is_empty()), rows.last()) else {
        let reason = "no commitment names a share of GDP for a year";
        let help = "add such a commitment, or ask for another family with `--family` or another year with `--years`";
        return Err(ENTRY.nothing_to_draw(reason, help));
    };
    let mut series = vec![steps(&pledges, lang)];
    series.extend(published_series(&published, definition(&pledges), lang));
    Ok(Figure {
        title: title(table, &pledges, lang),
        subtitle: subtitle(&pledges, !published.is_empty(), lang),
        alt: alt(table, &pledges, &published, lang),
        across: Across::Days(first.at, end(table, first, &pledges, last)),
        floor: Floor::Lowest,
        unit: lang.percent_sign().to_owned(),
        series,
        ..signed(table, lang)
    })
}

/// Where the picture ends: on the day whose knowledge is shown, and late enough for the last pledge to be seen.
fn end(table: &Table, first: &Dated, pledges: &[Dated], last: &Dated) -> f64 {
    let end = day(table.context.as_of).max(last.at);
    let announced = pledges.last().map_or(end, |pledge| pledge.at);
    end.max(announced + (end - first.at).max(1.0) * LAST)
}

/// The pledge from announcement to announcement.
fn steps(pledges: &[Dated], lang: Lang) -> Series {
    let say = REVISIONS.of(lang);
    let step = |row: &Dated| {
        let [strength, _] = row.others.map(Cell::strength);
        let pledge = row.label.pledge().map(|pledge| lang.short_pledge(pledge)).unwrap_or_default();
        let label = (say.step)(&pledge, strength.map_or("", say.strength));
        Point::new(row.at, row.value).labelled(label).weighing(strength.map_or(1.0, weight))
    };
    let points = pledges.iter().map(step).collect();
    Series { role: Role::Pledge, shape: Shape::Steps, hue: Hue::Number(1), label: String::new(), points }
}

/// The definition of the pledges.
fn definition<'a>(pledges: &[Dated<'a>]) -> &'a str {
    pledges.first().map_or("", |row| row.others[1].words())
}

/// The shares of each publisher under each definition, as marks; one that is not that of the pledges is named.
fn published_series(published: &[Dated], definition: &str, lang: Lang) -> Vec<Series> {
    let (mut series, mut places): (Vec<Series>, BTreeMap<[&str; 2], usize>) = (Vec::new(), BTreeMap::new());
    for row in published {
        let text = (REVISIONS.of(lang).share)(
            &lang.percent(&printed(row.figure, lang)),
            row.label.words(),
            row.role.kind().map_or("", SHARED.of(lang).kind),
        );
        let of = row.others[1].words();
        let text = if of == definition { text } else { format!("{text}\n({})", bracketed(of)) };
        let point = Point::new(row.at, row.value).labelled(text);
        let place = *places.entry([row.label.words(), of]).or_insert(series.len());
        if let Some(same) = series.get_mut(place) {
            same.points.push(point);
            continue;
        }
        let hue = Hue::Number([0, 2, 3, 5][series.len() % 4]);
        let role = row.role.kind().map_or(Role::Outturn, drawn_as);
        series.push(Series { role, shape: Shape::Marks, hue, label: String::new(), points: vec![point] });
    }
    series
}

fn title(table: &Table, pledges: &[Dated], lang: Lang) -> String {
    let (say, country) = (REVISIONS.of(lang), lang.country(table.context.country.as_ref()));
    let Some((first, last)) = pledges.first().zip(pledges.last()) else { return country };
    let Some((from, to)) = first.label.pledge().zip(last.label.pledge()) else { return country };
    if pledges.len() == 1 {
        return (say.pledged)(&country, first.year, &lang.pledge(from));
    }
    let ends = [&*lang.short_pledge(from), &*lang.pledge(to)];
    (say.moved)(&country, first.year, ends, last.value.total_cmp(&first.value), pledges.len())
}

fn subtitle(pledges: &[Dated], published: bool, lang: Lang) -> String {
    (REVISIONS.of(lang).subtitle)(definition(pledges), published)
}

/// The finding, and the course of what was announced and published, each with its day.
fn alt(table: &Table, pledges: &[Dated], published: &[Dated], lang: Lang) -> String {
    let say = REVISIONS.of(lang);
    let told = |series: &[Series], rows: &[Dated]| {
        let place = |at: f64, value: f64| (at.to_bits(), value.to_bits());
        // of several points in one place the first is told
        let points = series.iter().flat_map(|series| &series.points).rev();
        let of: BTreeMap<_, &str> = points.map(|point| (place(point.at, point.value), &*point.label)).collect();
        let label = |row: &Dated| Some(of.get(&place(row.at, row.value))?.replace('\n', " "));
        let told = |row: &Dated| Some(Told::new((say.on)(&label(row)?, &lang.day(row.date)), row.value));
        main_values(&rows.iter().filter_map(told).collect::<Vec<_>>(), Also::Highest, lang)
    };
    let dots = published_series(published, definition(pledges), lang);
    let mut sentences = vec![format!("{}.", title(table, pledges, lang))];
    sentences.extend(sentence(say.announced, &told(&[steps(pledges, lang)], pledges)));
    sentences.extend(sentence(SHARED.of(lang).of_published, &told(&dots, published)));
    sentences.join(" ")
}
