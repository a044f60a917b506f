//! Forms whose fields are options of the command line.

use super::visit::Visit;

/// A form that asks for the same page again.
pub(super) struct Controls {
    pub(super) action: &'static str,
    pub(super) fields: Vec<Field>,
}

/// A field of a form.
pub(super) struct Field {
    /// The name of the option.
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) value: String,
    /// What there is to choose from, each with what it is called; none of a field that is written into.
    pub(super) choices: Vec<(String, String)>,
}

impl Controls {
    /// A form of the page that is visited.
    pub(super) fn of(visit: &Visit<'_>, fields: Vec<Field>) -> Self {
        Self { action: visit.path, fields }
    }
}

impl Field {
    /// A field that is written into.
    pub(super) fn text(visit: &Visit<'_>, name: &'static str, label: &str) -> Self {
        Self::choice(visit, name, label, Vec::new())
    }

    /// A field that is chosen from a list.
    pub(super) fn choice(visit: &Visit<'_>, name: &'static str, label: &str, choices: Vec<(String, String)>) -> Self {
        let value = visit.field(name).unwrap_or_default().to_owned();
        Self { name, label: label.to_owned(), value, choices }
    }
}
