//! Any request has an answer in words, and only this machine's own.

use std::io::{Read, Write};
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use miniz_oxide::inflate::decompress_to_vec_zlib;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use crate::served::{Answer, Served, pledgebook};

/// The book that these tests share, while one of them asks for it.
fn shared() -> Arc<Served> {
    static SHARED: Mutex<Weak<Served>> = Mutex::new(Weak::new());
    let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
    shared.upgrade().unwrap_or_else(|| {
        let served = Arc::new(Served::new());
        *shared = Arc::downgrade(&served);
        served
    })
}

/// Every page, and what it needs to be told.
pub(crate) const PAGES: [&str; 11] = [
    "/",
    "/country",
    "/commitment?commitment=lva-defence-2026",
    "/gdp",
    "/compare",
    "/path?id=nato-hague-core",
    "/why?country=LVA&year=2026&from=2025",
    "/sensitivity?id=lva-defence-2026",
    "/check",
    "/data",
    "/explain?id=lva-defence-2026",
];

#[test]
fn every_page_is_there() {
    let served = shared();
    for page in PAGES {
        let answer = served.get(page);
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (200, "text/html; charset=utf-8"),
            "{page}: {}",
            answer.text()
        );
        assert!(answer.text().contains("<html lang=\"en\""), "{page}");
    }
}

#[test]
fn every_answer_says_how_it_may_be_used() {
    let served = shared();
    for path in [
        "/",
        "/contry",
        "/country?growth=x",
        "/chart/amounts.svg",
        "/verdicts.csv",
        "/state",
        "/style.css",
        "/explorer.js",
    ] {
        let answer = served.get(path);
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-resource-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cache-control", "no-cache"),
            ("set-cookie", ""),
        ] {
            assert_eq!(answer.header(name), value, "{path}: {name}");
        }
        assert!(answer.header("content-security-policy").starts_with("default-src 'none'; "), "{path}");
    }
}

#[test]
fn what_was_sent_is_not_sent_again_while_it_is_the_same() {
    let served = shared();
    for path in ["/country", "/chart/amounts.svg", "/style.css"] {
        let first = served.get(path);
        let tag = first.header("etag");
        assert!(tag.len() > 2 && tag.starts_with('"') && tag.ends_with('"'), "{path}: {tag}");
        for known in [tag, &format!("\"other\", {tag}"), "*"] {
            let again = served.ask("GET", path, &[("If-None-Match", known)], b"");
            assert_eq!((again.status, again.body.len(), again.header("etag")), (304, 0, tag), "{path}: {known}");
        }
        assert_eq!(served.ask("GET", path, &[("If-None-Match", "\"other\"")], b"").body, first.body);
    }
}

#[test]
fn a_page_is_deflated_for_those_who_take_it() {
    let served = shared();
    let plain = served.get("/country");
    for (takes, is_packed) in [("gzip, deflate, br", true), ("gzip", false), ("deflate;q=0", false)] {
        let answer = served.ask("GET", "/country", &[("Accept-Encoding", takes)], b"");
        assert_eq!(answer.header("content-encoding"), if is_packed { "deflate" } else { "" }, "{takes}");
        let body = if is_packed { decompress_to_vec_zlib(&answer.body).unwrap() } else { answer.body.clone() };
        assert!(body == plain.body, "{takes}: it is another page");
        assert_eq!(answer.header("etag") == plain.header("etag"), !is_packed, "other bytes have another name");
        let known = [("Accept-Encoding", takes), ("If-None-Match", answer.header("etag"))];
        assert_eq!(served.ask("GET", "/country", &known, b"").status, 304);
    }
}

#[test]
fn a_head_is_that_of_the_page() {
    let served = shared();
    for path in ["/country", "/contry", "/verdicts.csv", "/state"] {
        let (head, get) = (served.ask("HEAD", path, &[], b""), served.get(path));
        assert_eq!((head.status, head.body.len()), (get.status, 0), "{path}");
        for name in ["content-type", "content-length", "etag"] {
            assert_eq!(head.header(name), get.header(name), "{path}: {name}");
        }
    }
}

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
    let refused = |answer: Answer| answer.assert_refused(413, "longer than 64 kB");
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

