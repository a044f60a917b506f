//! How a picture is wanted: size, theme, type, and where it says that it comes from.

use std::ops::RangeInclusive;

use crate::error::{Error, Kind, Result};

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

/// How an SVG has its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Font {
    /// As text with the typeface in the file, so that every browser draws what was measured.
    #[default]
    Embed,
    /// As text with the typeface by its name alone: 37 kB less, for places that have Inter.
    Link,
    /// As outlines, so that every program draws what was measured.
    Outline,
}

impl Font {
    /// Every way, the default first.
    pub const ALL: [Self; 3] = [Self::Embed, Self::Link, Self::Outline];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Embed => "embed",
            Self::Link => "link",
            Self::Outline => "outline",
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
    /// How wide it is on paper, if that is what it is for, in millimetres.
    pub millimetres: Option<u32>,
    /// What it is for.
    pub about: &'static str,
}

/// The sizes that have a name, the default first.
pub const PRESETS: &[Preset] = &[
    Preset { name: "slide", size: (1600, 900), millimetres: None, about: "fills a screen of 16:9" },
    Preset { name: "social", size: (1080, 1080), millimetres: None, about: "a square, which no feed crops" },
    A4_COLUMN,
];

/// The size of pictures in documents.
pub const A4_COLUMN: Preset = Preset {
    name: "a4-column",
    size: (800, 540),
    millimetres: Some(160),
    about: "16 cm wide in a document, its labels are of 8 points",
};

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
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// How wide it is on paper, in millimetres; where nothing is said, a pixel is 1/96 of an inch, as in CSS.
    pub millimetres: Option<u32>,
    /// The pixels of a PNG for each of these, along a side.
    pub scale: u8,
    /// How bright it is.
    pub theme: Theme,
    /// How an SVG has its letters.
    pub font: Font,
    /// Where it comes from; nothing is said of it where there is none.
    pub record: Option<Record>,
}

impl Default for Options {
    fn default() -> Self {
        let (width, height) = PRESETS.first().map_or((1600, 900), |preset| preset.size);
        let (theme, font) = (Theme::default(), Font::default());
        Self { width, height, millimetres: None, scale: 1, theme, font, record: None }
    }
}

impl From<Preset> for Options {
    fn from(Preset { size: (width, height), millimetres, .. }: Preset) -> Self {
        Self { width, height, millimetres, ..Self::default() }
    }
}

impl Options {
    /// The smallest and the largest width and height in pixels.
    pub const SIZES: [(u32, u32); 2] = [(400, 300), (8000, 8000)];
    /// So many pixels of a PNG there may be for each of these, along a side.
    pub const SCALES: RangeInclusive<u8> = 1..=8;
    /// The longest side of a PNG, in pixels.
    const LONGEST: u32 = 16_000;

    /// The same, if pictures are drawn so small and so large.
    ///
    /// ```
    /// use pledgebook::chart::{A4_COLUMN, Options};
    ///
    /// assert!(Options::from(A4_COLUMN).checked().is_ok());
    /// let error = Options { width: 8000, height: 4500, scale: 4, ..Options::default() }.checked().unwrap_err();
    /// assert_eq!(error.kind().to_string(), "`8000x4500 × 4` is not a size");
    /// ```
    /// # Errors
    /// It is smaller or larger than [`Options::SIZES`], its scale is none of [`Options::SCALES`], or a side of the PNG has more than
    /// 16 000 pixels.
    pub fn checked(self) -> Result<Self> {
        let (width, height, scale) = (self.width, self.height, self.scale);
        let refused = |text, help| Err(Error::new(Kind::NotASize { text }).help(help));
        let [(narrowest, lowest), (widest, highest)] = Self::SIZES;
        if !(narrowest..=widest).contains(&width) || !(lowest..=highest).contains(&height) {
            let help = format!("take a size from {narrowest}x{lowest} to {widest}x{highest} pixels");
            return refused(format!("{width}x{height}"), help);
        }
        if !Self::SCALES.contains(&scale) || u32::from(scale) * width.max(height) > Self::LONGEST {
            let (least, most) = Self::SCALES.into_inner();
            let help = format!("take a scale from {least} to {most}, and at most {} pixels a side", Self::LONGEST);
            return refused(format!("{width}x{height} × {scale}"), help);
        }
        Ok(self)
    }

    /// Width and height as SVG has them, in hundredths of a millimetre at most.
    pub(crate) fn physical_size(&self) -> [String; 2] {
        let Some(millimetres) = self.millimetres else { return [self.width, self.height].map(|side| side.to_string()) };
        let high = f64::from(millimetres) * f64::from(self.height) / f64::from(self.width.max(1));
        [f64::from(millimetres), (high * 100.0).round() / 100.0].map(|side| format!("{side}mm"))
    }

    /// Where an SVG comes from: it is fine at every size, and whoever draws it again says no scale, which a PNG alone has.
    pub(crate) fn record_of_svg(&self) -> Option<Record> {
        let without = |command: &str, option: &str| command.replacen(option, "", 1);
        let scale = format!(" --scale {}", self.scale);
        self.record
            .clone()
            .map(|record| Record { command: without(&without(&record.command, &scale), " --format png"), ..record })
    }

    /// Where a PNG comes from: it has no letters, and whoever draws it again says nothing of how an SVG has them.
    pub(crate) fn record_of_png(&self) -> Option<Record> {
        let font = format!(" --font {}", self.font.name());
        self.record.clone().map(|record| Record { command: record.command.replacen(&font, "", 1), ..record })
    }

    /// The pixels of a PNG in a metre, rounded: so a larger scale prints finer, not larger.
    pub(crate) fn pixels_per_metre(&self) -> u32 {
        // a pixel by itself is 1/96 of an inch, as in CSS
        let (pixels, tenths) =
            self.millimetres.map_or((96, 254), |own| (u64::from(self.width), u64::from(own.max(1)) * 10));
        let per_metre = (pixels * 10_000 * u64::from(self.scale) + tenths / 2) / tenths;
        u32::try_from(per_metre).unwrap_or(u32::MAX)
    }
}
