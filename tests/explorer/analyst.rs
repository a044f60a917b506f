//! What an analyst does with a book in a browser.

use std::fs;

use fantoccini::Locator;
use fantoccini::key::Key;

use crate::browser::{Profile, USUAL, Visitor, visit};
use crate::pages::PAGES;

/// A commitment whose verdict hangs on growth, and the year of that.
const HANGING: (&str, &str) = ("lva-ukraine-2026", "2026");
const GROWTH: &str = ".sliders[data-for=growth] input[type=range]";

/// Where the keyboard leads to, one of each sort.
const STOPS: [&str; 8] =
    [".skip", "nav a", "[name=growth]", ".sliders input", "[name=as-of]", "button.copy", "a.download", "a.derived"];

impl Visitor {
    /// The row of the verdict on that commitment, as it stands on the page.
    async fn row(&self) -> String {
        let (id, _) = HANGING;
        let rows = "[...document.querySelectorAll('[data-part=rows-verdicts] tbody tr')]";
        self.text(&format!("{rows}.find(row => row.textContent.includes('{id}'))?.innerText")).await
    }

    /// The cell of that row below a heading of the page, without its marks.
    async fn shown(&self, heading: &str) -> String {
        let (id, _) = HANGING;
        let rows = "[...document.querySelectorAll('[data-part=rows-verdicts] tr')]";
        self.text(&format!(
            "(rows => {{ const at = [...rows[0].cells].findIndex(own => own.textContent.startsWith('{heading}')); \
             const cell = rows.find(row => row.cells[0].textContent.endsWith('{id}')).cells[at].cloneNode(true); \
             cell.querySelectorAll('.mark').forEach(own => own.remove()); \
             return cell.dataset.verdict ?? cell.textContent; }})({rows})"
        ))
        .await
    }

    /// A cell of that row as the command line has it, under this growth.
    fn cell(&self, growth: &str, column: &str) -> String {
        let written = self.served.command(&["verdicts", "--growth", growth, "--format", "csv"]);
        assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
        let mut rows = csv::Reader::from_reader(&written.stdout[..]);
        let at =
            |rows: &mut csv::Reader<&[u8]>, name| rows.headers().unwrap().iter().position(|own| own == name).unwrap();
        let (id, at) = (at(&mut rows, "commitment"), at(&mut rows, column));
        rows.records().map(Result::unwrap).find(|row| &row[id] == HANGING.0).unwrap()[at].to_owned()
    }

    async fn growth(&self) -> String {
        self.text("document.querySelector('[name=growth]').value").await
    }

    /// Waits until the page says what its growth makes of the verdicts.
    async fn settled(&self) {
        let said = "document.querySelector('[name=growth]').value";
        self.until(&format!("{said} === (new URLSearchParams(location.search).get('growth') ?? '')")).await;
        self.until(&format!("document.querySelector('#command-rows-verdicts').textContent.includes({said})")).await;
    }

    /// Focuses the slider of growth in that year.
    async fn at_the_slider(&self) {
        self.until(&format!("document.querySelector('{GROWTH}')")).await;
        let year = HANGING.1;
        self.value(&format!("[...document.querySelectorAll('{GROWTH}')].find(own => own.labels[0].textContent.includes('{year}')).focus()")).await;
    }
}

/// A figure with its thousands apart, as pages have it; a word as it is.
fn apart(cell: &str) -> String {
    let (whole, rest) = cell.split_at(cell.find('.').unwrap_or(cell.len()));
    if !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return cell.to_owned();
    }
    let groups: Vec<&str> = whole.as_bytes().rchunks(3).rev().map(|group| str::from_utf8(group).unwrap()).collect();
    groups.join("\u{a0}") + rest
}

