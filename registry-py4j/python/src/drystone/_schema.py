"""Spark's types, as labels tell them, as Arrow types."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from drystone.errors import Unavailable

_DECIMAL = re.compile(r"decimal\((\d+),\s*(-?\d+)\)")
_TEXT = re.compile(r"(char|varchar)\(\d+\)|string( collate .+)?")
_DAY_TIME = re.compile(r"interval (day|hour|minute|second)( to (hour|minute|second))?")
_YEAR_MONTH = re.compile(r"interval (year|month)( to month)?")
_SIMPLE: Mapping[str, Any] = {
    "boolean": pa.bool_(),
    "byte": pa.int8(),
    "short": pa.int16(),
    "integer": pa.int32(),
    "long": pa.int64(),
    "float": pa.float32(),
    "double": pa.float64(),
    "binary": pa.binary(),
    "date": pa.date32(),
    "timestamp": pa.timestamp("us", tz="UTC"),
    "timestamp_ntz": pa.timestamp("us"),
    "void": pa.null(),
}


def arrow_schema(columns: str) -> pa.Schema:
    """Reads ``columns`` of a table's label. Types that Arrow lacks become what Parquet stores.

    Raises:
        Unavailable: the text is no list of columns.
    """
    try:
        return pa.schema([_field(column) for column in json.loads(columns)])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Unavailable(
            "the columns of the table are not known", f"its label tells them as {columns!r}: {error}",
            "Look whether the hub's version fits this package",
        ) from error  # fmt: skip


def _field(column: Mapping[str, Any]) -> pa.Field:
    return pa.field(column["name"], _type(column["type"]), bool(column.get("nullable", True)))


def _type(spark: str | Mapping[str, Any]) -> pa.DataType:
    return _simple(spark) if isinstance(spark, str) else _nested(spark)


def _simple(spark: str) -> pa.DataType:
    if spark in _SIMPLE:
        return _SIMPLE[spark]
    if found := _DECIMAL.fullmatch(spark):
        return pa.decimal128(int(found[1]), int(found[2]))
    if _TEXT.fullmatch(spark):
        return pa.string()
    if _DAY_TIME.fullmatch(spark):
        return pa.duration("us")
    if _YEAR_MONTH.fullmatch(spark):
        return pa.int32()  # months: Arrow's own type for them does not reach pandas or polars
    raise ValueError(f"{spark!r} is no type that this version of drystone knows")


def _nested(spark: Mapping[str, Any]) -> pa.DataType:
    kind = spark["type"]
    if kind == "struct":
        return pa.struct([_field(inner) for inner in spark["fields"]])
    if kind == "array":
        return pa.list_(pa.field("element", _type(spark["elementType"]), bool(spark["containsNull"])))
    if kind == "map":
        value = pa.field("value", _type(spark["valueType"]), bool(spark["valueContainsNull"]))
        return pa.map_(_type(spark["keyType"]), value)
    if kind == "udt":
        return _type(spark["sqlType"])
    raise ValueError(f"{kind!r} is no type that this version of drystone knows")
