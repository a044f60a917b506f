//! What anyone can check: one binary, a room for each promise.

#![cfg(feature = "cli")]

#[path = "trust/hostile.rs"]
mod hostile;
#[path = "trust/many.rs"]
mod many;
#[path = "trust/paths.rs"]
mod paths;
