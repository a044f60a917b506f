//! What the README shows is what happens: its commands run in order, in one fresh folder, and print what stands below them.
//!
//! - ```` ```console ````: lines that begin with `$ ` are commands; what stands below each is all that it prints.
//! - ```` ```sh ````: the whole block is one script that has to succeed.
//! - `<!-- file: NAME -->` before a block: the block is a file, written before what follows runs.
//! - `<!-- from FILE -->` to `<!-- until here -->`: these lines stand in that file of the folder when all has run.
#![cfg(all(unix, feature = "cli"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;
use std::process::Command;

use similar_asserts::SimpleDiff;
use tempfile::TempDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Beginnings of commands that are not run: they fetch, build or would run this test again.
const SKIPPED: &[&str] =
    &["git clone ", "cd ", "cargo test", "cargo bench", "cargo install ", "cargo doc", "pledgebook serve "];

/// A part of the README that says something about the program.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    /// A command and what it prints.
    Run { command: String, prints: String },
    /// A script that succeeds.
    Script(String),
    /// A file to write.
    File { name: String, text: String },
    /// Lines of a file that a command wrote.
    Excerpt { file: String, text: String },
}

/// The parts of a Markdown text, in order.
fn parts(readme: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut lines = readme.lines();
    let mut file = None;
    while let Some(line) = lines.next() {
        let mut until =
            |end: &str| lines.by_ref().take_while(|line| *line != end).map(|line| format!("{line}\n")).collect();
        if let Some(name) = comment(line, "file: ") {
            file = Some(name.to_owned());
        } else if let Some(name) = comment(line, "from ") {
            parts.push(Part::Excerpt { file: name.to_owned(), text: until("<!-- until here -->") });
        } else if let Some(language) = line.strip_prefix("```") {
            let text: String = until("```");
            match (file.take(), language) {
                (Some(name), _) => parts.push(Part::File { name, text }),
                (None, "console") => parts.extend(commands(&text)),
                (None, "sh") => parts.push(Part::Script(text)),
                (None, _) => {}
            }
        }
    }
    parts
}

/// The rest of a comment that stands alone on its line and begins like this.
fn comment<'l>(line: &'l str, start: &str) -> Option<&'l str> {
    line.strip_prefix("<!-- ")?.strip_suffix(" -->")?.strip_prefix(start)
}

/// The commands of a block, each with what stands below it.
fn commands(block: &str) -> Vec<Part> {
    let parts = block.split_inclusive('\n').fold(Vec::<(String, String)>::new(), |mut parts, line| {
        match (line.strip_prefix("$ "), parts.last_mut()) {
            (Some(command), _) => parts.push((command.trim_end().to_owned(), String::new())),
            (None, Some((_, prints))) => prints.push_str(line),
            (None, None) => panic!("a console block begins with `$ `, not with {line:?}"),
        }
        parts
    });
    parts.into_iter().map(|(command, prints)| Part::Run { command, prints }).collect()
}

/// A folder to work in, and one beside it that holds the program under its name.
struct Shell {
    here: TempDir,
    bin: TempDir,
}

impl Shell {
    fn new() -> Self {
        let (here, bin) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_pledgebook"), bin.path().join("pledgebook")).unwrap();
        Self { here, bin }
    }

    /// Runs a script; gives whether it succeeded, and all that it printed, in order.
    fn run(&self, script: &str) -> (bool, String) {
        let script = script.replace("cargo run --release -- ", "pledgebook ");
        let path = format!("{}:/usr/local/bin:/usr/bin:/bin", self.bin.path().display());
        let output = Command::new("sh")
            .args(["-c", &format!("exec 2>&1\n{script}")])
            .current_dir(self.here.path())
            .env_clear()
            .env("PATH", path)
            .output()
            .unwrap();
        (output.status.success(), String::from_utf8(output.stdout).unwrap())
    }

    /// What is otherwise than a part says.
    fn try_part(&self, part: &Part) -> Option<String> {
        let is_skipped = |command: &str| SKIPPED.iter().any(|start| format!("{command} ").starts_with(start));
        match part {
            Part::Run { command, .. } | Part::Script(command) if is_skipped(command) => None,
            Part::Run { command, prints } => {
                let (_, came) = self.run(command);
                (came != *prints)
                    .then(|| format!("$ {command}\n{}", SimpleDiff::from_str(prints, &came, "README.md", "printed")))
            }
            Part::Script(script) => {
                let (succeeded, came) = self.run(&format!("set -e\n{script}"));
                (!succeeded).then(|| format!("{script}fails:\n{came}"))
            }
            Part::File { name, text } => {
                fs::write(self.here.path().join(name), text).err().map(|e| format!("{name}: {e}"))
            }
            Part::Excerpt { .. } => None,
        }
    }

    /// Whether lines that are said to come from a file stand in it.
    fn try_excerpt(&self, part: &Part) -> Option<String> {
        let Part::Excerpt { file, text } = part else { return None };
        let written = fs::read_to_string(self.here.path().join(file)).unwrap_or_default();
        (!written.contains(text.as_str()))
            .then(|| format!("not in `{file}`\n{}", SimpleDiff::from_str(text, &written, "README.md", file)))
    }
}

fn readme() -> String {
    fs::read_to_string(Path::new(ROOT).join("README.md")).unwrap()
}

#[test]
fn every_command_does_what_the_readme_shows() {
    let parts = parts(&readme());
    let runs = parts.iter().filter(|part| matches!(part, Part::Run { .. })).count();
    assert!(runs > 3, "only {runs} commands are found in the README");
    let shell = Shell::new();
    let mut wrong: Vec<String> = parts.iter().filter_map(|part| shell.try_part(part)).collect();
    wrong.extend(parts.iter().filter_map(|part| shell.try_excerpt(part)));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_link_leads_to_a_file() {
    let readme = readme();
    let targets = readme.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target);
    for target in targets.filter(|target| !target.contains("://") && !target.starts_with('#')) {
        assert!(Path::new(ROOT).join(target).exists(), "the README leads to `{target}`, which is not there");
    }
}

#[test]
fn a_readme_is_read_part_by_part() {
    let readme = "text\n<!-- file: a.csv -->\n```csv\na,b\n```\n```console\n$ cat a.csv\na,b\n$ true\n```\n\
                  <!-- from a.csv -->\na,b\n<!-- until here -->\n```sh\ntrue\n```\n```toml\nx = 1\n```\n";
    let run = |command: &str, prints: &str| Part::Run { command: command.to_owned(), prints: prints.to_owned() };
    let text = "a,b\n".to_owned();
    let parts = parts(readme);
    let file = |name: &str| name.to_owned();
    assert_eq!(
        parts,
        [
            Part::File { name: file("a.csv"), text: text.clone() },
            run("cat a.csv", "a,b\n"),
            run("true", ""),
            Part::Excerpt { file: file("a.csv"), text },
            Part::Script("true\n".to_owned()),
        ]
    );
    let shell = Shell::new();
    assert!(parts.iter().all(|part| shell.try_part(part).is_none() && shell.try_excerpt(part).is_none()));
    assert!(shell.try_part(&run("cat a.csv", "a,c\n")).is_some());
    assert!(shell.try_part(&Part::Script("false\ntrue\n".to_owned())).is_some());
}
