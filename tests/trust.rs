//! What anyone can check: one binary, a room for each promise.

#![cfg(feature = "cli")]

#[path = "trust/many.rs"]
mod many;
#[path = "trust/oracle.rs"]
mod oracle;
