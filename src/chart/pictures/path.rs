//! The ways to a pledge beside each other, from the last outturn on.

mod ways; // what its table says

use crate::chart::figure::{Across, Figure, Ground, Hue, Point, Role, Series, Shape};
use crate::chart::words::{Ends, GAP, Lang, PATH, SHARED};
use crate::error::Result;
use crate::table::{Cell, Kind, Table};

use super::alt_text::{Also, Told, main_values, sentence};
use super::scenario_lines::path_of_gdp;
use super::table_rows::{beginning, counted, inside, printed, signed};
use super::{Chart, Countries};
use ways::{Station, Way, Ways, signed_percent, tenths};

/// Reads rows of `role` (the kind of a published share, `path` or `goal`), `shape` (of a path), `year`, `share_pct`,
/// `amount_million`, `growth_pct` (of the money since the year before; at the goal what each year needs), `change_pp` (at the goal
/// what each year adds by equal steps), `pledge` (of the goal), `definition`, `basis` and `title` (of the path of GDP).
pub(crate) const ENTRY: Chart = Chart {
    name: "path",
    about: "the ways to a pledge beside each other, from the last outturn on, and what growth each needs",
    countries: Countries::One,
    needs: None,
    build,
};

/// The colours of paths: neither that of what was spent nor that of the goal.
const HUES: [usize; 4] = [2, 4, 5, 1];

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    let Some(ways) = Ways::of(table, lang)? else {
        let reason = "no share of GDP is to be reached by a later year, or no outturn is published to start from";
        let help = "name a commitment with `--commitment ID`, or add `spending-share` under its definition";
        return Err(ENTRY.nothing_to_draw(reason, help));
    };
    ENTRY.check_marks(ways.published.len() + ways.ways.iter().map(|way| way.stations.len()).sum::<usize>())?;
    let first = ways.published.iter().map(|(_, own)| own.year).chain([ways.start().year]).min();
    let title = ways.title(table);
    let from = f64::from(ways.start().year) + 0.5;
    Ok(Figure {
        alt: ways.alt(&title),
        title,
        subtitle: ways.subtitle(),
        across: Across::Years(first.unwrap_or(ways.goal.year), ways.goal.year),
        unit: lang.percent_sign().to_owned(),
        ground: Some(Ground { from, name: PATH.of(lang).ground.to_owned() }),
        series: ways.series(),
        ..signed(table, lang)
    })
}

