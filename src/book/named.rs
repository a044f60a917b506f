//! Records by the names that people give: of a name that is not in the book the error knows the nearest.

use crate::error::{self, Error, Kind, Noun, Result};
use crate::pledge::Pledge;
use crate::quantity::{Country, Currency, Date, Year, YearRange};

use super::{Book, Commitment, Definition, Group};

impl Book {
    /// The commitment that somebody names by its id, of one of the countries that were asked about; where none was, the only one of
    /// that id, or that of the book's own country.
    ///
    /// ```
    /// let book = pledgebook::book::Book::embedded()?;
    /// let error = book.named_commitment("lva-defense-2026", None).unwrap_err();
    /// assert_eq!(error.to_string(), "unknown commitment `lva-defense-2026`; did you mean `lva-defence-2026`?");
    /// # Ok::<(), pledgebook::Errors>(())
    /// ```
    /// # Errors
    /// There is none, the way out names the nearest; it is of other countries, or of several of them.
    pub fn named_commitment(&self, id: &str, asked: Option<&[Country]>) -> Result<&Commitment> {
        let all = self.named_commitments(id)?;
        let of = |countries: &[Country]| -> Vec<&Commitment> {
            all.iter().copied().filter(|own| countries.contains(&own.country)).collect()
        };
        let meant = match asked {
            Some(countries) => of(countries),
            None => Some(of(&[self.country])).filter(|own| !own.is_empty()).unwrap_or_else(|| all.clone()),
        };
        match (&meant[..], &all[..]) {
            ([one], _) => Ok(one),
            ([], [one]) => {
                let kind = Kind::OtherCountry { name: id.to_owned(), country: one.country.named() };
                Err(Error::new(kind)
                    .help(format!("ask about that country, `--country {}`, or about none", one.country)))
            }
            (several, _) => {
                let one = several.iter().chain(&all).map(|own| format!(", as `{}`", own.country)).next();
                let kind = Kind::SeveralCountries { commitment: id.to_owned() };
                Err(Error::new(kind).help(format!("ask about one of them{}", one.unwrap_or_default())))
            }
        }
    }

    /// The commitments that somebody names by an id: one, or of a group one of each member.
    ///
    /// # Errors
    /// There is none; the way out names the nearest.
    pub fn named_commitments(&self, id: &str) -> Result<Vec<&Commitment>> {
        let found: Vec<&Commitment> = self.commitments_named(id).collect();
        let known = self.commitments.iter().map(|commitment| commitment.id.as_str());
        let listed = "`pledgebook commitments` lists those of the book";
        if found.is_empty() { Err(error::unknown_name(Noun::Commitment, id, known, listed)) } else { Ok(found) }
    }

    /// The definition that somebody names by its id.
    ///
    /// # Errors
    /// There is none; the way out names the nearest.
    pub fn named_definition(&self, id: &str) -> Result<&Definition> {
        let known = self.definitions.iter().map(|definition| definition.id.as_str());
        let listed = "`definitions.toml` lists those of the book";
        self.definition(id).ok_or_else(|| error::unknown_name(Noun::Definition, id, known, listed))
    }

    /// The definition that somebody names by its id, of the family of a commitment.
    ///
    /// # Errors
    /// The family has no such definition; the way out names the nearest, or all that it has.
    pub fn of_its_family(&self, commitment: &Commitment, id: &str) -> Result<&Definition> {
        let family = self.family_of(commitment).into_iter().flat_map(|family| self.family(family));
        let family: Vec<&Definition> = family.collect();
        let known = family.iter().map(|definition| definition.id.as_str());
        let listed: Vec<String> = known.clone().map(|id| format!("`{id}`")).collect();
        let listed = match listed.is_empty() {
            true => format!("`{}` names no definition", commitment.id),
            false => format!("`{}` is judged by {}", commitment.id, listed.join(", ")),
        };
        let found = family.iter().copied().find(|definition| definition.id == id);
        found.ok_or_else(|| error::unknown_name(Noun::Definition, id, known, &listed))
    }

    /// The family of definitions that somebody names.
    ///
    /// # Errors
    /// There is none; the way out names the nearest.
    pub fn named_family(&self, name: &str) -> Result<&str> {
        let known = self.families();
        let found = known.iter().copied().find(|family| *family == name);
        let listed = "`definitions.toml` says of which family each definition is";
        found.ok_or_else(|| error::unknown_name(Noun::Family, name, known, listed))
    }

