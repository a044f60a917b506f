//! What an edition carries over from a file into a book.

use crate::quantity::text::in_data;

use super::Edition;

/// Names the document in every row, by another id where one is wanted, and shows what hides in the texts of both.
pub(super) fn carry(edition: &mut Edition, id: Option<&str>) {
    let Edition { rows, document, .. } = edition;
    if let Some(id) = id {
        id.clone_into(&mut document.id);
    }
    show(&mut document.title);
    show(&mut document.publisher);
    [&mut document.url, &mut document.licence, &mut document.note].into_iter().flatten().for_each(show);
    for row in rows {
        row.source.clone_from(&document.id);
        show(&mut row.publisher);
        row.note.iter_mut().for_each(show);
    }
}

fn show(text: &mut String) {
    *text = in_data(std::mem::take(text));
}
