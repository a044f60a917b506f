//! Places that cannot be written to, vanish, are no files, or are written to by two runs at once.

use std::fs;
use std::io::{Read as _, Write as _};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use super::program::{NOBODY, PROGRAM, can, done, is_root, program, say, set, told, tree, words, write};
use super::writing::{WRITING, laid_out, starts};

#[test]
fn a_folder_that_is_read_only_is_named_and_left() {
    if is_root() && !can(&format!("{NOBODY} true")) {
        return say("skipped: root may write everywhere, and there is no `setpriv`");
    }
    let copy = tempfile::tempdir().unwrap();
    let program = copy.path().join("pledgebook");
    fs::copy(PROGRAM, &program).unwrap();
    fs::set_permissions(copy.path(), fs::Permissions::from_mode(0o755)).unwrap();
    for (writing, earlier) in starts() {
        let here = laid_out();
        earlier.map(|line| done(here.path(), line));
        let before = tree(here.path());
        close(here.path());
        let mut words_of_it = if is_root() { words(NOBODY) } else { Vec::new() };
        words_of_it.push(program.to_str().unwrap().to_owned());
        let mut run = Command::new(&words_of_it[0]);
        run.args(&words_of_it[1..]).args(words(writing.line)).current_dir(here.path()).env("PLEDGEBOOK_BOOK", "book");
        let output = run.stdin(Stdio::null()).output().unwrap();
        open(here.path());
        let told = told(&output);
        assert_eq!(output.status.code(), Some(1), "{}: {told}", writing.line);
        let is_named = writing.made.iter().any(|name| told.contains(&format!("error: cannot write `{name}")));
        assert!(is_named && told.contains("= help: "), "{}: {told}", writing.line);
        assert!(tree(here.path()) == before, "{}", writing.line);
    }
}

/// Takes the right to write from a folder and all in it.
fn close(folder: &Path) {
    set(folder, 0o555, 0o444);
}

fn open(folder: &Path) {
    set(folder, 0o755, 0o644);
}

#[test]
fn figures_and_their_document_come_together_where_the_last_name_is_refused() {
    let here = laid_out();
    let import = WRITING.iter().find(|writing| writing.line.starts_with("import")).unwrap();
    let series = here.path().join(import.made[0]);
    fs::write(&series, "country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note\n")
        .unwrap();
    let immutable = |flag: &str| Command::new("chattr").arg(flag).arg(&series).stderr(Stdio::null()).status();
    if !immutable("+i").is_ok_and(|status| status.success()) {
        return say("skipped: no file that cannot be replaced without root and `chattr`");
    }
    let before = tree(here.path());
    let output = program(here.path(), import.line).output().unwrap();
    let after = tree(here.path());
    immutable("-i").unwrap();
    assert!(
        output.status.code() == Some(1) && told(&output).contains("error: cannot write `tracked/series/made.csv`: "),
        "{}",
        told(&output)
    );
    assert!(before == after, "the document came without the figures");
}

/// A run that reads GDP from a pipe, which stays open, and writes into a file.
fn feeding(here: &Path, file: &str) -> Child {
    let line = format!("amounts --gdp - --any-scale --format csv -o {file}");
    let mut child = program(here, &line).stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.as_mut().unwrap().write_all(b"scenario,year,gdp_million\nlow,2026,1000\n").unwrap();
    child
}

#[test]
fn a_folder_that_vanishes_meanwhile_is_told() {
    let here = laid_out();
    let folder = here.path().join("gone");
    fs::create_dir(&folder).unwrap();
    let mut child = feeding(here.path(), "gone/made.csv");
    while fs::read_dir(&folder).unwrap().count() == 0 {
        assert!(child.try_wait().unwrap().is_none(), "it ended before");
        sleep(Duration::from_millis(2));
    }
    fs::remove_dir_all(&folder).unwrap();
    let before = tree(here.path());
    drop(child.stdin.take());
    let output = child.wait_with_output().unwrap();
    let expected = "error: cannot write `gone/made.csv`: no such file or directory\n  = help: see that the place can be written to";
    assert!(output.status.code() == Some(1) && told(&output).contains(expected), "{}", told(&output));
    assert!(tree(here.path()) == before);
}

#[test]
fn a_link_stays_one_and_what_it_leads_to_is_replaced() {
    let here = laid_out();
    let there = here.path().join("there");
    fs::create_dir(&there).unwrap();
    std::os::unix::fs::symlink("there/file.csv", here.path().join("made.csv")).unwrap();
    std::os::unix::fs::symlink("there/folder", here.path().join("made")).unwrap();
    fs::create_dir(there.join("folder")).unwrap();
    fs::write(there.join("file.csv"), "old").unwrap();
    done(here.path(), "gdp --format csv -o made.csv");
    assert_eq!(fs::read(there.join("file.csv")).unwrap(), done(here.path(), "gdp --format csv").stdout);
    done(here.path(), "report -o made");
    done(here.path(), "report -o made --lang lv");
    let found = tree(here.path());
    assert_eq!([&found["made"], &found["made.csv"]].map(|link| &link[..3]), [b"-> ", b"-> "]);
    assert!(found.contains_key("there/folder/index.html"));
}

#[test]
fn a_pipe_is_written_to_as_it_is() {
    let here = laid_out();
    let pipe = here.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let expected = done(here.path(), "gdp --format csv").stdout;
    for (takes, reads) in [(usize::MAX, expected.len()), (10, 10)] {
        let run = program(here.path(), "gdp --format csv -o pipe").stderr(Stdio::piped()).spawn().unwrap();
        let mut got = Vec::new();
        fs::File::open(&pipe).unwrap().take(takes as u64).read_to_end(&mut got).unwrap();
        let output = run.wait_with_output().unwrap();
        assert_eq!((output.status.code(), told(&output).as_str()), (Some(0), ""));
        assert_eq!(got, expected[..reads]);
    }
    for line in ["report -o pipe", "chart all -o pipe", "new pipe", "man -o pipe"] {
        let output = program(here.path(), line).output().unwrap();
        assert!(
            output.status.code() == Some(1) && told(&output).starts_with("error: cannot write `pipe`: "),
            "{line}: {}",
            told(&output)
        );
    }
}

#[test]
fn of_two_runs_into_one_place_one_is_there_whole() {
    for writing in WRITING {
        let here = laid_out();
        let start = tree(here.path());
        let after = writing.after(here.path());
        let other = writing.before.map(|line| {
            let here = laid_out();
            done(here.path(), line);
            (line, tree(here.path()))
        });
        let (line, other) = other.unwrap_or((writing.line, after.clone()));
        for _ in 0..super::many::cases(3).div_ceil(10) + 1 {
            let here = tempfile::tempdir().unwrap();
            write(here.path(), &start);
            let runs = [writing.line, line]
                .map(|line| program(here.path(), line).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap());
            let ended = runs.map(|run| run.wait_with_output().unwrap());
            assert!(ended.iter().any(|output| output.status.success()), "{}: {}", writing.line, told(&ended[0]));
            for output in ended.iter().filter(|output| !output.status.success()) {
                assert!(
                    output.status.code() == Some(1) && told(output).starts_with("error: cannot write `"),
                    "{}: {}",
                    writing.line,
                    told(output)
                );
            }
            let found = tree(here.path());
            assert_eq!(found.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>(), "{}", writing.line);
            assert!(found == after || found == other, "{}: a mixture", writing.line);
        }
    }
}