#[test]
fn an_unknown_path_leads_to_the_nearest() {
    let served = shared();
    served.get("/contry").assert_refused(404, "did you mean `/country`?");
    served.get("/verdicts.cvs").assert_refused(404, "unknown page `/verdicts.cvs`");
    for path in [
        "//",
        "/../etc/passwd",
        "/%2e%2e/book.toml",
        "/country/",
        "/frame.html",
        "/report.svg",
        "/serve.csv",
        "/new.csv",
    ] {
        assert_eq!(served.get(path).status, 404, "{path}");
    }
}

/// Downloads, each with the command that gives the same.
const FILES: [(&str, &[&str]); 9] = [
    ("/verdicts.csv", &["verdicts", "--format", "csv"]),
    (
        "/verdicts.json?country=LVA&growth=2026%3D1.5%25",
        &["verdicts", "--country", "LVA", "--growth", "2026=1.5%", "--format", "json"],
    ),
    ("/amounts.jsonl?years=2026-2028", &["amounts", "--years", "2026-2028", "--format", "jsonl"]),
    ("/gdp.md?as-of=2025-11-30", &["gdp", "--as-of", "2025-11-30", "--format", "md"]),
    ("/league.csv", &["league", "--format", "csv"]),
    ("/explain.json?id=lva-defence-2026", &["explain", "lva-defence-2026", "--format", "json"]),
    ("/chart/amounts.svg", &["chart", "amounts", "--format", "svg"]),
    ("/chart/share.svg?theme=dark&lang=lv", &["chart", "share", "--theme", "dark", "--lang", "lv", "--format", "svg"]),
    ("/chart/share.png", &["chart", "share", "--format", "png"]),
];

#[test]
fn files_are_to_the_byte_what_the_command_line_writes() {
    let served = shared();
    for (path, command) in FILES {
        let (answer, written) = (served.get(path), served.command(command));
        assert!(written.status.success(), "{command:?}: {}", String::from_utf8_lossy(&written.stderr));
        assert_eq!(answer.status, 200, "{path}: {}", String::from_utf8_lossy(&answer.body));
        assert!(answer.body == written.stdout, "{path} is not what {command:?} writes");
    }
}

#[test]
fn what_is_wrong_is_told_as_the_command_line_tells_it() {
    let served = shared();
    for (path, command) in [
        ("/verdicts.csv?growth=2026%3D1%2C5%25", ["verdicts", "--growth", "2026=1,5%"]),
        ("/country?as-of=yesterday", ["verdicts", "--as-of", "yesterday"]),
        ("/country?country=LAV", ["verdicts", "--country", "LAV"]),
    ] {
        let (answer, written) = (served.get(path), served.command(&command));
        let told = String::from_utf8(written.stderr).unwrap();
        let first = told.lines().next().unwrap();
        assert_eq!(answer.status, 400, "{path}");
        let page = answer.text().replace("&#39;", "'").replace("&#34;", "\"").replace("&lt;", "<").replace("&gt;", ">");
        assert!(page.contains(first), "{path}: `{first}` is not on\n{page}");
    }
}

/// What somebody may write into an address.
fn odd() -> impl Strategy<Value = String> {
    const VALUES: &[&str] = &[
        "2026=1.5%",
        "2026=1,5%",
        "LVA",
        "ALL",
        "all",
        "latest",
        "-1",
        "99999999999999999999999999999",
        "2026",
        "on",
        "--help",
        "-h",
        "@/etc/passwd",
        "1..2:0.5",
        "lva-defence-2026",
        "2025-11-30",
    ];
    let encoded = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    prop_oneof![
        proptest::sample::select(VALUES).prop_map(encoded),
        "\\PC{0,12}".prop_map(move |text| encoded(&text)),
        "(%[0-9a-fA-F]{2}|[!-~&&[^#]]){0,12}",
    ]
}

