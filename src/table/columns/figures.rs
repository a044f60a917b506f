//! Columns of figures, each with its unit.

use crate::table::{Column, Unit};

/// Nominal GDP.
pub const GDP_MILLION: Column = Column::figure(Unit::Millions, "gdp_million", "GDP, m").ground();
/// The unit to which it was published.
pub const PRECISION_MILLION: Column = Column::figure(Unit::Millions, "precision_million", "precision, m").ground();
/// A share of GDP.
pub const SHARE_PCT: Column = Column::figure(Unit::Percent, "share_pct", "share, %");
/// What a pledge comes to, or what is published.
pub const AMOUNT_MILLION: Column = Column::figure(Unit::Millions, "amount_million", "amount, m").key();
/// The least that the words of a pledge allow.
pub const LOW_MILLION: Column = Column::figure(Unit::Millions, "low_million", "low, m");
/// The most that they allow.
pub const HIGH_MILLION: Column = Column::figure(Unit::Millions, "high_million", "high, m");
/// The amount under the scenario that others are compared with.
pub const BASE_AMOUNT_MILLION: Column = Column::figure(Unit::Millions, "base_amount_million", "base, m");
/// The amount less that.
pub const DIFFERENCE_MILLION: Column = Column::figure(Unit::Millions, "difference_million", "difference, m").key();
/// The same in per cent of it.
pub const DIFFERENCE_PCT: Column = Column::figure(Unit::Percent, "difference_pct", "difference, %");
/// What was stated, or follows from what was.
pub const STATED: Column = Column::figure(Unit::OfRow, "stated", "stated").key();
/// The least that it may be.
pub const LOW: Column = Column::figure(Unit::OfRow, "low", "from").key();
/// The most.
pub const HIGH: Column = Column::figure(Unit::OfRow, "high", "to").key();
/// The share from which a path starts.
pub const START_PCT: Column = Column::figure(Unit::Percent, "start_pct", "start, %");
/// The share of a year on the path.
pub const PATH_PCT: Column = Column::figure(Unit::Percent, "path_pct", "path, %");
/// A figure as it was published, with the digits that are compared.
pub const PUBLISHED_FIGURE: Column = Column::figure(Unit::OfRow, "published", "published").key();
/// What the figures that it is made of come to.
pub const COMPUTED: Column = Column::figure(Unit::OfRow, "computed", "inputs give").key();
/// The least that their precision leaves.
pub const COMPUTED_LOW: Column = Column::figure(Unit::OfRow, "computed_low", "from");
/// The most.
pub const COMPUTED_HIGH: Column = Column::figure(Unit::OfRow, "computed_high", "to");
/// How many scenarios there are.
pub const COUNT: Column = Column::figure(Unit::Count, "count", "count").ground();
/// The least amount of all scenarios.
pub const MIN_MILLION: Column = Column::figure(Unit::Millions, "min_million", "min, m");
/// The amount that 5% of them do not exceed.
pub const P5_MILLION: Column = Column::figure(Unit::Millions, "p5_million", "p5, m");
/// The amount that 25% do not exceed.
pub const P25_MILLION: Column = Column::figure(Unit::Millions, "p25_million", "p25, m");
/// The amount that half of them do not exceed.
pub const MEDIAN_MILLION: Column = Column::figure(Unit::Millions, "median_million", "median, m").key();
/// The amount that 75% do not exceed.
pub const P75_MILLION: Column = Column::figure(Unit::Millions, "p75_million", "p75, m");
/// The amount that 95% do not exceed.
pub const P95_MILLION: Column = Column::figure(Unit::Millions, "p95_million", "p95, m");
/// The largest amount.
pub const MAX_MILLION: Column = Column::figure(Unit::Millions, "max_million", "max, m");
/// Their mean.
pub const MEAN_MILLION: Column = Column::figure(Unit::Millions, "mean_million", "mean, m");
/// What is pledged, in money.
pub const PLEDGED_MILLION: Column = Column::figure(Unit::Millions, "pledged_million", "pledged, m");
/// The same as a share.
pub const PLEDGED_PCT: Column = Column::figure(Unit::Percent, "pledged_pct", "pledged, %");
/// What is spent, in money.
pub const SPENT_MILLION: Column = Column::figure(Unit::Millions, "spent_million", "spent, m");
/// The same as a share.
pub const SPENT_PCT: Column = Column::figure(Unit::Percent, "spent_pct", "spent, %");
/// The least share that the precision of the figures leaves.
pub const SPENT_PCT_LOW: Column = Column::figure(Unit::Percent, "spent_pct_low", "from, %");
/// The largest share that it leaves.
pub const SPENT_PCT_HIGH: Column = Column::figure(Unit::Percent, "spent_pct_high", "to, %");
/// The share as its publisher states it.
pub const PUBLISHED_PCT: Column = Column::figure(Unit::Percent, "published_pct", "published, %");
/// What is pledged less what is spent.
pub const GAP_MILLION: Column = Column::figure(Unit::Millions, "gap_million", "gap, m").key();
/// The least gap that the precision of the figures leaves.
pub const GAP_MILLION_LOW: Column = Column::figure(Unit::Millions, "gap_million_low", "gap from, m");
/// The largest gap that it leaves.
pub const GAP_MILLION_HIGH: Column = Column::figure(Unit::Millions, "gap_million_high", "gap to, m");
/// The gap in points.
pub const GAP_PP: Column = Column::figure(Unit::Points, "gap_pp", "gap, pp");
/// The GDP on which what is spent would be what was pledged.
pub const BREAKEVEN_GDP_MILLION: Column = Column::figure(Unit::Millions, "breakeven_gdp_million", "break-even GDP, m");
/// How far that is from the GDP used.
pub const BREAKEVEN_PCT: Column = Column::figure(Unit::Percent, "breakeven_pct", "break-even, %");
/// What no published part accounts for.
pub const UNACCOUNTED_MILLION: Column = Column::figure(Unit::Millions, "unaccounted_million", "unaccounted, m");
/// GDP on the earlier day.
pub const THEN_GDP_MILLION: Column = Column::figure(Unit::Millions, "then_gdp_million", "GDP then, m").ground();
/// What was spent, as known on the earlier day.
pub const THEN_SPENT_MILLION: Column = Column::figure(Unit::Millions, "then_spent_million", "spent then, m");
/// The same as a share.
pub const THEN_SPENT_PCT: Column = Column::figure(Unit::Percent, "then_spent_pct", "then, %");
/// A figure in the earlier of two states of a book.
pub const OLD: Column = Column::figure(Unit::OfRow, "old", "old").key();
/// The same in the later one.
pub const NEW: Column = Column::figure(Unit::OfRow, "new", "new").key();
/// That less the old one: of a share in points.
pub const MOVED_BY: Column = Column::figure(Unit::OfRow, "moved", "moved").key();
/// How much of the pledge the spending is.
pub const OF_PLEDGE_PCT: Column = Column::figure(Unit::Percent, "of_pledge_pct", "of the pledge, %");
/// How much of the pledge its stated digits leave open.
pub const SLACK_PCT: Column = Column::figure(Unit::Percent, "slack_pct", "slack, %");
/// Which place a share has among those of several countries.
pub const RANK: Column = Column::figure(Unit::Count, "rank", "rank").key();
/// A share less that of an earlier year.
pub const CHANGE_PP: Column = Column::figure(Unit::Points, "change_pp", "change, pp");
/// What a country pledged, as a share.
pub const PLEDGE_PCT: Column = Column::figure(Unit::Percent, "pledge_pct", "pledged, %");
/// What more or less it is than in the year before.
pub const STEP_MILLION: Column = Column::figure(Unit::Millions, "step_million", "step, m");
/// The same in per cent of that year.
pub const GROWTH_PCT: Column = Column::figure(Unit::Percent, "growth_pct", "growth, %");
/// What the year comes to by what it is set against.
pub const VERSUS_MILLION: Column = Column::figure(Unit::Millions, "versus_million", "versus, m");
/// What the amount is beyond that.
pub const EXTRA_MILLION: Column = Column::figure(Unit::Millions, "extra_million", "extra, m").key();
/// A figure at the first of two points.
pub const FROM: Column = Column::figure(Unit::OfRow, "from", "from").key();
/// The same at the second.
pub const TO: Column = Column::figure(Unit::OfRow, "to", "to").key();
/// What a part of a change comes to in money.
pub const EFFECT_MILLION: Column = Column::figure(Unit::Millions, "effect_million", "effect, m");
/// The same in points.
pub const EFFECT_PP: Column = Column::figure(Unit::Points, "effect_pp", "effect, pp").key();
/// How many points a year growth is above that of the path.
pub const GROWTH_PP: Column = Column::figure(Unit::Points, "growth_pp", "growth, pp").key();
/// What somebody claims.
pub const CLAIMED: Column = Column::figure(Unit::OfRow, "claimed", "claimed").key();
/// What a pledge came to when it was made.
pub const AMOUNT_THEN_MILLION: Column = Column::figure(Unit::Millions, "amount_then_million", "amount then, m").key();
/// What it comes to on what is known by now.
pub const AMOUNT_NOW_MILLION: Column = Column::figure(Unit::Millions, "amount_now_million", "amount now, m").key();
