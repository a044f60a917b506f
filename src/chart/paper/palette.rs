//! The colours of each theme.
//!
//! Six hues, since more cannot be told apart by everybody: their lightness differs as well, so that they do in grey. Beyond
//! six, dashes and marks tell series apart.

#[cfg(test)]
mod sight; // how people see colours

use plotters::style::RGBColor;

use super::options::Theme;

/// A colour without transparency: what lies on top hides what is below, in every viewer alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Colour(pub(crate) u8, pub(crate) u8, pub(crate) u8);

impl From<Colour> for RGBColor {
    fn from(Colour(red, green, blue): Colour) -> Self {
        Self(red, green, blue)
    }
}

/// A hue as a line or area, and as text, which needs more contrast.
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
    /// A bar of figures that are final; the edge and the hatch of one of figures that are not, and what lies within.
    pub(crate) bar: Colour,
    pub(crate) pale_bar: Colour,
    /// Blue, orange, teal, purple, ochre, dark red, or what stands for them.
    pub(crate) hues: [Paint; 6],
}

const fn rgb(hex: u32) -> Colour {
    let [_, red, green, blue] = hex.to_be_bytes();
    Colour(red, green, blue)
}

const fn hue(line: u32, text: u32) -> Paint {
    Paint { line: rgb(line), text: rgb(text) }
}

pub(crate) static LIGHT: Palette = Palette {
    paper: rgb(0xffffff),
    ink: rgb(0x161d28),
    soft: rgb(0x555f6d),
    grid: rgb(0xe1e4e9),
    axis: rgb(0x5b6675),
    ground: rgb(0xf4f2ec),
    bar: rgb(0x7e8a9a),
    pale_bar: rgb(0xeef1f4),
    hues: [
        hue(0x0f439d, 0x0f439d),
        hue(0xdd680e, 0xa84a00),
        hue(0x157d75, 0x0f6b64),
        hue(0x541661, 0x541661),
        hue(0x785708, 0x6b4d06),
        hue(0x430616, 0x430616),
    ],
};

pub(crate) static DARK: Palette = Palette {
    paper: rgb(0x11161d),
    ink: rgb(0xeef1f5),
    soft: rgb(0xb4bdc9),
    grid: rgb(0x2a323d),
    axis: rgb(0x8a95a4),
    ground: rgb(0x1a212b),
    bar: rgb(0x626e7f),
    pale_bar: rgb(0x1c232d),
    hues: [
        hue(0x5f86f0, 0x84a2f5),
        hue(0xfba550, 0xfba550),
        hue(0x38b3a4, 0x40c4b2),
        hue(0xf6bbf7, 0xf6bbf7),
        hue(0xfdec27, 0xfdec27),
        hue(0xbf5069, 0xe8889c),
    ],
};

pub(crate) fn palette(theme: Theme) -> &'static Palette {
    match theme {
        Theme::Light => &LIGHT,
        Theme::Dark => &DARK,
    }
}

#[cfg(test)]
mod tests {
    use super::sight::{Sight, contrast, difference};
    use super::*;
    use crate::chart::figure::{Hue, Role};
    use crate::chart::paper::filling::Filling;
    use crate::chart::paper::options::Options;
    use crate::chart::paper::style::Style;

    /// Well above the difference of about 2.3 that is just seen between two areas side by side: lines are thin and apart.
    const TOLD_APART: f64 = 14.0;
    /// In grey, where lightness alone remains.
    const TOLD_APART_IN_GREY: f64 = 6.0;

    fn palettes() -> [&'static Palette; 2] {
        Theme::ALL.map(palette)
    }

    #[test]
    fn hues_are_told_apart_by_everybody() {
        for palette in palettes() {
            for (number, one) in palette.hues.iter().enumerate() {
                for other in &palette.hues[..number] {
                    for sight in Sight::ALL {
                        let least = if sight == Sight::Grey { TOLD_APART_IN_GREY } else { TOLD_APART };
                        let seen = difference(one.line, other.line, sight);
                        assert!(seen >= least, "{:?} and {:?} for {sight:?}: {seen:.1}", one.line, other.line);
                    }
                }
            }
        }
    }

    #[test]
    fn text_is_readable_on_every_ground() {
        for palette in palettes() {
            let texts = palette.hues.iter().map(|hue| hue.text).chain([palette.ink, palette.soft]);
            for text in texts {
                for ground in [palette.paper, palette.ground, palette.pale_bar] {
                    let found = contrast(text, ground);
                    assert!(found >= 4.5, "{text:?} on {ground:?}: {found:.2}");
                }
            }
            assert!(contrast(palette.ink, palette.bar) >= 4.5);
        }
    }

    #[test]
    fn lines_are_seen_on_every_ground() {
        for palette in palettes() {
            for line in palette.hues.iter().map(|hue| hue.line).chain([palette.axis]) {
                for ground in [palette.paper, palette.ground] {
                    let found = contrast(line, ground);
                    assert!(found >= 3.0, "{line:?} on {ground:?}: {found:.2}");
                }
            }
        }
    }

    #[test]
    fn verdicts_as_tones_are_told_apart_in_grey() {
        use crate::chart::figure::Standing;
        let all = [Standing::Met, Standing::MetRounded, Standing::Missed, Standing::Undecided, Standing::Unjudged];
        for theme in Theme::ALL {
            let style = Style::new(&Options { theme, ..Options::default() });
            let tones = all.map(|standing| style.tone(standing).within);
            for (number, one) in tones.iter().enumerate() {
                for other in &tones[..number] {
                    let seen = difference(*one, *other, Sight::Grey);
                    assert!(seen >= TOLD_APART_IN_GREY, "{one:?} and {other:?}: {seen:.1}");
                }
            }
        }
    }

    #[test]
    fn every_mark_stands_out_from_what_it_lies_on() {
        let roles = [
            Role::Outturn,
            Role::Estimate,
            Role::Forecast,
            Role::Plan,
            Role::Pledge,
            Role::Scenario,
            Role::Goal,
            Role::Shortfall,
            Role::Headroom,
            Role::Path,
            Role::Rise,
            Role::Fall,
        ];
        for theme in Theme::ALL {
            let style = Style::new(&Options { theme, ..Options::default() });
            let allowed = (0..style.palette.hues.len()).map(|number| style.shading(Hue::Number(number)));
            for Filling { edge, within, .. } in roles.map(|role| style.filling(role)).into_iter().chain(allowed) {
                let grounds = [style.palette.paper, style.palette.ground, within];
                for ground in grounds.into_iter().filter(|ground| *ground != edge) {
                    let found = contrast(edge, ground);
                    assert!(found >= 3.0, "{edge:?} on {ground:?}: {found:.2}");
                    for sight in Sight::ALL {
                        let seen = difference(edge, ground, sight);
                        assert!(seen >= TOLD_APART, "{edge:?} on {ground:?} for {sight:?}: {seen:.1}");
                    }
                }
                assert!(contrast(style.palette.ink, within) >= 4.5, "a text on {within:?}");
            }
        }
    }
}
