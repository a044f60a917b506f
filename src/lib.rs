#![doc = "placeholder"]
pub mod error; // what went wrong, where, and what to do
pub mod quantity; // money, shares, years: exact, rounded once
pub mod pledge; // "about 5% of GDP" as a value
pub mod book; // commitments, observations and sources, read from plain text
pub mod gdp; // which GDP for which year, and why
pub mod evaluate; // commitments and a GDP path to outcomes
pub mod table; // tidy rows with typed cells
pub mod question; // outcomes to a table, one file per question

pub use error::{Error, Errors};
