//! What anyone can check: one binary, a room for each promise.

#![cfg(all(unix, feature = "cli"))]
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "trust/determinism.rs"]
mod determinism;
#[path = "trust/every.rs"]
mod every; // a line of every command
#[path = "trust/full_disk.rs"]
mod full_disk;
#[path = "trust/fuzzed.rs"]
mod fuzzed;
#[path = "trust/hostile.rs"]
mod hostile;
#[path = "trust/killed.rs"]
mod killed;
#[path = "trust/limits.rs"]
mod limits;
#[path = "trust/many.rs"]
mod many;
#[path = "trust/oracle.rs"]
mod oracle;
#[path = "trust/paths.rs"]
mod paths;
#[path = "trust/places.rs"]
mod places;
#[path = "trust/program.rs"]
mod program; // and the folder that it works in
#[path = "trust/promises.rs"]
mod promises;
#[path = "trust/served.rs"]
mod served; // the explorer, and what it answers
#[path = "trust/supply_chain.rs"]
mod supply_chain;
#[path = "trust/threads.rs"]
mod threads;
#[path = "trust/writing.rs"]
mod writing; // what writes files and folders
