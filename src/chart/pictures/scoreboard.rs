//! Every pledge in a row: what was pledged, how much of it is published as spent, and the verdict.

use super::Chart;
use super::alt_text::{Told, few, range, sentence};
use super::gap_words::Gap;
use super::table_rows::{credits, currency, fine, is_ceiling, place, printed, role, words};
use crate::chart::figure::{Bullet, Figure, Standing};
use crate::chart::words::{AMOUNTS, Lang, SCOREBOARD, SHARED, listed};
use crate::error::Result;
use crate::table::{Cell, Table};

/// Reads rows of `commitment` (its title), `pledge`, `year`, `pledged_million`, `spent_million`, `spent_kind`,
/// `spent_publisher`, `of_pledge_pct`, `slack_pct`, `verdict` and `announced`; for why it is open or missed, of
/// `unaccounted_million`, `spent_pct_low`, `spent_pct_high`, `gap_million` and `gap_pp`.
pub(crate) const ENTRY: Chart = Chart {
    name: "scoreboard",
    question: "scoreboard",
    about: "each pledge with what is published of it, and the verdict",
    build,
};

/// The verdicts in the order in which they are counted.
const VERDICTS: [&str; 6] = ["met", "met-rounded", "missed", "undecided", "incomparable", "open"];

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    if table.rows.is_empty() {
        let reason = "no commitment states a figure";
        let help = "add a commitment, or name one with `--commitment`";
        return Err(ENTRY.nothing_to_draw(reason, help));
    }
    let title = title(table, lang);
    let bullets: Vec<Bullet> = table.rows.iter().map(|row| bullet(table, row, lang)).collect();
    Ok(Figure {
        lang,
        alt: alt(table, &title, lang),
        title,
        subtitle: (SCOREBOARD.of(lang).subtitle)(&announced(table)),
        source: credits(table, lang),
        unit: SCOREBOARD.of(lang).mark.to_owned(),
        bullets,
        ..Figure::default()
    })
}

/// The day of which all pledges are; empty where they are of several.
fn announced(table: &Table) -> String {
    let days = || table.rows.iter().filter_map(|row| table.cell(row, "announced").printed(0).ok().flatten());
    days().next().filter(|first| days().all(|day| day == *first)).unwrap_or_default().into_owned()
}

fn title(table: &Table, lang: Lang) -> String {
    let say = SCOREBOARD.of(lang);
    let count = |verdict: &&str| {
        let rows = table.rows.iter().filter(|row| words(table.cell(row, "verdict")) == *verdict).count();
        (rows > 0).then(|| (say.count)((say.verdict)(verdict), rows))
    };
    let counts: Vec<String> = VERDICTS.iter().filter_map(count).collect();
    let country = lang.country(table.context.country.as_ref());
    (say.counted)(&country, table.rows.len(), &listed(&counts, SHARED.of(lang).and))
}

