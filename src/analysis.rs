//! (8) What follows from figures and pledges taken together, beyond a verdict: pure arithmetic, a file for each analysis.

mod course;
mod solve;
mod verify;

pub use course::{Course, Shape, Standing};
pub use solve::{Estimate, Three, Two};
pub use verify::{Agreement, Check, Verified, sum};
