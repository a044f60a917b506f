//! Defence spending as a share of GDP, the pledges about it, and the goals ahead.

use crate::error::{Error, Kind, Result};
use crate::table::Table;

use super::Chart;
use super::figure::{Across, Figure, Floor, Ground, Hue, Point, Role, Series, Shape};
use super::reading::{Row, country, credits, definition, listed, printed, rows, short, this_year, topical};

/// Reads rows of `role` (`outturn`, `estimate`, `pledge`, `goal`), `label`, `year` and `share_pct`.
///
/// The label of an outturn or estimate names the definition, of a pledge its words, of a goal its name.
pub(super) const ENTRY: Chart = Chart {
    name: "share",
    question: "share",
    about: "defence spending as a share of GDP, with pledges and goals",
    build,
};

/// The rows of each role, by year.
struct Parts<'a> {
    outturns: Vec<Row<'a>>,
    estimates: Vec<Row<'a>>,
    pledges: Vec<Row<'a>>,
    goals: Vec<Row<'a>>,
}

fn build(table: &Table) -> Result<Figure> {
    let rows = rows(table, "share_pct");
    let of = |role: &str| {
        let mut part: Vec<Row> = rows.iter().filter(|row| row.role == role).copied().collect();
        part.sort_by_key(|row| row.year);
        part
    };
    let parts = Parts { outturns: of("outturn"), estimates: of("estimate"), pledges: of("pledge"), goals: of("goal") };
    let years = parts.all().map(|row| row.year);
    let (Some(first), Some(last)) = (years.clone().min(), years.max()) else {
        let reason = "no published share, pledge or goal is known".to_owned();
        let help = "add rows of `spending-share` under `nato`, or commitments under `direct-defence`";
        return Err(Error::new(Kind::NothingToDraw { chart: ENTRY.name.to_owned(), reason }).help(help));
    };
    Ok(Figure {
        title: parts.title(table),
        subtitle: parts.subtitle(),
        source: credits(table),
        alt: parts.alt(table),
        across: Across::Years(first, last),
        floor: Floor::Zero,
        unit: "%".to_owned(),
        ground: parts.ground(last),
        bands: Vec::new(),
        series: parts.series(),
        words: None,
    })
}

impl<'a> Parts<'a> {
    fn all(&self) -> impl Iterator<Item = &Row<'a>> + Clone {
        self.outturns.iter().chain(&self.estimates).chain(&self.pledges).chain(&self.goals)
    }

    fn title(&self, table: &Table) -> String {
        let name = country(table);
        let spent = self
            .outturns
            .last()
            .map(|row| format!("{name} spent {}% of GDP on defence in {}", printed(row.figure), row.year));
        let pledge = topical(&self.pledges, this_year(table));
        match (spent, pledge, self.estimates.last()) {
            (Some(spent), Some(pledge), _) => {
                let ahead = self.outturns.last().is_none_or(|outturn| pledge.year > outturn.year);
                let verb = if ahead { "pledges" } else { "had pledged" };
                format!("{spent} and {verb} {} for {}", short(pledge.label), pledge.year)
            }
            (Some(spent), None, _) => spent,
            (None, Some(pledge), _) => {
                format!("{name} pledges {} of GDP for defence in {}", short(pledge.label), pledge.year)
            }
            (None, None, Some(estimate)) => {
                format!(
                    "{name} is estimated to spend {}% of GDP on defence in {}",
                    printed(estimate.figure),
                    estimate.year
                )
            }
            (None, None, None) => format!("Goals for defence spending: {name}"),
        }
    }

    /// What is shown by which definition, with the unit.
    fn subtitle(&self) -> String {
        let published = self.outturns.iter().chain(&self.estimates);
        let spent = published.map(|row| row.label).find(|label| !label.is_empty());
        let pledges = match definition(&self.pledges) {
            Some(pledged) => format!("; pledges are of {pledged}"),
            None if self.pledges.is_empty() => String::new(),
            None => "; pledges as stated".to_owned(),
        };
        format!("{}, % of GDP{pledges}", spent.unwrap_or("Defence spending"))
    }

    /// The main figures in words.
    fn alt(&self, table: &Table) -> String {
        let figure = |row: &Row| format!("{}% in {}", printed(row.figure), row.year);
        let highest = self.outturns.iter().max_by(|one, other| one.value.total_cmp(&other.value)).map(figure);
        let ends = [self.outturns.first(), self.outturns.last()].map(|row| row.map(figure));
        let mut sentences = vec![format!("{}.", self.title(table))];
        if let ([Some(first), Some(last)], Some(highest)) = (ends, highest) {
            sentences.push(format!("Spent: from {first} to {last} of GDP, the highest {highest}."));
        }
        let named = |row: &Row| format!("{} for {}", short(row.label), row.year);
        let goal = |row: &Row| format!("{}% by {} ({})", printed(row.figure), row.year, row.label);
        for (name, items) in [
            ("Estimated", self.estimates.iter().map(figure).collect::<Vec<_>>()),
            ("Pledged", self.pledges.iter().map(named).collect()),
            ("Goals", self.goals.iter().map(goal).collect()),
        ] {
            if !items.is_empty() {
                sentences.push(format!("{name}: {}.", listed(&items)));
            }
        }
        sentences.join(" ")
    }

    /// The years after the last outturn.
    fn ground(&self, last: i32) -> Option<Ground> {
        let after = self.outturns.last()?.year;
        let name = match (self.estimates.is_empty(), self.pledges.is_empty()) {
            (false, false) => "estimates and pledges",
            (false, true) => "estimates",
            (true, false) => "pledges",
            (true, true) => "goals",
        };
        (last > after).then(|| Ground { from: f64::from(after) + 0.5, name: name.to_owned() })
    }

    fn series(&self) -> Vec<Series> {
        let percent = |row: &Row| format!("{}%", printed(row.figure));
        let spent = Series {
            role: Role::Outturn,
            shape: Shape::Line,
            hue: Hue::Number(0),
            label: "spent".to_owned(),
            points: ends_labelled(&self.outturns, percent),
        };
        let pledged = Series {
            role: Role::Pledge,
            shape: Shape::Marks,
            hue: Hue::Number(1),
            label: "pledged".to_owned(),
            points: self.pledges.iter().map(|row| Point::new(row.year, row.value).labelled(short(row.label))).collect(),
        };
        let goals = self.goals.iter().map(|row| Series {
            role: Role::Goal,
            shape: Shape::Marks,
            hue: Hue::Number(3),
            label: format!("{}% {}", printed(row.figure), row.label),
            points: vec![Point::new(row.year, row.value)],
        });
        let series = [pledged, spent, self.estimated()].into_iter().chain(goals);
        series.filter(|series| !series.points.is_empty()).collect()
    }

    /// The estimates, led on from the last outturn.
    fn estimated(&self) -> Series {
        let first = self.estimates.first().map(|row| row.year);
        let before = self.outturns.last().filter(|outturn| first == Some(outturn.year + 1));
        let points = ends_labelled(&self.estimates, |row| format!("{}%", printed(row.figure)));
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
