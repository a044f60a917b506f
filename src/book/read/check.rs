//! What no record can know by itself: references, circles, and judgements that deserve a second look.

use crate::book::{Basis, Change, Commitment, Observation, Reference};
use crate::error::{self, Error, Kind};
use crate::quantity::{Date, Decimal, multiply, text};

use super::Draft;

/// How a record points to another of its sort.
type Link = fn(&Commitment) -> Vec<&Reference>;

/// The links between commitments, as messages name them.
const LINKS: [(&str, Link); 3] = [
    ("supersedes", |commitment| commitment.supersedes.iter().collect()),
    ("part_of", |commitment| commitment.part_of.iter().collect()),
    ("overlaps", |commitment| commitment.overlaps.iter().collect()),
];

impl Draft {
    /// Reports everything that is wrong between records, then what deserves a second look.
    pub(super) fn check(&mut self) {
        let mut found = Vec::new();
        self.check_head(&mut found);
        self.check_references(&mut found);
        self.check_levels(&mut found);
        self.check_circles(&mut found);
        self.check_observations(&mut found);
        self.check_judgements(&mut found);
        found.into_iter().for_each(|error| self.errors.push(error));
    }

    /// The default country is one of those with commitments.
    fn check_head(&self, found: &mut Vec<Error>) {
        let Some((country, origin)) = &self.country else { return };
        if !self.countries.is_empty() && !self.countries.iter().any(|(known, _)| known == country) {
            let known: Vec<String> = self.countries.iter().map(|(known, _)| known.to_string()).collect();
            let kind = Kind::UnknownReference { what: "country".to_owned(), id: country.to_string() };
            let help = error::suggest(country.code(), known.iter().map(String::as_str));
            found.push(Error::new(kind).maybe_help(help).at(origin.place()));
        }
    }

    fn check_references(&self, found: &mut Vec<Error>) {
        for commitment in &self.commitments {
            self.expect("source", &commitment.source, found);
            commitment.definition.iter().for_each(|definition| self.expect("definition", definition, found));
            let linked = LINKS.iter().flat_map(|(_, link)| link(commitment));
            linked.for_each(|reference| self.expect("commitment", reference, found));
        }
        self.definitions
            .iter()
            .filter_map(|definition| definition.whole.as_ref())
            .for_each(|whole| self.expect("definition", whole, found));
        let bases =
            self.scenarios.iter().map(|scenario| &scenario.base).filter(|base| base.id.parse::<Basis>().is_err());
        bases.for_each(|base| self.expect("scenario", base, found));
    }

    fn expect(&self, what: &'static str, reference: &Reference, found: &mut Vec<Error>) {
        if !self.names.has(what, &reference.id) {
            found.push(self.unknown(what, &reference.id).at(reference.origin.place()));
        }
    }

    fn unknown(&self, what: &'static str, id: &str) -> Error {
        let kind = Kind::UnknownReference { what: what.to_owned(), id: id.to_owned() };
        Error::new(kind)
            .help(format!("look for a slip, or add the {what}"))
            .maybe_help(error::suggest(id, self.names.of(what)))
    }

    /// A level of GDP is in the currency of its country.
    fn check_levels(&self, found: &mut Vec<Error>) {
        for scenario in &self.scenarios {
            let own = self.countries.iter().find(|(country, _)| Some(*country) == scenario.country);
            let levels = scenario.changes.values().filter_map(|change| match change {
                Change::Level(level) => Some(level.currency()),
                Change::Nominal(_) | Change::Real { .. } => None,
            });
            if let Some(((_, own), other)) =
                own.zip(levels.into_iter().find(|level| own.is_some_and(|(_, own)| own != level)))
            {
                let kind = Kind::CurrencyMismatch { found: other.to_string(), expected: own.to_string() };
                found.push(
                    Error::new(kind).help("write the level in the currency of the country").at(scenario.origin.place()),
                );
            }
        }
    }

    fn check_circles(&self, found: &mut Vec<Error>) {
        // `overlaps` holds both ways, so two commitments may name each other; only itself makes no sense.
        for (name, link) in LINKS {
            let links: Vec<_> =
                self.commitments.iter().flat_map(|c| link(c).into_iter().map(|to| (c.id.as_str(), to))).collect();
            let links: Vec<_> = links.into_iter().filter(|(from, to)| name != "overlaps" || *from == to.id).collect();
            circles(&format!("`{name}`"), &links, found);
        }
        let wholes: Vec<_> =
            self.definitions.iter().filter_map(|d| d.whole.as_ref().map(|to| (d.id.as_str(), to))).collect();
        circles("`whole`", &wholes, found);
        let bases: Vec<_> = self.scenarios.iter().map(|s| (s.id.as_str(), &s.base)).collect();
        circles("`base`", &bases, found);
    }

