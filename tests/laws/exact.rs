//! Exact fractions of any size, and the arithmetic that a printed line says, worked out once more.

use std::cmp::Ordering;

use num_bigint::BigInt;

/// A fraction whose lower part is above zero; not in lowest terms.
#[derive(Debug, Clone)]
pub(super) struct Exact {
    above: BigInt,
    below: BigInt,
}

impl Exact {
    pub(super) fn new(above: impl Into<BigInt>, below: impl Into<BigInt>) -> Self {
        let (above, below) = (above.into(), below.into());
        if below.sign() == num_bigint::Sign::Minus {
            Self { above: -above, below: -below }
        } else {
            Self { above, below }
        }
    }

    pub(super) fn plus(&self, other: &Self) -> Self {
        Self::new(&self.above * &other.below + &other.above * &self.below, &self.below * &other.below)
    }

    pub(super) fn minus(&self, other: &Self) -> Self {
        self.plus(&Self::new(-&other.above, other.below.clone()))
    }

    pub(super) fn times(&self, other: &Self) -> Self {
        Self::new(&self.above * &other.above, &self.below * &other.below)
    }

    pub(super) fn over(&self, other: &Self) -> Option<Self> {
        (other.above != BigInt::ZERO).then(|| Self::new(&self.above * &other.below, &self.below * &other.above))
    }

    /// To so many places, half away from zero.
    pub(super) fn rounded(&self, places: u32) -> Self {
        let unit = BigInt::from(10).pow(places);
        let (size, below) = (self.above.magnitude() * unit.magnitude() * 2u8, self.below.magnitude());
        let whole = BigInt::from((size + below) / (below * 2u8));
        Self::new(if self.above.sign() == num_bigint::Sign::Minus { -whole } else { whole }, unit)
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Exact {}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        (&self.above * &other.below).cmp(&(&other.above * &self.below))
    }
}

/// A number as it is printed.
#[derive(Debug, Clone)]
pub(super) struct Printed {
    /// What its digits say.
    pub(super) digits: Exact,
    /// So many of them are behind the point.
    pub(super) places: u32,
    pub(super) is_percent: bool,
    /// Points beside percentages are percentages too.
    pub(super) is_points: bool,
}

/// What a line is made of: numbers, the signs of arithmetic, and anything else.
#[derive(Debug, Clone)]
pub(super) enum Token {
    Number(Printed),
    Sign(char),
    Word,
}

impl Printed {
    /// One in its last place.
    fn unit(&self) -> Exact {
        Exact::new(1, BigInt::from(10).pow(self.places + if self.is_percent { 2 } else { 0 }))
    }

    /// What it is: a percentage a hundredth of its digits.
    pub(super) fn value(&self) -> Exact {
        if self.is_percent { self.digits.times(&Exact::new(1, 100)) } else { self.digits.clone() }
    }
}

/// A number at the start of a text, with blanks between groups of three digits, and how long it is.
fn number(text: &str) -> Option<(Printed, usize)> {
    let minus = usize::from(text.starts_with('-'));
    let digits = |from: usize| text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let mut end = minus + digits(minus);
    if end == minus {
        return None;
    }
    while text[end..].starts_with(' ') && digits(end + 1) == 3 && end - minus <= 3 + (end - minus) / 4 * 4 {
        end += 4;
    }
    let whole = end;
    if text[end..].starts_with('.') && digits(end + 1) > 0 {
        end += 1 + digits(end + 1);
    }
    let places = u32::try_from((end - whole).saturating_sub(1)).unwrap();
    let figures = text[..end].replace([' ', '.'], "");
    let is_percent = text[end..].starts_with('%');
    let printed = Printed {
        digits: Exact::new(figures.parse::<BigInt>().unwrap(), BigInt::from(10).pow(places)),
        places,
        is_percent,
        is_points: text[end..].starts_with(" pp"),
    };
    // a part of a date, a name or a code is no number
    let behind = text[end..].chars().next().unwrap_or(' ');
    (!(behind.is_alphanumeric() || matches!(behind, '-' | '/' | '_'))).then(|| (printed, end + usize::from(is_percent)))
}

