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
}

/// The months, and a year by itself, a year and its month, a year with month and day.
struct Words {
    months: [[&'static str; 12]; 3],
    year: fn(year: u16, Form) -> String,
    month: fn(year: u16, month: &str) -> String,
    day: fn(year: u16, month: &str, day: u32) -> String,
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
        months: [ENGLISH; 3],
        year: |year, _| year.to_string(),
        month: |year, month| format!("{month}\u{a0}{year}"),
        day: |year, month, day| format!("{day}\u{a0}{month}\u{a0}{year}"),
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
        ],
        year: |year, form| match form {
            Form::Alone => format!("{year}.\u{a0}gads"),
            Form::Of => format!("{year}.\u{a0}gada"),
            Form::On => format!("{year}.\u{a0}gadā"),
        },
        month: |year, month| format!("{year}.\u{a0}gada {month}"),
        day: |year, month, day| format!("{year}.\u{a0}gada {day}.\u{a0}{month}"),
    },
};

/// As finely as it is known.
pub(super) fn printed(date: Date, form: Form, lang: Lang) -> String {
    let (words, year) = (WORDS.of(lang), date.year().number());
    let months = match form {
        Form::Alone => &words.months[0],
        Form::Of => &words.months[1],
        Form::On => &words.months[2],
    };
    let Some(month) = date.month().and_then(|month| months.get(month as usize - 1)) else {
        return (words.year)(year, form);
    };
    date.day().map_or_else(|| (words.month)(year, month), |day| (words.day)(year, month, day))
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
    }
}
