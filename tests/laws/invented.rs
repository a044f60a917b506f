//! Books that nobody wrote: pledges, figures and scenarios of every sort, in parts that a law may move, change or leave out.

mod changed; // books made of others
mod pledged; // commitments
mod rows; // published figures

use pledgebook::book::{Book, Files, Reading};
use pledgebook::quantity::Decimal;
use proptest::prelude::*;
use proptest::sample::subsequence;

pub(super) use changed::{rearranged, scaled};
pub(super) use pledged::Pledged;
pub(super) use rows::{Row, newcomer};

use pledged::{anchor, commitments};
use rows::rows;

const HEADER: &str = "country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note\n";
const BOOK: &str = "title = \"Invented\"\ncountry = \"AAA\"\npublishers = [\"Statistics\", \"Bank\", \"Ministry\"]\n";
/// AAA and BBB are members, ZZZ has no file of commitments.
const GROUPS: &str = "[[group]]\nid = \"PACT\"\ntitle = \"The pact\"\nmembers = [{ country = \"AAA\", since = 1999-04-01 }, \
    { country = \"BBB\", since = 2024-07-01 }, { country = \"ZZZ\", since = 1999-04-01 }]\n";
const DEFINITIONS: [&str; 7] = [
    "id = \"nato\"\nfamily = \"defence\"\ntitle = \"Compared\"\nrole = \"compared\"\n",
    "id = \"defence\"\nfamily = \"defence\"\ntitle = \"Budget\"\nrole = \"budget\"\n",
    "id = \"aid\"\nfamily = \"aid\"\ntitle = \"Aid\"\n",
    "id = \"border\"\nfamily = \"border\"\ntitle = \"Border\"\n",
    "id = \"border/fence\"\nfamily = \"border\"\ntitle = \"Fence\"\nwhole = \"border\"\n",
    "id = \"border/towers\"\nfamily = \"border\"\ntitle = \"Towers\"\nwhole = \"border\"\n",
    "id = \"equipment\"\nfamily = \"equipment\"\ntitle = \"Equipment\"\nof = \"nato\"\n",
];
const SOURCES: [&str; 2] = [
    "id = \"yearbook\"\ntitle = \"Yearbook\"\npublisher = \"Statistics\"\npublished = 2019-06-30\n",
    "id = \"speech\"\ntitle = \"Speech\"\npublisher = \"Ministry\"\npublished = 2019-01-31\n",
];
/// GDP that is chosen, chained and set; each starts from what is published or from one of them.
const SCENARIOS: [&str; 6] = [
    "id = \"edition\"\ntitle = \"One edition\"\nbase = \"latest\"\nvintage = 2025-06-30\n",
    "id = \"early\"\ntitle = \"An early view\"\nbase = \"latest\"\nas_of = 2025-06-30\npublishers = [\"Bank\", \"Statistics\"]\n",
    "id = \"lean\"\ntitle = \"A lean year\"\nbase = \"publisher:Statistics\"\ncountry = \"AAA\"\nnominal_growth = { 2026 = \"-2%\" }\n",
    "id = \"leaner\"\ntitle = \"Two lean years\"\nbase = \"lean\"\ncountry = \"AAA\"\nnominal_growth = { 2027 = \"0.5%\" }\nthen = \"2.0%\"\n",
    "id = \"real\"\ntitle = \"In real terms\"\nbase = \"latest\"\ncountry = \"BBB\"\nreal_growth = { 2026 = \"2.6%\" }\ndeflator = { 2026 = \"2.9%\" }\n",
    "id = \"level\"\ntitle = \"A level\"\nbase = \"latest\"\ncountry = \"AAA\"\ngdp = { 2027 = \"1500 million EUR\" }\n",
];
/// The countries with a file of commitments, and the currency of their GDP.
pub(super) const COUNTRIES: [(&str, &str); 2] = [("AAA", "EUR"), ("BBB", "NOK")];

