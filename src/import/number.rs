//! Numbers as publishers write them, kept to their last digit.
//!
//! Which sign stands before the decimals is decided for a file as a whole: no cell says it by itself where `43,953` may be either.

use crate::book::Unit;
use crate::error::{Error, Kind, Result};
use crate::quantity::{Decimal, Digits, Scale, round, shift};

/// What publishers write where there is no figure.
const MISSING: &[&str] = &["", "n/a", "na", "--", "-", "..", "...", ":"];

/// What may stand between groups of three digits beside a comma and a point.
const BLANKS: &[char] = &[' ', '\u{a0}', '\u{202f}', '\''];

/// The sign before the decimals of a file's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DecimalSign {
    /// `1,026.473`
    Point,
    /// `1.026,473`
    Comma,
}

/// A published number: its value, and the unit of its last digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Figure {
    pub(super) value: Decimal,
    pub(super) unit: Decimal,
}

/// Whether a cell says that there is no figure.
pub(super) fn is_missing(cell: &str) -> bool {
    MISSING.iter().any(|mark| mark.eq_ignore_ascii_case(cell.trim()))
}

/// The power of ten that takes a figure in plain units to a unit of a book, where money is in millions.
pub(super) fn from_plain(unit: Unit) -> i32 {
    match unit {
        Unit::Million(_) => Scale::One.power(),
        Unit::Percent | Unit::Index | Unit::Rate { .. } => 0,
    }
}

impl DecimalSign {
    const fn character(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }

    /// The sign of a file, from all its cells with numbers.
    ///
    /// A cell shows it by decimals that are no group of three, by groups that need no decimals, or by both signs. Where none does, a
    /// lone point is one of decimals, since nobody groups by points without a comma anywhere; a lone comma may be either.
    ///
    /// # Errors
    /// Which cell it is that shows another sign than one before it, or whose comma may be either while no cell shows which.
    pub(super) fn of<'c>(cells: impl Iterator<Item = &'c str>) -> Result<Self, (usize, Error)> {
        let mut shown: Option<(Self, &str)> = None;
        let mut lone_comma: Option<(usize, &str)> = None;
        for (index, cell) in cells.map(str::trim).enumerate() {
            match (Self::shown_by(cell), shown) {
                (Some(sign), None) => shown = Some((sign, cell)),
                (Some(sign), Some((before, first))) if sign != before => {
                    return Err((index, contradiction(first, cell)));
                }
                (Some(_), Some(_)) => {}
                (None, _) if cell.contains(',') && lone_comma.is_none() => lone_comma = Some((index, cell)),
                (None, _) => {}
            }
        }
        match (shown, lone_comma) {
            (Some((sign, _)), _) => Ok(sign),
            (None, None) => Ok(Self::Point),
            (None, Some((index, cell))) => Err((index, either(cell))),
        }
    }

    /// The sign by its name.
    ///
    /// # Errors
    /// Another word than `point` and `comma`.
    pub(super) fn named(word: &str) -> Result<Self> {
        match word {
            "point" => Ok(Self::Point),
            "comma" => Ok(Self::Comma),
            _ => Err(Error::new(Kind::UnknownWord { text: word.to_owned() })
                .help("say `--map decimal=point` or `--map decimal=comma`")),
        }
    }

    /// What one cell shows, if it can be read in one way alone.
    fn shown_by(cell: &str) -> Option<Self> {
        if !cell.contains([',', '.']) {
            return None;
        }
        let reads = |sign: Self| plain(cell, sign).is_some();
        match (reads(Self::Point), reads(Self::Comma)) {
            (true, false) => Some(Self::Point),
            (false, true) => Some(Self::Comma),
            (true, true) | (false, false) => None,
        }
    }
}

impl Figure {
    /// A number of a file whose decimals stand behind this sign.
    ///
    /// # Errors
    /// A text that is no number by it, or more digits than can be kept.
    pub(super) fn parse(cell: &str, sign: DecimalSign) -> Result<Self> {
        let text = plain(cell.trim(), sign).ok_or_else(|| not_a_number(cell.trim(), sign))?;
        Self::exact(&text)
    }

    /// A number as programs write it, as `2.5e12`; the unit of its last digit moves with the exponent.
    ///
    /// # Errors
    /// As [`Figure::parse`].
    pub(super) fn of_program(text: &str) -> Result<Self> {
        let (digits, power) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        match power.parse() {
            Ok(power) => Self::exact(digits)?.scaled(power),
            Err(_) => Self::exact(text),
        }
    }

