//! Verdicts: wider figures decide less, more money is never worse, and no unit changes one.

use std::path::Path;
use std::sync::LazyLock;

use pledgebook::book::{Basis, Book, Files, Observation, Reading};
use pledgebook::gdp::{Ground, Resolver};
use pledgebook::pledge::{Pledge, Qualifier, Quantity};
use pledgebook::quantity::{Decimal, Money, Ratio, add, multiply, subtract};
use pledgebook::verdict::{BreakEven, Judge, Verdict};
use proptest::prelude::*;
use proptest::sample::select;

use super::inputs;

/// A book with a pledge of every sort and figures that make every verdict.
pub(super) static JUDGED: LazyLock<Book> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/books/judged");
    Reading::new(&Files::read(&folder).unwrap()).into_book().unwrap()
});

/// A pledge, what was spent on it, and GDP; money in millions.
#[derive(Debug, Clone)]
struct World {
    pledge: Pledge,
    /// What is published of the whole, with its precision; nothing where parts alone are.
    spent: Option<(Decimal, Option<Decimal>)>,
    parts: Vec<Decimal>,
    gdp: (Decimal, Option<Decimal>),
}

/// What is said about a world.
#[derive(Debug, Clone)]
struct Said {
    verdict: Verdict,
    gap: Decimal,
    pledged: Decimal,
    /// Missing, spent and pledged, in per cent of GDP.
    shares: [Ratio; 3],
    break_even: Option<BreakEven>,
}

impl World {
    /// The verdict of the program.
    fn said(&self) -> Said {
        self.judged(false)
    }

    /// The same with words set against words.
    fn as_written(&self) -> Verdict {
        self.judged(true).verdict
    }

    fn judged(&self, as_written: bool) -> Said {
        let mut book = JUDGED.clone();
        let template = |measure: &str, book: &Book| {
            book.observations
                .iter()
                .find(|row| row.measure.to_string() == measure && row.year.number() == 2024)
                .cloned()
        };
        let (gdp, spending) = (template("gdp", &book).unwrap(), template("spending", &book).unwrap());
        let row = |definition: &str, value, precision| Observation {
            definition: Some(definition.to_owned()),
            value,
            precision,
            ..spending.clone()
        };
        book.observations = vec![Observation { value: self.gdp.0, precision: self.gdp.1, ..gdp.clone() }].into();
        book.observations.extend(self.spent.map(|(value, precision)| row("border", value, precision)));
        let parts = ["border/fence", "border/towers"].into_iter().zip(&self.parts);
        book.observations.extend(parts.map(|(part, value)| row(part, *value, None)));
        book.commitments.retain(|commitment| commitment.id == "part");
        book.commitments[0].pledge = Some(self.pledge);

        let (as_of, year) = ("2026-12-31".parse().unwrap(), "2024".parse().unwrap());
        let path = Resolver::new(&book, as_of).path("latest", book.country).unwrap();
        let judge = Judge::new(&book, as_of, false).as_written(as_written);
        let definition = book.definition("border").unwrap();
        let judged =
            judge.judge(&book.commitments[0], definition, (&Ground::Basis(Basis::Latest), &path), year).unwrap();
        let [judgement] = &judged[..] else { panic!("{} verdicts", judged.len()) };
        let (case, measured) = (judgement.case.as_ref().unwrap(), &judgement.measured);
        Said {
            verdict: judgement.verdict,
            gap: measured.gap.and_then(|gap| gap.exact()).unwrap(),
            pledged: case.money().unwrap().map(Money::millions).unwrap(),
            shares: [measured.gap_points, measured.percent, case.percent().unwrap()].map(Option::unwrap),
            break_even: measured.break_even.clone(),
        }
    }

    fn spending(&self, spent: Decimal) -> Self {
        Self { spent: Some((spent, self.spent.and_then(|(_, precision)| precision))), ..self.clone() }
    }

    fn widened(&self, spent: Option<Decimal>, gdp: Option<Decimal>) -> Self {
        Self { spent: self.spent.map(|(value, _)| (value, spent)), gdp: (self.gdp.0, gdp), ..self.clone() }
    }

