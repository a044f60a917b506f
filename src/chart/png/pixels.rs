//! Pixels as numbers of the colours that were mixed so far: what a palette needs, at half the memory.

use crate::chart::paper::palette::Colour;

/// The steps from one colour to another at the edges of what is drawn: few, so that most pictures fit a palette.
const STEPS: u8 = 16;
/// A mix that was not made yet.
const NONE: Number = Number::MAX;

/// The pixels that are looked at together.
pub(super) const RUN: usize = 32;

/// The most pixels of a picture: more than anyone prints.
const MOST: usize = 1 << 30;

/// The number of a colour.
pub(super) type Number = u16;

/// A picture being painted.
pub(super) struct Pixels {
    pub(super) numbers: Vec<Number>,
    pub(super) colours: Vec<Colour>,
    inks: Vec<Ink>,
}

/// A colour that was painted with, and for each colour below it what every step gives.
struct Ink {
    colour: Colour,
    over: Vec<[Number; STEPS as usize + 1]>,
}

impl Pixels {
    /// Paper of one colour; nothing where it has no or too many pixels.
    pub(super) fn new(width: usize, height: usize, paper: Colour) -> Option<Self> {
        let count = width.checked_mul(height).filter(|count| (1..=MOST).contains(count))?;
        Some(Self { numbers: vec![0; count], colours: vec![paper], inks: Vec::new() })
    }

    /// The place of a colour among those that were painted with.
    pub(super) fn ink(&mut self, colour: Colour) -> usize {
        self.inks.iter().position(|ink| ink.colour == colour).unwrap_or_else(|| {
            self.inks.push(Ink { colour, over: Vec::new() });
            self.inks.len() - 1
        })
    }

    /// Paints so many pixels from a place on, each as far as it is covered.
    pub(super) fn paint(&mut self, from: usize, count: usize, share: f32, ink: usize) {
        let (step, ink) = (step(share), &mut self.inks[ink]);
        let Some(numbers) = self.numbers.get_mut(from..from + count).filter(|_| step > 0) else { return };
        if step == STEPS {
            // what is wholly covered is the same over any colour
            return numbers.fill(ink.mixed(&mut self.colours, 0, STEPS));
        }
        // most edges are one pixel wide
        if let [number] = numbers {
            *number = ink.mixed(&mut self.colours, *number, step);
            return;
        }
        for run in numbers.chunks_mut(RUN) {
            // most of what is below an area has one colour
            match alike(run) {
                Some(below) => run.fill(ink.mixed(&mut self.colours, below, step)),
                None => run.iter_mut().for_each(|number| *number = ink.mixed(&mut self.colours, *number, step)),
            }
        }
    }
}

impl Ink {
    /// What so many steps from the colour below to this one give.
    fn mixed(&mut self, colours: &mut Vec<Colour>, below: Number, step: u8) -> Number {
        let place = usize::from(below);
        if self.over.len() <= place {
            self.over.resize(place + 1, [NONE; STEPS as usize + 1]);
        }
        let known = &mut self.over[place][usize::from(step)];
        if *known == NONE {
            *known = numbered(colours, mix(colours[place], self.colour, step)).unwrap_or(below);
        }
        *known
    }
}

/// The number of a colour; none where there are more colours than numbers.
fn numbered(colours: &mut Vec<Colour>, colour: Colour) -> Option<Number> {
    let place = colours.iter().position(|known| *known == colour).unwrap_or(colours.len());
    let number = Number::try_from(place).ok().filter(|number| *number != NONE)?;
    if place == colours.len() {
        colours.push(colour);
    }
    Some(number)
}

/// One colour, so many steps towards another.
fn mix(Colour(red, green, blue): Colour, to: Colour, step: u8) -> Colour {
    let (steps, step) = (u16::from(STEPS), u16::from(step));
    let part = |from: u8, to: u8| {
        let sum = u16::from(from) * (steps - step) + u16::from(to) * step;
        u8::try_from((sum + steps / 2) / steps).unwrap_or(u8::MAX)
    };
    Colour(part(red, to.0), part(green, to.1), part(blue, to.2))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from none to all of the steps")]
fn step(share: f32) -> u8 {
    (share.clamp(0.0, 1.0) * f32::from(STEPS) + 0.5) as u8
}

/// The number that all of at most [`RUN`] pixels have.
pub(super) fn alike(numbers: &[Number]) -> Option<Number> {
    let first = *numbers.first()?;
    (numbers == &[first; RUN][..numbers.len()]).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHITE: Colour = Colour(255, 255, 255);
    const BLACK: Colour = Colour(0, 0, 0);

    #[test]
    fn what_is_half_covered_is_half_as_dark() {
        let mut pixels = Pixels::new(4, 1, WHITE).unwrap();
        let ink = pixels.ink(BLACK);
        [1.0, 0.5, 0.0].iter().enumerate().for_each(|(place, share)| pixels.paint(place + 1, 1, *share, ink));
        let seen: Vec<u8> = pixels.numbers.iter().map(|number| pixels.colours[usize::from(*number)].0).collect();
        assert_eq!(seen, [255, 0, 128, 255]);
    }

    #[test]
    fn a_picture_without_pixels_is_none() {
        assert!(Pixels::new(0, 5, WHITE).is_none());
    }
}
