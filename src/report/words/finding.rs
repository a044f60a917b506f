//! What the sentence about a pledge says.

use crate::book::Kind;
use crate::chart::words::{In, Side};
use crate::quantity::Year;

use super::super::finding::{Finding, Forecast, Held, Range};

/// What varies in a finding, as ready text.
pub(in crate::report) struct Told {
    /// The verdict in a word or two.
    pub(in crate::report) verdict: &'static str,
    /// On whose figure, with a blank before it; empty where nobody has one.
    pub(in crate::report) on: String,
    /// How far that is from the stated figure.
    pub(in crate::report) gap: String,
    /// The stated figure.
    pub(in crate::report) stated: String,
    /// The words of the pledge.
    pub(in crate::report) pledge: String,
    /// The title of the definition by which it is judged.
    pub(in crate::report) definition: String,
    /// What no published figure accounts for; empty where that is not known.
    pub(in crate::report) unaccounted: String,
    /// Whether a tolerance that was set says what still counts, not the digits that were stated.
    pub(in crate::report) tolerated: bool,
}

/// Its phrases; years, amounts and pledges come as ready text.
pub(in crate::report) struct Sentences {
    /// A pledge with a year, with years that count together or on average, and with the year by which it binds.
    pub(in crate::report) in_years: fn(pledge: &str, years: &str) -> String,
    pub(in crate::report) together: fn(pledge: &str, years: &str) -> String,
    pub(in crate::report) on_average: fn(pledge: &str, years: &str) -> String,
    pub(in crate::report) by: fn(pledge: &str, year: &str) -> String,
    /// The verdict, by how much, and on whose figure.
    pub(in crate::report) found: fn(Finding, &Told) -> String,
    /// On which kind of figure, of which day and whose, with the figure itself.
    pub(in crate::report) on: fn(Kind, day: &str, whose: &str, figure: &str) -> String,
    /// The money of the same publisher and the share that it comes to, where the published share is another.
    pub(in crate::report) contradicts: fn(money: &str, share: &str) -> String,
    /// The same pledge by another figure of its own definition, and by another definition.
    pub(in crate::report) beside: fn(finding: &str) -> String,
    pub(in crate::report) elsewhere: fn(definition: &str, finding: &str) -> String,
    /// A share that its publisher states.
    pub(in crate::report) as_published: fn(share: &str) -> String,
    /// Percentage points.
    pub(in crate::report) points: fn(points: &str) -> String,
}

/// `2024.`, `2022.–2025.`
fn ordinal(years: &str) -> String {
    format!("{}.", years.replace('–', ".–"))
}

pub(in crate::report) static SENTENCES: In<Sentences> = In {
    en: Sentences {
        in_years: |pledge, years| {
            // `20% more than in 2023, in 2024`
            let comma = if pledge.ends_with(|last: char| last.is_ascii_digit()) { "," } else { "" };
            format!("{pledge}{comma} in\u{a0}{years}")
        },
        together: |pledge, years| format!("{pledge} over {years} together"),
        on_average: |pledge, years| format!("{pledge} on average over {years}"),
        by: |pledge, year| format!("{pledge} by\u{a0}{year}"),
        found: english,
        on: |kind, day, whose, figure| {
            let kind = match kind {
                Kind::Outturn => "spending reported on",
                Kind::Estimate => "estimate of",
                Kind::Plan => "plan of",
                Kind::Forecast => "forecast of",
                Kind::Assumption => "assumption of",
            };
            format!(" on the {kind} {day} ({whose}: {figure})")
        },
        contradicts: |money, share| format!("; contradicted by the same publisher’s {money}, which is {share}"),
        beside: |finding| format!("On another figure of the same definition: {finding}."),
        elsewhere: |definition, finding| format!("By another definition, *{definition}*: {finding}."),
        as_published: |share| format!("{share} as published"),
        points: |points| format!("{points}\u{a0}percentage points"),
    },
    lv: Sentences {
        in_years: |pledge, years| format!("{}\u{a0}gadā {pledge}", ordinal(years)),
        together: |pledge, years| format!("{}\u{a0}gadā kopā {pledge}", ordinal(years)),
        on_average: |pledge, years| format!("{}\u{a0}gadā vidēji {pledge}", ordinal(years)),
        by: |pledge, year| format!("līdz {}\u{a0}gadam {pledge}", ordinal(year)),
        found: latvian,
        on: |kind, day, whose, figure| match kind {
            Kind::Outturn => format!(" pēc {day} datiem par iztērēto ({whose}: {figure})"),
            Kind::Estimate => format!(" pēc {day} aplēses ({whose}: {figure})"),
            Kind::Plan => format!(" pēc {day} plāna ({whose}: {figure})"),
            Kind::Forecast => format!(" pēc {day} prognozes ({whose}: {figure})"),
            Kind::Assumption => format!(" pēc {day} pieņēmuma ({whose}: {figure})"),
        },
        contradicts: |money, share| format!("; ar to ir pretrunā tā paša avota {money}, kas ir {share}"),
        beside: |finding| format!("Pēc cita skaitļa, bet tās pašas definīcijas: {finding}."),
        elsewhere: |definition, finding| format!("Pēc citas definīcijas (*{definition}*): {finding}."),
        as_published: |share| format!("{share}, kā publicēts"),
        points: |points| format!("{points}\u{a0}p.p."),
    },
};

