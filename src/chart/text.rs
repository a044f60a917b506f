//! Text: how wide it is, where it breaks, and the outlines of its letters.

pub(crate) mod typeface; // the embedded typeface: widths, outlines, letters it lacks
pub(crate) mod type_style; // sizes and weights of type
pub(crate) mod line_breaking; // how wide a text and its words are
pub(crate) mod paragraph; // text in lines
