//! The signs of CSV that a spreadsheet of a language reads by a double click.
//!
//! A spreadsheet takes both from its locale: where a comma stands before decimals, a semicolon stands between cells.

/// A language of spreadsheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locale {
    /// Its code on the command line, as `lv`.
    pub code: &'static str,
    /// What it is called, for help texts.
    pub name: &'static str,
    /// What stands between cells.
    pub separator: char,
    /// What stands before decimals.
    pub decimal: char,
}

/// The languages of the allies.
pub const LOCALES: &[Locale] = &[
    Locale { code: "en", name: "English", separator: ',', decimal: '.' },
    comma("bg", "Bulgarian"),
    comma("cs", "Czech"),
    comma("da", "Danish"),
    comma("de", "German"),
    comma("el", "Greek"),
    comma("es", "Spanish"),
    comma("et", "Estonian"),
    comma("fi", "Finnish"),
    comma("fr", "French"),
    comma("hr", "Croatian"),
    comma("hu", "Hungarian"),
    comma("is", "Icelandic"),
    comma("it", "Italian"),
    comma("lb", "Luxembourgish"),
    comma("lt", "Lithuanian"),
    comma("lv", "Latvian"),
    comma("mk", "Macedonian"),
    comma("nl", "Dutch"),
    comma("no", "Norwegian"),
    comma("pl", "Polish"),
    comma("pt", "Portuguese"),
    comma("ro", "Romanian"),
    comma("sk", "Slovak"),
    comma("sl", "Slovenian"),
    comma("sq", "Albanian"),
    comma("sr", "Montenegrin and Serbian"),
    comma("sv", "Swedish"),
    comma("tr", "Turkish"),
];

/// A language with a comma before decimals.
const fn comma(code: &'static str, name: &'static str) -> Locale {
    Locale { code, name, separator: ';', decimal: ',' }
}

/// What CSV is written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Signs {
    /// What stands between cells.
    pub(super) separator: char,
    /// What stands before decimals.
    pub(super) decimal: char,
    /// What says at the beginning that the text is Unicode; empty where nothing has to.
    pub(super) mark: &'static str,
}

impl Signs {
    /// Those of programs.
    pub(super) const PLAIN: Self = Self { separator: ',', decimal: '.', mark: "" };
}

impl From<&Locale> for Signs {
    /// A spreadsheet takes a text without a mark for one in the letters of its system.
    fn from(locale: &Locale) -> Self {
        Self { separator: locale.separator, decimal: locale.decimal, mark: "\u{feff}" }
    }
}
