//! Cases in rows and columns: one tile for each, and the line between those that reach a pledge and those that do not.

use super::board::Standing;

/// The most tiles that have room.
pub(crate) const TILES: usize = 40_000;

/// Tiles from left to right and from above to below, which take the place of the axes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tiles {
    /// What differs from column to column.
    pub across: Steps,
    /// What differs from row to row, from above to below.
    pub down: Steps,
    /// The tiles, row by row.
    pub tiles: Vec<Tile>,
}

/// What differs from one column or row to the next.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Steps {
    /// What it is.
    pub name: String,
    /// Its values in words.
    pub values: Vec<String>,
    /// Which of them is the one that the others are set against.
    pub own: Option<usize>,
}

/// One case.
#[derive(Debug, Clone, PartialEq)]
pub struct Tile {
    /// The verdict there.
    pub standing: Standing,
    /// Whether the pledge is reached there; unknown without a figure.
    pub reached: Option<bool>,
    /// The gap in words, or the amount where there is none.
    pub figure: String,
}

impl Tiles {
    /// The rows from above to below.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &[Tile]> {
        self.tiles.chunks(self.across.values.len().max(1))
    }

    /// The edges between tiles on which the pledge is reached on one side and not on the other, each from corner to corner, in tiles
    /// from the upper left.
    pub(crate) fn break_even(&self) -> Vec<[(usize, usize); 2]> {
        let rows: Vec<&[Tile]> = self.rows().collect();
        let differ = |one: &Tile, other: &Tile| one.reached.zip(other.reached).is_some_and(|(one, other)| one != other);
        let mut edges = Vec::new();
        for (down, row) in rows.iter().enumerate() {
            let beside = row.iter().zip(row.iter().skip(1)).enumerate();
            let beside = beside.filter(|(_, (one, other))| differ(one, other));
            edges.extend(beside.map(|(at, _)| [(at + 1, down), (at + 1, down + 1)]));
            let Some(below) = rows.get(down + 1) else { continue };
            let pairs = row.iter().zip(below.iter()).enumerate();
            edges.extend(
                pairs
                    .filter(|(_, (one, other))| differ(one, other))
                    .map(|(at, _)| [(at, down + 1), (at + 1, down + 1)]),
            );
        }
        edges
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_runs_between_what_is_reached_and_what_is_not() {
        let tile = |reached: u8| Tile { standing: Standing::Met, reached: Some(reached == 1), figure: String::new() };
        let across = Steps { values: vec![String::new(); 3], ..Steps::default() };
        let tiles = Tiles { across, tiles: [0, 0, 1, 0, 1, 1].map(tile).to_vec(), ..Tiles::default() };
        assert_eq!(tiles.break_even(), [[(2, 0), (2, 1)], [(1, 1), (2, 1)], [(1, 1), (1, 2)]]);
    }
}
