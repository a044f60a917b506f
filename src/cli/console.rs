//! Standard output and standard error, and what is known of the terminal behind them.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

use crate::error::{Error, Errors, Kind};
use crate::quantity::text::visible;
use crate::render::{Layout, RenderError};
use crate::session::Answer;
use crate::table::Table;

use super::asked::{self, Target};
use super::given::Given;
use super::message::{Look, write_errors};
use super::meter::Meter;
use super::options::COLOR;
use super::{Failure, output, provenance};

/// How wide a terminal is taken to be that does not say.
const USUAL: usize = 80;

/// The two streams of a process.
pub(super) struct Streams {
    out: io::Stdout,
    err: io::Stderr,
}

impl Streams {
    pub(super) fn standard() -> Self {
        Self { out: io::stdout(), err: io::stderr() }
    }

    pub(super) fn console(&mut self) -> Console<'_> {
        let (out_is_terminal, err_is_terminal) = (self.out.is_terminal(), self.err.is_terminal());
        let columns = terminal_size::terminal_size().map_or(USUAL, |(width, _)| usize::from(width.0));
        Console { out_is_terminal, err_is_terminal, columns, ..Console::new(&mut self.out, &mut self.err) }
    }
}

/// A run of the program: where it writes, and whether people are watching.
pub(super) struct Console<'s> {
    out: &'s mut (dyn Write + Send),
    err: &'s mut (dyn Write + Send),
    pub(super) out_is_terminal: bool,
    pub(super) err_is_terminal: bool,
    /// How wide the terminal is.
    columns: usize,
    /// Whether colours are wanted, if somebody said so.
    pub(super) color: Option<bool>,
    /// Whether all findings are asked for, of a command that can be asked for them.
    pub(super) all: Option<bool>,
    /// Takes answers in the place of the streams, where somebody else writes them.
    pub(super) caught: Option<Vec<Answer>>,
}

impl<'s> Console<'s> {
    /// Two streams that no person watches.
    pub(super) fn new(out: &'s mut (dyn Write + Send), err: &'s mut (dyn Write + Send)) -> Self {
        let (out_is_terminal, err_is_terminal) = (false, false);
        Self { out, err, out_is_terminal, err_is_terminal, columns: USUAL, color: None, all: None, caught: None }
    }

    /// Takes what was said about colours.
    pub(super) fn take_color(&mut self, given: Given<'_>) {
        self.color = match given.text(COLOR) {
            Some("always") => Some(true),
            Some("never") => Some(false),
            _ => None,
        };
    }

    /// Colours are for terminals, unless the environment or the user says otherwise.
    fn color_on(&self, is_terminal: bool) -> bool {
        let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
            || std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        self.color.unwrap_or(is_terminal && !unwanted)
    }

    /// The columns of the terminal, if a person watches this stream.
    fn width(&self, is_terminal: bool) -> Option<usize> {
        is_terminal.then_some(self.columns)
    }

    /// Writes a table to the place and in the format that the options name.
    pub(super) fn write_table(&mut self, given: Given<'_>, table: &Table) -> Result<(), Failure> {
        self.write_tables(given, std::slice::from_ref(table))
    }

    /// The same with several tables.
    pub(super) fn write_tables(&mut self, given: Given<'_>, tables: &[Table]) -> Result<(), Failure> {
        if let Some(caught) = &mut self.caught {
            caught.extend(tables.iter().cloned().map(Answer::Rows));
            return Ok(());
        }
        let target = self.target(given)?;
        let wide = asked::is_wide(given);
        let command = if target.format.is_binary() { provenance::of_answer(given) } else { String::new() };
        self.write_laid_out(target.path, target.decimals, |layout, out| {
            let layout = Layout { width: layout.width.filter(|_| !wide), command: &command, ..*layout };
            target.format.render_all(tables, &layout, out)
        })
    }

