//! How pages look and move: what is the same on each of them, and in every book.

use crate::chart::{FIGURES, REGULAR, SEMI_BOLD};

/// A file that pages ask for.
pub(super) struct Asset {
    pub(super) path: &'static str,
    /// Its media type.
    pub(super) kind: &'static str,
    pub(super) bytes: &'static [u8],
}

/// Every file that pages ask for.
pub(super) static ASSETS: [Asset; 7] = [
    Asset { path: "/style.css", kind: "text/css; charset=utf-8", bytes: include_bytes!("style.css") },
    Asset { path: "/explorer.js", kind: "text/javascript; charset=utf-8", bytes: include_bytes!("explorer.js") },
    Asset { path: "/icon", kind: "image/svg+xml", bytes: include_bytes!("icon.svg") },
    Asset { path: "/inter-regular", kind: "font/otf", bytes: REGULAR },
    Asset { path: "/inter-semibold", kind: "font/otf", bytes: SEMI_BOLD },
    Asset { path: "/figures-regular", kind: "font/woff2", bytes: FIGURES[0] },
    Asset { path: "/figures-semibold", kind: "font/woff2", bytes: FIGURES[1] },
];