fn addresses() -> impl Strategy<Value = String> {
    const PATHS: &[&str] = &[
        "/",
        "/country",
        "/commitment",
        "/gdp",
        "/compare",
        "/path",
        "/why",
        "/sensitivity",
        "/check",
        "/data",
        "/explain",
        "/verdicts.csv",
        "/amounts.json",
        "/chart/amounts.svg",
        "/chart.svg",
        "/chart/amounts/x.svg",
        "/explain.md",
        "/check.csv",
    ];
    const NAMES: &[&str] = &[
        "growth",
        "gdp-level",
        "pledge",
        "basis",
        "scenario",
        "as-of",
        "country",
        "years",
        "id",
        "format",
        "book",
        "output",
        "gdp",
        "help",
        "version",
        "year",
        "from",
        "to",
        "definition",
        "preset",
        "unheard-of",
        "",
    ];
    let field = (proptest::sample::select(NAMES), odd()).prop_map(|(name, value)| format!("{name}={value}"));
    let fields = proptest::collection::vec(prop_oneof![field, odd()], 0..4).prop_map(|fields| fields.join("&"));
    (proptest::sample::select(PATHS), fields).prop_map(|(path, fields)| format!("{path}?{fields}"))
}

#[test]
fn any_address_has_a_page_or_says_why_not() {
    let served = shared();
    let config = ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() };
    let answered = TestRunner::new(config).run(&addresses(), |address| {
        let answer = served.get(&address);
        let told = String::from_utf8_lossy(&answer.body);
        prop_assert!([200, 400, 404].contains(&answer.status), "{}: {told}", answer.status);
        prop_assert!(answer.body.len() > 1, "a blank answer");
        let is_page = answer.header("content-type").starts_with("text/html");
        prop_assert!(answer.status == 200 || !is_page || told.contains("<nav"), "{told}");
        Ok(())
    });
    answered.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn many_may_ask_at_once() {
    let served = shared();
    let asks = |one: usize| {
        let mut stream = served.connection();
        for step in 0..5 {
            let growth = (one + step) % 40;
            let target = format!("/verdicts.csv?growth=2026%3D{}.{}%25", growth / 10, growth % 10);
            write!(stream, "GET {target} HTTP/1.1\r\nHost: {}\r\n\r\n", served.address).unwrap();
            assert_eq!(answered(&mut stream), 200);
        }
    };
    std::thread::scope(|scope| (0..200).for_each(|one| drop(scope.spawn(move || asks(one)))));
}

/// Reads one answer of a connection that stays open, and gives its status.
fn answered(stream: &mut std::net::TcpStream) -> u16 {
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).unwrap();
        head.push(byte[0]);
    }
    let head = String::from_utf8(head).unwrap().to_lowercase();
    let length = head.split_once("content-length: ").unwrap().1.lines().next().unwrap().parse().unwrap();
    stream.read_exact(&mut vec![0; length]).unwrap();
    head.split(' ').nth(1).unwrap().parse().unwrap()
}

#[test]
fn who_says_nothing_is_not_waited_for() {
    let served = shared();
    for said in ["", "GET / HTTP/1.1\r\nHost: "] {
        let mut stream = served.connection();
        stream.write_all(said.as_bytes()).unwrap();
        assert_eq!(stream.read_to_end(&mut Vec::new()).unwrap(), 0, "the connection is closed");
    }
}

#[test]
#[cfg(unix)]
fn a_signal_ends_it_at_once_and_all_is_well() {
    for signal in ["INT", "TERM"] {
        let mut served = Served::new();
        let mut open = served.connection();
        open.write_all(b"GET / HTTP/1.1\r\n").unwrap();
        let kill = format!("kill -{signal} {}", served.child.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
        assert_eq!(served.child.wait().unwrap().code(), Some(0), "SIG{signal}");
    }
}

#[test]
fn a_port_that_is_taken_is_told_with_a_way_out() {
    let served = shared();
    let port = served.address.rsplit_once(':').unwrap().1;
    let refused = pledgebook(&["serve", "--port", port]).output().unwrap();
    let told = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        told.contains(&format!("cannot serve on `127.0.0.1:{port}`: address in use")) && told.contains("`--port 0`"),
        "{told}"
    );
}

#[test]
fn a_book_that_is_not_sound_is_not_served() {
    let here = tempfile::tempdir().unwrap();
    let refused = pledgebook(&["serve", "--port", "0", "--book", here.path().to_str().unwrap()]).output().unwrap();
    assert_eq!((refused.status.code(), refused.stdout.len()), (Some(1), 0));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("is not a book"));
}
