//! JSON lines: an object per row and line, as programs take them that read line by line.

use super::json::push_member;
use super::locale::Signs;
use super::rows::RowFormat;
use super::{Format, Way};

pub(super) const ENTRY: Format = Format {
    name: "jsonl",
    about: "an object per line, as in JSON",
    endings: &["jsonl", "ndjson"],
    way: Way::Rows(RowFormat {
        signs: Signs::PLAIN,
        head: |_, _| String::new(),
        start: "{",
        cell: push_member,
        end: "}\n",
        between: "",
        foot: |_, _| String::new(),
        is_one_list: true,
    }),
};

#[cfg(test)]
mod tests {
    use super::super::shown::tests::{rendered, sample};
    use super::*;
    use crate::table::Table;

    #[test]
    fn a_line_is_an_object_of_the_array_that_json_is() {
        let array = rendered(super::super::json::ENTRY, &sample(), None);
        let objects = array.lines().filter_map(|line| line.strip_prefix("  "));
        let lines: String = objects.map(|line| format!("{}\n", line.trim_end_matches(','))).collect();
        assert_eq!(rendered(ENTRY, &sample(), None), lines);
    }

    #[test]
    fn no_rows_are_no_line() {
        assert_eq!(rendered(ENTRY, &Table { rows: Vec::new(), ..sample() }, None), "");
    }
}
