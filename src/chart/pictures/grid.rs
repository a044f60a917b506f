//! Several countries beside each other: the share of GDP of each from year to year, and what was pledged for each year.

use std::cmp::Reverse;

use crate::chart::figure::{Across, Entry, Figure, Panel, Role as Drawn, Sign, Station};
use crate::chart::words::{GRID, Lang, SHARED};
use crate::error::Result;
use crate::quantity::Country;
use crate::quantity::text::capitalised;
use crate::table::{Cell, Kind, Table, columns};

use super::alt_text::{few, sentence};
use super::table_rows::{drawn_as, place, printed, signed, year};
use super::{Chart, Countries};

pub(crate) const ENTRY: Chart = Chart {
    name: "grid",
    about: "the share of GDP of each of several countries, year by year, on one scale",
    countries: Countries::Several,
    needs: None,
    build,
};

/// What is published of a country, by year, and what it pledged.
struct Course<'a> {
    country: Country,
    published: Vec<(i32, Kind, &'a Cell)>,
    pledged: Vec<(i32, &'a Cell)>,
}

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    let courses = courses(table)?;
    if courses.iter().filter(|course| !course.published.is_empty()).count() < 2 {
        let reason = "fewer than two countries have a share of any year";
        let help = "add rows of `spending-share` of other countries, or name other years with `--years`";
        return Err(ENTRY.nothing_to_draw(reason, help));
    }
    ENTRY.check_panels(courses.len())?;
    let [first, last] = ends(&courses);
    let definition = table.select([&columns::DEFINITION])?.first().map_or("", |[title]| title.words());
    let title = title(&courses, table.context.country, lang);
    Ok(Figure {
        alt: alt(&courses, &title, lang),
        title,
        subtitle: (GRID.of(lang).subtitle)(definition),
        unit: lang.percent_sign().to_owned(),
        across: Across::Years(first, last),
        key: key(&courses, lang),
        panels: courses.iter().map(|course| course.panel(table.context.country, lang)).collect(),
        ..signed(table, lang)
    })
}

/// The countries, the largest last share first, those of which nothing is published last.
fn courses(table: &Table) -> Result<Vec<Course<'_>>> {
    let of = [&columns::ROLE, &columns::COUNTRY, &columns::YEAR, &columns::SHARE_PCT];
    let mut courses: Vec<Course> = Vec::new();
    for [role, country, at, share] in table.select(of)? {
        let Some(country) = country.country() else { continue };
        if courses.last().is_none_or(|course| course.country != country) {
            courses.push(Course { country, published: Vec::new(), pledged: Vec::new() });
        }
        let (Some(course), Some(at), Some(role)) = (courses.last_mut(), year(at), role.role()) else { continue };
        match role.kind() {
            Some(kind) => course.published.push((at, kind, share)),
            None => course.pledged.push((at, share)),
        }
    }
    courses.sort_by_key(|course| Reverse(course.published.last().and_then(|(_, _, share)| share.number())));
    Ok(courses)
}

/// The first and the last year of all.
fn ends(courses: &[Course]) -> [i32; 2] {
    let years = courses.iter().flat_map(Course::years);
    [years.clone().min().unwrap_or_default(), years.max().unwrap_or_default()]
}

