//! What is on the paper, in points: places and areas, colours, sizes, and the sheet.

pub(crate) mod options; // how a picture is wanted
pub(crate) mod palette; // the colours of each theme
pub(crate) mod style; // sizes and distances
pub(crate) mod filling; // how bars are filled
pub(crate) mod geometry; // the room that things take
pub(crate) mod lettering; // lines of text in their places
pub(crate) mod sheet; // the sheet that is drawn on
