//! What is sent, and what browsers are told of it.

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;

use crate::book::digest;

pub(super) const HTML: &str = "text/html; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";
pub(super) const SVG: &str = "image/svg+xml";

/// A page uses what is served beside it, and nothing else.
const OF_PAGES: &str = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; \
                        font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// A picture that is opened by itself brings its own style and typeface.
const OF_PICTURES: &str = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

/// What every answer says: it is what it says it is, for our own pages alone, and asked about again before it is used again.
const ALWAYS: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (header::CACHE_CONTROL, "no-cache"),
];

/// What is sent.
#[derive(Debug, Clone)]
pub(super) struct Sent {
    status: StatusCode,
    kind: &'static str,
    body: Bytes,
    /// The name of these very bytes.
    tag: HeaderValue,
}

impl Sent {
    pub(super) fn new(status: StatusCode, kind: &'static str, body: impl Into<Bytes>) -> Self {
        let body = body.into();
        // a digest is made of letters that a header may have
        let tag = HeaderValue::try_from(format!("\"{}\"", digest(&body))).unwrap_or(HeaderValue::from_static("\"\""));
        Self { status, kind, body, tag }
    }

    /// A line of words, where there is no page.
    pub(super) fn words(status: StatusCode, words: impl Into<String>) -> Self {
        Self::new(status, TEXT, words.into() + "\n")
    }

    /// Status and text, for who is no browser.
    #[cfg(test)]
    pub(super) fn read(&self) -> (u16, String) {
        (self.status.as_u16(), String::from_utf8_lossy(&self.body).into_owned())
    }

    /// How many bytes there are.
    pub(super) fn len(&self) -> usize {
        self.body.len()
    }

    /// The answer to a request with these headers: the bytes, or that they are still the same.
    pub(super) fn response(self, asked: &HeaderMap) -> Response {
        let is_known = self.status == StatusCode::OK && knows(asked, &self.tag);
        let (status, body) =
            if is_known { (StatusCode::NOT_MODIFIED, Body::empty()) } else { (self.status, Body::from(self.body)) };
        let mut response = Response::new(body);
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.extend(ALWAYS.map(|(name, value)| (name, HeaderValue::from_static(value))));
        let policy = if self.kind == SVG { OF_PICTURES } else { OF_PAGES };
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.kind));
        headers.insert(header::ETAG, self.tag);
        if status == StatusCode::METHOD_NOT_ALLOWED {
            headers.insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        }
        response
    }
}

/// Whether who asks has these bytes already.
fn knows(asked: &HeaderMap, tag: &HeaderValue) -> bool {
    let said = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|said| said.to_str().ok());
    let mut tags = said.flat_map(|said| said.split(',')).map(|own| own.trim().trim_start_matches("W/"));
    tags.any(|own| own == "*" || own.as_bytes() == tag.as_bytes())
}
