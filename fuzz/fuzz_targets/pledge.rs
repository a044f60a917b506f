//! A pledge in words, and what else is written in a word or two: read, written and read again as the same.
#![no_main]

use std::fmt::Display;
use std::str::FromStr;

use libfuzzer_sys::fuzz_target;
use pledgebook::pledge::{Pledge, When};
use pledgebook::quantity::{Country, Currency, Date, FiscalYear, Growth, Money, Share, Year, YearRange};
use pledgebook_fuzz::within_limits;

fuzz_target!(|text: &str| within_limits(text.as_bytes(), || {
    if let Some(pledge) = again::<Pledge>(text) {
        let _ = (pledge.stated(), pledge.upper(), pledge.slack(), pledge.unit());
    }
    let _ = When::parse_in(text, None);
    let _ = (again::<Money>(text), again::<Share>(text), again::<Growth>(text), again::<FiscalYear>(text));
    let _ = (again::<Year>(text), again::<YearRange>(text), again::<Date>(text));
    let _ = (again::<Country>(text), again::<Currency>(text));
}));

/// What a text says, which says the same once it is written.
fn again<T: FromStr + Display + PartialEq>(text: &str) -> Option<T> {
    let read = text.parse::<T>().ok()?;
    let written = read.to_string();
    assert!(written.parse().is_ok_and(|again: T| again == read), "`{text}` is written as `{written}`");
    assert!(written.parse().is_ok_and(|again: T| again.to_string() == written), "`{written}` is written otherwise");
    Some(read)
}
