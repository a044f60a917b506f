//! Numbers in print.

use crate::quantity::text::grouped;

use super::lang::Lang;

/// The digits in groups, with the language's own point; a minus as long as a plus.
pub(super) fn printed(plain: &str, lang: Lang) -> String {
    let digits = plain.strip_prefix('-');
    let number = grouped(digits.unwrap_or(plain), '\u{a0}');
    let number = if lang.point() == '.' { number } else { number.replace('.', &lang.point().to_string()) };
    if digits.is_some() { format!("\u{2212}{number}") } else { number }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_printed_as_the_language_has_it() {
        assert_eq!(printed("1720.00", Lang::En), "1\u{a0}720.00");
        assert_eq!(printed("1720.00", Lang::Lv), "1\u{a0}720,00");
        assert_eq!(printed("-2.5", Lang::Lv), "\u{2212}2,5");
    }
}