/// The finding, which pledges are met and missed, and from where to where they are reached.
fn alt(table: &Table, title: &str, lang: Lang) -> String {
    let (say, shared) = (SCOREBOARD.of(lang), SHARED.of(lang));
    let text = |row: &[Cell], name: &str| words(table.cell(row, name)).to_owned();
    // a plan is no outturn, so that whoever hears "met" hears on which of them it rests
    let whose = |row: &[Cell]| {
        let kind = (shared.kind)(words(table.cell(row, "spent_kind")));
        [&text(row, "spent_publisher"), kind]
            .iter()
            .filter(|part| !part.is_empty())
            .copied()
            .collect::<Vec<_>>()
            .join(", ")
    };
    let named = |row: &Vec<Cell>| (say.by)(&text(row, "commitment"), &whose(row));
    let with = |verdict: &str| -> Vec<String> {
        table.rows.iter().filter(|row| text(row, "verdict") == verdict).map(named).collect()
    };
    let [met, rounded, missed] = ["met", "met-rounded", "missed"].map(with);
    let reached = |row: &Vec<Cell>| {
        let share = table.cell(row, "of_pledge_pct");
        let whose = ["commitment", "spent_publisher"].map(|name| text(row, name)).join(", ");
        Some(Told::new(format!("{} ({whose})", lang.percent(&printed(share, lang))), place(share.number()?)))
    };
    let reached: Vec<Told> = table.rows.iter().filter_map(reached).collect();
    let of = table.rows.len();
    let sentences = [
        Some(format!("{title}.")),
        Some((shared.met)(met.len(), of, &few(&met, lang))),
        (!rounded.is_empty()).then(|| (shared.met_rounded)(rounded.len(), of, &few(&rounded, lang))),
        (!missed.is_empty()).then(|| (shared.missed)(missed.len(), of, &few(&missed, lang))),
        sentence(say.reached, &range(&reached, lang)),
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn bullet(table: &Table, row: &[Cell], lang: Lang) -> Bullet {
    let say = SCOREBOARD.of(lang);
    let text = |name: &str| words(table.cell(row, name));
    let figure = |name: &str| Some(table.cell(row, name)).filter(|cell| cell.number().is_some());
    let money = |name: &str| {
        let amount = |cell| (AMOUNTS.of(lang).millions)(currency(table), &fine(cell, lang));
        figure(name).map(amount).unwrap_or_default()
    };
    let ratio = |name: &str| figure(name).and_then(Cell::number).map(|percent| place(percent) / 100.0);
    let share = figure("of_pledge_pct").map(|cell| lang.percent(&printed(cell, lang))).unwrap_or_default();
    let years = table.cell(row, "year").printed(0).ok().flatten().unwrap_or_default().replace('-', "–");
    let (verdict, kind) = (text("verdict"), text("spent_kind"));
    let spent = (say.spent)(&money("spent_million"), &share, text("spent_publisher"));
    let named = (say.verdict)(verdict).to_owned();
    let own = if text("pledge").ends_with("GDP") { money("pledged_million") } else { String::new() };
    let slack = ratio("slack_pct").unwrap_or_default();
    let ceiling = is_ceiling(text("pledge"));
    Bullet {
        title: text("commitment").to_owned(),
        pledge: (say.pledge)(&lang.pledge(text("pledge")), &years, &own),
        reached: ratio("of_pledge_pct"),
        allowed: if ceiling { (1.0, 1.0 + slack) } else { (1.0 - slack, 1.0) },
        role: role(kind),
        standing: standing(verdict),
        verdict: if kind.is_empty() { named } else { format!("{named} ({})", (SHARED.of(lang).kind)(kind)) },
        reason: reason(table, row, lang),
        figure: if spent.is_empty() { say.nothing.to_owned() } else { spent },
    }
}

/// What nobody accounts for; else between what the figure lies, where that leaves the verdict open; else how far it is from
/// the pledge.
fn reason(table: &Table, row: &[Cell], lang: Lang) -> String {
    let (say, cell) = (SCOREBOARD.of(lang), |name: &str| table.cell(row, name));
    let known = |name: &str| Some(cell(name)).filter(|cell| cell.number().is_some());
    let undecided = words(cell("verdict")) == "undecided";
    if let Some(rest) = known("unaccounted_million").filter(|_| undecided) {
        return (say.unaccounted)(&(AMOUNTS.of(lang).millions)(currency(table), &fine(rest, lang)));
    }
    if let Some((low, high)) = known("spent_pct_low").zip(known("spent_pct_high")).filter(|_| undecided) {
        return (say.between)(&printed(low, lang), &lang.percent(&printed(high, lang)));
    }
    let gap = Gap::of(table, row, lang).map(|gap| gap.words()).unwrap_or_default();
    gap.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn standing(verdict: &str) -> Standing {
    match verdict {
        "met" => Standing::Met,
        "met-rounded" => Standing::MetRounded,
        "missed" => Standing::Missed,
        "undecided" => Standing::Undecided,
        _ => Standing::Unjudged,
    }
}
