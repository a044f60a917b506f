//! Days, months and years in print, in the form that stands in a sentence.

use crate::quantity::Date;

use super::lang::{In, Lang};

/// How a date stands in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// By itself.
    Alone,
    /// As that of which something is.
    Of,
    /// As that on which something is so.
    On,
    /// As that up to which all is known.
    UpTo,
}

/// The months, and a year by itself, a year and its month, a year with month and day, in full and short.
struct Words {
    months: [[&'static str; 12]; 4],
    year: fn(year: u16, Form) -> String,
    month: fn(year: u16, month: &str) -> String,
    day: fn(year: u16, month: &str, day: u32) -> String,
    short: fn(year: u16, month: u32, day: u32) -> String,
}

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

static WORDS: In<Words> = In {
    en: Words {
        months: [ENGLISH; 4],
        year: |year, _| year.to_string(),
        month: |year, month| format!("{month}\u{a0}{year}"),
        day: |year, month, day| format!("{day}\u{a0}{month}\u{a0}{year}"),
        short: |year, month, day| {
            let month = ENGLISH.get(month as usize - 1).and_then(|month| month.get(..3)).unwrap_or_default();
            format!("{day}\u{a0}{month}\u{a0}{year}")
        },
    },
    lv: Words {
        months: [
            [
                "janvāris",
                "februāris",
                "marts",
                "aprīlis",
                "maijs",
                "jūnijs",
                "jūlijs",
                "augusts",
                "septembris",
                "oktobris",
                "novembris",
                "decembris",
            ],
            [
                "janvāra",
                "februāra",
                "marta",
                "aprīļa",
                "maija",
                "jūnija",
                "jūlija",
                "augusta",
                "septembra",
                "oktobra",
                "novembra",
                "decembra",
            ],
            [
                "janvārī",
                "februārī",
                "martā",
                "aprīlī",
                "maijā",
                "jūnijā",
                "jūlijā",
                "augustā",
                "septembrī",
                "oktobrī",
                "novembrī",
                "decembrī",
            ],
            [
                "janvāri",
                "februāri",
                "martu",
                "aprīli",
                "maiju",
                "jūniju",
                "jūliju",
                "augustu",
                "septembri",
                "oktobri",
                "novembri",
                "decembri",
            ],
        ],
        year: |year, form| match form {
            Form::Alone => format!("{year}.\u{a0}gads"),
            Form::Of => format!("{year}.\u{a0}gada"),
            Form::On => format!("{year}.\u{a0}gadā"),
            Form::UpTo => format!("{year}.\u{a0}gadu"),
        },
        month: |year, month| format!("{year}.\u{a0}gada {month}"),
        day: |year, month, day| format!("{year}.\u{a0}gada {day}.\u{a0}{month}"),
        short: |year, month, day| format!("{day:02}.{month:02}.{year}."),
    },
};

/// As finely as it is known.
pub(super) fn printed(date: Date, form: Form, lang: Lang) -> String {
    let (words, year) = (WORDS.of(lang), date.year().number());
    let months = match form {
        Form::Alone => &words.months[0],
        Form::Of => &words.months[1],
        Form::On => &words.months[2],
        Form::UpTo => &words.months[3],
    };
    let Some(month) = date.month().and_then(|month| months.get(month as usize - 1)) else {
        return (words.year)(year, form);
    };
    date.day().map_or_else(|| (words.month)(year, month), |day| (words.day)(year, month, day))
}

/// By itself, where a list has little room: a day in short.
pub(super) fn short(date: Date, lang: Lang) -> String {
    let day = date.month().zip(date.day());
    let short = |(month, day)| (WORDS.of(lang).short)(date.year().number(), month, day);
    day.map_or_else(|| printed(date, Form::Alone, lang), short)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(date: &str, form: Form) -> [String; 2] {
        Lang::ALL.map(|lang| printed(date.parse().unwrap(), form, lang).replace('\u{a0}', " "))
    }

    #[test]
    fn a_date_is_as_fine_as_it_is_known_and_bends_as_its_sentence_does() {
        assert_eq!(said("2024-12-07", Form::Of), ["7 December 2024", "2024. gada 7. decembra"]);
        assert_eq!(said("2026-08-04", Form::On), ["4 August 2026", "2026. gada 4. augustā"]);
        assert_eq!(said("2025-04", Form::Of), ["April 2025", "2025. gada aprīļa"]);
        assert_eq!(said("2025", Form::Alone), ["2025", "2025. gads"]);
        assert_eq!(said("2026-08-04", Form::UpTo), ["4 August 2026", "2026. gada 4. augustu"]);
    }

    #[test]
    fn a_day_in_a_list_is_short_and_a_month_in_full() {
        let said = |date: &str| Lang::ALL.map(|lang| short(date.parse().unwrap(), lang).replace('\u{a0}', " "));
        assert_eq!(said("2025-06-05"), ["5 Jun 2025", "05.06.2025."]);
        assert_eq!(said("2025-06"), ["June 2025", "2025. gada jūnijs"]);
    }
}
