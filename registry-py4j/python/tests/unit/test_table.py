import io
import json
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from drystone import InvalidArgument, Label, Limit, NotPermitted, Table, TypeMismatch, Unavailable
from fakes import FakeExchange, label

MOMENT = datetime(2024, 1, 2, 3, 4, 5, 6, timezone.utc)


def part(table: pa.Table) -> bytes:
    """A Parquet file as the hub stores it: columns named by position."""
    out = io.BytesIO()
    pq.write_table(table.rename_columns([f"c{i}" for i in range(table.num_columns)]), out)
    return out.getvalue()


def published(shape: list[dict[str, Any]], *tables: pa.Table, **details: str) -> tuple[Table, FakeExchange]:
    parts = [part(table) for table in tables]
    known = {
        "columns": json.dumps(shape),
        "rows": str(sum(t.num_rows for t in tables)),
        "format": "parquet",
    }
    the_label = label(details={**known, "bytes": str(sum(map(len, parts))), **details})
    export = {
        "export": "e1",
        "label": the_label,
        "mediaType": "application/vnd.apache.parquet",
        "sizes": [*map(len, parts)],
    }
    exchange = FakeExchange(export=export)
    exchange.parts = parts
    return Table(Label.from_json(the_label), exchange), exchange


def column(name: str, kind: Any, nullable: bool = True) -> dict[str, Any]:
    return {"name": name, "type": kind, "nullable": nullable}


NUMBERS = [column("id", "long", nullable=False), column("name", "string")]


def numbers(*values: int) -> pa.Table:
    return pa.table(
        {"id": pa.array(values, pa.int64()), "name": pa.array([f"n{v}" for v in values], pa.string())}
    )


def test_the_parts_become_one_table_in_order() -> None:
    table, _ = published(NUMBERS, numbers(3, 1), numbers(2), numbers())
    arrow = table.to_arrow()

    assert arrow.to_pydict() == {"id": [3, 1, 2], "name": ["n3", "n1", "n2"]}
    assert arrow.schema.field("id").nullable is False


def test_looking_at_a_table_transfers_nothing() -> None:
    table, exchange = published(NUMBERS, numbers(1, 2))

    assert (table.columns, table.num_rows) == (["id", "name"], 2)
    assert table.num_bytes == sum(map(len, exchange.parts))
    assert repr(table) == "<Table ada/x:v1: 2 rows x 2 columns>"
    assert "id int64" in table._repr_html_()
    assert table.schema.types == [pa.int64(), pa.string()]
    assert exchange.asked == []


def test_texts_of_others_are_harmless_in_a_notebook() -> None:
    table, _ = published([column("<script>", "long")], pa.table({"x": [1]}))

    assert "<script>" not in table._repr_html_()


def test_a_table_may_have_no_rows_and_no_parts() -> None:
    assert published(NUMBERS, numbers())[0].to_arrow().num_rows == 0
    without_parts = published(NUMBERS)[0].to_arrow()
    assert (without_parts.num_rows, without_parts.schema.names) == (0, ["id", "name"])


@pytest.mark.parametrize(
    ("spark", "stored", "arrow", "value"),
    [
        ("boolean", pa.bool_(), pa.bool_(), True),
        ("byte", pa.int8(), pa.int8(), 1),
        ("short", pa.int32(), pa.int16(), 1),
        ("integer", pa.int32(), pa.int32(), 1),
        ("float", pa.float32(), pa.float32(), 1.5),
        ("double", pa.float64(), pa.float64(), 1.5),
        ("binary", pa.binary(), pa.binary(), b"x"),
        ("varchar(9)", pa.string(), pa.string(), "x"),
        ("string collate UNICODE", pa.string(), pa.string(), "x"),
        ("date", pa.date32(), pa.date32(), date(2024, 1, 2)),
        ("decimal(20,3)", pa.decimal128(20, 3), pa.decimal128(20, 3), Decimal("1.500")),
        ("timestamp", pa.timestamp("us", "UTC"), pa.timestamp("us", "UTC"), MOMENT),
        ("timestamp_ntz", pa.timestamp("us"), pa.timestamp("us"), MOMENT.replace(tzinfo=None)),
        ("interval day to second", pa.int64(), pa.duration("us"), 1_500_000),
        ("interval year to month", pa.int32(), pa.int32(), 14),
    ],
)
def test_types_are_those_of_the_label(
    spark: str, stored: pa.DataType, arrow: pa.DataType, value: Any
) -> None:
    table, _ = published([column("x", spark)], pa.table({"x": pa.array([value, None], stored)}))
    fetched = table.to_arrow()

    assert fetched.schema.field("x").type == arrow == table.schema.field("x").type
    expected = timedelta(microseconds=value) if pa.types.is_duration(arrow) else value
    assert fetched["x"].to_pylist() == [expected, None]


