//! What is sent, and what browsers are told of it.

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib;

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
    /// Whether the body is deflated, as browsers take it.
    is_packed: bool,
    /// The name of these very bytes, before they were deflated.
    digest: String,
}

/// What is shorter is sent as it is.
const WORTH_PACKING: usize = 4096;
/// How much is made of finding what repeats, from 0 to 10.
const EFFORT: u8 = 1;

impl Sent {
    pub(super) fn new(status: StatusCode, kind: &'static str, body: impl Into<Bytes>) -> Self {
        let body = body.into();
        let digest = digest(&body);
        let packed = (kind == HTML && body.len() > WORTH_PACKING).then(|| compress_to_vec_zlib(&body, EFFORT));
        let (body, is_packed) = packed.map_or((body, false), |packed| (packed.into(), true));
        Self { status, kind, body, is_packed, digest }
    }

    /// A line of words, where there is no page.
    pub(super) fn words(status: StatusCode, words: impl Into<String>) -> Self {
        Self::new(status, TEXT, words.into() + "\n")
    }

    /// Status and text, for who is no browser.
    #[cfg(any(test, fuzzing))]
    pub(super) fn read(&self) -> (u16, String) {
        let plain =
            if self.is_packed { decompress_to_vec_zlib(&self.body).unwrap_or_default() } else { self.body.to_vec() };
        (self.status.as_u16(), String::from_utf8_lossy(&plain).into_owned())
    }

    /// Whether this is what was asked for.
    pub(super) fn is_found(&self) -> bool {
        self.status == StatusCode::OK
    }

    /// How many bytes there are.
    pub(super) fn len(&self) -> usize {
        self.body.len()
    }

    /// The answer to a request with these headers: the bytes, or that they are still the same.
    pub(super) fn response(self, asked: &HeaderMap) -> Response {
        let (is_known, is_packed) =
            (self.is_found() && knows(asked, &self.digest), self.is_packed && takes_packed(asked));
        let (status, body) = match (is_known, self.is_packed && !is_packed) {
            (true, _) => (StatusCode::NOT_MODIFIED, Bytes::new()),
            // it was deflated here
            (false, true) => (self.status, decompress_to_vec_zlib(&self.body).unwrap_or_default().into()),
            (false, false) => (self.status, self.body),
        };
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.extend(ALWAYS.map(|(name, value)| (name, HeaderValue::from_static(value))));
        let policy = if self.kind == SVG { OF_PICTURES } else { OF_PAGES };
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.kind));
        let tag = format!("\"{}{}\"", self.digest, if is_packed { PACKED } else { "" });
        headers.extend(HeaderValue::try_from(tag).ok().map(|tag| (header::ETAG, tag)));
        if self.is_packed {
            headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        }
        if is_packed && !is_known {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("deflate"));
        }
        if status == StatusCode::METHOD_NOT_ALLOWED {
            headers.insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        }
        response
    }
}

/// What the name of deflated bytes ends with.
const PACKED: &str = "-deflated";

/// Whether who asks has these bytes already.
fn knows(asked: &HeaderMap, digest: &str) -> bool {
    let bare = |own: &str| own.trim_start_matches("W/").trim_matches('"').trim_end_matches(PACKED) == digest;
    listed(asked, &header::IF_NONE_MATCH).any(|own| own == "*" || bare(own))
}

/// Whether who asks takes deflated bytes.
fn takes_packed(asked: &HeaderMap) -> bool {
    listed(asked, &header::ACCEPT_ENCODING).any(|own| own == "deflate")
}

/// What stands between the commas of a header.
fn listed<'h>(asked: &'h HeaderMap, name: &HeaderName) -> impl Iterator<Item = &'h str> {
    let said = asked.get_all(name).iter().filter_map(|said| said.to_str().ok());
    said.flat_map(|said| said.split(',')).map(str::trim)
}
