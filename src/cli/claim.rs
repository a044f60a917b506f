//! `claim`: is it true that so much money is such a share of GDP?

use crate::gdp::one_country;
use crate::question::{Claim, Definitions, check_claim};

use super::analysis::{Analysis, Answer};
use super::given::Given;
use super::options::{self, COUNTRY, DEFINITION, Name};
use super::{Command, Failure, asked};

pub(super) const COMMAND: Command = Command {
    name: "claim",
    about: "Is it true that so much money is such a share of GDP?",
    examples: "\
Examples:
  pledgebook claim \"2.2 billion EUR = 5% of GDP\" --years 2026
  pledgebook claim \"13.4 billion GBP = 0.2% of GDP\" --years 2027 --country GBR
  pledgebook claim \"13.4 billion GBP more = 0.2% more\" --years 2027 --country GBR --from 2024

The digits tell how precise a figure is: `0.2%` is from 0.15 to 0.25. A row is `true` where both sides can be the same, on
whose GDP, and, since a rise is often meant, beyond the same money, the same share or the same money at later prices.",
    arguments: |command| options::decimals(options::formatted(arguments(command))),
    without: &[],
    run: |given, console| ANALYSIS.write(given, console),
};

pub(super) const ANALYSIS: Analysis = Analysis {
    name: COMMAND.name,
    example: "\"13.4 billion GBP = 0.2% of GDP\" --years 2027 --country GBR",
    arguments,
    undrawn: &[],
    ask,
};

const CLAIM: Name = Name("claim");
const FROM: Name = Name("from");

fn arguments(command: clap::Command) -> clap::Command {
    command.args([
        CLAIM.argument("CLAIM").help("Money and a share on either side of `=` or `is`, or both with `more`"),
        options::years().help("Of these years, as `2027` or `2027-2028`"),
        FROM.option("YEAR").help("A rise goes on from this year [default: the last outturn before]"),
        DEFINITION.option("D").help("What spending counts in a rise [default: as the book compares countries]"),
    ])
}

fn ask(given: Given<'_>, answer: &mut Answer<'_>) -> Result<(), Failure> {
    let book = asked::book_about(given)?;
    let mut query = asked::query(given, &book)?;
    let country = one_country(&query.countries(), &COUNTRY.long(), |one| format!("`--country {one}`"));
    let country = country.map_err(Failure::usage)?;
    let speaker = book.speaker(country);
    query.years = given.parsed(options::YEARS, |text| book.years_said(&[country], text))?;
    query.since = given.parsed(FROM, |text| book.year_said(&[country], text))?;
    query.claim = given.parsed(CLAIM, |text| Claim::read(text, speaker))?;
    query.judging.by = asked::definition(given, &book)?.map_or(Definitions::Own, Definitions::One);
    check_claim(&query).map_err(Failure::usage)?;
    answer(&query)
}
