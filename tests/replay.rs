//! Every picture comes out again with the same bytes by the command that it records, and nothing else is done by that.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn pledgebook(here: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_pledgebook")).args(args).current_dir(here).env_clear().output().unwrap()
}

fn done(here: &Path, args: &[&str]) {
    let output = pledgebook(here, args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// The pictures in a folder and in those inside of it.
fn pictures(folder: &Path) -> Vec<PathBuf> {
    let entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let inner = entries.iter().filter(|path| path.is_dir()).flat_map(|path| pictures(path));
    let is_picture = |path: &&PathBuf| path.extension().is_some_and(|ending| ending == "svg" || ending == "png");
    entries.iter().filter(is_picture).cloned().chain(inner).collect()
}

/// Draws a picture again, and finds its bytes on standard output.
fn assert_replays(here: &Path, picture: &Path, more: &[&str]) {
    let args = [&["replay", picture.to_str().unwrap()], more].concat();
    let (before, again) = (fs::read(picture).unwrap(), pledgebook(here, &args));
    let told = String::from_utf8_lossy(&again.stderr).into_owned();
    assert!(again.status.success() && told == "note: the same bytes\n", "{}: {told}", picture.display());
    assert!(again.stdout == before, "{} is written otherwise than it is", picture.display());
}

#[test]
fn every_picture_of_the_gallery_comes_out_again() {
    let (here, gallery) = (tempfile::tempdir().unwrap(), Path::new(ROOT).join("charts"));
    // a browser shows the explorer, and no command draws it
    for picture in pictures(&gallery).into_iter().filter(|picture| !picture.ends_with("explorer.png")) {
        let is_fed = picture.file_stem().is_some_and(|name| name == "fan");
        let feed = Path::new(ROOT).join("tests/gallery/scenarios.csv");
        let feed = ["--gdp", feed.to_str().unwrap()];
        assert_replays(here.path(), &picture, if is_fed { &feed } else { &[] });
    }
}

#[test]
fn every_picture_of_a_report_comes_out_again() {
    let here = tempfile::tempdir().unwrap();
    done(here.path(), &["report", "--country", "LVA", "--country", "EST", "--lang", "lv", "--as-of", "2026-03-31"]);
    let pictures = pictures(&here.path().join("report"));
    assert!(pictures.len() > 30, "{pictures:?}");
    pictures.iter().for_each(|picture| assert_replays(here.path(), picture, &[]));
}

#[test]
fn every_picture_of_a_folder_of_them_comes_out_again() {
    let here = tempfile::tempdir().unwrap();
    done(here.path(), &["new", "my book"]);
    let look =
        ["--years", "2024-2027", "--family", "defence", "--size", "480x360", "--theme", "dark", "--font", "link"];
    done(here.path(), &[&["chart", "all", "--book", "my book", "--format", "svg"], &look[..]].concat());
    for picture in pictures(&here.path().join("charts")) {
        assert_replays(here.path(), &picture, &["--book", "my book"]);
    }
}

#[test]
fn a_picture_of_scenarios_comes_out_again_from_their_file() {
    let here = tempfile::tempdir().unwrap();
    let lines = (0..40).flat_map(|number| {
        [2026, 2027].map(|year| format!("s{number},{year},{}\n", 44_000 + 37 * number + 900 * (year - 2026)))
    });
    fs::write(here.path().join("mine.csv"), format!("scenario,year,gdp_million\n{}", lines.collect::<String>()))
        .unwrap();
    for name in ["fan.svg", "fan.png"] {
        done(here.path(), &["chart", "fan", "--gdp", "mine.csv", "--preset", "social", "-o", name]);
        assert_replays(here.path(), &here.path().join(name), &["--gdp", "mine.csv"]);
    }
    let scaled = ["chart", "fan", "--gdp", "mine.csv", "--scale", "2", "--size", "400x300", "-o", "fine.png"];
    done(here.path(), &scaled);
    assert_replays(here.path(), &here.path().join("fine.png"), &["--gdp", "mine.csv"]);
}

#[test]
fn what_has_moved_is_listed_and_nothing_is_written() {
    let here = tempfile::tempdir().unwrap();
    let book = here.path().join("book");
    done(here.path(), &["new", "book"]);
    done(here.path(), &["chart", "share", "--book", "book", "-o", "share.svg"]);
    fs::remove_file(book.join("translations/lv.csv")).unwrap();
    fs::rename(book.join("series/latvia-prices.csv"), book.join("series/prices.csv")).unwrap();
    fs::write(book.join("scenarios.toml"), "# none\n").unwrap();
    let again = pledgebook(here.path(), &["replay", "share.svg", "--book", "book", "-o", "again.svg"]);
    let moved = [
        "scenarios.toml: changed",
        "series/latvia-prices.csv: gone",
        "series/prices.csv: new",
        "translations/lv.csv: gone",
    ];
    let (lines, told) =
        (moved.map(|moved| format!("note: moved: {moved}\n")).concat(), String::from_utf8(again.stderr).unwrap());
    assert!(told.starts_with(&(lines + "error: `share.svg` comes out otherwise now\n")), "{told}");
    assert!(again.status.code() == Some(1) && again.stdout.is_empty() && !here.path().join("again.svg").exists());
}

#[test]
fn a_picture_that_was_changed_says_so() {
    let here = tempfile::tempdir().unwrap();
    done(here.path(), &["chart", "share", "-o", "share.svg"]);
    let drawn = fs::read_to_string(here.path().join("share.svg")).unwrap();
    fs::write(here.path().join("share.svg"), drawn.replace("<desc", "<desc lang=\"en\"")).unwrap();
    let again = pledgebook(here.path(), &["replay", "share.svg"]);
    let told = String::from_utf8(again.stderr).unwrap();
    assert!(told.starts_with("note: nothing that it was drawn from has moved"), "{told}");
}

/// A picture that records a command.
fn recording(command: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<metadata>\nSoftware: pledgebook 9.9.9\nCommand: {command}\n</metadata>\n</svg>\n"
    )
}

#[test]
fn a_recorded_command_does_nothing_but_draw_one_picture() {
    let here = tempfile::tempdir().unwrap();
    let commands = [
        "pledgebook report",
        "pledgebook report -o out",
        "pledgebook new out",
        "pledgebook chart all",
        "pledgebook chart list",
        "pledgebook chart share -o out",
        "pledgebook chart share -oout",
        "pledgebook chart share --output=out",
        "pledgebook chart share --book book",
        "pledgebook --book book chart share",
        "pledgebook chart share --color always",
        "pledgebook chart share --format png",
        "pledgebook chart fan --gdp /etc/passwd",
        "pledgebook chart share --help",
        "pledgebook chart share --",
        "pledgebook chart",
        "pledgebook replay other.svg",
        "pledgebook amounts --gdp -",
        "pledgebook chart share; touch out",
        "pledgebook chart 'share' '$(touch out)'",
        "pledgebook chart share | sh",
        "touch out",
        "",
    ];
    for command in commands {
        fs::write(here.path().join("sent.svg"), recording(command)).unwrap();
        let output = pledgebook(here.path(), &["replay", "sent.svg", "-o", "again.svg"]);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{command}: {told}");
        assert!(told.starts_with("error: `sent.svg` is no picture of pledgebook's: "), "{command}: {told}");
        let there: Vec<_> = fs::read_dir(here.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(there, ["sent.svg"], "{command}");
    }
}
