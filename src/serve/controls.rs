//! Forms whose fields are options of the command line.

use askama::Template;

use crate::quantity::Year;

use super::address::written;
use super::desk::Refusal;
use super::visit::Visit;

/// What there is to choose from: each value with what it is called.
pub(super) type Choices = Vec<(String, String)>;

/// A form that asks for the same page again.
#[derive(Template)]
#[template(path = "controls.html", config = "src/askama.toml")]
pub(super) struct Controls {
    action: &'static str,
    /// The same page of the same country, with nothing filled in.
    fresh: String,
    /// What the address says beside its fields.
    kept: Choices,
    fields: Vec<Field>,
}

/// A field of a form.
#[derive(Template)]
#[template(path = "field.html", config = "src/askama.toml")]
pub(super) struct Field {
    /// The name of the option.
    name: &'static str,
    label: String,
    values: Vec<String>,
    /// How it is written, or what it means; said below it.
    hint: &'static str,
    kind: Kind,
}

/// How a field is filled in.
enum Kind {
    /// Written, or taken from what is suggested.
    Text(Choices),
    /// Written as `YEAR=FIGURE,...`, by sliders for these years, each with its latest figure.
    Years(Choices),
    /// Words of a pledge, whose figure a slider moves.
    Share,
    /// Chosen from lists, each with a name, which a list alone does not need.
    Choice(Vec<(&'static str, Choices)>),
    /// A day, chosen from a list.
    Day(Choices),
    /// As many as one likes.
    Several(Choices),
    /// Said or not.
    Flag,
}

impl Controls {
    /// A form of the page that is visited.
    pub(super) fn of(visit: &Visit<'_>, fields: Vec<Field>) -> Self {
        let others = visit.fields.iter().filter(|(name, _)| fields.iter().all(|field| field.name != name));
        let kept = if fields.iter().any(|field| field.name == "country") { "" } else { "country" };
        let fresh = written(visit.path, visit.field(kept).map(|value| (kept, value)));
        Self { action: visit.path, fresh, kept: others.cloned().collect(), fields }
    }
}

impl Field {
    fn new(visit: &Visit<'_>, name: &'static str, label: &str, kind: Kind) -> Self {
        let values = visit.values(name).map(str::to_owned).collect();
        Self { name, label: label.to_owned(), values, hint: "", kind }
    }

    /// The same with sliders for no later year than this one.
    pub(super) fn until(mut self, last: Option<Year>) -> Self {
        if let (Kind::Years(latest), Some(last)) = (&mut self.kind, last) {
            latest.retain(|(year, _)| year.parse().is_ok_and(|year: Year| year <= last));
        }
        self
    }

    /// The same without sliders of years, where they move nothing.
    pub(super) fn still(mut self) -> Self {
        if let Kind::Years(latest) = &mut self.kind {
            latest.clear();
        }
        self
    }

    /// A field that is written into.
    pub(super) fn text(visit: &Visit<'_>, name: &'static str, label: &str, hint: &'static str) -> Self {
        Self::suggested(visit, name, label, (hint, Vec::new()))
    }

    /// The same with what might be written.
    pub(super) fn suggested(
        visit: &Visit<'_>,
        name: &'static str,
        label: &str,
        (hint, suggested): (&'static str, Choices),
    ) -> Self {
        Self { hint, ..Self::new(visit, name, label, Kind::Text(suggested)) }
    }

    /// A field of figures year by year.
    pub(super) fn years(
        visit: &Visit<'_>,
        name: &'static str,
        label: &str,
        (hint, latest): (&'static str, Choices),
    ) -> Self {
        Self { hint, ..Self::new(visit, name, label, Kind::Years(latest)) }
    }

    /// The words of a pledge, which are these unless the address says others.
    pub(super) fn share(visit: &Visit<'_>, name: &'static str, label: &str, own: String) -> Self {
        let mut field = Self::new(visit, name, label, Kind::Share);
        if field.values.is_empty() {
            field.values.push(own);
        }
        field
    }

    /// A field that is chosen from a list.
    pub(super) fn choice(visit: &Visit<'_>, name: &'static str, label: &str, choices: Choices) -> Self {
        Self::grouped(visit, name, label, vec![("", choices)])
    }

    /// A field that is chosen from lists with names. What the address says is among them, whatever it is.
    pub(super) fn grouped(
        visit: &Visit<'_>,
        name: &'static str,
        label: &str,
        mut groups: Vec<(&'static str, Choices)>,
    ) -> Self {
        if let Some(value) = visit.field(name)
            && !groups.iter().any(|(_, choices)| choices.iter().any(|(own, _)| own == value))
        {
            groups.push(("As asked", vec![(value.to_owned(), value.to_owned())]));
        }
        Self::new(visit, name, label, Kind::Choice(groups))
    }

    /// A day on which something became known, the newest first.
    pub(super) fn day(visit: &Visit<'_>, label: &str, mut days: Choices) -> Result<Self, Refusal> {
        days.insert(0, (String::new(), format!("Latest ({})", visit.book()?.today())));
        if let Some(value) = visit.field("as-of").filter(|value| days.iter().all(|(day, _)| day != value)) {
            days.push((value.to_owned(), value.to_owned()));
        }
        Ok(Self::new(visit, "as-of", label, Kind::Day(days)))
    }

    /// As many of a list as one likes.
    pub(super) fn several(visit: &Visit<'_>, name: &'static str, label: &str, choices: Choices) -> Self {
        Self::new(visit, name, label, Kind::Several(choices))
    }

    /// A field that is said or not.
    pub(super) fn flag(visit: &Visit<'_>, name: &'static str, label: &str) -> Self {
        Self::new(visit, name, label, Kind::Flag)
    }

    /// The option that it is.
    pub(super) fn name(&self) -> &'static str {
        self.name
    }

    /// What the field says.
    fn value(&self) -> &str {
        self.values.first().map_or("", String::as_str)
    }

    fn has(&self, value: &str) -> bool {
        self.value() == value || self.values.iter().any(|own| own == value)
    }
}
