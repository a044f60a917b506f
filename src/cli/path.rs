//! `path`: what does a pledge ask for in each year on its way, and what growth does that need?

use crate::book::{Book, Commitment};
use crate::error::{Error, Kind, Result};
use crate::gdp::one_country;
use crate::pledge::{Base, Qualifier, Quantity, Sentence, Speaker};
use crate::quantity::Country;
use crate::question::{Definitions, Planning, Query, Said, Versus};

use super::analysis::{Analysis, Answer};
use super::given::{Given, missing, misused, needless, no_figure};
use super::options::{self, DEFINITION, GDP_LEVEL, GROWTH, ID, IN, Name, PLEDGE, SCENARIO, TOTAL, YEARS};
use super::{Command, Failure, asked, what_if};

pub(super) const COMMAND: Command = Command {
    name: "path",
    about: "What does a pledge ask for in each year on its way, and what growth does that need?",
    examples: "\
Examples:
  pledgebook path nato-hague-core
  pledgebook path deu-defence-2029 --shape linear --shape growth --versus constant-share --total
  pledgebook path nato-hague-core --shape waypoints:2028=3.6%,2030=3.7% --real 2024
  pledgebook path --pledge \"146.2 billion EUR by 2034\" --from 2028 --start \"73.5 billion EUR\" --shape growth
  pledgebook path nato-hague-core --gdp-level 2035=62000 --versus nato-wales-2024

A path starts from the last outturn: the share as it is published, else money over GDP. `linear` rises by as many points in
each year, `growth` by as many per cent of the money, `flat` stays until the year before, `waypoints` leads through shares that
are stated, `even` spreads what is left of a pledge over years together. Extra money is beyond `--versus`: `flat-cash`,
`constant-share`, `constant-real`, or another commitment.",
    arguments: |command| options::rows_of_money(arguments(command)),
    without: &[],
    run: |given, console| ANALYSIS.write(given, console),
};

pub(super) const ANALYSIS: Analysis = Analysis {
    name: COMMAND.name,
    example: "deu-defence-2029 --shape linear --shape growth",
    arguments,
    undrawn: &[
        (VERSUS, "a picture shows the ways, not what is beyond another"),
        (TOTAL, "a picture adds nothing up"),
        (YEARS, "a picture shows the whole way"),
    ],
    ask,
};

const SHAPE: Name = Name("shape");
const FROM: Name = Name("from");
const START: Name = Name("start");
const VERSUS: Name = Name("versus");
const REAL: Name = Name("real");

fn arguments(command: clap::Command) -> clap::Command {
    let pledge = PLEDGE.option("TEXT").help("A pledge in words, with its year: \"3.5% of GDP by 2035\"");
    let shape =
        SHAPE.repeated("SHAPE").help("linear, growth, flat, even or waypoints:YEAR=SHARE,...; may be given again");
    let definition =
        DEFINITION.option("D").help("Start from spending under this definition [default: the commitment's own]");
    let total = TOTAL.flag("Add what all years after the first come to, and what that is beyond `--versus`");
    options::any_scale(options::what_if(command), &[GROWTH, GDP_LEVEL]).args([
        ID.argument("ID").required(false).help("A commitment"),
        pledge.allow_hyphen_values(true).conflicts_with(ID),
        definition.conflicts_with(START),
        shape,
        FROM.option("YEAR").help("Start in this year [default: that of the last outturn]"),
        START.option("AMOUNT|SHARE").help("What was spent in that year, in the place of the book's figure"),
        VERSUS.option("V").help("Tell what is beyond flat-cash, constant-share, constant-real or a commitment"),
        REAL.option("YEAR").help("Tell all money in prices of this year"),
        total,
        SCENARIO.option("ID").help("On GDP of this scenario or basis [default: latest]"),
    ])
}

fn ask(given: Given<'_>, answer: &mut Answer<'_>) -> Result<(), Failure> {
    if given.if_offered::<String>(IN).is_some() && given.is_said(REAL.0) {
        let reason = "each year has a rate of its own, so that prices would not be those of one year";
        return Err(needless(&IN.long(), reason, "leave it or `--real` out"));
    }
    let (book, country) = book(given)?;
    let definition = definition(given, &book, country)?;
    let said = said(given, &book, definition.as_deref())?;
    let about = Query { countries: Some(vec![country]), ..asked::query(given, &book)? };
    let mut query = asked::in_years(given, about)?;
    query.said = &said;
    query.commitments = given.text(ID).map(str::to_owned).into_iter().collect();
    query.judging.by = definition.map_or(Definitions::Own, Definitions::One);
    query.scenarios = scenarios(given, &query)?;
    query.total = given.is_set(TOTAL);
    query.planning = planning(given, &book, country)?;
    query.planning.check_total(query.total).map_err(Failure::usage)?;
    answer(&query).map_err(refused)
}

