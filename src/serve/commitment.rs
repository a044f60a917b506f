//! `/commitment`: its words, where they were said, and every verdict on them.

use crate::book::Commitment;
use crate::error::Error;
use crate::pledge::When;
use crate::quantity::Year;

use super::Page;
use super::controls::Field;
use super::desk::Refusal;
use super::facts::{Fact, Facts};
use super::piece::Piece;
use super::visit::Visit;
use super::{choices, what_if};

pub(super) const PAGE: Page = Page {
    path: "/commitment",
    name: "Commitments",
    title,
    about,
    of_country: true,
    commands: &[&["chart", "amounts"], &["chart", "gap"], &["verdicts"], &["amounts"], &["timeline"], &["commitments"]],
    fields,
    build,
};

fn title(visit: &Visit<'_>) -> Result<String, Refusal> {
    Ok(match named(visit)? {
        Some(own) => format!("{}: {}", own.country.name(), own.title),
        None => format!("{}: commitments", visit.country()?.name()),
    })
}

fn about(visit: &Visit<'_>) -> &'static str {
    if visit.says(&["commitment"]) {
        "Its words, where they were said, what became of them, and every verdict on them."
    } else {
        "Every commitment, by whom and when it was made; each leads to its words and the verdicts on them."
    }
}

/// The commitment that the address names.
fn named<'v>(visit: &Visit<'v>) -> Result<Option<&'v Commitment>, Refusal> {
    let Some(id) = visit.field("commitment") else { return Ok(None) };
    let asked = visit.field("country").map(|_| visit.country()).transpose()?;
    let asked = asked.map(|country| vec![country]);
    visit.found(visit.book()?.named_commitment(id, asked.as_deref())).map(Some)
}

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    let Some(own) = named(visit)? else { return Ok(vec![visit.rows(&["commitments"], &[])?]) };
    let said = Said::of(visit, own)?;
    let told =
        |definition| [vec![("country", own.country.code()), ("definition", definition)], said.instead()].concat();
    let (own_definition, is_said) = (said.definition.as_str(), said.words.is_some());
    let judged = if is_said || visit.says(&["definition"]) { own_definition } else { "all" };
    // amounts ask for a definition only where the words are a share of what is spent under another one
    let is_share_of_spending = visit.book()?.definition(own_definition).is_some_and(|own| own.of.is_some());
    let counted = if is_said && is_share_of_spending { own_definition } else { "" };
    let drawn = if is_said { own_definition } else { "" };
    // one that was replaced is shown as well, since it is asked for by name
    let rows = |definition| [told(definition), vec![("all", if is_said { "" } else { "on" })]].concat();
    let pictures: &[&str] = if is_said || visit.says(what_if::MADE) { &["amounts"] } else { &["gap", "amounts"] };
    Ok(vec![
        Piece::Facts(facts(visit, own)?),
        Piece::bench(visit, fields(visit)?, visit.first_picture(pictures, &told(drawn))?),
        Piece::heading("Verdicts"),
        visit.rows(&["verdicts"], &rows(judged))?,
        Piece::heading("Amounts"),
        visit.rows(&["amounts"], &rows(counted))?,
        Piece::heading("Then and now"),
        visit.rows(&["timeline"], &[("country", own.country.code()), ("years", "")])?,
    ])
}

/// Words in the place of those of a commitment.
struct Said {
    words: Option<String>,
    definition: String,
    years: String,
}

impl Said {
    fn of(visit: &Visit<'_>, own: &Commitment) -> Result<Self, Refusal> {
        let written = |text: &str| own.pledge.is_some_and(|pledge| pledge.to_string() == text);
        let words = visit.field("pledge").filter(|words| !written(words)).map(str::to_owned);
        let definition = own.definition.as_ref().map(|own| own.id.as_str());
        Ok(Self {
            words,
            definition: visit.field("definition").or(definition).unwrap_or_default().to_owned(),
            years: visit.field("years").map_or_else(|| years(own), str::to_owned),
        })
    }