#[test]
fn growth_is_dragged_until_a_verdict_flips_and_the_figures_are_those_of_the_command_line() {
    visit(USUAL, async |visitor| {
        visitor.open("/country").await;
        visitor.at_the_slider().await;
        let mut flipped = false;
        for _ in 0..120 {
            visitor.press(&Key::Left.to_string()).await;
            visitor.settled().await;
            flipped = visitor.shown("verdict").await == "met";
            if flipped {
                break;
            }
        }
        assert!(flipped, "no verdict flipped: {}", visitor.row().await);
        let growth = visitor.growth().await;
        for (column, heading) in [
            ("gdp_million", "GDP, m"),
            ("pledged_million", "pledged, m"),
            ("spent_million", "spent, m"),
            ("verdict", "verdict"),
        ] {
            let cell = apart(&visitor.cell(&growth, column));
            assert_eq!(visitor.shown(heading).await, cell, "{column} at {growth}");
        }
        let focused = visitor.text("document.activeElement.type").await;
        assert_eq!(focused, "range", "the slider keeps the focus");
        visitor.until("document.querySelector('.status').textContent").await;
    });
}

#[test]
fn growth_is_written_and_a_slip_is_told_in_place() {
    visit(USUAL, async |visitor| {
        visitor.open("/country").await;
        visitor.focus("[name=growth]").await;
        visitor.press("2026=1.5%").await;
        visitor.settled().await;
        assert!(visitor.row().await.contains(&visitor.cell("2026=1.5%", "pledged_million")));
        visitor.press(",2027=1,5%").await;
        visitor.until("document.querySelector('.refused')?.textContent.includes('error: ')").await;
        assert!(visitor.growth().await.ends_with("1,5%"), "what was written stays");
    });
}

#[test]
fn a_figure_opens_its_derivation_and_gives_the_focus_back() {
    visit(USUAL, async |visitor| {
        visitor.open("/country").await;
        visitor.focus("[data-part=rows-verdicts] td:not(.ground) a.derived").await;
        visitor.press(&Key::Enter.to_string()).await;
        visitor.until("document.querySelector('.derivation[role=dialog] .tree')").await;
        let told = visitor.text("document.querySelector('.derivation[role=dialog]').textContent").await;
        assert!(told.contains(".toml:") || told.contains(".csv:"), "it leads down to a file and its line: {told}");
        assert!(
            visitor.value("Boolean(document.querySelector('.derivation a[rel=\"noreferrer noopener\"]'))").await
                == true,
            "and to a source"
        );
        visitor.press(&Key::Escape.to_string()).await;
        visitor
            .until("!document.querySelector('.derivation[role=dialog]') && document.activeElement.matches('a.derived')")
            .await;
    });
}

#[test]
fn the_picture_that_is_taken_is_that_of_its_command() {
    visit(USUAL, async |visitor| {
        visitor.open("/country?growth=2026%3D1.5%25").await;
        visitor.until("document.querySelector('.picture img')?.naturalWidth").await;
        let address =
            visitor.text("document.querySelector('.picture a.download[href*=\".svg\"]').getAttribute('href')").await;
        let command = visitor.text("document.querySelector('.picture code.command').textContent").await;
        assert!(command.starts_with("pledgebook chart amounts") && command.contains("--growth"), "{command}");
        let written = visitor.served.command(&["chart", "amounts", "--growth", "2026=1.5%", "--format", "svg"]);
        assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
        let fetched = visitor.client.execute_async(
            "const [address, done] = arguments; fetch(address).then(answer => answer.text()).then(done)",
            vec![address.clone().into()],
        );
        assert!(
            fetched.await.unwrap().as_str().unwrap().as_bytes() == written.stdout,
            "{address} is not what {command} writes"
        );
    });
}