    fn is_ceiling(&self) -> bool {
        self.pledge.is_ceiling()
    }
}

/// How a figure binds.
fn qualifier() -> impl Strategy<Value = Qualifier> {
    use Qualifier::{About, AtLeast, AtMost, Exactly, LessThan, MoreThan};
    select(vec![Exactly, AtLeast, MoreThan, AtMost, LessThan, About])
}

/// A pledge of a share of GDP.
fn share() -> impl Strategy<Value = Pledge> {
    let number = prop_oneof!["[1-9]", "0\\.[1-9][0-9]?", "[1-9]\\.[0-9]{1,2}"];
    let stated = |number: String| format!("{number}% of GDP").parse::<Pledge>().unwrap().quantity;
    (qualifier(), number).prop_map(move |(qualifier, number)| Pledge { qualifier, quantity: stated(number) })
}

/// A pledge of a share or of an amount.
fn pledge() -> impl Strategy<Value = Pledge> {
    let amount = prop_oneof!["[1-9][0-9]?\\.?[0-9] million EUR", "[1-9] billion EUR", "[1-9][0-9]{6,8} EUR"];
    let stated = |amount: String| amount.parse::<Pledge>().unwrap().quantity;
    let amount =
        (qualifier(), amount).prop_map(move |(qualifier, amount)| Pledge { qualifier, quantity: stated(amount) });
    prop_oneof![2 => share(), 1 => amount]
}

fn whole_gdp() -> impl Strategy<Value = Decimal> {
    prop_oneof![select(vec![100i64, 1_000, 43_000]), 100..100_000i64].prop_map(Decimal::from)
}

/// A finest step, as far as figures are published: one euro.
const EURO: Decimal = Decimal::from_parts(1, 0, 0, false, 6);

/// v − s, v and v + s of a pledge in millions.
fn boundaries(pledge: &Pledge, gdp: Decimal) -> [Decimal; 3] {
    let (value, slack) = (pledge.stated().unwrap(), pledge.slack().unwrap().value);
    let is_share = matches!(pledge.quantity, Quantity::Share { .. });
    [subtract(value, slack), Ok(value), add(value, slack)].map(|at| {
        let at = at.unwrap();
        if is_share { multiply(multiply(at, gdp).unwrap(), Decimal::new(1, 2)).unwrap() } else { at }
    })
}

/// How far a figure lies from a boundary: not at all, by a euro, by a rounding, or anywhere near.
fn off() -> impl Strategy<Value = Decimal> {
    let near = vec![Decimal::ZERO, Decimal::ZERO, EURO, -EURO, Decimal::new(5, 1), Decimal::new(-5, 1), Decimal::ONE];
    prop_oneof![3 => select(near), 1 => (-3_000_000..3_000_000i64).prop_map(|euros| Decimal::new(euros, 6))]
}

fn precision() -> impl Strategy<Value = Option<Decimal>> {
    let stated =
        select(vec![EURO, Decimal::new(1, 3), Decimal::new(1, 1), Decimal::ONE, Decimal::TWO, Decimal::from(1_000)]);
    prop_oneof![1 => Just(None), 3 => stated.prop_map(Some), 1 => (1..4_000_000i64).prop_map(|unit| Some(Decimal::new(unit, 6)))]
}

/// Worlds with what was spent at and around the boundaries of the pledge.
fn world(pledge: impl Strategy<Value = Pledge>) -> impl Strategy<Value = World> {
    (pledge, whole_gdp(), 0..3usize, off(), precision(), precision()).prop_map(
        |(pledge, gdp, at, off, of_spent, of_gdp)| {
            let spent = add(boundaries(&pledge, gdp)[at], off).unwrap().max(Decimal::ZERO);
            World { pledge, spent: Some((spent, of_spent)), parts: Vec::new(), gdp: (gdp, of_gdp) }
        },
    )
}

