//! A pledge in the words of each language.

use crate::quantity::{Decimal, Scale, Share, Year, round};
use crate::table::{Amount, Base, Change, Pledge, Qualifier, Quantity, Relation};

use super::lang::{In, Lang};

const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// Ties what must not be parted at the end of a line.
const NO_BREAK: char = '\u{a0}';

/// The words for the parts of a pledge.
struct Words {
    qualifier: fn(Qualifier) -> &'static str,
    base: fn(Base) -> String,
    scale: fn(Scale) -> &'static str,
    /// Between the ends of a range.
    to: &'static str,
    points: &'static str,
    /// A step on top of what was spent in a year, or taken off it, a number of times that, a part of it.
    more: fn(step: &str, year: Year) -> String,
    less: fn(step: &str, year: Year) -> String,
    times: fn(number: &str, year: Year) -> String,
    percent_of: fn(share: &str, year: Year) -> String,
}

static WORDS: In<Words> = In {
    en: Words {
        qualifier: Qualifier::prefix,
        base: |base| format!("of {base}"),
        scale: |scale| match scale {
            Scale::One => "",
            Scale::Thousand => "thousand",
            Scale::Million => "million",
            Scale::Billion => "billion",
            Scale::Trillion => "trillion",
        },
        to: "to",
        points: "pp",
        more: |step, year| format!("{step} more than in {year}"),
        less: |step, year| format!("{step} less than in {year}"),
        times: |number, year| match number {
            "2" => format!("twice that of {year}"),
            _ => format!("{number} times that of {year}"),
        },
        percent_of: |share, year| format!("{share} that of {year}"),
    },
    lv: Words {
        qualifier: |qualifier| match qualifier {
            Qualifier::Exactly => "",
            Qualifier::AtLeast => "vismaz ",
            Qualifier::MoreThan => "vairāk nekā ",
            Qualifier::AtMost => "ne vairāk kā ",
            Qualifier::LessThan => "mazāk nekā ",
            Qualifier::About => "aptuveni ",
        },
        base: |base| match base {
            Base::Gdp => "no IKP".to_owned(),
            Base::Gni => "no NKI".to_owned(),
            Base::DefenceSpending => "no aizsardzības izdevumiem".to_owned(),
            Base::GdpOf(year) => format!("no {year}. gada IKP"),
        },
        scale: |scale| match scale {
            Scale::One => "",
            Scale::Thousand => "tūkst.",
            Scale::Million => "milj.",
            Scale::Billion => "mljrd.",
            Scale::Trillion => "trilj.",
        },
        to: "līdz",
        points: "p.p.",
        more: |step, year| format!("par {step} vairāk nekā {year}. gadā"),
        less: |step, year| format!("par {step} mazāk nekā {year}. gadā"),
        times: |number, year| format!("{number}\u{a0}×\u{a0}{year}. gada izdevumi"),
        percent_of: |share, year| format!("{share} no {year}. gada izdevumiem"),
    },
};

/// `aptuveni 5 % no IKP`, `about 2.5 billion EUR`.
pub(super) fn whole(pledge: Pledge, lang: Lang) -> String {
    match pledge.base() {
        Some(base) => format!("{} {}", figure(pledge, lang), (WORDS.of(lang).base)(base)),
        None => figure(pledge, lang),
    }
}

/// The same without its end where that is GDP: `about 5%`.
pub(super) fn short(pledge: Pledge, lang: Lang) -> String {
    if pledge.share_of_gdp().is_some() { figure(pledge, lang) } else { whole(pledge, lang) }
}

/// Qualifier and figure, digit for digit but for an amount that is written out: `886.5 million`.
fn figure(pledge: Pledge, lang: Lang) -> String {
    let words = WORDS.of(lang);
    let figure = match pledge.quantity {
        Quantity::Share { share, .. } => percent(share, lang),
        Quantity::Shares { low, high, .. } => [&percent(low, lang), words.to, &percent(high, lang)].join(" "),
        Quantity::Amount(stated) => amount(stated, lang),
        Quantity::Amounts { low, high } => {
            let (low, high) = (parts(low, lang), parts(high, lang));
            // what both ends have stands once
            let low = if low[1..] == high[1..] { low[0].clone() } else { tied(&low) };
            [&low, words.to, &tied(&high)].join(" ")
        }
        Quantity::Relative { to, year } => relative(to, year, lang),
    };
    format!("{}{figure}", (words.qualifier)(pledge.qualifier))
}

fn percent(share: Share, lang: Lang) -> String {
    lang.percent(&lang.number(&share.percent().to_string()))
}

fn amount(stated: Amount, lang: Lang) -> String {
    tied(&parts(stated, lang))
}

/// Number, scale and currency of an amount.
fn parts(Amount { number, scale, currency }: Amount, lang: Lang) -> [String; 3] {
    let (number, scale) = readable(number, scale);
    [lang.number(&number.to_string()), (WORDS.of(lang).scale)(scale).to_owned(), currency.code().to_owned()]
}

fn tied(parts: &[String]) -> String {
    let said: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    said.join(&NO_BREAK.to_string())
}

