//! A workbook from lines of text, as small as a reader takes it.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The parts of a workbook by their names.
pub(crate) struct Book {
    pub(crate) parts: Vec<(String, Vec<u8>)>,
}

/// Formats of cells: plain, blue letters, red letters, two decimals, per cent, and a date.
const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<fonts><font/><font><color rgb="FF0000FF"/></font><font><color indexed="10"/></font></fonts><fills><fill/></fills>
<borders><border/></borders><cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/><xf numFmtId="4" fontId="0"/>
<xf numFmtId="10" fontId="0"/><xf numFmtId="14" fontId="0"/></cellXfs></styleSheet>"#;

impl Book {
    /// A workbook of these sheets, each of lines as `C11 | Albania (Leks) | 18788.017 | '2019 | !#REF!`: the cell that a line
    /// begins in, and what stands there and to the right of it. Digits are a number; `'` makes them a text, `!` an error,
    /// and `blue`, `red`, `.00`, `%` or `date` before them a format.
    pub(crate) fn new(sheets: &[(&str, &str)]) -> Self {
        let mut strings = Vec::new();
        let sheet = |(at, (_, text)): (usize, &(&str, &str))| {
            (format!("xl/worksheets/sheet{}.xml", at + 1), sheet(text, &mut strings).into_bytes())
        };
        let mut parts: Vec<_> = sheets.iter().enumerate().map(sheet).collect();
        let names = sheets.iter().map(|(name, _)| *name);
        parts.extend(frame(names).map(|(name, text)| (name.to_owned(), text.into_bytes())));
        let texts: String = strings.iter().fold(String::new(), |mut all, text| {
            write!(all, "<si><t>{}</t></si>", escaped(text)).unwrap();
            all
        });
        parts.push((
            "xl/sharedStrings.xml".to_owned(),
            format!("<sst uniqueCount=\"{}\">{texts}</sst>", strings.len()).into(),
        ));
        Self { parts }
    }

    /// The same with another text in a part, which is added if it is not there.
    pub(crate) fn with(mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.parts.retain(|(own, _)| own != name);
        self.parts.push((name.to_owned(), bytes.into()));
        self
    }

    /// The same with a sheet that is not shown.
    pub(crate) fn hiding(mut self, sheet: &str) -> Self {
        let (_, workbook) = self.parts.iter_mut().find(|(name, _)| name == "xl/workbook.xml").unwrap();
        let (name, text) = (format!("name=\"{sheet}\""), String::from_utf8(workbook.clone()).unwrap());
        *workbook = text.replace(&name, &format!("{name} state=\"hidden\"")).into_bytes();
        self
    }

    /// The file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        for (name, bytes) in &self.parts {
            archive.start_file(name.as_str(), options).unwrap();
            archive.write_all(bytes).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }
}

/// What every workbook has around its sheets.
fn frame<'n>(names: impl Iterator<Item = &'n str> + Clone) -> [(&'static str, String); 4] {
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut sheets = String::new();
    let mut relations = String::new();
    for (at, name) in names.enumerate() {
        let number = at + 1;
        let name = escaped(name);
        write!(sheets, r#"<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>"#).unwrap();
        let target = format!("worksheets/sheet{number}.xml");
        write!(relations, r#"<Relationship Id="rId{number}" Type="{OFFICE}/worksheet" Target="{target}"/>"#).unwrap();
    }
    [
        (
            "_rels/.rels",
            format!(
                r#"<Relationships><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        ("xl/workbook.xml", format!(r#"<workbook xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>"#)),
        ("xl/_rels/workbook.xml.rels", format!("<Relationships>{relations}</Relationships>")),
        ("xl/styles.xml", STYLES.to_owned()),
    ]
}

fn sheet(text: &str, strings: &mut Vec<String>) -> String {
    let mut rows = String::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let mut cells = line.split('|').map(str::trim);
        let first = cells.next().unwrap();
        let digits = first.find(|c: char| c.is_ascii_digit()).unwrap();
        let (column, row) = (number(&first[..digits]), &first[digits..]);
        write!(rows, r#"<row r="{row}">"#).unwrap();
        for (column, content) in (column..).zip(cells).filter(|(_, content)| !content.is_empty()) {
            write!(rows, r#"<c r="{}{row}"{}</c>"#, letters(column), cell(content, strings)).unwrap();
        }
        rows.push_str("</row>");
    }
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

/// The rest of a cell's tag, and what stands in it.
fn cell(content: &str, strings: &mut Vec<String>) -> String {
    let formats = [("blue ", 1), ("red ", 2), (".00 ", 3), ("% ", 4), ("date ", 5)];
    let found = formats.iter().find_map(|(name, style)| Some((content.strip_prefix(name)?, *style)));
    let (content, style) = found.unwrap_or((content, 0));
    let is_number = content.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit())
        && content.bytes().all(|b| b".E-".contains(&b) || b.is_ascii_digit());
    match content.strip_prefix('!') {
        Some(error) => format!(r#" t="e"><v>{error}</v>"#),
        None if is_number => format!(r#" s="{style}"><v>{content}</v>"#),
        None => {
            strings.push(content.strip_prefix('\'').unwrap_or(content).to_owned());
            format!(r#" t="s" s="{style}"><v>{}</v>"#, strings.len() - 1)
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn number(letters: &str) -> u32 {
    letters.bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1) - 1
}

fn letters(column: u32) -> String {
    let last = char::from(b'A' + u8::try_from(column % 26).unwrap());
    if column < 26 { last.to_string() } else { format!("{}{last}", letters(column / 26 - 1)) }
}
