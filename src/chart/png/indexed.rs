//! Pixels as numbers of a palette: a third of the bytes to compress.
//!
//! A chart has few colours, and the shades at the edges of letters and lines. Where there are more than a palette holds, the
//! rarest shades, well below a hundredth of the pixels, take the nearest one of the others.

use super::pixels::{Number, Pixels, RUN, alike};
use crate::chart::paper::palette::Colour;

/// The most colours of a palette.
const MOST: usize = 256;

/// A picture in colours of a palette.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Indexed {
    /// Red, green and blue of each colour.
    pub(super) palette: Vec<u8>,
    /// The number of each pixel's colour.
    pub(super) pixels: Vec<u8>,
}

/// The picture in all of its colours, or in the most frequent ones.
pub(super) fn indexed(pixels: &Pixels) -> Indexed {
    if pixels.colours.len() <= MOST {
        let low = |number: &Number| number.to_le_bytes()[0];
        return Indexed { palette: parts(&pixels.colours), pixels: pixels.numbers.iter().map(low).collect() };
    }
    let mut counts = vec![0; pixels.colours.len()];
    for run in pixels.numbers.chunks(RUN) {
        match alike(run) {
            Some(number) => counts[usize::from(number)] += run.len(),
            None => run.iter().for_each(|number| counts[usize::from(*number)] += 1),
        }
    }
    let (palette, indices) = chosen(&pixels.colours, &counts);
    Indexed { palette, pixels: pixels.numbers.iter().map(|number| indices[usize::from(*number)]).collect() }
}

/// The palette of the most frequent colours, the earlier of two alike first, and the place in it that each colour takes.
fn chosen(colours: &[Colour], counts: &[usize]) -> (Vec<u8>, Vec<u8>) {
    let mut order: Vec<usize> = (0..colours.len()).filter(|number| counts[*number] > 0).collect();
    order.sort_by_key(|number| std::cmp::Reverse(counts[*number]));
    let kept: Vec<Colour> = order.iter().take(MOST).map(|number| colours[*number]).collect();
    let mut indices = vec![0; colours.len()];
    for (rank, number) in order.into_iter().enumerate() {
        indices[number] = u8::try_from(rank).unwrap_or_else(|_| nearest(&kept, colours[number]));
    }
    (parts(&kept), indices)
}

/// Red, green and blue of each colour.
fn parts(colours: &[Colour]) -> Vec<u8> {
    colours.iter().flat_map(|Colour(red, green, blue)| [*red, *green, *blue]).collect()
}

/// The place of the colour that differs least.
fn nearest(kept: &[Colour], Colour(red, green, blue): Colour) -> u8 {
    let difference = |other: &Colour| -> u32 {
        let parts = [(other.0, red), (other.1, green), (other.2, blue)];
        parts.iter().map(|(one, other)| u32::from(one.abs_diff(*other)).pow(2)).sum()
    };
    (0..=u8::MAX).zip(kept).min_by_key(|(_, kept)| difference(kept)).map_or(0, |(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(colours: &[Colour]) -> Pixels {
        let mut pixels = Pixels::new(colours.len(), 1, Colour(255, 255, 255)).unwrap();
        for (place, colour) in colours.iter().enumerate() {
            let ink = pixels.ink(*colour);
            pixels.paint(place, 1, 1.0, ink);
        }
        pixels
    }

    #[test]
    fn few_colours_stay_as_they_are() {
        let greys = [9, 7, 7, 0, 255, 7];
        let indexed = indexed(&picture(&greys.map(|grey| Colour(grey, grey, grey))));
        let shown: Vec<u8> = indexed.pixels.iter().map(|place| indexed.palette[3 * usize::from(*place)]).collect();
        assert_eq!(shown, greys);
    }

    #[test]
    fn the_rarest_of_many_take_the_nearest() {
        let many: Vec<Colour> =
            (0..=255).flat_map(|red| [Colour(red, 0, 0), Colour(red, 0, 0), Colour(red, 1, 0)]).collect();
        let indexed = indexed(&picture(&many));
        assert_eq!(indexed.palette.len(), 3 * MOST);
        assert_eq!(indexed.pixels[2], indexed.pixels[0]);
    }
}
