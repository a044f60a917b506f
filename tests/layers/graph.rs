//! Which file uses which: the paths in each file, as far as they lead to a file of the crate.

use std::collections::{BTreeMap, BTreeSet};

use super::{Source, first_level, word};

/// The files that each file uses, by their modules' paths, such as `chart::label::room`.
pub(crate) type Graph = BTreeMap<String, BTreeSet<String>>;

impl Source {
    /// The module that the file is: `chart::label` for `chart/label.rs`.
    pub(crate) fn path_of_module(&self) -> String {
        self.path.trim_end_matches(".rs").replace('/', "::")
    }

    /// The modules that the file declares only for tests.
    fn declared_for_tests(&self) -> impl Iterator<Item = &str> {
        let marks = self.code.match_indices("#[cfg(test)]\n");
        marks.filter_map(|(at, mark)| {
            let line = self.code[at + mark.len()..].lines().next()?;
            Some(word(line.split_once("mod ")?.1)).filter(|_| line.trim_end().ends_with(';'))
        })
    }

    /// Every path that begins at the crate, at this module or above it, in full: also those in lists, and those that begin with a
    /// module declared here.
    fn paths(&self) -> Vec<String> {
        let own = self.path_of_module();
        let declared =
            self.code.split("mod ").skip(1).filter_map(|rest| rest.lines().next()?.trim_end().strip_suffix(';'));
        let starts: Vec<&str> = ["crate", "self", "super"].into_iter().chain(declared).collect();
        let mut found = Vec::new();
        for (at, _) in self.code.match_indices("::") {
            let before = &self.code[..at];
            let first = before.rsplit(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default();
            let begins = !before[..before.len() - first.len()].ends_with("::");
            if begins && starts.contains(&first) {
                let mut ends = Vec::new();
                expand(&format!("{first}{}", &self.code[at..]), &mut ends);
                found.extend(ends.into_iter().map(|path| absolute(&own, &path)));
            }
        }
        found
    }
}

/// The paths that a text begins with: one, or as many as the list at its end has.
fn expand(text: &str, found: &mut Vec<String>) {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(text.len());
    let (path, rest) = text.split_at(end);
    let Some(list) = rest.strip_prefix('{').filter(|_| path.ends_with("::")) else {
        return found.push(path.trim_end_matches(':').to_owned());
    };
    for entry in first_level(inside(list)) {
        expand(&format!("{path}{entry}"), found);
    }
}

/// What stands before the brace that closes a list.
fn inside(list: &str) -> &str {
    let mut depth = 1;
    let end = list.find(|c: char| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth == 0
    });
    &list[..end.unwrap_or(list.len())]
}

/// A path from the crate on, without `crate`, `self` and `super`.
fn absolute(own: &str, path: &str) -> String {
    let mut place: Vec<&str> = own.split("::").collect();
    for part in path.split("::") {
        match part {
            "crate" => place.clear(),
            "self" => {}
            "super" => drop(place.pop()),
            part => place.push(part),
        }
    }
    place.join("::")
}

/// The file that a path leads to: that of the longest beginning of it that is one.
fn file<'p>(mut path: &'p str, files: &BTreeSet<String>) -> Option<&'p str> {
    while !files.contains(path) {
        path = path.rsplit_once("::")?.0;
    }
    Some(path)
}

/// The graph of all files but those that are tests alone.
pub(crate) fn graph(sources: &[Source]) -> Graph {
    let tests: BTreeSet<String> = sources
        .iter()
        .flat_map(|source| source.declared_for_tests().map(|name| format!("{}::{name}", source.path_of_module())))
        .collect();
    let is_test = |module: &str| tests.iter().any(|test| module == test || module.starts_with(&format!("{test}::")));
    let files: BTreeSet<String> =
        sources.iter().map(Source::path_of_module).filter(|module| !is_test(module)).collect();
    let kept = sources.iter().filter(|source| files.contains(&source.path_of_module()));
    let uses = |source: &Source| {
        let own = source.path_of_module();
        let used: BTreeSet<String> =
            source.paths().iter().filter_map(|path| file(path, &files)).map(str::to_owned).collect();
        (own.clone(), used.into_iter().filter(|used| *used != own).collect())
    };
    kept.map(uses).collect()
}

/// A circle among the files below a module, as the files along it; none where there is none.
pub(crate) fn circle(graph: &Graph, module: &str) -> Option<Vec<String>> {
    let below = format!("{module}::");
    let mut left: BTreeSet<&str> = graph.keys().map(String::as_str).filter(|file| file.starts_with(&below)).collect();
    let next =
        |file: &str, left: &BTreeSet<&str>| graph[file].iter().map(String::as_str).find(|used| left.contains(used));
    // what uses nothing that is left lies on no circle
    while let Some(end) = left.iter().find(|file| next(file, &left).is_none()).copied() {
        left.remove(end);
    }
    let mut along: Vec<&str> = vec![left.first()?];
    loop {
        let used = next(along.last()?, &left)?;
        if let Some(start) = along.iter().position(|file| *file == used) {
            return Some(along.drain(start..).map(str::to_owned).collect());
        }
        along.push(used);
    }
}
