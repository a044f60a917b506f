//! Advances, kerning and outlines of one font file, read once: a picture measures hundreds of texts.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicI16, Ordering};

use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::outline::{DrawSettings, OutlineGlyphCollection};
use skrifa::raw::TableProvider;
use skrifa::raw::tables::gpos::{PairPos, PairPosFormat1, PairPosFormat2, PositionSubtables};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::outline::{Outline, Tracer};

/// The letters whose glyphs are looked up in advance: Latin with all European accents.
const COMMON: std::ops::Range<u32> = 0x20..0x180;
/// The letters whose kerning is kept once it was looked up: so many of the common ones, each with each.
const KEPT: usize = 0xe0;

/// What a letter takes, and how it stands beside others.
#[derive(Debug, Clone, Copy, Default)]
struct Letter {
    glyph: u16,
    advance: i32,
    /// Its place among the first letters of single pairs, if it is one.
    pairs: Option<u16>,
    /// Its class as the first letter of a pair, if it has one, and as the second.
    first: Option<u16>,
    second: u16,
}

/// A font file's advances and kerning, in its own units.
pub(super) struct Metrics {
    em: i32,
    charmap: Charmap<'static>,
    /// The other letters that the font has, in order; looked up when one that is not common is first met.
    others: OnceLock<Vec<(char, Letter)>>,
    glyphs: GlyphMetrics<'static>,
    pairs: Option<PairPosFormat1<'static>>,
    classes: Option<PairPosFormat2<'static>>,
    /// The kerning of two classes, row by row.
    kerning: Vec<i16>,
    columns: usize,
    common: Vec<Letter>,
    /// The kerning met so far, pair by pair.
    met: Vec<AtomicI16>,
    outlines: OutlineGlyphCollection<'static>,
    /// The outlines met so far, by glyph.
    traced: Vec<OnceLock<Outline>>,
    /// That of a letter that the font lacks.
    nothing: Outline,
}

/// What stands for a pair that was not met yet.
const NOT_MET: i16 = i16::MIN;

impl Metrics {
    pub(super) fn parse(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        let glyphs = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let em = i32::from(font.head().ok()?.units_per_em());
        let (pairs, classes) = kerning(&font);
        let columns = classes.as_ref().map_or(0, |classes| usize::from(classes.class2_count()));
        let matrix = classes.as_ref().map(matrix).unwrap_or_default();
        let charmap = font.charmap();
        let outlines = font.outline_glyphs();
        let traced = (0..font.maxp().ok()?.num_glyphs()).map(|_| OnceLock::new()).collect();
        let (common, met, nothing) = (Vec::new(), Vec::new(), Outline::default());
        let mut metrics = Self {
            em,
            charmap,
            others: OnceLock::new(),
            glyphs,
            pairs,
            classes,
            kerning: matrix,
            columns,
            common,
            met,
            outlines,
            traced,
            nothing,
        };
        metrics.common = COMMON.filter_map(char::from_u32).map(|letter| metrics.look_up(letter)).collect();
        metrics.met.resize_with(KEPT * KEPT, || AtomicI16::new(NOT_MET));
        Some(metrics)
    }

    /// The width of a text at a font size of 1.
    pub(super) fn width(&self, text: &str) -> f64 {
        self.set(text, |_, _| ())
    }

    /// Hands over each letter of a text with its place, at a font size of 1, and returns the width of all.
    pub(super) fn set(&self, text: &str, mut each: impl FnMut(char, f64)) -> f64 {
        let mut before = None;
        let mut sum = 0;
        for letter in text.chars() {
            let place = u32::from(letter).wrapping_sub(COMMON.start) as usize;
            sum += before.map_or(0, |before| i32::from(self.kept(before, (letter, place))));
            each(letter, f64::from(sum) / f64::from(self.em));
            sum += self.common.get(place).map_or_else(|| self.other(letter).advance, |common| common.advance);
            before = Some((letter, place));
        }
        f64::from(sum) / f64::from(self.em)
    }

    /// The outline of a letter at a font size of 1; nothing of one that the font lacks.
    pub(super) fn outline(&self, letter: char) -> &Outline {
        let glyph = self.letter(letter).glyph;
        let trace = || {
            let mut tracer = Tracer::new(f32::from(i16::try_from(self.em).unwrap_or(i16::MAX)));
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            let outline = self.outlines.get(GlyphId::from(glyph)).filter(|_| glyph != 0);
            // an outline that cannot be read stays empty, as that of a blank is
            outline.and_then(|outline| outline.draw(settings, &mut tracer).ok());
            tracer.traced()
        };
        self.traced.get(usize::from(glyph)).map_or(&self.nothing, |traced| traced.get_or_init(trace))
    }