fn english(finding: Finding, told: &Told) -> String {
    let Told { verdict, on, gap, stated, pledge, definition, unaccounted, tolerated } = told;
    let rounded = if *tolerated { "met within its tolerance" } else { *verdict };
    let coarse = "but the figures are too rounded to tell whether that misses it";
    match finding {
        Finding::Held(Held::Met(Side::Even)) => format!("{verdict} exactly{on}"),
        Finding::Held(Held::Met(Side::Beyond)) => format!("{verdict}{on}, with {gap} to spare"),
        Finding::Held(Held::Met(Side::Below)) => format!("{verdict}{on}, {gap} below the ceiling"),
        Finding::Held(Held::Met(Side::Short)) => {
            format!("{verdict}{on}, as “about” allows, though {gap} short of {stated} as written")
        }
        Finding::Held(Held::Met(Side::Over)) => format!("{verdict}{on}, though {gap} over {stated} as written"),
        Finding::Held(Held::InRange(Range::Within)) => format!("{verdict}{on}, within {pledge}"),
        Finding::Held(Held::InRange(Range::Above)) => format!("{verdict}{on}, above the range of {pledge}"),
        Finding::Held(Held::Rounded(Side::Over)) => format!("{rounded}{on}, though {gap} over {stated} as written"),
        Finding::Held(Held::Rounded(Side::Short | Side::Beyond | Side::Below)) => {
            format!("{rounded}{on}, though {gap} short of {stated} as written")
        }
        Finding::Held(Held::Rounded(Side::Even)) => format!("{verdict}{on}: exactly {stated}, which its words exclude"),
        Finding::Held(Held::Missed(Side::Even)) => format!("{verdict}{on}: exactly {stated}, which its words exclude"),
        Finding::Held(Held::Missed(Side::Over)) => format!("{verdict}, {gap} over the ceiling{on}"),
        Finding::Held(Held::Missed(Side::Short | Side::Beyond | Side::Below)) => format!("{verdict} by {gap}{on}"),
        Finding::Held(Held::Unsettled(Side::Short)) => format!("{verdict}, {gap} short{on}, {coarse}"),
        Finding::Held(Held::Unsettled(Side::Over)) => format!("{verdict}, {gap} over{on}, {coarse}"),
        Finding::Held(Held::Unsettled(Side::Beyond | Side::Below | Side::Even)) => {
            format!("{verdict}, reached as published{on}, but the figures are too rounded to be sure")
        }
        Finding::InPart if unaccounted.is_empty() => format!("{verdict}{on}, as only a part of it is published"),
        Finding::InPart => {
            format!("{verdict}{on}, as only a part of it is published; {unaccounted} is unaccounted for")
        }
        Finding::NoGdp(year, of) => format!("{verdict}{on}, as {} is known here", english_gdp(year, of)),
        Finding::NoReference(year) => {
            format!("{verdict}{on}, as the same publisher has no figure of\u{a0}{year} to set it against")
        }
        Finding::NoGni => format!("{verdict}{on}, as no gross national income is known here"),
        Finding::NoWhole => format!("{verdict}{on}, as the spending of which it is a share is not published"),
        Finding::NotConverted => format!("{verdict}{on}, as the figure is in another unit than the pledge"),
        Finding::Overlapping => format!("{verdict}{on}, as the published parts may count the same money"),
        Finding::NotAdded => format!("{verdict}, as what is published is no amount in the currency of the pledge"),
        Finding::Incomparable => format!("{verdict}, as nothing is published by its definition, *{definition}*"),
        Finding::Open => format!("{verdict}, as nothing is published of it yet"),
        Finding::NoFigure => format!("{verdict}, as the statement names no figure"),
    }
}

fn english_gdp(year: Year, of: Forecast) -> String {
    match of {
        Forecast::Only => format!("no forecast of the GDP of\u{a0}{year} from before that year"),
        Forecast::OrAny => format!("no GDP of\u{a0}{year}"),
    }
}