impl Course<'_> {
    fn years(&self) -> impl Iterator<Item = i32> + Clone {
        self.published.iter().map(|(at, ..)| *at)
    }

    /// The first and the last figure, each with its year.
    fn ends(&self, lang: Lang) -> [(String, String); 2] {
        let end = |figure: Option<&(i32, Kind, &Cell)>| {
            figure.map(|(at, _, share)| (at.to_string(), lang.percent(&printed(share, lang)))).unwrap_or_default()
        };
        [end(self.published.first()), end(self.published.last())]
    }

    /// Whether the last share is above the first; nothing where there are no two.
    fn rose(&self) -> Option<bool> {
        let share = |(_, _, share): &(i32, Kind, &Cell)| share.number();
        let [first, .., last] = &self.published[..] else { return None };
        Some(share(first) < share(last))
    }

    fn panel(&self, marked: Option<Country>, lang: Lang) -> Panel {
        let before = std::iter::once(None).chain(self.years().map(Some));
        let station = |((at, kind, share), before): (&(i32, Kind, &Cell), Option<i32>)| {
            let (joined, value) = (before.is_some_and(|before| before + 1 == *at), place(share.number()?));
            Some(Station { at: f64::from(*at), value, role: drawn_as(*kind), joined })
        };
        let held = |(at, share): &(i32, &Cell)| Some((f64::from(*at), place(share.number()?)));
        let [_, (_, last)] = self.ends(lang);
        let figure = if self.published.is_empty() { SHARED.of(lang).no_figure.to_owned() } else { last };
        Panel {
            title: lang.country_alone(&self.country),
            figure,
            marked: Some(self.country) == marked,
            course: self.published.iter().zip(before).filter_map(station).collect(),
            held: self.pledged.iter().filter_map(held).collect(),
        }
    }
}

/// The course of the country that is looked for, and in how many countries the share rose.
fn title(courses: &[Course], marked: Option<Country>, lang: Lang) -> String {
    let say = GRID.of(lang);
    let own = courses.iter().find(|course| Some(course.country) == marked && !course.published.is_empty());
    let moved: Vec<bool> = courses.iter().filter_map(Course::rose).collect();
    let rose = (say.rose)(moved.iter().filter(|rose| **rose).count(), moved.len());
    match own {
        Some(own) => {
            let [(first, from), (last, to)] = own.ends(lang);
            let own = (say.from_to)(&lang.country(Some(&own.country)), [&first, &from], [&last, &to]);
            format!("{own}; {rose}")
        }
        None => capitalised(&(say.between)(&rose, ends(courses))),
    }
}

fn key(courses: &[Course], lang: Lang) -> Vec<Entry> {
    let (say, shared) = (GRID.of(lang), SHARED.of(lang));
    let course = Entry { sign: Sign::Course, words: say.course.to_owned() };
    let is_there = |kind: &&Kind| courses.iter().flat_map(|course| &course.published).any(|(_, own, _)| own == *kind);
    let open = Kind::ALL.iter().filter(|kind| drawn_as(**kind) != Drawn::Outturn).filter(is_there);
    let dots = open.map(|kind| Entry { sign: Sign::Dot(drawn_as(*kind)), words: (shared.kind)(*kind).to_owned() });
    let held = courses.iter().any(|course| !course.pledged.is_empty());
    let held = held.then(|| Entry { sign: Sign::Held, words: say.held.to_owned() });
    std::iter::once(course).chain(dots).chain(held).collect()
}

/// The finding, the first and the last figure of the first countries, the highest of all, and who has none.
fn alt(courses: &[Course], title: &str, lang: Lang) -> String {
    let (say, shared) = (GRID.of(lang), SHARED.of(lang));
    let (there, without): (Vec<&Course>, Vec<&Course>) = courses.iter().partition(|own| !own.published.is_empty());
    let name = |course: &&Course| lang.country_alone(&course.country);
    let told = |course: &&Course| {
        let [(_, from), (_, to)] = course.ends(lang);
        (say.with)(&name(course), &from, &to)
    };
    let figures = there.iter().flat_map(|course| course.published.iter().map(move |figure| (course, figure)));
    let highest = figures
        .max_by_key(|(_, (_, _, share))| share.number())
        .map(|(course, (at, _, share))| (say.in_year)(&name(course), &lang.percent(&printed(share, lang)), *at));
    let [of_ends, of_highest] = say.heads;
    let sentences = [
        Some(format!("{title}.")),
        sentence(of_ends, &few(&there.iter().map(told).collect::<Vec<_>>(), lang)),
        sentence(of_highest, &highest.unwrap_or_default()),
        sentence(shared.without, &few(&without.iter().map(name).collect::<Vec<_>>(), lang)),
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
