//! The explorer as people and programs meet it: over HTTP, and in a real browser.
#![cfg(feature = "serve")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod served; // a book that is served, and what it answers
mod requests; // any request has an answer in words
mod changes; // a changed book is read again
mod browser; // a real browser, if there is one
mod analyst; // what an analyst does
mod accessible; // what everybody can use
