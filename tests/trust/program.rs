//! The program, the folder that it works in, and what stands there.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// What stands below a folder, by its path in it: files, `-> target` of links, and folders that are empty, whose paths end in `/`.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_pledgebook");

/// In front of a run, what takes the rights of root away, which bind nobody.
pub(crate) const NOBODY: &str = "setpriv --reuid=65534 --regid=65534 --clear-groups";

/// A file or folder of `tests`.
pub(crate) fn tests(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// The words of a line; `_` is a blank inside of one.
pub(crate) fn words(line: &str) -> Vec<String> {
    line.split_whitespace().map(|word| word.replace('_', " ")).collect()
}

/// A run in a folder on the book that stands there, in an environment without anything else.
pub(crate) fn program(here: &Path, line: &str) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(words(line)).current_dir(here).env_clear().env("PLEDGEBOOK_BOOK", "book").stdin(Stdio::null());
    command
}

pub(crate) fn done(here: &Path, line: &str) -> Output {
    let output = program(here, line).output().unwrap();
    assert!(output.status.success(), "{line}: {}", told(&output));
    output
}

pub(crate) fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Past the silence in which tests run.
pub(crate) fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// Whether a program is there that does what these words ask it for.
pub(crate) fn can(line: &str) -> bool {
    let mut words = line.split(' ');
    let run = Command::new(words.next().unwrap()).args(words).stdin(Stdio::null()).output();
    run.is_ok_and(|output| output.status.success())
}

pub(crate) fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n")
}

/// Lets everybody write in a folder and read what is in it.
pub(crate) fn open_to_all(folder: &Path) {
    set(folder, 0o777, 0o777);
}

/// Gives a folder, and all in it, these rights.
pub(crate) fn set(folder: &Path, of_folders: u32, of_files: u32) {
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            set(&path, of_folders, of_files);
        } else {
            fs::set_permissions(path, fs::Permissions::from_mode(of_files)).unwrap();
        }
    }
    fs::set_permissions(folder, fs::Permissions::from_mode(of_folders)).unwrap();
}

/// Lays what stands in a folder into another one.
pub(crate) fn lay(from: &Path, to: &Path) {
    write(to, &tree(from));
}

pub(crate) fn write(folder: &Path, tree: &Tree) {
    for (name, bytes) in tree {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

pub(crate) fn tree(folder: &Path) -> Tree {
    let mut found = Tree::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let (path, name) = {
            let entry = entry.unwrap();
            (entry.path(), entry.file_name().into_string().unwrap())
        };
        if let Ok(link) = fs::read_link(&path) {
            found.insert(name, format!("-> {}", link.display()).into_bytes());
        } else if path.is_file() {
            found.insert(name, fs::read(path).unwrap_or_default());
        } else if path.is_dir() {
            let inner = tree(&path);
            if inner.is_empty() {
                found.insert(format!("{name}/"), Vec::new());
            }
            found.extend(inner.into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            found.insert(format!("{name}|"), Vec::new());
        }
    }
    found
}

/// Numbers of no pattern that are the same in every run.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn of(case: usize) -> Self {
        Self(case as u64)
    }

    /// A whole number below this one.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        u32::try_from((mixed ^ (mixed >> 31)) % u64::from(end)).unwrap()
    }
}
