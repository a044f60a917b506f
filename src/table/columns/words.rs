//! Columns of words, names, codes, years and dates.

use crate::table::Column;

/// The country, by its code.
pub const COUNTRY: Column = Column::name("country", "country").key();
/// The commitment, by its id; in tables for people by its title.
pub const COMMITMENT: Column = Column::name("commitment", "commitment").key();
/// The title of a commitment, scenario or document.
pub const TITLE: Column = Column::text("title", "title");
/// The canonical words of the pledge.
pub const PLEDGE: Column = Column::text("pledge", "pledge");
/// The years that a commitment names, as `2026-2030` or `by 2035`.
pub const WHEN: Column = Column::name("when", "when");
/// The definition, by its id; in tables of pictures by its title.
pub const DEFINITION: Column = Column::text("definition", "definition");
/// Of whose spending a share is, where it is not of GDP; in tables of pictures by its title.
pub const SHARE_OF: Column = Column::text("share_of", "share of");
/// By which measure a year is read.
pub const MEASURE: Column = Column::name("measure", "measure");
/// What still passes as the pledge, within its slack.
pub const TOLERATED: Column = Column::text("tolerated", "tolerated");
/// How strongly a commitment binds.
pub const STRENGTH: Column = Column::name("strength", "strength");
/// When a commitment was announced.
pub const ANNOUNCED: Column = Column::name("announced", "announced");
/// The commitment that it replaces.
pub const SUPERSEDES: Column = Column::name("supersedes", "supersedes");
/// The commitment that replaced it.
pub const SUPERSEDED_BY: Column = Column::name("superseded_by", "superseded by");
/// The group by which something was said, if it was not the country alone.
pub const GROUP: Column = Column::name("group", "group");
/// The commitment that it is a part of.
pub const PART_OF: Column = Column::name("part_of", "part of");
/// The scenario, by its id.
pub const SCENARIO: Column = Column::name("scenario", "scenario").key();
/// The scenario that another one begins with.
pub const BASE: Column = Column::name("base", "base");
/// The first year with a value.
pub const FIRST_YEAR: Column = Column::name("first_year", "from");
/// The last year with a value.
pub const LAST_YEAR: Column = Column::name("last_year", "to");
/// The year, or the years together.
pub const YEAR: Column = Column::name("year", "year").key();
/// The currency of the amounts, by its code.
pub const CURRENCY: Column = Column::name("currency", "currency").key();
/// Which GDP a verdict rests on.
pub const BASIS: Column = Column::text("basis", "GDP basis").ground();
/// The kind of a figure.
pub const KIND: Column = Column::name("kind", "kind").ground();
/// Who published a figure or a document.
pub const PUBLISHER: Column = Column::name("publisher", "publisher").ground();
/// When a figure was published.
pub const VINTAGE: Column = Column::name("vintage", "vintage").ground();
/// The day of an announcement or of a figure.
pub const DATE: Column = Column::name("date", "date");
/// When a document was published.
pub const PUBLISHED: Column = Column::name("published", "published");
/// The document, by its id.
pub const SOURCE: Column = Column::name("source", "source").key();
/// The address of a document.
pub const URL: Column = Column::text("url", "url");
/// The terms of a document.
pub const LICENCE: Column = Column::text("licence", "licence");
/// A remark.
pub const NOTE: Column = Column::text("note", "note").ground();
/// The kind of the GDP used.
pub const GDP_KIND: Column = Column::name("gdp_kind", "GDP kind");
/// Who published it.
pub const GDP_PUBLISHER: Column = Column::name("gdp_publisher", "GDP by");
/// When it was published.
pub const GDP_VINTAGE: Column = Column::name("gdp_vintage", "GDP vintage");
/// The kind of the spending.
pub const SPENT_KIND: Column = Column::name("spent_kind", "kind");
/// Who published it.
pub const SPENT_PUBLISHER: Column = Column::text("spent_publisher", "figures of");
/// When it was published.
pub const SPENT_VINTAGE: Column = Column::name("spent_vintage", "vintage");
/// The definition of a pledge's family under which something is published where nothing is under its own.
pub const PUBLISHED_UNDER: Column = Column::text("published_under", "published under");
/// What spending says about the pledge.
pub const VERDICT: Column = Column::name("verdict", "verdict").key();
/// The same on the earlier day.
pub const THEN_VERDICT: Column = Column::name("then_verdict", "verdict then").key();
/// What became of a figure between two states of a book.
pub const CHANGE: Column = Column::name("change", "change").key();
/// The unit of a figure.
pub const UNIT: Column = Column::name("unit", "unit");
/// The verdict in the earlier of two states of a book.
pub const OLD_VERDICT: Column = Column::name("old_verdict", "old verdict").key();
/// The same in the later one.
pub const NEW_VERDICT: Column = Column::name("new_verdict", "new verdict").key();
/// What made a verdict another one.
pub const CAUSE: Column = Column::name("cause", "cause").key();
/// The earlier year that a share is set against.
pub const SINCE: Column = Column::name("since", "since");
/// What moved between two days.
pub const MOVED: Column = Column::name("moved", "moved");
/// Why a cell is unknown, or a verdict what it is.
pub const REASON: Column = Column::text("reason", "reason");
/// What is stated or follows: money, a share or GDP.
pub const QUANTITY: Column = Column::name("quantity", "quantity").key();
/// The year by which a pledge is to be kept.
pub const BY: Column = Column::name("by", "by");
/// How the path to it leads there.
pub const SHAPE: Column = Column::name("shape", "path");
/// The year in which the path starts.
pub const START_YEAR: Column = Column::name("start_year", "from");
/// How the figure of a year stands to the path.
pub const STANDING: Column = Column::name("standing", "standing").key();
/// Against what a published figure is held.
pub const CHECK: Column = Column::name("check", "check").key();
/// Whether it follows.
pub const RESULT: Column = Column::name("result", "result").key();
/// What the row is.
pub const ROLE: Column = Column::name("role", "role").key();
/// What it is called: a publisher, a path, a goal, or the words of a pledge.
pub const LABEL: Column = Column::text("label", "label").key();
/// What a change is split into.
pub const PART: Column = Column::name("part", "part").key();
/// Whose GDP is taken.
pub const GDP_BY: Column = Column::name("gdp_by", "GDP by").key();
/// What money that is extra is beyond.
pub const COUNTERFACTUAL: Column = Column::name("counterfactual", "counterfactual").key();
