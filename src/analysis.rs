//! (8) What follows from figures and pledges taken together, beyond a verdict: pure arithmetic, a file for each analysis.

mod change;
mod claim;
mod course;
mod counterfactual;
mod even;
mod growth;
mod moved;
mod solve;
mod steps;
mod verify;

pub use change::{At, Change, Effect, Parts, Target};
pub use claim::{Claimed, Truth, rise};
pub use counterfactual::{Counterfactual, Spent};
pub use course::{Course, Shape, Standing};
pub use even::evenly;
pub use growth::{growing, required_growth};
pub use moved::Moved;
pub use solve::{Estimate, Three, Two};
pub use steps::Steps;
pub use verify::{Agreement, Check, Verified, sum};
