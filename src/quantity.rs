//! (2) Exact quantities: money, shares, years, dates, intervals, and the one rounding rule.
//!
//! A float never touches them. A result that cannot be kept to its last digit is an error; rounding happens once, when a
//! value is printed, by [`round`] or [`Ratio::round`], half away from zero.
//!
//! 2.5% of EUR 1 200 million:
//! ```
//! use pledgebook::quantity::{Money, Share};
//!
//! let (share, gdp): (Share, Money) = ("2.5%".parse()?, "1200 million EUR".parse()?);
//! assert_eq!(share.of(gdp)?, "30 million EUR".parse()?);
//! # Ok::<(), pledgebook::Error>(())
//! ```

mod between;
mod currency;
mod country;
mod date;
mod decimal;
mod fiscal;
mod fraction;
mod growth;
mod interval;
mod money;
mod parts;
mod ratio;
mod root;
mod rounding;
mod share;
pub mod text;
mod year;
mod year_range;

pub use between::Between;
pub use country::Country;
pub use currency::Currency;
pub use date::Date;
pub(crate) use decimal::shift;
pub use decimal::{Digits, add, multiply, subtract};
pub use fiscal::FiscalYear;
pub use growth::Growth;
pub use interval::Interval;
pub use money::{Money, Scale};
pub use ratio::Ratio;
pub use rounding::round;
pub use share::Share;
pub use year::Year;
pub use year_range::YearRange;

pub use rust_decimal::Decimal;
