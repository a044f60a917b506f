//! The header of a scenario file, and what it says about the lines below.

use std::sync::Arc;

use csv::{ByteRecord, ReaderBuilder};

use crate::book::decode;
use crate::error::Result;
use crate::gdp::feed::{COUNT, Columns, Countries, GDP, sheet};
use crate::quantity::Country;
use crate::quantity::text::unguard;

/// Where the columns of a scenario file stand.
pub(super) struct Header<'b> {
    /// What messages call the file.
    pub(super) name: String,
    /// What it says about the lines below.
    pub(super) columns: Columns<'b>,
    /// The three letters of the country of lines that name none; of none where each line names its own.
    pub(super) code: [u8; 3],
    /// The header in one line, to stand above any part of the file.
    pub(super) line: String,
    places: [usize; 3],
    country_at: Option<usize>,
    count: usize,
}

/// The cells of a line.
pub(super) struct Cells<'t> {
    pub(super) scenario: &'t [u8],
    pub(super) year: &'t [u8],
    pub(super) gdp: &'t [u8],
    pub(super) country: Option<&'t [u8]>,
}

impl<'b> Header<'b> {
    /// Reads a header, with the blank lines before it.
    ///
    /// # Errors
    /// It is no UTF-8, or has other columns than a scenario file about these countries: the first thing that is wrong.
    pub(super) fn read(name: &str, bytes: &[u8], countries: Countries<'b>) -> Result<Self> {
        let text = Arc::new(decode(name, bytes.to_vec())?);
        let sheet = sheet(&text)?;
        let names: Vec<&str> = sheet.header().iter().collect();
        Ok(Self {
            name: name.to_owned(),
            columns: Columns::of(&sheet, countries)?,
            code: countries.default.map_or(*b"???", code),
            line: names.join(",") + "\n",
            places: ["scenario", "year", GDP].map(|column| sheet.position(column).unwrap_or(names.len())),
            country_at: sheet.position("country"),
            count: names.len(),
        })
    }

    /// The cells of a line without quotes, if it has as many as the header.
    pub(super) fn cells<'t>(&self, line: &'t [u8]) -> Option<Cells<'t>> {
        let mut cells: [&[u8]; COUNT] = [&[]; COUNT];
        let mut count = 0;
        for cell in line.split(|byte| *byte == b',') {
            *cells.get_mut(count)? = cell;
            count += 1;
        }
        self.named(&cells, count)
    }

    /// The first `count` cells by their columns, if these are as many as those of the header.
    #[inline]
    pub(super) fn named<'t>(&self, cells: &[&'t [u8]; COUNT], count: usize) -> Option<Cells<'t>> {
        let [scenario, year, gdp] = self.places;
        (count == self.count).then(|| Cells {
            scenario: cells[scenario],
            year: cells[year],
            gdp: cells[gdp],
            country: self.country_at.map(|at| cells[at]),
        })
    }

    /// Which of the cells is GDP.
    pub(super) fn gdp_at(&self) -> usize {
        self.places[2]
    }

    /// The scenario of a record, if it has as many cells as the header and the name is not blank.
    pub(super) fn scenario<'r>(&self, record: &'r ByteRecord) -> Option<&'r [u8]> {
        let sound = record.len() == self.count && is_text(record.as_slice());
        record.get(self.places[0]).filter(|_| sound).and_then(name)
    }
}

/// The three letters of a country.
pub(super) fn code(country: Country) -> [u8; 3] {
    let mut code = [b'?'; 3];
    code.iter_mut().zip(country.code().bytes()).for_each(|(to, letter)| *to = letter);
    code
}

/// The name in a cell of a scenario, if it is not blank.
pub(super) fn name(cell: &[u8]) -> Option<&[u8]> {
    let name = unguard(std::str::from_utf8(cell).ok()?);
    (!name.trim().is_empty()).then_some(name.as_bytes())
}

/// Whether bytes are UTF-8 without a NUL: a line that is not has no scenario.
pub(super) fn is_text(bytes: &[u8]) -> bool {
    (bytes.is_ascii() || std::str::from_utf8(bytes).is_ok()) && memchr::memchr(0, bytes).is_none()
}

/// Lets `visit` see each record of a text that starts with one: its bytes, line ends before and behind it included, and its cells.
///
/// It goes on as long as `visit` says so.
pub(super) fn records(text: &[u8], mut visit: impl FnMut(std::ops::Range<usize>, &ByteRecord) -> bool) {
    // a line end that counts for nothing keeps the reader from taking off a byte order mark inside the file
    let text_below = b"\n".iter().chain(text).copied().collect::<Vec<u8>>();
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text_below.as_slice());
    let mut record = ByteRecord::new();
    let mut start = 0;
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX).saturating_sub(1).min(text.len());
        if !visit(start..end, &record) {
            return;
        }
        start = end;
    }
}
