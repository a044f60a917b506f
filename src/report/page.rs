//! The page of one country: what was pledged and whether it was kept, first in sentences, then in a table with what is not known.

use crate::book::Commitment;
use crate::error::{Errors, Result};
use crate::quantity::Currency;
use crate::quantity::text::{markdown, markdown_code};
use crate::question::{OnPath, Query, Sides, cited, opening, opening_on_paths, side_by_side};
use crate::table::Citation;

use super::pictures::Planned;
use super::wording::Wording;
use super::words::PAGE;
use super::{Command, DATA_PACKAGE, Part, TABLES, WORKBOOK};

/// Where everything stands that the page rests on.
pub(super) const ANNEX: &str = "annex.md";

/// The pictures that carry what the page says: before its sentences, and behind them.
const SHOWN: [&str; 2] = ["scoreboard", "share"];

/// The page of a part.
pub(super) struct Page<'p> {
    pub(super) part: &'p Part<'p>,
    pub(super) wording: Wording<'p>,
    /// Every standing pledge, and the commitments of the statement that the book opens with.
    pub(super) sides: Vec<Sides<'p>>,
    opening: Vec<&'p Commitment>,
    pub(super) on_paths: Vec<(&'p Commitment, Vec<OnPath>)>,
}

impl<'p> Page<'p> {
    pub(super) fn new(part: &'p Part<'p>) -> Result<Self> {
        let (query, wording) = (&part.query, part.wording());
        let (sides, opening) = (side_by_side(query)?, opening(query));
        Ok(Self { part, wording, sides, opening, on_paths: opening_on_paths(query)? })
    }

    /// The page as Markdown, of a report with a workbook or without.
    pub(super) fn write(&self, command: &Command<'_>, has_workbook: bool) -> Result<String, Errors> {
        let (query, wording) = (&self.part.query, self.wording);
        let [before, behind] = SHOWN.map(|name| self.pictures(|own| own == name));
        Ok(joined(&[
            format!("# {}", self.title()),
            (wording.say(&PAGE).as_known)(&wording.lang.on_day(query.as_of)),
            before,
            self.sentences()?,
            behind,
            self.pledges(command)?,
            (wording.say(&PAGE).annex_holds)(ANNEX),
            section(wording.say(&PAGE).sources, &[wording.sources(&self.citations())]),
            self.files(has_workbook),
            written(query, wording, &command(&["report"], self.part.country)),
        ]))
    }

    /// Every pledge against its figure, and what is not known of them.
    fn pledges(&self, command: &Command<'_>) -> Result<String> {
        if self.sides.is_empty() {
            return Ok(String::new());
        }
        let (say, wording) = (self.wording.say(&PAGE), self.wording);
        let table = wording.standing(&self.sides, self.currency())?;
        let how_to_read = if table.is_empty() { String::new() } else { say.how_to_read.to_owned() };
        Ok(joined(&[
            section(say.every_pledge, &[table, how_to_read, self.superseded(command)]),
            section(say.not_known, &[wording.not_known(&self.sides, self.part.query.as_of)?]),
        ]))
    }

    /// What the page is called: as the book, where the book is of one country alone.
    pub(super) fn title(&self) -> String {
        let book = self.wording.book;
        match book.countries[..] {
            [_] => self.wording.text(&book.title),
            _ => (self.wording.say(&PAGE).title)(&self.wording.country(self.part.query.country())),
        }
    }

    /// The currency of its country, where the book says which.
    pub(super) fn currency(&self) -> Option<Currency> {
        self.wording.book.currency(self.part.query.country())
    }

    pub(super) fn opens(&self, sides: &Sides<'_>) -> bool {
        self.opening.iter().any(|opening| opening.key() == sides.commitment.key())
    }

