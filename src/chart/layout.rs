//! Where the parts of a picture stand. Everything is measured here and nothing drawn.

pub(crate) mod scale; // the value axis and its round ticks
pub(crate) mod years; // the axis of years, and which of them are written
mod bar_widths; // how wide bars are
mod bar_type; // in which type their words are set
mod year_captions; // the words below the years
mod line_ends; // the labels beside the right edge
mod extent; // how far the axes reach
mod parts; // all of these in a picture of one size
pub(crate) mod mark_forms; // the outlines of marks
mod shapes; // the room that bars, marks, lines and steps take
pub(crate) mod bar_captions; // the words of bars
mod captions; // the words around the plot
pub(crate) mod key; // the key of a scoreboard
pub(crate) mod rows; // the rows of a scoreboard
mod level_labels; // the names of what rows are held against
pub(crate) mod ranking; // the rows of a ranking
pub(crate) mod panels; // small pictures beside each other
pub(crate) mod tiles; // cases in rows and columns
pub(crate) mod chronicle; // statements in their order

pub(crate) use bar_widths::pitch;
pub(crate) use line_ends::End;
pub(crate) use parts::{Layout, crisp};
