//! What the standing pledge of each year comes to in money under one GDP, what its words allow, and what is being spent.

use crate::chart::figure::{Across, Band, Edge, Figure, Hue, Point, Series, Shape, Words};
use crate::chart::words::{AMOUNTS, GAP, Lang, SHARED};
use crate::error::Result;
use crate::table::{self, Cell, Kind, Table, columns};

use super::alt_text::{Also, Told, main_values, sentence};
use super::scenario_lines::{level, of_gdp, titled};
use super::table_rows::{
    REACH, Row, currency, definition, drawn_as, inside, place, printed, scenario_rows, signed, this_year, topical,
};
use super::unknown_years::{unknown, years_between, years_sentence};
use super::{Chart, Countries};

/// Reads rows of `role` (`scenario` for what is pledged, or the kind of spending: `outturn`, `estimate`, `plan`, `forecast`),
/// `label` (the name of the scenario or basis that GDP is of), `title` (its title, if it has one), `year`, `amount_million`,
/// `low_million` and `high_million` (what the words allow), `pledge`, `definition` and `publisher` (of GDP).
pub(crate) const ENTRY: Chart = Chart {
    name: "amounts",
    about: "what each year's standing pledge comes to on the latest GDP, and what its words allow",
    countries: Countries::One,
    needs: None,
    build,
};

/// The pledge of a year, and the ends of what its words allow.
struct Pledged<'a> {
    row: Row<'a>,
    ends: [&'a Cell; 2],
}

impl<'a> Pledged<'a> {
    /// Those of a table, by year.
    fn all(table: &'a Table) -> Result<Vec<Self>> {
        let ends = table.select([&columns::LOW_MILLION, &columns::HIGH_MILLION, &columns::AMOUNT_MILLION])?;
        let ends_of = |row: &Row| ends.iter().find(|[.., amount]| std::ptr::eq(*amount, row.figure));
        let pledged = |row: Row<'a>| ends_of(&row).map(|[low, high, _]| Self { row, ends: [low, high] });
        let rows = scenario_rows(table)?.into_iter().filter(|row| row.role == table::Role::Scenario);
        let mut all: Vec<Self> = rows.filter_map(pledged).collect();
        all.sort_by_key(|own| own.row.year);
        Ok(all)
    }

    /// From where to where its words allow, where they leave any room.
    fn allowed(&self) -> Option<(f64, f64)> {
        let [low, high] = self.ends.map(|end| end.number().map(place));
        low.zip(high).filter(|(low, high)| low < high)
    }

    /// The same, shaded.
    fn band(&self) -> Option<Band> {
        let ((low, high), year) = (self.allowed()?, f64::from(self.row.year));
        let edges = [year - REACH, year + REACH].map(|at| Edge { at, low, high }).to_vec();
        Some(Band { hue: Hue::Number(1), label: String::new(), edges, edged: true })
    }

    /// The same in words; empty where they leave none.
    fn allows(&self, lang: Lang) -> String {
        let allows = |_| {
            let [low, high] = self.ends.map(|end| printed(end, lang));
            (SHARED.of(lang).allows)(&low, &high)
        };
        self.allowed().map(allows).unwrap_or_default()
    }
}

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    let mut spending = scenario_rows(table)?;
    spending.retain(|row| row.role != table::Role::Scenario);
    spending.sort_by_key(|row| row.year);
    let pledged = Pledged::all(table)?;
    let years = spending.iter().map(|row| row.year).chain(pledged.iter().map(|own| own.row.year));
    let (Some(first), Some(last), Some(end)) = (years.clone().min(), years.max(), pledged.last()) else {
        let reason = "no pledge has an amount";
        let help = "ask for another family with `--family` or other years with `--years`, draw another commitment with \
                    `chart scenarios --commitment ID`, or add what is missing: a commitment under that definition, or GDP of its years";
        return Err(ENTRY.nothing_to_draw(reason, help));
    };
    ENTRY.check_marks(pledged.len())?;
    let label = |own: &Pledged| if own.row.year == end.row.year { SHARED.of(lang).pledged } else { "" };
    let levels = pledged.iter().map(|own| level(own.row.year, own.row.value, label(own)));
    Ok(Figure {
        title: title(table, &pledged, lang),
        subtitle: subtitle(table, &pledged, &spending, lang),
        alt: alt(table, &pledged, &spending, lang),
        across: Across::Years(first, last),
        bands: pledged.iter().filter_map(Pledged::band).collect(),
        series: levels.chain(bars(&spending, lang)).collect(),
        unknown: unknown(&years_between(spending.iter().map(|row| row.year)), lang),
        words: Some(below(table, &pledged, lang)),
        ..signed(table, lang)
    })
}

