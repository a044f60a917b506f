//! A table as Arrow, by its C stream and C schema interfaces: decimals stay decimals, at the scale of their column.

use std::sync::Arc;

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{ArrayRef, Date32Array, Decimal128Array, Int32Array, RecordBatch, RecordBatchIterator, StringArray};
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{ArrowError, DataType, Field, Metadata, Schema};
use pledgebook::quantity::Date;
use pledgebook::table::{Column, Unit};

use crate::typed::Typed;

/// The types of the columns, with what is known of the table.
pub(crate) fn schema(columns: &[Column], typed: &[Typed], about: Metadata) -> Schema {
    let fields = columns.iter().zip(typed).map(|(column, typed)| field(column, data_type(typed)));
    Schema::new_with_metadata(fields.collect::<Vec<_>>(), about)
}

/// The types alone, to be handed over.
pub(crate) fn schema_alone(schema: Schema, _: &[Typed]) -> Result<FFI_ArrowSchema, ArrowError> {
    FFI_ArrowSchema::try_from(schema)
}

/// The columns as one batch that is read once, to be handed over.
pub(crate) fn stream(schema: Schema, typed: &[Typed]) -> Result<FFI_ArrowArrayStream, ArrowError> {
    let schema = Arc::new(schema);
    let batch = RecordBatch::try_new(Arc::clone(&schema), typed.iter().map(array).collect())?;
    Ok(FFI_ArrowArrayStream::new(Box::new(RecordBatchIterator::new([Ok(batch)], schema))))
}

/// A column with its unit, where all of its figures have the same one.
fn field(column: &Column, data_type: DataType) -> Field {
    let field = Field::new(column.name, data_type, true);
    let unit = match column.unit {
        Unit::Millions => "million",
        Unit::Percent => "%",
        Unit::Points => "pp",
        Unit::None | Unit::Count | Unit::OfRow => return field,
    };
    field.with_metadata(Metadata::new().with("unit", unit))
}

fn data_type(typed: &Typed) -> DataType {
    match typed {
        Typed::Whole(_) => DataType::Int32,
        Typed::Days(_) => DataType::Date32,
        Typed::Figures { room: (digits, scale), .. } => DataType::Decimal128(*digits, *scale),
        Typed::Words(_) => DataType::Utf8,
    }
}

fn array(typed: &Typed) -> ArrayRef {
    match typed {
        Typed::Whole(cells) => Arc::new(Int32Array::from_iter(cells)),
        Typed::Days(cells) => Arc::new(Date32Array::from_iter(cells.iter().map(|day| day.and_then(since_1970)))),
        Typed::Figures { units, .. } => {
            Arc::new(Decimal128Array::from_iter(units.iter().copied()).with_data_type(data_type(typed)))
        }
        Typed::Words(cells) => Arc::new(StringArray::from_iter(cells)),
    }
}

/// How many days after the first of 1970 a day is.
fn since_1970(day: Date) -> Option<i32> {
    let first: Date = "1970-01-01".parse().ok()?;
    i32::try_from((day.last_day() - first.last_day()).num_days()).ok()
}
