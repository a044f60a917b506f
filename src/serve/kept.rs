//! What was sent before: the same address of the same book has the same bytes.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::OnceCell;

use super::sent::Sent;

/// So many bytes are kept, those that were made last.
const MOST: usize = 16 << 20;
/// What is larger is made again for whoever asks for it.
const LARGEST: usize = 1 << 20;

/// What was sent of one edition of the book, by its address.
#[derive(Debug, Default)]
pub(super) struct Kept(Mutex<Edition>);

#[derive(Debug, Default)]
struct Edition {
    number: u64,
    /// What is made or being made: whoever asks for that waits for it.
    places: BTreeMap<String, Arc<OnceCell<Sent>>>,
    /// The addresses of what is made, in that order.
    made: VecDeque<String>,
    size: usize,
}

impl Kept {
    /// What was sent of an edition at an address.
    pub(super) fn find(&self, edition: u64, address: &str) -> Option<Sent> {
        let kept = self.kept();
        kept.places.get(address).filter(|_| kept.number == edition)?.get().cloned()
    }

    /// What is sent of an edition at an address: what `make` gives, which is done once, however many ask at the same time; what
    /// is no answer is not kept.
    pub(super) async fn of<E>(
        &self,
        edition: u64,
        address: &str,
        make: impl Future<Output = Result<Sent, E>>,
    ) -> Result<Sent, E> {
        let mut is_new = false;
        let place = self.place(edition, address);
        let sent = place.get_or_try_init(async || {
            is_new = true;
            make.await
        });
        let sent = sent.await.cloned();
        if is_new {
            self.kept().settle(edition, address, sent.as_ref().ok().filter(|sent| sent.is_found()));
        }
        sent
    }

    fn place(&self, edition: u64, address: &str) -> Arc<OnceCell<Sent>> {
        let mut kept = self.kept();
        if kept.number < edition {
            *kept = Edition { number: edition, ..Edition::default() };
        }
        if kept.number > edition {
            Arc::default()
        } else {
            Arc::clone(kept.places.entry(address.to_owned()).or_default())
        }
    }

    fn kept(&self) -> MutexGuard<'_, Edition> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Edition {
    /// Keeps what was made in the place of what was made first.
    fn settle(&mut self, number: u64, address: &str, made: Option<&Sent>) {
        if self.number != number {
            return;
        }
        let Some(made) = made.filter(|made| room(address, made) <= LARGEST) else {
            self.places.remove(address);
            return;
        };
        self.size += room(address, made);
        self.made.push_back(address.to_owned());
        while self.size > MOST {
            let Some(first) = self.made.pop_front() else { break };
            let gone = self.places.remove(&first);
            self.size -= gone.and_then(|gone| gone.get().map(|made| room(&first, made))).unwrap_or_default();
        }
    }
}

/// What a place takes: its address stands in it, and in the order of what was made.
fn room(address: &str, made: &Sent) -> usize {
    made.len() + 2 * address.len()
}
