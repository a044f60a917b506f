//! Spending as a share of GDP, the pledges about it, and the goals ahead.

use crate::chart::figure::{Across, Figure, Ground, Hue, Point, Role, Series, Shape};
use crate::chart::words::{Lang, SHARE};
use crate::error::Result;
use crate::table::{self, Kind, Table, columns};

use super::alt_text::{Also, Told, few, main_values, sentence};
use super::table_rows::{Row, inside, printed, rows, signed, subject, this_year, topical};
use super::unknown_years::{unknown, years_between, years_sentence};
use super::{Chart, Countries};

/// Reads rows of `role` (`outturn`, `estimate`, `pledge`, `goal`), `label`, `year`, `share_pct` and `definition`.
///
/// The label of a pledge is its words, of a goal its name.
pub(crate) const ENTRY: Chart = Chart {
    name: "share",
    about: "spending as a share of GDP, with pledges and goals",
    countries: Countries::One,
    needs: None,
    build,
};

/// The rows of each role, by year.
struct Parts<'a> {
    lang: Lang,
    outturns: Vec<Row<'a>>,
    estimates: Vec<Row<'a>>,
    pledges: Vec<Row<'a>>,
    goals: Vec<Row<'a>>,
}

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    let parts = Parts::of(rows(table, &columns::SHARE_PCT)?, lang);
    ENTRY.check_marks(parts.all().count())?;
    let years = parts.all().map(|row| row.year);
    let (Some(first), Some(last)) = (years.clone().min(), years.max()) else {
        let reason = "no published share, pledge or goal is known";
        let help = "add rows of `spending-share` or commitments that state a share of GDP, or draw another family with `--family`";
        return Err(ENTRY.nothing_to_draw(reason, help));
    };
    Ok(Figure {
        title: parts.title(table),
        subtitle: parts.subtitle(),
        alt: parts.alt(table),
        across: Across::Years(first, last),
        unit: lang.percent_sign().to_owned(),
        ground: parts.ground(last),
        series: parts.series(),
        unknown: unknown(&parts.without(), lang),
        ..signed(table, lang)
    })
}

impl<'a> Parts<'a> {
    fn of(mut rows: Vec<Row<'a>>, lang: Lang) -> Self {
        rows.sort_by_key(|row| row.year);
        let of = |role: table::Role| rows.iter().filter(|row| row.role == role).copied().collect();
        let published = |kind| of(table::Role::Published(kind));
        let (outturns, estimates) = (published(Kind::Outturn), published(Kind::Estimate));
        Self { lang, outturns, estimates, pledges: of(table::Role::Pledge), goals: of(table::Role::Goal) }
    }

