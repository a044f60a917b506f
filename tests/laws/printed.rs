//! What is printed of a derivation follows from what is printed: each line of arithmetic is worked out once more, from its own
//! text, and what it reckons with stands on another line.

use std::collections::{BTreeMap, BTreeSet};

use pledgebook::gdp::{Ground, scenario_names};
use pledgebook::question::{Definitions, Judging, Query, explain};
use pledgebook::table::Step;
use proptest::prelude::*;

use super::answered::{about, derivations};
use super::exact::{Ends, Exact, Printed, Token, tokens, worked_out};
use super::invented::invented;
use super::{SHIPPED, inputs};

/// A line of arithmetic: what stands between its signs, and the signs.
type Line = (Vec<Vec<Token>>, Vec<char>);

/// The lines of a text; a word ends one, and one that starts with a sign goes on from what the one before starts with.
fn lines(text: &str) -> Vec<Line> {
    let (mut lines, mut carried) = (Vec::new(), Vec::new());
    let relation = |token: &Token| {
        if let Token::Sign(sign) = token { Some(*sign).filter(|sign| "=≈→<>".contains(*sign)) } else { None }
    };
    for line in tokens(text).split(|token| matches!(token, Token::Word)) {
        let line = in_one_unit(line);
        let signs: Vec<char> = line.iter().filter_map(relation).collect();
        let mut sides: Vec<Vec<Token>> = line.split(|token| relation(token).is_some()).map(<[Token]>::to_vec).collect();
        if matches!(sides[0].first(), Some(Token::Sign('÷' | '×'))) {
            sides[0] = [vec![Token::Sign('(')], carried, vec![Token::Sign(')')], sides[0].clone()].concat();
        }
        carried = sides[0].clone();
        let is_arithmetic = |side: &Vec<Token>| worked_out(side, &|_| false).is_some();
        if !signs.is_empty() && sides.iter().all(is_arithmetic) && !is_span(&sides) {
            lines.push((sides, signs));
        }
    }
    lines
}

/// Points beside percentages as percentages.
fn in_one_unit(line: &[Token]) -> Vec<Token> {
    let has_percent = line.iter().any(|token| matches!(token, Token::Number(own) if own.is_percent));
    let mut line = line.to_vec();
    for token in &mut line {
        if let Token::Number(own) = token {
            own.is_percent |= has_percent && own.is_points;
        }
    }
    line
}

/// From one year to another, which is no arithmetic.
fn is_span(sides: &[Vec<Token>]) -> bool {
    let is_year = |side: &Vec<Token>| matches!(&side[..], [Token::Number(own)] if own.places == 0 && !own.is_percent);
    sides.iter().all(is_year) && sides.len() == 2
}

/// The number that a side is, if it is one.
fn alone(side: &[Token]) -> Option<&Printed> {
    if let [Token::Number(own)] = side { Some(own) } else { None }
}

/// Whether a number is what something between two ends is rounded to, in per cent or not.
fn is_rounded([low, high]: &Ends, printed: &Printed, times: i32) -> bool {
    let rounded = |end: &Exact| end.times(&Exact::new(times, 1)).rounded(printed.places);
    rounded(low) <= printed.digits && printed.digits <= rounded(high)
}

/// Whether figures in per cent that are printed without the sign come to a percentage.
fn is_exactly(side: &[Token], printed: &Printed) -> bool {
    let has_none = side.iter().all(|token| !matches!(token, Token::Number(own) if own.is_percent));
    has_none && worked_out(side, &|_| false).is_some_and(|[value, _]| value == printed.digits)
}

/// What is wrong with the arithmetic of a text, if anything is; what is printed as near something stands for all that is rounded to it.
fn fault(text: &str, near: &BTreeSet<Exact>) -> Option<String> {
    let is_near = |own: &Printed| own.places >= 10 || near.contains(&own.digits);
    for (sides, signs) in lines(text) {
        let as_printed = |side: &[Token]| worked_out(side, &|_| false);
        let start = worked_out(&sides[0], &is_near)?;
        for (at, sign) in signs.iter().enumerate() {
            let [left, right] = [&sides[at], &sides[at + 1]];
            let order = as_printed(left)?[0].cmp(&as_printed(right)?[0]);
            let printed = alone(right);
            let follows = match sign {
                '<' => order.is_lt(),
                '>' => order.is_gt(),
                '=' if text.contains("whole units") => {
                    start[0].rounded(6) <= as_printed(right)?[0] && as_printed(right)?[0] <= start[1].rounded(6)
                }
                '=' => order.is_eq() || printed.is_some_and(|own| own.is_percent && is_exactly(left, own)),
                // what is near something may stand on either side of it
                _ => {
                    let whole = if printed.is_some() { start.clone() } else { worked_out(right, &is_near)? };
                    let part = printed.or(alone(left));
                    part.is_some_and(|own| is_rounded(&whole, own, 1) || is_rounded(&whole, own, 100))
                }
            };
            if !follows {
                return Some(format!("{sign} of {text}"));
            }
        }
    }
    None
}

/// The numbers that are printed as near something.
fn near(steps: &[&Step]) -> BTreeSet<Exact> {
    let lines = steps.iter().flat_map(|step| lines(&step.words));
    let nears = lines
        .flat_map(|(sides, signs)| signs.into_iter().zip(sides.into_iter().skip(1)).filter(|(sign, _)| *sign == '≈'));
    nears.filter_map(|(_, side)| alone(&side).map(|own| own.digits.clone())).collect()
}