    /// What commands are told in the place of the commitment.
    fn instead(&self) -> Vec<(&str, &str)> {
        match &self.words {
            Some(words) => {
                vec![("commitment", ""), ("pledge", words), ("years", &self.years)]
            }
            None => vec![("pledge", "")],
        }
    }
}

/// The last year of a commitment; nothing where it has no end.
fn last_year(own: &Commitment) -> Option<Year> {
    match own.when {
        Some(When::Each(years) | When::Sum(years) | When::Mean(years)) => Some(years.last()),
        Some(When::By(year)) => Some(year),
        Some(When::From(_)) | None => None,
    }
}

/// The years of a commitment, as `--years` takes them; nothing where it has no end.
fn years(own: &Commitment) -> String {
    match own.when {
        Some(When::Each(years) | When::Sum(years) | When::Mean(years)) => {
            format!("{}-{}", years.first(), years.last())
        }
        Some(When::By(year)) => year.to_string(),
        Some(When::From(_)) | None => String::new(),
    }
}

fn fields(visit: &Visit<'_>) -> Result<Vec<Field>, Refusal> {
    let Some(own) = named(visit)? else { return Ok(Vec::new()) };
    let mut fields = Vec::new();
    if let Some(pledge) = own.pledge {
        fields.push(Field::share(visit, "pledge", "Words of the pledge", pledge.to_string()));
        let book = visit.book()?;
        let family = book.family_of(own);
        let mut definitions = vec![(String::new(), "Its own, and its family".to_owned())];
        definitions.extend(family.into_iter().flat_map(|family| choices::definitions(book, Some(family))));
        fields.push(Field::choice(visit, "definition", "Definition", definitions));
    }
    let last = last_year(own);
    fields.extend(what_if::fields(visit)?.into_iter().map(|field| field.until(last)));
    Ok(fields)
}

/// Words, strength, day, source and history of a commitment.
fn facts(visit: &Visit<'_>, own: &Commitment) -> Result<Facts, Refusal> {
    let (book, as_of) = (visit.book()?, visit.as_of()?);
    let other = |other: &Commitment| {
        let said = [("commitment", other.id.as_str()), ("country", other.country.code())];
        Fact::leading(other.title.clone(), visit.leading_to("/commitment", &said))
    };
    let of = |id: &str| book.commitment(id, own.country).map(other);
    let words = own.pledge.map_or_else(|| "no figure".to_owned(), |pledge| pledge.to_string());
    let source = book.source(&own.source.id).map(|source| {
        let words = format!("{}: {}, {}", source.publisher, source.title, source.published);
        Fact::document(words, source.url.as_deref())
    });
    let later = own.check_announced(as_of).err().map(|error: Error| Fact::words(error.kind().to_string()));
    Ok(Facts::named("commitment")
        .with("Words", [Fact::words(words)])
        .with("Years", [Fact::words(own.years())])
        .with("Definition", book.definition_of(own).map(|definition| Fact::words(definition.title.clone())))
        .with("Strength", [Fact::words(own.strength.to_string())])
        .with("Announced", [Fact::words(own.announced.to_string())])
        .with("Not yet", later)
        .with("Source", source)
        .with("Note", own.note.clone().map(Fact::words))
        .with("Made by", own.group.as_ref().map(|group| Fact::words(group.group.clone())))
        .with("Replaces", own.supersedes.as_ref().and_then(|own| of(&own.id)))
        .with("Replaced by", book.superseded_by(own, as_of).map(other))
        .with("Part of", own.part_of.as_ref().and_then(|own| of(&own.id)))
        .with("Derivation", [Fact::leading("step by step", explained(visit, own))]))
}

fn explained(visit: &Visit<'_>, own: &Commitment) -> String {
    visit.leading_to("/explain", &[("id", own.id.as_str()), ("country", own.country.code())])
}
