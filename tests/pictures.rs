//! Pictures of invented countries: a short history, a long one, a long title, a single scenario.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says why")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use pledgebook::book::Book;
use pledgebook::chart::{Area, CHARTS, Countries, Drawing, Figure, Lang, Options, draw, png};
use pledgebook::question::{Query, picture};
use pledgebook::report::all;

const SIZES: [(u32, u32); 3] = [(1600, 900), (1080, 1080), (800, 450)];

/// A book of a country that does not exist, with GDP, spending and pledges for this many years up to 2026.
fn write_book(folder: &Path, years: u16) {
    let header = "country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note\n";
    let mut series = header.to_owned();
    for (step, year) in (2027 - years..=2026).enumerate() {
        let (kind, gdp) = (if year < 2025 || step == 0 { "outturn" } else { "estimate" }, 90_000 + 2_500 * step);
        writeln!(series, "UTO,gdp,,{year},{gdp},EUR million,1,{kind},Bank,2026-01-01,tables,").unwrap();
        let share = 100 + 37 * step % 290;
        writeln!(
            series,
            "UTO,spending-share,shared,{year},{}.{:02},%,0.01,{kind},Alliance,2026-01-01,tables,",
            share / 100,
            share % 100
        )
        .unwrap();
        writeln!(
            series,
            "UTO,spending,budget,{year},{},EUR million,1,{kind},Bank,2026-01-01,tables,",
            gdp * share / 10_000
        )
        .unwrap();
        for (definition, publisher, part) in [("border", "Bank", 900), ("budget", "Institute", 60)] {
            let amount = gdp / part;
            writeln!(
                series,
                "UTO,spending,{definition},{year},{amount},EUR million,1,{kind},{publisher},2026-01-01,tables,"
            )
            .unwrap();
        }
    }
    let first = 2027 - years;
    let commitments = format!(
        "country = \"UTO\"\ncurrency = \"EUR\"\n[[commitment]]\nid = \"floor\"\ntitle = \"A floor\"\npledge = \"at least 2.5% of GDP\"\n\
         in = \"{first}-2026\"\ndefinition = \"budget\"\nannounced = {first}-01-01\nstrength = \"law\"\nsource = \"tables\"\n\
         [[commitment]]\nid = \"wall\"\ntitle = \"A wall\"\npledge = \"about 2 billion EUR\"\nsince = {first}\nuntil = 2026\n\
         definition = \"border\"\nannounced = {first}-01-01\nstrength = \"goal\"\nsource = \"tables\"\n\
         [[commitment]]\nid = \"goal\"\ntitle = \"A goal\"\npledge = \"5% of GDP\"\nby = 2035\n\
         definition = \"shared\"\nannounced = {first}-01-01\nstrength = \"goal\"\nsource = \"tables\"\n"
    );
    let definition = |id: &str, family: &str, role: &str| {
        format!("[[definition]]\nid = \"{id}\"\nfamily = \"{family}\"\ntitle = \"Defence ({id})\"\n{role}\n")
    };
    let definitions = [
        definition("shared", "defence", "role = \"compared\""),
        definition("budget", "defence", "role = \"budget\""),
        definition("border", "border", ""),
    ]
    .concat();
    let source =
        "[[source]]\nid = \"tables\"\ntitle = \"Tables\"\npublisher = \"Bank of Utopia\"\npublished = 2026-01-01\n";
    for (name, text) in [
        ("book.toml", "title = \"Utopia\"\ncountry = \"UTO\"\npublishers = [\"Bank\"]\n"),
        ("definitions.toml", &definitions),
        ("sources.toml", source),
        ("scenarios.toml", ""),
        ("commitments/utopia.toml", &commitments),
        ("series/all.csv", &series),
    ] {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// Every figure of a book with this many years.
fn figures(years: u16) -> Vec<Figure> {
    let folder = tempfile::tempdir().unwrap();
    write_book(folder.path(), years);
    let book = Book::read(folder.path()).unwrap();
    let query = Query::new(&book, book.latest_date().unwrap());
    let figure = |chart: &pledgebook::chart::Chart| {
        let table = (picture(chart.name).unwrap().build)(&query).unwrap();
        (chart.build)(&table, Lang::En).unwrap()
    };
    // one country stands beside no other, and is told nothing
    CHARTS.iter().filter(|chart| chart.countries == Countries::One && chart.needs.is_none()).map(figure).collect()
}

/// Nothing is cut, nothing meets, and the picture says what it is.
fn assert_printable(figure: &Figure, (width, height): (u32, u32)) {
    let Drawing { svg, texts, .. } = draw(figure, &Options { width, height, ..Options::default() });
    let paper = Area { left: 0.0, top: 0.0, right: f64::from(width), bottom: f64::from(height) };
    for (index, text) in texts.iter().enumerate() {
        assert!(text.area.within(&paper), "cut: {text:?} in {width}x{height} of {}", figure.title);
        for other in &texts[..index] {
            assert!(!text.area.meets(&other.area), "{text:?} meets {other:?} in {width}x{height} of {}", figure.title);
        }
    }
    for part in ["role=\"img\"", "<title", "<desc", "viewBox="] {
        assert!(svg.contains(part), "no {part} in the SVG of {}", figure.title);
    }
    assert_eq!(draw(figure, &Options { width, height, ..Options::default() }).svg, svg);
    let pixels = Pixels::of(&png(figure, &Options { width, height, ..Options::default() }).unwrap());
    assert_eq!((pixels.width, pixels.height), (width, height));
    let unseen = texts.iter().find(|text| !pixels.differ_within(&text.area));
    assert!(unseen.is_none(), "{unseen:?} is not seen in the PNG of {}", figure.title);
}

/// A PNG as another program reads it.
struct Pixels {
    width: u32,
    height: u32,
    rgb: Vec<u8>,
}

impl Pixels {
    fn of(bytes: &[u8]) -> Self {
        let mut decoder = ::png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(::png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut rgb = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut rgb).unwrap();
        Self { width: info.width, height: info.height, rgb }
    }

    /// Whether an area has more than one colour, as one has in which a text stands.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "places inside a picture")]
    fn differ_within(&self, area: &Area) -> bool {
        let pixel = |x: usize, y: usize| &self.rgb[(y * self.width as usize + x) * 3..][..3];
        let (left, right) = (area.left as usize, area.right as usize);
        let row = |y: usize| (left..right).map(move |x| pixel(x, y));
        let mut pixels = (area.top as usize..area.bottom as usize).flat_map(row);
        pixels.next().is_some_and(|first| pixels.any(|pixel| pixel != first))
    }
}

#[test]
fn short_and_long_histories_are_printable() {
    for years in [3, 40] {
        for figure in figures(years) {
            SIZES.into_iter().for_each(|size| assert_printable(&figure, size));
        }
    }
}

#[test]
fn a_title_of_sixty_letters_is_printable() {
    let title = "Utopia keeps every pledge it made and asks who else has done";
    assert_eq!(title.chars().count(), 60);
    for figure in figures(3) {
        let figure = Figure { title: title.to_owned(), ..figure };
        SIZES.into_iter().for_each(|size| assert_printable(&figure, size));
    }
}

/// Every figure of the shipped book.
fn shipped(lang: Lang) -> Vec<Figure> {
    let book = Book::embedded().unwrap();
    let (pictures, _) = all(&Query::new(&book, book.latest_date().unwrap()), lang);
    pictures.into_iter().map(|picture| picture.figure).collect()
}

#[test]
fn the_shipped_pictures_leave_no_label_out() {
    for figure in Lang::ALL.into_iter().flat_map(shipped) {
        let left_out = |(width, height)| draw(&figure, &Options { width, height, ..Options::default() }).left_out;
        for size in &SIZES[..2] {
            assert!(left_out(*size).is_empty(), "{} at {size:?} lacks {:?}", figure.title, left_out(*size));
        }
        let small = left_out(SIZES[2]);
        assert!(!small.iter().any(|label| label.contains("Budget 2026")), "{small:?}");
    }
}

#[test]
fn a_picture_speaks_one_language() {
    const ENGLISH: [&str; 9] =
        [" of GDP", " and ", "Sources:", "As of ", "pledge", "estimate", "about ", " million", " in 20"];
    let book = Book::embedded().unwrap();
    let titles: Vec<String> = book.commitments.iter().map(|commitment| commitment.title.clone()).collect();
    for (english, latvian) in shipped(Lang::En).iter().zip(shipped(Lang::Lv)) {
        assert_eq!(english.series.len(), latvian.series.len());
        assert_printable(&latvian, SIZES[0]);
        let texts = draw(&latvian, &Options::default()).texts.into_iter().map(|text| text.text);
        for text in texts.chain([latvian.title, latvian.alt]) {
            // titles of the book are as the book has them, and the program has one name
            let own = titles
                .iter()
                .fold(text.replace(env!("CARGO_PKG_NAME"), ""), |text, title| text.replace(title.as_str(), ""));
            let word = ENGLISH.iter().find(|word| own.contains(**word));
            assert!(word.is_none(), "{word:?} in {text:?}");
        }
    }
}

#[test]
fn a_single_scenario_has_one_line_in_the_picture_of_scenarios() {
    let figures = figures(3);
    let lines = |figure: &Figure| {
        figure.series.iter().filter(|series| series.role == pledgebook::chart::figure::Role::Scenario).count()
    };
    assert_eq!(figures.iter().map(lines).filter(|lines| *lines > 0).collect::<Vec<_>>(), [1]);
}