/// The table of meanings, written once more: what a figure that is taken as exact comes to.
fn by_the_table(pledge: &Pledge, gdp: Decimal, spent: Decimal) -> Verdict {
    let [low, stated, high] = boundaries(pledge, gdp);
    match pledge.qualifier {
        Qualifier::AtMost if spent <= stated => Verdict::Met,
        Qualifier::LessThan if spent < stated => Verdict::Met,
        Qualifier::MoreThan if spent > stated => Verdict::Met,
        Qualifier::AtMost | Qualifier::LessThan if spent <= high => Verdict::MetRounded,
        Qualifier::Exactly | Qualifier::AtLeast if spent >= stated => Verdict::Met,
        Qualifier::Exactly | Qualifier::AtLeast | Qualifier::MoreThan if spent >= low => Verdict::MetRounded,
        Qualifier::About if spent >= low => Verdict::Met,
        Qualifier::Exactly | Qualifier::AtLeast | Qualifier::MoreThan => Verdict::Missed,
        Qualifier::About | Qualifier::AtMost | Qualifier::LessThan => Verdict::Missed,
    }
}

/// How good a verdict is; one that is undecided may be missed and may be better.
fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Missed => 0,
        Verdict::Undecided => 1,
        Verdict::MetRounded => 2,
        Verdict::Met => 3,
        Verdict::Incomparable | Verdict::Open => panic!("something is published"),
    }
}

/// What a pledge does not name is exact, so the wider of two is the one with the larger unit.
fn wider(one: Option<Decimal>, other: Option<Decimal>) -> [Option<Decimal>; 2] {
    [one.min(other), one.max(other)]
}

