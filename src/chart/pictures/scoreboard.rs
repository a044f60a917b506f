//! Every pledge in a row: what was pledged, how much of it is published as spent, and the verdict.

use crate::chart::figure::{Bullet, Figure, Role, Standing};
use crate::chart::words::{AMOUNTS, Lang, SCOREBOARD, SHARED, listed};
use crate::error::Result;
use crate::table::{Cell, Kind, Pledge, Table, Verdict, columns};

use super::Chart;
use super::alt_text::{Told, few, range, sentence};
use super::gap_words::Gap;
use super::table_rows::{credits, currency, drawn_as, fine, place, printed};

pub(crate) const ENTRY: Chart =
    Chart { name: "scoreboard", about: "each pledge with what is published of it, and the verdict", build };

/// One pledge with its verdict.
struct Judged<'a> {
    lang: Lang,
    currency: &'a str,
    title: &'a str,
    pledge: Pledge,
    years: &'a Cell,
    pledged: &'a Cell,
    spent: &'a Cell,
    /// What kind of figure it is held against, if there is one.
    kind: Option<Kind>,
    publisher: &'a str,
    of_pledge: &'a Cell,
    slack: &'a Cell,
    gap: Option<Gap<'a>>,
    /// Between what a share lies.
    ends: [&'a Cell; 2],
    unaccounted: &'a Cell,
    verdict: Verdict,
    announced: &'a Cell,
}

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    let rows = Judged::all(table, lang)?;
    if rows.is_empty() {
        let reason = "no commitment states a figure";
        let help = "add a commitment, or name one with `--commitment`";
        return Err(ENTRY.nothing_to_draw(reason, help));
    }
    let title = title(table, &rows, lang);
    Ok(Figure {
        lang,
        alt: alt(&rows, &title, lang),
        title,
        subtitle: (SCOREBOARD.of(lang).subtitle)(&announced(&rows)),
        source: credits(table, lang),
        unit: SCOREBOARD.of(lang).mark.to_owned(),
        bullets: rows.iter().map(Judged::bullet).collect(),
        ..Figure::default()
    })
}

/// The day of which all pledges are; empty where they are of several.
fn announced(rows: &[Judged]) -> String {
    let days = || rows.iter().filter_map(|row| row.announced.date());
    days().next().filter(|first| days().all(|day| day == *first)).map(|day| day.to_string()).unwrap_or_default()
}

fn title(table: &Table, rows: &[Judged], lang: Lang) -> String {
    let say = SCOREBOARD.of(lang);
    let count = |verdict: &Verdict| {
        let of_it = rows.iter().filter(|row| row.verdict == *verdict).count();
        (of_it > 0).then(|| (say.count)((say.verdict)(*verdict), of_it))
    };
    let counts: Vec<String> = Verdict::ALL.iter().filter_map(count).collect();
    let country = lang.country(table.context.country.as_ref());
    (say.counted)(&country, rows.len(), &listed(&counts, SHARED.of(lang).and))
}