    /// One sentence for each pledge of the statement that the book opens with, and how many others there are.
    pub(super) fn sentences(&self) -> Result<String> {
        let (say, wording) = (self.wording.say(&PAGE), self.wording);
        let Some(first) = self.opening.first() else { return Ok(say.no_pledge.to_owned()) };
        let stated = self.sides.iter().filter(|sides| sides.years.is_some());
        let (opening, others): (Vec<_>, Vec<_>) = stated.partition(|sides| self.opens(sides));
        let same = |one: &&Sides<'_>, next: &&Sides<'_>| one.commitment.key() == next.commitment.key();
        let items = opening.chunk_by(same).map(|pledge| wording.item(pledge)).collect::<Result<Vec<_>>>()?;
        let whose = wording.publishers([first.source.id.as_str()]);
        Ok(joined(&[
            (say.opening)(&wording.lang.on_day(first.announced), &whose),
            items.join("\n"),
            (say.others_below)(others.chunk_by(same).count()),
        ]))
    }

    /// How many commitments a later one replaced, and how to see them.
    fn superseded(&self, command: &Command<'_>) -> String {
        let query = &self.part.query;
        let replaced = query.known().filter(|own| query.book.superseded_by(own, query.as_of).is_some()).count();
        let command = markdown_code(&command(&["verdicts", "--all"], self.part.country));
        (self.wording.say(&PAGE).superseded)(replaced, &command)
    }

    /// The pictures that are not on the page.
    pub(super) fn more_pictures(&self) -> String {
        self.pictures(|name| !SHOWN.contains(&name))
    }

    fn pictures(&self, shows: impl Fn(&str) -> bool) -> String {
        let shown = self.part.pictures.iter().filter(|picture| shows(picture.chart.name));
        joined(&shown.map(|picture| self.picture(picture)).collect::<Vec<_>>())
    }

    /// A picture and a line on its files. It is no paragraph by itself, of which pandoc would make a figure with all that the picture
    /// says as its caption.
    fn picture(&self, Planned { chart, figure, .. }: &Planned) -> String {
        let (name, link) =
            (chart.name, |ending: &str| format!("[{}](charts/{}.{ending})", ending.to_uppercase(), chart.name));
        let also = (self.wording.say(&PAGE).also_as)(&link("png"), &link("csv"));
        format!("![{}](charts/{name}.svg)\\\n{also}", markdown(&figure.alt))
    }

    /// The documents of the verdicts and of the amounts.
    fn citations(&self) -> Vec<Citation> {
        let judged = self.sides.iter().flat_map(|sides| sides.own.iter().chain(&sides.others));
        let of_paths = self.on_paths.iter().flat_map(|(_, on_paths)| on_paths);
        let of_gdp = of_paths
            .filter(|path| path.scenario.is_some())
            .flat_map(|path| &path.outcome.gdp)
            .flat_map(|gdp| &gdp.sources);
        let ids: Vec<String> = judged.flat_map(cited).map(str::to_owned).chain(of_gdp.cloned()).collect();
        self.part.query.citations(&ids)
    }

    fn files(&self, has_workbook: bool) -> String {
        let say = self.wording.say(&PAGE);
        let tables =
            TABLES.iter().zip(say.contents).map(|(name, about)| format!("- [`{name}.csv`]({name}.csv): {about}"));
        let pictures = (!self.part.pictures.is_empty()).then(|| format!("- `charts/`: {}", say.contents[TABLES.len()]));
        let workbook = has_workbook.then(|| format!("- [`{WORKBOOK}`]({WORKBOOK}): {}", say.workbook));
        let package = format!("- [`{DATA_PACKAGE}`]({DATA_PACKAGE}): {}", say.data_package);
        let lines = tables.chain(pictures).chain(workbook).chain([package]);
        section(say.files, &[lines.collect::<Vec<_>>().join("\n")])
    }
}

/// The book of a page, and the command that writes it.
pub(super) fn written(query: &Query<'_>, wording: Wording<'_>, command: &str) -> String {
    let fingerprint = query.book.fingerprint.to_string();
    let fingerprint = &fingerprint[..16.min(fingerprint.len())];
    (wording.say(&PAGE).written)(&markdown_code(fingerprint), &markdown_code(command))
}

/// A heading with what stands below it; nothing where there is nothing.
pub(super) fn section(heading: &str, parts: &[String]) -> String {
    let below = joined(parts);
    if below.trim().is_empty() { String::new() } else { format!("## {heading}\n\n{below}") }
}

/// The parts of a page that are not empty, a blank line between them.
pub(super) fn joined(parts: &[String]) -> String {
    let parts = parts.iter().map(|part| part.trim_end()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("\n\n") + "\n"
}
