//! What anyone can check: one binary, a room for each promise.

#![cfg(feature = "cli")]
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[cfg(unix)]
#[path = "trust/determinism.rs"]
mod determinism;
#[cfg(unix)]
#[path = "trust/every.rs"]
mod every;
#[cfg(unix)]
#[path = "trust/full_disk.rs"]
mod full_disk;
#[cfg(unix)]
#[path = "trust/killed.rs"]
mod killed;
#[cfg(unix)]
#[path = "trust/limits.rs"]
mod limits;
#[path = "trust/many.rs"]
mod many;
#[cfg(unix)]
#[path = "trust/places.rs"]
mod places;
#[cfg(unix)]
#[path = "trust/program.rs"]
mod program;
#[cfg(unix)]
#[path = "trust/writing.rs"]
mod writing;
#[path = "trust/promises.rs"]
mod promises;
#[path = "trust/supply_chain.rs"]
mod supply_chain;
