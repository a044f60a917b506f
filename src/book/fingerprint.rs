//! A digest of the files of a book, and of each of them.

use std::fmt::{self, Write as _};
use std::sync::{Arc, OnceLock};

use sha2::{Digest, Sha256};

use super::Files;

/// How many digits tell two versions of a file apart.
const SHORT: usize = 16;

/// A digest of all files of a book, the same as long as no byte changes: as text 64 digits, SHA-256 of the lines `digest  name` that
/// `sha256sum` prints of them in order of name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint(Option<Arc<Vec<(String, String)>>>);

impl Fingerprint {
    /// That of the compiled-in book, whose files are at hand whenever somebody asks for it.
    pub(super) const EMBEDDED: Self = Self(None);

    pub(super) fn of(files: &Files) -> Self {
        Self(Some(Arc::new(digests(files))))
    }

    /// Name and digest of each file, in order of name: the first 16 digits of its own SHA-256.
    ///
    /// ```
    /// let book = pledgebook::book::Book::embedded()?;
    /// let (name, digest) = book.fingerprint.files().next().unwrap_or_default();
    /// assert_eq!((name, digest.len()), ("book.toml", 16));
    /// # Ok::<(), pledgebook::Errors>(())
    /// ```
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.whole().iter().map(|(name, digest)| (name.as_str(), digest.get(..SHORT).unwrap_or_default()))
    }

    /// Name and digest of each file.
    fn whole(&self) -> &[(String, String)] {
        static EMBEDDED: OnceLock<Vec<(String, String)>> = OnceLock::new();
        self.0.as_deref().map(Vec::as_slice).unwrap_or_else(|| EMBEDDED.get_or_init(|| digests(&Files::embedded())))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: String = self.whole().iter().map(|(name, digest)| format!("{digest}  {name}\n")).collect();
        f.write_str(&digest(lines.as_bytes()))
    }
}

fn digests(files: &Files) -> Vec<(String, String)> {
    files.iter().map(|(name, bytes)| (name.to_owned(), digest(bytes))).collect()
}

/// SHA-256 as 64 digits.
pub(crate) fn digest(bytes: &[u8]) -> String {
    written(Sha256::new_with_prefix(bytes))
}

/// The same of all that is read.
///
/// # Errors
/// That of reading.
#[cfg(feature = "cli")]
pub(crate) fn digest_of(mut reader: impl std::io::Read) -> std::io::Result<String> {
    let mut digest = Sha256::new();
    std::io::copy(&mut reader, &mut digest)?;
    Ok(written(digest))
}

fn written(digest: Sha256) -> String {
    digest.finalize().iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
