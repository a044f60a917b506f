//! A run that is cut short leaves nothing: a signal takes it away, or the next run into that place does.
#![cfg(all(feature = "cli", unix))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/books/small");
/// The signals that ask a run to end, by number and name.
const ENDING: [(i32, &str); 3] = [(1, "HUP"), (2, "INT"), (15, "TERM")];
/// No run here takes as long, however much else the machine has to do.
const PATIENCE: Duration = Duration::from_secs(600);

/// The program; what starts these tests may ignore signals, which every process hands down unless the `env` of Linux takes it back.
fn started() -> Command {
    let own = env!("CARGO_BIN_EXE_pledgebook");
    let heeding = || {
        let mut env = Command::new("/usr/bin/env");
        env.arg("--default-signal=HUP,INT,TERM");
        env
    };
    if heeding().arg("true").status().is_ok_and(|status| status.success()) {
        let mut command = heeding();
        command.arg(own);
        return command;
    }
    Command::new(own)
}

fn program(here: &Path, line: &str) -> Command {
    let mut command = started();
    command.args(line.split(' ')).current_dir(here).env_clear().env("PLEDGEBOOK_BOOK", SMALL);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// A run that reads from a pipe, which stays open, and holds the file that it writes.
fn feeding(here: &Path) -> Child {
    let before = names(here);
    let mut child = program(here, "amounts --gdp - -o out.csv").stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.as_mut().unwrap().write_all(b"scenario,year,gdp_million\nlow,2026,1000\n").unwrap();
    until(&mut child, || names(here).iter().any(|name| !before.contains(name) && is_held(&here.join(name))));
    child
}

fn is_held(path: &Path) -> bool {
    let free = |file| rustix::fs::flock(file, rustix::fs::FlockOperation::NonBlockingLockExclusive).is_ok();
    File::open(path).is_ok_and(|file| !free(file))
}

/// Waits for something that the run brings about before it ends.
fn until(child: &mut Child, done: impl Fn() -> bool) {
    let start = Instant::now();
    loop {
        let ended = child.try_wait().unwrap();
        if done() {
            return;
        }
        assert_eq!(ended, None, "it ended before");
        assert!(start.elapsed() < PATIENCE, "it never came to pass");
        sleep(Duration::from_millis(2));
    }
}

/// Whether what takes signals back has become the program: until then it may ignore them.
fn is_started(child: &Child) -> bool {
    let own = Path::new(env!("CARGO_BIN_EXE_pledgebook")).canonicalize().unwrap();
    fs::read_link(format!("/proc/{}/exe", child.id())).is_ok_and(|running| running == own)
}

/// How a run ends that gets this signal, if it has not ended before.
fn send(signal: &str, child: &mut Child) -> ExitStatus {
    let has_processes = Path::new("/proc/self/exe").exists();
    while child.try_wait().unwrap().is_none() && has_processes && !is_started(child) {
        sleep(Duration::from_millis(2));
    }
    if child.try_wait().unwrap().is_none() {
        let kill = format!("kill -{signal} {}", child.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    }
    // to wait would close it, and what the run reads would come to its end
    let _open = child.stdin.take();
    child.wait().unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = entries.collect();
    names.sort();
    names
}

#[test]
fn a_signal_ends_a_run_that_waits_and_leaves_what_was_there() {
    for (number, signal) in ENDING {
        let here = tempfile::tempdir().unwrap();
        fs::write(here.path().join("out.csv"), "old").unwrap();
        let mut child = feeding(here.path());
        assert_eq!(send(signal, &mut child).signal(), Some(number));
        assert_eq!(names(here.path()), ["out.csv"], "SIG{signal}");
        assert_eq!(fs::read_to_string(here.path().join("out.csv")).unwrap(), "old");
    }
}

#[test]
fn a_signal_that_is_ignored_stays_so() {
    let here = tempfile::tempdir().unwrap();
    let script =
        format!("trap '' HUP; exec {} amounts --gdp - -o out.csv --book {SMALL}", env!("CARGO_BIN_EXE_pledgebook"));
    let mut child =
        Command::new("sh").args(["-c", &script]).current_dir(here.path()).stdin(Stdio::piped()).spawn().unwrap();
    until(&mut child, || !names(here.path()).is_empty());
    assert!(Command::new("sh").args(["-c", &format!("kill -HUP {}", child.id())]).status().unwrap().success());
    let _ = child.stdin.take().unwrap().write_all(b"scenario,year,gdp_million\nlow,2026,1000\n");
    // where no file tells what is ignored, it ends as by any signal
    assert_eq!(child.wait().unwrap().success(), Path::new("/proc/self/status").exists());
}

#[test]
fn what_a_killed_run_left_is_removed_by_the_next_and_what_a_live_one_writes_is_not() {
    let here = tempfile::tempdir().unwrap();
    let (mut killed, mut live) = (feeding(here.path()), feeding(here.path()));
    assert_eq!(send("KILL", &mut killed).signal(), Some(9));
    assert_eq!(names(here.path()).len(), 2, "one is left, one is written");
    assert!(program(here.path(), "amounts -o other.csv").status().unwrap().success());
    assert_eq!(names(here.path()).len(), 2, "one is written, one is there");
    drop(live.stdin.take());
    assert!(live.wait().unwrap().success());
    assert_eq!(names(here.path()), ["other.csv", "out.csv"]);
    assert!(fs::read_to_string(here.path().join("out.csv")).unwrap().contains("low"));
}

#[test]
fn a_folder_is_whole_or_absent_whatever_ends_the_run() {
    for line in ["report -o made", "chart all -o made", "new made --country EST"] {
        for (number, signal) in ENDING.into_iter().chain([(9, "KILL")]) {
            let here = tempfile::tempdir().unwrap();
            let mut child = program(here.path(), line).spawn().unwrap();
            until(&mut child, || !names(here.path()).is_empty());
            let status = send(signal, &mut child);
            assert!(status.success() || status.signal() == Some(number), "{line}: {status}");
            let left = names(here.path());
            assert!(signal == "KILL" || left.is_empty() || left == ["made"], "{line}, SIG{signal}: {left:?}");
            if left != ["made"] {
                assert!(program(here.path(), line).status().unwrap().success(), "{line}");
                assert_eq!(names(here.path()), ["made"]);
            }
        }
    }
}

#[test]
fn a_run_that_waits_for_its_turn_leaves_nothing() {
    for (number, signal) in ENDING {
        let here = tempfile::tempdir().unwrap();
        let other = File::open(here.path()).unwrap();
        rustix::fs::flock(&other, rustix::fs::FlockOperation::LockExclusive).unwrap();
        let mut child = program(here.path(), "new made --country EST").spawn().unwrap();
        assert_eq!(send(signal, &mut child).signal(), Some(number));
        assert!(names(here.path()).is_empty());
    }
}
