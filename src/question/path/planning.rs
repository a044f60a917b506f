//! How paths to pledges lead there, and what they are set against.

use crate::analysis::{Counterfactual, Shape};
use crate::book::Book;
use crate::error::{self, Error, Kind, Noun, Result};
use crate::quantity::{Share, Year};
use crate::question::refusals::{missing, needless};
use crate::question::start::Said;

/// How paths to pledges lead there, and what they are set against.
#[derive(Debug, Clone, Default)]
pub struct Planning {
    /// The shapes side by side; none is what a commitment says itself, else the linear one.
    pub shapes: Vec<Shape>,
    /// The shares that a path of the shape `waypoints` leads through; none is what a commitment says itself.
    pub waypoints: Vec<(Year, Share)>,
    /// The year in which paths start; nothing is that of the last outturn.
    pub from: Option<Year>,
    /// What was spent in that year, in the place of what the book says.
    pub start: Option<Said>,
    /// What money that is extra is beyond.
    pub versus: Option<Versus>,
    /// The year in whose prices money is told; nothing is each year's own.
    pub prices: Option<Year>,
}

/// What money that is extra is beyond.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Versus {
    /// A rule that goes on from where a path starts.
    Rule(Counterfactual),
    /// What another commitment comes to, by its id.
    Commitment(String),
}

/// What shapes look like.
const SHAPES: &str = "write `linear`, `growth`, `flat`, `even`, or `waypoints:2026=2.2%,2030=3%`";

impl Planning {
    /// The same with one more shape, as somebody writes it: its name in any case, and behind `waypoints` the shares that are stated.
    ///
    /// ```
    /// use pledgebook::analysis::Shape;
    /// use pledgebook::question::Planning;
    /// let planning = Planning::default().shape("linear")?.shape("waypoints:2026=2.2%,2030=3%")?;
    /// assert_eq!(planning.shapes, [Shape::Linear, Shape::Waypoints]);
    /// assert_eq!(planning.waypoints[1], ("2030".parse()?, "3%".parse()?));
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// There is no such shape, or behind it stand no years in their order with a share each.
    pub fn shape(mut self, text: &str) -> Result<Self> {
        let (name, stated) = text.split_once(':').map_or((text, None), |(name, stated)| (name, Some(stated)));
        let names = Shape::ALL.iter().map(|shape| shape.word());
        let known = Shape::ALL.iter().copied().find(|shape| shape.word().eq_ignore_ascii_case(name));
        let shape = known.ok_or_else(|| error::unknown_name(Noun::Shape, name, names, SHAPES))?;
        if let Some(stated) = stated {
            if shape != Shape::Waypoints || !self.waypoints.is_empty() {
                let reason = match shape {
                    Shape::Waypoints => "other shares are stated already".to_owned(),
                    Shape::Linear | Shape::Growth | Shape::Flat | Shape::Even => {
                        format!("`{shape}` leads through none")
                    }
                };
                return Err(needless(stated, reason, SHAPES));
            }
            self.waypoints = waypoints(stated)?;
        }
        if !self.shapes.contains(&shape) {
            self.shapes.push(shape);
        }
        Ok(self)
    }

    /// That a sum over years is told with what it is beyond.
    ///
    /// # Errors
    /// It is not: the way out names what there is to choose from.
    pub fn check_total(&self, is_asked: bool) -> Result<()> {
        if self.versus.is_some() || !is_asked {
            return Ok(());
        }
        let help = format!("say beyond what the sum is: {}, or a commitment", rules());
        Err(missing("--total", "--versus", help))
    }
}

/// The rules there are.
fn rules() -> String {
    Counterfactual::ALL.iter().map(|rule| format!("`{rule}`")).collect::<Vec<_>>().join(", ")
}

/// `2026=2.2%,2030=3%`
fn waypoints(text: &str) -> Result<Vec<(Year, Share)>> {
    let one = |part: &str| -> Result<_> {
        let (year, share) = part.split_once('=').ok_or_else(|| Error::new(Kind::NotAYear { text: part.to_owned() }))?;
        Ok((year.trim().parse::<Year>()?, share.trim().parse()?))
    };
    let help =
        |error: Error| error.help("write each year with its share and a comma between years, as `2026=2.2%,2030=3%`");
    let found: Vec<(Year, Share)> = text.split(',').map(one).collect::<Result<_>>().map_err(help)?;
    let help = "write each year once, the earliest first";
    match found.windows(2).find(|pair| pair[0].0 >= pair[1].0) {
        Some([(year, _), (again, _)]) if year == again => {
            Err(needless(year.to_string(), "its share is stated already", help))
        }
        Some([(first, _), (last, _)]) => {
            let kind = Kind::YearsOutOfOrder { first: first.number(), last: last.number() };
            Err(Error::new(kind).help(help))
        }
        Some(_) | None => Ok(found),
    }
}

impl Versus {
    /// What somebody names: a rule in any case, or a commitment of the book.
    ///
    /// # Errors
    /// There is none; the way out names the nearest, or the rules.
    pub fn named(book: &Book, name: &str) -> Result<Self> {
        if let Some(rule) = Counterfactual::ALL.iter().find(|rule| rule.word().eq_ignore_ascii_case(name)) {
            return Ok(Self::Rule(*rule));
        }
        let rules_and_ids = || {
            Counterfactual::ALL.iter().map(|rule| rule.word()).chain(book.commitments.iter().map(|own| own.id.as_str()))
        };
        match book.commitments_named(name).next() {
            Some(commitment) => Ok(Self::Commitment(commitment.id.clone())),
            None => {
                let listed = format!("one of {}, or a commitment of the book", rules());
                Err(error::unknown_name(Noun::Counterfactual, name, rules_and_ids(), &listed))
            }
        }
    }
}
