//! `translations/*.csv`: what titles and publishers are called in another language, one row each.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Deserialize;

use crate::book::sheet::{Column, Row, Sheet, filled};
use crate::error::{self, Error, Kind, Origin, Result, SourceText};
use crate::quantity::text::unguard;

use super::draft::Draft;

/// The columns of every translation.
const COLUMNS: [Column; 2] = [Column { name: "text", required: true }, Column { name: "translation", required: true }];

/// A row as text.
#[derive(Debug, Deserialize)]
struct Cells<'r> {
    text: &'r str,
    translation: &'r str,
}

/// The language of a file of translations, which its name gives.
pub(super) fn language(name: &str) -> Option<String> {
    let (language, _) = name.strip_prefix("translations/")?.rsplit_once('.')?;
    Some(language.to_lowercase())
}

impl Draft {
    pub(super) fn read_translations(&mut self, language: &str, text: &Arc<SourceText>) {
        let sheet = match Sheet::read(text, &COLUMNS) {
            Ok(sheet) => sheet,
            Err(errors) => return self.errors.extend(errors),
        };
        for row in sheet.rows() {
            let added = self.add_translation(language, row, text);
            self.errors.keep(added);
        }
    }

    fn add_translation(&mut self, language: &str, row: Row<'_>, text: &Arc<SourceText>) -> Result<()> {
        let cells: Cells<'_> = row.cells()?;
        let of = row.at("text", filled("text", cells.text))?;
        let words = row.at("translation", filled("translation", cells.translation))?;
        let origin = Origin::new(text, row.cell("text"));
        row.at("text", self.translations.add(language, unguard(of), unguard(words), origin))
    }

    /// Translations of what the book no longer says; silent while something could not be read, since it may stand there.
    pub(super) fn check_translations(&self, found: &mut Vec<Error>) {
        if self.errors.has_errors() {
            return;
        }
        let texts = self.texts();
        let known: BTreeSet<&str> = texts.iter().copied().collect();
        let stray = self.translations.texts().filter(|(text, _)| !known.contains(text));
        for (text, origin) in stray {
            let near = self.names.suggested(|| error::nearest(text, texts.iter().copied()));
            let help = near.map_or_else(|| "take the row out".to_owned(), |near| format!("did you mean `{near}`?"));
            found.push(Error::new(Kind::NothingToTranslate { text: text.to_owned() }).help(help).at(origin.place()));
        }
    }

    /// The titles and publishers of the book, and its own.
    fn texts(&self) -> Vec<&str> {
        let definitions = self.definitions.iter().map(|definition| &definition.title);
        let groups = self.groups.iter().map(|group| &group.title);
        let commitments = self.commitments.iter().map(|commitment| &commitment.title);
        let scenarios = self.scenarios.iter().map(|scenario| &scenario.title);
        let sources = self.sources.iter().flat_map(|source| [&source.title, &source.publisher]);
        let publishers = self.observations.iter().map(|observation| &observation.publisher);
        let texts = definitions.chain(groups).chain(commitments).chain(scenarios).chain(sources).chain(publishers);
        texts.chain(&self.title).map(String::as_str).collect()
    }
}