pub(super) fn tokens(text: &str) -> Vec<Token> {
    let (mut tokens, mut rest) = (Vec::new(), text);
    let mut before = ' ';
    while let Some(first) = rest.chars().next() {
        let starts = first.is_ascii_digit() || (first == '-' && matches!(before, ' ' | '('));
        let mut length = first.len_utf8();
        if starts && let Some((printed, long)) = number(rest) {
            let scale = if rest[long..].starts_with(" billion") { 1_000 } else { 1 };
            tokens.push(Token::Number(Printed { digits: printed.digits.times(&Exact::new(scale, 1)), ..printed }));
            // what is counted is no word between
            let unit = [" million EUR", " billion EUR", " million NOK", " million USD", " m", " pp"];
            let unit = unit.into_iter().find(|unit| {
                let behind = rest[long..].strip_prefix(unit).map(|behind| behind.chars().next().unwrap_or(' '));
                behind.is_some_and(|behind| !behind.is_alphanumeric())
            });
            length = long + unit.map_or(0, str::len);
        } else if "+−×÷()=≈→<>^".contains(first) {
            tokens.push(Token::Sign(first));
        } else if first == '`' {
            length = rest[1..].find('`').map_or(rest.len(), |end| end + 2);
            tokens.push(Token::Word);
        } else if first != ' ' {
            length = rest.find(|sign: char| matches!(sign, ' ' | '(')).unwrap_or(rest.len()).max(length);
            tokens.push(Token::Word);
        }
        before = rest[..length].chars().last().unwrap_or(' ');
        rest = &rest[length..];
    }
    tokens
}

/// The least and the most that something may be.
pub(super) type Ends = [Exact; 2];

/// What an expression of numbers and signs comes to, where those that are `near` stand for all that is printed so; nothing if it is none.
pub(super) fn worked_out(tokens: &[Token], near: &dyn Fn(&Printed) -> bool) -> Option<Ends> {
    let mut reading = Reading { tokens, at: 0, near };
    let ends = reading.sum()?;
    (reading.at == tokens.len()).then_some(ends)
}

struct Reading<'t> {
    tokens: &'t [Token],
    at: usize,
    near: &'t dyn Fn(&Printed) -> bool,
}

impl Reading<'_> {
    /// The sign that stands next, if it is one of these.
    fn next(&mut self, signs: &str) -> Option<char> {
        let Some(Token::Sign(sign)) = self.tokens.get(self.at) else { return None };
        self.at += usize::from(signs.contains(*sign));
        signs.contains(*sign).then_some(*sign)
    }

    fn sum(&mut self) -> Option<Ends> {
        let [mut low, mut high] = self.product()?;
        while let Some(sign) = self.next("+−") {
            let [least, most] = self.product()?;
            [low, high] =
                if sign == '+' { [low.plus(&least), high.plus(&most)] } else { [low.minus(&most), high.minus(&least)] };
        }
        Some([low, high])
    }

    fn product(&mut self) -> Option<Ends> {
        let mut ends = self.factor()?;
        while let Some(sign) = self.next("×÷") {
            let other = self.factor()?;
            let mut corners = Vec::new();
            for (one, other) in ends.iter().flat_map(|one| other.iter().map(move |other| (one, other))) {
                corners.push(if sign == '×' { one.times(other) } else { one.over(other)? });
            }
            ends = [corners.iter().min()?.clone(), corners.iter().max()?.clone()];
        }
        Some(ends)
    }

    fn factor(&mut self) -> Option<Ends> {
        if self.next("(").is_some() {
            let ends = self.sum()?;
            return self.next(")").map(|_| ends);
        }
        let Token::Number(printed) = self.tokens.get(self.at)? else { return None };
        self.at += 1;
        let value = printed.value();
        let half = if (self.near)(printed) { printed.unit().times(&Exact::new(1, 2)) } else { Exact::new(0, 1) };
        Some([value.minus(&half), value.plus(&half)])
    }
}
