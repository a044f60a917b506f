//! What an address is answered with.

use std::num::NonZero;
use std::sync::Arc;
use std::thread::available_parallelism;

use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, Uri};
use axum::response::Response;
use tokio::sync::Semaphore;
use tokio::task::JoinError;

use crate::error::{Noun, unknown_name};

use super::super::assets::ASSETS;
use super::super::desk::Desk;
use super::super::kept::Kept;
use super::super::sent::{HTML, Sent};
use super::super::shelf::{Held, Shelf};
use super::super::visit::Visit;
use super::super::{PAGES, address, download, frame};
use super::{guard, limits, worded};

/// Everything that requests share.
pub(super) struct Explorer {
    desk: Box<dyn Desk>,
    shelf: Shelf,
    kept: Kept,
    port: u16,
    /// Pages are made on as many processors as there are, however many are asked for; what is kept is sent meanwhile.
    making: Semaphore,
    /// So many requests wait for that at once; others are told to come again.
    waiting: Arc<Semaphore>,
}

/// So many requests wait for what is made: half the connections that are open at once, so that the others are told at once.
const MOST_WAITING: usize = 256;

impl Explorer {
    pub(super) fn new(desk: Box<dyn Desk>, shelf: Shelf, port: u16) -> Self {
        let processors = available_parallelism().map_or(1, NonZero::get);
        Self {
            desk,
            shelf,
            kept: Kept::default(),
            port,
            making: Semaphore::new(processors),
            waiting: Arc::new(Semaphore::new(MOST_WAITING)),
        }
    }

    /// Looks at the files of the book.
    pub(super) fn look(&self) {
        self.shelf.look(&*self.desk);
    }
}

/// The answer to a request.
pub(super) async fn answer(State(explorer): State<Arc<Explorer>>, mut request: Request) -> Response {
    let sent = match refused(explorer.port, &mut request).await {
        Some(refused) => refused,
        None => found(explorer, request.uri().clone()).await,
    };
    sent.response(request.headers())
}

/// Why a request is not answered, whatever it asks for.
async fn refused(port: u16, request: &mut Request) -> Option<Sent> {
    if limits::is_too_large(request).await {
        return Some(Sent::words(StatusCode::PAYLOAD_TOO_LARGE, worded::TOO_LARGE));
    }
    if let Some(words) = guard::refusal(port, request.uri(), request.headers()) {
        return Some(Sent::words(StatusCode::FORBIDDEN, words));
    }
    let is_asking = [Method::GET, Method::HEAD].contains(request.method());
    let words = "pages are for reading: ask with GET, and say what is asked in the address";
    (!is_asking).then(|| Sent::words(StatusCode::METHOD_NOT_ALLOWED, words))
}

/// What was sent before, or is made now.
async fn found(explorer: Arc<Explorer>, uri: Uri) -> Sent {
    let held = explorer.shelf.held();
    if uri.path() == "/state" {
        let state = format!("{{\"edition\":{},\"wrong\":{}}}\n", held.edition, !held.wrong.is_empty());
        return Sent::new(StatusCode::OK, "application/json", state);
    }
    let whole = uri.path_and_query().map_or("/", |whole| whole.as_str()).to_owned();
    if let Some(sent) = explorer.kept.find(held.edition, &whole) {
        return sent;
    }
    let Ok(place) = Arc::clone(&explorer.waiting).try_acquire_owned() else {
        return Sent::words(StatusCode::SERVICE_UNAVAILABLE, BUSY);
    };
    // what was begun is finished for those who ask next, even if nobody waits for it
    let made = tokio::spawn(async move {
        let _place = place;
        explorer.kept.of(held.edition, &whole, made(Arc::clone(&explorer), held, uri)).await
    });
    made.await.ok().and_then(Result::ok).unwrap_or_else(|| Sent::words(StatusCode::INTERNAL_SERVER_ERROR, FAULT))
}

const BUSY: &str = "too much is asked at once: ask again in a while";
const FAULT: &str = "this cannot be made, which is a fault of the program; everything else is still there";

/// What is made for an address, where there is a processor for it.
async fn made(explorer: Arc<Explorer>, held: Held, uri: Uri) -> Result<Sent, JoinError> {
    let _seat = explorer.making.acquire().await;
    let at_work = Arc::clone(&explorer);
    tokio::task::spawn_blocking(move || make(&*at_work.desk, &held, &uri)).await
}

/// A page, a file that a command writes, or what stands beside them; else a page that says why there is none.
pub(super) fn make(desk: &dyn Desk, held: &Held, uri: &Uri) -> Sent {
    let (path, fields) = (uri.path(), address::fields(uri.query().unwrap_or_default()));
    if let Some(asset) = ASSETS.iter().find(|asset| asset.path == path) {
        return Sent::new(StatusCode::OK, asset.kind, asset.bytes);
    }
    let page = PAGES.iter().find(|page| page.path == path);
    let visit = Visit { held, desk, path: page.map_or("", |page| page.path), fields };
    let refused = |status, title: &str, message: &str| Sent::new(status, HTML, frame::refused(&visit, title, message));
    if let Some(page) = page {
        return match frame::page(page, &visit) {
            Ok(html) => Sent::new(StatusCode::OK, HTML, html),
            Err(refusal) => refused(StatusCode::BAD_REQUEST, page.name, &refusal.message),
        };
    }
    if let Some((words, format, kind)) = download::command(path, desk) {
        return match download::bytes(&visit, &words, format) {
            Ok(bytes) => Sent::new(StatusCode::OK, kind, bytes),
            Err(refusal) => refused(StatusCode::BAD_REQUEST, "No file", &refusal.message),
        };
    }
    let paths = PAGES.iter().map(|page| page.path);
    let unknown = unknown_name(Noun::Page, path, paths, "pages are listed above");
    refused(StatusCode::NOT_FOUND, "No such page", &desk.message(&unknown.into()))
}
