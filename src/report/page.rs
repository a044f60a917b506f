//! The page of one country: first what was pledged and whether it was kept, in sentences, then everything that this rests on.

use crate::book::Commitment;
use crate::error::{Errors, Result};
use crate::quantity::text::{markdown, markdown_code};
use crate::question::{OnPath, Query, Sides, cited, opening, opening_on_paths, side_by_side};
use crate::table::Citation;

use super::pictures::Planned;
use super::wording::Wording;
use super::words::PAGE;
use super::{Command, DATA_PACKAGE, Part, TABLES, WORKBOOK, has_workbook};

/// The picture that stands at the beginning.
const FIRST: &str = "scoreboard";

/// The page of a part.
pub(super) struct Page<'p> {
    part: &'p Part<'p>,
    wording: Wording<'p>,
    /// Every standing pledge, and the commitments of the statement that the book opens with.
    sides: Vec<Sides<'p>>,
    opening: Vec<&'p Commitment>,
    on_paths: Vec<(&'p Commitment, Vec<OnPath>)>,
}

impl<'p> Page<'p> {
    pub(super) fn new(part: &'p Part<'p>) -> Result<Self> {
        let (query, wording) = (&part.query, part.wording());
        let (sides, opening) = (side_by_side(query)?, opening(query));
        Ok(Self { part, wording, sides, opening, on_paths: opening_on_paths(query)? })
    }

    /// The page as Markdown.
    pub(super) fn write(&self, command: &Command<'_>) -> Result<String, Errors> {
        let (query, wording) = (&self.part.query, self.wording);
        Ok(joined(&[
            format!("# {}", self.title()),
            (wording.say(&PAGE).as_known)(&wording.lang.on_day(query.as_of)),
            self.sentences()?,
            self.pictures(true),
            self.pledges(command)?,
            self.amounts()?,
            self.pictures(false),
            section(wording.say(&PAGE).sources, &[wording.sources(&self.citations())]),
            self.files(),
            written(query, wording, &command(&["report"], self.part.country)),
        ]))
    }

    /// Every pledge in a table, what is not known of them, and why each verdict is what it is.
    fn pledges(&self, command: &Command<'_>) -> Result<String> {
        if self.sides.is_empty() {
            return Ok(String::new());
        }
        let (say, wording, told) = (self.wording.say(&PAGE), self.wording, |sides: &Sides<'_>| self.opens(sides));
        let reasons = wording.reasons(&self.sides, told)?;
        let lead = if reasons.is_empty() { String::new() } else { say.two_readings.to_owned() };
        let table = [wording.standing(&self.sides)?, say.how_to_read.to_owned(), self.superseded(command)];
        Ok(joined(&[
            section(say.every_pledge, &table),
            section(say.not_known, &[wording.not_known(&self.sides, self.part.query.as_of, told)?]),
            section(say.reasons, &[lead, reasons]),
        ]))
    }

    /// What the page is called: as the book, where the book is of one country alone.
    fn title(&self) -> String {
        let book = self.wording.book;
        match book.countries[..] {
            [_] => self.wording.text(&book.title),
            _ => (self.wording.say(&PAGE).title)(&self.wording.country(self.part.query.country())),
        }
    }

    fn opens(&self, sides: &Sides<'_>) -> bool {
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

    fn amounts(&self) -> Result<String> {
        if self.on_paths.is_empty() {
            return Ok(String::new());
        }
        let (say, currency) = (self.wording.say(&PAGE), self.wording.book.currency(self.part.query.country()));
        let unit = currency.map_or_else(String::new, |currency| (say.by_scenario)(currency.code()));
        Ok(section(say.comes_to, &[unit, self.wording.on_paths(&self.on_paths, currency)?]))
    }

    /// The picture to begin with, or all others and why some are not there.
    fn pictures(&self, first: bool) -> String {
        let say = self.wording.say(&PAGE);
        let shown = self.part.pictures.iter().filter(|picture| (picture.chart.name == FIRST) == first);
        let mut texts: Vec<String> = shown.map(|picture| self.picture(picture)).collect();
        if !first {
            let names: Vec<String> = self.part.left_out.iter().map(|left| markdown_code(&left.name)).collect();
            texts.extend((!names.is_empty()).then(|| (say.left_out)(&self.wording.listed(&names))));
            return section(say.pictures, &texts);
        }
        joined(&texts)
    }

    fn picture(&self, Planned { chart, figure, .. }: &Planned) -> String {
        let (name, link) =
            (chart.name, |ending: &str| format!("[{}](charts/{}.{ending})", ending.to_uppercase(), chart.name));
        let also = (self.wording.say(&PAGE).also_as)(&link("png"), &link("csv"));
        joined(&[format!("![{}](charts/{name}.svg)", markdown(&figure.alt)), also])
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

    fn files(&self) -> String {
        let say = self.wording.say(&PAGE);
        let tables =
            TABLES.iter().zip(say.contents).map(|(name, about)| format!("- [`{name}.csv`]({name}.csv): {about}"));
        let pictures = (!self.part.pictures.is_empty()).then(|| format!("- `charts/`: {}", say.contents[TABLES.len()]));
        let workbook = has_workbook().then(|| format!("- [`{WORKBOOK}`]({WORKBOOK}): {}", say.workbook));
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
