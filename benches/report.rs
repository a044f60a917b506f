//! How long the parts of a report take, on the shipped book: reading, evaluating, drawing, and all of it in one process.
//!
//! `cargo bench` runs it; `benches/README.md` says how to compare a whole report with other programs.

use std::sync::LazyLock;
use std::thread;

use divan::{AllocProfiler, Bencher, black_box};
use pledgebook::book::Book;
use pledgebook::chart::{self, CHARTS, Chart, Figure, Font, Lang, Options};
use pledgebook::question::{Query, picture, question};
use pledgebook::render::{Format, Layout};
use pledgebook::table::Table;

/// Counts what the measuring thread allocates; what threads of a benchmark's own allocate is not counted.
#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

/// The tables of a report.
const TABLES: [&str; 5] = ["amounts", "verdicts", "gdp", "commitments", "sources"];

static BOOK: LazyLock<Book> = LazyLock::new(|| sound(Book::embedded()));

fn main() {
    divan::main();
}

/// A benchmark with nothing to measure ends, and says why.
#[expect(clippy::panic, reason = "a benchmark is a test of speed, and a failing one must not look fast")]
fn sound<T, E: std::fmt::Display>(result: Result<T, E>) -> T {
    result.unwrap_or_else(|error| panic!("{error}"))
}

fn query(book: &Book) -> Query<'_> {
    Query::new(book, sound(book.latest_date().ok_or("the book has no date")))
}

fn ask(name: &str, query: &Query<'_>) -> Table {
    sound((sound(question(name).ok_or("there is no such question")).build)(query))
}

fn rendered(table: &Table, format: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    sound(sound(Format::named(format)).render(table, &Layout::default(), &mut bytes));
    bytes
}

/// The table that a picture reads.
fn data(chart: &Chart, query: &Query<'_>) -> Table {
    sound((sound(picture(chart.name).ok_or("there is no such picture")).build)(query))
}

fn figure(chart: &Chart, table: &Table) -> Figure {
    sound((chart.build)(table, Lang::En))
}

fn svg(chart: &Chart, table: &Table, font: Font) -> String {
    chart::svg(&figure(chart, table), &Options { font, ..Options::default() })
}

fn png(figure: &Figure) -> Vec<u8> {
    sound(chart::png(figure, &Options::default()))
}

/// The pictures for which a book is enough.
fn charts() -> impl Iterator<Item = &'static Chart> {
    CHARTS.iter().filter(|chart| chart.needs.is_none())
}

/// Their names.
fn names() -> impl Iterator<Item = &'static str> {
    charts().map(|chart| chart.name)
}

fn named(name: &str) -> &'static Chart {
    sound(CHARTS.iter().find(|chart| chart.name == name).ok_or("there is no such picture"))
}

/// Reading and checking the book that is compiled in.
#[divan::bench]
fn read_book() -> Book {
    sound(Book::embedded())
}

/// What every pledge comes to under every path of GDP.
#[divan::bench]
fn evaluate(bencher: Bencher<'_, '_>) {
    let query = query(&BOOK);
    bencher.bench_local(|| ask("amounts", black_box(&query)));
}

/// Whether every pledge was kept, on its own basis.
#[divan::bench]
fn judge(bencher: Bencher<'_, '_>) {
    let query = query(&BOOK);
    bencher.bench_local(|| ask("verdicts", black_box(&query)));
}

/// What every pledge comes to, written as CSV.
#[divan::bench]
fn render_csv(bencher: Bencher<'_, '_>) {
    let table = ask("amounts", &query(&BOOK));
    bencher.bench_local(|| rendered(black_box(&table), "csv"));
}

/// The tables of a report as its workbook.
#[cfg(feature = "xlsx")]
#[divan::bench]
fn workbook(bencher: Bencher<'_, '_>) {
    let query = query(&BOOK);
    let (tables, format) = (TABLES.map(|name| ask(name, &query)), sound(Format::named("xlsx")));
    bencher.bench_local(|| {
        let mut bytes = Vec::new();
        sound(format.render_all(black_box(&tables), &Layout::default(), &mut bytes));
        bytes
    });
}

/// A table as a picture in SVG.
#[divan::bench(args = names())]
fn draw_svg(bencher: Bencher<'_, '_>, name: &str) {
    let chart = named(name);
    let table = data(chart, &query(&BOOK));
    bencher.bench_local(|| svg(chart, black_box(&table), Font::Embed));
}

/// The same with letters as text, and as outlines.
#[divan::bench(args = [Font::Embed, Font::Outline])]
fn letters(bencher: Bencher<'_, '_>, font: Font) {
    let chart = named("share");
    let table = data(chart, &query(&BOOK));
    bencher.bench_local(|| svg(chart, black_box(&table), font));
}

/// The same as PNG of 1600 × 900 pixels.
#[divan::bench(args = names())]
fn draw_png(bencher: Bencher<'_, '_>, name: &str) {
    let chart = named(name);
    let figure = figure(chart, &data(chart, &query(&BOOK)));
    bencher.bench_local(|| png(black_box(&figure)));
}

/// What `report` does before it writes to disk, but for its page: the book, the tables as text, each picture by a thread of its own.
#[divan::bench]
fn whole_report(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| {
        let book = sound(Book::embedded());
        let query = query(&book);
        let figures: Vec<Figure> = charts().map(|chart| figure(chart, &data(chart, &query))).collect();
        let draw = |figure| sound(chart::forms(figure, &Options::default()));
        let pictures: Vec<_> = thread::scope(|scope| {
            let threads: Vec<_> = figures.iter().map(|figure| scope.spawn(move || draw(figure))).collect();
            threads.into_iter().map(|thread| sound(thread.join().map_err(|_| "a picture was not drawn"))).collect()
        });
        let tables = TABLES.map(|name| rendered(&ask(name, &query), "csv"));
        (pictures, tables)
    });
}
