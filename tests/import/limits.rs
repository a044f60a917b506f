//! What is no workbook, or asks for more than one is worth, ends in an error that says what to do.

use proptest::prelude::*;

use super::book::Book;
use super::import;

const TABLE: &str = "A1 | Table 1: Defence expenditure (million national currency units, current prices)
                     A4 | | 2014 | 2015
                     A5 | Latvia (Euros) | 221.05 | 253.739";

fn book() -> Book {
    Book::new(&[("Table 1", TABLE)])
}

/// What is said of a file that is refused.
fn refused(bytes: &[u8]) -> String {
    import("nato", bytes).unwrap_err().to_string()
}

/// The sheet of the book with these cells in its row 6.
fn with_cells(cells: &str) -> Book {
    let head = r#"<c r="A1" t="str"><v>Table 1: Defence expenditure (million national currency units, current prices)</v></c>"#;
    let sheet = format!(
        r#"<worksheet><sheetData><row r="1">{head}</row><row r="4"><c r="B4"><v>2014</v></c><c r="C4"><v>2015</v></c></row><row r="5"><c r="A5" t="inlineStr"><is><t>Latvia (Euros)</t></is></c><c r="B5"><v>221.05</v></c></row><row r="6">{cells}</row></sheetData></worksheet>"#
    );
    book().with("xl/worksheets/sheet1.xml", sheet)
}

#[test]
fn the_book_itself_is_read() {
    assert_eq!(import("nato", &book().bytes()).unwrap().rows.len(), 2);
    assert_eq!(import("nato", &with_cells("").bytes()).unwrap().rows.len(), 1);
}