    /// The currency of GDP of a country.
    ///
    /// # Errors
    /// The book has no commitments of it.
    pub fn known_currency(&self, country: Country) -> Result<Currency> {
        self.currency(country).ok_or_else(|| {
            let kind = Kind::UnknownReference { what: Noun::Country, id: country.to_string() };
            Error::new(kind).help("name a country that the book has a file of commitments of")
        })
    }

    /// The country that somebody names by its code, in any case: one that has commitments in the book.
    ///
    /// # Errors
    /// There is none; the way out names the nearest.
    pub fn named_country(&self, code: &str) -> Result<Country> {
        let mut known = self.every_country();
        known.find(|country| country.code().eq_ignore_ascii_case(code)).ok_or_else(|| {
            let codes = self.countries.iter().map(|(country, _)| country.code());
            let listed = "the book has a file of commitments for each of its countries";
            let group = self.groups.iter().find(|group| group.id.eq_ignore_ascii_case(code));
            let of_group = |group: &Group| {
                let member = group.members.first().map(|member| format!(", such as `{}`", member.country));
                format!("`{}` is a group of countries: name its members{}", group.id, member.unwrap_or_default())
            };
            let in_words = self.countries.iter().find(|(country, _)| country.name().eq_ignore_ascii_case(code));
            error::unknown_name(Noun::Country, code, codes, listed)
                .maybe_help(in_words.map(|(country, _)| format!("write `{country}`")).or_else(|| group.map(of_group)))
        })
    }
}

impl Book {
    /// Years as somebody writes who asks about these countries: fiscal ones count as calendar years, where those of the countries begin on
    /// one day.
    ///
    /// # Errors
    /// Another text, years that run backwards, or fiscal years that begin on no day or on several.
    pub fn years_said(&self, countries: &[Country], text: &str) -> Result<YearRange> {
        let mut starts: Vec<_> = countries.iter().map(|country| self.speaker(*country).fiscal_year).collect();
        starts.dedup();
        let fiscal = if let [one] = starts[..] { one } else { None };
        let years = YearRange::parse(text, fiscal)?;
        YearRange::new(years.first(), years.last())
    }

    /// One year, likewise.
    ///
    /// # Errors
    /// As [`Book::years_said`].
    pub fn year_said(&self, countries: &[Country], text: &str) -> Result<Year> {
        if text.contains('/') && !text.contains('-') {
            return self.years_said(countries, text).map(YearRange::first);
        }
        text.parse()
    }
}

impl Commitment {
    /// The years that one of those that the commitment speaks of is counted with: that year alone, or all of a sum. Words that name no
    /// year may be about any.
    ///
    /// # Errors
    /// It does not speak of this year; the way out says of which it does.
    pub fn counted_with(&self, year: Year) -> Result<YearRange> {
        let named = match self.when {
            Some(when) => when.counted_with(year),
            None => self.pledge.map(|_| year.into()),
        };
        named.ok_or_else(|| {
            let kind = Kind::OtherYears { commitment: self.id.clone(), year: year.number() };
            Error::new(kind).help(format!("it speaks of {}", self.years()))
        })
    }

    /// The pledge.
    ///
    /// # Errors
    /// The statement gave no figure.
    pub fn stated(&self) -> Result<Pledge> {
        self.pledge.ok_or_else(|| {
            let kind = Kind::NoFigure { commitment: self.id.clone() };
            Error::new(kind).help("ask for the verdict on it, or for another commitment")
        })
    }

    /// That the commitment had been announced by a day, and one of a group by a member of it.
    ///
    /// # Errors
    /// It had not.
    pub fn check_announced(&self, day: Date) -> Result<()> {
        if self.is_known_on(day) {
            return Ok(());
        }
        if let Some(member) = self.group.as_ref().filter(|_| self.announced.is_known_on(day)) {
            let (commitment, country, since) = (self.id.clone(), self.country.named(), member.since.to_string());
            let kind = Kind::NotAMember { commitment, country, since, day: day.to_string() };
            return Err(Error::new(kind).help("ask as of a later day: `--as-of`"));
        }
        let (commitment, announced) = (self.id.clone(), self.announced.to_string());
        let kind = Kind::NotAnnounced { commitment, announced, day: day.to_string() };
        Err(Error::new(kind).help("ask as of a later day: `--as-of`"))
    }

    /// Its years as words, for messages.
    #[must_use]
    pub fn years(&self) -> String {
        self.when.map_or_else(|| "no year".to_owned(), |when| when.to_string())
    }
}
