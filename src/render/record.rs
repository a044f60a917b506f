//! Rows one below the other, for a terminal too narrow for columns; and words wrapped at a width.

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

use super::sheet::Sheet;

/// What all lines of a long value but the first are set in by.
const INDENT: &str = "  ";

/// One block of lines per row, what is unknown left out.
pub(super) fn blocks(sheet: &Sheet, width: Option<usize>) -> Vec<Vec<String>> {
    let block = |row: &Vec<String>| {
        let cells = sheet.columns.iter().zip(row).filter(|(_, cell)| !cell.trim().is_empty());
        cells.flat_map(|(column, cell)| hanging(&format!("{}: {}", column.heading, cell.trim()), width)).collect()
    };
    sheet.rows.iter().map(block).collect()
}

/// The text in lines of at most this width, broken at blanks where there are some, all but the first set in.
pub(super) fn hanging(text: &str, width: Option<usize>) -> Vec<String> {
    let Some(width) = width else { return vec![text.to_owned()] };
    let options = Options::new(width)
        .subsequent_indent(INDENT)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options).into_iter().map(|line| line.trim_end().to_owned()).collect()
}