    fn exact(text: &str) -> Result<Self> {
        let value = LONGEST.parse_signed(text).map_err(as_shipped)?;
        Ok(Self { value, unit: Decimal::new(1, value.scale()) })
    }

    /// The same × 10^`power`.
    ///
    /// # Errors
    /// It has too many digits.
    pub(super) fn scaled(self, power: i32) -> Result<Self> {
        let shifted = |number: Decimal| shift(number, power).map_err(as_shipped);
        Ok(Self { value: shifted(self.value)?, unit: shifted(self.unit)? })
    }

    /// The same, but published to so many decimals, whatever zeros the program wrote or left out, unless its own are more.
    pub(super) fn published_to(self, decimals: u32) -> Self {
        Self { unit: Decimal::new(1, self.value.normalize().scale().max(decimals)), ..self }
    }

    /// The same within the digits of a series, down to its unit, and whether decimals had to be rounded off for that.
    ///
    /// # Errors
    /// It has too many digits before the point.
    pub(super) fn kept(self) -> Result<(Self, bool)> {
        let finest = Decimal::new(1, u32::try_from(Digits::SERIES.after).unwrap_or_default());
        let unit = self.unit.max(finest).normalize();
        let value = round(self.value, unit.scale())?;
        Digits::SERIES.parse_signed(&value.to_string()).map_err(as_shipped)?;
        Ok((Self { value, unit }, value != self.value))
    }
}

/// Nobody writes fewer digits into a publisher's file.
fn as_shipped(error: Error) -> Error {
    let is_long = matches!(error.kind(), Kind::TooManyDigits { .. } | Kind::TooLarge { .. });
    error.maybe_help(is_long.then(|| "take the file as its publisher ships it".to_owned()))
}

/// What a publisher may write in full, of which a series keeps the part that fits.
const LONGEST: Digits = Digits { before: 18, after: 20 };

/// The number as a plain decimal with a point, if it is one by this sign.
fn plain(cell: &str, sign: DecimalSign) -> Option<String> {
    let bare = cell.strip_prefix(['-', '\u{2212}']).unwrap_or(cell);
    let minus = if bare.len() == cell.len() { "" } else { "-" };
    let (whole, decimals) = match bare.split_once(sign.character()) {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (bare, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let whole = ungrouped(whole, sign.other().character())?;
    match decimals {
        None => Some(format!("{minus}{whole}")),
        Some(decimals) => digits(decimals).then(|| format!("{minus}{whole}.{decimals}")),
    }
}

/// The digits of a whole number, whose groups of three one and the same sign may part.
fn ungrouped(whole: &str, sign: char) -> Option<String> {
    let is_sign = |c: char| c == sign || BLANKS.contains(&c);
    let mut groups = whole.split(is_sign);
    let first = groups.next().filter(|first| !first.is_empty())?;
    let is_grouped = whole.contains(is_sign);
    let led = !is_grouped || first.len() <= 3 && !first.starts_with('0');
    let parted = whole.chars().filter(|c| is_sign(*c)).collect::<Vec<_>>().windows(2).all(|two| two[0] == two[1]);
    let sound = led && parted && groups.all(|group| group.len() == 3);
    let bare: String = whole.chars().filter(|c| !is_sign(*c)).collect();
    (sound && bare.bytes().all(|byte| byte.is_ascii_digit())).then_some(bare)
}

fn not_a_number(cell: &str, sign: DecimalSign) -> Error {
    let is_of_other = plain(cell, sign.other()).is_some();
    let help = match sign {
        DecimalSign::Point if is_of_other => "the numbers of this file have a decimal point",
        DecimalSign::Comma if is_of_other => "the numbers of this file have a decimal comma",
        DecimalSign::Point | DecimalSign::Comma => "a figure is digits with a decimal sign, and nothing else",
    };
    Error::new(Kind::NotANumber { text: short(cell) }).help(help)
}

/// A text as messages quote it: no more of it than shows which it is.
pub(super) fn short(text: &str) -> String {
    const SHOWN: usize = 40;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn contradiction(first: &str, second: &str) -> Error {
    Error::new(Kind::NotANumber { text: second.to_owned() })
        .help(format!("`{first}` has another decimal sign: take the file as its publisher ships it"))
}

fn either(cell: &str) -> Error {
    Error::new(Kind::NotANumber { text: cell.to_owned() }).help(
        "its comma may stand for thousands or for decimals, and no other cell shows which: \
         say `--map decimal=point` or `--map decimal=comma`",
    )
}

#[cfg(test)]
mod tests;