proptest! {
    #![proptest_config(inputs(400))]

    #[test]
    fn a_figure_without_a_precision_is_judged_by_the_table(world in world(pledge())) {
        let exact = world.widened(None, None);
        let expected = by_the_table(&exact.pledge, exact.gdp.0, exact.spent.unwrap().0);
        prop_assert_eq!(exact.said().verdict, expected);
    }

    #[test]
    fn a_precision_unsettles_a_verdict_and_makes_no_other(world in world(pledge())) {
        let (said, exact) = (world.said().verdict, world.widened(None, None).said().verdict);
        prop_assert!(said == exact || said == Verdict::Undecided, "{} from {}", said, exact);
    }

    #[test]
    fn a_verdict_is_undecided_where_one_end_alone_is_missed(world in world(pledge())) {
        let half = |unit: Option<Decimal>| multiply(unit.unwrap_or_default(), Decimal::new(5, 1));
        let ((spent, of_spent), (gdp, of_gdp)) = (world.spent.unwrap(), world.gdp);
        let least = (subtract(spent, half(of_spent)?)?, add(gdp, half(of_gdp)?)?);
        let most = (add(spent, half(of_spent)?)?, subtract(gdp, half(of_gdp)?)?);
        // A share of hardly any GDP is as large as one likes.
        let boundless = matches!(world.pledge.quantity, Quantity::Share { .. }) && most.1 <= Decimal::ZERO;
        let [low, high] = [least, most].map(|(spent, gdp)| by_the_table(&world.pledge, gdp, spent) == Verdict::Missed);
        let high = if boundless { world.is_ceiling() } else { high };
        prop_assert_eq!(world.said().verdict == Verdict::Undecided, low != high);
    }

    #[test]
    fn a_wider_figure_decides_less(world in world(pledge()), of_spent in precision(), of_gdp in precision()) {
        let [narrow_spent, wide_spent] = wider(world.spent.unwrap().1, of_spent);
        let [narrow_gdp, wide_gdp] = wider(world.gdp.1, of_gdp);
        let narrow = world.widened(narrow_spent, narrow_gdp).said().verdict;
        for wide in [(wide_spent, narrow_gdp), (narrow_spent, wide_gdp), (wide_spent, wide_gdp)] {
            let said = world.widened(wide.0, wide.1).said().verdict;
            prop_assert!(said == narrow || said == Verdict::Undecided, "{} from {} at {:?}", said, narrow, wide);
        }
    }

    #[test]
    fn words_are_met_as_written_or_missed_and_never_better_than_with_their_slack(world in world(pledge())) {
        let (said, written) = (world.said().verdict, world.as_written());
        prop_assert!(matches!(written, Verdict::Met | Verdict::Missed), "{}", written);
        prop_assert!(said != Verdict::Missed || written == Verdict::Missed);
        let exact = world.widened(None, None).said().verdict;
        prop_assert_eq!(written == Verdict::Met, exact == Verdict::Met);
    }

    #[test]
    fn a_larger_gdp_makes_no_missed_floor_met_and_no_met_ceiling_missed(world in world(share()), more in off()) {
        let larger = World { gdp: (add(world.gdp.0, more.abs())?, world.gdp.1), ..world.clone() };
        let (smaller, larger) = (world.said().verdict, larger.said().verdict);
        let [before, after] = if world.is_ceiling() { [larger, smaller] } else { [smaller, larger] };
        prop_assert!(before != Verdict::Missed || after == Verdict::Missed, "{} then {}", smaller, larger);
    }

    #[test]
    fn what_is_missing_and_what_was_spent_are_what_was_pledged(world in world(pledge())) {
        let said = world.said();
        prop_assert_eq!(add(said.gap, world.spent.unwrap().0)?, said.pledged);
        let [missing, spent, pledged] = said.shares;
        prop_assert!(missing.plus(spent)?.compare(pledged)?.is_eq());
    }

    #[test]
    fn more_money_is_never_worse_and_under_a_ceiling_never_better(world in world(pledge()), at in 0..3usize, off in off()) {
        let other = add(boundaries(&world.pledge, world.gdp.0)[at], off)?.max(Decimal::ZERO);
        let own = world.spent.unwrap().0;
        let less = rank(world.spending(own.min(other)).said().verdict);
        let more = rank(world.spending(own.max(other)).said().verdict);
        prop_assert!(if world.is_ceiling() { less >= more } else { less <= more }, "{} then {}", less, more);
    }

    #[test]
    fn a_bound_is_only_what_more_money_cannot_change(world in world(pledge()), second in off()) {
        let first = world.spent.unwrap().0;
        let parts = |parts: Vec<Decimal>| World { spent: None, parts, ..world.clone() }.said().verdict;
        let (one, both) = (parts(vec![first]), parts(vec![first, second.abs()]));
        let lasting = if world.is_ceiling() { Verdict::Missed } else { Verdict::Met };
        prop_assert!(one == lasting || one == Verdict::Undecided);
        prop_assert!(both == lasting || both == one, "{} after {}", both, one);
        let alone = by_the_table(&world.pledge, world.gdp.0, first);
        prop_assert_eq!(one == lasting, alone == lasting, "the bound alone is {}", alone);
    }

    #[test]
    fn at_the_break_even_gdp_the_share_is_what_was_pledged(pledge in share(), gdp in whole_gdp()) {
        prop_assume!(!pledge.is_ceiling() && !pledge.qualifier.is_strict());
        let [_, spent, _] = boundaries(&pledge, gdp);
        let at = |gdp| World { pledge, spent: Some((spent, None)), parts: Vec::new(), gdp: (gdp, None) }.said();
        for used in [gdp, add(gdp, EURO)?, multiply(gdp, Decimal::TWO)?] {
            let break_even = at(used).break_even.unwrap();
            prop_assert!(break_even.gdp.compare(gdp)?.is_eq());
            prop_assert_eq!(break_even.distance.compare(Decimal::ZERO)?, gdp.cmp(&used));
        }
        prop_assert_eq!((at(gdp).verdict, at(gdp).gap), (Verdict::Met, Decimal::ZERO));
        let above = at(add(gdp, EURO)?);
        prop_assert!(above.gap > Decimal::ZERO);
        prop_assert_eq!(above.verdict == Verdict::Met, pledge.qualifier == Qualifier::About);
    }

    #[test]
    fn ten_times_all_money_is_the_same_share(world in world(share())) {
        let ten = |value| multiply(value, Decimal::TEN).unwrap();
        let times = |(value, precision): (Decimal, Option<Decimal>)| (ten(value), precision.map(ten));
        let larger = World { spent: world.spent.map(times), gdp: times(world.gdp), ..world.clone() };
        prop_assert_eq!(larger.said().verdict, world.said().verdict);
    }
}