    fn check_observations(&self, found: &mut Vec<Error>) {
        for observation in &self.observations {
            let places = RowPlaces(observation);
            if !self.names.has("source", &observation.source) {
                found.push(self.unknown("source", &observation.source).at(places.of(&observation.source)));
            }
            let unknown = observation.definition.iter().filter(|id| !self.names.has("definition", id));
            found.extend(unknown.map(|id| self.unknown("definition", id).at(places.of(id))));
            let source = self.sources.iter().find(|source| source.id == observation.source);
            found.extend(source.and_then(|source| too_late(observation, &source.id, source.published)));
        }
    }

    fn check_judgements(&self, found: &mut Vec<Error>) {
        for commitment in &self.commitments {
            found.extend(wide_slack(commitment));
            let Some(reference) = &commitment.supersedes else { continue };
            let replaced = self.commitments.iter().find(|other| other.id == reference.id);
            let Some(replaced) = replaced.filter(|replaced| replaced.strength < commitment.strength) else {
                continue;
            };
            let kind = Kind::WeakerSupersedes {
                weaker: commitment.strength.to_string(),
                stronger: replaced.strength.to_string(),
            };
            let help = format!("see that `{}` really takes the place of `{}`", commitment.id, replaced.id);
            found.push(Error::new(kind).help(help).at(reference.origin.place()));
        }
    }
}

/// Finds the cell of a row that holds an id.
struct RowPlaces<'o>(&'o Observation);

impl RowPlaces<'_> {
    fn of(&self, cell: &str) -> error::Place {
        let (text, row) = (self.0.origin.text(), self.0.origin.span());
        let raw = &text.content()[row.clone()];
        let bounded = |at: &usize| {
            let end = at + cell.len();
            (*at == 0 || raw[..*at].ends_with([',', '"'])) && (end == raw.len() || raw[end..].starts_with([',', '"']))
        };
        let at = raw.match_indices(cell).map(|(at, _)| at).find(bounded);
        text.place(at.map_or(row.clone(), |at| row.start + at..row.start + at + cell.len()))
    }
}

fn too_late(observation: &Observation, source: &str, published: Date) -> Option<Error> {
    (published.last_day() > observation.vintage.last_day()).then(|| {
        let (published, vintage) = (published.to_string(), observation.vintage.to_string());
        let places = RowPlaces(observation);
        let kind = Kind::SourceAfterVintage { source: source.to_owned(), published, vintage };
        Error::new(kind).help("see which of the two dates is wrong").at(places.of(&observation.vintage.to_string()))
    })
}

/// A slack over a twentieth of the value, where nobody said that it may be so.
fn wide_slack(commitment: &Commitment) -> Option<Error> {
    let pledge = commitment.pledge.filter(|_| commitment.tolerance.is_none())?;
    let slack = pledge.slack().ok()?;
    let twentieth = multiply(pledge.stated().ok()?, Decimal::new(5, 2)).ok()?;
    (slack > twentieth).then(|| {
        let slack = format!("{} {}", text::plain(slack), pledge.unit());
        let kind = Kind::WideSlack { slack, pledge: pledge.to_string() };
        let help = "set `tolerance` with `tolerance_reason` if the statement was meant more narrowly";
        Error::new(kind).help(help).at(commitment.origin.place())
    })
}

/// Follows each link until it ends or comes back; a circle is reported once, at its first record.
fn circles(what: &str, links: &[(&str, &Reference)], found: &mut Vec<Error>) {
    let mut seen: Vec<&str> = Vec::new();
    for (start, first) in links {
        let mut path = vec![*start];
        let mut next = Some(*first);
        while let Some(reference) = next.filter(|reference| !path.contains(&reference.id.as_str())) {
            path.push(&reference.id);
            next = links.iter().find(|(from, _)| *from == reference.id).map(|(_, to)| *to);
        }
        if next.is_some_and(|reference| reference.id == *start) && !path.iter().any(|id| seen.contains(id)) {
            seen.extend(&path);
            path.push(start);
            let kind = Kind::Circle { what: what.to_owned(), path: path.join(" → ") };
            found.push(Error::new(kind).help("take one of the links out").at(first.origin.place()));
        }
    }
}
