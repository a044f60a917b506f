//! What moved a share between two points: a waterfall.

mod change; // what its table says

use crate::chart::figure::{Across, Figure, Floor, Hue, Point, Role, Series, Shape, Words};
use crate::chart::words::{Between, GAP, Lang, WHY};
use crate::error::Result;
use crate::table::{Cell, Table};

use super::alt_text::sentence;
use super::table_rows::{counted, fine, inside, printed, signed};
use super::{Chart, Countries};
use change::{Change, Effect, End};

/// Reads rows of `role` (the kind of the figure at one of the two points, or what moved it: `spending`, `gdp`, `definition`), `label`
/// (whose figure it is), `year`, `date` (of which day), `definition`, `pledge` (to which a gap is told in the place of a share),
/// `share_pct`, `amount_million`, `effect_million`, `effect_pp`, and `from` and `to` (what moved, in millions).
pub(crate) const ENTRY: Chart = Chart {
    name: "why",
    about: "what moved a share between two points: spending, GDP or the definition",
    countries: Countries::One,
    needs: Some("`COUNTRY YEAR --from POINT`"),
    build,
};

/// How much of a share an effect is at least so that it is seen on an axis from zero.
const SEEN: f64 = 0.25;
/// How wide a bar is, and how heavy a line from one to the next.
const HALF: f64 = 0.23;
const THIN: f64 = 0.3;

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    let Some(change) = Change::of(table, lang)? else {
        let reason = "no change between two points is told";
        return Err(ENTRY.nothing_to_draw(reason, "name two points that differ, as two years or two publishers"));
    };
    let title = change.title(table);
    let (series, floor) = change.series();
    Ok(Figure {
        alt: change.alt(&title),
        title,
        subtitle: (WHY.of(lang).subtitle)(&change.definitions()),
        across: Across::Named(u32::try_from(change.effects.len()).unwrap_or_default() + 2),
        unit: change.unit(),
        floor,
        series,
        words: Some(change.words()),
        ..signed(table, lang)
    })
}