#[test]
fn another_kind_of_file_is_said_to_be_one() {
    let locked: Vec<u8> = [0xD0, 0xCF, 0x11, 0xE0]
        .into_iter()
        .chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let kind = |target: &str| {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
        let rels =
            format!(r#"<Relationships><Relationship Id="r" Type="{office}" Target="{target}"/></Relationships>"#);
        book().with("_rels/.rels", rels).bytes()
    };
    let open_document = Book { parts: vec![("mimetype".to_owned(), b"application/vnd.oasis".to_vec())] };
    for (bytes, reason) in [
        (b"<html><table></table></html>".to_vec(), "it is text or a page"),
        (b"WEO Country Code\tISO".to_vec(), "it is text or a page"),
        (vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "it is an .xls file of the old kind"),
        (locked, "it is locked with a password"),
        (open_document.bytes(), "it is an OpenDocument file"),
        (Book { parts: vec![("a.txt".to_owned(), vec![])] }.bytes(), "it is an archive of other files"),
        (kind("xl/workbook.bin"), "it is a binary workbook (.xlsb)"),
        (kind("word/document.xml"), "it is no spreadsheet"),
        (b"".to_vec(), "the file is empty"),
    ] {
        let said = refused(&bytes);
        assert!(said.starts_with("book.xlsx: ") && said.contains(reason) && said.contains("; "), "{said}");
    }
}

#[test]
fn a_part_that_is_locked_is_said_to_be() {
    let mut bytes = book().bytes();
    for (mark, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let places: Vec<usize> =
            bytes.windows(4).enumerate().filter(|(_, four)| four == mark).map(|(at, _)| at).collect();
        places.into_iter().for_each(|at| bytes[at + flags] |= 1);
    }
    assert!(refused(&bytes).contains("it is locked with a password"));
}

#[test]
fn a_file_that_expands_without_end_is_left_alone() {
    let bomb = book().with("xl/media/image1.png", vec![0; 40 << 20]).bytes();
    assert!(bomb.len() < 100_000 && refused(&bomb).contains("more than 33554432 bytes when expanded"));
    let parts = (0..1_001).fold(book(), |book, at| book.with(&format!("xl/media/{at}"), ""));
    assert!(refused(&parts.bytes()).contains("more than 1000 parts"));
}

#[test]
fn one_part_is_not_read_as_any_number_of_sheets() {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let sheets = |count: usize| -> String {
        let sheet = |at| format!(r#"<sheet name="{at}" sheetId="{at}" r:id="rId1"/>"#);
        (1..=count).map(sheet).collect()
    };
    let workbook = |count| format!(r#"<workbook xmlns:r="{office}"><sheets>{}</sheets></workbook>"#, sheets(count));
    let said = refused(&book().with("xl/workbook.xml", workbook(251)).bytes());
    assert!(said.contains("it has more than 250 sheets"), "{said}");
    assert!(!refused(&book().with("xl/workbook.xml", workbook(250)).bytes()).contains("sheets;"));
}

#[test]
fn what_is_kept_whole_is_counted_first() {
    let strings = |text: String| refused(&book().with("xl/sharedStrings.xml", text).bytes());
    assert!(strings("<sst uniqueCount=\"99999999999999\"></sst>".to_owned()).contains("more than 300000 texts"));
    assert!(strings(format!("<sst>{}</sst>", "<si/>".repeat(300_001))).contains("more in `xl/sharedstrings.xml`"));
    assert!(
        strings(format!("<sst><si><t>{}</t></si></sst>", "a".repeat(200_000)))
            .contains("it has a text of 200000 bytes")
    );
    let font = format!("<fonts><font><name val=\"{}\"/></font></fonts>", "a".repeat(100_000));
    let styles = format!("<styleSheet>{font}<cellXfs>{}</cellXfs></styleSheet>", "<xf fontId=\"0\"/>".repeat(20_000));
    assert!(refused(&book().with("xl/styles.xml", styles).bytes()).contains("more in `xl/styles.xml`"));
}

#[test]
fn a_text_that_many_cells_share_is_counted_in_each() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "a".repeat(100_000));
    let cells: String = (0..170).map(|_| r#"<c r="B6" t="s"><v>0</v></c>"#).collect();
    let book = with_cells(&cells).with("xl/sharedStrings.xml", strings);
    assert!(refused(&book.bytes()).contains("more than 16777216 letters in its cells"));
}

#[test]
fn a_far_cell_is_refused_if_it_holds_something() {
    let said = refused(&with_cells(r#"<c r="XFD1048576"><v>1</v></c>"#).bytes());
    assert!(said.starts_with("book.xlsx, sheet `Table 1`, cell XFD1048576: "), "{said}");
    assert!(import("nato", &with_cells(r#"<c r="XFD1048576" s="1"/>"#).bytes()).is_ok());
    let many = r#"<c r="B6"/>"#.repeat(300_001);
    assert!(refused(&with_cells(&many).bytes()).contains("more than 300000 cells"));
}

#[test]
fn a_file_that_is_cut_off_anywhere_is_an_error() {
    let bytes = book().bytes();
    for end in 0..bytes.len() {
        assert!(!refused(&bytes[..end]).is_empty(), "{end}");
    }
}

#[test]
fn numbers_are_read_as_they_are_stored() {
    for (cell, value) in [
        (r#"<c r="C5"><v>1.1000000000000001</v></c>"#, Some("1.1")),
        (r#"<c r="C5"><v>2.5E-2</v></c>"#, Some("0.025")),
        (r#"<c r="C5" t="str"><v>1720.00</v></c>"#, Some("1720.00")),
        (r#"<c r="C5" t="inlineStr"><is><t>1,720</t></is></c>"#, Some("1720")),
        (r#"<c r="C5"><f>B5*2</f><v>442.1</v></c>"#, Some("442.1")),
        (r#"<c r="C5" t="e"><v>#REF!</v></c>"#, None),
        (r#"<c r="C5" t="str"><v>#REF!</v></c>"#, None),
    ] {
        let book = with_cells("");
        let sheet =
            String::from_utf8(book.parts.iter().find(|(name, _)| name.ends_with("sheet1.xml")).unwrap().1.clone())
                .unwrap();
        let sheet = sheet.replace("<v>221.05</v></c>", &format!("<v>221.05</v></c>{cell}"));
        let edition = import("nato", &book.with("xl/worksheets/sheet1.xml", sheet).bytes()).unwrap();
        assert_eq!(edition.rows.get(1).map(|row| row.value.to_string()).as_deref(), value, "{cell}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_part_may_be_anything(name in "(xl/(workbook|styles|sharedStrings)|xl/worksheets/sheet1|_rels/)\\.(xml|rels)", text in "(</?(sheetData|c|v|row|sst|si|t|xf|sheet)( (r|s|t|name)=\"[A-Z0-9a-z]{0,12}\")?>|[0-9<>&\" ]){0,40}") {
        drop(import("nato", &book().with(&name, text).bytes()));
        drop(import("sipri", &book().with(&name, "").bytes()));
    }

    #[test]
    fn any_bytes_may_be_changed(at in 0usize..4_000, byte in any::<u8>()) {
        let mut bytes = book().bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        drop(import("nato", &bytes));
    }
}
