//! The JSON of the service: a page of an answer, first about it, then its figures.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::error::{Errors, SourceText};
use crate::import::json::{Json, bare};
use crate::import::vintage::day_of_stamp;

use super::message::{Message, Raw};

/// What is said about a page.
#[derive(Deserialize)]
struct About<'t> {
    #[serde(borrow, default)]
    pages: Option<&'t RawValue>,
    #[serde(default)]
    lastupdated: Option<String>,
}

#[derive(Deserialize)]
struct Entry<'t> {
    indicator: Named,
    #[serde(default)]
    countryiso3code: String,
    date: String,
    #[serde(borrow)]
    value: &'t RawValue,
    #[serde(default)]
    obs_status: Option<String>,
}

#[derive(Deserialize)]
struct Named {
    id: String,
    #[serde(default)]
    value: String,
}

/// Reads a text; it was updated when it says.
pub(super) fn read(text: &Arc<SourceText>) -> Result<Message, Errors> {
    let json = Json(text);
    let parts: Vec<&RawValue> = json.whole()?;
    let [about, entries] = parts.as_slice() else {
        let part = parts.first().copied().unwrap_or(RawValue::NULL);
        return Err(json.fault(part, "the service answered without figures".to_owned()).into());
    };
    let about: About<'_> = json.part(about)?;
    let entries: Option<Vec<Entry<'_>>> = json.part(entries)?;
    let pages: usize = about.pages.and_then(bare).and_then(|pages| pages.parse().ok()).unwrap_or(1);
    let figures = entries.unwrap_or_default().into_iter().map(|entry| Raw {
        origin: json.origin(entry.value),
        value: bare(entry.value).unwrap_or_default().to_owned(),
        indicator: entry.indicator.id,
        title: entry.indicator.value,
        country: entry.countryiso3code,
        time: entry.date,
        status: entry.obs_status.unwrap_or_default(),
    });
    Ok(Message {
        figures: figures.collect(),
        updated: about.lastupdated.as_deref().and_then(day_of_stamp),
        other_pages: pages.clamp(1, MOST_PAGES) - 1,
    })
}

/// No answer has more pages.
const MOST_PAGES: usize = 10_000;