impl Ways<'_> {
    fn percent(&self, cell: &Cell) -> String {
        self.lang.percent(&printed(cell, self.lang))
    }

    /// A share, with its amount where that is known.
    fn worth(&self, share: &str, amount: &Cell) -> String {
        let money = amount.number().map(|_| (GAP.of(self.lang).millions)(self.currency, &printed(amount, self.lang)));
        money.map_or_else(|| share.to_owned(), |money| (PATH.of(self.lang).worth)(share, &money))
    }

    /// What each year needs; that it is reached already where a figure published later than the start is as much.
    fn title(&self, table: &Table) -> String {
        let (say, lang) = (PATH.of(self.lang), self.lang);
        let country = lang.country(table.context.country.as_ref());
        let whose = [&*country, &counted(self.definition, lang)];
        let (goal, start) = (self.percent(self.goal.share), self.start());
        if let Some((kind, own)) = self.reached() {
            let share = self.percent(own.share);
            let ends = Ends { from: (&share, own.year), to: (&goal, self.goal.year) };
            return (say.beyond)(whose, &ends, (SHARED.of(lang).kind)(*kind));
        }
        let (share, pledge) = (self.percent(start.share), lang.short_pledge(self.pledge));
        let ends = Ends { from: (&share, start.year), to: (&pledge, self.goal.year) };
        match (tenths(self.goal.growth, lang), self.step.number()) {
            (Some(growth), _) => (say.grows)(whose, &ends, &lang.percent(&growth)),
            (None, Some(_)) => (say.rises)(whose, &ends, &printed(self.step, lang)),
            (None, None) => (say.leads)(whose, &ends),
        }
    }

    /// What is shown by which definition, and on which GDP money rests.
    fn subtitle(&self) -> String {
        let say = PATH.of(self.lang);
        let mut words = (say.subtitle)(self.definition);
        if self.start().amount.number().is_some() {
            let basis = path_of_gdp(self.basis, self.scenario, self.lang);
            words += &(say.money)(&inside(&basis));
            let unknown = self.ways.iter().flat_map(|way| &way.stations).filter(|own| own.amount.number().is_none());
            words += &unknown.map(|own| own.year).min().map(say.without_gdp).unwrap_or_default();
        }
        words
    }

    /// The goal, the paths, and what is published.
    fn series(&self) -> Vec<Series> {
        let say = PATH.of(self.lang);
        let goal = (say.goal)(&self.lang.short_pledge(self.pledge), self.goal.year);
        let goal = Series {
            role: Role::Goal,
            shape: Shape::Marks,
            hue: Hue::Number(3),
            label: self.worth(&goal, self.goal.amount),
            points: vec![Point::new(self.goal.year, self.goal.value)],
        };
        let mut paths: Vec<(&Way, usize)> = self.ways.iter().zip(HUES.into_iter().cycle()).collect();
        // the name of one between others is the last to seek its place: those outside have room on one side
        let outer = |way: &Way| (way.middle() - self.middle()).abs();
        paths.sort_by(|(one, _), (other, _)| outer(other).total_cmp(&outer(one)));
        let paths = paths.into_iter().map(|(way, hue)| self.path(way, hue));
        let [outturns, others] = self.spent();
        let spent = |role, label: &str, points| {
            let label = label.to_owned();
            Series { role, shape: Shape::Line, hue: Hue::Number(0), label, points }
        };
        let published = [spent(Role::Outturn, say.spent, outturns), spent(Role::Estimate, "", others)];
        let series = std::iter::once(goal).chain(published).chain(paths);
        series.filter(|series| !series.points.is_empty()).collect()
    }

    fn path(&self, way: &Way, hue: usize) -> Series {
        let points = way.stations.iter().map(|own| Point::new(own.year, own.value)).collect();
        Series { role: Role::Path, shape: Shape::Line, hue: Hue::Number(hue), label: self.named(way), points }
    }

    /// A path with the growth that it needs.
    fn named(&self, way: &Way) -> String {
        let say = PATH.of(self.lang);
        let shape = (say.shape)(way.shape);
        if let Some(last) = way.stations.last().filter(|_| way.is_flat()) {
            let leap = signed_percent(last.growth, self.lang);
            return leap.map_or_else(|| (say.at_once)(shape), |growth| (say.at_last)(shape, &growth, last.year));
        }
        self.growth(way).map_or_else(|| shape.to_owned(), |growth| (say.with)(shape, &growth))
    }

    /// From the least to the most that it grows in a year, as far as that is known; nothing where it is not.
    fn growth(&self, way: &Way) -> Option<String> {
        let say = PATH.of(self.lang);
        let text = |own: &Station| signed_percent(own.growth, self.lang);
        let last = way.stations.last()?;
        let grown = || way.stations.iter().filter(|own| own.growth.number().is_some());
        let [low, high] =
            [grown().min_by_key(|own| own.growth.number()), grown().max_by_key(|own| own.growth.number())];
        let (low, high) = (text(low?)?, text(high?)?);
        let growth = if low == high { low } else { (say.between)(&low, &high) };
        let until = grown().map(|own| own.year).max().filter(|year| *year < last.year);
        let growth = (say.each_year)(&growth);
        Some(until.map_or(growth.clone(), |year| (say.until)(&growth, year)))
    }

    /// The outturns, of which the last bears its amount as well, and the others led on from there.
    fn spent(&self) -> [Vec<Point>; 2] {
        let (outturns, others): (Vec<_>, Vec<_>) = self.published.iter().partition(|(kind, _)| *kind == Kind::Outturn);
        let start = self.start();
        let ends = |number: usize, of: usize| number == 0 || number + 1 == of;
        let point = |(kind, own): &(Kind, Station), seen: bool| {
            let is_start = *kind == Kind::Outturn && own.year == start.year;
            let share = self.percent(own.share);
            let label = if is_start { self.worth(&share, start.amount) } else { share };
            Point::new(own.year, own.value).labelled(if seen || is_start { label } else { String::new() })
        };
        let line = |rows: &[(Kind, Station)]| {
            let mut before = None;
            let mut points = Vec::with_capacity(rows.len());
            for (number, row) in rows.iter().enumerate() {
                let joined = before.is_none_or(|year| year + 1 == row.1.year);
                points.push(Point { joined, ..point(row, ends(number, rows.len())) });
                before = Some(row.1.year);
            }
            points
        };
        let first = others.first().map(|(_, own)| own.year);
        let led = outturns.last().filter(|(_, last)| first == Some(last.year + 1));
        let led = led.map(|(_, last)| Point::new(last.year, last.value));
        [line(&outturns), led.into_iter().chain(line(&others)).collect()]
    }

    /// The finding, the course of what is published, and the ends of each path with the growth that it needs.
    fn alt(&self, title: &str) -> String {
        let (say, shared) = (PATH.of(self.lang), SHARED.of(self.lang));
        let told = |own: &Station| Told::new((say.in_year)(&self.percent(own.share), own.year), own.value);
        let published: Vec<Told> = self.published.iter().map(|(_, own)| told(own)).collect();
        let goal = (say.goal)(&self.lang.short_pledge(self.pledge), self.goal.year);
        let mut sentences = vec![format!("{title}.")];
        sentences.extend(sentence(shared.of_published, &main_values(&published, Also::Highest, self.lang)));
        sentences.extend(sentence(shared.of_pledges, &self.worth(&goal, self.goal.amount)));
        for way in &self.ways {
            let told: Vec<Told> = way.stations.iter().map(told).collect();
            sentences.extend(sentence(&beginning(&self.named(way)), &main_values(&told, Also::Neither, self.lang)));
        }
        sentences.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::sample::ways::invented_path;

    #[test]
    fn a_path_that_waits_names_its_last_year_and_one_by_equal_growth_one_rate() {
        let figure = build(&invented_path(10, true).unwrap(), Lang::En).unwrap();
        let named: Vec<&str> =
            figure.series.iter().filter(|own| own.role == Role::Path).map(|own| &*own.label).collect();
        let of = |shape: &str| named.iter().find(|name| name.starts_with(shape)).unwrap();
        assert!(of("flat").ends_with("in 2035"), "{named:?}");
        assert_eq!(of("equal growth").matches('%').count(), 1, "{named:?}");
    }
}
