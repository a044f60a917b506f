//! Rows of a scoreboard: words, a bar up to the mark of the pledge, and the verdict in form and words.

use std::f64::consts::PI;

use plotters::element::{Circle, Polygon};
use plotters::style::{Color, RGBColor};
use plotters_backend::DrawingBackend;

use super::canvas::{Canvas, Drawn, Failure};
use crate::chart::figure::{Hue, Role, Sign, Standing};
use crate::chart::layout::key::KeySign;
use crate::chart::layout::rows::{Board, Columns, Row};
use crate::chart::paper::geometry::Area;
use crate::chart::paper::lettering::Lettering;
use crate::chart::paper::palette::Colour;

/// The colour of what was pledged.
const PLEDGE: Hue = Hue::Number(1);

impl<DB: DrawingBackend> Canvas<'_, DB> {
    /// Every row that has room; the titles of the others are returned.
    pub(super) fn board(&self) -> Result<Vec<String>, Failure<DB>> {
        let Board { key, head, columns, rows, others, left_out } = self.layout.board();
        self.headings()?;
        self.key(key)?;
        self.group("heads", "");
        self.write_all(head)?;
        rows.into_iter().try_for_each(|row| self.row(row, &columns))?;
        self.group("others", "");
        self.write_all(others)?;
        Ok(left_out)
    }

    /// Title, subtitle, source and credit.
    pub(super) fn headings(&self) -> Drawn<DB> {
        self.group("words", "");
        self.write_all(self.layout.headings())
    }

    /// What the signs of rows mean.
    pub(super) fn key(&self, key: Vec<KeySign>) -> Drawn<DB> {
        self.group("key", "");
        key.into_iter().try_for_each(|KeySign { sign, area, words }| {
            self.sign(sign, &area)?;
            self.write_all(words)
        })
    }

    pub(super) fn write_all(&self, texts: Vec<Lettering>) -> Drawn<DB> {
        texts.into_iter().try_for_each(|text| self.write(text))
    }

    fn row(&self, row: Row, columns: &Columns) -> Drawn<DB> {
        self.group("row", &row.bullet.title);
        let edge = row.area.top.round() + 0.5;
        let from = if row.bullet.goes_on() { columns.at(0.0) } else { columns.left };
        self.rule([(from, edge), (columns.right, edge)])?;
        self.bar_of(&row, columns)?;
        let symbol = self.style.mark * 1.3;
        self.standing(row.bullet.standing, (columns.verdict + symbol, row.middle), symbol)?;
        [row.pledge, row.marked, row.verdict].into_iter().try_for_each(|texts| self.write_all(texts))
    }

    /// What still passes, shaded; what is published, by its sign; what was pledged, as a mark across, of a range as two.
    fn bar_of(&self, row: &Row, columns: &Columns) -> Drawn<DB> {
        let &Row { bullet, middle, half, mark, .. } = row;
        let area = |(from, to): (f64, f64), half: f64| Area {
            left: columns.at(from),
            top: middle - half,
            right: columns.at(to),
            bottom: middle + half,
        };
        let across = |x: f64| [(x, middle - mark), (x, middle + mark)];
        self.sign(Sign::Tolerance, &area(bullet.allowed, mark))?;
        if let Some(reached) = bullet.reached {
            self.sign(bullet.sign, &area((0.0, reached), half))?;
        }
        self.trace(across(columns.at(0.0) + 0.5), self.style.palette.axis, self.style.hair)?;
        for place in [Some(1.0), bullet.until].into_iter().flatten() {
            let ends = across(columns.at(place));
            if bullet.reached.is_some_and(|reached| reached > place) {
                let cased = [(ends[0].0, middle - half), (ends[1].0, middle + half)];
                self.trace(cased, self.style.palette.paper, self.style.line + 2.0 * self.style.casing())?;
            }
            self.trace(ends, self.style.paint(PLEDGE).line, self.style.line)?;
        }
        bullet.between.map_or(Ok(()), |ends| self.sign(Sign::Between, &area(ends, half * 0.7)))
    }

    /// A sign in the room from where it begins to where it ends.
    pub(super) fn sign(&self, sign: Sign, area: &Area) -> Drawn<DB> {
        match sign {
            Sign::Money(role) => self.lying_bar(area, role),
            Sign::Share(role) => self.stem(area, role),
            Sign::Tolerance => self.filled(area, self.style.shading(PLEDGE)),
            Sign::Dot(role) => self.dot(area.middle(), (area.bottom - area.top) / 2.0, role),
            Sign::Tail => self.tail((area.left, area.middle().1), area.right, (area.bottom - area.top) / 2.0),
            Sign::Course => self.course((area.left, area.middle().1), (area.right, area.middle().1)),
            Sign::Held => self.held((area.left, area.middle().1), (area.right, area.middle().1)),
            Sign::Pledge => self.across(area.middle(), (area.bottom - area.top) / 2.0),
            Sign::Verdict(standing) => self.standing(standing, area.middle(), (area.bottom - area.top) / 2.0),
            Sign::Tone(standing) => self.filled(area, self.style.tone(standing)),
            Sign::BreakEven => self.break_even([(area.left, area.middle().1), (area.right, area.middle().1)]),
            Sign::Between => {
                let (middle, ink, width) = (area.middle().1, self.style.palette.ink, self.style.hair * 2.0);
                self.trace([(area.left, middle), (area.right, middle)], ink, width)?;
                [area.left, area.right]
                    .into_iter()
                    .try_for_each(|x| self.trace([(x, area.top), (x, area.bottom)], ink, width))
            }
        }
    }

    /// A line to a diamond whose tip shows the figure: full where that is final, with a smaller one inside where it is hatched as a
    /// bar, else open.
    fn stem(&self, area: &Area, role: Role) -> Drawn<DB> {
        let (filling, (_, y)) = (self.style.filling(role), area.middle());
        let size = (area.bottom - area.top) / 2.0;
        let x = area.right - size;
        self.trace([(area.left, y), (x.max(area.left), y)], filling.edge, self.style.line)?;
        let inner = (filling.edge != filling.within).then_some((size - self.style.line * 0.9, filling.within));
        let kernel = filling.hatch.map(|_| (size * 0.4, filling.edge));
        let parts = [Some((size, filling.edge)), inner, kernel];
        parts.into_iter().flatten().filter(|(size, _)| *size > 0.0).try_for_each(|(size, colour)| {
            let corners = [(x - size, y), (x, y - size), (x + size, y), (x, y + size)].map(|place| self.at(place));
            self.page.draw(&Polygon::new(corners.to_vec(), RGBColor::from(colour).filled()))
        })
    }

    fn rule(&self, ends: [(f64, f64); 2]) -> Drawn<DB> {
        self.trace(ends, self.style.palette.grid, self.style.hair)
    }

    /// The form of a verdict, which says it without colour: full, half, crossed, open, a dash.
    pub(super) fn standing(&self, standing: Standing, (x, y): (f64, f64), size: f64) -> Drawn<DB> {
        let (ink, paper) = (self.style.palette.ink, self.style.palette.paper);
        let stroke = |ends: [(f64, f64); 2]| {
            let ends = ends.map(|(across, down)| (x + across * size, y + down * size));
            self.trace(ends, ink, self.style.line * 0.9)
        };
        match standing {
            Standing::Met => self.disc((x, y), size, ink),
            Standing::MetRounded => {
                self.disc((x, y), size, ink)?;
                self.disc((x, y), size * 0.75, paper)?;
                self.lower_half((x, y), size * 0.75, ink)
            }
            Standing::Missed => {
                stroke([(-0.8, -0.8), (0.8, 0.8)])?;
                stroke([(-0.8, 0.8), (0.8, -0.8)])
            }
            Standing::Undecided => {
                self.disc((x, y), size, ink)?;
                self.disc((x, y), size * 0.75, paper)
            }
            Standing::Unjudged => stroke([(-0.8, 0.0), (0.8, 0.0)]),
        }
    }

    fn lower_half(&self, (x, y): (f64, f64), radius: f64, colour: Colour) -> Drawn<DB> {
        let turns = (0..=16_u8).map(|step| f64::from(step) * PI / 16.0);
        let places = turns.map(|turn| self.at((x + radius * turn.cos(), y + radius * turn.sin()))).collect::<Vec<_>>();
        self.page.draw(&Polygon::new(places, RGBColor::from(colour).filled()))
    }

    pub(super) fn disc(&self, centre: (f64, f64), radius: f64, colour: Colour) -> Drawn<DB> {
        self.page.draw(&Circle::new(self.at(centre), self.parts(radius), RGBColor::from(colour).filled()))
    }
}
