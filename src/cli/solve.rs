//! `solve`: what do two of money, a share and GDP say about the third?

use crate::analysis::Two;
use crate::error::Result;
use crate::pledge::{Amount, Base, Pledge, Qualifier, Quantity};
use crate::quantity::{Currency, Share};
use crate::question;

use super::console::Console;
use super::given::{Given, missing, needless, no_figure};
use super::options::{self, AS_OF, BOOK, COUNTRY, GDP, Name};
use super::{Command, Failure};

pub(super) const COMMAND: Command = Command {
    name: "solve",
    about: "What do two of money, a share and GDP say about the third?",
    examples: "\
Examples:
  pledgebook solve --money \"1201 million EUR\" --share 2.01%     the GDP that both imply
  pledgebook solve --money \"27.9 billion EUR\" --gdp \"1210744 million EUR\"
  pledgebook solve --share 3.5% --gdp \"45 billion EUR\"

The digits tell how precise a figure is: `2.01%` is from 2.005 to 2.015, `2%` from 1.5 to 2.5.",
    arguments,
    without: &[
        (BOOK, "it reads no book"),
        (AS_OF, "it answers the same on every day"),
        (COUNTRY, "it answers the same for every country"),
    ],
    run,
};

const MONEY: Name = Name("money");
const SHARE: Name = Name("share");

/// What is done about one of the three alone.
const ANY_TWO: &str = "any two of `--money`, `--share` and `--gdp` give the third";

fn arguments(command: clap::Command) -> clap::Command {
    let command = command.args([
        MONEY.option("AMOUNT").help("What is spent, in the words of a pledge"),
        SHARE.option("SHARE").help("What share of GDP that is, as `2.01%`"),
        GDP.option("AMOUNT").help("The GDP, likewise in its currency"),
    ]);
    options::decimals(options::formatted(command))
}

fn run(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let (two, currency) = two(given)?;
    console.write_table(given, &question::solve(&two, currency)?)
}

/// The two that were stated, and the currency of the money.
fn two(given: Given<'_>) -> Result<(Two, Currency), Failure> {
    let share = given.parsed(SHARE, share)?;
    let [money, gdp] = [MONEY, GDP].map(|option| given.parsed(option, |text| amount(option, text)));
    let (money, gdp) = (money?, gdp?);
    let share = share.map(Share::between);
    Ok(match (money, share, gdp) {
        (Some(money), Some(share), None) => (Two::MoneyAndShare(money.between()?, share), money.currency),
        (Some(money), None, Some(gdp)) => {
            money.money()?.percent_of(gdp.money()?).map_err(Failure::usage)?;
            (Two::MoneyAndWhole(money.between()?, gdp.between()?), money.currency)
        }
        (None, Some(share), Some(gdp)) => (Two::ShareAndWhole(share, gdp.between()?), gdp.currency),
        (Some(_), Some(_), Some(_)) => {
            return Err(needless(&GDP.long(), "money and share say already what it is", "leave one of the three out"));
        }
        (Some(_), None, None) => return Err(missing(&MONEY.long(), SHARE, ANY_TWO)),
        (None, Some(_), None) => return Err(missing(&SHARE.long(), MONEY, ANY_TWO)),
        (None, None, Some(_)) => return Err(missing(&GDP.long(), SHARE, ANY_TWO)),
        (None, None, None) => return Err(missing(COMMAND.name, MONEY, ANY_TWO)),
    })
}

/// One amount of money, in the words of a pledge.
fn amount(option: Name, text: &str) -> Result<Amount> {
    let pledge: Pledge = text.parse()?;
    match (pledge.qualifier, pledge.quantity) {
        (Qualifier::Exactly, Quantity::Amount(amount)) => Ok(amount),
        _ => Err(no_figure(option, text, pledge, ["one amount of money", "45 billion USD"])),
    }
}

/// One share of GDP, likewise.
fn share(text: &str) -> Result<Share> {
    let pledge: Pledge = text.parse()?;
    match (pledge.qualifier, pledge.quantity) {
        (Qualifier::Exactly, Quantity::Share { share, base: Base::Gdp }) => Ok(share),
        _ => Err(no_figure(SHARE, text, pledge, ["one share of GDP", "2%"])),
    }
}
