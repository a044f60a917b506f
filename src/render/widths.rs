//! How wide each column of a terminal table is.

use unicode_width::UnicodeWidthStr;

use crate::table::{Column, Content};

use super::sheet::Sheet;

/// The blanks between two columns.
pub(super) const GAP: usize = 2;
/// A word longer than this may be cut, so that one address does not push all else aside.
const LONGEST_WORD: usize = 16;

/// What a column asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Need {
    /// The width at which nothing is wrapped.
    natural: usize,
    /// The width at which the heading alone is wrapped.
    firm: usize,
    /// The least width.
    least: usize,
}

/// The width of each of these columns so that all fit into `available`, or nothing if they cannot. First headings are wrapped,
/// then words, those of the widest column first.
pub(super) fn widths(sheet: &Sheet, columns: &[usize], available: Option<usize>) -> Option<Vec<usize>> {
    let needs: Vec<Need> = columns.iter().filter_map(|at| Some(need(sheet, *at, sheet.columns.get(*at)?))).collect();
    let Some(available) = available else {
        return Some(needs.iter().map(|need| need.natural).collect());
    };
    fit(&needs, available.checked_sub(GAP * needs.len().saturating_sub(1))?)
}

fn fit(needs: &[Need], available: usize) -> Option<Vec<usize>> {
    let total = |widths: &[usize]| widths.iter().sum::<usize>();
    let natural: Vec<usize> = needs.iter().map(|need| need.natural).collect();
    if total(&natural) <= available {
        return Some(natural);
    }
    let mut widths: Vec<usize> = needs.iter().map(|need| need.firm).collect();
    while total(&widths) > available {
        let (width, _) = widths
            .iter_mut()
            .zip(needs)
            .filter(|(width, need)| **width > need.least)
            .max_by_key(|(width, _)| **width)?;
        *width -= 1;
    }
    Some(widths)
}

fn need(sheet: &Sheet, at: usize, column: &Column) -> Need {
    let cells = || sheet.rows.iter().filter_map(|row| row.get(at));
    let content = content(sheet, at);
    let heading_word = longest_word(column.heading);
    let (natural, firm) = (content.max(width(column.heading)), content.max(heading_word));
    let least = match column.content {
        Content::Name | Content::Figure => firm,
        Content::Text => {
            let word = cells().map(|cell| longest_word(cell)).max().unwrap_or(0).min(LONGEST_WORD);
            word.max(bearable(content)).max(heading_word).min(firm)
        }
    };
    Need { natural, firm, least }
}

/// The width of a column's widest cell.
pub(super) fn content(sheet: &Sheet, at: usize) -> usize {
    sheet.rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell)).max().unwrap_or(0)
}

/// The width at which words of this length are still pleasant to read: two lines of short ones, a few of long ones.
fn bearable(length: usize) -> usize {
    (length / 2 + 2).min(16 + length / 8).min(40)
}

fn longest_word(text: &str) -> usize {
    text.split(' ').map(width).max().unwrap_or(0)
}

/// The columns that a text takes on a terminal.
pub(super) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: Need = Need { natural: 40, firm: 40, least: 10 };
    const FIGURE: Need = Need { natural: 14, firm: 9, least: 9 };

    #[test]
    fn headings_give_way_before_words_and_figures_never() {
        assert_eq!(fit(&[WORDS, FIGURE], 54), Some(vec![40, 14]));
        assert_eq!(fit(&[WORDS, FIGURE], 53), Some(vec![40, 9]));
        assert_eq!(fit(&[WORDS, FIGURE], 30), Some(vec![21, 9]));
        assert_eq!(fit(&[WORDS, FIGURE], 18), None);
    }

    #[test]
    fn a_letter_of_two_columns_counts_twice() {
        assert_eq!(width("āčē漢字"), 7);
    }
}
