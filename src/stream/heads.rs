//! What rows begin with, put together once for each scenario and pledge.

use super::output_buffer::Piece;

/// What the rows of each pledge begin with, up to GDP; it is put together where the open scenario first needs it.
pub(super) struct Heads {
    /// How many scenarios were opened.
    opened: u64,
    /// What each row of the open one begins with.
    scenario: Vec<u8>,
    heads: Vec<Head>,
}

/// What the rows of a pledge begin with under a scenario, by its count.
#[derive(Default)]
struct Head {
    scenario: u64,
    piece: Piece,
}

impl Heads {
    /// Nothing yet, of so many pledges.
    pub(super) fn new(pledges: usize) -> Self {
        let heads = std::iter::repeat_with(Head::default).take(pledges).collect();
        Self { opened: 0, scenario: Vec::new(), heads }
    }

    /// Another scenario, which rows begin with so.
    pub(super) fn open(&mut self, scenario: &[u8]) {
        self.opened += 1;
        self.scenario.clear();
        self.scenario.extend_from_slice(scenario);
    }

    /// What rows of the open scenario begin with.
    #[inline(always)]
    pub(super) fn scenario(&self) -> &[u8] {
        &self.scenario
    }

    /// The same with what a pledge has between scenario and GDP.
    #[inline(always)]
    pub(super) fn of(&mut self, pledge: usize, front: &[u8]) -> &Piece {
        let head = &mut self.heads[pledge];
        if head.scenario != self.opened {
            let length = self.scenario.len();
            self.scenario.extend_from_slice(front);
            head.piece.set(&self.scenario);
            self.scenario.truncate(length);
            head.scenario = self.opened;
        }
        &head.piece
    }
}
