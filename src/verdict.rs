//! (7) Was it kept, by how much, and on which figures: pledges against what was spent.
//!
//! Every figure that a publisher gives for the country, the year and the definition of a commitment is judged by itself, what was
//! spent and the share that it states each as a [`Measure`] of its own; figures are never averaged, nor put in each other's
//! place. The published figure decides; the unit to which it was published can only unsettle what it says, so a wider figure
//! never makes a [`Verdict`] more certain.
//!
//! ```
//! use pledgebook::book::{Basis, Book};
//! use pledgebook::gdp::{Ground, Resolver};
//! use pledgebook::quantity::Year;
//! use pledgebook::verdict::{Judge, Verdict};
//!
//! let (book, day) = (Book::embedded()?, "2025-11-30".parse()?);
//! let (pledge, definition) = (book.named_commitment("lva-defence-2025", None)?, book.named_definition("direct-defence")?);
//! let path = Resolver::new(&book, day).path("latest", pledge.country)?;
//! let year: Year = "2025".parse()?;
//! let on = (&Ground::Basis(Basis::Latest), &path);
//! let judgements = Judge::new(&book, day, false).judge(pledge, definition, on, year.into())?;
//! assert_eq!(judgements[0].verdict, Verdict::Missed);
//! # Ok::<(), pledgebook::Errors>(())
//! ```

mod abroad;
mod case;
mod contradiction;
mod doubts;
mod editions;
mod judge;
mod kept;
mod mean;
mod measured;
mod passed_over;
mod reason;
mod relative;
mod remarks;
mod ruling;
mod scale;
mod settle;
mod spending;
mod spent;
mod unjudged;
mod unmeasured;
mod whole;
mod words;

pub use abroad::Abroad;
pub use case::{Case, Reference};
pub use contradiction::Contradiction;
pub use doubts::doubts;
pub(crate) use editions::{Division, Edition, InParts, by_edition, editions};
pub use judge::{Judge, Judgement};
pub use measured::{BreakEven, Measured};
pub use passed_over::{PassedOver, WhyPassedOver};
pub use ruling::Ruling;
pub use scale::Scale;
pub use spending::Spending;
pub use spent::{Extent, Spent};
pub use words::{beside, millions};

use crate::error;

error::words! {
    /// By what a year is read: two readings of it, neither put in the place of the other.
    Measure:
    /// The share as its publisher states it.
    Published = "published",
    /// What was spent, of a share against the GDP that is used.
    Money = "money",
}

error::words! {
    /// What spending says about a pledge, by the word that users script against.
    Verdict:
    /// The stated figure is reached.
    Met = "met",
    /// Below the stated figure, or above a ceiling, yet equal to it at the precision at which it was stated.
    MetRounded = "met-rounded",
    /// Off the stated figure by more than its stated digits or its tolerance allow.
    Missed = "missed",
    /// A figure's own precision, a part or a year still missing, or no GDP leave open whether it is missed.
    Undecided = "undecided",
    /// Nothing is published under the commitment's definition, something is under another one of its family.
    Incomparable = "incomparable",
    /// Nothing is published in its family yet, or no figure was stated.
    Open = "open",
}
