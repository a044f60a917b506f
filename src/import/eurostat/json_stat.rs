//! JSON-stat 2.0: figures by their position among all combinations of codes, as a list or only those that are there.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::error::{Errors, Result, SourceText};
use crate::import::json::{Json, bare};
use crate::import::vintage::day_of_stamp;

use super::flags::Flags;
use super::message::{Message, Point, Series};

#[derive(Deserialize)]
struct Dataset<'t> {
    id: Vec<String>,
    size: Vec<usize>,
    #[serde(borrow)]
    dimension: BTreeMap<String, Dimension<'t>>,
    #[serde(borrow)]
    value: &'t RawValue,
    #[serde(borrow, default)]
    status: Option<&'t RawValue>,
    #[serde(default)]
    updated: Option<String>,
}

#[derive(Deserialize)]
struct Dimension<'t> {
    #[serde(borrow)]
    category: Category<'t>,
}

/// The codes of a dimension: in order, by their position, or the one that has a label.
#[derive(Deserialize)]
struct Category<'t> {
    #[serde(borrow, default)]
    index: Option<&'t RawValue>,
    #[serde(default)]
    label: BTreeMap<String, String>,
}

/// Reads a text; it was updated when it says.
pub(super) fn read(text: &Arc<SourceText>) -> Result<Message, Errors> {
    let json = Json(text);
    let dataset: Dataset<'_> = json.whole()?;
    let codes = dataset.id.iter().map(|name| codes(json, &dataset, name)).collect::<Result<Vec<_>>>()?;
    check(&dataset, &codes).map_err(|reason| json.fault(dataset.value, reason))?;
    let values: BTreeMap<usize, &RawValue> = by_position(json, dataset.value)?;
    let status = match dataset.status {
        None => BTreeMap::new(),
        Some(one) if one.get().starts_with('"') => values.keys().map(|position| (*position, one)).collect(),
        Some(status) => by_position(json, status)?,
    };
    let mut series = Vec::with_capacity(values.len());
    for (position, value) in values {
        let mut dimensions = combination(&dataset, &codes, position)
            .ok_or_else(|| json.fault(value, format!("the figure at position {position} lies outside of the table")))?;
        let time = dimensions.iter().position(|(name, _)| matches!(name.as_str(), "time" | "TIME_PERIOD"));
        let (_, time) = dimensions.remove(time.ok_or_else(|| json.fault(value, "no dimension is `time`".to_owned()))?);
        let letters = status.get(&position).and_then(|letters| bare(letters)).unwrap_or_default();
        let point = Point {
            time,
            value: bare(value).unwrap_or_default().to_owned(),
            flags: Flags::new(letters, ""),
            origin: json.origin(value),
        };
        series.push(Series { dimensions, points: vec![point] });
    }
    Ok(Message { series, updated: dataset.updated.as_deref().and_then(day_of_stamp) })
}

/// That the table is as large as it says: each dimension is there once, and has as many codes as positions.
fn check(dataset: &Dataset<'_>, codes: &[Vec<String>]) -> Result<(), String> {
    let twice = dataset.id.iter().enumerate().find(|(at, name)| dataset.id[..*at].contains(name));
    if let Some((_, name)) = twice {
        return Err(format!("the dimension `{name}` is there twice"));
    }
    let lengths: Vec<usize> = codes.iter().map(Vec::len).collect();
    let said = || format!("its dimensions have {lengths:?} codes, and it says {:?}", dataset.size);
    if lengths == dataset.size { Ok(()) } else { Err(said()) }
}

/// Values by their position, of a list or of an object whose keys are the positions.
fn by_position<'t>(json: Json<'t>, part: &'t RawValue) -> Result<BTreeMap<usize, &'t RawValue>> {
    if part.get().starts_with('[') {
        let list: Vec<&RawValue> = json.part(part)?;
        return Ok(list.into_iter().enumerate().collect());
    }
    json.part(part)
}

/// The codes of a dimension in the order of their positions.
fn codes(json: Json<'_>, dataset: &Dataset<'_>, name: &str) -> Result<Vec<String>> {
    let missing = || json.fault(dataset.value, format!("the dimension `{name}` has no codes"));
    let category = &dataset.dimension.get(name).ok_or_else(missing)?.category;
    match category.index {
        None if category.label.len() == 1 => Ok(category.label.keys().cloned().collect()),
        None => Err(json.fault(dataset.value, format!("nothing says in which order the codes of `{name}` are"))),
        Some(index) if index.get().starts_with('[') => owned(json, index),
        Some(index) => {
            let positions: BTreeMap<String, usize> = owned(json, index)?;
            let mut positions: Vec<(usize, String)> = positions.into_iter().map(|(code, at)| (at, code)).collect();
            positions.sort();
            if positions.iter().enumerate().any(|(expected, (at, _))| *at != expected) {
                return Err(json.fault(index, format!("the codes of `{name}` do not have the positions from 0 on")));
            }
            Ok(positions.into_iter().map(|(_, code)| code).collect())
        }
    }
}

fn owned<T: for<'d> Deserialize<'d>>(json: Json<'_>, part: &RawValue) -> Result<T> {
    serde_json::from_str(part.get()).map_err(|error| json.fault(part, error.to_string()))
}

/// The codes that a position stands for, the last dimension the fastest; nothing outside of the table.
fn combination(dataset: &Dataset<'_>, codes: &[Vec<String>], mut position: usize) -> Option<Vec<(String, String)>> {
    let mut found = Vec::with_capacity(codes.len());
    for ((name, size), codes) in dataset.id.iter().zip(&dataset.size).zip(codes).rev() {
        let at = position.checked_rem(*size)?;
        position /= size;
        found.push((name.clone(), codes.get(at)?.clone()));
    }
    (position == 0).then_some(found)
}
