//! Rows of a scoreboard: words, a bar up to the mark of the pledge, and the verdict in form and words.

use plotters::element::Circle;
use plotters::style::{Color, RGBColor};
use plotters_backend::DrawingBackend;

use super::canvas::{Canvas, Drawn, Failure};
use crate::chart::figure::{Bullet, Hue, Standing};
use crate::chart::layout::rows::{Board, Columns, Row};
use crate::chart::paper::geometry::Area;
use crate::chart::paper::lettering::Lettering;
use crate::chart::paper::palette::Colour;

impl<DB: DrawingBackend> Canvas<'_, DB> {
    /// Every row that has room; the titles of the others are returned.
    pub(super) fn board(&self) -> Result<Vec<String>, Failure<DB>> {
        let Board { head, columns, rows, others, left_out } = self.layout.board();
        self.write_all(self.layout.headings())?;
        self.write_all(head)?;
        rows.into_iter().try_for_each(|row| self.row(row, &columns))?;
        self.write_all(others)?;
        Ok(left_out)
    }

    fn write_all(&self, texts: Vec<Lettering>) -> Drawn<DB> {
        texts.into_iter().try_for_each(|text| self.write(text))
    }

    fn row(&self, Row { bullet, area, pledge, verdict }: Row, columns: &Columns) -> Drawn<DB> {
        let edge = area.top.round() + 0.5;
        self.rule([(columns.left, edge), (columns.right, edge)])?;
        self.write_all(pledge)?;
        self.bar_of(bullet, columns, &area)?;
        let symbol = self.style.mark * 1.3;
        self.standing(bullet.standing, (columns.verdict + symbol, (area.top + area.bottom) / 2.0), symbol)?;
        self.write_all(verdict)
    }

    /// What is allowed, shaded; what is published, as a bar; what was pledged, as a mark across.
    fn bar_of(&self, bullet: &Bullet, columns: &Columns, row: &Area) -> Drawn<DB> {
        let middle = ((row.top + row.bottom) / 2.0).round();
        let half = ((row.bottom - row.top) * 0.16).min(self.style.space * 2.0).round();
        let area = |from: f64, to: f64, half: f64| Area {
            left: columns.at(from),
            top: middle - half,
            right: columns.at(to),
            bottom: middle + half,
        };
        let (pledge, (low, high)) = (Hue::Number(1), bullet.allowed);
        self.filled(&area(low, high, half * 1.7), self.style.shading(pledge))?;
        if let Some(reached) = bullet.reached {
            self.lying_bar(&area(0.0, reached, half), bullet.role)?;
        }
        let across = |x: f64| [(x, middle - half * 1.7), (x, middle + half * 1.7)];
        self.trace(across(columns.at(0.0) + 0.5), self.style.palette.axis, self.style.hair)?;
        let mark = across(columns.at(1.0));
        if bullet.reached.is_some_and(|reached| reached > 1.0) {
            let cased = [(mark[0].0, middle - half), (mark[1].0, middle + half)];
            self.trace(cased, self.style.palette.paper, self.style.line + 2.0 * self.style.casing())?;
        }
        self.trace(mark, self.style.paint(pledge).line, self.style.line)
    }

    fn rule(&self, ends: [(f64, f64); 2]) -> Drawn<DB> {
        self.trace(ends, self.style.palette.grid, self.style.hair)
    }

    /// The form of a verdict, which says it without colour: full, half, crossed, open, a dash.
    fn standing(&self, standing: Standing, (x, y): (f64, f64), size: f64) -> Drawn<DB> {
        let (ink, paper) = (self.style.palette.ink, self.style.palette.paper);
        let stroke = |ends: [(f64, f64); 2]| {
            let ends = ends.map(|(across, down)| (x + across * size, y + down * size));
            self.trace(ends, ink, self.style.line * 0.9)
        };
        match standing {
            Standing::Met => self.disc((x, y), size, ink),
            Standing::MetRounded => {
                self.disc((x, y), size, ink)?;
                self.disc((x, y), size * 0.45, paper)
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

    fn disc(&self, centre: (f64, f64), radius: f64, colour: Colour) -> Drawn<DB> {
        self.page.draw(&Circle::new(self.at(centre), self.parts(radius), RGBColor::from(colour).filled()))
    }
}
