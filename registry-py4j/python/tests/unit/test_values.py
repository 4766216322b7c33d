import json
import math
import pickle
import random
import sys
from collections import OrderedDict, namedtuple
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Any
from uuid import UUID

import pytest
from drystone import (
    DrystoneWarning,
    EnumValue,
    InvalidArgument,
    NotImmutable,
    ReadOnlyDict,
    ReadOnlyList,
    RecordValue,
    TypeMismatch,
)
from drystone._decode import decode
from drystone._encode import encode

UTC = timezone.utc


def travel(value: Any) -> Any:
    return decode(json.loads(json.dumps(encode(value), allow_nan=False)))


@pytest.mark.parametrize(
    "value",
    [
        None, True, False, 0, -1, 2**53, 2**53 + 1, -(2**63), 10**30,
        0.0, 1.5, 1e300, 5e-324, float("inf"), float("-inf"),
        "", "text", "line\nline\r\n\t\"\\ ", "\u2028 日本 \U0001f600",
        b"", bytes(range(256)), Decimal("1.50"), Decimal("-1E+5"), Decimal(0),
        date(1, 1, 1), date(9999, 12, 31), time(0), time(23, 59, 59, 999999), time(1, 2, 3, 4000),
        datetime(2024, 2, 29, 12, 30), datetime(1, 1, 1, 0, 0, 0, 1), datetime(2024, 1, 1, 5, tzinfo=UTC),
        timedelta(0), timedelta(microseconds=-1), timedelta(days=-1, hours=3), timedelta.max, timedelta.min,
        UUID(int=7), [], [1, [2, None]], {}, {"a": {"b": [1.0]}}, {1: "one", None: 0, "": 1},
        frozenset({1, "a"}),
    ],
)  # fmt: skip
def test_plain_data_comes_back_equal(value: Any) -> None:
    assert travel(value) == value
    assert type(travel(value)) in (type(value), ReadOnlyList, ReadOnlyDict)


def test_what_json_would_confuse_stays_apart() -> None:
    value = [1, 1.0, True, Decimal(1), "1", -0.0]

    assert [(type(x), str(x)) for x in travel(value)] == [(type(x), str(x)) for x in value]


def test_not_a_number_stays_one() -> None:
    assert math.isnan(travel(float("nan")))


def test_an_instant_is_kept_and_its_zone_is_not() -> None:
    there = datetime(2024, 7, 1, 14, tzinfo=timezone(timedelta(hours=2)))

    assert travel(there) == there
    assert travel(there).tzinfo is UTC


def test_tuples_become_lists_but_keys_stay_tuples() -> None:
    value = travel({(1, ("a", 2)): (3, 4)})

    assert value == {(1, ("a", 2)): [3, 4]}
    assert travel({(1, 2)}) == {(1, 2)}


def test_the_order_of_a_dict_is_kept() -> None:
    names = [f"k{i}" for i in random.Random(1).sample(range(1000), 1000)]

    assert list(travel(dict.fromkeys(names))) == names
    assert list(travel(OrderedDict.fromkeys(names))) == names


def test_containers_come_back_read_only() -> None:
    value = travel({"a": [1, {"b": set()}]})

    assert (type(value), type(value["a"]), type(value["a"][1])) == (ReadOnlyDict, ReadOnlyList, ReadOnlyDict)
    assert type(value["a"][1]["b"]) is frozenset


def test_what_came_back_can_be_published_again() -> None:
    value = {"a": [1, {"b": {2}}]}

    assert travel(travel(value)) == value


def test_random_values_come_back_equal() -> None:
    chance = random.Random(20260102)
    for _ in range(300):
        value = any_value(chance, depth=4)
        assert travel(value) == value


def any_value(chance: random.Random, depth: int) -> Any:
    kind = chance.randrange(12 if depth else 9)
    if kind < 9:
        return [
            None, chance.random() < 0.5, chance.randrange(-(2**70), 2**70), chance.gauss(0, 1e10),
            "".join(chr(chance.choice((10, 13, 34, 92, 0x7F, 0xE9, 0x1F600))) for _ in range(5)),
            chance.randbytes(9), Decimal(chance.randrange(10**20)).scaleb(-7),
            datetime.fromtimestamp(chance.randrange(2**31), UTC), UUID(int=chance.getrandbits(128)),
        ][kind]  # fmt: skip
    if kind == 9:
        return [any_value(chance, depth - 1) for _ in range(chance.randrange(4))]
    if kind == 10:
        return {chance.randrange(99): any_value(chance, depth - 1) for _ in range(chance.randrange(4))}
    return frozenset(chance.randrange(99) for _ in range(4))


class Colour(Enum):
    RED = 1


class Number(IntEnum):
    ONE = 1


@dataclass
class Thing:
    x: int = 1


Point = namedtuple("Point", "x y")


@pytest.mark.parametrize(
    ("value", "path"),
    [
        (object(), "value is a object"),
        ({"a": [1, Thing()]}, r"value\['a'\]\[1\] is a .*Thing"),
        ([Colour.RED], r"value\[0\] is a .*Colour"),
        ([Number.ONE], r"value\[0\] is a .*Number"),
        ({"p": Point(1, 2)}, r"value\['p'\] is a .*Point"),
        ({Thing: 1}, "the key .* of value is a type"),
        ([1 + 2j], r"value\[0\] is a complex"),
        ([lambda: 1], r"value\[0\] is a function"),
        (iter([]), "value is a list_iterator"),
        ([EnumValue("t", "RED")], r"value\[0\] is a .*EnumValue"),
        ([RecordValue("t", {})], r"value\[0\] is a .*RecordValue"),
    ],
)
def test_what_is_no_plain_data_is_refused_with_its_path(value: Any, path: str) -> None:
    with pytest.raises(NotImmutable, match=path):
        encode(value)


