//! (8) What follows from figures and pledges taken together, beyond a verdict: pure arithmetic, a file for each analysis.

mod solve;

pub use solve::{Estimate, Three, Two};
