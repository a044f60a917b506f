//! `why`: what moved a share: spending, GDP or the definition?

use crate::question::{Definitions, Point, Query, check_change};

use super::analysis::{Analysis, Answer};
use super::given::Given;
use super::options::{self, COMMITMENT, COUNTRY, DEFINITION, Name, YEAR};
use super::{Command, Failure, asked};

pub(super) const COMMAND: Command = Command {
    name: "why",
    about: "What moved a share: spending, GDP or the definition?",
    examples: "\
Examples:
  pledgebook why LVA 2026 --from 2025                      since the year before
  pledgebook why LVA 2025 --from 2025-11-30                what later editions revised
  pledgebook why LVA 2026 --from direct-defence --to nato  what counting differently does
  pledgebook why LVA 2026 --from MoD --from direct-defence --from 2025-12-04 --to NATO
  pledgebook why LVA 2026 --from 2025 --commitment lva-defence-2026

Each end is a year, a day, a publisher as the book spells it, or a definition, or several of these; what is not said of an
end is YEAR, the latest day, the firmest figure, and the definition by which the book compares countries.",
    arguments: |command| options::decimals(options::formatted(arguments(command))),
    without: &[(COUNTRY, "the country stands behind the command")],
    run: |given, console| ANALYSIS.write(given, console),
};

pub(super) const ANALYSIS: Analysis =
    Analysis { name: COMMAND.name, example: "EST 2026 --from 2025", arguments, undrawn: &[], ask };

pub(super) const OF: Name = Name("of");
const FROM: Name = Name("from");
const TO: Name = Name("to");

fn arguments(command: clap::Command) -> clap::Command {
    let gap = COMMITMENT.option("ID").help("Split what is missing to this pledge in the place of the share");
    command.args([
        OF.argument("COUNTRY").help("A country by its three letters"),
        YEAR.argument("YEAR").help("The year whose share moved"),
        FROM.repeated("X").help("The first end: a year, a day, a publisher or a definition; may be given again"),
        TO.repeated("Y").help("The second end, likewise"),
        DEFINITION.option("D").help("What spending counts [default: as the book compares countries]"),
        gap,
    ])
}

fn ask(given: Given<'_>, answer: &mut Answer<'_>) -> Result<(), Failure> {
    let book = asked::book_of(given, given.texts(OF))?;
    let countries = given.named(OF, |code| book.named_country(code))?;
    let of = |id: &str| book.named_commitment(id, Some(&countries)).map(|own| own.id.clone());
    let point = |word: &str| Point::named(&book, &countries, word);
    let mut query = Query {
        years: given.named(YEAR, |text| book.year_said(&countries, text))?.pop().map(Into::into),
        between: [given.named(FROM, point)?, given.named(TO, point)?],
        commitments: given.named(COMMITMENT, of)?,
        ..asked::query(given, &book)?
    };
    query.judging.by = asked::definition(given, &book)?.map_or(Definitions::Own, Definitions::One);
    query.countries = Some(countries);
    check_change(&query).map_err(Failure::usage)?;
    answer(&query)
}
