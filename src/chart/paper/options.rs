//! How a picture is wanted: size, theme, type, and where it says that it comes from.

/// How bright the picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Dark on white.
    #[default]
    Light,
    /// Light on a dark ground, for screens in dark rooms.
    Dark,
}

impl Theme {
    /// Every theme, the default first.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Whether an SVG carries its typeface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Font {
    /// In the file, so that every browser draws what was measured.
    #[default]
    Embed,
    /// By its name alone: 37 kB less, for places that have Inter.
    Link,
}

impl Font {
    /// Both ways, the default first.
    pub const ALL: [Self; 2] = [Self::Embed, Self::Link];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Embed => "embed",
            Self::Link => "link",
        }
    }
}

/// A size with a purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preset {
    /// Its name on the command line.
    pub name: &'static str,
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// What it is for.
    pub about: &'static str,
}

/// The sizes that have a name, the default first.
pub const PRESETS: &[Preset] = &[
    Preset { name: "slide", size: (1600, 900), about: "fills a screen of 16:9" },
    Preset { name: "social", size: (1080, 1080), about: "a square, which no feed crops" },
    COLUMN,
];

/// The size of pictures in documents.
pub const COLUMN: Preset =
    Preset { name: "a4-column", size: (800, 540), about: "set 16 cm wide, its labels are of 8 points" };

/// Where a picture comes from, as its file says it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// The program and its version.
    pub program: String,
    /// The command that draws it again.
    pub command: String,
    /// The day whose knowledge it shows.
    pub as_of: String,
    /// The fingerprint of the book.
    pub book: String,
    /// Its files, each by its name and the beginning of its digest: `book.toml 1a2b3c4d5e6f7a8b; …`.
    pub files: String,
    /// The digest of the scenario file that was read; empty where none was.
    pub scenarios: String,
}

impl Record {
    /// Its parts with their names.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let parts = [
            ("Software", &self.program),
            ("Command", &self.command),
            ("As of", &self.as_of),
            ("Scenarios", &self.scenarios),
            ("Book", &self.book),
            ("Files", &self.files),
        ];
        parts.into_iter().map(|(name, value)| (name, value.as_str())).filter(|(_, value)| !value.is_empty())
    }

    /// The record that has these parts, wherever they stand among others.
    pub(crate) fn of_parts<'a>(parts: &(impl Iterator<Item = (&'a str, String)> + Clone)) -> Self {
        let part = |name| parts.clone().find(|(own, _)| *own == name).map(|(_, value)| value).unwrap_or_default();
        let (book, files, scenarios) = (part("Book"), part("Files"), part("Scenarios"));
        Self { program: part("Software"), command: part("Command"), as_of: part("As of"), book, files, scenarios }
    }
}

/// How a picture is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Width in pixels, 400 to 8000.
    pub width: u32,
    /// Height in pixels, 300 to 8000.
    pub height: u32,
    /// The pixels of a PNG for each of these, along a side.
    pub scale: u8,
    /// How bright it is.
    pub theme: Theme,
    /// Whether an SVG carries its typeface.
    pub font: Font,
    /// Where it comes from; nothing is said of it where there is none.
    pub record: Option<Record>,
}

impl Default for Options {
    fn default() -> Self {
        let (width, height) = PRESETS.first().map_or((1600, 900), |preset| preset.size);
        Self { width, height, scale: 1, theme: Theme::default(), font: Font::default(), record: None }
    }
}