/// What is spent or planned, one series for each kind.
fn bars(spending: &[Row], lang: Lang) -> Vec<Series> {
    let bar = |row: &Row| Point::new(row.year, row.value).labelled(printed(row.figure, lang));
    let series = Kind::ALL.iter().map(|kind| Series {
        role: drawn_as(*kind),
        shape: Shape::Bars,
        hue: Hue::Neutral,
        label: (SHARED.of(lang).kind)(*kind).to_owned(),
        points: spending.iter().filter(|row| row.role.kind() == Some(*kind)).map(bar).collect(),
    });
    series.filter(|series| !series.points.is_empty()).collect()
}

/// The pledge of each year in words and in money, and whose GDP it is of.
fn below(table: &Table, pledged: &[Pledged], lang: Lang) -> Words {
    let text = |row: &Row| [&row.short_pledge(lang), &*printed(row.figure, lang), row.publisher].join("\n");
    let words = pledged.iter().map(|own| (f64::from(own.row.year), text(&own.row))).collect();
    let shares = of_gdp(pledged.iter().map(|own| own.row.pledge), lang);
    let name = [shares, &(GAP.of(lang).unit)(currency(table)), AMOUNTS.of(lang).gdp_by].join("\n");
    Words { name, words, shared: true }
}

/// What the pledge that is being talked about comes to, and what its words allow.
fn title(table: &Table, pledged: &[Pledged], lang: Lang) -> String {
    let (say, country) = (AMOUNTS.of(lang), lang.country(table.context.country.as_ref()));
    let rows: Vec<Row> = pledged.iter().map(|own| own.row).collect();
    let topic = topical(&rows, this_year(table));
    let Some(own) = topic.and_then(|topic| pledged.iter().find(|own| own.row.year == topic.year)) else {
        return (say.pledge_of)(&country);
    };
    let amount = (say.millions)(currency(table), &printed(own.row.figure, lang));
    let title = (say.comes_to)(&country, &own.row.pledge(lang), &amount, own.row.year);
    [title, own.allows(lang)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

fn subtitle(table: &Table, pledged: &[Pledged], spending: &[Row], lang: Lang) -> String {
    let say = AMOUNTS.of(lang);
    let bars = match definition(spending) {
        Some(spent) => (say.bars)(&spent),
        None if spending.is_empty() => String::new(),
        None => say.bars_alone.to_owned(),
    };
    let basis = pledged.first().map(|own| inside(&titled(&own.row, lang))).unwrap_or_default();
    let shaded = if pledged.iter().any(|own| own.allowed().is_some()) { say.shaded } else { "" };
    (say.subtitle)(currency(table), &basis) + &bars + shaded
}

/// The finding, and the course of what is pledged and of what is spent.
fn alt(table: &Table, pledged: &[Pledged], spending: &[Row], lang: Lang) -> String {
    let (say, shared) = (AMOUNTS.of(lang), SHARED.of(lang));
    let comes_to = |own: &Pledged| {
        let words =
            (GAP.of(lang).pledged_in)(&printed(own.row.figure, lang), &own.row.short_pledge(lang), own.row.year);
        Told::new(words, own.row.value)
    };
    let spent = |row: &Row| {
        let kind = row.role.kind().map_or("", shared.kind);
        Told::new((say.of_kind)(&printed(row.figure, lang), row.year, kind), row.value)
    };
    let parts: [(&str, Vec<Told>); 2] = [
        (shared.of_pledges, pledged.iter().map(comes_to).collect()),
        (say.spending, spending.iter().map(spent).collect()),
    ];
    let told = |(head, told): &(&str, Vec<Told>)| {
        sentence(&(shared.in_millions)(head, currency(table)), &main_values(told, Also::Highest, lang))
    };
    let title = format!("{}.", title(table, pledged, lang));
    let without = years_sentence(&years_between(spending.iter().map(|row| row.year)), lang);
    std::iter::once(title).chain(parts.iter().filter_map(told)).chain(without).collect::<Vec<_>>().join(" ")
}
