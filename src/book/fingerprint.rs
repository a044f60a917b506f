//! A digest of the files of a book.

use std::fmt::{self, Write as _};

use sha2::{Digest, Sha256};

use super::Files;

/// A digest of all files of a book, the same as long as no byte changes: as text 64 digits, SHA-256 of the lines `digest  name` that
/// `sha256sum` prints of them in order of name.
#[derive(Debug, Clone)]
pub struct Fingerprint(Option<String>);

impl Fingerprint {
    /// That of the compiled-in book, whose files are at hand whenever somebody asks for it.
    pub(super) const EMBEDDED: Self = Self(None);

    pub(super) fn of(files: &Files) -> Self {
        Self(Some(digest(files)))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(digest) => f.write_str(digest),
            None => f.write_str(&digest(&Files::embedded())),
        }
    }
}

fn digest(files: &Files) -> String {
    let lines: String = files.iter().map(|(name, bytes)| format!("{}  {name}\n", hex(bytes))).collect();
    hex(lines.as_bytes())
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
