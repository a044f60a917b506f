//! A changed book is read again; one that is not sound leaves the last that was.

use std::fs;

use crate::served::{Served, until};

impl Served {
    fn is_wrong(&self) -> bool {
        self.get("/state").text().contains("\"wrong\":true")
    }

    fn page(&self) -> String {
        self.get("/").text()
    }
}

fn title(words: &str) -> impl FnOnce(String) -> String {
    move |text| {
        text.lines()
            .map(|line| if line.starts_with("title") { format!("title = \"{words}\"\n") } else { format!("{line}\n") })
            .collect()
    }
}

#[test]
fn a_changed_file_is_read_again() {
    let served = Served::new();
    let before = served.get("/state").text();
    served.change("book.toml", title("Written anew"));
    until("the new title", || served.page().contains("Written anew"));
    assert_ne!(served.get("/state").text(), before);
    assert!(!served.is_wrong());
}

#[test]
fn what_is_wrong_stands_on_every_page_with_its_place_until_it_is_mended() {
    let served = Served::new();
    let sound = served.get("/verdicts.csv").body;
    let text = fs::read_to_string(served.book().join("sources.toml")).unwrap();
    fs::write(served.book().join("sources.toml"), format!("{text}\n[[source]\n")).unwrap();
    until("the fault", || served.is_wrong());
    let page = served.page();
    let line = text.lines().count() + 2;
    assert!(
        page.contains("this is not TOML")
            && page.contains(&format!("sources.toml:{line}:"))
            && page.contains("[[source]"),
        "{page}"
    );
    assert!(served.get("/verdicts.csv").body == sound, "the last sound book answers");
    fs::write(served.book().join("sources.toml"), text).unwrap();
    until("the end of it", || !served.is_wrong());
    assert!(!served.page().contains("this is not TOML"));
}

#[test]
fn a_folder_may_go_and_come_back() {
    let served = Served::new();
    let away = served.book().with_file_name("away");
    fs::rename(served.book(), &away).unwrap();
    until("the folder is missed", || served.is_wrong());
    assert!(served.page().contains("there is no such folder"));
    fs::rename(&away, served.book()).unwrap();
    until("the folder is back", || !served.is_wrong());
}

#[test]
fn files_come_and_go() {
    let served = Served::new();
    let extra = served.book().join("series/extra.csv");
    fs::write(&extra, "not,a,header\n").unwrap();
    until("a wrong file", || served.is_wrong());
    fs::remove_file(&extra).unwrap();
    until("its end", || !served.is_wrong());
}

#[test]
#[cfg(unix)]
fn a_pipe_is_no_file_of_a_book_and_nobody_waits_for_it() {
    let served = Served::new();
    let pipe = served.book().join("series/pipe.csv");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    until("the pipe is refused", || served.is_wrong());
    assert!(served.page().contains("it is a pipe or a device"));
    let refused = served.command(&["amounts"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("it is a pipe or a device"));
    fs::remove_file(&pipe).unwrap();
    until("the pipe is gone", || !served.is_wrong());
}
