//! `sensitivity`: what does a pledge come to where GDP grows otherwise and another share is pledged?

use crate::analysis::Steps;
use crate::question::{Grid, Query, check_grid};

use super::analysis::{Analysis, Answer};
use super::given::Given;
use super::options::{self, GROWTH, ID, Name, SCENARIO, YEAR};
use super::{Command, Failure, asked};

pub(super) const COMMAND: Command = Command {
    name: "sensitivity",
    about: "What does a pledge come to where GDP grows otherwise and another share is pledged?",
    examples: "\
Examples:
  pledgebook sensitivity lva-defence-2026
  pledgebook sensitivity lva-defence-2026 --growth -2..2:0.5 --share 4.5..5:0.25
  pledgebook sensitivity nato-hague-core --year 2035 --scenario boom --format csv

Growth is in points a year on top of that of the path, from the last closed year with an outturn or
an estimate on. The words of the pledge and its slack stay, whatever the share.",
    arguments: |command| options::decimals(options::written(arguments(command))),
    without: &[],
    run: |given, console| ANALYSIS.write(given, console),
};

pub(super) const ANALYSIS: Analysis =
    Analysis { name: COMMAND.name, example: "lva-defence-2026", arguments, undrawn: &[], ask };

const SHARE: Name = Name("share");

fn arguments(command: clap::Command) -> clap::Command {
    let growth = GROWTH.option("A..B:STEP").allow_hyphen_values(true);
    command.args([
        ID.argument("ID").help("A commitment that pledges a share of GDP"),
        YEAR.option("Y").help(options::ONE_OF_ITS_YEARS),
        growth.help("Points a year that are added to the growth of the path [default: -1..1:0.5]"),
        SHARE
            .option("A..B:STEP")
            .allow_hyphen_values(true)
            .help("Shares in per cent [default: the pledged one; of a picture two below and two above it too]"),
        SCENARIO.option("ID").help("On this scenario or basis [default: the commitment's own basis, else latest]"),
    ])
}

fn ask(given: Given<'_>, answer: &mut Answer<'_>) -> Result<(), Failure> {
    let id = given.text(ID).unwrap_or_default();
    let book = asked::book_about_commitment(given, id)?;
    let query = asked::query(given, &book)?;
    let commitment = book.named_commitment(id, query.countries.as_deref()).map_err(Failure::usage)?;
    let years = asked::year_of(given, &book, commitment)?;
    let share = given.parsed(SHARE, |text| text.parse::<Steps>()?.above_zero())?;
    let grid = Grid { growth: given.parsed(GROWTH, str::parse)?, share };
    let countries = Some(vec![commitment.country]);
    let mut query = Query { countries, years, commitments: vec![id.to_owned()], grid, ..query };
    query.scenarios = asked::scenarios(given, SCENARIO, &query)?;
    check_grid(&query).map_err(Failure::usage)?;
    answer(&query)
}
