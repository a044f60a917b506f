//! The catalogue of everything that can be wrong, each kind with its message.

use std::fmt;

use super::Noun;
use super::severity::{Severity, kinds};

kinds! {
    /// A text where a plain decimal belongs.
    Error "not-a-number" NotANumber { text: String } "`{text}` is not a number";
    /// More digits than can be kept exactly.
    Error "too-many-digits" TooManyDigits { text: String, before: usize, after: usize } "`{text}` has more than {before} digits before the point or {after} after it";
    /// Zero or less where only a value above zero makes sense.
    Error "not-positive" NotPositive { text: String } "`{text}` is not above zero";
    /// A text where a year belongs.
    Error "not-a-year" NotAYear { text: String } "`{text}` is not a year";
    /// A year outside 1900 to 2200.
    Error "year-out-of-range" YearOutOfRange { text: String } "the year {text} is not between 1900 and 2200";
    /// A range whose end lies before its start.
    Error "years-out-of-order" YearsOutOfOrder { first: u16, last: u16 } "the years run backwards: {first} is after {last}";
    /// A text where a date belongs, or a day that the calendar does not have.
    Error "not-a-date" NotADate { text: String } "`{text}` is not a date";
    /// Letters that are no ISO 4217 code of the known list.
    Error "unknown-currency" UnknownCurrency { text: String } "unknown currency `{text}`";
    /// Amounts of two currencies where one belongs.
    Error "currency-mismatch" CurrencyMismatch { found: String, expected: String } "an amount in {found} where {expected} belongs";
    /// Letters that are no ISO 3166-1 alpha-3 code by their shape.
    Error "not-a-country" NotACountry { text: String } "`{text}` is not a country code";
    /// A result that cannot be kept to its last digit.
    Error "too-large" TooLarge { what: String } "{what} is too large to be kept exactly";
    /// A quotient with nothing below.
    Error "division-by-zero" DivisionByZero { what: String } "{what} is divided by zero";

    /// A pledge without a word.
    Error "empty-pledge" EmptyPledge {} "the pledge is empty";
    /// A word that the pledge language does not have.
    Error "unknown-word" UnknownWord { text: String } "unknown word `{text}`";
    /// A qualifier after another one.
    Error "two-qualifiers" TwoQualifiers { first: String, second: String } "two qualifiers, `{first}` and `{second}`";
    /// A second pledge in one text.
    Error "two-pledges" TwoPledges { second: String } "`{second}` is a second pledge";
    /// Words after the end of a pledge.
    Error "text-left-over" TextLeftOver { text: String } "`{text}` is left over after the pledge";
    /// A number without `%` or a currency.
    Error "missing-unit" MissingUnit { number: String } "`{number}` has no unit";
    /// A qualifier or a unit without a number.
    Error "missing-number" MissingNumber { text: String } "there is no number in `{text}`";
    /// Two words run together.
    Error "missing-blank" MissingBlank { text: String } "`{text}` runs two words together";
    /// What people call the money of several countries.
    Error "ambiguous-currency" AmbiguousCurrency { text: String } "`{text}` is money of several countries";
    /// A share of something that is not known.
    Error "unknown-base" UnknownBase { text: String } "`{text}` is no base of a share";
    /// A change or a multiple of what was spent in no year.
    Error "change-without-year" ChangeWithoutYear { text: String } "`{text}` names no year that it is set against";
    /// A range whose lower end does not come first.
    Error "range-out-of-order" RangeOutOfOrder { low: String, high: String } "a range from `{low}` to `{high}` does not rise";
    /// A range from one thing to another.
    Error "mixed-range" MixedRange { text: String } "the ends of `{text}` are in different units";
    /// The beginning of a range without its end.
    Error "half-a-range" HalfARange { text: String } "`{text}` is half a range";
    /// A range with a word that belongs to one figure.
    Error "qualified-range" QualifiedRange { qualifier: String, range: String } "`{qualifier}` stands before the range `{range}`";
    /// A range of what is set against a year.
    Error "range-of-changes" RangeOfChanges { text: String } "`{text}` is a range of changes";
    /// A mean of what is no share.
    Error "mean-of-no-share" MeanOfNoShare { pledge: String } "`{pledge}` has no share to take the mean of";
    /// A text that says of no money which share it is.
    Error "not-a-claim" NotAClaim { text: String } "`{text}` is no claim about money and a share of GDP";
    /// A text that is no tolerance.
    Error "not-a-tolerance" NotATolerance { text: String } "`{text}` is not a tolerance";
    /// A tolerance in a unit that the pledge does not have.
    Error "tolerance-mismatch" ToleranceMismatch { tolerance: String, pledge: String } "the tolerance `{tolerance}` does not fit the pledge `{pledge}`";

    /// A file that is not there.
    Error "absent-file" AbsentFile { path: String } "there is no file `{path}`";
    /// A folder that is not there.
    Error "absent-folder" AbsentFolder { path: String } "there is no folder `{path}`";
    /// A file that cannot be read.
    Error "unreadable-file" UnreadableFile { path: String, reason: String } "cannot read `{path}`: {reason}";
    /// A folder where a file belongs.
    Error "directory-as-file" DirectoryAsFile { path: String } "`{path}` is a folder, not a file";
    /// A folder that holds no book.
    Error "not-a-book" NotABook { path: String } "`{path}` is not a book";
    /// Bytes that are no UTF-8.
    Error "invalid-utf8" InvalidUtf8 {} "the text is not UTF-8";
    /// A NUL byte inside a text.
    Error "nul-byte" NulByte {} "the text holds a NUL byte";
    /// A file or folder that cannot be written.
    Error "cannot-write" CannotWrite { path: String, reason: String } "cannot write `{path}`: {reason}";
    /// An output folder that holds somebody's files.
    Error "foreign-folder" ForeignFolder { path: String } "`{path}` is neither empty nor a report or pictures that pledgebook wrote";
    /// A port that cannot be had.
    Error "no-port" NoPort { address: String, reason: String } "cannot serve on `{address}`: {reason}";
    /// Something else than text on its way to a terminal.
    Error "binary-to-terminal" BinaryToTerminal { what: String } "{what} cannot be shown on a terminal";

    /// A file that is no picture which was drawn here.
    Error "not-a-picture" NotAPicture { file: String, reason: String } "`{file}` is no picture of pledgebook's: {reason}";
    /// A picture that comes out with other bytes.
    Error "drawn-otherwise" DrawnOtherwise { file: String } "`{file}` comes out otherwise now";

    /// An official file of which nobody can tell the format.
    Error "unclear-format" UnclearFormat { file: String, reason: String } "the format of `{file}` is not clear: {reason}";
    /// An official file that is not what it is said to be.
    Error "foreign-file" ForeignFile { file: String, format: String, reason: String } "`{file}` is no `{format}` file: {reason}";

    /// TOML that cannot be parsed.
    Error "toml-syntax" TomlSyntax { message: String } "this is not TOML: {message}";
    /// A key that the record does not have.
    Error "unknown-key" UnknownKey { key: String } "unknown key `{key}`";
    /// A key that the record needs.
    Error "missing-key" MissingKey { key: String, record: String } "{record} has no `{key}`";
    /// A value of another type.
    Error "wrong-type" WrongType { key: String, expected: String, found: String } "`{key}` is {found}, not {expected}";
    /// A text without a letter.
    Error "empty-text" EmptyText { key: String } "`{key}` is empty";
    /// An id with other characters than `a-z`, `0-9` and `-`.
    Error "not-an-id" NotAnId { text: String } "`{text}` is not an id";
    /// A second record with the id of another.
    Error "duplicate-id" DuplicateId { id: String, first: String } "the id `{id}` is taken: {first}";
    /// A word outside a closed list.
    Error "unknown-term" UnknownTerm { what: Noun, text: String } "unknown {what} `{text}`";
    /// A unit that cannot measure what it is said to.
    Error "wrong-unit" WrongUnit { unit: String, measure: String } "`{unit}` is no unit of `{measure}`";
    /// A reference to something that is not in the book.
    Error "unknown-reference" UnknownReference { what: Noun, id: String } "there is no {what} `{id}` in the book";
    /// A reference that makes no sense between these two.
    Error "wrong-link" WrongLink { link: String, id: String, reason: String } "`{link}` leads to `{id}`, {reason}";
    /// An amount that the members of a group owe together.
    Error "amount-of-a-group" AmountOfAGroup { pledge: String, group: String } "`{pledge}` of `{group}` is no amount of each of its members";
    /// References that lead back to their start.
    Error "circle" Circle { link: String, path: String } "`{link}` goes in a circle: {path}";
    /// A role that another definition of the family has.
    Error "role-taken" RoleTaken { role: String, family: String, by: String } "the role `{role}` in the family `{family}` is taken by `{by}`";
    /// A pledge for the year whose spending it is set against.
    Error "against-itself" AgainstItself { pledge: String, year: u16 } "`{pledge}` is for {year}, the year that it is set against";
    /// Two ways of saying when.
    Error "two-times" TwoTimes { first: String, second: String } "the pledge has both `{first}` and `{second}`";
    /// A key that means nothing beside the others of its record.
    Error "needless-key" NeedlessKey { key: String, reason: String } "`{key}` has no meaning here: {reason}";
    /// A growth rate that has no year before it.
    Error "growth-of-nothing" GrowthOfNothing { year: u16, after: u16 } "growth in {year} has no year before it: the scenario has none between {after} and {year}";
    /// A record under a name that means something else where its id would stand.
    Error "reserved-name" ReservedName { id: String, what: String } "`{id}` is the name of {what}";

    /// A workbook that is damaged, locked, too large, of another kind, or laid out in a way that nobody knows.
    Error "unreadable-workbook" UnreadableWorkbook { reason: String } "the workbook cannot be read: {reason}";
    /// A file without a byte.
    Error "empty-file" EmptyFile {} "the file is empty";
    /// A header without a column that is needed.
    Error "missing-column" MissingColumn { column: String } "the header has no column `{column}`";
    /// A header with a column that is not known.
    Error "unknown-column" UnknownColumn { column: String } "unknown column `{column}`";
    /// A header that names a column twice.
    Error "column-twice" ColumnTwice { column: String } "the header names the column `{column}` twice";
    /// A header with more columns than any file has.
    Error "too-many-columns" TooManyColumns { found: usize, most: usize } "the header has {found} columns, more than {most}";
    /// A row with a cell too many.
    Error "too-many-cells" TooManyCells { found: usize, expected: usize } "the row has {found} cells, the header {expected}";
    /// A row with a cell too few.
    Error "too-few-cells" TooFewCells { found: usize, expected: usize } "the row has only {found} of {expected} cells";
    /// A quote that is never closed.
    Error "unterminated-quote" UnterminatedQuote {} "the quote is never closed";
    /// Text behind a quote that is closed.
    Error "text-after-quote" TextAfterQuote { text: String } "`{text}` stands after the closing quote";
    /// A cell that has to hold something.
    Error "empty-cell" EmptyCell { column: String } "the cell `{column}` is empty";
    /// A cell that has to be empty.
    Error "needless-cell" NeedlessCell { column: String, reason: String } "the cell `{column}` has no meaning here: {reason}";
    /// A text of the book that a language has twice.
    Error "translated-twice" TranslatedTwice { text: String, first: String } "`{text}` is translated twice: {first}";
    /// A figure that an official file has otherwise than the book has it from the same edition.
    Error "figure-otherwise" FigureOtherwise { figure: String, said: String, says: String } "the same edition has {figure} otherwise: the book {said}, the file {says}";
    /// A figure that an official file has twice.
    Error "figure-twice" FigureTwice { figure: String, first: String } "a second figure of {figure}: the first stands at {first}";
    /// Two observations between which the rule cannot choose.
    Error "tie" Tie { what: String, year: u16, first: String, second: String } "two figures of {what} in {year} have equal rank: {first} and {second}";
    /// A scenario of a feed that comes back after another one.
    Error "scenario-comes-back" ScenarioComesBack { scenario: String } "the scenario `{scenario}` comes back after another one";
    /// A year that a scenario of a feed gives twice.
    Error "year-twice" YearTwice { scenario: String, year: u16 } "the scenario `{scenario}` gives {year} twice";
    /// GDP that somebody brings, ten times off what is known.
    Error "out-of-scale" OutOfScale { gdp: String, year: u16, known: String, known_year: u16 } "GDP of {gdp} in {year} is out of scale: `latest` has {known} in {known_year}";

    /// Something that nobody had published by the day that is asked about.
    Error "nothing-published" NothingPublished { what: String, day: String } "no {what} is published, as known on {day}";
    /// A year that a commitment does not speak of.
    Error "other-years" OtherYears { commitment: String, year: u16 } "`{commitment}` does not speak of {year}";
    /// A commitment without a figure where an amount is asked for.
    Error "no-figure" NoFigure { commitment: String } "`{commitment}` states no figure, so it comes to no amount";
    /// A pledge to which no path leads from what is known.
    Error "no-path" NoPath { commitment: String, reason: String } "there is no path to `{commitment}`: {reason}";
    /// A commitment that was not known on the day that is asked about.
    Error "not-announced" NotAnnounced { commitment: String, announced: String, day: String } "`{commitment}` was announced on {announced}, after {day}";
    /// A commitment of a group that did not hold for a member yet on the day that is asked about.
    Error "not-a-member" NotAMember { commitment: String, country: String, since: String, day: String } "`{commitment}` holds for {country} from {since} on, after {day}";
    /// A commitment of a group where nothing says which member is meant.
    Error "several-countries" SeveralCountries { commitment: String } "`{commitment}` is a commitment of several countries";
    /// A scenario or commitment of one country where another one is asked about.
    Error "other-country" OtherCountry { name: String, country: String } "`{name}` is for {country}";
    /// A name on the command line that is not known.
    Error "unknown-name" UnknownName { what: Noun, name: String } "unknown {what} `{name}`";
    /// An option that means nothing beside another.
    Error "needless-option" NeedlessOption { option: String, reason: String } "`{option}` has no meaning here: {reason}";
    /// Words or an option without another option that they need.
    Error "missing-option" MissingOption { what: String, option: String } "`{what}` needs `{option}`";
    /// A text where values that are equally far apart belong.
    Error "not-steps" NotSteps { text: String } "`{text}` does not say from where to where, and by what step";
    /// More values than anybody reads.
    Error "too-many-values" TooManyValues { what: String, most: usize } "`{what}` has more than {most} values";
    /// A commitment that does not move with GDP or its share, or not on this GDP.
    Error "no-grid" NoGrid { commitment: String, reason: String } "there is no grid of `{commitment}`: {reason}";
    /// A size that no picture has.
    Error "not-a-size" NotASize { text: String } "`{text}` is not a size";
    /// A picture that the book has no figures for.
    Error "nothing-to-draw" NothingToDraw { chart: String, reason: String } "there is nothing to draw in `{chart}`: {reason}";
    /// A picture of more than can be seen in it.
    Error "too-much-to-draw" TooMuchToDraw { chart: String, reason: String } "`{chart}` cannot be drawn: {reason}";
    /// Commitments of groups that come to more than is kept when each member has its own.
    Error "too-many-of-members" TooManyOfMembers { most: usize } "the commitments of groups, written out for each member, have more than {most} MiB";
    /// A table without a column that somebody looks for in it.
    Error "no-such-column" NoSuchColumn { table: String, column: String } "the table `{table}` has no column `{column}`";
    /// A table for a terminal that nobody would read to its end, or one that no sheet holds.
    Error "too-many-rows" TooManyRows { limit: usize, what: String } "more than {limit} rows are too many for {what}";
    /// A text that no cell of a workbook holds.
    Error "too-long-cell" TooLongCell { column: String, row: u64, sheet: String, limit: usize } "`{column}` in row {row} of the sheet `{sheet}` has more letters than the {limit} that a cell of a workbook holds";
    /// A workbook that could not be made.
    Error "workbook-failed" WorkbookFailed { reason: String } "the workbook could not be made: {reason}";
    /// A picture that could not be made.
    Error "picture-failed" PictureFailed { reason: String } "the picture could not be made: {reason}";

    // warnings stand as `check` lists them: first that a figure is likely wrong, then that something is missing, last what only describes
    /// GDP of the book that is ten times off what is known beside it.
    Warning "doubtful-gdp" DoubtfulGdp { gdp: String, year: u16, known: String, known_year: u16 } "GDP of {gdp} in {year} is out of scale: `latest` has {known} in {known_year}";
    /// Two neighbouring years of a series, of which one is many times the other.
    Warning "leap" Leap { what: String, first: String, then: String, first_place: String } "{what} leaps from {first}, at {first_place}, to {then}";
    /// A share that its publisher's own money and GDP do not come to.
    Warning "wrong-share" WrongShare { published: String, computed: String, money: String, whole: String } "{published} published, {computed} from its own figures: {money} of {whole}";
    /// A part that is more than what it is a part of.
    Warning "larger-part" LargerPart { part: String, whole: String } "a part is more than its whole: {part}, {whole}";
    /// A publisher that the book has no GDP of.
    Warning "no-such-publisher" NoSuchPublisher { name: String } "no GDP in the book is published by `{name}`";
    /// A row older than the document it cites.
    Warning "source-after-vintage" SourceAfterVintage { source: String, published: String, vintage: String } "the source `{source}` was published on {published}, after the vintage {vintage} of the row";
    /// A weaker commitment in the place of a stronger one.
    Warning "weaker-supersedes" WeakerSupersedes { weaker: String, stronger: String } "a {weaker} supersedes a {stronger}";
    /// A share of spending under a definition that does not say of whose spending its shares are.
    Warning "no-share-base" NoShareBase { pledge: String, definition: String } "`{definition}` does not say whose spending `{pledge}` is a share of";
    /// A share of GDP, or of another base, without it.
    Warning "no-gdp" NoGdp { what: String, basis: String, years: String } "there is no {what} for {years} on `{basis}`";
    /// Growth in a year whose year before has no GDP on what the scenario starts from.
    Warning "no-gdp-before" NoGdpBefore { year: u16, before: u16, base: String } "growth in {year} has no GDP of {before} under `{base}` to start from";
    /// A pledge that is set against a year of which no spending is known.
    Warning "no-reference" NoReference { pledge: String, year: u16, definition: String } "no spending of {year} under `{definition}` is known to set `{pledge}` against";
    /// Figures or scenarios of a country that makes no commitments.
    Warning "no-commitments" NoCommitments { countries: String } "there are figures or scenarios, but no commitments of {countries}";
    /// A pledge under a definition without figures.
    Warning "no-spending" NoSpending { definition: String, country: String } "nothing is published on spending of {country} under `{definition}`";
    /// A translation of a text that the book does not have.
    Warning "nothing-to-translate" NothingToTranslate { text: String } "no title and no publisher in the book is `{text}`";
    /// Figures of which nobody knows to which unit they were published.
    Warning "no-precision" NoPrecision { figures: String, series: String, publisher: String } "no precision is known of {figures} of {series} by `{publisher}`, taken as exact";
    /// A pledge that leaves much room.
    Warning "wide-slack" WideSlack { slack: String, pledge: String } "the slack of {slack} is more than a twentieth of `{pledge}`";
    /// A pledge that was read in somebody else's account of it.
    Warning "second-hand" SecondHand { source: String } "the source `{source}` is a secondary report";
}