def test_nested_types_are_those_of_the_label() -> None:
    fields = [column("at", "timestamp", nullable=False), column("n", "short")]
    struct = {"type": "struct", "fields": fields}
    rows: list[Any] = [[{"at": MOMENT, "n": 1}], None]
    stored = pa.list_(pa.struct([("at", pa.timestamp("us", "UTC")), ("n", pa.int32())]))
    kind = {"type": "array", "elementType": struct, "containsNull": False}
    mapped = {"type": "map", "keyType": "string", "valueType": "long", "valueContainsNull": False}
    table, _ = published(
        [column("a", kind), column("m", mapped)],
        pa.table(
            {"a": pa.array(rows, stored), "m": pa.array([{"k": 1}, None], pa.map_(pa.string(), pa.int64()))}
        ),
    )

    fetched = table.to_arrow()
    assert fetched.schema == table.schema
    assert fetched["a"].to_pylist() == rows
    assert fetched["m"].to_pylist() == [[("k", 1)], None]
    assert fetched.schema.field("a").type.value_type.field("at").nullable is False


def test_column_names_may_repeat_except_in_polars() -> None:
    table, exchange = published([column("x", "long"), column("x", "string")], numbers(1))

    assert table.to_arrow().column_names == ["x", "x"]
    assert [*table.to_pandas().columns] == ["x", "x"]
    exchange.asked.clear()
    with pytest.raises(TypeMismatch, match=r"'x' is there more than once.*rename_columns"):
        table.to_polars()
    assert exchange.asked == []


def test_pandas_gets_what_read_parquet_gives() -> None:
    import pandas

    columns = [column("id", "long"), column("at", "timestamp"), column("s", "string")]
    arrow = pa.table(
        {"c0": [1, None], "c1": pa.array([MOMENT, None], pa.timestamp("us", "UTC")), "c2": ["a", None]}
    )
    table, exchange = published(columns, arrow)
    plain = pandas.read_parquet(io.BytesIO(exchange.parts[0]))

    pandas.testing.assert_frame_equal(table.to_pandas(), plain.set_axis(["id", "at", "s"], axis=1))


def test_polars_and_any_consumer_of_arrow_take_a_table() -> None:
    import polars

    table, _ = published(NUMBERS, numbers(1, 2))

    assert table.to_polars()["id"].to_list() == [1, 2]
    assert polars.DataFrame(table)["name"].to_list() == ["n1", "n2"]
    assert pa.table(table).num_rows == 2


def test_fewer_bytes_than_announced_are_an_error() -> None:
    table, exchange = published(NUMBERS, numbers(1), numbers(2))
    exchange.parts.pop()

    with pytest.raises(Unavailable, match="fewer bytes"):
        table.to_arrow()


def test_fewer_rows_than_the_label_tells_are_an_error() -> None:
    table, _ = published(NUMBERS, numbers(1), rows="2")

    with pytest.raises(Unavailable, match="1 of 2 rows"):
        table.to_arrow()


def test_broken_data_is_an_error() -> None:
    table, exchange = published(NUMBERS, numbers(1))
    exchange.parts[0] = b"?" * len(exchange.parts[0])

    with pytest.raises(Unavailable, match="cannot be read"):
        table.to_arrow()


def test_data_of_another_shape_is_an_error() -> None:
    with pytest.raises(Unavailable, match="cannot be read"):
        published([*NUMBERS, column("more", "long")], numbers(1))[0].to_arrow()
    with pytest.raises(Unavailable, match="cannot be read"):
        published([column("id", "long"), column("name", "long")], numbers(1))[0].to_arrow()


@pytest.mark.parametrize("columns", ["", "{", '[{"name": "x"}]', '[{"name": "x", "type": "hologram"}]', "7"])
def test_columns_that_are_not_understood_are_an_error(columns: str) -> None:
    table, _ = published(NUMBERS, numbers(1), columns=columns)

    with pytest.raises(Unavailable, match="columns of the table are not known"):
        table.to_arrow()


def test_more_bytes_than_the_limit_are_refused_before_anything_travels() -> None:
    table, exchange = published(NUMBERS, numbers(1))

    with pytest.raises(Limit, match="limit=None"):
        table.to_arrow(limit=10)
    assert exchange.asked == []
    assert table.to_arrow(limit=None).num_rows == 1
    with pytest.raises(InvalidArgument, match="below zero"):
        table.to_arrow(limit=-1)


def test_a_size_that_is_known_late_is_checked_too() -> None:
    table, exchange = published(NUMBERS, numbers(1))
    late = Table(Label.from_json(label(details={"columns": table.label.details["columns"]})), exchange)

    with pytest.raises(Limit):
        late.to_pandas(limit=10)
    assert (late.num_rows, late.num_bytes) == (None, None)
    assert late.to_arrow().num_rows == 1


def test_an_export_of_something_else_is_no_table() -> None:
    table, exchange = published(NUMBERS, numbers(1))
    exchange.answers["export"]["mediaType"] = "text/plain"

    with pytest.raises(TypeMismatch, match="text/plain"):
        table.to_arrow()


def test_without_attach_there_is_no_spark() -> None:
    with pytest.raises(NotPermitted, match=r"drystone\.attach\(\)"):
        published(NUMBERS, numbers(1))[0].to_spark()