/// A book in parts.
#[derive(Debug, Clone)]
pub(super) struct Invented {
    pub(super) commitments: Vec<Pledged>,
    pub(super) rows: Vec<Row>,
    pub(super) scenarios: Vec<String>,
    pub(super) definitions: Vec<&'static str>,
    pub(super) sources: Vec<&'static str>,
    /// What stands in front of the names of the files of each country, and how many rows are in a file.
    pub(super) named: [&'static str; 2],
    pub(super) rows_in_file: usize,
}

impl Invented {
    pub(super) fn files(&self) -> Vec<(String, String)> {
        let listed = |what: &str, records: &mut dyn Iterator<Item = &str>| {
            records.map(|record| format!("[[{what}]]\n{record}")).collect::<String>()
        };
        let mut files = vec![
            ("book.toml".to_owned(), BOOK.to_owned()),
            ("groups.toml".to_owned(), GROUPS.to_owned()),
            ("definitions.toml".to_owned(), listed("definition", &mut self.definitions.iter().copied())),
            ("sources.toml".to_owned(), listed("source", &mut self.sources.iter().copied())),
            ("scenarios.toml".to_owned(), listed("scenario", &mut self.scenarios.iter().map(String::as_str))),
            ("commitments/m-pact.toml".to_owned(), "country = \"PACT\"\n".to_owned() + &self.records("PACT")),
        ];
        for ((country, currency), front) in COUNTRIES.iter().zip(self.named) {
            let head = format!("country = \"{country}\"\ncurrency = \"{currency}\"\n");
            files.push((format!("commitments/{front}.toml"), head + &self.records(country)));
        }
        for (at, rows) in self.rows.chunks(self.rows_in_file).enumerate() {
            files.push((
                format!("series/{at}.csv"),
                HEADER.to_owned() + &rows.iter().map(Row::text).collect::<String>(),
            ));
        }
        files
    }

    fn records(&self, country: &str) -> String {
        self.commitments.iter().filter(|own| own.country == country).map(Pledged::text).collect()
    }

    pub(super) fn book(&self) -> Book {
        Reading::new(&Files::from_memory("", self.files()).unwrap()).into_book().unwrap()
    }
}

fn arranged(commitments: Vec<Pledged>, rows: Vec<Row>, scenarios: Vec<String>) -> Invented {
    let (definitions, sources) = (DEFINITIONS.to_vec(), SOURCES.to_vec());
    Invented { commitments, rows, scenarios, definitions, sources, named: ["a", "b"], rows_in_file: 1_000 }
}

/// Books of every sort.
pub(super) fn invented() -> impl Strategy<Value = Invented> {
    let scenarios = subsequence(SCENARIOS.to_vec(), 1..=SCENARIOS.len()).prop_map(|some| {
        // what another one starts from has to be there
        let lean = some.iter().any(|own| own.contains("base = \"lean\"")) && !some.contains(&SCENARIOS[2]);
        lean.then_some(SCENARIOS[2]).into_iter().chain(some).map(str::to_owned).collect()
    });
    (commitments(), rows(), scenarios).prop_map(|(commitments, rows, scenarios)| arranged(commitments, rows, scenarios))
}

/// A book of these pledges for 2024, the first made first, and of these figures of it; each is known exactly.
pub(super) fn book_of(pledges: &[&str], figures: &[(&'static str, &'static str, &'static str, i64)]) -> Book {
    let pledged = |(at, pledge): (usize, &&str)| {
        let (id, pledge, when) = (format!("aaa-{at}"), (*pledge).to_owned(), "in = 2024".to_owned());
        Pledged { id, pledge, when, ..anchor() }
    };
    let figure = |(measure, definition, kind, value): &(&'static str, &'static str, &'static str, i64)| {
        let key = ("AAA", *measure, *definition, 2024, *kind, "Statistics", "2024-03-31");
        Row { key, value: Decimal::from(*value), precision: None, currency: "EUR" }
    };
    let (pledged, figures) = (pledges.iter().enumerate().map(pledged), figures.iter().map(figure));
    arranged(pledged.collect(), figures.collect(), Vec::new()).book()
}
