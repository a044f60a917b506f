//! Every page and every file is there, and what is wrong is told as the command line tells it.

use crate::served::shared;

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
