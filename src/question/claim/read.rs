//! A claim, and how it is read from words: money and a share on either side of `=` or `is`, both with or without `more`.

use std::fmt;
use std::ops::Range;

use crate::error::{Error, Kind, Result, SourceText};
use crate::pledge::{Amount, Base, Qualifier, Quantity, Sentence, Speaker};
use crate::quantity::{Currency, Share};

/// Money that is said to be a share of GDP: `13.4 billion GBP = 0.2% of GDP`, or both as a change, with `more` behind each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// The money.
    pub money: Amount,
    /// The share of GDP.
    pub share: Share,
    /// Whether both are said to be more than before.
    pub is_more: bool,
}

impl fmt::Display for Claim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let more = if self.is_more { " more" } else { "" };
        write!(f, "{}{more} = {} of GDP{more}", self.money, self.share)
    }
}

/// What one side says.
enum Said {
    Money(Amount),
    Share(Share),
}

impl Claim {
    /// Reads a claim in the words of a speaker; its digits tell how precise it is.
    ///
    /// ```
    /// use pledgebook::pledge::Speaker;
    /// use pledgebook::question::Claim;
    /// let claim = Claim::read("0.2% of GDP is £13.4bn", Speaker::default())?;
    /// assert_eq!(claim.to_string(), "13.4 billion GBP = 0.2% of GDP");
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// A side is no amount and no share of GDP, both are the same, or one alone is said to be more.
    pub fn read(text: &str, speaker: Speaker) -> Result<Self> {
        let source = SourceText::new("claim", text);
        let no_claim = || no_claim(text).within(&source, 0..text.len());
        let between = equals(text).ok_or_else(no_claim)?;
        let side = |span: Range<usize>| side(&text[span.clone()], speaker).map_err(|error| error.within(&source, span));
        let (one, is_more) = side(0..between.start)?;
        let (other, is_more_too) = side(between.end..text.len())?;
        let (money, share) = match (one, other) {
            (Said::Money(money), Said::Share(share)) | (Said::Share(share), Said::Money(money)) => (money, share),
            (Said::Money(_), Said::Money(_)) | (Said::Share(_), Said::Share(_)) => return Err(no_claim()),
        };
        if is_more != is_more_too {
            return Err(no_claim().help("write `more` behind both sides or behind none"));
        }
        Ok(Self { money, share, is_more })
    }
}

/// Where `=` or the word `is` stands.
fn equals(text: &str) -> Option<Range<usize>> {
    let word = || text.to_ascii_lowercase().find(" is ").map(|at| at..at + " is ".len());
    text.find('=').map(|at| at..at + 1).or_else(word)
}

/// What a side says, and whether as more than before.
fn side(text: &str, speaker: Speaker) -> Result<(Said, bool)> {
    let whole = text.trim_end();
    let cut = whole.len().saturating_sub(" more".len());
    let is_more = whole.get(cut..).is_some_and(|end| end.eq_ignore_ascii_case(" more"));
    let figure = if is_more { &whole[..cut] } else { whole };
    let pledge = Sentence::beside(figure, speaker, None)?;
    match (pledge.qualifier, pledge.quantity) {
        (Qualifier::Exactly, Quantity::Amount(amount)) => Ok((Said::Money(amount), is_more)),
        (Qualifier::Exactly, Quantity::Share { share, base: Base::Gdp }) => Ok((Said::Share(share), is_more)),
        (_, _) => Err(no_claim(figure.trim())),
    }
}

fn no_claim(text: &str) -> Error {
    let form = format!("write money and a share, as `13.4 billion {} = 0.2% of GDP`", Currency::EXAMPLE);
    Error::new(Kind::NotAClaim { text: text.to_owned() }).help(form)
}
