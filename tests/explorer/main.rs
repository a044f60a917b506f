//! The explorer as people and programs meet it: over HTTP, and in a real browser.
#![cfg(feature = "serve")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod served; // a book that is served, and what it answers
mod pages; // every page and every file
mod headers; // what answers say of themselves
mod requests; // whose requests are answered
mod addresses; // any address has an answer, and none reaches a file
mod crowds; // many who ask at once
mod starting; // how it starts and ends
mod changes; // a changed book is read again
mod browser; // a real browser, if there is one
mod analyst; // what an analyst does
mod accessible; // what everybody can use
