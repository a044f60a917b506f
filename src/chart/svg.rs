//! The sheet, written as SVG.

pub(crate) mod markup; // pieces of SVG
pub(crate) mod glyphs; // letters as outlines
pub(crate) mod elements; // what stands on the sheet, as markup
pub(crate) mod document; // the whole of it
