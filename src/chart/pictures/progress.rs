//! A pledge over several years together: what published programmes add up to, and what nobody accounts for.

use crate::chart::figure::{Across, Band, Edge, Figure, Hue, Point, Role, Series, Shape};
use crate::chart::words::{AMOUNTS, Lang, PROGRESS, SHARED, listed};
use crate::error::Result;
use crate::table::{self, Table, columns};

use super::alt_text::{Also, Told, few, main_values, sentence};
use super::table_rows::{Row, currency, drawn_as, inside, printed, rows, signed, year};
use super::unknown_years::{unknown, years_sentence, years_without};
use super::{Chart, Countries};

/// Reads rows of `role` (`pledge`, with `low` and `high` for what it allows; the kind of a published amount; `sum` for what
/// is published up to a year; `unaccounted`), `label` (the words of the pledge), `year`, `amount_million` and `definition`.
pub(crate) const ENTRY: Chart = Chart {
    name: "progress",
    about: "a pledge over several years: what published programmes add up to",
    countries: Countries::One,
    needs: None,
    build,
};

/// The rows of each role.
struct Parts<'a> {
    pledge: Row<'a>,
    low: Option<Row<'a>>,
    high: Option<Row<'a>>,
    published: Vec<Row<'a>>,
    sums: Vec<Row<'a>>,
    rest: Option<Row<'a>>,
    years: [i32; 2],
}

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    let rows = rows(table, &columns::AMOUNT_MILLION)?;
    ENTRY.check_marks(rows.len())?;
    let Some(parts) = Parts::of(&rows, years(table)?) else {
        let reason = "no commitment is a sum over several years of which something is published that may be added up";
        let help = "add a commitment with `since` and `until`, in money or with GDP of all its years, and its spending";
        return Err(ENTRY.nothing_to_draw(reason, help));
    };
    let mut series = vec![parts.line(lang)];
    series.extend(parts.rest(lang));
    series.extend(parts.stacks(lang));
    Ok(Figure {
        title: parts.title(table, lang),
        subtitle: parts.subtitle(table, lang),
        alt: parts.alt(table, lang),
        across: Across::Years(parts.years[0], parts.years[1]),
        bands: parts.allowed().into_iter().collect(),
        unknown: unknown(&parts.without(), lang),
        series,
        ..signed(table, lang)
    })
}

/// The first and the last year of the pledge, also those without a figure.
fn years(table: &Table) -> Result<Option<[i32; 2]>> {
    let years: Vec<i32> = table.select([&columns::YEAR])?.into_iter().filter_map(|[at]| year(at)).collect();
    Ok(years.iter().min().zip(years.iter().max()).map(|(first, last)| [*first, *last]))
}

