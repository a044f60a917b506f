//! How colours look to people with and without colour deficiencies, and in grey.
//!
//! Full protanopia, deuteranopia and tritanopia as Machado, Oliveira and Fernandes give them ("A physiologically-based model
//! for simulation of color vision deficiency", 2009), matrices over linear RGB; differences in CIELAB; contrast as in
//! WCAG 2.

use super::Colour;

/// A way to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sight {
    Usual,
    Protanopia,
    Deuteranopia,
    Tritanopia,
    Grey,
}

type Vector = [f64; 3];
type Matrix = [Vector; 3];

const USUAL: Matrix = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
const PROTANOPIA: Matrix =
    [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]];
const DEUTERANOPIA: Matrix =
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]];
const TRITANOPIA: Matrix =
    [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]];
/// Linear sRGB to CIE XYZ, for daylight.
const XYZ: Matrix = [[0.412456, 0.357576, 0.180438], [0.212673, 0.715152, 0.072175], [0.019334, 0.119192, 0.950304]];
const WHITE: Vector = [0.950470, 1.0, 1.088830];

impl Sight {
    pub(super) const ALL: [Self; 5] = [Self::Usual, Self::Protanopia, Self::Deuteranopia, Self::Tritanopia, Self::Grey];

    fn matrix(self) -> Matrix {
        match self {
            Self::Usual => USUAL,
            Self::Protanopia => PROTANOPIA,
            Self::Deuteranopia => DEUTERANOPIA,
            Self::Tritanopia => TRITANOPIA,
            Self::Grey => [XYZ[1]; 3],
        }
    }
}

fn times(matrix: Matrix, vector: Vector) -> Vector {
    matrix.map(|row| row.iter().zip(vector).map(|(factor, part)| factor * part).sum())
}

fn linear(Colour(red, green, blue): Colour) -> Vector {
    [red, green, blue].map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    })
}

/// Lightness and the two colour axes of CIELAB.
fn lab(linear: Vector) -> Vector {
    let xyz = times(XYZ, linear);
    let [x, y, z] = [0, 1, 2].map(|axis| {
        let part = xyz[axis] / WHITE[axis];
        if part > 216.0 / 24389.0 { part.cbrt() } else { (24389.0 / 27.0 * part + 16.0) / 116.0 }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// How much two colours differ to somebody.
pub(super) fn difference(one: Colour, other: Colour, sight: Sight) -> f64 {
    let seen = |colour| lab(times(sight.matrix(), linear(colour)).map(|part| part.clamp(0.0, 1.0)));
    let (one, other) = (seen(one), seen(other));
    one.iter().zip(other).map(|(one, other)| (one - other).powi(2)).sum::<f64>().sqrt()
}

/// How much one colour stands out from another, 1 to 21.
pub(super) fn contrast(one: Colour, other: Colour) -> f64 {
    let [one, other] = [one, other].map(|colour| times(XYZ, linear(colour))[1]);
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn black_and_white_differ_most() {
    let (black, white) = (Colour(0, 0, 0), Colour(255, 255, 255));
    assert!((contrast(black, white) - 21.0).abs() < 0.01);
    for sight in Sight::ALL {
        assert!((difference(black, white, sight) - 100.0).abs() < 0.5, "{sight:?}");
    }
}

#[test]
fn red_and_green_are_near_each_other_without_one_of_the_cones() {
    let (red, green) = (Colour(0xc8, 0x32, 0x32), Colour(0x5f, 0x7d, 0x14));
    let seen = |sight| difference(red, green, sight);
    assert!(seen(Sight::Deuteranopia) < seen(Sight::Usual) / 2.0);
}