#[test]
fn one_goes_back_in_time() {
    visit(USUAL, async |visitor| {
        visitor.open("/country").await;
        let now = visitor.row().await;
        visitor.focus(".sliders[data-for=as-of] input").await;
        let day = "document.querySelector('select[data-days]').value";
        for _ in 0..20 {
            visitor.press(&Key::Left.to_string()).await;
        }
        let day = visitor.text(day).await;
        assert!(day.starts_with("20"), "a day that is chosen: {day}");
        visitor.until(&format!("location.search.includes('as-of={day}')")).await;
        visitor.until(&format!("document.querySelector('#command-rows-verdicts').textContent.includes('{day}')")).await;
        assert_ne!(visitor.row().await, now, "less was known on {day}");
        assert!(visitor.text("document.querySelector('[data-part=as-of]').textContent").await.contains(&day));
    });
}

#[test]
fn a_file_that_is_broken_is_told_of_until_it_is_mended() {
    visit(USUAL, async |visitor| {
        visitor.open("/country").await;
        let before = visitor.row().await;
        let path = visitor.served.book().join("sources.toml");
        let sound = fs::read_to_string(&path).unwrap();
        fs::write(&path, format!("{sound}\n[[source]\n")).unwrap();
        visitor
            .until("document.querySelector('[role=alert][data-part=wrong]').textContent.includes('sources.toml:')")
            .await;
        assert_eq!(visitor.row().await, before, "the last sound book stays");
        fs::write(&path, sound).unwrap();
        visitor.until("!document.querySelector('[role=alert][data-part=wrong]').textContent.trim()").await;
    });
}

#[test]
fn the_keyboard_alone_reaches_everything() {
    visit(USUAL, async |visitor| {
        visitor.open("/country").await;
        visitor.until(&format!("document.querySelector('{GROWTH}')")).await;
        let mut left = STOPS.to_vec();
        for _ in 0..600 {
            visitor.press(&Key::Tab.to_string()).await;
            let is_seen = visitor.value("getComputedStyle(document.activeElement).outlineStyle !== 'none'").await;
            assert!(is_seen == true, "no focus to be seen: {}", visitor.text("document.activeElement.outerHTML").await);
            let reached = visitor.value(&format!("{STOPS:?}.filter(own => document.activeElement.matches(own))")).await;
            left.retain(|stop| !reached.as_array().unwrap().iter().any(|own| own == stop));
            if left.is_empty() {
                return;
            }
        }
        panic!("not to be reached: {left:?}");
    });
}

#[test]
fn pages_work_without_script() {
    visit(Profile { script: false, ..USUAL }, async |visitor| {
        visitor.open("/country").await;
        let field = visitor.client.find(Locator::Css("[name=growth]")).await.unwrap();
        field.send_keys(&format!("2026=1.5%{}", Key::Enter)).await.unwrap();
        let rows = visitor.client.find(Locator::Css("[data-part=rows-verdicts]")).await.unwrap().text().await.unwrap();
        assert!(rows.contains(&visitor.cell("2026=1.5%", "pledged_million")), "{rows}");
        visitor.click("[data-part=rows-verdicts] td:not(.ground) a.derived").await;
        assert!(visitor.client.current_url().await.unwrap().path().starts_with("/explain"));
        assert!(!visitor.client.find_all(Locator::Css("[data-derivation] li")).await.unwrap().is_empty());
        visitor.click("nav a[href^='/gdp']").await;
        assert_eq!(visitor.client.current_url().await.unwrap().path(), "/gdp");
    });
}

#[test]
fn nothing_is_asked_of_another_machine() {
    visit(USUAL, async |visitor| {
        for page in PAGES {
            visitor.open(page).await;
            visitor.until("document.readyState === 'complete'").await;
            let foreign = "performance.getEntriesByType('resource').map(own => own.name).filter(own => !own.startsWith(location.origin + '/'))";
            assert_eq!(visitor.text(&format!("{foreign}.join(' ')")).await, "", "{page}");
            let refused = visitor.text("[...document.querySelectorAll('[style], script:not([src]), style')].map(own => own.outerHTML).join(' ')").await;
            assert_eq!(refused, "", "{page}: what the policy refuses");
            assert_eq!(visitor.text("document.cookie").await, "");
        }
    });
}
