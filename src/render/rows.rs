//! Tables row by row: what a format writes above, around, between and below rows, so that a table may be longer than memory.

use std::io::Write;

use crate::error::Result;
use crate::table::{Cell, Column, Table};

use super::RenderError;
use super::locale::Signs;
use super::shown::Marks;

/// How a format writes a table row by row; nothing that it writes for a row depends on another one.
#[derive(Debug, Clone, Copy)]
pub struct RowFormat {
    /// What figures and cells are written with, where that may differ.
    pub(super) signs: Signs,
    /// What stands above the rows.
    pub(super) head: fn(&[Column], Signs) -> String,
    /// What stands before the first cell of a row.
    pub(super) start: &'static str,
    /// Appends a cell with what parts it from the others.
    pub(super) cell: fn(&mut String, Place<'_>, &Cell, u32) -> Result<()>,
    /// What stands behind the last cell of a row.
    pub(super) end: &'static str,
    /// What stands between two rows.
    pub(super) between: &'static str,
    /// What stands below the rows that were written, above notes.
    pub(super) foot: fn(&Written, &[String]) -> String,
    /// Whether the rows of several tables are one list, since each says by itself what its cells are.
    pub(super) is_one_list: bool,
}

/// Where a cell stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'c> {
    pub(super) column: &'c Column,
    /// Whether it is the first of its row.
    pub(super) is_first: bool,
    pub(super) signs: Signs,
}

/// What was written of the rows, as far as what stands below them depends on it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Written {
    /// Whether there was a row at all.
    pub(crate) any: bool,
    /// What their figures are marked with.
    pub(crate) marks: Marks,
}

impl RowFormat {
    /// Writes a whole table, amounts with so many decimals.
    pub(super) fn render(&self, table: &Table, decimals: u32, out: &mut dyn Write) -> Result<(), RenderError> {
        let written = self.open(table, decimals, out)?;
        self.close(&written, &table.notes, out)
    }

    /// Writes a table as far as its last row; others may follow.
    ///
    /// # Errors
    /// A figure cannot be rounded, or the writer fails.
    pub(crate) fn open(&self, table: &Table, decimals: u32, out: &mut dyn Write) -> Result<Written, RenderError> {
        out.write_all((self.head)(table.columns, self.signs).as_bytes())?;
        let mut written = Written::default();
        self.write_rows(table, decimals, &mut written, out)?;
        Ok(written)
    }

    /// Writes several tables as one list.
    pub(super) fn render_as_one(
        &self,
        tables: &[Table],
        decimals: u32,
        out: &mut dyn Write,
    ) -> Result<(), RenderError> {
        out.write_all((self.head)(&[], self.signs).as_bytes())?;
        let mut written = Written::default();
        tables.iter().try_for_each(|table| self.write_rows(table, decimals, &mut written, out))?;
        self.close(&written, &[], out)
    }

    fn write_rows(
        &self,
        table: &Table,
        decimals: u32,
        written: &mut Written,
        out: &mut dyn Write,
    ) -> Result<(), RenderError> {
        let mut line = String::new();
        for row in &table.rows {
            line.clear();
            self.push_row(&mut line, table.columns, row, decimals)?;
            out.write_all(self.parted(line.as_bytes(), &mut written.any))?;
            written.marks.note(table.columns, row);
        }
        Ok(())
    }

    /// Writes what stands below the last row.
    ///
    /// # Errors
    /// The writer fails.
    pub(crate) fn close(&self, written: &Written, notes: &[String], out: &mut dyn Write) -> Result<(), RenderError> {
        Ok(out.write_all((self.foot)(written, notes).as_bytes())?)
    }

    /// Whether figures have a point before their decimals.
    pub(crate) fn has_points(&self) -> bool {
        self.signs.decimal == Signs::PLAIN.decimal
    }

    /// The same below another table of the same file.
    pub(super) fn below(self) -> Self {
        Self { signs: Signs { mark: "", ..self.signs }, ..self }
    }

    /// What is written of rows that were pushed, below others if there are `any`, as there are then: what parts a row from the one
    /// before has no meaning above the first.
    pub(crate) fn parted<'r>(&self, rows: &'r [u8], any: &mut bool) -> &'r [u8] {
        if std::mem::replace(any, true) { rows } else { &rows[self.between.len()..] }
    }

    /// Appends a row, with what parts it from the one before.
    ///
    /// # Errors
    /// A figure cannot be rounded.
    pub(crate) fn push_row(&self, out: &mut String, columns: &[Column], row: &[Cell], decimals: u32) -> Result<()> {
        row.iter().enumerate().try_for_each(|(at, cell)| self.push_cell(out, columns, at, cell, decimals))
    }

    /// Appends one cell of a row, with all that stands before it or, of the last, behind it.
    ///
    /// # Errors
    /// Its figure cannot be rounded.
    pub(crate) fn push_cell(
        &self,
        out: &mut String,
        columns: &[Column],
        at: usize,
        cell: &Cell,
        decimals: u32,
    ) -> Result<()> {
        if at == 0 {
            out.push_str(self.between);
            out.push_str(self.start);
        }
        let place = Place { column: &columns[at], is_first: at == 0, signs: self.signs };
        (self.cell)(out, place, cell, decimals)?;
        if at + 1 == columns.len() {
            out.push_str(self.end);
        }
        Ok(())
    }
}
