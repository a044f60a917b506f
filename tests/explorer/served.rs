//! A book that is served, and what it answers.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Nothing takes as long here, however much else the machine has to do.
pub(crate) const PATIENCE: Duration = Duration::from_secs(120);

pub(crate) fn pledgebook(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pledgebook"));
    command.args(args).env_clear().stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// The shipped book in a folder of its own, served on a free port until the test is over.
pub(crate) struct Served {
    pub(crate) child: Child,
    pub(crate) address: String,
    here: TempDir,
}

/// An answer: its status, its headers in lower case, and its body.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl Served {
    pub(crate) fn new() -> Self {
        let here = tempfile::tempdir().unwrap();
        let book = here.path().join("book");
        assert!(pledgebook(&["new", book.to_str().unwrap()]).output().unwrap().status.success());
        let empty = here.path().join("empty");
        fs::create_dir(&empty).unwrap();
        let mut serve = pledgebook(&["serve", "--port", "0", "--book", book.to_str().unwrap()]);
        let mut child = serve.current_dir(empty).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("http://").unwrap().trim_end_matches('/').to_owned();
        Self { child, address, here }
    }

    /// The folder of the book.
    pub(crate) fn book(&self) -> PathBuf {
        self.here.path().join("book")
    }

    /// What was written into the folder in which it is served, where nothing is to be.
    pub(crate) fn written(&self) -> Vec<PathBuf> {
        fs::read_dir(self.here.path().join("empty")).unwrap().map(|entry| entry.unwrap().path()).collect()
    }

    /// The address of a path, for a browser.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub(crate) fn connection(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// What is answered to these very bytes.
    pub(crate) fn raw(&self, request: &[u8]) -> Answer {
        let mut stream = self.connection();
        // who is refused early is not listened to until the end
        let _ = stream.write_all(request);
        let mut said = Vec::new();
        stream.read_to_end(&mut said).unwrap();
        Answer::of(&said)
    }

    /// What is answered to a request with more headers, and what is sent after them.
    pub(crate) fn ask(&self, method: &str, target: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let own = if headers.iter().any(|(name, _)| *name == "Host") {
            String::new()
        } else {
            format!("Host: {}\r\n", self.address)
        };
        let more: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let head = format!("{method} {target} HTTP/1.1\r\nConnection: close\r\n{own}{more}\r\n");
        self.raw(&[head.as_bytes(), body].concat())
    }

    pub(crate) fn get(&self, target: &str) -> Answer {
        self.ask("GET", target, &[], b"")
    }

    /// What the command line gives about this book.
    pub(crate) fn command(&self, args: &[&str]) -> Output {
        pledgebook(args).env("PLEDGEBOOK_BOOK", self.book()).output().unwrap()
    }

    /// Changes a file of the book.
    pub(crate) fn change(&self, name: &str, change: impl FnOnce(String) -> String) {
        let path = self.book().join(name);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, change(text)).unwrap();
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The book that these tests share, while one of them asks for it.
pub(crate) fn shared() -> Arc<Served> {
    static SHARED: Mutex<Weak<Served>> = Mutex::new(Weak::new());
    let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
    shared.upgrade().unwrap_or_else(|| {
        let served = Arc::new(Served::new());
        *shared = Arc::downgrade(&served);
        served
    })
}

impl Answer {
    pub(crate) fn of(said: &[u8]) -> Self {
        let end = said
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .unwrap_or_else(|| panic!("no answer: {:?}", String::from_utf8_lossy(said)));
        let head = str::from_utf8(&said[..end]).unwrap();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers = lines.map(|line| line.split_once(": ").unwrap());
        let headers = headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect();
        Self { status, headers, body: said[end + 4..].to_vec() }
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    /// A header; nothing where there is none.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    /// That it refuses with this status, in these words.
    pub(crate) fn assert_refused(&self, status: u16, words: &str) {
        assert_eq!(self.status, status, "{}", self.text());
        assert!(self.text().contains(words), "{}", self.text());
    }
}

/// Waits until something is so.
pub(crate) fn until(what: &str, is_so: impl Fn() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < PATIENCE, "it never came to pass: {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// A file that tools of the machine may have, by the name of a program.
pub(crate) fn program(names: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    let places = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    places.into_iter().find(|place: &PathBuf| Path::is_file(place))
}
