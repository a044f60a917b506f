//! What every answer says of itself, and what is not sent again.

use miniz_oxide::inflate::decompress_to_vec_zlib;

use crate::served::shared;

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
