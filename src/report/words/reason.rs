//! What the list of reasons says.

use crate::chart::words::{In, Side};

use super::super::finding::{Held, Range};

/// What varies in a reason, as ready text.
pub(in crate::report) struct Grounds {
    /// The figure in the unit of the pledge.
    pub(in crate::report) figure: String,
    /// Between what it lies; nothing where its ends print alike.
    pub(in crate::report) ends: Option<[String; 2]>,
    /// The stated figure.
    pub(in crate::report) stated: String,
    /// The words of the pledge.
    pub(in crate::report) pledge: String,
    /// The last figure that is not missed.
    pub(in crate::report) limit: String,
    /// Whether a tolerance sets it, not the digits that were stated.
    pub(in crate::report) tolerated: bool,
    /// Whether the pledge is a ceiling.
    pub(in crate::report) ceiling: bool,
}

/// Its phrases.
pub(in crate::report) struct Sentences {
    /// Why the verdict is what it is.
    pub(in crate::report) because: fn(Held, &Grounds) -> String,
    /// By how much the words as written are missed or kept.
    pub(in crate::report) as_written: fn(Side, gap: &str, stated: &str) -> String,
    /// Parts that are published, in the place of the whole.
    pub(in crate::report) parts: fn(parts: &str) -> String,
    /// What was counted, and on which GDP.
    pub(in crate::report) counted: fn(definition: &str) -> String,
    pub(in crate::report) on_gdp: fn(is_gni: bool, amount: &str, whose: &str) -> String,
    /// That nobody published it.
    pub(in crate::report) assumed: &'static str,
    /// A pledge with its years, its verdict, and the sentences on it.
    pub(in crate::report) reason: fn(verdict: &str, because: &str) -> String,
}

pub(in crate::report) static SENTENCES: In<Sentences> = In {
    en: Sentences {
        because: english,
        as_written: |side, gap, stated| match side {
            Side::Short => format!("As written: {gap} short of {stated}."),
            Side::Over => format!("As written: {gap} over {stated}."),
            Side::Beyond => format!("As written: kept, with {gap} to spare."),
            Side::Below => format!("As written: kept, {gap} below the ceiling."),
            Side::Even => format!("As written: exactly {stated}."),
        },
        parts: |parts| format!("Published: {parts}."),
        counted: |definition| format!("Definition: {definition}."),
        on_gdp: |is_gni, amount, whose| format!("{}: {amount} ({whose}).", if is_gni { "GNI" } else { "GDP" }),
        assumed: "assumed",
        reason: |verdict, because| format!("{verdict}, since {because}."),
    },
    lv: Sentences {
        because: latvian,
        as_written: |side, gap, stated| match side {
            Side::Short => format!("Burtiski: trūkst {gap} līdz {stated}."),
            Side::Over => format!("Burtiski: par {gap} pārsniegti {stated}."),
            Side::Beyond => format!("Burtiski: izpildīts, par {gap} vairāk."),
            Side::Below => format!("Burtiski: izpildīts, par {gap} mazāk nekā pieļauts."),
            Side::Even => format!("Burtiski: tieši {stated}."),
        },
        parts: |parts| format!("Publicēts: {parts}."),
        counted: |definition| format!("Definīcija: {definition}."),
        on_gdp: |is_gni, amount, whose| format!("{}: {amount} ({whose}).", if is_gni { "NKI" } else { "IKP" }),
        assumed: "pieņemts",
        reason: |verdict, because| format!("{verdict}, jo {because}."),
    },
};

fn english(held: Held, grounds: &Grounds) -> String {
    let Grounds { figure, stated, pledge, limit, .. } = grounds;
    let ends = grounds.ends.as_ref().map(|[low, high]| format!(", between {low} and {high},")).unwrap_or_default();
    let end = if grounds.ceiling { "most" } else { "least" };
    let how = if grounds.tolerated { " with its tolerance" } else { "" };
    let beyond = if grounds.ceiling { "above" } else { "below" };
    match held {
        Held::Met(Side::Even) => format!("{figure}{ends} is what was pledged"),
        Held::Met(Side::Beyond) => format!("{figure}{ends} is above {stated}"),
        Held::Met(Side::Below) => format!("{figure}{ends} is below the ceiling of {stated}"),
        Held::Met(Side::Short | Side::Over) => {
            format!("{figure}{ends} is {beyond} {stated}, but not {beyond} {limit}, the {end} that its words allow")
        }
        Held::InRange(Range::Within) => format!("{figure}{ends} is within {pledge}"),
        Held::InRange(Range::Above) => format!("{figure}{ends} is above the range of {pledge}"),
        Held::Rounded(Side::Even) => format!("{figure}{ends} is {stated} itself, which the words exclude"),
        Held::Rounded(Side::Short | Side::Over | Side::Beyond | Side::Below) => {
            format!(
                "{figure}{ends} is {beyond} {stated}, but not {beyond} {limit}, the {end} that still counts as it{how}"
            )
        }
        Held::Missed(_) => {
            format!("{figure}{ends} is {beyond} {limit}, the {end} that still counts as {stated}{how}")
        }
        Held::Unsettled(_) => {
            format!("{figure}{ends} may lie on both sides of {limit}, the {end} that still counts as {stated}{how}")
        }
    }
}

fn latvian(held: Held, grounds: &Grounds) -> String {
    let Grounds { figure, stated, pledge, limit, .. } = grounds;
    let ends = grounds.ends.as_ref().map(|[low, high]| format!(" (no {low} līdz {high})")).unwrap_or_default();
    let end = if grounds.ceiling { "augstākā" } else { "zemākā" };
    let how = if grounds.tolerated { "ar pielaidi " } else { "" };
    let beyond = if grounds.ceiling { "vairāk" } else { "mazāk" };
    match held {
        Held::Met(Side::Even) => format!("{figure}{ends} ir tik, cik solīts"),
        Held::Met(Side::Beyond) => format!("{figure}{ends} ir vairāk nekā {stated}"),
        Held::Met(Side::Below) => format!("{figure}{ends} ir mazāk nekā pieļautie {stated}"),
        Held::Met(Side::Short | Side::Over) => {
            format!(
                "{figure}{ends} ir {beyond} nekā {stated}, bet ne {beyond} kā {limit} – {end} robeža, ko solījums pieļauj"
            )
        }
        Held::InRange(Range::Within) => format!("{figure}{ends} ir solītajās robežās: {pledge}"),
        Held::InRange(Range::Above) => format!("{figure}{ends} ir virs solītajām robežām: {pledge}"),
        Held::Rounded(Side::Even) => format!("{figure}{ends} ir tieši {stated}, ko solījuma vārdi izslēdz"),
        Held::Rounded(Side::Short | Side::Over | Side::Beyond | Side::Below) => {
            format!(
                "{figure}{ends} ir {beyond} nekā {stated}, bet ne {beyond} kā {limit} – {end} robeža, kas {how}tam vēl atbilst"
            )
        }
        Held::Missed(_) => {
            format!("{figure}{ends} ir {beyond} nekā {limit} – {end} robeža, kas {how}vēl atbilst solītajiem {stated}")
        }
        Held::Unsettled(_) => {
            format!("{figure}{ends} var būt abpus robežai {limit}, kas {how}vēl atbilst solītajiem {stated}")
        }
    }
}
