//! What the league says.

use super::lang::In;

/// Its phrases; figures come with their percent sign, pledges in their words.
pub(crate) struct Sentences {
    /// A share of GDP, as it stands in a sentence.
    pub(crate) of_gdp: fn(share: &str) -> String,
    /// Where one country stands among so many.
    pub(crate) stands: fn(country: &str, rank: &str, of: usize, share: &str) -> String,
    /// How many of so many are at or above what a group pledged for a year.
    pub(crate) reach: fn(number: usize, of: usize, level: &str, year: i32) -> String,
    /// From where to where the shares go, each with the place where it is.
    pub(crate) range: fn(low: [&str; 2], high: [&str; 2], shares: &str, year: i32) -> String,
    /// Shares of GDP, and of something else.
    pub(crate) shares: [&'static str; 2],
    /// The unit: per cent of GDP, or of spending under another definition.
    pub(crate) unit: fn(of: Option<&str>) -> String,
    /// What is shown in which unit, of what year, and since when the change is told.
    pub(crate) subtitle: fn(definition: &str, unit: &str, year: i32, since: Option<i32>) -> String,
    /// What a group pledged for the year, or for a later one.
    pub(crate) level: fn(group: &str, pledge: &str) -> String,
    pub(crate) level_by: fn(group: &str, pledge: &str, year: i32) -> String,
    /// What the signs are: a share of an earlier year, a country's own pledge.
    pub(crate) earlier: fn(year: i32) -> String,
    pub(crate) own_pledge: &'static str,
    /// Over the changes since a year.
    pub(crate) since: fn(year: i32) -> String,
    /// A change in points.
    pub(crate) points: fn(change: &str) -> String,
    /// A country with its share, in a list.
    pub(crate) with: fn(country: &str, share: &str) -> String,
    /// What begins the sentences for those who do not see the picture.
    pub(crate) heads: [&'static str; 3],
}

pub(crate) static SENTENCES: In<Sentences> = In {
    en: Sentences {
        of_gdp: |share| format!("{share} of GDP"),
        stands: |country, rank, of, share| format!("{country} ranks {rank} of {of} with {share}"),
        reach: |number, of, level, year| {
            format!("{number} of {of} countries are at or above the {level} pledged for {year}")
        },
        range: |[lowest, low], [highest, high], shares, year| {
            format!("From {low} {lowest} to {high} {highest}: {shares} in {year}")
        },
        shares: ["shares of GDP", "shares"],
        unit: |of| of.map_or("% of GDP".to_owned(), |of| format!("% of “{of}”")),
        subtitle: |definition, unit, year, since| match since {
            Some(since) => format!("{definition}, {unit} in {year}, and change since {since} in percentage points"),
            None => format!("{definition}, {unit} in {year}"),
        },
        level: |group, pledge| format!("{group}: {pledge}"),
        level_by: |group, pledge, year| format!("{group}: {pledge} by {year}"),
        earlier: |year| format!("share in {year}"),
        own_pledge: "the country’s own pledge for the year, by its own definition",
        since: |year| format!("since {year}"),
        points: |change| format!("{change} pp"),
        with: |country, share| format!("{country} {share}"),
        heads: ["Highest", "Lowest", "Furthest up"],
    },
    lv: Sentences {
        of_gdp: |share| format!("{share} no IKP"),
        stands: |country, rank, of, share| format!("{country} ar {share} ir {rank}. vietā no {of}"),
        reach: |number, of, level, year| format!("{year}. gadam solītos {level} sasniedz {number} no {of}"),
        range: |[lowest, low], [highest, high], shares, year| {
            format!("No {low} {lowest} līdz {high} {highest}: {shares} {year}. gadā")
        },
        shares: ["daļa no IKP", "daļa"],
        unit: |of| of.map_or("% no IKP".to_owned(), |of| format!("% no „{of}”")),
        subtitle: |definition, unit, year, since| match since {
            Some(since) => {
                format!("{definition}, {unit} {year}. gadā, un pārmaiņas kopš {since}. gada procentpunktos")
            }
            None => format!("{definition}, {unit} {year}. gadā"),
        },
        level: |group, pledge| format!("{group}: {pledge}"),
        level_by: |group, pledge, year| format!("{group}: {pledge} līdz {year}. gadam"),
        earlier: |year| format!("daļa {year}. gadā"),
        own_pledge: "valsts pašas solījums attiecīgajam gadam, pēc tās definīcijas",
        since: |year| format!("kopš {year}."),
        points: |change| format!("{change} pp"),
        with: |country, share| format!("{country} {share}"),
        heads: ["Augstākie", "Zemākie", "Lielākais pieaugums"],
    },
};
