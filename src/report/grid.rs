//! A table that fits a page: its columns take room by what stands in them, and break between words.

/// How many dashes stand below the heads of a table. Programs that set pages share out a page by them, yet pandoc only where a line has
/// more than 72 letters, blanks aside; else it leaves the widths to whoever shows the page, and some give every column the same.
const PAGE: usize = 72;

/// How wide a column may wish to be, in dashes.
const WIDEST: usize = 72;

/// What the edges of a cell take beside its letters.
const EDGES: usize = 2;

/// On which side of its column a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

/// The table in Markdown; cells are Markdown already.
pub(super) fn grid<const N: usize>(heads: [(&str, Side); N], rows: &[[String; N]]) -> String {
    let line = |cells: [&str; N]| format!("| {} |", cells.join(" | "));
    let wish = |at: usize| Wish::of(heads[at], rows.iter().map(|row| row[at].as_str()));
    let widths: [usize; N] = widths(std::array::from_fn(wish));
    let rule: Vec<String> = widths.into_iter().zip(heads).map(|(width, (_, side))| rule(width, side)).collect();
    let mut lines = vec![line(heads.map(|(head, _)| head)), format!("| {} |", rule.join(" | "))];
    lines.extend(rows.iter().map(|row| line(row.each_ref().map(String::as_str))));
    lines.join("\n")
}

/// How wide a column has to be so that no word and no number in it breaks, and no cell of figures, and how wide it would be with no break at all.
#[derive(Debug, Clone, Copy)]
struct Wish {
    least: usize,
    most: usize,
}

impl Wish {
    /// Of a head, which stands in as many lines as it takes, and of the cells below it.
    fn of<'c>((head, side): (&str, Side), cells: impl Iterator<Item = &'c str>) -> Self {
        let least = |text: &str| text.split(' ').map(room).max().unwrap_or_default();
        let least_of_cell = |cell: &str| if side == Side::Right { room(cell) } else { least(cell) };
        cells.fold(Self { least: least(head), most: 0 }, |wish, cell| Self {
            least: wish.least.max(least_of_cell(cell)),
            most: wish.most.max(room(cell).min(WIDEST)),
        })
    }
}

/// What letters take beside each other, in dashes: a page in a wide typeface has four letters to five of them.
fn room(text: &str) -> usize {
    (text.chars().count() * 5).div_ceil(4) + EDGES
}

/// The widths of columns: what each needs, and of the room that is left as much as it would take more than others. The first takes
/// what division leaves.
fn widths<const N: usize>(wishes: [Wish; N]) -> [usize; N] {
    let more = |wish: Wish| wish.most.saturating_sub(wish.least) + 1;
    let wanted: usize = wishes.into_iter().map(more).sum();
    let left = PAGE.saturating_sub(wishes.iter().map(|wish| wish.least).sum());
    let mut widths = wishes.map(|wish| wish.least + (more(wish) * left).checked_div(wanted).unwrap_or_default());
    let shared: usize = widths.iter().sum();
    widths.iter_mut().take(1).for_each(|first| *first += PAGE.saturating_sub(shared));
    widths
}

/// As many dashes as the column is wide: programs that set pages share out the room by them.
fn rule(width: usize, side: Side) -> String {
    match side {
        Side::Left => "-".repeat(width),
        Side::Right => format!("{}:", "-".repeat(width.saturating_sub(1))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_as_wide_as_what_must_not_break_in_it() {
        let rows = [["4% of GDP".to_owned(), "1\u{a0}161".to_owned()], ["word ".repeat(18), String::new()]];
        let table = grid([("Pledge", Side::Left), ("Gap", Side::Right)], &rows);
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines[1], format!("| {} | --------: |", "-".repeat(63)));
    }

    #[test]
    fn a_range_on_the_right_does_not_break() {
        let heads = |side| [("Path of GDP", Side::Left), ("Its words allow", side)];
        let rows =
            [["a path with a long name of its own and more words".to_owned(), "1\u{a0}978 to 2\u{a0}417".to_owned()]];
        let width =
            |side| grid(heads(side), &rows).lines().nth(1).and_then(|line| line.rsplit("| ").next().map(str::len));
        let [right, left] = [Side::Right, Side::Left].map(width);
        assert_eq!(right, Some(room("1\u{a0}978 to 2\u{a0}417") + " |".len()));
        assert!(left < right);
    }

    #[test]
    fn columns_share_the_page() {
        let of = |least, most| Wish { least, most };
        assert_eq!(widths([of(10, 30), of(8, 8)]), [62, 10]);
        assert_eq!(widths([of(10, 40), of(15, 15), of(15, 15), of(15, 25)]), [23, 15, 15, 19]);
        assert_eq!(widths([of(50, 60), of(40, 40)]), [50, 40]);
    }
}
