//! A table that fits a page: its columns take room by what stands in them, and break between words.

/// How wide a column may say that it is, in letters.
const WIDEST: usize = 40;

/// The least, so that a head does not break.
const NARROWEST: usize = 3;

/// On which side of its column a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

/// The table in Markdown; cells are Markdown already.
pub(super) fn grid<const N: usize>(heads: [(&str, Side); N], rows: &[[String; N]]) -> String {
    let line = |cells: [&str; N]| format!("| {} |", cells.join(" | "));
    let rule: Vec<String> = (0..N).map(|at| rule(heads[at], rows.iter().map(|row| row[at].as_str()))).collect();
    let mut lines = vec![line(heads.map(|(head, _)| head)), format!("| {} |", rule.join(" | "))];
    lines.extend(rows.iter().map(|row| line(row.each_ref().map(String::as_str))));
    lines.join("\n")
}

/// As many dashes as the column is wide: programs that set pages share out the room by them.
fn rule<'c>((head, side): (&str, Side), cells: impl Iterator<Item = &'c str>) -> String {
    let letters = |text: &str| text.chars().count();
    let widest = cells.map(letters).chain([letters(head)]).max().unwrap_or_default();
    let dashes = "-".repeat(widest.clamp(NARROWEST, WIDEST));
    match side {
        Side::Left => dashes,
        Side::Right => format!("{}:", &dashes[1..]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_as_wide_as_it_says() {
        let rows = [["4% of GDP".to_owned(), "161".to_owned()], ["x".repeat(90), String::new()]];
        let table = grid([("Pledge", Side::Left), ("Gap", Side::Right)], &rows);
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines[..3], ["| Pledge | Gap |", &format!("| {} | --: |", "-".repeat(40)), "| 4% of GDP | 161 |"]);
    }
}
