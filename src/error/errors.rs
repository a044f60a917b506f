//! Several findings at once.

use std::convert::Infallible;
use std::fmt;

use super::{Error, Result, Severity};

/// So many findings of a severity are kept whole; nobody reads more, which are counted.
const KEPT: usize = 1000;

/// Several findings, errors and warnings, in the order in which they were found: the first thousand of each, and how many there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Errors {
    kept: Vec<Error>,
    errors: usize,
    warnings: usize,
}

impl Errors {
    /// Adds a finding.
    pub fn push(&mut self, error: Error) {
        let count = match error.kind().severity() {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        *count += 1;
        if *count <= KEPT {
            self.kept.push(error);
        }
    }

    /// Adds the findings of another collection that are not there yet.
    pub fn extend_with_new(&mut self, others: Errors) {
        for error in others.kept {
            if !self.kept.contains(&error) {
                self.push(error);
            }
        }
    }

    /// The value, or nothing after its error has been added.
    pub fn keep<T>(&mut self, result: Result<T>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    /// Adds all findings of another collection.
    pub fn extend(&mut self, others: Errors) {
        let (errors, warnings) = (self.errors + others.errors, self.warnings + others.warnings);
        others.kept.into_iter().for_each(|error| self.push(error));
        (self.errors, self.warnings) = (errors, warnings);
    }

    /// The same with so many errors more, of which nothing was kept.
    #[cfg(any(test, feature = "cli"))]
    #[must_use]
    pub(crate) fn and_more(mut self, errors: usize) -> Self {
        self.errors += errors;
        self
    }

    /// Errors first, as they were found, then the warnings by their kinds in the order of the catalogue.
    #[cfg(any(test, feature = "cli"))]
    pub(crate) fn sort(&mut self) {
        self.kept.sort_by_key(|error| match error.kind().severity() {
            Severity::Error => (Severity::Error, 0),
            Severity::Warning => (Severity::Warning, error.kind().rank()),
        });
    }

    /// The findings in order, as far as they were kept.
    pub fn iter(&self) -> std::slice::Iter<'_, Error> {
        self.kept.iter()
    }

    /// The first finding.
    #[must_use]
    pub(crate) fn first(&self) -> Option<&Error> {
        self.kept.first()
    }

    /// How many findings are of this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.warnings,
        }
    }

    /// How many findings there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.errors + self.warnings
    }

    /// Whether something stands in the way; warnings do not.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// Those that stand in the way, without the warnings.
    #[must_use]
    pub fn without_warnings(mut self) -> Self {
        self.kept.retain(|error| error.kind().severity() == Severity::Error);
        Self { warnings: 0, ..self }
    }

    /// Whether nothing at all was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.total() == 0
    }
}

impl From<Error> for Errors {
    fn from(error: Error) -> Self {
        let mut errors = Self::default();
        errors.push(error);
        errors
    }
}

/// What cannot fail has no findings, so that a year and the number of one are taken alike.
impl From<Infallible> for Errors {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.iter().enumerate() {
            write!(f, "{}{error}", if index == 0 { "" } else { "\n" })?;
        }
        match self.total() - self.kept.len() {
            0 => Ok(()),
            more => write!(f, "\nand {more} more"),
        }
    }
}

impl std::error::Error for Errors {}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::*;

    #[test]
    fn errors_stand_first_and_warnings_of_figures_before_those_that_describe() {
        let mut found = Errors::default();
        found.push(Error::new(Kind::SecondHand { source: "x".to_owned() }));
        found.push(Error::new(Kind::LargerPart { part: "2".to_owned(), whole: "1".to_owned() }));
        found.push(Error::new(Kind::EmptyFile {}));
        found.sort();
        let names: Vec<&str> = found.iter().map(|error| error.kind().name()).collect();
        assert_eq!(names, ["empty-file", "larger-part", "second-hand"]);
        assert_eq!((found.clone().and_more(3).count(Severity::Error), found.and_more(3).iter().count()), (4, 3));
    }

    #[test]
    fn of_very_many_findings_the_first_are_kept_and_all_are_counted() {
        let mut warnings = Errors::default();
        let warning = || Error::new(Kind::NoSuchPublisher { name: "x".to_owned() });
        (0..2 * KEPT).for_each(|_| warnings.push(warning()));
        let mut all = warnings.clone();
        all.extend(warnings);
        all.push(Error::new(Kind::EmptyFile {}));
        assert_eq!((all.count(Severity::Warning), all.total(), all.iter().count()), (4 * KEPT, 4 * KEPT + 1, KEPT + 1));
        assert!(all.to_string().ends_with("the file is empty\nand 3000 more"));
        let alone = all.without_warnings();
        assert_eq!((alone.total(), alone.to_string().as_str()), (1, "the file is empty"));
    }
}
