//! What was pledged against what is spent, year by year, and how far they are apart.

mod account; // one verdict

use crate::chart::figure::{Across, Band, Edge, Figure, Hue, Series, Words};
use crate::chart::words::{AMOUNTS, GAP, Lang, SHARED, listed};
use crate::error::Result;
use crate::table::{Basis, Table, Verdict, columns};

use super::alt_text::{Also, Told, few, main_values, sentence};
use super::scenario_lines::of_gdp;
use super::table_rows::{REACH, beside, currency, fine, inside, signed, this_year, year};
use super::unknown_years::{unknown, years_in_words, years_sentence, years_without};
use super::{Chart, Countries};
use account::Account;

/// Reads rows of `year`, `pledge`, `definition`, `basis`, `pledged_million`, `spent_million`, `spent_pct`, `spent_kind`,
/// `spent_publisher`, `gap_million`, `gap_pp` and `verdict`: what the verdicts say.
pub(crate) const ENTRY: Chart = Chart {
    name: "gap",
    about: "pledged against spent in each year: what is short, what is beyond",
    countries: Countries::One,
    needs: None,
    build,
};

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    let mut accounts = Account::all(table, lang)?;
    ENTRY.check_marks(accounts.len())?;
    accounts.sort_by_key(|account| account.year);
    let (Some(first), Some(last)) = (accounts.first(), accounts.last()) else {
        let reason = "of no year both the pledge and the spending are known";
        let help = "name another commitment with `--commitment ID`, another family with `--family`, other years with `--years`, or add \
                    what is missing: spending under the definition of a pledge, or GDP on its basis";
        return Err(ENTRY.nothing_to_draw(reason, help));
    };
    let between = years_without(first.year..=last.year, |year| accounts.iter().any(|account| account.year == year));
    let (title, without) = (title(table, &accounts, lang), without(table, &accounts)?);
    let outside: Vec<i32> = without.iter().filter(|year| !between.contains(year)).copied().collect();
    Ok(Figure {
        alt: alt(table, &title, &accounts, &without, lang),
        title,
        subtitle: subtitle(table, (&accounts, &years_in_words(&outside, lang)), lang)?,
        across: Across::Years(first.year, last.year),
        bands: bands(&accounts),
        series: series(&accounts),
        unknown: unknown(&between, lang),
        words: Some(below(&accounts, lang)),
        ..signed(table, lang)
    })
}

/// What still passes as the pledge of a year, where a figure of that year lies there.
fn bands(accounts: &[Account]) -> Vec<Band> {
    let of_years = accounts.chunk_by(|one, next| one.year == next.year);
    let band = |of_year: &[Account]| {
        let ((low, high), year) = (of_year.iter().find_map(Account::tolerance)?, f64::from(of_year.first()?.year));
        let edges = [year - REACH, year + REACH].map(|at| Edge { at, low, high }).to_vec();
        Some(Band { hue: Hue::Number(1), label: String::new(), edges, edged: true })
    };
    of_years.filter_map(band).collect()
}

/// The level of each year's pledge, and before it the figures of every publisher beside each other.
fn series(accounts: &[Account]) -> Vec<Series> {
    let of_years = || accounts.chunk_by(|one, next| one.year == next.year);
    let last = accounts.last().map_or(0, |account| account.year);
    let mut series: Vec<Series> =
        of_years().filter_map(|of_year| of_year.first()).map(|account| account.level(last)).collect();
    let most = of_years().map(<[Account]>::len).max().unwrap_or(1);
    for of_year in of_years() {
        for (account, aside) in of_year.iter().zip(beside(of_year.len(), most)) {
            series.extend(account.bars(f64::from(account.year) + aside, account.whose(most == 1)));
        }
    }
    series
}

/// The pledge of each year in words and in money.
fn below(accounts: &[Account], lang: Lang) -> Words {
    let of_years = accounts.chunk_by(|one, next| one.year == next.year).filter_map(<[Account]>::first);
    let text = |of: &Account| format!("{}\n{}", lang.short_pledge(of.pledge), fine(of.pledged, lang));
    let words = of_years.map(|account| (f64::from(account.year), text(account))).collect();
    let name = of_gdp(accounts.iter().map(|account| Some(account.pledge)), lang);
    let currency = accounts.first().map_or("", |account| account.gap.currency);
    Words { name: format!("{name}\n{}", (GAP.of(lang).unit)(currency)), words, shared: true }
}

