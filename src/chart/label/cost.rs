//! What places of labels cost: the less, the better a place is.

/// What a line is worth avoiding.
pub(crate) const LINE: f64 = 40.0;
/// The edges of the tinted ground, the lines between years, the edges of bars, and the grid, which makes way.
pub(super) const GROUND: f64 = 20.0;
pub(super) const YEAR: f64 = 8.0;
pub(super) const BAR: f64 = 6.0;
pub(super) const GRID: f64 = 1.0;
/// A leader of another label.
pub(super) const LEADER: f64 = 40.0;

/// What it costs to stand on an area that a label would rather not.
pub(super) const SHUNNED: f64 = 10.0;
/// What it costs to stand close to another mark or text, which the label might seem to name.
pub(super) const CLOSE: f64 = 3.0;

/// How far beside its mark a label may stand without a leader, in gaps, and what each distance costs.
pub(super) const NEAR: [(f64, f64); 2] = [(1.0, 0.0), (2.2, 8.0)];
/// What it costs where a line parts a label from its mark.
pub(super) const PARTED: f64 = 20.0;

/// How far a leader may reach, in gaps.
pub(super) const REACHES: [f64; 5] = [5.0, 8.0, 12.0, 17.0, 23.0];
/// What it costs to stand apart at all, and for each gap between.
pub(super) const APART: f64 = 12.0;
pub(super) const EACH: f64 = 0.6;
/// What the cheapest place apart costs.
pub(super) const LEAST: f64 = APART + EACH * REACHES[0];
/// What a leader that crosses a line costs of what a text on that line would.
pub(super) const CROSSING: f64 = 0.25;

/// The most that the place of a figure may be worth avoiding; beyond it, the figure is left out. That of a mark alone
/// bears twice as much, a name three times.
pub(super) const LIMIT: f64 = 24.0;
/// The most that an easy place costs: less than any with a leader or across a line.
pub(super) const EASY: f64 = 12.0;
/// What it costs to set a label in one line more.
pub(super) const NARROWER: f64 = 5.0;

/// A sum that begins with `start`, given up as soon as it is `limit` or more.
pub(super) fn below(limit: f64, start: f64, mut worths: impl Iterator<Item = f64>) -> Option<f64> {
    worths.try_fold(start, |sum, worth| Some(sum + worth).filter(|sum| *sum < limit))
}
