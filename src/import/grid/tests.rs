//! What holds of texts of rows and cells.

use proptest::prelude::*;

use super::*;

fn grid(text: &str, separator: char) -> Result<Vec<Vec<String>>> {
    let grid = Grid::read(&Arc::new(SourceText::new("x", text)), separator)?;
    Ok(grid.lines().map(|line| line.cells().map(|cell| cell.text.into_owned()).collect()).collect())
}

#[test]
fn rows_are_read_whatever_parts_their_cells() {
    let expected = vec![vec!["a".to_owned(), "b \"c\", d".to_owned(), String::new()], vec!["1".to_owned()]];
    for (text, sign) in [
        ("a,\"b \"\"c\"\", d\",\r\n\r\n 1 \r\n", ','),
        ("a;\"b \"\"c\"\", d\";\n1", ';'),
        ("a \t\"b \"\"c\"\", d\"\t\r1\n\n", '\t'),
    ] {
        assert_eq!(separator(text), sign);
        assert_eq!(grid(text, sign).unwrap(), expected);
    }
    for wrong in ["a,\"b", "a,\"b\"c", " \n,\n", ""] {
        assert!(grid(wrong, ',').is_err(), "{wrong}");
    }
}

#[test]
fn no_more_cells_are_read_than_a_publisher_ships() {
    for (text, sign) in [(",".repeat(CELLS + 1), ','), ("1\n".repeat(CELLS + 1), ',')] {
        let error = Grid::read(&Arc::new(SourceText::new("x", text)), sign).unwrap_err();
        assert!(error.to_string().starts_with("cannot read `x`: it has more than 5000000 cells"), "{error}");
    }
    assert!(Grid::read(&Arc::new(SourceText::new("x", "\n".repeat(CELLS + 1) + "1")), ',').is_ok());
}

proptest! {
    #[test]
    fn any_text_is_rows_or_an_error(text in "[a,;\t\"\r\n é]{0,24}") {
        drop(grid(&text, separator(&text)));
    }
}