    fn all(&self) -> impl Iterator<Item = &Row<'a>> + Clone {
        self.outturns.iter().chain(&self.estimates).chain(&self.pledges).chain(&self.goals)
    }

    /// The years between those that are published.
    fn without(&self) -> Vec<i32> {
        years_between(self.outturns.iter().chain(&self.estimates).map(|row| row.year))
    }

    /// The figure of a row with its percent sign.
    fn percent(&self, row: &Row) -> String {
        self.lang.percent(&printed(row.figure, self.lang))
    }

    /// The words of a pledge, without what the subtitle says already.
    fn words(&self, row: &Row) -> String {
        row.short_pledge(self.lang)
    }

    fn title(&self, table: &Table) -> String {
        let (say, name) = (SHARE.of(self.lang), self.lang.country(table.context.country.as_ref()));
        let spent = |rows| subject(rows, self.lang);
        let last = self.outturns.last();
        let last = last.map(|row| (say.spent_in)([&name, &spent(&self.outturns)], &self.percent(row), row.year));
        let pledge = topical(&self.pledges, this_year(table));
        match (last, pledge, self.estimates.last()) {
            (Some(last), Some(pledge), _) => {
                let ahead = self.outturns.last().is_none_or(|outturn| pledge.year > outturn.year);
                let sentence = if ahead { say.and_pledges } else { say.and_had_pledged };
                sentence(&last, &self.words(pledge), pledge.year)
            }
            (Some(last), None, _) => last,
            (None, Some(pledge), _) => (say.pledges)([&name, &spent(&self.pledges)], &self.words(pledge), pledge.year),
            (None, None, Some(row)) => {
                (say.is_estimated)([&name, &spent(&self.estimates)], &self.percent(row), row.year)
            }
            (None, None, None) => (say.goals_of)([&name, &spent(&self.goals)]),
        }
    }

    /// What is shown by which definition, with the unit.
    fn subtitle(&self) -> String {
        let say = SHARE.of(self.lang);
        let titled = |row: &&Row| !row.definition.is_empty();
        let spent = self.all().find(titled).map_or("", |row| row.definition);
        let mut pledged: Vec<&str> = self.pledges.iter().filter(titled).map(|row| row.definition).collect();
        pledged.dedup();
        let pledges = match pledged[..] {
            [] => String::new(),
            [one] if one == spent => String::new(),
            [one] => (say.pledges_of)(&inside(one)),
            _ => say.as_stated.to_owned(),
        };
        let parts = [spent, say.of_gdp].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(", ") + &pledges
    }

    /// The finding, and the course of spending, estimates and pledges.
    fn alt(&self, table: &Table) -> String {
        let say = SHARE.of(self.lang);
        let figure = |row: &Row| Told::new((say.in_year)(&self.percent(row), row.year), row.value);
        let named = |row: &Row| Told::new((say.for_year)(&self.words(row), row.year), row.value);
        let goal = |row: &Row| (say.by_year)(&self.percent(row), row.year, row.label.words());
        let told = |told: Vec<Told>| main_values(&told, Also::Highest, self.lang);
        let said = [
            told(self.outturns.iter().map(figure).collect()),
            told(self.estimates.iter().map(figure).collect()),
            told(self.pledges.iter().map(named).collect()),
            few(&self.goals.iter().map(goal).collect::<Vec<_>>(), self.lang),
        ];
        let sentences = say.heads.iter().zip(&said).filter_map(|(head, said)| sentence(head, said));
        let without = years_sentence(&self.without(), self.lang);
        std::iter::once(format!("{}.", self.title(table))).chain(sentences).chain(without).collect::<Vec<_>>().join(" ")
    }

    /// The years after the last outturn.
    fn ground(&self, last: i32) -> Option<Ground> {
        let after = self.outturns.last()?.year;
        let name = (SHARE.of(self.lang).ground)(!self.estimates.is_empty(), !self.pledges.is_empty());
        (last > after).then(|| Ground { from: f64::from(after) + 0.5, name: name.to_owned() })
    }

    fn series(&self) -> Vec<Series> {
        let say = SHARE.of(self.lang);
        let spent = Series {
            role: Role::Outturn,
            shape: Shape::Line,
            hue: Hue::Number(0),
            label: say.spent.to_owned(),
            points: ends_labelled(&self.outturns, |row| self.percent(row)),
        };
        let pledged = Series {
            role: Role::Pledge,
            shape: Shape::Marks,
            hue: Hue::Number(1),
            label: say.pledged.to_owned(),
            points: self.pledges.iter().map(|row| Point::new(row.year, row.value).labelled(self.words(row))).collect(),
        };
        let goals = self.goals.iter().map(|row| Series {
            role: Role::Goal,
            shape: Shape::Marks,
            hue: Hue::Number(3),
            label: self.goal(row),
            points: vec![Point::new(row.year, row.value)],
        });
        let series = [pledged, spent, self.estimated()].into_iter().chain(goals);
        series.filter(|series| !series.points.is_empty()).collect()
    }

    /// What a goal is called, with its share unless that begins its name.
    fn goal(&self, row: &Row) -> String {
        let (share, name) = (self.percent(row), row.label.words());
        if name.starts_with(&share) { name.to_owned() } else { format!("{share} {name}") }
    }

    /// The estimates, led on from the last outturn.
    fn estimated(&self) -> Series {
        let first = self.estimates.first().map(|row| row.year);
        let before = self.outturns.last().filter(|outturn| first == Some(outturn.year + 1));
        let points = ends_labelled(&self.estimates, |row| self.percent(row));
        let led = before.map(|row| Point::new(row.year, row.value));
        Series {
            role: Role::Estimate,
            shape: Shape::Line,
            hue: Hue::Number(0),
            label: String::new(),
            points: led.into_iter().chain(points).collect(),
        }
    }
}

/// Points joined where their years follow each other; the first and the last bear their figures, few bear all.
fn ends_labelled(rows: &[Row], text: impl Fn(&Row) -> String) -> Vec<Point> {
    let few = rows.len() <= 3;
    let mut before = None;
    let mut points = Vec::with_capacity(rows.len());
    for (number, row) in rows.iter().enumerate() {
        let joined = before.is_none_or(|year| year + 1 == row.year);
        let label = if few || number == 0 || number + 1 == rows.len() { text(row) } else { String::new() };
        points.push(Point { joined, ..Point::new(row.year, row.value).labelled(label) });
        before = Some(row.year);
    }
    points
}
