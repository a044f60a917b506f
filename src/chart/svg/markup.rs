//! Pieces of SVG, put together without the cost of format strings: a picture consists of hundreds of them.

use crate::chart::paper::geometry::Place;
use crate::chart::paper::palette::Colour;
use crate::quantity::text::push_xml;

/// A piece of markup in the making.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Markup(pub(crate) String);

const HEX: &[u8; 16] = b"0123456789abcdef";

/// The fraction of a pixel that so many sixteenths are, to two decimals.
const SIXTEENTHS: [&str; 16] =
    ["", ".06", ".13", ".19", ".25", ".31", ".38", ".44", ".5", ".56", ".63", ".69", ".75", ".81", ".88", ".94"];

impl Markup {
    pub(crate) fn with_capacity(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
    }

    /// Markup as it is.
    pub(crate) fn push(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// An attribute in pixels.
    pub(crate) fn length(&mut self, name: &str, sixteenths: i32) {
        self.open(name);
        self.pixels(sixteenths);
        self.0.push('"');
    }

    /// An attribute that is a colour.
    pub(crate) fn colour(&mut self, name: &str, Colour(red, green, blue): Colour) {
        self.open(name);
        self.0.push('#');
        let short = [red, green, blue].iter().all(|part| part % 17 == 0);
        for part in [red, green, blue] {
            let digits = [HEX[usize::from(part >> 4)], HEX[usize::from(part & 15)]];
            digits.iter().take(if short { 1 } else { 2 }).for_each(|digit| self.0.push(char::from(*digit)));
        }
        self.0.push('"');
    }

    fn open(&mut self, name: &str) {
        self.0.push(' ');
        self.push(name);
        self.push("=\"");
    }

    /// A number of sixteenths in pixels, with two decimals at most.
    pub(crate) fn pixels(&mut self, sixteenths: i32) {
        if sixteenths < 0 {
            self.0.push('-');
        }
        let (whole, part) = (sixteenths.unsigned_abs() / 16, sixteenths.unsigned_abs() % 16);
        self.push(itoa::Buffer::new().format(whole));
        self.push(SIXTEENTHS.get(part as usize).copied().unwrap_or_default());
    }

    /// A whole number.
    pub(crate) fn whole(&mut self, number: i32) {
        self.push(itoa::Buffer::new().format(number));
    }

    /// Text, so that it is nothing but text.
    pub(crate) fn text(&mut self, text: &str) {
        push_xml(&mut self.0, text);
    }

    /// Places as path data, with the short commands where a line is upright or level.
    pub(crate) fn trace(&mut self, places: &[Place]) {
        let mut last = None;
        for &(x, y) in places {
            match last {
                Some((_, level)) if level == y => self.command("H", &[x]),
                Some((upright, _)) if upright == x => self.command("V", &[y]),
                Some(_) => self.command("L", &[x, y]),
                None => self.command("M", &[x, y]),
            }
            last = Some((x, y));
        }
    }

    /// A command of path data with whole numbers, which a minus parts as well as a blank does.
    pub(crate) fn numbers(&mut self, command: &str, numbers: impl IntoIterator<Item = i32>) {
        self.push(command);
        for (place, number) in numbers.into_iter().enumerate() {
            self.push(if place > 0 && number >= 0 { " " } else { "" });
            self.whole(number);
        }
    }

    fn command(&mut self, letter: &str, numbers: &[i32]) {
        let mut before = letter;
        for number in numbers {
            self.push(before);
            self.pixels(*number);
            before = " ";
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl Fn(&mut Markup)) -> String {
        let mut markup = Markup::default();
        write(&mut markup);
        markup.0
    }

    #[test]
    fn sixteenths_are_written_short() {
        let all = [0, 16, 24, -4, 17, 1600].map(|steps| written(|markup| markup.pixels(steps)));
        assert_eq!(all, ["0", "1", "1.5", "-0.25", "1.06", "100"]);
    }

    #[test]
    fn colours_are_written_short() {
        assert_eq!(written(|markup| markup.colour("fill", Colour(255, 255, 255))), " fill=\"#fff\"");
        assert_eq!(written(|markup| markup.colour("fill", Colour(1, 2, 0xfa))), " fill=\"#0102fa\"");
    }
}
