//! Sizes and distances: everything about the look but its colours, scaled from the picture's size.

use super::options::Options;
use super::palette::{Colour, Paint, Palette, palette};
use crate::chart::figure::Hue;
use crate::chart::text::type_style::Type;
use crate::chart::text::typeface::Weight;

/// How much of a hue its tint has.
const SHADE: f64 = 0.12;

/// The look of one picture, in pixels.
#[derive(Debug)]
pub(crate) struct Style {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) palette: &'static Palette,
    pub(crate) title: Type,
    pub(crate) subtitle: Type,
    /// Direct labels.
    pub(crate) label: Type,
    /// Figures beside points: as direct labels, but lighter.
    pub(crate) figure: Type,
    /// Years and the value axis.
    pub(crate) tick: Type,
    /// The source line and the ground's name.
    pub(crate) small: Type,
    /// The step of the spacing grid.
    pub(crate) space: f64,
    pub(crate) hair: f64,
    pub(crate) line: f64,
    /// Half the size of a mark.
    pub(crate) mark: f64,
}

impl Style {
    pub(crate) fn new(options: &Options) -> Self {
        let (width, height) = (f64::from(options.width), f64::from(options.height));
        let unit = unit(width, height);
        let regular = |size: f64| Type { size: size * unit, weight: Weight::Regular };
        let bold = |size: f64| Type { size: size * unit, weight: Weight::SemiBold };
        Self {
            width,
            height,
            palette: palette(options.theme),
            title: bold(36.0),
            subtitle: regular(22.0),
            label: bold(20.0),
            figure: regular(20.0),
            tick: regular(19.0),
            small: regular(16.0),
            space: 8.0 * unit,
            hair: unit,
            line: 3.5 * unit,
            mark: 7.0 * unit,
        }
    }

    /// A hue as this theme has it.
    pub(crate) fn paint(&self, hue: Hue) -> Paint {
        let palette = self.palette;
        match hue {
            Hue::Neutral => Paint { line: palette.axis, text: palette.soft },
            Hue::Number(number) => palette.hues[number % palette.hues.len()],
        }
    }

    /// A hue thinned with paper.
    pub(crate) fn tint(&self, hue: Hue) -> Colour {
        self.thinned(hue, SHADE)
    }

    /// A hue of which so much is left.
    pub(crate) fn thinned(&self, hue: Hue, left: f64) -> Colour {
        thinned(self.paint(hue).line, self.palette.paper, left)
    }

    /// The distance of everything from the edges.
    pub(crate) fn margin(&self) -> f64 {
        self.space * 5.0
    }

    /// How much paper keeps a line apart from a bar that it crosses, on either side.
    pub(crate) fn casing(&self) -> f64 {
        self.hair * 1.5
    }

    /// How far a bracket stands from the edge that it measures.
    pub(crate) fn bracket(&self) -> f64 {
        self.mark * 2.4
    }
}

/// The scale of the look: 1 at 1600 × 900. Larger pictures are enlarged; in smaller ones type shrinks less than the
/// picture, since it has to be read from the same distance. One that is higher than wide has more rows, not larger ones.
fn unit(width: f64, height: f64) -> f64 {
    let scale = (width * height.min(width) / (1600.0 * 900.0)).sqrt();
    if scale >= 1.0 { scale } else { scale.powf(0.55) }
}

/// A colour of which so much is left, thinned with paper.
fn thinned(colour: Colour, paper: Colour, left: f64) -> Colour {
    let part = |colour: u8, paper: u8| part(f64::from(colour) * left + f64::from(paper) * (1.0 - left));
    Colour(part(colour.0, paper.0), part(colour.1, paper.1), part(colour.2, paper.2))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between the two parts it is mixed of")]
fn part(light: f64) -> u8 {
    light.round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_pictures_keep_readable_type() {
        let options = Options { width: 400, height: 300, ..Options::default() };
        assert!(Style::new(&options).small.size >= 8.0);
    }
}
