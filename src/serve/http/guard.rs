//! Whose requests are answered: those of people at this machine, and of our own pages.
//!
//! A page of somebody else cannot reach the book by a name of its own for this machine, nor ask for it from where it stands.

use axum::http::{HeaderMap, HeaderName, Uri, header};

/// The names of this machine.
const NAMES: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");
const DESTINATION: HeaderName = HeaderName::from_static("sec-fetch-dest");

/// Why a request is not answered, if it comes from somewhere else.
pub(super) fn refusal(port: u16, uri: &Uri, headers: &HeaderMap) -> Option<String> {
    let named: Vec<&str> = uri
        .authority()
        .map(axum::http::uri::Authority::as_str)
        .into_iter()
        .chain(said(headers, &header::HOST))
        .collect();
    if named.is_empty() || !named.iter().all(|name| is_ours(port, name)) {
        return Some(format!("the book is served on this machine alone: open http://localhost:{port}/"));
    }
    let is_own = |origin: &str| origin.strip_prefix("http://").is_some_and(|name| is_ours(port, name));
    let is_foreign = said(headers, &header::ORIGIN).any(|origin| !is_own(origin));
    (is_foreign || is_from_another_site(headers))
        .then(|| "a page of another site asks for this: open it by itself".to_owned())
}

/// Whether a page of another site wants it, other than by a link that somebody follows.
fn is_from_another_site(headers: &HeaderMap) -> bool {
    let says = |name: &HeaderName, value: &str| said(headers, name).any(|own| own == value);
    let is_other = says(&SITE, "cross-site") || says(&SITE, "same-site");
    is_other && !(says(&MODE, "navigate") && says(&DESTINATION, "document"))
}

/// What a header says, each time that it stands there; letters that it may not have make it nobody's.
fn said<'h>(headers: &'h HeaderMap, name: &HeaderName) -> impl Iterator<Item = &'h str> {
    headers.get_all(name).iter().map(|value| value.to_str().unwrap_or_default())
}

/// Whether a name with its port is one of this machine's, with our port.
fn is_ours(port: u16, authority: &str) -> bool {
    let (name, own) = match authority.rsplit_once(':') {
        Some((name, own)) if !own.ends_with(']') => (name, own.parse().ok()),
        _ => (authority, Some(80)),
    };
    own == Some(port) && NAMES.iter().any(|ours| ours.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests;