    /// The kerning of two letters with their places among the common ones, looked up only once where they are common.
    fn kept(&self, before: (char, usize), next: (char, usize)) -> i16 {
        let kern = || self.kern(&self.letter(before.0), &self.letter(next.0));
        let common = before.1 < KEPT && next.1 < KEPT;
        let met = if common { self.met.get(before.1 * KEPT + next.1) } else { None };
        let Some(met) = met else { return kern() };
        let known = met.load(Ordering::Relaxed);
        if known != NOT_MET {
            return known;
        }
        let kerning = kern();
        met.store(kerning, Ordering::Relaxed);
        kerning
    }

    pub(super) fn lacks(&self, letter: char) -> bool {
        self.letter(letter).glyph == 0
    }

    fn letter(&self, letter: char) -> Letter {
        let place = u32::from(letter).checked_sub(COMMON.start).and_then(|place| self.common.get(place as usize));
        place.copied().unwrap_or_else(|| self.other(letter))
    }

    /// A letter that is not common.
    fn other(&self, letter: char) -> Letter {
        let others = self.others.get_or_init(|| {
            let letters = self.charmap.mappings().filter_map(|(letter, _)| char::from_u32(letter));
            let mut others: Vec<_> = letters.map(|letter| (letter, self.look_up(letter))).collect();
            others.sort_unstable_by_key(|(letter, _)| *letter);
            others
        });
        let place = others.binary_search_by_key(&letter, |(own, _)| *own);
        place.map_or_else(|_| self.lacked(), |place| others[place].1)
    }

    /// What a letter takes that the font lacks.
    fn lacked(&self) -> Letter {
        Letter { advance: self.em, ..Letter::default() }
    }

    fn look_up(&self, letter: char) -> Letter {
        let Some(id) = self.charmap.map(letter).filter(|glyph| *glyph != GlyphId::NOTDEF) else {
            return self.lacked();
        };
        let covered = |classes: &PairPosFormat2| classes.coverage().ok()?.get(id);
        let classes = self.classes.as_ref();
        Letter {
            glyph: u16::try_from(id.to_u32()).unwrap_or_default(),
            advance: self.glyphs.advance_width(id).map_or(0, units),
            pairs: self.pairs.as_ref().and_then(|pairs| pairs.coverage().ok()?.get(id)),
            first: classes
                .filter(|classes| covered(classes).is_some())
                .and_then(|classes| Some(classes.class_def1().ok()?.get(id))),
            second: classes.and_then(|classes| Some(classes.class_def2().ok()?.get(id))).unwrap_or_default(),
        }
    }

    /// How much nearer two letters stand: as a single pair, else by their classes.
    fn kern(&self, before: &Letter, letter: &Letter) -> i16 {
        let by_class = || {
            let row = usize::from(before.first?);
            self.kerning.get(row * self.columns + usize::from(letter.second)).copied()
        };
        self.pair(before, letter).or_else(by_class).unwrap_or_default()
    }

    fn pair(&self, before: &Letter, letter: &Letter) -> Option<i16> {
        let set = self.pairs.as_ref()?.pair_sets().get(usize::from(before.pairs?)).ok()?;
        let records = set.pair_value_records();
        let (mut low, mut high) = (0, records.len());
        while low < high {
            let middle = low.midpoint(high);
            let record = records.get(middle).ok()?;
            let second = record.second_glyph().to_u16();
            if second == letter.glyph {
                return record.value_record1().x_advance();
            }
            if second < letter.glyph { low = middle + 1 } else { high = middle }
        }
        None
    }
}

/// An advance, which font files give in whole units.
#[expect(clippy::cast_possible_truncation, reason = "a font file has it as a number of 16 bits")]
fn units(advance: f32) -> i32 {
    advance as i32
}

/// The kerning of single pairs and of classes: the font has one table of each.
fn kerning(font: &FontRef<'static>) -> (Option<PairPosFormat1<'static>>, Option<PairPosFormat2<'static>>) {
    let (mut pairs, mut classes) = (None, None);
    let lookups = font.gpos().and_then(|gpos| gpos.lookup_list()).map(|list| list.lookups());
    for lookup in lookups.into_iter().flat_map(|lookups| lookups.iter()).flatten() {
        let Ok(PositionSubtables::Pair(tables)) = lookup.subtables() else { continue };
        for table in tables.iter().flatten() {
            match table {
                PairPos::Format1(single) => pairs = pairs.or(Some(single)),
                PairPos::Format2(class) => classes = classes.or(Some(class)),
            }
        }
    }
    (pairs, classes)
}

fn matrix(classes: &PairPosFormat2) -> Vec<i16> {
    let rows = classes.class1_records();
    let cells = rows.iter().flatten().flat_map(|row| {
        row.class2_records().iter().flatten().map(|cell| cell.value_record1().x_advance()).collect::<Vec<_>>()
    });
    cells.map(Option::unwrap_or_default).collect()
}