/// The finding, which pledges are met and missed, and from where to where they are reached.
fn alt(rows: &[Judged], title: &str, lang: Lang) -> String {
    let (say, shared) = (SCOREBOARD.of(lang), SHARED.of(lang));
    // a plan is no outturn, so that whoever hears "met" hears on which of them it rests
    let named = |row: &Judged| {
        let whose = [row.publisher, row.kind.map_or("", shared.kind)];
        (say.by)(row.title, &joined(whose))
    };
    let with =
        |verdict: Verdict| -> Vec<String> { rows.iter().filter(|row| row.verdict == verdict).map(named).collect() };
    let [met, rounded, missed] = [Verdict::Met, Verdict::MetRounded, Verdict::Missed].map(with);
    let reached = |row: &Judged| {
        let share = lang.percent(&printed(row.of_pledge, lang));
        Some(Told::new(format!("{share} ({}, {})", row.title, row.publisher), place(row.of_pledge.number()?)))
    };
    let reached: Vec<Told> = rows.iter().filter_map(reached).collect();
    let of = rows.len();
    let sentences = [
        Some(format!("{title}.")),
        Some((shared.met)(met.len(), of, &few(&met, lang))),
        (!rounded.is_empty()).then(|| (shared.met_rounded)(rounded.len(), of, &few(&rounded, lang))),
        (!missed.is_empty()).then(|| (shared.missed)(missed.len(), of, &few(&missed, lang))),
        sentence(say.reached, &range(&reached, lang)),
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Those of the parts that say something.
fn joined<const N: usize>(parts: [&str; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

impl<'a> Judged<'a> {
    /// The rows that state a pledge and bear a verdict.
    fn all(table: &'a Table, lang: Lang) -> Result<Vec<Self>> {
        let of = [
            &columns::COMMITMENT,
            &columns::PLEDGE,
            &columns::YEAR,
            &columns::PLEDGED_MILLION,
            &columns::SPENT_MILLION,
            &columns::SPENT_KIND,
            &columns::SPENT_PUBLISHER,
            &columns::OF_PLEDGE_PCT,
            &columns::SLACK_PCT,
            &columns::GAP_MILLION,
            &columns::GAP_PP,
            &columns::SPENT_PCT_LOW,
            &columns::SPENT_PCT_HIGH,
            &columns::UNACCOUNTED_MILLION,
            &columns::VERDICT,
            &columns::ANNOUNCED,
        ];
        let currency = currency(table);
        Ok(table.select(of)?.into_iter().filter_map(|cells| Self::of(cells, (currency, lang))).collect())
    }

    fn of(cells: [&'a Cell; 16], in_words: (&'a str, Lang)) -> Option<Self> {
        let [title, pledge, years, pledged, spent, kind, publisher, of_pledge, slack, rest @ ..] = cells;
        let [gap, points, low, high, unaccounted, verdict, announced] = rest;
        let pledge = pledge.pledge()?;
        Some(Self {
            lang: in_words.1,
            currency: in_words.0,
            title: title.words(),
            pledge,
            years,
            pledged,
            spent,
            kind: kind.of_figure(),
            publisher: publisher.words(),
            of_pledge,
            slack,
            gap: Gap::of(pledge, gap, points, in_words),
            ends: [low, high],
            unaccounted,
            verdict: verdict.verdict()?,
            announced,
        })
    }

    /// An amount with its currency; empty where it is unknown.
    fn money(&self, cell: &Cell) -> String {
        let amount = |_| (AMOUNTS.of(self.lang).millions)(self.currency, &fine(cell, self.lang));
        cell.number().map(amount).unwrap_or_default()
    }

    fn bullet(&self) -> Bullet {
        let (say, lang) = (SCOREBOARD.of(self.lang), self.lang);
        let ratio = |cell: &Cell| cell.number().map(|percent| place(percent) / 100.0);
        let share = self.of_pledge.number().map(|_| lang.percent(&printed(self.of_pledge, lang))).unwrap_or_default();
        let years = self.years.printed(0).ok().flatten().unwrap_or_default().replace('-', "–");
        let spent = (say.spent)(&self.money(self.spent), &share, self.publisher);
        let named = (say.verdict)(self.verdict).to_owned();
        let is_share = self.pledge.share_of_gdp().is_some();
        let own = if is_share { self.money(self.pledged) } else { String::new() };
        let slack = ratio(self.slack).unwrap_or_default();
        Bullet {
            title: self.title.to_owned(),
            pledge: (say.pledge)(&lang.pledge(self.pledge), &years, &own),
            reached: ratio(self.of_pledge),
            allowed: if self.pledge.is_ceiling() { (1.0, 1.0 + slack) } else { (1.0 - slack, 1.0) },
            role: self.kind.map_or(Role::Outturn, drawn_as),
            standing: standing(self.verdict),
            verdict: self.kind.map_or(named.clone(), |kind| format!("{named} ({})", (SHARED.of(lang).kind)(kind))),
            reason: self.reason(),
            figure: if spent.is_empty() { say.nothing.to_owned() } else { spent },
        }
    }

    /// What nobody accounts for; else between what the figure lies, where that leaves the verdict open; else how far it is
    /// from the pledge.
    fn reason(&self) -> String {
        let say = SCOREBOARD.of(self.lang);
        let undecided = self.verdict == Verdict::Undecided;
        if undecided && self.unaccounted.number().is_some() {
            return (say.unaccounted)(&self.money(self.unaccounted));
        }
        if undecided && self.ends.iter().all(|end| end.number().is_some()) {
            let [low, high] = self.ends.map(|end| printed(end, self.lang));
            return (say.between)(&low, &self.lang.percent(&high));
        }
        let [money, points] = self.gap.as_ref().map(Gap::words).unwrap_or_default();
        joined([&money, &points])
    }
}

fn standing(verdict: Verdict) -> Standing {
    match verdict {
        Verdict::Met => Standing::Met,
        Verdict::MetRounded => Standing::MetRounded,
        Verdict::Missed => Standing::Missed,
        Verdict::Undecided => Standing::Undecided,
        Verdict::Incomparable | Verdict::Open => Standing::Unjudged,
    }
}