    /// Where the rows that the options ask for go, and how they are written; what is no text does not go to a terminal.
    pub(super) fn target<'m>(&self, given: Given<'m>) -> Result<Target<'m>, Failure> {
        let target = asked::target(given)?;
        if target.format.is_binary() && self.out_is_terminal && target.path.is_none_or(output::is_standard) {
            let kind = Kind::BinaryToTerminal { what: "a workbook".to_owned() };
            return Err(Failure::usage(Error::new(kind).help("name a file with `-o`")));
        }
        Ok(target)
    }

    /// Writes to a file, or to standard output where there is no path, in the layout that suits it.
    pub(super) fn write_laid_out<T>(
        &mut self,
        path: Option<&std::path::Path>,
        decimals: u32,
        write: impl FnOnce(&Layout<'_>, &mut (dyn Write + Send)) -> Result<T, RenderError>,
    ) -> Result<T, Failure> {
        let to_terminal = self.out_is_terminal && path.is_none_or(output::is_standard);
        let color = self.color_on(to_terminal) && path.is_none();
        let layout = Layout { decimals, width: self.width(to_terminal), color, ..Layout::default() };
        self.write(path, |out| write(&layout, out))
    }

    /// Lets `write` write to a file, or to standard output where there is no path.
    pub(super) fn write<T>(
        &mut self,
        path: Option<&std::path::Path>,
        write: impl FnOnce(&mut (dyn Write + Send)) -> Result<T, RenderError>,
    ) -> Result<T, Failure> {
        Ok(output::write_to(path, self.out, write)?)
    }

    /// As [`Console::write`], with a line about how far the work is.
    pub(super) fn write_long<T>(
        &mut self,
        path: Option<&std::path::Path>,
        bytes: Option<u64>,
        write: impl FnOnce(&mut (dyn Write + Send), &mut Meter<'_>) -> Result<T, RenderError>,
    ) -> Result<T, Failure> {
        let to_terminal = if self.err_is_terminal { Some(&mut *self.err as &mut (dyn Write + Send)) } else { None };
        let mut meter = Meter::new(to_terminal, bytes);
        let written = output::write_to(path, self.out, |out| write(out, &mut meter));
        meter.erase();
        Ok(written?)
    }

    /// Does long work that writes nothing, with a line about how far it is.
    pub(super) fn watch<T>(
        &mut self,
        bytes: Option<u64>,
        work: impl FnOnce(&mut Meter<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let mut meter = Meter::new(self.terminal(), bytes);
        let done = work(&mut meter);
        meter.erase();
        done
    }

    /// Standard error, if a person watches it.
    fn terminal(&mut self) -> Option<&mut (dyn Write + Send)> {
        if self.err_is_terminal { Some(&mut *self.err) } else { None }
    }

    /// Writes a text to standard output, without its colours unless they are wanted.
    pub(super) fn show(&mut self, text: &str) -> Result<(), Failure> {
        let color = self.color_on(self.out_is_terminal);
        let plain = anstream::adapter::strip_str(text).to_string();
        let text = if color { text } else { &plain };
        self.write(None, |out| Ok(out.write_all(text.as_bytes())?))
    }

    /// Tells a person something beside the data.
    pub(super) fn note(&mut self, text: &str) {
        // there is nobody left to tell if standard error is closed
        let _ = writeln!(self.err, "note: {}", visible(text));
    }

    /// Tells a person some lines of text that stand for themselves.
    pub(super) fn tell(&mut self, lines: &str) {
        for line in lines.lines() {
            let _ = writeln!(self.err, "{}", visible(line));
        }
    }

    /// Reports findings and gives the exit code on.
    pub(super) fn report(&mut self, errors: &Errors, code: u8) -> u8 {
        let (color, width) = (self.color_on(self.err_is_terminal), self.width(self.err_is_terminal));
        let look = Look { color, width, all: self.all };
        let _ = write_errors(errors, look, self.err);
        code
    }

    /// Shows what the command line parser finds wrong.
    pub(super) fn explain(&mut self, error: &clap::Error) -> u8 {
        let text = error.render().ansi().to_string();
        let plain = anstream::adapter::strip_str(&text).to_string();
        let text = if self.color_on(self.err_is_terminal) { text } else { plain };
        let _ = self.err.write_all(text.as_bytes());
        2
    }
}

/// What the arguments say about colours, for what is wrong with the command line itself.
pub(super) fn color_before_parsing(arguments: &[OsString]) -> Option<bool> {
    let said = |when: &str| {
        let apart = arguments.windows(2).any(|pair| pair[0] == "--color" && pair[1] == when);
        apart || arguments.iter().any(|argument| *argument == *format!("--color={when}"))
    };
    if said("always") { Some(true) } else { said("never").then_some(false) }
}