def test_tables_are_refused_with_a_word_on_spark() -> None:
    pandas = pytest.importorskip("pandas")
    with pytest.raises(NotImmutable, match="createDataFrame"):
        encode({"t": pandas.DataFrame({"a": [1]})})


def test_numpy_floats_are_floats_and_other_numpy_values_are_refused_with_a_word() -> None:
    numpy = pytest.importorskip("numpy")

    assert travel([numpy.float64(1.5)]) == [1.5]
    with pytest.raises(NotImmutable, match=r"tolist\(\)"):
        encode([numpy.int64(1)])


def test_pandas_timestamps_are_refused_with_a_word() -> None:
    pandas = pytest.importorskip("pandas")
    with pytest.raises(NotImmutable, match="to_pydatetime"):
        encode([pandas.Timestamp(1)])


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (["\ud800"], r"value\[0\].*surrogate"),
        ([Decimal("NaN")], r"value\[0\].*NaN"),
        ([time(1, tzinfo=UTC)], r"value\[0\].*zone"),
        ([datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=5)))], r"value\[0\].*years"),
        (
            [10 ** (sys.get_int_max_str_digits() + 1)]
            if hasattr(sys, "get_int_max_str_digits")
            else ["\udfff"],
            "value",
        ),
    ],
)
def test_what_cannot_be_represented_is_refused_with_its_path(value: Any, reason: str) -> None:
    with pytest.raises(InvalidArgument, match=reason):
        encode(value)


def test_cycles_are_refused_but_shared_parts_are_not() -> None:
    shared = [1]
    assert encode([shared, shared]) == [[1], [1]]

    cycle: list[Any] = [1]
    cycle.append({"again": cycle})
    with pytest.raises(InvalidArgument, match=r"value\[1\]\['again'\] contains itself"):
        encode(cycle)


def test_a_value_that_is_nested_too_deep_is_refused() -> None:
    value: list[Any] = []
    for _ in range(100_000):
        value = [value]

    with pytest.raises(InvalidArgument, match="deeper than 64"):
        encode(value)


@pytest.mark.parametrize(
    ("encoded", "value"),
    [
        ({"time": "10:15"}, time(10, 15)),
        ({"time": "10:15:30.1"}, time(10, 15, 30, 100000)),
        ({"datetime": "2024-01-01T10:15"}, datetime(2024, 1, 1, 10, 15)),
        ({"instant": "2024-01-01T10:15:30.123456Z"}, datetime(2024, 1, 1, 10, 15, 30, 123456, UTC)),
        ({"duration": "PT8H6M12.345S"}, timedelta(hours=8, minutes=6, seconds=12, milliseconds=345)),
        ({"duration": "PT-1.5S"}, timedelta(seconds=-1.5)),
        ({"duration": "PT-8H-6M"}, timedelta(hours=-8, minutes=-6)),
        ({"duration": "PT0S"}, timedelta(0)),
        ({"int": "7"}, 7),
        ({"float": "-Infinity"}, float("-inf")),
    ],
)
def test_the_forms_that_java_writes_are_read(encoded: Any, value: Any) -> None:
    assert decode(encoded) == value


def test_nanoseconds_are_cut_with_a_warning() -> None:
    with pytest.warns(DrystoneWarning, match="finer than a microsecond"):
        assert decode({"time": "10:15:30.123456789"}) == time(10, 15, 30, 123456)


@pytest.mark.parametrize(
    ("encoded", "reason"),
    [
        ({"date": "+10000-01-01"}, "years"),
        ({"date": "-0001-01-01"}, "years"),
        ({"instant": "+1000000000-12-31T23:59:59.999999999Z"}, "years"),
        ({"duration": "PT99999999999999H"}, "timedelta"),
        ({"duration": "P"}, "no duration"),
        ({"map": [[1, 2], [{"float": "1.0"}, 3]]}, "two keys"),
        ({"set": [1, True]}, "two elements"),
        ({"quaternion": []}, "quaternion"),
        ({"bytes": "###"}, "."),
        ({"date": "2024-02-30"}, "."),
    ],
)
def test_what_python_cannot_hold_is_an_error_that_says_so(encoded: Any, reason: str) -> None:
    with pytest.raises(TypeMismatch, match=reason):
        decode(encoded)


def test_enums_and_records_can_be_read() -> None:
    colour = {"enum": {"type": "org.example.Colour", "name": "RED"}}
    encoded = {
        "record": {"type": "org.example.Limits", "fields": [["low", 3], ["colours", [colour]], ["keys", 1]]}
    }
    record = decode(encoded)

    assert (record.low, record["colours"], dict(record)["low"]) == (
        3,
        [EnumValue("org.example.Colour", "RED")],
        3,
    )
    assert (record.record_type, str(record.colours[0])) == ("org.example.Limits", "RED")
    assert record["keys"] == 1
    assert record == decode(encoded)
    assert record == pickle.loads(pickle.dumps(record))
    assert hash(record) == hash(decode(encoded))
    assert "low=3" in repr(record)
    with pytest.raises(TypeError, match="read-only"):
        record.low = 4
    with pytest.raises(AttributeError, match="high"):
        _ = record.high
