//! What anyone can check: one binary, a room for each promise.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[path = "trust/hostile.rs"]
mod hostile;
#[path = "trust/many.rs"]
mod many;
#[path = "trust/paths.rs"]
mod paths;
