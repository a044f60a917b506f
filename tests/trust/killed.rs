//! Whatever moment a run is killed at, a place holds what was there, what is new, or nothing; the next run makes it good.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::many::cases;
use super::program::{Chance, Tree, done, program, say, tree, write};
use super::writing::{Writing, laid_out, starts};

const SIGNALS: [(i32, &str); 2] = [(9, "KILL"), (15, "TERM")];

/// What is found of a run that was faster than its signal.
const ENDED: &str = "ended before";

/// A writing, what stands before it and after it, and how long it takes.
struct Known {
    writing: &'static Writing,
    before: Tree,
    after: Tree,
    takes: Duration,
}

impl Known {
    /// Of a place that is free, or where something else of ours stands.
    fn of(writing: &'static Writing, earlier: Option<&str>) -> Self {
        let here = laid_out();
        if let Some(earlier) = earlier {
            done(here.path(), earlier);
        }
        let (before, start) = (tree(here.path()), Instant::now());
        let after = writing.after(here.path());
        Self { writing, before, after, takes: start.elapsed() }
    }

    /// Kills a run somewhere, looks at what is there, and runs it again; how it was found.
    fn kill(&self, chance: &mut Chance, (number, signal): (i32, &str)) -> &'static str {
        let here = tempfile::tempdir().unwrap();
        write(here.path(), &self.before);
        let mut run =
            program(here.path(), self.writing.line).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        if chance.below(2) == 0 {
            // most of a run writes nothing yet
            let start = Instant::now();
            while run.try_wait().unwrap().is_none() && start.elapsed() < self.takes && !self.is_writing(here.path()) {
                sleep(Duration::from_micros(200));
            }
            sleep(self.takes * chance.below(100) / 1000);
        } else {
            sleep(self.takes * chance.below(1000) / 1000);
        }
        let _ = Command::new("kill").args([format!("-{signal}"), run.id().to_string()]).stderr(Stdio::null()).status();
        let status = run.wait().unwrap();
        assert!(status.success() || status.signal() == Some(number), "{}: {status}", self.writing.line);
        let found = self.judge(here.path(), signal);
        self.mend(here.path());
        if status.success() { ENDED } else { found }
    }

    fn is_writing(&self, here: &Path) -> bool {
        let folder = self.writing.made[0].rsplit_once('/').map_or("", |(folder, _)| folder);
        let new = |name: String| name.starts_with(".pledgebook-") || name == ".made.new";
        fs::read_dir(here.join(folder)).unwrap().any(|entry| new(entry.unwrap().file_name().into_string().unwrap()))
    }

    /// What stands in the places of a writing.
    fn judge(&self, here: &Path, signal: &str) -> &'static str {
        let (writing, found) = (self.writing, tree(here));
        assert_eq!(names(&writing.rest(&found)), names(&writing.rest(&self.before)), "{}", writing.line);
        assert!(writing.rest(&found) == writing.rest(&self.before), "{}: it touched something else", writing.line);
        let states = writing.made.iter().map(|place| {
            let [found, before, after] = [&found, &self.before, &self.after].map(|tree| writing.part(place, tree));
            match () {
                () if found == after => "new",
                () if found == before => "old",
                () if found.is_empty() => "absent",
                () => panic!("{}, SIG{signal}: `{place}` is none of them: {:?}", writing.line, names(&found)),
            }
        });
        let states: Vec<&str> = states.collect();
        assert!(!(states.len() == 2 && states[0] == "new" && states[1] == "old"), "figures without their document");
        if signal == "TERM" {
            let left = found.len()
                - writing.rest(&found).len()
                - writing.made.iter().map(|place| writing.part(place, &found).len()).sum::<usize>();
            assert_eq!(left, 0, "{}: {:?}", writing.line, names(&found));
            assert!(states.iter().all(|state| *state == states[0]), "{}: {states:?}", writing.line);
        }
        states[0]
    }

    /// Runs it again, which makes all good.
    fn mend(&self, here: &Path) {
        let again = program(here, self.writing.line).output().unwrap();
        let is_there_already = self.writing.line.starts_with("new ") && !again.status.success();
        assert!(again.status.success() || is_there_already, "{}: {}", self.writing.line, super::program::told(&again));
        let found = tree(here);
        assert_eq!(names(&found), names(&self.after), "{}", self.writing.line);
        assert!(found == self.after, "{}: the next run wrote something else", self.writing.line);
    }
}

fn names(tree: &Tree) -> Vec<&String> {
    tree.keys().collect()
}

#[test]
fn a_place_is_whole_or_free_whenever_a_run_is_killed() {
    // the pages of `man` are whole one by one
    let starts = starts().filter(|(writing, _)| !writing.line.starts_with("man"));
    let known: Vec<Known> = starts.map(|(writing, earlier)| Known::of(writing, earlier)).collect();
    let mut found = BTreeMap::new();
    for case in 0..cases(20) {
        let known = &known[case % known.len()];
        let mut chance = Chance::of(case);
        let tries = std::iter::repeat_with(|| known.kill(&mut chance, SIGNALS[case / 2 % 2]));
        let state = tries.take(20).find(|state| *state != ENDED).unwrap_or(ENDED);
        *found.entry(state).or_insert(0) += 1;
    }
    say(&format!("killed: {found:?}"));
    let ended = found.get(ENDED).copied().unwrap_or(0);
    assert!(2 * ended < cases(20), "{ended} runs were over before they could be killed");
}

/// Some of so many, not all.
fn part(whole: usize, chance: &mut Chance) -> usize {
    chance.below(u32::try_from(whole.max(1)).unwrap()) as usize
}

#[test]
fn a_book_in_the_working_folder_is_begun_again_where_a_run_was_killed() {
    let whole = tempfile::tempdir().unwrap();
    done(whole.path(), "new .");
    let whole = tree(whole.path());
    for case in 0..cases(4) {
        let here = tempfile::tempdir().unwrap();
        let mut chance = Chance::of(case);
        let cut = part(whole.len(), &mut chance);
        let half = whole.iter().take(cut + 1).enumerate().map(|(at, (name, bytes))| {
            let length = if at == cut { part(bytes.len(), &mut chance) } else { bytes.len() };
            (name.clone(), bytes[..length].to_vec())
        });
        write(here.path(), &half.collect());
        let own = tree(here.path());
        let refused = program(here.path(), "new .").output().unwrap();
        assert_eq!(refused.status.code(), Some(1), "what nobody marked is somebody's own");
        assert!(tree(here.path()) == own);
        fs::write(here.path().join(".pledgebook-unfinished"), "").unwrap();
        done(here.path(), "new .");
        assert!(tree(here.path()) == whole);
        fs::write(here.path().join("own.txt"), "mine").unwrap();
        fs::write(here.path().join("book.toml"), "").unwrap();
        let refused = program(here.path(), "new .").output().unwrap();
        assert_eq!(refused.status.code(), Some(1));
        assert_eq!(fs::read(here.path().join("book.toml")).unwrap(), b"");
    }
}