/// What is set against the spending of a year.
fn relative(to: Relation, year: Year, lang: Lang) -> String {
    let words = WORDS.of(lang);
    let step = |step: Change| match step {
        Change::Share(share) => percent(share, lang),
        Change::Points(points) => tied(&[lang.number(&points.to_string()), words.points.to_owned()]),
        Change::Amount(stated) => amount(stated, lang),
    };
    match to {
        Relation::More(by) => (words.more)(&step(by), year),
        Relation::Less(by) => (words.less)(&step(by), year),
        Relation::Times(number) => (words.times)(&lang.number(&number.to_string()), year),
        Relation::PercentOf(share) => (words.percent_of)(&percent(share, lang), year),
    }
}

/// An amount that is written out in units as one in millions, of four digits at least.
fn readable(number: Decimal, scale: Scale) -> (Decimal, Scale) {
    let millions = number.checked_div(MILLION).filter(|millions| scale == Scale::One && *millions >= Decimal::ONE);
    let Some(millions) = millions else { return (number, scale) };
    let places = [10, 100, 1_000].into_iter().filter(|limit| millions < Decimal::from(*limit)).map(|_| 1).sum();
    round(millions, places).map_or((number, scale), |millions| (millions.normalize(), Scale::Million))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(pledge: &str) -> [String; 2] {
        Lang::ALL.map(|lang| whole(pledge.parse().unwrap(), lang))
    }

    #[test]
    fn every_part_is_said_in_each_language() {
        assert_eq!(said("about 5% of GDP"), ["about 5% of GDP", "aptuveni 5\u{a0}% no IKP"]);
        assert_eq!(said("at least 0.25%"), ["at least 0.25% of GDP", "vismaz 0,25\u{a0}% no IKP"]);
        assert_eq!(
            said("at most 20% of defence spending"),
            ["at most 20% of defence spending", "ne vairāk kā 20\u{a0}% no aizsardzības izdevumiem"]
        );
        assert_eq!(
            said("about 2.50 billion EUR"),
            ["about 2.50\u{a0}billion\u{a0}EUR", "aptuveni 2,50\u{a0}mljrd.\u{a0}EUR"]
        );
    }

    #[test]
    fn digits_of_an_amount_stand_in_groups() {
        assert_eq!(said("886466 EUR"), ["886\u{a0}466\u{a0}EUR", "886\u{a0}466\u{a0}EUR"]);
        assert_eq!(said("88646 million EUR")[0], "88\u{a0}646\u{a0}million\u{a0}EUR");
    }

    #[test]
    fn an_amount_that_is_written_out_is_said_in_millions() {
        assert_eq!(said("886466480 EUR"), ["886.5\u{a0}million\u{a0}EUR", "886,5\u{a0}milj.\u{a0}EUR"]);
        assert_eq!(said("at least 7200000 EUR")[0], "at least 7.2\u{a0}million\u{a0}EUR");
        assert_eq!(said("1250000 EUR")[0], "1.25\u{a0}million\u{a0}EUR");
        assert_eq!(said("12345678901 EUR")[0], "12\u{a0}346\u{a0}million\u{a0}EUR");
    }

    #[test]
    fn gdp_alone_is_left_out_where_a_subtitle_says_it() {
        let short = |pledge: &str| short(pledge.parse().unwrap(), Lang::En);
        assert_eq!(short("about 5% of GDP"), "about 5%");
        assert_eq!(short("20% of defence spending"), "20% of defence spending");
    }

    /// Without a qualifier, in each language.
    fn said_of(quantity: Quantity) -> [String; 2] {
        Lang::ALL.map(|lang| whole(Pledge { qualifier: Qualifier::Exactly, quantity }, lang))
    }

    #[test]
    fn a_range_says_once_what_both_ends_have() {
        let percent = |text: &str| text.parse::<Share>().unwrap();
        let shares = Quantity::Shares { low: percent("5%"), high: percent("6%"), base: Base::Gdp };
        assert_eq!(said_of(shares), ["5% to 6% of GDP", "5\u{a0}% līdz 6\u{a0}% no IKP"]);
        let euro = |number: u32, scale| Amount { number: number.into(), scale, currency: "EUR".parse().unwrap() };
        let range = |low, high| said_of(Quantity::Amounts { low, high })[0].clone();
        let (ten, twelve) = (euro(10, Scale::Billion), euro(12, Scale::Billion));
        assert_eq!(range(ten, twelve), "10 to 12\u{a0}billion\u{a0}EUR");
        assert_eq!(
            range(euro(500, Scale::Million), euro(1, Scale::Billion)),
            "500\u{a0}million\u{a0}EUR to 1\u{a0}billion\u{a0}EUR"
        );
    }

    #[test]
    fn what_is_set_against_a_year_names_it() {
        let year = "2024".parse().unwrap();
        let said = |to| said_of(Quantity::Relative { to, year });
        let points = Change::Points("0.2".parse().unwrap());
        assert_eq!(
            said(Relation::More(points)),
            ["0.2\u{a0}pp more than in 2024", "par 0,2\u{a0}p.p. vairāk nekā 2024. gadā"]
        );
        let fifth = Change::Share("20%".parse().unwrap());
        assert_eq!(said(Relation::Less(fifth)), ["20% less than in 2024", "par 20\u{a0}% mazāk nekā 2024. gadā"]);
        let twice = Relation::Times(Decimal::TWO);
        assert_eq!(said(twice), ["twice that of 2024", "2\u{a0}×\u{a0}2024. gada izdevumi"]);
        let part = Relation::PercentOf("120%".parse().unwrap());
        assert_eq!(said(part), ["120% that of 2024", "120\u{a0}% no 2024. gada izdevumiem"]);
    }
}