impl<'a> Parts<'a> {
    fn of(rows: &[Row<'a>], years: Option<[i32; 2]>) -> Option<Self> {
        let one = |role: table::Role| rows.iter().find(|row| row.role == role).copied();
        let mut published: Vec<Row> = rows.iter().filter(|row| row.role.kind().is_some()).copied().collect();
        published.sort_by_key(|row| row.year);
        let sums: Vec<Row> = rows.iter().filter(|row| row.role == table::Role::Sum).copied().collect();
        sums.first()?;
        let (low, high, rest) = (one(table::Role::Low), one(table::Role::High), one(table::Role::Unaccounted));
        Some(Self { pledge: one(table::Role::Pledge)?, low, high, published, sums, rest, years: years? })
    }

    /// The years before anything is published.
    fn without(&self) -> Vec<i32> {
        years_without(self.years[0]..=self.years[1], |year| self.sums.iter().any(|sum| sum.year == year))
    }

    /// The level of the pledge, over all its years.
    fn line(&self, lang: Lang) -> Series {
        let say = PROGRESS.of(lang);
        let mut label = (say.pledged)(&self.pledge.pledge(lang));
        if let Some(allows) = self.allows(lang) {
            label = label + "; " + &allows;
        }
        let [from, to] = self.ends();
        let points = vec![Point::new(from, self.pledge.value), Point::new(to, self.pledge.value)];
        Series { role: Role::Pledge, shape: Shape::Line, hue: Hue::Number(1), label, points }
    }

    /// What the words of the pledge allow, in words.
    fn allows(&self, lang: Lang) -> Option<String> {
        let (low, high) = self.low.zip(self.high).filter(|(low, high)| low.value < high.value)?;
        let whole = |row: &Row| row.figure.number().is_none_or(|number| number.fract().is_zero());
        let decimals = u32::from(!whole(&low) || !whole(&high));
        let printed = |row: Row| lang.number(&row.figure.printed(decimals).ok().flatten().unwrap_or_default());
        Some((SHARED.of(lang).allows)(&printed(low), &printed(high)))
    }

    /// The same as a band.
    fn allowed(&self) -> Option<Band> {
        let (low, high) = self.low.zip(self.high).filter(|(low, high)| low.value < high.value)?;
        let edges = self.ends().map(|at| Edge { at, low: low.value, high: high.value }).to_vec();
        Some(Band { hue: Hue::Number(1), label: String::new(), edges, edged: true })
    }

    /// From edge to edge, half a year beyond the first and the last.
    fn ends(&self) -> [f64; 2] {
        [f64::from(self.years[0]) - 0.5, f64::from(self.years[1]) + 0.5]
    }

    /// For each year what was published up to it, one piece on another; the topmost bears the sum.
    fn stacks(&self, lang: Lang) -> Vec<Series> {
        let mut series = Vec::new();
        for sum in &self.sums {
            let (mut height, mut pieces) = (0.0, self.published.iter().filter(|row| row.year <= sum.year).peekable());
            while let Some(piece) = pieces.next() {
                let top = if pieces.peek().is_none() { printed(sum.figure, lang) } else { String::new() };
                let point = Point::new(sum.year, height + piece.value).upon(height).labelled(top);
                height += piece.value;
                let role = piece.role.kind().map_or(Role::Outturn, drawn_as);
                let points = vec![point];
                series.push(Series { role, shape: Shape::Bars, hue: Hue::Neutral, label: String::new(), points });
            }
        }
        series
    }

    /// From what is published up to what is pledged.
    fn rest(&self, lang: Lang) -> Option<Series> {
        let rest = self.rest?;
        let point = Point::new(self.years[1], self.pledge.value).upon(self.pledge.value - rest.value);
        let points = vec![point.labelled(printed(rest.figure, lang))];
        let label = PROGRESS.of(lang).unaccounted.to_owned();
        Some(Series { role: Role::Shortfall, shape: Shape::Bars, hue: Hue::Neutral, label, points })
    }

    fn title(&self, table: &Table, lang: Lang) -> String {
        let published = self.sums.last().map(|sum| printed(sum.figure, lang)).unwrap_or_default();
        let published = (AMOUNTS.of(lang).millions)(currency(table), &published);
        let country = lang.country(table.context.country.as_ref());
        (PROGRESS.of(lang).accounts)(&country, &published, &self.pledge.pledge(lang), self.years)
    }

    fn subtitle(&self, table: &Table, lang: Lang) -> String {
        let programmes = listed(&self.programmes(), SHARED.of(lang).and);
        (PROGRESS.of(lang).subtitle)(self.pledge.definition, currency(table), &programmes)
    }

    /// What is published, each programme once.
    fn programmes(&self) -> Vec<String> {
        let mut programmes: Vec<String> = Vec::new();
        for title in self.published.iter().map(|row| inside(row.definition)) {
            if !programmes.contains(&title) {
                programmes.push(title);
            }
        }
        programmes
    }

    /// The finding, the course of the sums, and what is pledged and left.
    fn alt(&self, table: &Table, lang: Lang) -> String {
        let (say, shared) = (PROGRESS.of(lang), SHARED.of(lang));
        let millions = |head: &str| (shared.in_millions)(head, currency(table));
        let told = |sum: &Row| Told::new((AMOUNTS.of(lang).in_year)(&printed(sum.figure, lang), sum.year), sum.value);
        let sums: Vec<Told> = self.sums.iter().map(told).collect();
        let programmes = few(&self.programmes(), lang);
        let pledged = (say.of_it)(&printed(self.pledge.figure, lang), &self.allows(lang).unwrap_or_default());
        let rest = self.rest.map(|rest| (say.rest)(&printed(rest.figure, lang)));
        let pledged: Vec<String> = std::iter::once(pledged).chain(rest).collect();
        let sentences = [
            Some(format!("{}.", self.title(table, lang))),
            sentence(&millions(&(say.added_up)(&programmes)), &main_values(&sums, Also::Highest, lang)),
            sentence(&millions(shared.of_pledges), &pledged.join("; ")),
            years_sentence(&self.without(), lang),
        ];
        sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}