impl Change<'_> {
    /// A figure of a point: a share, or a gap in points.
    fn figure(&self, end: &End) -> String {
        let text = printed(end.share, self.lang);
        if self.pledge().is_some() { (GAP.of(self.lang).points)(&text) } else { self.lang.percent(&text) }
    }

    /// What follows the number at the top of the axis.
    fn unit(&self) -> String {
        self.pledge().map_or_else(|| self.lang.percent_sign().to_owned(), |_| (GAP.of(self.lang).points)(""))
    }

    /// From where to where, and what moved it.
    fn title(&self, table: &Table) -> String {
        let (say, lang) = (WHY.of(self.lang), self.lang);
        let country = lang.country(table.context.country.as_ref());
        let what = self
            .pledge()
            .map_or_else(|| counted(self.ends[0].definition, lang), |pledge| (say.gap)(&lang.short_pledge(pledge)));
        let what = self.year().map_or(what.clone(), |year| (say.of_year)(&what, year));
        let [from, to] = &self.ends;
        let [first, last] = self.names();
        let of_gdp = |end: &End| {
            let figure = self.figure(end);
            if self.pledge().is_some() { figure } else { (say.of_gdp)(&figure) }
        };
        let moved = to.share.number().cmp(&from.share.number());
        let (old, new) = (self.figure(from), of_gdp(to));
        let (whose, why) = ([&*country, &*what], self.why());
        let between = Between { from: [&old, &first], to: [&new, &last] };
        if self.is_of_one_day() {
            return (say.differs)(whose, &between, &why);
        }
        (say.moved)(whose, moved, &between, &why)
    }

    /// The parts that moved it, the largest first; the only one as that which explains all of it.
    fn why(&self) -> String {
        let say = WHY.of(self.lang);
        let mut moving: Vec<&Effect> = self.effects.iter().filter(|effect| effect.moves()).collect();
        moving.sort_by(|one, other| other.value.abs().total_cmp(&one.value.abs()));
        match moving[..] {
            [] => say.nothing.to_owned(),
            [only] => (say.alone)(only.part),
            _ => {
                let effect = |effect: &&Effect| (say.effect)((say.part)(effect.part), &self.points(effect));
                moving.iter().map(effect).collect::<Vec<_>>().join(", ")
            }
        }
    }

    /// An effect in points with its sign.
    fn points(&self, effect: &Effect) -> String {
        (GAP.of(self.lang).points)(&self.with_sign(effect.points, printed))
    }

    /// The same in money; empty where it moves none.
    fn money(&self, effect: &Effect) -> String {
        let moves = effect.million.number().is_some_and(|millions| !millions.is_zero());
        let money = || (GAP.of(self.lang).millions)(self.currency, &self.with_sign(effect.million, fine));
        if moves { money() } else { String::new() }
    }

    fn with_sign(&self, cell: &Cell, text: fn(&Cell, Lang) -> String) -> String {
        let plus =
            if cell.number().is_some_and(|number| number.is_sign_positive() && !number.is_zero()) { "+" } else { "" };
        format!("{plus}{}", text(cell, self.lang))
    }

    /// The two points, what moved the one to the other, each where the last one ends, and thin lines that lead on; from zero where
    /// the steps are seen there, else the points as levels.
    fn series(&self) -> (Vec<Series>, Floor) {
        let [from, to] = &self.ends;
        let largest = self.effects.iter().map(|effect| effect.value.abs()).fold(0.0, f64::max);
        let from_zero = largest >= SEEN * from.value.abs().max(to.value.abs()) && from.value.min(to.value) >= 0.0;
        let (mut level, mut at, mut series) = (from.value, 0.0, vec![self.end(from, 0.0, from_zero)]);
        for effect in &self.effects {
            series.push(lead(at, level, effect.value == 0.0));
            at += 1.0;
            series.push(self.step(effect, at, level));
            level += effect.value;
        }
        series.extend([lead(at, level, false), self.end(to, at + 1.0, from_zero)]);
        (series, if from_zero { Floor::Zero } else { Floor::Lowest })
    }

    /// A point: a bar, or a level.
    fn end(&self, end: &End, at: f64, from_zero: bool) -> Series {
        let figure = self.figure(end);
        if from_zero {
            let points = vec![Point::new(at, end.value).labelled(figure)];
            return Series { role: end.role, shape: Shape::Bars, hue: Hue::Neutral, label: self.amount(end), points };
        }
        let points = [at - HALF, at, at + HALF].map(|at| Point::new(at, end.value)).to_vec();
        Series { role: Role::Path, shape: Shape::Line, hue: Hue::Number(0), label: figure, points }
    }

    /// What was spent at a point; empty where that is unknown, or where a gap is told.
    fn amount(&self, end: &End) -> String {
        let amount = end.amount.number().filter(|_| self.pledge().is_none());
        let money = |_| (GAP.of(self.lang).millions)(self.currency, &fine(end.amount, self.lang));
        amount.map(money).unwrap_or_default()
    }

    /// What moved it, from where the last one ends.
    fn step(&self, effect: &Effect, at: f64, level: f64) -> Series {
        let (low, high) = (level.min(level + effect.value), level.max(level + effect.value));
        let role = if effect.value < 0.0 { Role::Fall } else { Role::Rise };
        let points = vec![Point::new(at, high).upon(low).labelled(self.points(effect))];
        Series { role, shape: Shape::Bars, hue: Hue::Neutral, label: self.money(effect), points }
    }

    /// What stands beside each other, and what spending and GDP were.
    fn words(&self) -> Words {
        let say = WHY.of(self.lang);
        let [first, last] = self.told_apart().map(|parts| match &parts[..] {
            [] => String::new(),
            [first, rest @ ..] => format!("{first}\n{}", rest.join(", ")),
        });
        let part = |effect: &Effect| {
            let [old, new] = effect.ends.map(|cell| fine(cell, self.lang));
            let moved = (GAP.of(self.lang).millions)(self.currency, &(say.to)(&old, &new));
            format!("{}\n{moved}", (say.part)(effect.part))
        };
        let names = std::iter::once(first).chain(self.effects.iter().map(part)).chain([last]);
        let mut at = -1.0;
        let words = names.map(|name| {
            at += 1.0;
            (at, name)
        });
        Words { name: "\n\n".to_owned(), words: words.collect(), shared: false }
    }

    /// The finding, both points, and what moved it in points and in money.
    fn alt(&self, title: &str) -> String {
        let say = WHY.of(self.lang);
        let point = |(end, name): (&End, String)| {
            let said: Vec<String> = [name, self.amount(end)].into_iter().filter(|part| !part.is_empty()).collect();
            format!("{} ({})", self.figure(end), said.join(", "))
        };
        let ends = self.ends.iter().zip(self.names()).map(point).collect::<Vec<_>>();
        let effect = |effect: &Effect| {
            let moved = [self.points(effect), self.money(effect)];
            let moved: Vec<String> = moved.into_iter().filter(|part| !part.is_empty()).collect();
            (say.effect)((say.part)(effect.part), &moved.join(", "))
        };
        let effects: Vec<String> = self.effects.iter().map(effect).collect();
        let sentences = [
            Some(format!("{title}.")),
            sentence(say.heads[0], &ends.join("; ")),
            sentence(say.heads[1], &effects.join("; ")),
        ];
        sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The definitions of both points, each once.
    fn definitions(&self) -> String {
        let [from, to] = &self.ends;
        if from.definition == to.definition {
            return from.definition.to_owned();
        }
        (WHY.of(self.lang).to)(from.definition, &inside(to.definition))
    }
}

/// A thin line from where one ends to where the next begins, or behind one that moves nothing.
fn lead(at: f64, level: f64, through: bool) -> Series {
    let end = if through { at + 1.0 + HALF } else { at + 1.0 - HALF };
    let points = [at + HALF, end].map(|at| Point::new(at, level).weighing(THIN)).to_vec();
    Series { role: Role::Outturn, shape: Shape::Line, hue: Hue::Neutral, label: String::new(), points }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::sample::ways::invented_change;

    #[test]
    fn every_step_begins_where_the_last_one_ends_and_the_last_ends_at_the_second_point() {
        for (spending, gdp, definition) in [(450, -60, None), (-20, 90, Some(-300)), (900, -1_400, Some(70))] {
            let table = invented_change(spending, gdp, definition).unwrap();
            let change = Change::of(&table, Lang::En).unwrap().unwrap();
            let (series, _) = change.series();
            let near = |one: f64, other: f64| (one - other).abs() < 1e-9;
            let mut level = change.ends[0].value;
            for step in series.iter().filter(|own| matches!(own.role, Role::Rise | Role::Fall)) {
                let (low, high) = (step.points[0].from, step.points[0].value);
                let (from, to) = if step.role == Role::Rise { (low, high) } else { (high, low) };
                assert!(near(from, level), "{from} after {level}");
                level = to;
            }
            assert!(near(level, change.ends[1].value));
        }
    }
}
