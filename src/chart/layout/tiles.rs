//! Where tiles stand in rows and columns, what is written in each, and the names of rows and columns.

use super::key::KeySign;
use super::parts::Layout;
use crate::chart::figure::{Sign, Steps, Tile, Tiles};
use crate::chart::paper::geometry::{Anchor, Area, Segment};
use crate::chart::paper::lettering::Lettering;
use crate::chart::text::line_breaking::Line;
use crate::chart::text::paragraph::Paragraph;
use crate::chart::text::type_style::Type;
use crate::chart::text::typeface::{CAP, DESCENT, Weight, width};

/// How high a row is at most, in sizes of the type of axes, and how wide a column.
const HIGHEST: f64 = 9.0;
const WIDEST: f64 = 16.0;
/// How much of a tile its verdict takes to both sides of its middle at most, and the least that shows its form, in marks.
const FORM: f64 = 0.26;
const LEAST: f64 = 0.55;

/// Tiles in their places.
#[derive(Debug)]
pub(crate) struct Mosaic<'a> {
    pub(crate) key: Vec<KeySign>,
    pub(crate) cells: Vec<TileCell<'a>>,
    /// Half the size of the form of a verdict; none where there is no room, so that it is shown as a tone.
    pub(crate) form: Option<f64>,
    /// Where the pledge begins to be reached.
    pub(crate) break_even: Vec<Segment>,
    /// The names of rows and columns.
    pub(crate) texts: Vec<Lettering>,
}

/// A tile in its place; of tones alone neighbours that are alike stand as one.
#[derive(Debug)]
pub(crate) struct TileCell<'a> {
    pub(crate) tile: &'a Tile,
    pub(crate) area: Area,
    /// The middle of its form.
    pub(crate) form: (f64, f64),
    pub(crate) words: Vec<Lettering>,
}

/// The lines between rows and between columns.
struct Lines {
    across: Vec<f64>,
    down: Vec<f64>,
}

/// How tiles are set.
struct Setting {
    /// Half the size of a form, if there is room for one.
    form: Option<f64>,
    /// The type of the figures, if there is room for them, and how high their line is.
    kind: Option<Type>,
    line: f64,
}