fn latvian(finding: Finding, told: &Told) -> String {
    let Told { verdict, on, gap, stated, pledge, definition, unaccounted, tolerated } = told;
    let rounded = if *tolerated { "izpildīts pielaides robežās" } else { "izpildīts, noapaļojot," };
    let coarse = "bet skaitļi ir pārāk noapaļoti, lai par to spriestu";
    match finding {
        Finding::Held(Held::Met(Side::Even)) => format!("{verdict} precīzi{on}"),
        Finding::Held(Held::Met(Side::Beyond)) => format!("{verdict}{on}, par {gap} vairāk nekā solīts"),
        Finding::Held(Held::Met(Side::Below)) => format!("{verdict}{on}, par {gap} mazāk nekā pieļauts"),
        Finding::Held(Held::Met(Side::Short)) => {
            format!("{verdict} vārda „aptuveni” robežās{on}, lai gan burtiski trūkst {gap} līdz {stated}")
        }
        Finding::Held(Held::Met(Side::Over)) => {
            format!("{verdict}{on}, lai gan burtiski par {gap} pārsniegti {stated}")
        }
        Finding::Held(Held::InRange(Range::Within)) => format!("{verdict}{on}, robežās no {pledge}"),
        Finding::Held(Held::InRange(Range::Above)) => format!("{verdict}{on}, virs robežām no {pledge}"),
        Finding::Held(Held::Rounded(Side::Over)) => {
            format!("{rounded}{on}, lai gan burtiski par {gap} pārsniegti {stated}")
        }
        Finding::Held(Held::Rounded(Side::Short | Side::Beyond | Side::Below)) => {
            format!("{rounded}{on}, lai gan burtiski trūkst {gap} līdz {stated}")
        }
        Finding::Held(Held::Rounded(Side::Even)) => format!("{verdict}{on}: tieši {stated}, ko solījuma vārdi izslēdz"),
        Finding::Held(Held::Missed(Side::Even)) => format!("{verdict}{on}: tieši {stated}, ko solījuma vārdi izslēdz"),
        Finding::Held(Held::Missed(Side::Over)) => format!("{verdict}, griesti pārsniegti par {gap}{on}"),
        Finding::Held(Held::Missed(Side::Short | Side::Beyond | Side::Below)) => format!("{verdict}, trūkst {gap}{on}"),
        Finding::Held(Held::Unsettled(Side::Short)) => format!("{verdict}, trūkst {gap}{on}, {coarse}"),
        Finding::Held(Held::Unsettled(Side::Over)) => format!("{verdict}, pārsniegts par {gap}{on}, {coarse}"),
        Finding::Held(Held::Unsettled(Side::Beyond | Side::Below | Side::Even)) => {
            format!("{verdict}, kā publicēts – sasniegts{on}, {coarse}")
        }
        Finding::InPart if unaccounted.is_empty() => format!("{verdict}{on}, jo publicēta tikai daļa"),
        Finding::InPart => format!("{verdict}{on}, jo publicēta tikai daļa; par {unaccounted} datu nav"),
        Finding::NoGdp(year, of) => format!("{verdict}{on}, jo nav zināms {}", latvian_gdp(year, of)),
        Finding::NoReference(year) => {
            format!("{verdict}{on}, jo tam pašam avotam nav {year}.\u{a0}gada skaitļa, ar ko salīdzināt")
        }
        Finding::NoGni => format!("{verdict}{on}, jo nav zināms nacionālais kopienākums"),
        Finding::NoWhole => format!("{verdict}{on}, jo izdevumi, no kuriem solīta daļa, nav publicēti"),
        Finding::NotConverted => format!("{verdict}{on}, jo skaitlis ir citā mērvienībā nekā solījums"),
        Finding::Overlapping => format!("{verdict}{on}, jo publicētajās daļās var būt ieskaitīta tā pati nauda"),
        Finding::NotAdded => format!("{verdict}, jo publicētais nav summa solījuma valūtā"),
        Finding::Incomparable => format!("{verdict}, jo pēc tā definīcijas (*{definition}*) nekas nav publicēts"),
        Finding::Open => format!("{verdict}, nekas nav publicēts"),
        Finding::NoFigure => format!("{verdict}, jo paziņojumā skaitlis nav nosaukts"),
    }
}

fn latvian_gdp(year: Year, of: Forecast) -> String {
    match of {
        Forecast::Only => format!("{year}.\u{a0}gada IKP, kāds prognozēts pirms šā gada"),
        Forecast::OrAny => format!("{year}.\u{a0}gada IKP"),
    }
}
