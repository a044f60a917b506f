//! What was sent before: the same address of the same book has the same bytes.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use axum::body::Bytes;

/// So many bytes are kept, those that were made last.
const MOST: usize = 12 << 20;

/// What was sent of one edition of the book, by its address.
#[derive(Debug, Default)]
pub(super) struct Kept(Mutex<Sent>);

#[derive(Debug, Default)]
struct Sent {
    edition: u64,
    bodies: BTreeMap<String, (&'static str, Bytes)>,
    order: VecDeque<String>,
    size: usize,
}

impl Kept {
    /// Kind and bytes of what was sent of an edition at an address.
    pub(super) fn find(&self, edition: u64, address: &str) -> Option<(&'static str, Bytes)> {
        let sent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        sent.bodies.get(address).filter(|_| sent.edition == edition).cloned()
    }

    /// Keeps what was sent, in the place of what was sent first.
    pub(super) fn keep(&self, edition: u64, address: &str, (kind, body): (&'static str, Bytes)) {
        let mut sent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if sent.edition != edition {
            *sent = Sent { edition, ..Sent::default() };
        }
        sent.size += body.len() + address.len();
        if sent.bodies.insert(address.to_owned(), (kind, body)).is_none() {
            sent.order.push_back(address.to_owned());
        }
        while sent.size > MOST {
            let Some(first) = sent.order.pop_front() else { break };
            let gone = sent.bodies.remove(&first).map_or(0, |(_, body)| body.len() + first.len());
            sent.size -= gone;
        }
    }
}
