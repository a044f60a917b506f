//! Countries by their share of GDP: a dot for each, from where it came, and what was pledged.

mod standings; // what its table says
mod alt; // in words

use crate::chart::figure::{Entry, Figure, Level, Placing, Ranking, Role as Drawn, Sign};
use crate::chart::words::{LEAGUE, Lang, SHARED};
use crate::error::Result;
use crate::table::{Kind, Table};

use super::table_rows::{drawn_as, place, printed, signed};
use super::{Chart, Countries};
use standings::{League, Standing, Together};

pub(crate) const ENTRY: Chart = Chart {
    name: "league",
    about: "countries by their share of GDP, how far they moved, and what they pledged",
    countries: Countries::Several,
    needs: None,
    build,
};

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    let league = League::of(table, lang)?;
    if league.placed().count() < 2 {
        let reason = "fewer than two countries have a share of one year";
        let help = "add rows of `spending-share` of other countries, or name a year with `--years`";
        return Err(ENTRY.nothing_to_draw(reason, help));
    }
    ENTRY.check_countries(league.standings.len())?;
    let title = league.title();
    Ok(Figure {
        alt: league.alt(&title),
        title,
        subtitle: league.subtitle(),
        unit: lang.percent_sign().to_owned(),
        key: league.key(),
        ranking: Some(league.ranking()),
        ..signed(table, lang)
    })
}

impl League<'_> {
    /// Where the country that is looked for stands, and how many reach what was pledged together; without either from where to where
    /// the shares go.
    fn title(&self) -> String {
        let (say, of) = (LEAGUE.of(self.lang), self.placed().count());
        let stands = self.placed().find(|own| Some(own.country) == self.marked).map(|own| {
            let country = self.lang.country(Some(&own.country));
            let share = self.percent(own.share);
            let share = if self.share_of.is_none() { (say.of_gdp)(&share) } else { share };
            (say.stands)(&country, &printed(own.rank, self.lang), of, &share)
        });
        let reach = self.together.iter().min_by_key(|together| together.year).map(|together| {
            let reached = self.placed().filter(|own| own.share.number() >= together.share.number()).count();
            (say.reach)(reached, of, &self.percent(together.share), together.year)
        });
        let parts: Vec<String> = [stands, reach].into_iter().flatten().collect();
        if parts.is_empty() { self.range() } else { parts.join("; ") }
    }

    fn range(&self) -> String {
        let end = |own: Option<&Standing>| {
            own.map(|own| (self.percent(own.share), self.lang.in_country(&own.country))).unwrap_or_default()
        };
        let ((low, lowest), (high, highest)) = (end(self.placed().next_back()), end(self.placed().next()));
        let say = LEAGUE.of(self.lang);
        let [of_gdp, of_another] = say.shares;
        let shares = if self.share_of.is_none() { of_gdp } else { of_another };
        (say.range)([&lowest, &low], [&highest, &high], shares, self.year)
    }

    /// What is shown, of what its shares are, in which year.
    fn subtitle(&self) -> String {
        let say = LEAGUE.of(self.lang);
        (say.subtitle)(self.definition, &(say.unit)(self.share_of), self.year, self.since)
    }

    fn ranking(&self) -> Ranking {
        let say = LEAGUE.of(self.lang);
        let level = |together: &Together| {
            let pledge = self.lang.short_pledge(together.pledge);
            let label = if together.is_goal {
                (say.level_by)(together.group, &pledge, together.year)
            } else {
                (say.level)(together.group, &pledge)
            };
            Some(Level { at: place(together.share.number()?), label })
        };
        Ranking {
            rows: self.standings.iter().map(|own| self.placing(own)).collect(),
            levels: self.together.iter().filter_map(level).collect(),
            heads: [self.year.to_string(), self.since.map(say.since).unwrap_or_default()],
        }
    }

    fn placing(&self, own: &Standing) -> Placing {
        let (value, change) = (own.share.number().map(place), own.change.number().map(place));
        Placing {
            rank: printed(own.rank, self.lang),
            name: self.lang.country_alone(&own.country),
            role: own.kind.map_or(Drawn::Outturn, drawn_as),
            value,
            earlier: value.zip(change).map(|(value, change)| (value - change).max(0.0)),
            pledge: own.pledged.number().map(place),
            figure: value.map_or(SHARED.of(self.lang).no_figure.to_owned(), |_| printed(own.share, self.lang)),
            change: self.change(own),
            marked: Some(own.country) == self.marked,
        }
    }

    /// What the signs of these rows are.
    fn key(&self) -> Vec<Entry> {
        let (say, shared) = (LEAGUE.of(self.lang), SHARED.of(self.lang));
        let kinds = Kind::ALL.iter().filter(|kind| self.placed().any(|own| own.kind == Some(**kind)));
        let dots = kinds.map(|kind| Entry { sign: Sign::Dot(drawn_as(*kind)), words: (shared.kind)(*kind).to_owned() });
        let tail = self.since.map(|since| Entry { sign: Sign::Tail, words: (say.earlier)(since) });
        let pledges = self.standings.iter().any(|own| own.pledged.number().is_some());
        let pledge = pledges.then(|| Entry { sign: Sign::Pledge, words: say.own_pledge.to_owned() });
        dots.chain(tail).chain(pledge).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::chart::sample::several::invented_league;
    use crate::table::{Cell, columns};

    use super::*;

    #[test]
    fn shares_of_spending_are_not_told_as_shares_of_gdp() {
        let mut table = invented_league(4, 0).unwrap();
        let at = table.columns.iter().position(|column| *column == columns::SHARE_OF).unwrap();
        let told =
            |table: &Table| Lang::ALL.map(|lang| build(table, lang).unwrap()).map(|own| own.title + &own.subtitle);
        assert!(told(&table).iter().zip(["of GDP", "no IKP"]).all(|(told, of)| told.matches(of).count() == 2));
        table.rows.iter_mut().for_each(|row| row[at] = Cell::text("Everything"));
        assert!(
            told(&table).iter().zip(["GDP", "IKP"]).all(|(told, of)| told.contains("Everything") && !told.contains(of))
        );
    }
}
