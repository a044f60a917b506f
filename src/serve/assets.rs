//! How pages look and move: what is the same on each of them, and in every book.

use crate::chart::{REGULAR, SEMI_BOLD};

/// A file that pages ask for.
pub(super) struct Asset {
    pub(super) path: &'static str,
    /// Its media type.
    pub(super) kind: &'static str,
    pub(super) bytes: &'static [u8],
}

/// Every file that pages ask for.
pub(super) static ASSETS: [Asset; 5] = [
    Asset { path: "/style.css", kind: "text/css; charset=utf-8", bytes: include_bytes!("style.css") },
    Asset { path: "/explorer.js", kind: "text/javascript; charset=utf-8", bytes: include_bytes!("explorer.js") },
    Asset { path: "/icon", kind: "image/svg+xml", bytes: include_bytes!("icon.svg") },
    Asset { path: "/inter-regular", kind: "font/otf", bytes: REGULAR },
    Asset { path: "/inter-semibold", kind: "font/otf", bytes: SEMI_BOLD },
];

#[cfg(test)]
mod tests {
    use super::ASSETS;
    use crate::chart::{DARK, LIGHT};

    fn text(path: &str) -> &'static str {
        let asset = ASSETS.iter().find(|asset| asset.path == path).unwrap();
        std::str::from_utf8(asset.bytes).unwrap()
    }

    #[test]
    fn the_script_is_small() {
        assert!(text("/explorer.js").len() < 20_000);
    }

    #[test]
    fn pages_have_the_colours_of_pictures() {
        let known = format!("{LIGHT:?}{DARK:?}");
        let mut seen = 0;
        for colour in text("/style.css").split(": #").skip(1).map(|rest| &rest[..6]) {
            let [_, red, green, blue] = u32::from_str_radix(colour, 16).unwrap().to_be_bytes();
            assert!(known.contains(&format!("Colour({red}, {green}, {blue})")), "#{colour}");
            seen += 1;
        }
        assert_eq!(seen, 20, "ten in each theme");
    }
}
