#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use axum::http::Request;

use super::refusal;

fn is_answered(target: &str, headers: &[(&str, &str)]) -> bool {
    let request = headers.iter().fold(Request::get(target), |request, (name, value)| request.header(*name, *value));
    let request = request.body(()).unwrap();
    refusal(7283, request.uri(), request.headers()).is_none()
}

#[test]
fn this_machine_is_asked_by_its_own_names_and_our_port() {
    for name in ["localhost:7283", "LOCALHOST:7283", "127.0.0.1:7283", "[::1]:7283"] {
        assert!(is_answered("/", &[("host", name)]), "{name}");
    }
    for name in [
        "localhost",
        "localhost:80",
        "127.0.0.1:7284",
        "[::1]",
        "[::1",
        "evil.example:7283",
        "localhost.evil:7283",
        "",
        ":7283",
        "127.0.0.1:7283:7283",
        "localhost:7283/",
        "\u{e9}:7283",
    ] {
        assert!(!is_answered("/", &[("host", name)]), "{name}");
    }
    assert!(!is_answered("/", &[]), "who does not say whom he asks asks nobody");
    assert!(!is_answered("/", &[("host", "localhost:7283"), ("host", "evil.example")]));
    assert!(!is_answered("http://evil.example/", &[("host", "localhost:7283")]));
}

#[test]
fn a_page_of_another_site_is_not_answered() {
    let with = |more: &[(&str, &str)]| is_answered("/", &[&[("host", "localhost:7283")], more].concat());
    assert!(with(&[("origin", "http://localhost:7283")]) && with(&[("origin", "http://127.0.0.1:7283")]));
    for origin in ["null", "http://localhost:3000", "https://localhost:7283", "http://evil.example", ""] {
        assert!(!with(&[("origin", origin)]), "{origin}");
    }
    for site in ["cross-site", "same-site"] {
        let followed = [("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")];
        assert!(with(&[&[("sec-fetch-site", site)], &followed[..]].concat()), "a link leads here");
        assert!(
            !with(&[("sec-fetch-site", site)]) && !with(&[("sec-fetch-site", site), ("sec-fetch-mode", "no-cors")])
        );
        assert!(!with(&[("sec-fetch-site", site), followed[0], ("sec-fetch-dest", "iframe")]));
    }
    assert!(with(&[("sec-fetch-site", "same-origin")]) && with(&[("sec-fetch-site", "none")]));
}
