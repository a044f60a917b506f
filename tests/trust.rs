//! What anyone can check: one binary, a room for each promise.

#![cfg(feature = "cli")]

#[path = "trust/fuzzed.rs"]
mod fuzzed;
#[path = "trust/many.rs"]
mod many;