/// Every step, with all that it rests on.
fn all(step: &Step) -> Vec<&Step> {
    std::iter::once(step).chain(step.steps.iter().flat_map(all)).collect()
}

fn faults(step: &Step) -> Vec<String> {
    let steps = all(step);
    let (near, printed) = (near(&steps), Everywhere::of(&steps));
    let found = steps.iter().enumerate().flat_map(|(at, step)| {
        let unfounded = printed.unfounded(at, step).into_iter().map(|own| format!("{own:?} stands nowhere else"));
        fault(&step.words, &near).into_iter().chain(unfounded).map(move |fault| format!("{}: {fault}", step.name))
    });
    found.collect()
}

/// Where each number of a derivation is printed.
struct Everywhere {
    steps: BTreeMap<Exact, BTreeSet<usize>>,
    /// What the words of the pledge leave, to either side of each number.
    slack: Vec<Exact>,
}

impl Everywhere {
    fn of(steps: &[&Step]) -> Self {
        let (mut printed, mut slack) = (BTreeMap::<Exact, BTreeSet<usize>>::new(), Vec::new());
        for (at, step) in steps.iter().enumerate() {
            // a pledge in its own words is printed too
            for token in tokens(&format!("{}: {}", step.name, step.words.replace('`', " "))) {
                let Token::Number(own) = token else { continue };
                slack.extend(Some(own.digits.clone()).filter(|_| step.name == "slack"));
                printed.entry(own.digits).or_default().insert(at);
            }
        }
        Self { steps: printed, slack }
    }

    fn has(&self, number: &Exact, but: usize) -> bool {
        self.steps.get(number).is_some_and(|steps| steps.iter().any(|at| *at != but))
    }

    /// What a line reckons with that no other line prints; a count, a whole and what a scenario assumes are stated there.
    fn unfounded(&self, at: usize, step: &Step) -> Vec<Exact> {
        let is_stated = |number: &Exact| {
            let counts = (1..10).chain([100]).any(|count| *number == Exact::new(count, 1));
            counts || step.words.contains("an assumption of")
        };
        let sides = lines(&step.words).into_iter().flat_map(|(sides, _)| sides).filter(|side| side.len() > 1);
        let numbers =
            sides.flatten().filter_map(|token| if let Token::Number(own) = token { Some(own.digits) } else { None });
        let beside = |number: &Exact| {
            self.slack.iter().any(|slack| [number.plus(slack), number.minus(slack)].iter().any(|own| self.has(own, at)))
        };
        numbers.filter(|own| !is_stated(own) && !self.has(own, at) && !beside(own)).collect()
    }
}

#[test]
fn arithmetic_is_read_as_it_is_printed() {
    for right in [
        "5% × 45 423 m = 2 271.15 m",
        "2 157.966637 ÷ 45 423 ≈ 4.750823673% → 4.75",
        "(2 236 − 1 577) × (1 ÷ 43 025 + 1 ÷ 45 423) ÷ 2 ≈ 1.4912372475% → 1.49 pp; in money 659.00 m",
        "4.750823673% > 4.5%, the limit 4.5% = 5% − 0.5%",
        "2.4171465131% < 3.2462891875%, the limit 3.2462891875% ≈ 3.4171465131% − 0.1708573257%",
        "100 m × (100% + 20%) = 120 m",
        "1% + 0.2 pp = 1.2%",
        "5 − 4.750823673 = 0.249176327 pp → 0.25",
        "2 271.15 → 2 271.15, 2 044.035 → 2 044.04: once, half away from zero",
    ] {
        assert_eq!((fault(right, &BTreeSet::new()), lines(right).is_empty()), (None, false), "{right}");
    }
    for wrong in [
        "5% × 45 423 m = 2 271.14 m",
        "1 ÷ 3 ≈ 33.4%",
        "4% < 3.9%",
        "2 044.035 → 2 044.03",
        "1 ÷ 3 = 33.3%",
        "3.25% ≈ 3.5% − 0.24%",
    ] {
        assert!(fault(wrong, &BTreeSet::new()).is_some(), "{wrong}");
    }
}

#[test]
fn every_line_about_the_shipped_book_can_be_worked_out_again() {
    let mut count = 0;
    let mut found = Vec::new();
    for own in &*SHIPPED.commitments {
        let grounds = scenario_names(&SHIPPED, &[own.country]).into_iter().chain(["budgeted".to_owned()]);
        // the others have no scenarios of their own
        for ground in grounds.take(if own.country == SHIPPED.country { usize::MAX } else { 1 }) {
            let judging = Judging { on: vec![Ground::named(&ground)], by: Definitions::Family, ..Judging::default() };
            let query = about(own, &Query { judging, ..Query::new(&SHIPPED, SHIPPED.today()) });
            let step = explain(&query, own).unwrap();
            found.extend(faults(&step));
            count += all(&step).iter().map(|step| lines(&step.words).len()).sum::<usize>();
        }
    }
    assert!(count > 1_000);
    assert!(found.is_empty(), "{} of {count}: {:#?}", found.len(), &found[..found.len().min(20)]);
}

proptest! {
    #![proptest_config(inputs(4))]

    #[test]
    fn every_line_about_any_book_can_be_worked_out_again(book in invented()) {
        let book = book.book();
        for (name, step) in derivations(&book, book.today()) {
            let faults = faults(&step);
            let told = || all(&step).iter().map(|own| format!("{}: {}\n", own.name, own.words)).collect::<String>();
            prop_assert!(faults.is_empty(), "{}: {:#?} in\n{}", name, faults, told());
        }
    }
}
