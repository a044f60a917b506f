//! `serve`: the book in a browser.

use std::path::Path;
use std::process::{self, Stdio};

use clap::value_parser;

use crate::serve::{listen, serve};

use super::console::Console;
use super::desk::Clerk;
use super::given::Given;
use super::options::{AS_OF, BOOK, COUNTRY, Name};
use super::{Command, Failure};

pub(super) const COMMAND: Command = Command {
    name: "serve",
    about: "The book in a browser, on this machine alone",
    examples: "\
Examples:
  pledgebook serve
  pledgebook serve --open
  pledgebook serve --book my-book --port 8000

The pages are for this machine alone; Ctrl-C ends them. A file of the book that is changed is read again.",
    arguments,
    without: &[(AS_OF, IN_PAGES), (COUNTRY, IN_PAGES)],
    run,
};

const IN_PAGES: &str = "every page asks for it";
const PORT: Name = Name("port");
const OPEN: Name = Name("open");

fn arguments(command: clap::Command) -> clap::Command {
    let port = PORT.option("N").value_parser(value_parser!(u16)).default_value("7283");
    command.args([port.help("The port on this machine; 0 is any that is free"), OPEN.flag("Open the first page")])
}

fn run(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let port = given.one(PORT).copied().unwrap_or_default();
    let folder = given.folder(BOOK).map(Path::to_path_buf);
    serve(Clerk::of(folder), listen(port)?, |address| {
        // whoever reads no further is no reason to end
        let _ = console.show(&format!("http://{address}/\n"));
        if given.is_set(OPEN) {
            open(&format!("http://{address}/"));
        }
    })?;
    Ok(())
}

/// Opens an address in whatever opens addresses here.
fn open(address: &str) {
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    // a browser that does not open is no reason to end: the address was told
    let _ = process::Command::new(opener)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
}
