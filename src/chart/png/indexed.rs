//! Pixels as numbers of a palette: a third of the bytes to compress.
//!
//! A chart has few colours, and the shades at the edges of letters and lines. Where there are more than a palette holds, the
//! rarest shades, well below a hundredth of the pixels, take the nearest one of the others.

/// The most colours of a palette.
const MOST: usize = 256;
/// The slots of the table of colours, a power of two; with more than half as many colours, a picture is no chart.
const SLOTS: usize = 1 << 15;
/// No colour: those of pixels are opaque.
const EMPTY: u32 = 0;

/// A picture in colours of a palette.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Indexed {
    /// Red, green and blue of each colour.
    pub(super) palette: Vec<u8>,
    /// The number of each pixel's colour.
    pub(super) pixels: Vec<u8>,
}

/// The colours seen so far, numbered in the order of first sight.
struct Seen {
    /// Colour and number.
    slots: Vec<(u32, u16)>,
    /// Each colour with how many pixels it has.
    colours: Vec<(u32, u32)>,
}

impl Seen {
    /// The number of a colour; none where there are too many.
    fn number(&mut self, colour: u32) -> Option<u16> {
        let mut slot = (colour.wrapping_mul(0x9e37_79b1) >> 17) as usize;
        loop {
            let (found, number) = self.slots.get_mut(slot)?;
            if *found == colour {
                return Some(*number);
            }
            if *found == EMPTY {
                *number = u16::try_from(self.colours.len()).ok().filter(|_| self.colours.len() < SLOTS / 2)?;
                *found = colour;
                self.colours.push((colour, 0));
                return Some(*number);
            }
            slot = (slot + 1) % SLOTS;
        }
    }
}

/// The picture of opaque pixels of four bytes each, unless it has far too many colours.
pub(super) fn indexed(rgba: &[u8]) -> Option<Indexed> {
    let mut seen = Seen { slots: vec![(EMPTY, 0); SLOTS], colours: Vec::new() };
    let runs = runs(rgba, &mut seen)?;
    let (palette, indices) = chosen(&seen.colours);
    let mut pixels = Vec::with_capacity(rgba.len() / 4);
    for (number, length) in runs {
        let index = indices.get(usize::from(number)).copied().unwrap_or_default();
        pixels.resize(pixels.len() + length as usize, index);
    }
    Some(Indexed { palette, pixels })
}

/// Neighbours of one colour, counted together: most of a chart is paper.
fn runs(rgba: &[u8], seen: &mut Seen) -> Option<Vec<(u16, u32)>> {
    let mut runs: Vec<(u16, u32)> = Vec::with_capacity(rgba.len() / 16);
    let (mut pixels, _) = rgba.as_chunks::<4>();
    while let Some(first) = pixels.first() {
        let length = alike(pixels, first);
        let number = seen.number(u32::from_be_bytes(*first))?;
        seen.colours.get_mut(usize::from(number))?.1 += u32::try_from(length).ok()?;
        runs.push((number, u32::try_from(length).ok()?));
        pixels = &pixels[length..];
    }
    Some(runs)
}

/// How many pixels at the beginning are alike, compared eight at a time.
fn alike(pixels: &[[u8; 4]], first: &[u8; 4]) -> usize {
    let (eights, _) = pixels.as_chunks::<8>();
    let whole = 8 * eights.iter().take_while(|eight| **eight == [*first; 8]).count();
    whole + pixels[whole..].iter().take_while(|pixel| *pixel == first).count()
}

/// The palette of the most frequent colours, the earlier of two alike first, and the place in it that each colour takes.
fn chosen(colours: &[(u32, u32)]) -> (Vec<u8>, Vec<u8>) {
    let mut order: Vec<usize> = (0..colours.len()).collect();
    order.sort_by_key(|number| std::cmp::Reverse(colours[*number].1));
    let kept: Vec<[u8; 4]> = order.iter().take(MOST).map(|number| colours[*number].0.to_be_bytes()).collect();
    let mut indices = vec![0; colours.len()];
    for (rank, number) in order.into_iter().enumerate() {
        indices[number] = u8::try_from(rank).unwrap_or_else(|_| nearest(&kept, colours[number].0.to_be_bytes()));
    }
    (kept.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect(), indices)
}

/// The place of the colour that differs least.
fn nearest(kept: &[[u8; 4]], colour: [u8; 4]) -> u8 {
    let difference = |other: &[u8; 4]| -> u32 {
        other.iter().zip(colour).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
    };
    (0..=u8::MAX).zip(kept).min_by_key(|(_, kept)| difference(kept)).map_or(0, |(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pixels(colours: impl Iterator<Item = u8>) -> Vec<u8> {
        colours.flat_map(|grey| [grey, grey, grey, 255]).collect()
    }

    fn shown(indexed: &Indexed) -> Vec<u8> {
        indexed.pixels.iter().map(|place| indexed.palette[3 * usize::from(*place)]).collect()
    }

    #[test]
    fn few_colours_stay_as_they_are_and_the_most_frequent_comes_first() {
        let greys = [9, 7, 7, 0, 255, 7];
        let indexed = indexed(&pixels(greys.into_iter())).unwrap();
        assert_eq!(shown(&indexed), greys);
        assert_eq!(indexed.palette[..3], [7, 7, 7]);
    }

    #[test]
    fn the_rarest_of_many_take_the_nearest() {
        let many = (0..=255_u8).flat_map(|grey| [[grey, 0, 0, 255], [grey, 0, 0, 255], [grey, 1, 0, 255]]).flatten();
        let indexed = indexed(&many.collect::<Vec<u8>>()).unwrap();
        assert_eq!(indexed.palette.len(), 3 * MOST);
        assert_eq!(indexed.pixels[2], indexed.pixels[0]);
    }

    #[test]
    fn far_too_many_colours_have_no_palette() {
        let many = (0..40_000_u32).flat_map(|number| (number << 8 | 255).to_be_bytes());
        assert_eq!(indexed(&many.collect::<Vec<u8>>()), None);
    }
}
