//! A pledge in the words of each language.

use crate::quantity::{Decimal, Scale, Share, round};
use crate::table::{Amount, Base, Pledge, Qualifier, Quantity};

use super::lang::{In, Lang};

const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// Ties what must not be parted at the end of a line.
const NO_BREAK: char = '\u{a0}';

/// The words for the parts of a pledge.
struct Words {
    qualifier: fn(Qualifier) -> &'static str,
    base: fn(Base) -> String,
    scale: fn(Scale) -> &'static str,
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
    let percent = |share: Share| lang.percent(&lang.number(&share.percent().to_string()));
    let figure = match pledge.quantity {
        Quantity::Share { share, .. } => percent(share),
        Quantity::Shares { low, high, .. } => format!("{}–{}", percent(low), percent(high)),
        Quantity::Amount(stated) => amount(stated, lang),
        Quantity::Amounts { low, high } => format!("{}–{}", amount(low, lang), amount(high, lang)),
        Quantity::Relative { .. } => pledge.quantity.to_string(),
    };
    format!("{}{figure}", (words.qualifier)(pledge.qualifier))
}

fn amount(Amount { number, scale, currency }: Amount, lang: Lang) -> String {
    let (number, scale) = readable(number, scale);
    let parts = [&*lang.number(&number.to_string()), (WORDS.of(lang).scale)(scale), currency.code()];
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(&NO_BREAK.to_string())
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
}
