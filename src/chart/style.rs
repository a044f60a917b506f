//! Colours, sizes and distances: everything about the look, scaled from the picture's size.

use plotters::style::RGBColor;

use super::font::Weight;
use super::{Look, Theme};

/// A colour without transparency: what lies on top hides what is below, in every viewer alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Colour(pub(crate) u8, pub(crate) u8, pub(crate) u8);

impl From<Colour> for RGBColor {
    fn from(Colour(red, green, blue): Colour) -> Self {
        Self(red, green, blue)
    }
}

/// A hue as a line or area, and dark enough to be read as text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Paint {
    pub(crate) line: Colour,
    pub(crate) text: Colour,
}

/// The colours of a theme.
#[derive(Debug)]
pub(crate) struct Palette {
    pub(crate) paper: Colour,
    pub(crate) ink: Colour,
    /// Secondary text.
    pub(crate) soft: Colour,
    pub(crate) grid: Colour,
    pub(crate) axis: Colour,
    /// The tint under years that are open or to come.
    pub(crate) ground: Colour,
    /// A bar of figures that are final, and one of figures that are not.
    pub(crate) bar: Colour,
    pub(crate) pale_bar: Colour,
    /// Told apart by people with the common colour deficiencies, and in grey.
    pub(crate) hues: [Paint; 6],
}

pub(crate) static LIGHT: Palette = Palette {
    paper: Colour(0xff, 0xff, 0xff),
    ink: Colour(0x16, 0x1d, 0x28),
    soft: Colour(0x55, 0x5f, 0x6d),
    grid: Colour(0xe1, 0xe4, 0xe9),
    axis: Colour(0x5b, 0x66, 0x75),
    ground: Colour(0xf4, 0xf2, 0xec),
    bar: Colour(0xa9, 0xb4, 0xc2),
    pale_bar: Colour(0xe3, 0xe7, 0xec),
    hues: [
        Paint { line: Colour(0x1b, 0x4f, 0x9c), text: Colour(0x1b, 0x4f, 0x9c) },
        Paint { line: Colour(0xd9, 0x5f, 0x0e), text: Colour(0xa8, 0x45, 0x00) },
        Paint { line: Colour(0x12, 0xa1, 0x8a), text: Colour(0x0b, 0x6f, 0x60) },
        Paint { line: Colour(0x6d, 0x2e, 0x84), text: Colour(0x6d, 0x2e, 0x84) },
        Paint { line: Colour(0xdd, 0xa6, 0x1a), text: Colour(0x7d, 0x5a, 0x00) },
        Paint { line: Colour(0x5e, 0x12, 0x1d), text: Colour(0x5e, 0x12, 0x1d) },
    ],
};

/// A kind of text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Type {
    pub(crate) size: f64,
    pub(crate) weight: Weight,
}

impl Type {
    /// The distance between two lines of it.
    pub(crate) fn leading(self) -> f64 {
        self.size * 1.26
    }
}

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
    pub(crate) fn new(look: &Look) -> Self {
        let (width, height) = (f64::from(look.width), f64::from(look.height));
        let unit = unit(width, height);
        let regular = |size: f64| Type { size: size * unit, weight: Weight::Regular };
        let bold = |size: f64| Type { size: size * unit, weight: Weight::SemiBold };
        Self {
            width,
            height,
            palette: palette(look.theme),
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

    /// The distance of everything from the edges.
    pub(crate) fn margin(&self) -> f64 {
        self.space * 5.0
    }
}

fn palette(theme: Theme) -> &'static Palette {
    match theme {
        Theme::Light => &LIGHT,
    }
}

/// The scale of the look: 1 at 1600 × 900. Larger pictures are enlarged; in smaller ones type shrinks less than the
/// picture, since it has to be read from the same distance.
fn unit(width: f64, height: f64) -> f64 {
    let scale = (width * height / (1600.0 * 900.0)).sqrt();
    if scale >= 1.0 { scale } else { scale.powf(0.55) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(Colour(red, green, blue): Colour) -> f64 {
        let linear = |part: u8| (f64::from(part) / 255.0).powf(2.2);
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    fn contrast(one: Colour, other: Colour) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn text_is_readable_on_every_ground() {
        let texts = LIGHT.hues.iter().map(|hue| hue.text).chain([LIGHT.ink, LIGHT.soft]);
        for text in texts {
            for ground in [LIGHT.paper, LIGHT.ground, LIGHT.pale_bar] {
                assert!(contrast(text, ground) >= 4.5, "{text:?} on {ground:?}: {:.2}", contrast(text, ground));
            }
        }
        assert!(contrast(LIGHT.ink, LIGHT.bar) >= 4.5);
    }

    #[test]
    fn small_pictures_keep_readable_type() {
        let look = Look { width: 400, height: 300, ..Look::default() };
        assert!(Style::new(&look).small.size >= 8.0);
    }
}