/// The gap of the year that is being talked about.
fn title(table: &Table, accounts: &[Account], lang: Lang) -> String {
    let (say, country) = (GAP.of(lang), lang.country(table.context.country.as_ref()));
    let coming = accounts.iter().find(|account| account.year >= this_year(table));
    let Some(topic) = coming.or(accounts.last()) else { return country };
    let [money, points] = topic.gap.sizes();
    let money = (AMOUNTS.of(lang).millions)(topic.gap.currency, &money);
    let points = if points.is_empty() { points } else { (say.points)(&points) };
    let spending = (say.spending)(&country, topic.kind, topic.year);
    (say.finding)(&spending, topic.gap.side(), [&money, &points], &lang.pledge(topic.pledge))
}

fn subtitle(table: &Table, (accounts, without): (&[Account], &str), lang: Lang) -> Result<String> {
    let say = GAP.of(lang);
    let mut titles: Vec<&str> =
        table.select([&columns::DEFINITION])?.into_iter().map(|[title]| title.words()).collect();
    titles.retain(|title| !title.is_empty());
    titles.dedup();
    let definition = match titles[..] {
        [] => String::new(),
        [first, ref others @ ..] => {
            let others = others.iter().map(|title| inside(title));
            listed(&std::iter::once(first.to_owned()).chain(others).collect::<Vec<_>>(), SHARED.of(lang).and)
        }
    };
    let subtitle = (say.subtitle)(&definition, &(say.unit)(currency(table)), (say.basis)(basis(table)?.as_ref()));
    let tolerance = if accounts.iter().any(|account| account.tolerance().is_some()) { say.tolerance } else { "" };
    let without = if without.is_empty() { String::new() } else { (say.without)(without) };
    Ok(subtitle + tolerance + &without)
}

/// The basis of every row; none where there are several.
fn basis(table: &Table) -> Result<Option<Basis>> {
    let bases: Vec<_> = table.select([&columns::BASIS])?.into_iter().map(|[basis]| basis.basis()).collect();
    Ok(bases.first().filter(|first| bases.iter().all(|basis| basis == *first)).cloned().flatten())
}

/// The years in which something is missing.
fn without(table: &Table, accounts: &[Account]) -> Result<Vec<i32>> {
    let mut years: Vec<i32> = table.select([&columns::YEAR])?.into_iter().filter_map(|[at]| year(at)).collect();
    years.retain(|year| accounts.iter().all(|account| account.year != *year));
    years.sort_unstable();
    years.dedup();
    Ok(years)
}

/// The finding, the course of what is pledged and published, and which pledges are met.
fn alt(table: &Table, title: &str, accounts: &[Account], without: &[i32], lang: Lang) -> String {
    let shared = SHARED.of(lang);
    let of_years = accounts.chunk_by(|one, next| one.year == next.year);
    let pledged: Vec<Told> = of_years.filter_map(|of_year| of_year.first()).map(Account::pledged).collect();
    let published: Vec<Told> = accounts.iter().map(Account::published).collect();
    let with = |verdict: Verdict| -> Vec<String> {
        accounts.iter().filter(|account| account.verdict == verdict).map(Account::named).collect()
    };
    let [met, rounded] = [Verdict::Met, Verdict::MetRounded].map(with);
    let which = |mut named: Vec<String>| {
        named.dedup();
        few(&named, lang)
    };
    // a share beside amounts would be called the highest for its place alone
    let also = if accounts.iter().all(Account::has_money) { Also::Highest } else { Also::Neither };
    let head = (shared.in_millions)(shared.of_pledges, currency(table));
    let sentences = [
        Some(format!("{title}.")),
        sentence(&head, &main_values(&pledged, Also::Highest, lang)),
        sentence(shared.of_published, &main_values(&published, also, lang)),
        Some((shared.met)(met.len(), accounts.len(), &which(met.clone()))),
        (!rounded.is_empty()).then(|| (shared.met_rounded)(rounded.len(), accounts.len(), &which(rounded.clone()))),
        years_sentence(without, lang),
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
