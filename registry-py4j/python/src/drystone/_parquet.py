"""The parts of a table, Parquet files in memory, as one Arrow table."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.parquet as pq

from drystone.errors import Unavailable


def read_parts(parts: Sequence[pa.Buffer], schema: pa.Schema) -> pa.Table:
    """Decodes the parts, one after the other, with the schema of the label.

    The columns in the files are named by position: ``c0``, ``c1``, ..

    Raises:
        Unavailable: a part is no such file, or cannot become that schema.
    """
    try:
        tables = [_with_schema(pq.read_table(pa.BufferReader(part)), schema) for part in parts]
    except (pa.ArrowException, KeyError) as error:
        raise Unavailable(
            "the data of the table cannot be read",
            str(error),
            "Fetch it again; tell the owner of the hub if it stays",
        ) from error
    return pa.concat_tables(tables) if tables else schema.empty_table()


def _with_schema(table: pa.Table, schema: pa.Schema) -> pa.Table:
    columns = [_with_type(table.column(f"c{i}"), field.type) for i, field in enumerate(schema)]
    return pa.Table.from_arrays(columns, schema=schema)


def _with_type(column: pa.ChunkedArray, wanted: pa.DataType) -> pa.ChunkedArray:
    if column.type == wanted:
        return column
    if pa.types.is_duration(wanted):
        return column.cast(pa.int64()).cast(wanted)  # Parquet has microseconds as whole numbers
    return column.cast(wanted)