impl<'a> Layout<'a> {
    /// Every tile, as large as there is room.
    pub(crate) fn tiles(&self, tiles: &'a Tiles) -> Mosaic<'a> {
        let lines = self.tile_lines(tiles);
        let setting = self.tile_setting(tiles, &lines);
        let (mut key, _) = self.key(self.plot.top - self.style.space * 2.5);
        for sign in &mut key {
            if let (Sign::Verdict(standing), None) = (sign.sign, setting.form) {
                sign.sign = Sign::Tone(standing);
            }
        }
        let corner = |(across, down): (usize, usize)| (lines.across[across], lines.down[down]);
        Mosaic {
            key,
            cells: self.tile_cells(tiles, &lines, &setting),
            form: setting.form,
            break_even: tiles.break_even().into_iter().map(|edge| edge.map(corner)).collect(),
            texts: self.tile_names(tiles, &lines),
        }
    }

    /// How large the forms of verdicts are, and in which type the figures stand below them.
    fn tile_setting(&self, tiles: &Tiles, lines: &Lines) -> Setting {
        let style = self.style;
        let (wide, high) = (lines.across[1] - lines.across[0], lines.down[1] - lines.down[0]);
        let kind = self.tile_type(tiles, (wide, high));
        let line = kind.map_or(0.0, |kind| kind.size * (CAP + DESCENT) + style.space * 0.75);
        let size = ((high - line) * FORM).min(wide * FORM).min(style.mark * 1.3);
        let form = (size >= style.mark * LEAST).then_some(size);
        Setting { form, kind: kind.filter(|_| form.is_some()), line }
    }

    /// The tiles; where they are tones, neighbours in a row that are alike as one.
    fn tile_cells(&self, tiles: &'a Tiles, lines: &Lines, setting: &Setting) -> Vec<TileCell<'a>> {
        let alike = |one: &Tile, next: &Tile| setting.form.is_none() && one.standing == next.standing;
        let mut cells = Vec::new();
        for (down, row) in tiles.rows().enumerate() {
            let mut from = 0;
            for run in row.chunk_by(alike) {
                let to = from + run.len();
                let (left, right) = (lines.across[from], lines.across[to]);
                let area = Area { left, top: lines.down[down], right, bottom: lines.down[down + 1] };
                cells.extend(run.first().map(|tile| self.tile(tile, area, setting)));
                from = to;
            }
        }
        cells
    }

    /// From the widest name of a row to the right margin, and from below the key to above the names of the columns.
    fn tile_lines(&self, tiles: &Tiles) -> Lines {
        let style = self.style;
        let measure = |text: &str, weight| width(text, weight) * style.tick.size;
        let names = tiles.down.values.iter().map(|name| measure(name, Weight::SemiBold)).fold(0.0, f64::max);
        let (_, end) = self.key(self.plot.top - style.space * 2.5);
        let line = style.tick.leading();
        let left = style.margin() + names + style.space * 1.5;
        // the last name of a column stands half beyond its tile where tiles are small
        let right = style.width - style.margin() - style.space;
        let (top, bottom) = (end + line + style.space * 1.5, self.tops.source - style.space * 2.5 - 2.0 * line);
        let at = |from: f64, to: f64, most: f64, count: usize| {
            let parts = (0..count).map(|_| 1.0).sum::<f64>().max(1.0);
            let each = ((to - from) / parts).min(most);
            std::iter::successors(Some(from), move |at| Some(at + each))
                .take(count.max(1) + 1)
                .map(f64::round)
                .collect()
        };
        Lines {
            across: at(left, right, style.tick.size * WIDEST, tiles.across.values.len()),
            down: at(top, bottom, style.tick.size * HIGHEST, tiles.down.values.len()),
        }
    }

    /// The type in which all figures have room below the forms of their verdicts, if there is one.
    fn tile_type(&self, tiles: &Tiles, (wide, high): (f64, f64)) -> Option<Type> {
        let style = self.style;
        let fits = |kind: &Type| {
            let line = kind.size * (CAP + DESCENT) + style.space * 0.75;
            let widest = tiles.tiles.iter().map(|tile| width(&tile.figure, kind.weight)).fold(0.0, f64::max);
            widest * kind.size <= wide - style.space && (high - line) * FORM >= style.mark * LEAST
        };
        [style.figure, style.tick, style.small].into_iter().find(fits)
    }

    fn tile(&self, tile: &'a Tile, area: Area, &Setting { kind, line, .. }: &Setting) -> TileCell<'a> {
        let (x, y) = area.middle();
        let form = (x, y - line / 2.0);
        let word = |kind: Type| Lettering {
            line: Line::new(&*tile.figure, kind.weight),
            at: (x, area.bottom - (area.bottom - area.top - line) * 0.25 - kind.size * DESCENT),
            anchor: Anchor::Middle,
            kind,
            colour: self.style.palette.ink,
        };
        TileCell { tile, area, form, words: kind.map(word).into_iter().collect() }
    }

    /// The values of rows and columns, as many as have room, and what they are.
    fn tile_names(&self, tiles: &Tiles, lines: &Lines) -> Vec<Lettering> {
        let (style, palette) = (self.style, self.style.palette);
        let named = |steps: &Steps, number: usize, at, anchor| {
            let own = steps.own == Some(number);
            let weight = if own { Weight::SemiBold } else { style.tick.weight };
            let kind = Type { weight, ..style.tick };
            let colour = if own { palette.ink } else { palette.soft };
            Lettering { line: Line::new(&*steps.values[number], weight), at, anchor, kind, colour }
        };
        let middle = |lines: &[f64], number: usize| (lines[number] + lines[number + 1]) / 2.0;
        let (left, bottom) = (lines.across[0], lines.down.last().copied().unwrap_or_default());
        let cap = style.tick.size * CAP;
        let mut texts = Vec::new();
        let widest = tiles.across.values.iter().map(|name| width(name, Weight::SemiBold)).fold(0.0, f64::max);
        for number in seen(&tiles.across, &lines.across, (widest + 0.8) * style.tick.size) {
            let at = (middle(&lines.across, number), bottom + style.space + cap);
            texts.push(named(&tiles.across, number, at, Anchor::Middle));
        }
        for number in seen(&tiles.down, &lines.down, style.tick.leading()) {
            let at = (left - style.space, middle(&lines.down, number) + cap / 2.0);
            texts.push(named(&tiles.down, number, at, Anchor::End));
        }
        let room = style.width - style.margin() - left;
        let heading = |text: &str, at: (f64, f64)| {
            let text =
                Paragraph::fitted(text, style.tick, style.small.size * 0.7, (room, style.tick.size * (CAP + DESCENT)));
            Lettering::of(&text, at, Anchor::Start, palette.soft).collect::<Vec<_>>()
        };
        let below = bottom + style.space * 1.5 + style.tick.leading();
        texts.extend(heading(&tiles.across.name, (left, below)));
        texts.extend(heading(
            &tiles.down.name,
            (style.margin(), lines.down[0] - style.space * 0.5 - style.tick.leading()),
        ));
        texts
    }
}

/// Which values are written so that each has this much room: the own one, and every so manieth from there.
fn seen(steps: &Steps, lines: &[f64], needed: f64) -> Vec<usize> {
    let each = lines[1] - lines[0];
    let apart =
        [1_u8, 2, 4, 5, 10, 20, 25, 50].into_iter().find(|apart| f64::from(*apart) * each >= needed).unwrap_or(100);
    let (apart, own) = (usize::from(apart), steps.own.unwrap_or_default());
    (0..steps.values.len()).filter(|number| number.abs_diff(own) % apart == 0).collect()
}