/// The book, with the scenario that the command line makes, and the country that is asked about: that of the commitment.
fn book(given: Given<'_>) -> Result<(Book, Country), Failure> {
    let id = given.text(ID);
    let mut book = id.map_or_else(|| asked::book_about(given), |id| asked::book_about_commitment(given, id))?;
    let countries = asked::countries(given, &book)?;
    let country = match id {
        Some(id) => book.named_commitment(id, countries.as_deref()).map_err(Failure::usage)?.country,
        None => {
            let asked = countries.unwrap_or_else(|| vec![book.country]);
            one_country(&asked, &PLEDGE.long(), |one| format!("`--country {one}`")).map_err(Failure::usage)?
        }
    };
    what_if::add(given, &mut book, &[country])?;
    Ok((book, country))
}

/// The definition by which spending counts: of the family of the commitment, for words of any.
fn definition(given: Given<'_>, book: &Book, country: Country) -> Result<Option<String>, Failure> {
    let Some(commitment) = given.text(ID).and_then(|id| book.commitment(id, country)) else {
        return asked::definition(given, book);
    };
    let of_family = |id: &str| book.of_its_family(commitment, id).map(|definition| definition.id.clone());
    Ok(given.named(DEFINITION, of_family)?.pop())
}

/// The pledge that was said; where nothing is said of what was spent it takes a definition to know that.
fn said(given: Given<'_>, book: &Book, definition: Option<&str>) -> Result<Vec<Commitment>, Failure> {
    if given.is_said(PLEDGE.0) && definition.is_none() && !given.is_said(START.0) {
        return Err(missing(&PLEDGE.long(), DEFINITION, options::WHICH_SPENDING));
    }
    asked::said(given, book, definition)
}

/// The scenario or basis whose GDP is taken: one.
fn scenarios(given: Given<'_>, query: &Query<'_>) -> Result<Vec<String>, Failure> {
    match what_if::scenarios(given, query)? {
        names if names.len() > 1 => {
            let reason = format!("`{}` takes its place", names[1]);
            Err(needless(&SCENARIO.long(), reason, "leave one of the two out"))
        }
        names => Ok(names),
    }
}

fn planning(given: Given<'_>, book: &Book, country: Country) -> Result<Planning, Failure> {
    let shape = |planning: Planning, text: &String| planning.shape(text).map_err(|error| misused(SHAPE, text, error));
    let year = |text: &str| book.year_said(&[country], text);
    Ok(Planning {
        from: given.parsed(FROM, year)?,
        start: given.parsed(START, |text| spent(text, book.speaker(country)))?,
        versus: given.text(VERSUS).map(|name| Versus::named(book, name)).transpose().map_err(Failure::usage)?,
        prices: given.parsed(REAL, year)?,
        ..given.texts(SHAPE).try_fold(Planning::default(), shape)?
    })
}

/// What was spent, in the words of a pledge: one amount, or one share of GDP.
fn spent(text: &str, speaker: Speaker) -> Result<Said> {
    let Sentence { pledge, when, .. } = Sentence::read(text, speaker)?;
    match (pledge.qualifier, pledge.quantity) {
        _ if when.is_some() => {
            Err(Error::new(Kind::TextLeftOver { text: text.to_owned() }).help("say the year with `--from`"))
        }
        (Qualifier::Exactly, Quantity::Amount(amount)) => Ok(Said::Amount(amount)),
        (Qualifier::Exactly, Quantity::Share { share, base: Base::Gdp }) => Ok(Said::Share(share)),
        _ => Err(no_figure(START, text, pledge, ["one amount of money or one share of GDP", "3.6%"])),
    }
}

/// Money of the plan in another currency than the country's is wrong usage.
fn refused(failure: Failure) -> Failure {
    let is_usage = |error: &Error| matches!(error.kind(), Kind::CurrencyMismatch { .. });
    match failure {
        Failure::Work(errors) if errors.iter().any(is_usage) => Failure::Usage(errors),
        Failure::Usage(_) | Failure::Work(_) | Failure::Missed | Failure::ClosedPipe => failure,
    }
}
