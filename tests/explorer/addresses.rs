//! Any address has an answer in words, and none reaches a file.

use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use crate::served::shared;

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
        "/chart/all.svg",
        "/chart/list.svg",
        "/chart/fan.svg",
        "/diff.csv",
        "/verify.csv",
        "/verdicts/-otaken.csv",
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
        "output%3Dtaken.csv",
        "output%3Dtaken.csv%20",
        "%20output",
        "o",
        "gdp",
        "gdp%3D..%2Fbook%2Fbook.toml",
        "name",
        "file",
        "other-book",
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
    assert!(served.written().is_empty(), "{:?}", served.written());
}

#[test]
fn no_address_writes_or_reads_a_file() {
    let served = shared();
    for (address, status) in [
        ("/verdicts.csv?output%3Dtaken.csv=y", 400),
        ("/country?output%3Dtaken.csv=y", 400),
        ("/verdicts.csv?output=taken.csv", 400),
        ("/verdicts.csv?gdp%3D..%2Fbook%2Fbook.toml=y", 400),
        ("/diff.csv?other-book=..%2Fbook", 400),
        ("/verify.csv?file=..%2Fbook%2Fbook.toml", 400),
        ("/verdicts/-otaken.csv", 404),
        ("/chart/all.svg", 404),
        ("/chart/list.svg", 404),
        ("/chart/fan.svg", 404),
        ("/chart.svg?name=all", 404),
    ] {
        let answer = served.get(address);
        assert_eq!(answer.status, status, "{address}: {}", answer.text());
    }
    served.get("/verdicts.csv?output%3Dtaken.csv=y").assert_refused(400, "--output=taken.csv");
    assert!(served.written().is_empty(), "{:?}", served.written());
}
