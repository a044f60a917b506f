//! Records one after another.

use std::sync::Arc;

use super::Records;

impl<R: Clone> IntoIterator for Records<R> {
    type Item = R;
    type IntoIter = std::vec::IntoIter<R>;

    fn into_iter(self) -> Self::IntoIter {
        Arc::unwrap_or_clone(self.0).all.into_iter()
    }
}

impl<'r, R> IntoIterator for &'r Records<R> {
    type Item = &'r R;
    type IntoIter = std::slice::Iter<'r, R>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.all.iter()
    }
}
