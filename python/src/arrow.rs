//! A table as Arrow, by its C stream and C schema interfaces: decimals stay decimals, at the scale of their column.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{ArrayRef, Date32Array, Decimal128Array, Int32Array, RecordBatch, RecordBatchIterator, StringArray};
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{ArrowError, DataType, Field, Schema};
use pledgebook::quantity::Date;
use pledgebook::table::{Column, Unit};

use crate::typed::{Typed, at_one_scale};

/// The digits that a column of decimals has room for.
const PRECISION: u8 = 38;

/// The columns of a table as one batch that can be read once, with what is known of the table.
pub(crate) fn stream(
    columns: &[Column],
    typed: &[Typed],
    about: HashMap<String, String>,
) -> Result<FFI_ArrowArrayStream, ArrowError> {
    let arrays: Vec<ArrayRef> = typed.iter().map(array).collect::<Result<_, _>>()?;
    let fields = columns.iter().zip(&arrays).map(|(column, array)| field(column, array.data_type().clone()));
    let schema = Arc::new(Schema::new_with_metadata(fields.collect::<Vec<_>>(), about));
    let batch = RecordBatch::try_new(Arc::clone(&schema), arrays)?;
    Ok(FFI_ArrowArrayStream::new(Box::new(RecordBatchIterator::new([Ok(batch)], schema))))
}

/// The types of these columns alone.
pub(crate) fn schema(
    columns: &[Column],
    typed: &[Typed],
    about: HashMap<String, String>,
) -> Result<FFI_ArrowSchema, ArrowError> {
    let fields = columns.iter().zip(typed).map(|(column, typed)| field(column, data_type(typed)));
    FFI_ArrowSchema::try_from(&Schema::new_with_metadata(fields.collect::<Vec<_>>(), about))
}

/// A column with its unit, where all of its figures have the same one.
fn field(column: &Column, data_type: DataType) -> Field {
    let unit = match column.unit {
        Unit::Millions => "million",
        Unit::Percent => "%",
        Unit::Points => "pp",
        Unit::None | Unit::Count | Unit::OfRow => return Field::new(column.name, data_type, true),
    };
    let unit = HashMap::from([("unit".to_owned(), unit.to_owned())]);
    Field::new(column.name, data_type, true).with_metadata(unit)
}

fn data_type(typed: &Typed) -> DataType {
    match typed {
        Typed::Whole(_) => DataType::Int32,
        Typed::Days(_) => DataType::Date32,
        Typed::Figures(figures) => decimal(at_one_scale(figures).map_or(0, |(scale, _)| scale)),
        Typed::Words(_) => DataType::Utf8,
    }
}

fn decimal(scale: u32) -> DataType {
    DataType::Decimal128(PRECISION, i8::try_from(scale).unwrap_or(i8::MAX))
}

fn array(typed: &Typed) -> Result<ArrayRef, ArrowError> {
    Ok(match typed {
        Typed::Whole(cells) => Arc::new(Int32Array::from_iter(cells)),
        Typed::Days(cells) => Arc::new(Date32Array::from_iter(cells.iter().map(|day| day.and_then(since_1970)))),
        Typed::Words(cells) => Arc::new(StringArray::from_iter(cells)),
        Typed::Figures(cells) => {
            let (scale, units) = at_one_scale(cells).unwrap_or_default();
            Arc::new(Decimal128Array::from_iter(units).with_data_type(decimal(scale)))
        }
    })
}

/// How many days after the first of 1970 a day is.
fn since_1970(day: Date) -> Option<i32> {
    let first: Date = "1970-01-01".parse().ok()?;
    i32::try_from((day.last_day() - first.last_day()).num_days()).ok()
}
