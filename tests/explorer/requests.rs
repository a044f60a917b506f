//! Whose requests are answered, and in how many words.

use crate::served::{Answer, shared};

#[test]
fn only_those_who_ask_this_machine_are_answered() {
    let served = shared();
    let port = served.address.rsplit_once(':').unwrap().1;
    for name in ["localhost", "127.0.0.1", "[::1]"] {
        assert_eq!(served.ask("GET", "/state", &[("Host", &format!("{name}:{port}"))], b"").status, 200, "{name}");
    }
    let rebound = format!("evil.example:{port}");
    for headers in [[("Host", rebound.as_str())], [("Host", "localhost:1")], [("Host", "")]] {
        served.ask("GET", "/", &headers, b"").assert_refused(403, "on this machine alone");
    }
    for headers in [("Origin", "http://evil.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site")] {
        served.ask("GET", "/", &[headers], b"").assert_refused(403, "another site");
    }
}

#[test]
fn pages_are_only_read() {
    let served = shared();
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"] {
        let answer = served.ask(method, "/", &[], b"");
        answer.assert_refused(405, "ask with GET");
        assert_eq!(answer.header("allow"), "GET, HEAD");
    }
}

#[test]
fn a_request_that_is_too_long_is_refused_in_words() {
    let served = shared();
    let long = |length: usize| "a".repeat(length);
    let refused = |answer: Answer| answer.assert_refused(413, "longer than 64 KiB");
    for length in [66_000, 70_000, 131_072, 1_000_000] {
        refused(served.get(&format!("/country?growth={}", long(length))));
        refused(served.ask("GET", "/", &[("X-Long", &long(length))], b""));
        refused(served.ask("POST", "/", &[("Content-Length", &length.to_string())], long(length).as_bytes()));
        let chunk = format!("{length:x}\r\n{}\r\n0\r\n\r\n", long(length));
        refused(served.ask("POST", "/", &[("Transfer-Encoding", "chunked")], chunk.as_bytes()));
    }
    refused(served.ask("GET", "/", &[("Content-Length", "99999999999")], b""));
    refused(served.ask("GET", "/", &[("X-One", "of many"); 200], b""));
    assert_eq!(served.get(&format!("/country?growth={}", long(60_000))).status, 400, "long, and no growth");
    assert_eq!(
        served.ask("GET", "/state", &[("Content-Length", "3")], b"abc").status,
        200,
        "what is sent means nothing"
    );
}

#[test]
fn what_is_no_request_is_refused_in_words() {
    let served = shared();
    for line in [
        "GET /country?growth=2026=1 5% HTTP/1.1",
        "GET",
        "G@T / HTTP/1.1",
        "GET / HTTP/9.9",
        "GET / HTTP/1.1\r\nno header",
    ] {
        let answer = served.raw(format!("{line}\r\nHost: {}\r\n\r\n", served.address).as_bytes());
        answer.assert_refused(400, "no request for a page");
    }
}
