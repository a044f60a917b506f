//! Twelve recipes, from one amount to a picture; each runs as a test.
//!
//! # What a pledge comes to
//!
//! About 5% of the EUR 43 953 million that the budget was built on, with all that `about` allows:
//! ```
//! use pledgebook::Session;
//!
//! let book = Session::embedded()?;
//! let outcome = book.amount("lva-defence-2026")?.under("budget-2026")?.in_year(2026)?;
//! assert_eq!(outcome.money(), Some("2197.65 million EUR".parse()?));
//! assert_eq!(outcome.bounds.low.and_then(|millions| millions.exact()), "1977.885".parse().ok());
//! # Ok::<(), pledgebook::Errors>(())
//! ```
//!
//! # Whether it was kept
//!
//! One verdict for each publisher's figure, its money and its own share apart; 1 559 of 42 388 million is 3.678%:
//! ```
//! use pledgebook::Session;
//! use pledgebook::book::Kind;
//! use pledgebook::verdict::Verdict;
//!
//! let book = Session::embedded()?;
//! let pledge = book.at("2025-11-30".parse()?).judge("lva-defence-2025")?;
//! let [ruling] = &pledge.in_year(2025)?[..] else { panic!("one publisher had a figure by then") };
//! assert_eq!((ruling.verdict, ruling.kind), (Verdict::Missed, Some(Kind::Plan)));
//! assert_eq!(ruling.share.unwrap().round(3)?.to_string(), "3.678");
//!
//! // a plan is no outturn, and the year was not over
//! assert_eq!(pledge.strictly().in_year(2025)?[0].verdict, Verdict::Open);
//! // words against words: 3.678% is no 4%
//! assert_eq!(pledge.as_written().in_year(2025)?[0].verdict, Verdict::Missed);
//! # Ok::<(), pledgebook::Errors>(())
//! ```
//!
//! # What if GDP were otherwise
//!
//! 5% of 50 000 million, and 2% more a year later:
//! ```
//! use pledgebook::Session;
//! use pledgebook::gdp::WhatIf;
//!
//! let book = Session::embedded()?.what_if(WhatIf::named("mine").levels("2026=50000").growth("2027=2%"))?;
//! assert_eq!(book.amount("lva-defence-2026")?.under("mine")?.in_year(2026)?.money(), Some("2500 million EUR".parse()?));
//! assert_eq!(book.amount("lva-framework-2027")?.under("mine")?.in_year(2027)?.money(), Some("2550 million EUR".parse()?));
//! # Ok::<(), pledgebook::Errors>(())
//! ```
//!
//! # What if, and was it kept then
//!
//! The same 2 157.97 million on another GDP are 4.75% or 4.91%; and other words are held against NATO's 1 577 million:
//! ```
//! use pledgebook::Session;
//! use pledgebook::verdict::Verdict;
//!
//! let book = Session::embedded()?.at("2026-07-08".parse()?);
//! let defence = book.judge("lva-defence-2026")?;
//! let share = |scenario: &str| {
//!     let rulings = defence.under(scenario)?.in_year(2026)?;
//!     Ok::<_, pledgebook::Errors>(rulings[0].share.unwrap().round(2)?.to_string())
//! };
//! assert_eq!([share("mof-2026-02")?, share("budget-2026")?], ["4.75", "4.91"]);
//!
//! let five = book.judge_words("at least 5% of GDP", "nato")?.in_year(2025)?;
//! assert!(five.iter().all(|ruling| ruling.verdict == Verdict::Missed));
//! # Ok::<(), pledgebook::Errors>(())
//! ```
//!
//! # A book of another country, in memory
//!
//! At least 2.0% of NOK 5 000 000 million, and 97 000 million were spent:
//! ```
//! use pledgebook::Session;
//! use pledgebook::verdict::Verdict;
//!
//! let book = Session::from_memory([
//!     ("book.toml", "title = 'Norway'\ncountry = 'NOR'\npublishers = ['SSB']"),
//!     ("scenarios.toml", ""),
//!     ("definitions.toml", "[[definition]]\nid = 'defence'\nfamily = 'defence'\ntitle = 'Defence'"),
//!     ("sources.toml", "[[source]]\nid = 'accounts'\ntitle = 'Accounts'\npublisher = 'SSB'\npublished = 2025-03-01"),
//!     (
//!         "commitments/norway.toml",
//!         "country = 'NOR'\ncurrency = 'NOK'\n\n[[commitment]]\nid = 'two'\ntitle = 'Two per cent'\npledge = 'at least 2.0% of GDP'\n\
//!          in = 2024\ndefinition = 'defence'\nannounced = 2025-03-01\nstrength = 'statement'\nsource = 'accounts'",
//!     ),
//!     (
//!         "series/norway.csv",
//!         "country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note\n\
//!          NOR,gdp,,2024,5000000,NOK million,1,outturn,SSB,2025-03-01,accounts,\n\
//!          NOR,spending,defence,2024,97000,NOK million,1,outturn,SSB,2025-03-01,accounts,\n",
//!     ),
//! ])?;
//! let ruling = &book.judge("two")?.in_year(2024)?[0];
//! assert_eq!((ruling.verdict, ruling.gap), (Verdict::Missed, Some("3000 million NOK".parse()?)));
//! # Ok::<(), pledgebook::Errors>(())
//! ```
//!
//! # A table, cell by cell
//!
//! A column is a constant, so that a misspelt one does not compile, and a cell is read by its type:
//! ```
//! use pledgebook::Session;
//! use pledgebook::table::{Verdict, columns};
//!
//! let table = Session::embedded()?.at("2026-07-08".parse()?).verdicts()?;
//! for [commitment, verdict] in table.select([&columns::COMMITMENT, &columns::VERDICT])? {
//!     if verdict.verdict() == Some(Verdict::Missed) {
//!         println!("{} was missed", commitment.words());
//!     }
//! }
//! # Ok::<(), pledgebook::Errors>(())
//! ```
//!
//! # A table as CSV
//!
//! ```
//! use pledgebook::Session;
//! use pledgebook::render::{Format, Layout};
//!
//! let table = Session::embedded()?.under("budget-2026")?.over(2026)?.gdp()?;
//! let mut csv = Vec::new();
//! Format::named("csv")?.render(&table, &Layout::default(), &mut csv)?;
//! let line = String::from_utf8(csv)?.lines().nth(1).map(str::to_owned);
//! assert!(line.unwrap().starts_with("budget-2026,LVA,2026,43953,EUR,1,forecast,MoF,"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # A picture
//!
//! With the feature `chart`; the words under it are for those who do not see it:
//! ```
//! # #[cfg(feature = "chart")] {
//! use pledgebook::Session;
//! use pledgebook::chart::{Lang, Options, Theme, svg};
//!
//! let figure = Session::embedded()?.chart("share", Lang::En)?;
//! assert!(figure.title.starts_with("Latvia"));
//! let picture = svg(&figure, &Options { theme: Theme::Dark, ..Options::default() });
//! assert!(picture.contains(&figure.alt));
//! # }
//! # Ok::<(), pledgebook::Errors>(())
//! ```
//!
//! # What was known then, and what is known now
//!
//! A verdict moves because GDP was revised, without a euro spent more or less:
//! ```
//! use pledgebook::Session;
//! use pledgebook::table::columns;
//! use pledgebook::verdict::Verdict;
//!
//! let book = Session::embedded()?;
//! let (then, now) = ("2025-12-31".parse()?, "2026-07-31".parse()?);
//! let verdict = |day| Ok::<_, pledgebook::Errors>(book.at(day).judge("lva-ukraine-2026")?.in_year(2026)?[0].verdict);
//! assert_eq!((verdict(then)?, verdict(now)?), (Verdict::Met, Verdict::Missed));
//!
//! let moved = book.at(now).since(then)?;
//! let rows = moved.select([&columns::COMMITMENT, &columns::MOVED])?;
//! assert!(rows.iter().any(|[commitment, moved]| commitment.words() == "lva-ukraine-2026" && moved.words() == "GDP"));
//! # Ok::<(), pledgebook::Errors>(())
//! ```
//!
//! # A scenario file of any length
//!
//! Line by line, in bounded memory, with a guard against GDP that is ten times off what is known; 5% of 40 000 million:
//! ```
//! use pledgebook::Session;
//! use pledgebook::gdp::ScaleGuard;
//! use pledgebook::gdp::feed::{self, Countries};
//! use pledgebook::question::{Query, ask, asked};
//! use pledgebook::render::Format;
//! use pledgebook::stream::{Feed, Request, Stream};
//!
//! let book = Session::embedded()?;
//! let commitments = vec!["lva-defence-2026".to_owned()];
//! let query = Query { commitments, feed: Some(feed::Feed::elsewhere()), ..book.query() };
//! let (above, pledges) = (ask("amounts", &query)?, asked(&query)?);
//! let guards = ScaleGuard::of_every_country(book.book(), query.as_of)?;
//! let request = Request::new(&pledges, Countries::of(book.book(), &guards));
//! let file = "scenario,year,gdp_million\nlow,2026,40000\nhigh,2026,50000\n";
//!
//! let mut table = Vec::new();
//! let stream = Stream::open(Feed { name: "mine.csv", reader: file.as_bytes() }, &request)?;
//! let csv = Format::named("csv")?.rows().unwrap();
//! let report = stream.write_rows((&query, &above), csv, &mut table, &mut |_| {})?;
//! assert_eq!(report.progress.lines, 2);
//! let low = "low,LVA,lva-defence-2026,2026,about 5% of GDP,EUR,40000,5,1800.00,2000.00,2200.00,";
//! assert_eq!(String::from_utf8(table)?.lines().nth(1), Some(low));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # An official file from bytes
//!
//! A table that no format knows needs to be told what its columns are; one that is known needs its bytes alone:
//! ```
//! # #[cfg(feature = "import")] {
//! use pledgebook::import::{self, Official, Wanted, written};
//!
//! let map = [("year", "Gads"), ("value", "IKP"), ("unit", "=EUR billion"), ("country", "=LVA"), ("measure", "=gdp")];
//! let map = map.into_iter().chain([("kind", "=outturn"), ("publisher", "=CSB")]);
//! let wanted = Wanted {
//!     vintage: Some("2026-02-27".parse()?),
//!     map: map.map(|(name, column)| (name.to_owned(), column.to_owned())).collect(),
//!     ..Wanted::default()
//! };
//! let file = Official { name: "ikp.csv", bytes: "Gads;IKP\n2024;40,2\n2025;\n".as_bytes() };
//! let edition = import::read(Some("csv"), &file, &wanted)?;
//! let row = "LVA,gdp,,2024,40200,EUR million,100,outturn,CSB,2026-02-27,csv-2026-02-27,\n";
//! assert_eq!(written::series(&edition.rows), format!("{}{row}", written::HEADER));
//! assert_eq!((edition.left_out[0].count, edition.left_out[0].what.as_str()), (1, "rows without a figure"));
//! # }
//! # Ok::<(), pledgebook::Errors>(())
//! ```
//!
//! # Where a number comes from, and what went wrong
//!
//! A derivation leads to files and lines; an error knows its kind, its place and a way out:
//! ```
//! use pledgebook::Session;
//! use pledgebook::error::{Kind, Noun};
//!
//! let book = Session::embedded()?;
//! let derivation = book.explain("lva-defence-2025")?;
//! let pledge = &derivation.steps[0];
//! assert_eq!(pledge.place.as_deref(), Some("data/commitments/latvia.toml:8"));
//!
//! let errors = book.judge("lva-defense-2025").unwrap_err();
//! let error = errors.iter().next().unwrap();
//! assert!(matches!(error.kind(), Kind::UnknownName { what: Noun::Commitment, .. }));
//! assert_eq!(error.way_out(), Some("did you mean `lva-defence-2025`?"));
//! # Ok::<(), pledgebook::Errors>(())
//! ```
