//! What anyone can check: one binary, a room for each promise.

#![cfg(feature = "cli")]
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "trust/many.rs"]
mod many;
#[path = "trust/promises.rs"]
mod promises;
#[path = "trust/supply_chain.rs"]
mod supply_chain;
