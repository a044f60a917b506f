#![doc = "placeholder"]
pub mod error; // what went wrong, where, and what to do
pub mod quantity; // money, shares, years: exact, rounded once
pub mod pledge; // "about 5% of GDP" as a value
pub mod book; // commitments, observations and sources, read from plain text
pub mod table; // tidy rows with typed cells

pub use error::{Error, Errors};
