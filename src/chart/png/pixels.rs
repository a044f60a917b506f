//! Pixels as numbers of the colours that were mixed so far: what a palette needs, at half the memory.

use crate::chart::palette::Colour;

/// The steps from one colour to another at the edges of what is drawn: few, so that most pictures fit a palette.
const STEPS: usize = 16;
/// A mix that was not made yet.
const NONE: u16 = u16::MAX;

/// The pixels that are looked at together.
pub(super) const RUN: usize = 32;
const NOTHING: [u8; RUN] = [0; RUN];
const WHOLE: [u8; RUN] = [u8::MAX; RUN];

/// The number of a colour.
pub(super) type Number = u16;

/// A picture being painted.
pub(super) struct Pixels {
    pub(super) numbers: Vec<Number>,
    pub(super) colours: Vec<Colour>,
    /// For each colour that was painted with, what it gives over each of the colours.
    mixes: Vec<(Colour, Vec<[Number; STEPS + 1]>)>,
}

impl Pixels {
    /// Paper of one colour; nothing where it has no or too many pixels.
    pub(super) fn new(width: usize, height: usize, paper: Colour) -> Option<Self> {
        let count = width.checked_mul(height).filter(|count| (1..=MOST).contains(count))?;
        Some(Self { numbers: vec![0; count], colours: vec![paper], mixes: Vec::new() })
    }

    /// Paints a row from a place on, each pixel as far as it is covered.
    pub(super) fn paint(&mut self, from: usize, covered: &[u8], colour: Colour) {
        let ink = self.ink(colour);
        let Some(numbers) = self.numbers.get_mut(from..from + covered.len()) else { return };
        let (_, mixes) = &mut self.mixes[ink];
        for (numbers, covered) in numbers.chunks_mut(RUN).zip(covered.chunks(RUN)) {
            // most of the room around a line is empty
            if covered == &NOTHING[..covered.len()] {
                continue;
            }
            let mut mixed = |below: Number, share: u8| {
                let step = (usize::from(share) * STEPS + 127) / 255;
                let known = mixes.get(usize::from(below)).map_or(NONE, |mixes| mixes[step]);
                if known == NONE { mix(&mut self.colours, mixes, below, (colour, step)) } else { known }
            };
            if let (Some(below), true) = (alike(numbers), covered == &WHOLE[..covered.len()]) {
                numbers.fill(mixed(below, u8::MAX));
                continue;
            }
            for (number, share) in numbers.iter_mut().zip(covered).filter(|(_, share)| **share > 0) {
                *number = mixed(*number, *share);
            }
        }
    }

    /// The place of a colour among those that were painted with.
    fn ink(&mut self, colour: Colour) -> usize {
        self.mixes.iter().position(|(known, _)| *known == colour).unwrap_or_else(|| {
            self.mixes.push((colour, Vec::new()));
            self.mixes.len() - 1
        })
    }
}

/// The number that all of at most [`RUN`] pixels have.
pub(super) fn alike(numbers: &[Number]) -> Option<Number> {
    let first = *numbers.first()?;
    (numbers == &[first; RUN][..numbers.len()]).then_some(first)
}

/// The most pixels of a picture: more than anyone prints.
const MOST: usize = 1 << 30;

/// Mixes a colour so many steps into another.
fn mix(
    colours: &mut Vec<Colour>,
    mixes: &mut Vec<[Number; STEPS + 1]>,
    below: Number,
    (colour, step): (Colour, usize),
) -> Number {
    let Some(Colour(red, green, blue)) = colours.get(usize::from(below)).copied() else { return below };
    let part = |from: u8, to: u8| {
        let sum = usize::from(from) * (STEPS - step) + usize::from(to) * step;
        u8::try_from((sum + STEPS / 2) / STEPS).unwrap_or(u8::MAX)
    };
    let mixed = Colour(part(red, colour.0), part(green, colour.1), part(blue, colour.2));
    let place = colours.iter().position(|known| *known == mixed).unwrap_or(colours.len());
    // with more colours than numbers the place stays as it is
    let number = Number::try_from(place).ok().filter(|number| *number != NONE).unwrap_or(below);
    if place == colours.len() && usize::from(number) == place {
        colours.push(mixed);
    }
    mixes.resize(mixes.len().max(usize::from(below) + 1), [NONE; STEPS + 1]);
    mixes[usize::from(below)][step] = number;
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHITE: Colour = Colour(255, 255, 255);
    const BLACK: Colour = Colour(0, 0, 0);

    #[test]
    fn what_is_half_covered_is_half_as_dark() {
        let mut pixels = Pixels::new(4, 1, WHITE).unwrap();
        pixels.paint(1, &[255, 128, 0], BLACK);
        let seen: Vec<u8> = pixels.numbers.iter().map(|number| pixels.colours[usize::from(*number)].0).collect();
        assert_eq!(seen, [255, 0, 128, 255]);
    }

    #[test]
    fn a_picture_without_pixels_is_none() {
        assert!(Pixels::new(0, 5, WHITE).is_none());
    }
}
