//! Requests and answers.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::Response;

use crate::error::{Error, Errors, Kind};

use super::assets::ASSETS;
use super::desk::{Desk, Refusal};
use super::kept::Kept;
use super::shelf::{Held, Shelf};
use super::visit::Visit;
use super::{PAGES, address, download, frame};

/// How often the files of the book are looked at.
const LOOK: Duration = Duration::from_millis(250);

/// Everything that requests share.
struct Explorer {
    desk: Box<dyn Desk>,
    shelf: Shelf,
    kept: Kept,
}

pub(super) fn serve(desk: impl Desk, address: SocketAddr, ready: impl FnOnce(SocketAddr)) -> Result<(), Errors> {
    let shelf = Shelf::open(&desk)?;
    let explorer = Arc::new(Explorer { desk: Box::new(desk), shelf, kept: Kept::default() });
    let unserved = |error: std::io::Error| unserved(address, &error);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(unserved)?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(address).await.map_err(unserved)?;
        ready(listener.local_addr().map_err(unserved)?);
        let looking = tokio::spawn(look(Arc::clone(&explorer)));
        let router = Router::new().fallback(answer).with_state(explorer);
        let interrupted = async {
            let _ = tokio::signal::ctrl_c().await;
        };
        tokio::select! {
            served = async { axum::serve(listener, router).await } => served.map_err(unserved)?,
            () = interrupted => {}
        }
        looking.abort();
        Ok(())
    })
}

fn unserved(address: SocketAddr, error: &std::io::Error) -> Errors {
    let kind = Kind::CannotWrite { path: address.to_string(), reason: error.to_string() };
    Error::new(kind).help("name another port with `--port`").into()
}

/// Looks at the files of the book for as long as it is served.
async fn look(explorer: Arc<Explorer>) {
    let mut often = tokio::time::interval(LOOK);
    loop {
        often.tick().await;
        let explorer = Arc::clone(&explorer);
        let _ = tokio::task::spawn_blocking(move || explorer.shelf.look(&*explorer.desk)).await;
    }
}

async fn answer(State(explorer): State<Arc<Explorer>>, request: Request) -> Response {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return plain(StatusCode::METHOD_NOT_ALLOWED, "write addresses, not requests: pages are for GET");
    }
    let held = explorer.shelf.held();
    let uri = request.uri().clone();
    let whole = uri.path_and_query().map_or("/", |whole| whole.as_str()).to_owned();
    if let Some(sent) = explorer.kept.find(held.edition, &whole) {
        return sent_as(StatusCode::OK, sent);
    }
    let made = tokio::task::spawn_blocking(move || {
        let (status, kind, body) = make(&explorer, &held, uri.path(), uri.query().unwrap_or_default());
        let body = Bytes::from(body);
        if status == StatusCode::OK {
            explorer.kept.keep(held.edition, &whole, (kind, body.clone()));
        }
        sent_as(status, (kind, body))
    });
    made.await.unwrap_or_else(|_| plain(StatusCode::INTERNAL_SERVER_ERROR, "this page cannot be made"))
}

const HTML: &str = "text/html; charset=utf-8";

fn make(explorer: &Explorer, held: &Held, path: &str, query: &str) -> (StatusCode, &'static str, Vec<u8>) {
    let desk = &*explorer.desk;
    if let Some(asset) = ASSETS.iter().find(|asset| asset.path == path) {
        return (StatusCode::OK, asset.kind, asset.bytes.to_vec());
    }
    let page = PAGES.iter().find(|page| page.path == path);
    let visit = Visit { held, desk, path: page.map_or("", |page| page.path), fields: address::fields(query) };
    let refused = |status, title: &str, refusal: &Refusal| {
        (status, HTML, frame::refused(&visit, title, &refusal.message).into_bytes())
    };
    if let Some(page) = page {
        return match frame::page(page, &visit) {
            Ok(html) => (StatusCode::OK, HTML, html.into_bytes()),
            Err(refusal) => refused(StatusCode::BAD_REQUEST, page.name, &refusal),
        };
    }
    if let Some((words, format, kind)) = download::command(path, desk) {
        return match download::bytes(&visit, &words, format) {
            Ok(bytes) => (StatusCode::OK, kind, bytes),
            Err(refusal) => refused(StatusCode::BAD_REQUEST, "No file", &refusal),
        };
    }
    let refusal = Refusal { message: format!("there is no page `{path}`"), errors: Errors::default() };
    refused(StatusCode::NOT_FOUND, "No such page", &refusal)
}

fn plain(status: StatusCode, words: &'static str) -> Response {
    sent_as(status, ("text/plain; charset=utf-8", Bytes::from_static(words.as_bytes())))
}

fn sent_as(status: StatusCode, (kind, body): (&'static str, Bytes)) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}
