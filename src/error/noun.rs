//! The sorts of things that messages speak of by name.

super::words! {
    /// A sort of thing that has names: what a message says is unknown, or not in the book.
    #[allow(missing_docs, reason = "the word says what each is")]
    Noun:
    Basis = "basis",
    Book = "book",
    Column = "column",
    Command = "command",
    Commitment = "commitment",
    Counterfactual = "counterfactual",
    Country = "country",
    Definition = "definition",
    Dialect = "dialect",
    Shell = "shell",
    Family = "family",
    File = "file of a book",
    Format = "format",
    Group = "group",
    Kind = "kind",
    Measure = "measure",
    Page = "page",
    Picture = "picture",
    PictureFormat = "picture format",
    Point = "publisher or definition",
    Question = "question",
    Role = "role",
    Scenario = "scenario",
    Shape = "shape",
    Source = "source",
    Strength = "strength",
    Unit = "unit",
}
