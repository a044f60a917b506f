//! What no record can know by itself: references, and judgements that deserve a second look.

use crate::book::{Change, Commitment, Definition, Reference};
use crate::error::{self, Error, Kind, Noun};
use crate::quantity::{Decimal, multiply, text};

use super::draft::Draft;

impl Draft {
    /// Reports everything that is wrong between records, then what deserves a second look.
    pub(super) fn check(&mut self) {
        let mut found = Vec::new();
        self.check_head(&mut found);
        self.check_references(&mut found);
        self.check_links(&mut found);
        self.check_overlaps(&mut found);
        self.check_levels(&mut found);
        self.check_bases(&mut found);
        self.check_circles(&mut found);
        self.check_judgements(&mut found);
        self.check_translations(&mut found);
        found.into_iter().for_each(|error| self.errors.push(error));
    }

    /// The default country is one of those with commitments.
    fn check_head(&self, found: &mut Vec<Error>) {
        let Some((country, origin)) = &self.country else { return };
        let all_read = !self.names.unread.contains(&Noun::Commitment);
        if all_read && !self.countries.is_empty() && !self.countries.iter().any(|(known, _)| known == country) {
            let known: Vec<String> = self.countries.iter().map(|(known, _)| known.to_string()).collect();
            let kind = Kind::UnknownReference { what: Noun::Country, id: country.to_string() };
            let help = error::suggest(country.code(), known.iter().map(String::as_str));
            found.push(Error::new(kind).maybe_help(help).at(origin.place()));
        }
    }

    fn check_references(&self, found: &mut Vec<Error>) {
        for (what, reference, by) in &self.names.expected {
            let missing = self.names.find_for(*what, &reference.id, by.as_deref()).err();
            found.extend(missing.map(|error| error.at(reference.origin.place())));
        }
    }

    /// The commitments as they were written, one of a group once for all of its members.
    pub(super) fn written(&self) -> impl Iterator<Item = &Commitment> {
        self.commitments.chunk_by(|one, next| one.id == next.id).filter_map(<[_]>::first)
    }

    /// What a commitment leads to: of its own country if there is one, or of its group.
    fn linked(&self, from: &Commitment, to: &Reference) -> Option<(&Commitment, bool)> {
        let group = |own: &Commitment| own.group.as_ref().map(|member| member.group.clone());
        let is_of_the_same =
            |other: &&Commitment| other.country == from.country || group(from).is_some() && group(other) == group(from);
        let mut all = self.commitments.all_named(&to.id);
        let own = self.commitments.all_named(&to.id).find(is_of_the_same).map(|own| (own, true));
        own.or_else(|| all.next().map(|other| (other, false)))
    }

    /// A commitment replaces an earlier one, and is a part of one, of its own country or group.
    fn check_links(&self, found: &mut Vec<Error>) {
        for commitment in self.written() {
            for (link, reference) in [("supersedes", &commitment.supersedes), ("part_of", &commitment.part_of)] {
                let to = reference.as_ref().and_then(|to| Some((to, self.linked(commitment, to)?)));
                let Some((reference, (other, is_own))) = to else { continue };
                let reason = match link {
                    _ if !is_own => "which is another country's",
                    "supersedes" if other.announced.last_day() > commitment.announced.last_day() => {
                        "which was announced later"
                    }
                    _ => continue,
                };
                let id = other.id.clone();
                let kind = Kind::WrongLink { link: link.to_owned(), id, reason: reason.to_owned() };
                found.push(Error::new(kind).help("see which of the two was meant").at(reference.origin.place()));
            }
        }
    }

    /// Only parts of one whole are summed, so only they can count money twice.
    fn check_overlaps(&self, found: &mut Vec<Error>) {
        let whole = |of: &Definition| of.whole.as_ref().map(|whole| whole.id.clone());
        for part in &self.definitions {
            for reference in &part.overlaps {
                let other = self.definitions.named(&reference.id);
                let Some(other) = other.filter(|other| whole(part).is_none() || whole(other) != whole(part)) else {
                    continue;
                };
                let reason = "which is no part of the same whole".to_owned();
                let kind = Kind::WrongLink { link: "overlaps".to_owned(), id: other.id.clone(), reason };
                let help = "give both one `whole`, or leave the key out: nothing else is summed";
                found.push(Error::new(kind).help(help).at(reference.origin.place()));
            }
        }
    }

    /// A level of GDP is in the currency of its country.
    fn check_levels(&self, found: &mut Vec<Error>) {
        for scenario in &self.scenarios {
            let Some((_, own)) = self.countries.iter().find(|(country, _)| Some(*country) == scenario.country) else {
                continue;
            };
            for changed in scenario.changes.values() {
                let Change::Level(level) = changed.how else { continue };
                if level.currency() != *own {
                    let kind =
                        Kind::CurrencyMismatch { found: level.currency().to_string(), expected: own.to_string() };
                    let help = "write the level in the currency of the country";
                    found.push(Error::new(kind).help(help).at(changed.origin.place()));
                }
            }
        }
    }

    /// A scenario of a country does not start from one of another country.
    fn check_bases(&self, found: &mut Vec<Error>) {
        for scenario in &self.scenarios {
            let base = self.scenarios.named(&scenario.base.id);
            let countries = scenario.country.zip(base.and_then(|base| base.country));
            if countries.is_some_and(|(own, other)| own != other) {
                let (link, id) = ("base".to_owned(), scenario.base.id.clone());
                let kind = Kind::WrongLink { link, id, reason: "which is another country's".to_owned() };
                found.push(Error::new(kind).help("see which of the two was meant").at(scenario.base.origin.place()));
            }
        }
    }

    fn check_judgements(&self, found: &mut Vec<Error>) {
        for commitment in self.written() {
            found.extend(wide_slack(commitment));
            let Some(reference) = &commitment.supersedes else { continue };
            let replaced = self.linked(commitment, reference).map(|(replaced, _)| replaced);
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

/// A slack over a twentieth of the value, where nobody said that it may be so.
fn wide_slack(commitment: &Commitment) -> Option<Error> {
    let pledge = commitment.pledge.filter(|pledge| commitment.tolerance.is_none() && pledge.relative_to().is_none())?;
    let slack = pledge.slack().ok()?.value;
    let twentieth = multiply(pledge.stated().ok()?, Decimal::new(5, 2)).ok()?;
    (slack > twentieth).then(|| {
        let slack = format!("{} {}", text::plain(slack), pledge.unit());
        let kind = Kind::WideSlack { slack, pledge: pledge.to_string() };
        let help = "set `tolerance` with `tolerance_reason` if the statement was meant more narrowly";
        Error::new(kind).help(help).at(commitment.origin.place())
    })
}
