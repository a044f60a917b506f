//! What pictures show, each question under the name of its picture.

mod amounts;
mod gap;
mod gdp_vintages;
mod progress;
mod revisions;
mod scenarios;
mod scoreboard;
mod share;
mod standing_pledge;
mod ukraine;

use super::{Query, Question};
use standing_pledge::DIRECT;

/// The question behind each picture, in the order in which a report shows them.
pub const PICTURES: &[Question] = &[
    share::QUESTION,
    amounts::QUESTION,
    scenarios::QUESTION,
    revisions::QUESTION,
    gdp_vintages::QUESTION,
    progress::QUESTION,
    ukraine::QUESTION,
    scoreboard::QUESTION,
    gap::QUESTION,
];

/// The question behind the picture of this name.
#[must_use]
pub fn picture(name: &str) -> Option<&'static Question> {
    PICTURES.iter().find(|question| question.name == name)
}

/// What a picture takes where it shows one commitment a year, in words; nothing where it takes all that is asked for.
#[must_use]
pub fn taken(question: &Question, query: &Query<'_>) -> Option<String> {
    let one_a_year = [amounts::QUESTION.name, scenarios::QUESTION.name, gap::QUESTION.name].contains(&question.name);
    let any_definition = question.name != amounts::QUESTION.name && !query.commitments.is_empty();
    match (one_a_year, any_definition) {
        (true, false) => {
            let from = if query.years.is_none() { " from the latest announcement on" } else { "" };
            Some(format!("the standing pledges under `{DIRECT}`{from}"))
        }
        (true, true) if query.commitments.len() > 1 => Some("the pledge announced last of each year".to_owned()),
        (true, true) | (false, _) => None,
    }
}
